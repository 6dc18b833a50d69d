// Workbook → who gets a notice of which session. Decides only; nothing is sent here.
import type { Day } from '../calendar/day';
import { leaveGrants } from '../leave/leave-grants';
import { parseTable, type Entry } from '../workbook/read/parse-table';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs';
import { NOTICE_KINDS } from '../workbook/tabs/notice-kinds';
import { candidatesFor, membersOf } from './candidates';
import { readHistory } from './ledger/history';
import { recipientSelector } from './select-recipients';
import {
  type NoticeKind,
  type NoticePlan,
  type Recipient,
  type ScheduleRow,
  type Skip,
} from './notice';
import { turnoutOf } from './turnout';

/** The session with this id; without one, the next from today on, or for a kind that reports the last until today. Null when there is none. */
export function findNoticeSession(
  snapshot: Snapshot,
  kind: NoticeKind,
  choice: { readonly sessionId: string | undefined; readonly today: Day },
): Entry<ScheduleRow> | null {
  const entries = parseTable(TABS.schedule, tableOf(snapshot, 'schedule')).entries;
  const { sessionId, today } = choice;
  if (sessionId !== undefined) return entries.find((entry) => entry.cells.id === sessionId) ?? null;
  const { state } = NOTICE_KINDS[kind];
  const dayOf = (entry: Entry<ScheduleRow>): string => entry.cells.date ?? '';
  const fitting = entries
    .filter(({ cells }) => cells.state === state && cells.date !== undefined)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  if (state === 'held') return fitting.findLast((entry) => dayOf(entry) <= today) ?? null;
  return fitting.find((entry) => dayOf(entry) >= today) ?? null;
}

export function planNotice(
  snapshot: Snapshot,
  kind: NoticeKind,
  entry: { readonly row: number; readonly session: ScheduleRow },
): NoticePlan {
  const { session, row } = entry;
  const speaker = speakerOf(snapshot, session);
  const history = readHistory(snapshot, session.id);
  const candidates = candidatesFor(kind, snapshot, session, history);
  const leave = leaveGrants(snapshot.tables)(session.id);
  const turnout =
    NOTICE_KINDS[kind].state === 'held'
      ? turnoutOf(snapshot, session.id, membersOf(snapshot, session), leave)
      : [];
  const select = recipientSelector({ snapshot, kind, session, speaker, history, leave, turnout });
  const recipients: Recipient[] = [];
  const skipped: Skip[] = [];
  for (const candidate of candidates) {
    const selection = select(candidate);
    if (typeof selection !== 'string') recipients.push(selection);
    else skipped.push({ memberId: candidate.memberId, name: candidate.name, code: selection });
  }
  return { kind, session, row, speaker, recipients, skipped, turnout };
}

function speakerOf(snapshot: Snapshot, session: ScheduleRow): NoticePlan['speaker'] {
  const { entries } = parseTable(TABS.speakers, tableOf(snapshot, 'speakers'));
  return entries.find((entry) => entry.whole?.id === session.speakerId)?.whole ?? null;
}
