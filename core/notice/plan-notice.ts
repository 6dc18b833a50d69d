// Workbook → who gets a notice, whatever it is about. Decides only; nothing is sent here.
import { foldName } from '../text/clean';
import { rowsIn } from '../model/book';
import type { Day } from '../calendar/day';
import { leaveGrants, type LeaveGrant } from '../leave/leave-grants';
import type { Snapshot } from '../workbook/snapshot';
import { filledRow } from '../workbook/read/filled-row';
import { TABS } from '../workbook/tabs/index';
import { NOTICE_KINDS } from '../workbook/tabs/notice-kinds';
import { decidedLeave } from '../leave/decided-leave';
import { candidatesFor, membersOf } from './candidates';
import { readHistory } from './ledger/history';
import { sessionOccasion } from './occasion';
import { recipientSelector, type SelectionFacts } from './select-recipients';
import {
  type Candidate,
  type NoticeKind,
  type NoticePlan,
  type Occasion,
  type Recipient,
  type ScheduleRow,
  type Skip,
} from './notice';
import { turnoutOf } from './turnout';

/** A notice about one session. */
export function planNotice(
  snapshot: Snapshot,
  kind: NoticeKind,
  entry: { readonly row: number; readonly session: ScheduleRow },
): NoticePlan {
  const { session, row } = entry;
  const leave = leaveGrants(snapshot.tables)(session.id);
  const turnout =
    NOTICE_KINDS[kind].state === 'held'
      ? turnoutOf(snapshot, session.id, membersOf(snapshot, session), leave)
      : [];
  const occasion = sessionOccasion(session);
  const speaker = speakerOf(snapshot, session);
  return selectPeople({
    snapshot,
    kind,
    occasion,
    row,
    speaker,
    leave,
    turnout,
    today: session.date,
  });
}

/** A notice about something else than a session. */
export function planOtherNotice(
  snapshot: Snapshot,
  kind: NoticeKind,
  at: { readonly occasion: Occasion; readonly today: Day },
): NoticePlan {
  const nothing = { row: null, speaker: null, leave: NO_LEAVE, turnout: [] };
  return selectPeople({ snapshot, kind, ...at, ...nothing });
}

const NO_LEAVE: ReadonlyMap<string, LeaveGrant> = new Map();

type PlanFacts = Omit<SelectionFacts, 'history' | 'decided'> & Pick<NoticePlan, 'row'>;

function selectPeople({ row, ...given }: PlanFacts): NoticePlan {
  const { snapshot, kind, occasion, speaker, turnout } = given;
  const history = readHistory(snapshot, occasion.id);
  const candidates = candidatesFor(snapshot, { ...given, history });
  const decided =
    NOTICE_KINDS[kind].recipients === 'decided'
      ? decidedLeave(snapshot, occasion.id)
      : new Map<string, never>();
  const select = recipientSelector({ ...given, history, decided });
  const recipients: Recipient[] = [];
  const skipped: Skip[] = [];
  const taken = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { memberId, name, place } = candidate;
    const other = taken.get(memberId);
    // One person in two tabs gets one mail; of two people with one ID only the first can be told apart in the ledger.
    if (other !== undefined) {
      const isSamePerson = other.place.tab !== place.tab && foldName(other.name) === foldName(name);
      if (!isSamePerson) skipped.push({ memberId, name, code: 'sharedId' });
      continue;
    }
    taken.set(memberId, candidate);
    const selection = select(candidate);
    if (typeof selection !== 'string') recipients.push(selection);
    else skipped.push({ memberId, name, code: selection });
  }
  return { kind, occasion, row, speaker, recipients, skipped, turnout };
}

function speakerOf(snapshot: Snapshot, session: ScheduleRow): NoticePlan['speaker'] {
  const entries = rowsIn(snapshot, 'speakers');
  const entry = entries.find(
    ({ cells }) => cells.id !== undefined && cells.id === session.speakerId,
  );
  return entry ? filledRow(TABS.speakers, entry.cells) : null;
}
