// Leave in groups; each with what can be done with it.
import type { LeaveItem } from '#core/contract/leave-register';
import type { Desk } from '../desk';
import { button, h } from '../dom';
import type { TextKey } from '../texts';

export interface Wish {
  readonly event: LeaveItem['events'][number];
  readonly approver?: string;
  readonly makeUp?: string;
}
export type OnWish = (leave: LeaveItem, wish: Wish) => void;

/** More than this a clerk looks up in the register. */
const SHOWN = 40;

export function leaveGroup(
  desk: Desk,
  group: { readonly title: TextKey; readonly items: readonly LeaveItem[]; readonly open: boolean },
  onWish: OnWish,
): HTMLElement | null {
  const { title, items, open } = group;
  if (items.length === 0) return null;
  return h(
    'details',
    { class: 'group', open: open ? true : null, 'data-testid': title.replace('.', '-') },
    h('summary', {}, desk.say(title), h('span', { class: 'count' }, String(items.length))),
    h(
      'ul',
      { class: 'leaves' },
      ...items.slice(0, SHOWN).map((item) => h('li', {}, leaveView(desk, item, onWish))),
    ),
    items.length > SHOWN
      ? h('p', { class: 'small' }, desk.say('findings.first', { n: SHOWN }))
      : null,
  );
}

export function leaveView(desk: Desk, leave: LeaveItem, onWish: OnWish): HTMLElement {
  const { say } = desk;
  const { name, unit, session, kind, minutes, reason, concerns } = leave;
  const what = say('leave.what', { kind, date: session.date, title: session.title });
  const details = [minutes === null ? '' : say('leave.minutes', { n: minutes }), reason];
  return h(
    'div',
    { class: 'leave', 'data-leave': leave.id },
    button(
      h('span', {}, h('strong', {}, name), ' ', h('span', { class: 'small' }, unit)),
      { class: 'finding', title: say('leave.goTo') },
      () => desk.goTo(leave.sheetId, leave.cell),
    ),
    h('p', {}, what),
    h('p', { class: 'small' }, details.filter((part) => part !== '').join(say('list'))),
    concerns.length === 0 ? null : h('p', { class: 'concern' }, concerns.join('；')),
    ...actions(leave, { say, onWish }),
  );
}

interface Tools {
  readonly say: Desk['say'];
  readonly onWish: OnWish;
}

function actions(leave: LeaveItem, tools: Tools): (HTMLElement | null)[] {
  if (leave.state === 'pending') return decision(leave, tools);
  if (leave.state === 'approved') return closing(leave, tools);
  const events = leave.events.filter((event) => event === 'makeUp' || event === 'cancel');
  return [row(...events.map((event) => act(leave, tools, { event })))];
}

function decision(leave: LeaveItem, tools: Tools): HTMLElement[] {
  const approver = h('input', {
    type: 'text', maxlength: 100, required: true, value: leave.approver, 'data-field': 'approver',
  }); // prettier-ignore
  const decide = (event: 'approve' | 'refuse') => () => {
    if (approver.reportValidity()) tools.onWish(leave, { event, approver: approver.value.trim() });
  };
  const { say } = tools;
  return [
    h('label', { class: 'field' }, say('leave.approver'), approver),
    row(
      button(say('leave.approve'), attributes('approve', 'tonal'), decide('approve')),
      button(say('leave.refuse'), attributes('refuse'), decide('refuse')),
      act(leave, tools, { event: 'cancel' }),
    ),
  ];
}

function closing(leave: LeaveItem, tools: Tools): HTMLElement[] {
  const makeUp = h('input', { type: 'text', maxlength: 100, value: leave.makeUp, 'data-field': 'make-up' }); // prettier-ignore
  const close = (): void => {
    const how = makeUp.value.trim();
    tools.onWish(leave, { event: 'return', ...(how === '' ? {} : { makeUp: how }) });
  };
  const { say } = tools;
  return [
    h('label', { class: 'field' }, say('leave.makeUp'), makeUp),
    row(
      button(say('leave.return'), attributes('return', 'tonal'), close),
      act(leave, tools, { event: 'cancel' }),
    ),
  ];
}

const LABELS = { cancel: 'leave.cancel', makeUp: 'leave.makeUpDone' } as const;

function act(leave: LeaveItem, { say, onWish }: Tools, wish: Wish): HTMLElement {
  const label = LABELS[wish.event === 'makeUp' ? 'makeUp' : 'cancel'];
  return button(say(label), attributes(wish.event), () => onWish(leave, wish));
}

const attributes = (event: string, look = 'outlined') =>
  ({ class: `button small-button ${look}`, 'data-action': `leave-${event}` }) as const;

const row = (...buttons: readonly HTMLElement[]): HTMLElement =>
  h('div', { class: 'leave-buttons' }, ...buttons);
