// Whether a person may evaluate a session, and has done so.
import { leaveGrants } from '../leave/leave-grants';
import { rowsIn } from '../model/book';
import { membersOf } from '../notice/candidates';
import { timedSessionOf, type TimedSession } from '../model/session';
import { turnoutOf } from '../notice/turnout';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { readAnswerRows } from './answer-rows';
import { evaluationEnd } from '../model/evaluation-time';

export interface EvaluationState {
  readonly session: TimedSession;
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
  const session = timedSessionOf(rowsIn(snapshot, 'schedule'), sessionId);
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

function whoCame(snapshot: Snapshot, session: TimedSession): ReadonlySet<string> {
  const { id, date, audience = null } = session;
  const members = membersOf(snapshot, { date, audience });
  const turnout = turnoutOf(snapshot, id, members, leaveGrants(snapshot.tables)(id));
  return new Set(
    turnout.flatMap(({ memberId, outcome }) => (outcome === 'attended' ? [memberId] : [])),
  );
}

function speakerName(snapshot: Snapshot, { speakerId }: TimedSession): string | null {
  const speaker = rowsIn(snapshot, 'speakers').find(({ cells }) => cells.id === speakerId);
  return speaker?.cells.name ?? null;
}

function isOpenAt(
  snapshot: Snapshot,
  session: TimedSession,
  { now, settings }: Omit<EvaluationQuery, 'sessionId'>,
): boolean {
  // Only who attended gets here: a state that cannot be read is not in their way.
  const isHeld = session.state !== 'planned' && session.state !== 'cancelled';
  const isInTime = now < evaluationEnd(session.date, settings);
  return isHeld && isInTime && !readAnswerRows(snapshot.tables).opened.has(session.id);
}
