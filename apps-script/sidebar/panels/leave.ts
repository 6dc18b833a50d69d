// Leave to approve, close or make up; the attendance marks that follow; the register.
import type {
  LeaveDecided,
  LeaveFound,
  LeaveItem,
  LeaveListed,
} from '#core/contract/leave-register';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import { createCard, type Card } from '../card';
import { askToConfirm } from '../confirm';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import { leaveRequestForm, type LeaveRequestFields } from '../leave/request-form';
import { leaveGroup, type LeaveDecision } from '../leave/leave-view';
import { wantNotice } from '../notice/wanted';
import type { Panel } from '../panel';
import { openLate } from './late';
import { runAction, type ActionOutcome } from '../run-action';
import type { TextKey } from '../say';

export function leavePanel(context: PanelContext): Panel {
  const { say } = context;
  const wanted = h('input', {
    type: 'text',
    maxlength: 100,
    placeholder: say('leave.wanted.hint'),
    'data-field': 'leave-wanted',
  });
  const start = (): void => {
    const word = wanted.value.trim();
    void (word === '' ? showList(context, card) : showFound(context, card, word));
  };
  const action = (label: TextKey, name: string, run: () => void, look = 'outlined') =>
    button(say(label), { class: `button ${look}`, 'data-action': name }, run);
  const card: Card = createCard(say, {
    name: 'leave',
    drawing: ['M4 4.5h12v12H4z', 'M4 8h12', 'M7.5 3v3', 'M12.5 3v3', 'M8 12.2h4'],
    controls: [
      h('label', { class: 'field' }, say('leave.wanted'), wanted),
      action('leave.list', 'leave-list', start, 'tonal'),
      leaveRequestForm(context, (asked) => void showAsked(context, card, asked)),
      action('leave.apply', 'leave-apply', () => void applyMarks(context, card)),
      action('leave.report', 'leave-report', () => void showRegister(context, card)),
    ],
  });
  return { card, start };
}

function showList(context: PanelContext, card: Card): Promise<void> {
  return runAction(context, card, {
    busy: context.say('leave.busy'),
    work: async () => expectAction('list', await callFunction('leaveRegister', { action: 'list' })),
    show: (listed) => listOutcome(context, card, listed),
  });
}

function listOutcome(context: PanelContext, card: Card, listed: LeaveListed): ActionOutcome {
  const { say } = context;
  const { pending, toClose, toMakeUp, coming } = listed;
  const open = pending.length + toClose.length + toMakeUp.length;
  const counts = { pending: pending.length, close: toClose.length, makeUp: toMakeUp.length };
  const group = (title: TextKey, items: readonly LeaveItem[], isOpen: boolean) =>
    leaveGroup(
      context,
      { title, items, open: isOpen },
      (leave, decision) => void decide(context, card, { leave, wish: decision }),
    );
  return {
    tone: pending.length > 0 ? 'warning' : 'good',
    status: open === 0 ? say('leave.none') : say('leave.open', counts),
    details: [
      open < 2
        ? null
        : button(
            say('leave.many'),
            { class: 'button outlined', 'data-action': 'leave-many' },
            () => void openLate(context, card, 'leave-many'),
          ),
      group('leave.pending', pending, true),
      group('leave.toClose', toClose, pending.length === 0),
      group('leave.toMakeUp', toMakeUp, false),
      group('leave.coming', coming, false),
    ],
  };
}

/** A preview first; the button below it writes what is shown. Sending it again adds nothing. */
function showAsked(
  context: PanelContext,
  card: Card,
  asked: LeaveRequestFields,
  write = false,
): Promise<void> {
  const { say } = context;
  return runAction(context, card, {
    busy: say(write ? 'leave.writing' : 'leave.busy'),
    work: async () =>
      expectAction('ask', await callFunction('leaveRegister', { action: 'ask', ...asked, write })),
    show: ({ written, name, sessions, already }) => ({
      tone: sessions.length > 0 ? 'good' : 'warning',
      status: say(written ? 'ask.done' : 'ask.would', { name, n: sessions.length, already }),
      details: [
        ...sessions.map(({ id, date, title }) =>
          h('p', { class: 'small' }, `${id} ${date} ${title}`),
        ),
        written || sessions.length === 0
          ? null
          : button(
              say('ask.write'),
              { class: 'button tonal', 'data-action': 'ask-write' },
              () => void showAsked(context, card, asked, true),
            ),
      ],
    }),
  });
}

