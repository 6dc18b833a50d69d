// What a clerk should look at before and after a leave is decided: short notice, the wrong approver, missing proof, too much leave.
import { addDays, daysBetween, yearOf } from '../calendar/day';
import type { Book } from '../model/book';
import { LEAVE_KINDS, type LeaveKind } from '../workbook/tabs/leave-kinds';
import { fill, type Language } from '../text/language';
import { approverEntitlement } from './approvers';
import { attendedOnLeave } from './attended-on-leave';
import { wholeLeaves } from '../model/leave-extent';
import {
  countsTowardsShare,
  isTooMuch,
  leaveShares,
  shownFraction,
  type FindShare,
} from './leave-share';
import { isInForce, leaveStateOf, type LeaveCells } from '../model/leave-state';
import { makeUpDueOn } from './make-up';
import { isWhole, sessionLeaveOf, leavesInForce, type Leave } from '../model/session-leave';
import { type ConcernCode, SENTENCES } from './concerns.texts';

export interface Concern {
  readonly code: ConcernCode;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Of the other leave concerned. */
  readonly kind?: LeaveKind;
}

/** For any number of leaves of one workbook; in the order of `CONCERNS`. */
export function findConcerns(book: Book): (leave: Leave) => Concern[] {
  const shareOf = leaveShares(book);
  return (leave) => {
    const { cells } = leave;
    return [
      ...timing(book, cells),
      ...approval(book, cells),
      ...proof(cells),
      ...share(book, cells, shareOf),
      ...another(book, leave),
      ...attended(book, leave),
      ...overdue(book, cells),
    ];
  };
}

export function formatConcern({ code, facts, kind }: Concern, language: Language): string {
  const words = kind ? { kind: LEAVE_KINDS[kind].label[language] } : {};
  return fill(SENTENCES[code][language], { ...facts, ...words });
}

function timing(book: Book, cells: LeaveCells): Concern[] {
  const { sessionId, requestedOn } = cells;
  const date = book.sessions.get(sessionId ?? '')?.cells.date;
  if (date === undefined) return [];
  const days = Math.trunc(book.settings.leaveLeadDays);
  const found: Concern[] = [];
  if (requestedOn && requestedOn > date)
    found.push({ code: 'askedAfter', facts: { asked: requestedOn } });
  else if (requestedOn && days > 0 && requestedOn > addDays(date, -days))
    found.push({ code: 'shortNotice', facts: { asked: requestedOn, days } });
  const decided = decidedAfter(book, cells);
  if (decided !== null) found.push({ code: 'decidedAfter', facts: { decided } });
  return found;
}

/** When the leave was decided, if that was after the session had begun; on its day only where both times are known. */
export function decidedAfter(book: Pick<Book, 'sessions'>, cells: LeaveCells): string | null {
  const { decidedOn, decidedAt } = cells;
  const { date, start } = book.sessions.get(cells.sessionId ?? '')?.cells ?? {};
  if (!decidedOn || date === undefined || decidedOn < date) return null;
  if (decidedOn > date) return decidedOn;
  return decidedAt && start && decidedAt > start ? `${decidedOn} ${decidedAt}` : null;
}

function approval(book: Book, cells: LeaveCells): Concern[] {
  const on = cells.decidedOn ?? book.today;
  const member = book.roster.nearestRow(cells.memberId ?? '', on)?.cells;
  if (!member || !cells.approver || !isInForce(leaveStateOf(cells))) return [];
  const { approver, kind = null } = cells;
  const entitlement = approverEntitlement(book, member, { approver, kind, on });
  if (entitlement === 'self') return [{ code: 'selfApproved', facts: {} }];
  return entitlement === 'notEntitled' ? [{ code: 'notEntitled', facts: { approver } }] : [];
}

function proof({ kind, proof: paper }: LeaveCells): Concern[] {
  return kind && LEAVE_KINDS[kind].proof !== null && !paper ? [{ code: 'noProof', facts: {} }] : [];
}

function share(book: Book, cells: LeaveCells, shareOf: FindShare): Concern[] {
  const date = book.sessions.get(cells.sessionId ?? '')?.cells.date;
  const state = leaveStateOf(cells);
  const isAsked = state === 'pending';
  if (date === undefined || !cells.memberId || !(isAsked || isInForce(state))) return [];
  const asked =
    isAsked && countsTowardsShare(cells) && isWholeIfApproved(book, cells) ? cells.sessionId : null;
  if (isAsked && !asked) return [];
  const found = shareOf(cells.memberId, yearOf(date), asked);
  const { leaveShare: limit } = book.settings;
  if (!isTooMuch(found, limit)) return [];
  return [
    {
      code: isAsked ? 'wouldBeTooMuch' : 'tooMuch',
      facts: { ...found, limit: shownFraction(limit) },
    },
  ];
}

/** Alone, or with the parts that are approved already. */
function isWholeIfApproved(book: Book, cells: LeaveCells): boolean {
  const { sessionId, memberId = '' } = cells;
  const holding = book
    .leaveOf(memberId)
    .filter((other) => other.cells.sessionId === sessionId && isInForce(leaveStateOf(other.cells)));
  return wholeLeaves(book, [...holding, { cells }]).length > 0;
}

/** Two leaves for parts of a session may well go together. */
function another(book: Book, leave: Leave): Concern[] {
  const pair = sessionLeaveOf(book, leave);
  if (pair === null || !(isPending(leave) || isInForce(leaveStateOf(leave.cells)))) return [];
  const isPart = !isWhole(book, leave);
  const other = leavesInForce(pair).find(
    (each) => each.row !== leave.row && !(isPart && !isWhole(book, each)),
  );
  const { kind, id = '' } = other?.cells ?? {};
  if (!kind) return [];
  return [{ code: 'another', kind, facts: { leave: id ?? '' } }];
}

const isPending = ({ cells }: Leave): boolean => leaveStateOf(cells) === 'pending';

function attended(book: Book, { row }: Leave): Concern[] {
  const status = attendedOnLeave(book).get(row)?.status ?? null;
  return status === null ? [] : [{ code: 'attended', facts: { status } }];
}

function overdue(book: Book, cells: LeaveCells): Concern[] {
  const days = overdueDays(book, cells);
  return days > 0 ? [{ code: 'makeUpOverdue', facts: { days } }] : [];
}

/** Days by which a make-up that is owed is late; 0 when it is not. */
export function overdueDays(book: Book, cells: LeaveCells): number {
  const due = makeUpDueOn(book, cells);
  return due === null ? 0 : Math.max(0, daysBetween(due, book.today));
}
