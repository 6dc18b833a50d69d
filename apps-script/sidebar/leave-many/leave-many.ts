// Leave that waits for a clerk as lists to tick, each decided with one press; what needs a look of its own is not ticked.
import type { LeaveItem, LeaveListed, LeavesDecided } from '#core/contract/leave-register';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import { askToConfirm } from '../confirm';
import { button, h } from '../dom';
import { wantNotice } from '../notice/wanted';
import type { LatePanel } from '../panel';
import type { PanelContext } from '../panel-context';
import { runAction, type ActionOutcome } from '../run-action';
import type { TextKey } from '../say';

export const leaveManyPanel: LatePanel = { open: showLists };

interface Group {
  readonly title: TextKey;
  readonly press: TextKey;
  readonly event: 'approve' | 'return' | 'makeUp';
  readonly items: readonly LeaveItem[];
}

const groupsOf = ({ pending, toClose, toMakeUp }: LeaveListed): readonly Group[] => [
  {
    title: 'leave.pending',
    press: 'leave.approve',
    event: 'approve',
    items: pending.filter(({ events }) => events.includes('approve')),
  },
  { title: 'leave.toClose', press: 'leave.return', event: 'return', items: toClose },
  { title: 'leave.toMakeUp', press: 'leave.makeUpDone', event: 'makeUp', items: toMakeUp },
];

async function showLists(context: PanelContext, card: Card): Promise<ActionOutcome> {
  const listed = await callFunction('leaveRegister', { action: 'list' });
  if (listed.action !== 'list') throw new Error('not the list of leave');
  const groups = groupsOf(listed).filter(({ items }) => items.length > 0);
  const { say } = context;
  return {
    tone: 'good',
    status: say(groups.length === 0 ? 'leave.none' : 'leaveMany.tick'),
    details: groups.map((group) => groupView(context, card, group)),
  };
}

/** One call takes as many. */
const MOST = 100;

function groupView(context: PanelContext, card: Card, group: Group): HTMLElement {
  const { say } = context;
  const { event } = group;
  const rows = group.items.slice(0, MOST).map((leave) => {
    const isUsual = leave.concerns.length === 0 && (event !== 'approve' || leave.approver !== '');
    const box = h('input', { type: 'checkbox', checked: isUsual ? true : null });
    const words = h('span', {}, h('strong', {}, leave.name), ` ${wordsOf(say, leave, event)}`);
    return { leave, box, element: h('label', { class: 'send-choice' }, box, words) };
  });
  const chosen = (): LeaveItem[] => rows.flatMap(({ leave, box }) => (box.checked ? [leave] : []));
  return h(
    'details',
    { class: 'group', open: true, 'data-testid': `leave-many-${event}` },
    h('summary', {}, say(group.title), h('span', { class: 'count' }, String(group.items.length))),
    ...rows.map(({ element }) => element),
    button(
      say(group.press),
      { class: 'button tonal', 'data-action': `leave-many-${event}` },
      () => void decideChosen(context, card, { group, leaves: chosen() }),
    ),
  );
}

function wordsOf(
  say: PanelContext['say'],
  { kind, minutes, session, reason, approver, concerns }: LeaveItem,
  event: Group['event'],
): string {
  const parts = [
    `${kind} ${session.date} ${session.title}`,
    minutes === null ? '' : say('leave.minutes', { n: minutes }),
    reason,
    event === 'approve' ? say('leaveMany.approver', { name: approver || '—' }) : '',
    ...concerns,
  ];
  return parts.filter((part) => part !== '').join('；');
}

interface Chosen {
  readonly group: Group;
  readonly leaves: readonly LeaveItem[];
}

async function decideChosen(
  context: PanelContext,
  card: Card,
  { group: { event, press }, leaves }: Chosen,
): Promise<void> {
  const { say } = context;
  if (leaves.length === 0) return;
  const sure = await askToConfirm(say, {
    title: say('leaveMany.sure', { what: say(press), n: leaves.length }),
    lines: [leaves.map(({ name }) => name).join(say('list'))],
    yes: say(press),
    action: 'leave-many',
  });
  if (!sure) return;
  const decisions = leaves.map(({ id: leaveId, row, content, approver }) => ({
    leaveId,
    row,
    content,
    event,
    ...(event === 'approve' && approver !== '' && { approver }),
  }));
  await runAction(context, card, {
    busy: say('leave.writing'),
    work: async () => {
      const answer = await callFunction('leaveRegister', { action: 'decideMany', decisions });
      if (answer.action !== 'decideMany') throw new Error('not decided');
      return answer;
    },
    show: (answer) => decidedOutcome(context, card, { answer, leaves }),
    // A second decision is refused; the lists show what is in the workbook.
    retry: { label: say('leave.again'), run: () => showAgain(context, card) },
  });
}

function showAgain(context: PanelContext, card: Card): void {
  void runAction(context, card, {
    busy: context.say('leave.busy'),
    work: () => showLists(context, card),
    show: (outcome) => outcome,
  });
}

/** What became of a mark that a clerk has to look at. */
const LOOK = ['attended', 'unclear', 'noStatus', 'kept'] as const;

function decidedOutcome(
  context: PanelContext,
  card: Card,
  { answer, leaves }: { readonly answer: LeavesDecided } & Pick<Chosen, 'leaves'>,
): ActionOutcome {
  const { say } = context;
  const { decided, refused } = answer;
  const line = (name: string, words: string) =>
    h('p', { class: 'concern' }, h('strong', {}, name), ` ${words}`);
  const marks = decided.flatMap(({ leave, mark }) => {
    const kind = LOOK.find((one) => one === mark.kind);
    return kind ? [line(leave.name, say(`mark.${kind}`))] : [];
  });
  const sessions = new Map(
    decided.flatMap(({ leave, canInform }) =>
      canInform ? [[leave.session.id, leave.session] as const] : [],
    ),
  );
  const inform = [...sessions].map(([occasionId, { date }]) =>
    button(
      say('leaveMany.inform', { date }),
      { class: 'button tonal', 'data-action': 'leave-inform' },
      () => wantNotice({ kind: 'leaveDecision', occasionId }),
    ),
  );
  const open = refused.map(({ position, reason }) => line(leaves[position]?.name ?? '', reason));
  const facts = { n: decided.length, open: refused.length };
  return {
    tone: open.length + marks.length > 0 ? 'warning' : 'good',
    status: say(refused.length > 0 ? 'leaveMany.someDone' : 'leaveMany.done', facts),
    details: [
      ...open,
      ...marks,
      ...inform,
      button(say('leave.again'), { class: 'button outlined', 'data-action': 'leave-again' }, () =>
        showAgain(context, card),
      ),
    ],
  };
}
