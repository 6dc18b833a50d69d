// Leave in groups, each row with its buttons.
import type { LeaveItem } from '#core/contract/leave-register';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import type { TextKey } from '../say';

export interface LeaveDecision {
  readonly event: LeaveItem['events'][number];
  readonly approver?: string;
  readonly makeUp?: string;
}
export type OnLeaveDecision = (leave: LeaveItem, decision: LeaveDecision) => void;

/** Longer lists are read in the register. */
const SHOWN = 40;

export function leaveGroup(
  context: PanelContext,
  group: { readonly title: TextKey; readonly items: readonly LeaveItem[]; readonly open: boolean },
  onDecision: OnLeaveDecision,
): HTMLElement | null {
  const { title, items, open } = group;
  if (items.length === 0) return null;
  return h(
    'details',
    { class: 'group', open: open ? true : null, 'data-testid': title.replace('.', '-') },
    h('summary', {}, context.say(title), h('span', { class: 'count' }, String(items.length))),
    h(
      'ul',
      { class: 'leaves' },
      ...items.slice(0, SHOWN).map((item) => h('li', {}, leaveView(context, item, onDecision))),
    ),
    items.length > SHOWN
      ? h('p', { class: 'small' }, context.say('findings.first', { n: SHOWN }))
      : null,
  );
}

export function leaveView(
  context: PanelContext,
  leave: LeaveItem,
  onDecision: OnLeaveDecision,
): HTMLElement {
  const { say } = context;
  const { name, unit, session, kind, minutes, reason, concerns } = leave;
  const what = say('leave.what', {
    state: leave.stateLabel,
    kind,
    date: session.date,
    title: session.title,
  });
  const details = [minutes === null ? '' : say('leave.minutes', { n: minutes }), reason];
  return h(
    'div',
    { class: 'leave', 'data-leave': leave.id },
    button(
      h('span', {}, h('strong', {}, name), ' ', h('span', { class: 'small' }, unit)),
      { class: 'finding', title: say('leave.goTo') },
      () => context.goTo(leave.sheetId, leave.cell),
    ),
    h('p', {}, what),
    h('p', { class: 'small' }, details.filter((part) => part !== '').join(say('list'))),
    concerns.length === 0 ? null : h('p', { class: 'concern' }, concerns.join('；')),
    ...actions(leave, { say, onWish: onDecision }),
  );
}

interface Tools {
  readonly say: PanelContext['say'];
  readonly onWish: OnLeaveDecision;
}

function actions(leave: LeaveItem, tools: Tools): (HTMLElement | null)[] {
  if (leave.events.includes('approve')) return decision(leave, tools);
  if (leave.state === 'approved') return closing(leave, tools, 'return');
  return leave.state === 'returned' ? closing(leave, tools, 'makeUp') : [];
}

function decision(leave: LeaveItem, tools: Tools): HTMLElement[] {
  const approver = h('input', {
    type: 'text',
    maxlength: 100,
    required: true,
    value: leave.approver,
    'data-field': 'approver',
  });
  const decide = (event: 'approve' | 'refuse') => () => {
    if (approver.reportValidity()) tools.onWish(leave, { event, approver: approver.value.trim() });
  };
  const { say } = tools;
  return [
    h('label', { class: 'field' }, say('leave.approver'), approver),
    row(
      button(say('leave.approve'), attributes('approve', 'tonal'), decide('approve')),
      ...(leave.events.includes('refuse')
        ? [button(say('leave.refuse'), attributes('refuse'), decide('refuse'))]
        : []),
      ...(leave.events.includes('cancel') ? [cancel(leave, tools)] : []),
    ),
  ];
}

const CLOSE = { return: 'leave.return', makeUp: 'leave.makeUpDone' } as const;

function closing(leave: LeaveItem, tools: Tools, event: keyof typeof CLOSE): HTMLElement[] {
  const makeUp = h('input', {
    type: 'text',
    maxlength: 100,
    value: leave.makeUp,
    'data-field': 'make-up',
  });
  const close = (): void => {
    const how = makeUp.value.trim();
    tools.onWish(leave, { event, ...(how === '' ? {} : { makeUp: how }) });
  };
  const { say } = tools;
  return [
    h('label', { class: 'field' }, say('leave.makeUp'), makeUp),
    row(button(say(CLOSE[event]), attributes(event, 'tonal'), close), cancel(leave, tools)),
  ];
}

function cancel(leave: LeaveItem, { say, onWish: onDecision }: Tools): HTMLElement {
  return button(say('leave.cancel'), attributes('cancel'), () =>
    onDecision(leave, { event: 'cancel' }),
  );
}

const attributes = (event: string, look = 'outlined') =>
  ({ class: `button small-button ${look}`, 'data-action': `leave-${event}` }) as const;

const row = (...buttons: readonly HTMLElement[]): HTMLElement =>
  h('div', { class: 'leave-buttons' }, ...buttons);
