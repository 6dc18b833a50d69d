// The mark of one person at one session as all their leave together gives it, or as it was before when none is in force any more.
import type { Book } from '../model/book';
import type { AttendanceRow, AttendanceRows, StatusWords } from '../model/attendance-rows';
import { partialMinutes, wholeLeaves } from '../model/leave-extent';
import { isInForce, leaveStateOf } from '../model/leave-state';
import {
  applyLeave,
  restoreMark,
  NOT_RECORDED_WORD,
  type LeaveMark,
  type MarkChange,
  type MarkPlan,
} from './mark-plan';
import { renderMemory, type MarkMemory } from '../model/mark-memory';
import { planMinutes, type MinutesPlan } from './minutes-plan';
import {
  memoryOf,
  decisiveLeave,
  leavesInForce,
  type Leave,
  type SessionLeave,
} from '../model/session-leave';

export interface MarkLookup {
  readonly rows: AttendanceRows;
  readonly statuses: StatusWords;
}

/** What happened just now: one leave came to hold, or one no longer does (its cells as they were). Neither: decisions were typed. */
export interface LeaveChange {
  readonly approved?: Leave;
  readonly ended?: Leave;
}

export interface ReconciledMark {
  /** What became of the mark, in one. */
  readonly mark: MarkPlan;
  readonly changes: readonly MarkChange[];
  /** Leave whose memory of the mark is to be written. */
  readonly memories: readonly { readonly leave: Leave; readonly markBefore: string | null }[];
  /** Whether any leave is in force. */
  readonly hasLeaveInForce: boolean;
}

interface Facts extends LeaveChange {
  readonly book: Book;
  readonly pair: SessionLeave;
  readonly holding: readonly Leave[];
  /** Of those that hold, what excuses from all of the session. */
  readonly whole: readonly Leave[];
  readonly ruling: Leave | null;
  readonly memory: MarkMemory;
  readonly rows: readonly AttendanceRow[];
  readonly statuses: StatusWords;
}

export function reconcileMark(
  book: Book,
  pair: SessionLeave,
  { rows, statuses }: MarkLookup,
  cause: LeaveChange = {},
): ReconciledMark {
  if (isUnclear(book, pair))
    return { mark: { kind: 'none' }, changes: [], memories: [], hasLeaveInForce: true };
  const holding = leavesInForce(pair);
  const whole = wholeLeaves(book, holding);
  const facts: Facts = {
    ...cause,
    book,
    pair,
    holding,
    whole,
    statuses,
    ruling: decisiveLeave(whole, cause.approved?.row),
    memory: memoryOf(pair, statuses),
    rows: rows(pair.sessionId, pair.memberId),
  };
  const status = planStatus(facts);
  const minutes = isEmptied(status) ? NO_MINUTES : minutesOf(facts);
  const changes = [status, minutes.mark].filter((mark) => mark.kind === 'change');
  const memory = { status: statusMemory(facts, status), minutes: minutes.memory };
  return {
    mark: reportedMark(status, minutes.mark),
    changes,
    memories: memories(facts, renderMemory(memory)),
    hasLeaveInForce: holding.length > 0,
  };
}

const NO_MINUTES: MinutesPlan = { mark: { kind: 'none' }, memory: null };

/** The row that leave had added is dropped: nothing is written beside a mark that is not there. */
const isEmptied = (mark: MarkPlan): boolean =>
  mark.kind === 'change' && mark.values.sessionId === null;

/** Leave that is in force, but cannot be read: then nothing is changed. */
function isUnclear(book: Book, { leaves }: SessionLeave): boolean {
  return leaves.some(
    ({ row, cells }) =>
      isInForce(leaveStateOf(cells)) && (!cells.kind || book.isUnreadable('leave', row, 'minutes')),
  );
}

