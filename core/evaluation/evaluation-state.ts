// Whether one person may evaluate one session, and has done so.
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
  readonly memberId: string;
  readonly now: Date;
  readonly settings: Settings;
  /** The person's proof of having answered. */
  readonly ballot: string;
}

/** Null when there is no such session, or the person did not come to it. */
export function readEvaluationState(
  snapshot: Snapshot,
  { sessionId, memberId, now, settings, ballot }: EvaluationQuery,
): EvaluationState | null {
  const session = timedSessionOf(rowsIn(snapshot, 'schedule'), sessionId);
  if (!session || !cameTo(snapshot, session, memberId)) return null;
  return {
    session,
    speaker: speakerName(snapshot, session),
    isOpen: isOpenAt(snapshot, session, { now, settings }),
    hasAnswered: rowsIn(snapshot, 'ballots').some(({ cells }) => cells.ballot === ballot),
  };
}

function cameTo(snapshot: Snapshot, session: TimedSession, memberId: string): boolean {
  const person = membersOf(snapshot, {
    date: session.date,
    audience: session.audience ?? null,
  }).filter((one) => one.memberId === memberId);
  const leave = leaveGrants(snapshot.tables)(session.id);
  const [turnout] = turnoutOf(snapshot, session.id, person, leave);
  return turnout?.outcome === 'attended';
}

function speakerName(snapshot: Snapshot, { speakerId }: TimedSession): string | null {
  const speaker = rowsIn(snapshot, 'speakers').find(({ cells }) => cells.id === speakerId);
  return speaker?.cells.name ?? null;
}

function isOpenAt(
  snapshot: Snapshot,
  session: TimedSession,
  { now, settings }: Pick<EvaluationQuery, 'now' | 'settings'>,
): boolean {
  // Only who attended gets here: a state that cannot be read is not in their way.
  const isHeld = session.state !== 'planned' && session.state !== 'cancelled';
  const isInTime = now < evaluationEnd(session.date, settings);
  return isHeld && isInTime && !readAnswerRows(snapshot.tables).opened.has(session.id);
}
