// What one speaker has answered to the invitation to one session, and whether an answer can still be given.
import { entriesOf, rowsIn, type EntryOf } from '../model/book';
import { isAhead, timedSessionOf, type TimedSession } from '../model/session';
import { sessionStart } from '../notice/occasion';
import type { Snapshot } from '../workbook/snapshot';
import type { Tables } from '../workbook/table';

export type InvitationEntry = EntryOf<'invitations'>;

export interface InvitedSpeaker {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
}

export interface InvitationState {
  readonly session: TimedSession;
  readonly speaker: InvitedSpeaker;
  /** False once the session has begun, is over, or is cancelled. */
  readonly isOpen: boolean;
  /** Null: not answered yet. */
  readonly answer: InvitationEntry | null;
  /** Whether the session has another day or time than the one that was answered. */
  readonly isMoved: boolean;
}

export interface InvitationQuery {
  readonly sessionId: string;
  readonly speakerId: string;
  readonly now: Date;
  readonly timeZone: string;
}

/** Null when there is no such session, or when somebody else speaks there now. */
export function readInvitation(snapshot: Snapshot, query: InvitationQuery): InvitationState | null {
  const { sessionId, speakerId, now, timeZone } = query;
  const session = timedSessionOf(rowsIn(snapshot, 'schedule'), sessionId);
  const speaker = rowsIn(snapshot, 'speakers').find(({ cells }) => cells.id === speakerId)?.cells;
  if (!session || session.speakerId !== speakerId || speaker?.name === undefined) return null;
  const answer = answerOf(snapshot.tables, sessionId, speakerId);
  return {
    session,
    speaker: { id: speakerId, name: speaker.name, unit: speaker.unit ?? null },
    isOpen: isAhead(session) && now < sessionStart(session, timeZone),
    answer,
    isMoved: answer !== null && answer.cells.announced !== arrangementOf(session),
  };
}

/** The last row of this speaker and session; a workbook without the tab has none. */
export function answerOf(
  tables: Tables,
  sessionId: string,
  speakerId: string,
): InvitationEntry | null {
  const entries = entriesOf(tables, 'invitations');
  return (
    entries.findLast(
      ({ cells }) => cells.sessionId === sessionId && cells.speakerId === speakerId,
    ) ?? null
  );
}

/** `2026-03-06 14:30—17:00`: what an answer is about. */
export const arrangementOf = ({
  date,
  start,
  end,
}: Pick<TimedSession, 'date' | 'start' | 'end'>): string => `${date} ${start}—${end}`;