function planStatus(facts: Facts): MarkPlan {
  const { book, ruling, ended, memory, statuses } = facts;
  const { language } = book.settings;
  const kind = ruling?.cells.kind;
  if (kind) {
    const markBefore = memory.status ?? (isOfOthers(facts) ? NOT_RECORDED_WORD[language] : null);
    return applyLeave(leaveMark(facts, kind, markBefore), facts.rows, { statuses, language });
  }
  const last = (ended ?? facts.pair.leaves.find(({ cells }) => cells.markBefore))?.cells.kind;
  const wasWhole = ended !== undefined && wholeLeaves(book, [...facts.holding, ended]).length > 0;
  const isOurs = memory.status !== null || wasWhole;
  if (!last || !isOurs) return { kind: 'none' };
  return restoreMark(leaveMark(facts, last, memory.status), facts.rows, { statuses, language });
}

function leaveMark(
  { book, pair }: Facts,
  kind: LeaveMark['kind'],
  markBefore: string | null,
): LeaveMark {
  const { sessionId, memberId } = pair;
  const isHeld = book.sessions.get(sessionId)?.cells.state === 'held';
  return { kind, sessionId, memberId, markBefore, isHeld };
}

/**
 * Whether a mark of leave of which nothing is remembered came from leave: entered with the sign-in sheet for what was approved by then.
 * When leave is approved, it may also be what a clerk had entered.
 */
function isOfOthers({ approved, holding, rows, statuses }: Facts): boolean {
  if (approved === undefined) return true;
  const kind = statuses.meaningOf(rows[0]?.status ?? '')?.leave;
  return holding.some(({ row, cells }) => row !== approved.row && cells.kind === kind);
}

function statusMemory(facts: Facts, plan: MarkPlan): string | null {
  const { approved, memory, ruling, rows } = facts;
  if (plan.kind === 'change') return plan.markBefore;
  if (plan.kind === 'noStatus' || plan.kind === 'unclear') return memory.status;
  if (ruling === null) return null;
  // The clerk had entered the leave's own status before it was approved: that is the mark from before.
  const isAsEntered = plan.kind === 'none' && ruling.row === approved?.row && !isOfOthers(facts);
  return memory.status ?? (isAsEntered ? (rows[0]?.status ?? null) : null);
}

function minutesOf({ book, holding, whole, approved, ended, memory, rows }: Facts): MinutesPlan {
  const of = ({ cells }: Leave): number => partialMinutes(book, cells) ?? 0;
  const total = holding.reduce((sum, each) => sum + of(each), 0);
  const ownOf = (leave: Leave | undefined): number => (leave ? of(leave) : 0);
  // Parts that together are the whole session leave no minutes: those entered for the others are removed.
  const isTogether = whole.length > 0 && whole.every((leave) => of(leave) > 0);
  const leave = isTogether
    ? { total: 0, approved: 0, ended: total - ownOf(approved) }
    : { total, approved: ownOf(approved), ended: ownOf(ended) };
  return planMinutes({ ...leave, memory: memory.minutes }, rows);
}

/** One leave remembers for all: the one that rules, so that the others may end before it. */
function memories(
  { pair, holding, ruling }: Facts,
  markBefore: string | null,
): ReconciledMark['memories'] {
  const had = pair.leaves.find(({ cells }) => cells.markBefore);
  const holder = ruling ?? holding.at(-1) ?? had;
  return pair.leaves.flatMap((leave) => {
    const due = leave.row === holder?.row ? markBefore : null;
    return due === (leave.cells.markBefore ?? null) ? [] : [{ leave, markBefore: due }];
  });
}

/** Both parts in one, for the clerk; a part that could not be reconciled comes before one that did not change. */
function reportedMark(status: MarkPlan, minutes: MarkPlan): MarkPlan {
  if (minutes.kind !== 'change') return status;
  if (status.kind !== 'change') return status.kind === 'none' ? minutes : status;
  const join = (left: string, right: string): string => [left, right].filter(Boolean).join(' ');
  return {
    ...status,
    before: join(status.before, minutes.before),
    after: join(status.after, minutes.after),
  };
}
