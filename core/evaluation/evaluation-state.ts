// Whether a person may evaluate a session, and has done so.
import { leaveGrants } from '../leave/leave-grants';
import { rowsIn } from '../model/book';
import { membersOf } from '../notice/candidates';
import type { ScheduleRow } from '../notice/notice';
import { turnoutOf } from '../notice/turnout';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { readAnswerRows } from './answer-rows';
import { evaluationEnd } from '../model/evaluation-time';

export interface EvaluationState {
  readonly session: ScheduleRow;
  readonly speaker: string | null;
  /** False before the session was held, after the last day, and once answers were opened. */
  readonly isOpen: boolean;
  readonly hasAnswered: boolean;
}

export interface EvaluationQuery {
  readonly sessionId: string;
  readonly now: Date;
  readonly settings: Settings;
}

export interface Listener {
  readonly memberId: string;
  /** The person's proof of having answered. */
  readonly ballot: string;
}

/** For one session, read once for all its listeners. Null when there is no such session, or the person did not come to it. */
export function readEvaluationStates(
  snapshot: Snapshot,
  { sessionId, ...at }: EvaluationQuery,
): (listener: Listener) => EvaluationState | null {
  const session = rowsIn(snapshot, 'schedule').find(({ whole }) => whole?.id === sessionId)?.whole;
  if (!session) return () => null;
  const came = whoCame(snapshot, session);
  const ballots = new Set(rowsIn(snapshot, 'ballots').map(({ cells }) => cells.ballot));
  const facts = {
    session,
    speaker: speakerName(snapshot, session),
    isOpen: isOpenAt(snapshot, session, at),
  };
  return ({ memberId, ballot }) =>
    came.has(memberId) ? { ...facts, hasAnswered: ballots.has(ballot) } : null;
}

function whoCame(snapshot: Snapshot, session: ScheduleRow): ReadonlySet<string> {
  const leave = leaveGrants(snapshot.tables)(session.id);
  const turnout = turnoutOf(snapshot, session.id, membersOf(snapshot, session), leave);
  return new Set(
    turnout.flatMap(({ memberId, outcome }) => (outcome === 'attended' ? [memberId] : [])),
  );
}

function speakerName(snapshot: Snapshot, { speakerId }: ScheduleRow): string | null {
  const speaker = rowsIn(snapshot, 'speakers').find(({ cells }) => cells.id === speakerId);
  return speaker?.cells.name ?? null;
}

function isOpenAt(
  snapshot: Snapshot,
  session: ScheduleRow,
  { now, settings }: Omit<EvaluationQuery, 'sessionId'>,
): boolean {
  const isHeld = session.state === 'held' && now < evaluationEnd(session.date, settings);
  return isHeld && !readAnswerRows(snapshot.tables).opened.has(session.id);
}