function showFound(context: PanelContext, card: Card, wanted: string): Promise<void> {
  return runAction(context, card, {
    busy: context.say('leave.busy'),
    work: async () =>
      expectAction('find', await callFunction('leaveRegister', { action: 'find', wanted })),
    show: (found) => foundOutcome(context, card, found, wanted),
  });
}

function foundOutcome(
  context: PanelContext,
  card: Card,
  { leaves }: LeaveFound,
  wanted: string,
): ActionOutcome {
  const facts = { wanted, n: leaves.length };
  const group = { title: 'leave.found', items: leaves, open: true } as const;
  return {
    tone: 'good',
    status: context.say(leaves.length === 0 ? 'leave.notFound' : 'leave.foundFor', facts),
    details: [
      leaveGroup(
        context,
        group,
        (leave, decision) => void decide(context, card, { leave, wish: decision }),
      ),
    ],
  };
}

interface Decision {
  readonly leave: LeaveItem;
  readonly wish: LeaveDecision;
}

async function decide(
  context: PanelContext,
  card: Card,
  { leave, wish: decision }: Decision,
): Promise<void> {
  const { say } = context;
  if (decision.event === 'cancel' && !(await isSure(context, leave))) return;
  const { id: leaveId, row, content } = leave;
  const request = { action: 'decide', leaveId, row, content, ...decision } as const;
  await runAction(context, card, {
    busy: say('leave.writing'),
    work: async () => expectAction('decide', await callFunction('leaveRegister', request)),
    show: (decided) => decidedOutcome(context, card, decided),
    // A second decision is refused; the list shows what is in the workbook.
    retry: { label: say('leave.again'), run: () => void showList(context, card) },
  });
}

function isSure({ say }: PanelContext, { name }: LeaveItem): Promise<boolean> {
  return askToConfirm(say, {
    title: say('leave.sure', { name }),
    lines: [say('leave.sure.mark')],
    yes: say('leave.cancel'),
    action: 'leave-sure',
  });
}

function decidedOutcome(
  context: PanelContext,
  card: Card,
  { leave, mark, canInform }: LeaveDecided,
): ActionOutcome {
  const { say } = context;
  const { before, after } = mark;
  const isFine = (mark.kind === 'change' || mark.kind === 'none') && leave.concerns.length === 0;
  return {
    tone: isFine ? 'good' : 'warning',
    status: say('leave.decided', { name: leave.name, state: leave.stateLabel }),
    details: [
      h(
        'p',
        {},
        mark.kind === 'change' ? say('mark.change', { before, after }) : say(`mark.${mark.kind}`),
      ),
      leave.concerns.length === 0 ? null : h('p', { class: 'concern' }, leave.concerns.join('；')),
      canInform ? informButton(context, leave.session) : null,
      button(
        say('leave.again'),
        { class: 'button outlined', 'data-action': 'leave-again' },
        () => void showList(context, card),
      ),
    ],
  };
}

const informButton = ({ say }: PanelContext, { id: occasionId }: LeaveItem['session']) =>
  button(say('leave.inform'), { class: 'button tonal', 'data-action': 'leave-inform' }, () =>
    wantNotice({ kind: 'leaveDecision', occasionId }),
  );

function applyMarks(context: PanelContext, card: Card): Promise<void> {
  const { say } = context;
  return runAction(context, card, {
    busy: say('leave.writing'),
    work: async () =>
      expectAction('apply', await callFunction('leaveRegister', { action: 'apply' })),
    show: ({ applied, restored, open }) => ({
      tone: open.length > 0 ? 'warning' : 'good',
      status: say('leave.applied', { applied, back: restored }),
      details: open.map(({ leave, why }) =>
        button(
          `${leave.name} ${leave.session.id}：${say(why === 'change' ? 'leave.unresolved' : `mark.${why}`)}`,
          { class: 'finding' },
          () => context.goTo(leave.sheetId, leave.cell),
        ),
      ),
    }),
  });
}

function showRegister(context: PanelContext, card: Card): Promise<void> {
  const { say } = context;
  return runAction(context, card, {
    busy: say('leave.writing'),
    work: async () =>
      expectAction('report', await callFunction('leaveRegister', { action: 'report' })),
    show: ({ total, pending, overdue, tab }) => ({
      tone: overdue + pending > 0 ? 'warning' : 'good',
      status: say('leave.reported', { total, pending, overdue }),
      details: [tabLink(context, tab.title, tab.sheetId)],
    }),
  });
}
