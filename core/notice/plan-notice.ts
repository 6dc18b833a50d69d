// Workbook → who gets a notice of which session. Decides only; nothing is sent here.
import { rowsIn } from '../model/book';
import { leaveGrants } from '../leave/leave-grants';
import type { Snapshot } from '../workbook/snapshot';
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
  const entries = rowsIn(snapshot, 'speakers');
  return entries.find((entry) => entry.whole?.id === session.speakerId)?.whole ?? null;
}
