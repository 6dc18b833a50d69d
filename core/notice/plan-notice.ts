// Workbook and day → who is to be told about which session. Decides only; nothing is sent here.
import type { Day } from '../calendar/day';
import { inOfficialOrder, isDue, isOnRoster } from '../roster/due';
import { parseTable, type Entry } from '../workbook/parse-table';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs';
import {
  ledgerKey,
  type LedgerRow,
  type Member,
  type NoticePlan,
  type Recipient,
  type Session,
  type Skip,
  type SkipCode,
} from './notice';

/** The tabs that a notice is planned from. */
export const NOTICE_TABS = ['schedule', 'roster', 'speakers', 'leave', 'notices'] as const;

/** The session with this id; without one, the next planned session from today on. Null when there is none. */
export function findSession(
  snapshot: Snapshot,
  sessionId: string | undefined,
  today: Day,
): Entry<Session> | null {
  const entries = parseTable(TABS.schedule, tableOf(snapshot, 'schedule')).entries;
  if (sessionId !== undefined) return entries.find((entry) => entry.cells.id === sessionId) ?? null;
  const next = entries
    .filter(
      ({ cells }) => cells.state === 'planned' && cells.date !== undefined && cells.date >= today,
    )
    .sort((a, b) => ((a.cells.date ?? '') < (b.cells.date ?? '') ? -1 : 1));
  return next[0] ?? null;
}

export function planNotice(snapshot: Snapshot, session: Session): NoticePlan {
  const speakers = parseTable(TABS.speakers, tableOf(snapshot, 'speakers')).entries;
  const speaker = speakers.find((entry) => entry.whole?.id === session.speakerId)?.whole ?? null;
  const judge = judgeOf(snapshot, session);
  const recipients: Recipient[] = [];
  const skipped: Skip[] = [];
  for (const entry of rosterOf(snapshot, session)) {
    const { id, name } = entry.member;
    const code = judge(entry);
    if (code !== null) skipped.push({ memberId: id, name, code });
    else
      recipients.push({
        memberId: id,
        name,
        post: entry.member.post,
        address: entry.member.email ?? '',
      });
  }
  return { session, speaker, recipients, skipped };
}

interface RosterEntry {
  readonly member: Pick<Member, 'id' | 'name' | 'post' | 'email' | 'notify'>;
  readonly due: boolean;
  /** Something is written in the e-mail cell, readable or not. */
  readonly hasAddress: boolean;
}

/** Everybody on the roster that day, in official order; a row with a bad address still stands for a person. */
function rosterOf(snapshot: Snapshot, session: Session): RosterEntry[] {
  const table = tableOf(snapshot, 'roster');
  const { entries, positions } = parseTable(TABS.roster, table);
  const addressAt = positions.get('email') ?? -1;
  return entries
    .flatMap(({ row, cells }) => {
      const {
        id,
        name,
        post = null,
        email = null,
        notify = null,
        unitOrder = 0,
        personOrder = 0,
      } = cells;
      if (id === undefined || name === undefined || !isOnRoster(cells, session.date)) return [];
      const hasAddress = String(table.rows[row - 1]?.[addressAt] ?? '').trim() !== '';
      return [
        {
          member: { id, name, post, email, notify },
          due: isDue(cells, session),
          hasAddress,
          unitOrder,
          personOrder,
        },
      ];
    })
    .sort(inOfficialOrder);
}

type Judge = (entry: RosterEntry) => SkipCode | null;

function judgeOf(snapshot: Snapshot, session: Session): Judge {
  const onLeave = approvedLeave(snapshot, session.id);
  const states = ledgerStates(snapshot);
  const addresses = new Set<string>();
  return ({ member, due, hasAddress }) => {
    if (!due) return 'notDue';
    const state = states.get(ledgerKey(snapshot.spreadsheetId, session.id, 'weekly', member.id));
    if (state === 'sent') return 'alreadySent';
    if (state === 'sending' || state === 'unknown') return 'unconfirmed';
    if (onLeave.has(member.id)) return 'onLeave';
    if (member.notify === false) return 'notifyOff';
    if (member.email === null) return hasAddress ? 'badAddress' : 'noAddress';
    if (addresses.has(member.email)) return 'sharedAddress';
    addresses.add(member.email);
    return null;
  };
}

function approvedLeave(snapshot: Snapshot, sessionId: string): Set<string> {
  const { entries } = parseTable(TABS.leave, tableOf(snapshot, 'leave'));
  return new Set(
    entries.flatMap(({ cells }) =>
      cells.sessionId === sessionId && cells.decision === 'approved' && cells.memberId
        ? [cells.memberId]
        : [],
    ),
  );
}

function ledgerStates(snapshot: Snapshot): Map<string, LedgerRow['state']> {
  const { entries } = parseTable(TABS.notices, tableOf(snapshot, 'notices'));
  return new Map(
    entries.flatMap(({ cells }) =>
      cells.key !== undefined && cells.state !== undefined ? [[cells.key, cells.state]] : [],
    ),
  );
}
