// How far each send has come, as its rows in the ledger say: seen by everybody who opens the sidebar, whoever sends.
import type { LocalTime } from '../calendar/zone';
import { parseTable } from '../workbook/parse-table';
import type { Table } from '../workbook/table';
import { TABS } from '../workbook/tabs';
import { NOTICE_KINDS } from '../workbook/tabs/notices';
import { STATE_FOR, type LedgerRow, type NoticeKind, type Session } from './notice';

export interface SendProgress {
  readonly kind: NoticeKind;
  readonly session: Session;
  /** `interrupted`: mails are still to go, or in doubt, and nobody is sending. */
  readonly state: 'running' | 'interrupted' | 'finished';
  readonly total: number;
  readonly sent: number;
  readonly failed: number;
  /** Nobody knows whether these left. */
  readonly unknown: number;
  /** Not sent yet. */
  readonly waiting: number;
}

interface Now {
  readonly instant: Date;
  readonly local: LocalTime;
  /** Somebody holds the lease. */
  readonly isSending: boolean;
}

/** Older sends are history. */
const SHOWN_DAYS = 7;
const FINISHED_MINUTES = 15;

/** The newest first; of the sends that are not finished only the newest can be the one that runs. */
export function readProgress(
  tables: { readonly notices: Table; readonly schedule: Table },
  now: Now,
): SendProgress[] {
  const sessions = new Map(
    parseTable(TABS.schedule, tables.schedule).entries.flatMap(({ whole }) =>
      whole ? [[whole.id, whole] as const] : [],
    ),
  );
  const groups = groupRows(parseTable(TABS.notices, tables.notices).entries.map(({ cells }) => cells)); // prettier-ignore
  const shown = groups
    .flatMap((group) => {
      const session = sessions.get(group.sessionId);
      return session && isShown(group, session, now) ? [{ ...group, session }] : [];
    })
    .sort((a, b) => b.updatedAt - a.updatedAt);
  const newest = shown.find(({ rows }) => isUnfinished(rows));
  return shown.map((group) => progressOf(group, now.isSending && group === newest));
}

interface Group {
  readonly kind: NoticeKind;
  readonly sessionId: string;
  readonly rows: readonly Partial<LedgerRow>[];
  /** Of the row written last, in milliseconds. */
  readonly updatedAt: number;
}

function groupRows(rows: readonly Partial<LedgerRow>[]): Group[] {
  const groups = new Map<string, Partial<LedgerRow>[]>();
  for (const row of rows) {
    const key = `${row.sessionId ?? ''}|${row.kind ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [{ sessionId, kind: word } = {}] = group;
    const kind = NOTICE_KINDS.find((one) => one === word);
    if (sessionId === undefined || kind === undefined) return [];
    const times = group.map(({ updatedAt }) => Date.parse(updatedAt ?? '') || 0);
    return [{ kind, sessionId, rows: group, updatedAt: Math.max(...times) }];
  });
}

function isShown({ kind, rows, updatedAt }: Group, { date, start }: Session, now: Now): boolean {
  const age = now.instant.getTime() - updatedAt;
  if (!isUnfinished(rows)) return age < FINISHED_MINUTES * 60_000;
  const { day, time } = now.local;
  const isOver = date < day || (date === day && start <= time);
  return age < SHOWN_DAYS * 86_400_000 && (STATE_FOR[kind] === 'held' || !isOver);
}

const OPEN: readonly (string | undefined)[] = ['planned', 'sending', 'retry'];
const isUnfinished = (rows: Group['rows']): boolean =>
  rows.some(({ state }) => OPEN.includes(state));

function progressOf(
  { kind, session, rows }: Group & { readonly session: Session },
  isRunning: boolean,
): SendProgress {
  const count = (...states: readonly (string | undefined)[]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  const stopped = isUnfinished(rows) ? 'interrupted' : 'finished';
  return {
    ...{ kind, session },
    state: isRunning ? 'running' : stopped,
    total: rows.length,
    sent: count('sent'),
    failed: count('failed'),
    // Whoever died while sending left these behind.
    unknown: isRunning ? count('unknown') : count('unknown', 'sending'),
    waiting: isRunning ? count('planned', 'retry', 'sending') : count('planned', 'retry'),
  };
}
