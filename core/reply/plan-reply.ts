// Answers → the rows to write: one row of the replies tab a person and session, and one undecided request for leave.
import { rowsIn } from '../model/book';
import { minutesOf } from '../calendar/day';
import { toLocalTime } from '../calendar/zone';
import { freeIds } from '../model/free-ids';
import type { Language } from '../text/language';
import { maskNumbers } from '../text/mask';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import type { LEAVE } from '../workbook/tabs/leave';
import { updateRow } from '../workbook/write/update-row';
import { readReplyState, type ReplyState } from './reply-state';

export type GivenAnswer =
  | { readonly answer: 'attend' }
  | {
      readonly answer: 'leave';
      readonly kind: LeaveKind;
      readonly reason: string;
      /** What is handed in; null: nothing yet. */
      readonly proof: string | null;
      /** Of a part of the session; null: all of it. */
      readonly minutes: number | null;
    };

/** One person's answer to one session's notice. */
export interface ReplyClaim {
  readonly memberId: string;
  readonly given: GivenAnswer;
}

interface ReplyContext {
  readonly sessionId: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly language: Language;
}

interface PlannedReplies {
  readonly changes: readonly WorkbookChange[];
  /** The state of each person afterwards, in the order of the claims; null for a person who is not on that day's roster. */
  readonly results: readonly (ReplyState | null)[];
}

/** Of two answers of one person the last counts. The same answer twice gives the same rows. */
export function planReplies(
  snapshot: Snapshot,
  claims: readonly ReplyClaim[],
  at: ReplyContext,
): PlannedReplies {
  const last = new Map(claims.map((claim) => [claim.memberId, withoutNumbers(claim.given)]));
  const nextId = freeIds(rowsIn(snapshot, 'leave'), 'leave');
  const changes: WorkbookChange[] = [];
  const states = new Map<string, ReplyState | null>();
  for (const [memberId, given] of last) {
    const state = readReplyState(snapshot, { ...at, memberId });
    const counts = state !== null && state.closed === null && !isDecided(state);
    states.set(memberId, counts ? afterwards(state, given) : state);
    if (!counts) continue;
    changes.push(...replyRow(snapshot, state, given, at));
    changes.push(...leaveRow(snapshot, state, given, { ...at, nextId }));
  }
  return { changes, results: claims.map(({ memberId }) => states.get(memberId) ?? null) };
}

/** A number of an identity or bank card in a reason or proof is not kept: the page and the register would show it. */
function withoutNumbers(given: GivenAnswer): GivenAnswer {
  if (given.answer === 'attend') return given;
  const { reason, proof } = given;
  return {
    ...given,
    reason: maskNumbers(reason),
    proof: proof === null ? null : maskNumbers(proof),
  };
}

/** Rows that are new have no number yet. */
const NEW_ROW = 0;

function afterwards(state: ReplyState, given: GivenAnswer): ReplyState {
  const reply = { row: state.reply?.row ?? NEW_ROW, answer: given.answer };
  const pending = state.leave?.decision === 'pending' ? state.leave : null;
  if (given.answer === 'attend')
    return { ...state, reply, leave: pending ? { ...pending, isClosed: true } : state.leave };
  const { kind, reason, proof } = given;
  const minutes = partOf(state.session, given.minutes);
  const row = pending?.row ?? NEW_ROW;
  const asked = {
    row,
    kind,
    reason,
    proof,
    minutes,
    decision: 'pending',
    isClosed: false,
  } as const;
  return { ...state, reply, leave: asked };
}

/** As many minutes as the session has, or more, are all of it. */
function partOf({ start, end }: ReplyState['session'], minutes: number | null): number | null {
  const length = minutesOf(end) - minutesOf(start);
  return minutes !== null && minutes < length ? minutes : null;
}

/** A decided request is changed by clerks only: nothing is written then. */
export function isDecided({ leave }: ReplyState): boolean {
  return leave !== null && leave.decision !== 'pending' && !leave.isClosed;
}

function replyRow(
  snapshot: Snapshot,
  { session, member, reply }: ReplyState,
  given: GivenAnswer,
  { now, language }: ReplyContext,
): WorkbookChange[] {
  const values = {
    sessionId: session.id,
    memberId: member.memberId,
    answer: given.answer,
    reason: given.answer === 'leave' ? given.reason : null,
    at: now.toISOString(),
  };
  return reply
    ? updateRow(snapshot, 'replies', { row: reply.row, values, language })
    : appendRows(snapshot, 'replies', { rows: [values], language });
}

/** A person who attends after all withdraws an undecided request; a second request changes the first. */
function leaveRow(
  snapshot: Snapshot,
  { session, member, leave }: ReplyState,
  given: GivenAnswer,
  { now, timeZone, language, nextId }: ReplyContext & { readonly nextId: () => string },
): WorkbookChange[] {
  const today = toLocalTime(now, timeZone).day;
  const pending = leave?.decision === 'pending' ? leave : null;
  if (given.answer === 'attend') {
    if (!pending || pending.isClosed) return [];
    return updateRow(snapshot, 'leave', {
      row: pending.row,
      values: { returnedOn: today },
      language,
    });
  }
  const { kind, reason, proof } = given;
  const values = {
    kind,
    reason,
    proof,
    minutes: partOf(session, given.minutes),
    decision: 'pending',
    returnedOn: null,
    requestedOn: today,
  } as const;
  if (pending) return updateRow(snapshot, 'leave', { row: pending.row, values, language });
  const [id, sessionId] = [nextId(), session.id];
  const row: Partial<TabRow<typeof LEAVE>> = {
    id,
    sessionId,
    memberId: member.memberId,
    ...values,
  };
  return appendRows(snapshot, 'leave', { rows: [row], language });
}
