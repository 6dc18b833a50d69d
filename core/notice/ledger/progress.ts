// How far each send has come, from its rows in the ledger. Every open sidebar shows it, also to people who are not sending.
import type { LocalTime } from '../../calendar/zone';
import { entriesOf } from '../../model/book';
import { readSettings } from '../../model/read-settings';
import type { Table } from '../../workbook/table';
import { NOTICE_KINDS } from '../../workbook/tabs/notice-kinds';
import type { LedgerRow, NoticeKind, Occasion } from '../notice';
import { isOwn } from './own-rows';
import { isOver, occasionFinder } from '../occasion';

export interface SendProgress {
  readonly kind: NoticeKind;
  readonly occasion: Occasion;
  /** Nobody is sending and mails are waiting or in doubt: `paused` continues by itself, `interrupted` waits for a clerk. */
  readonly state: 'running' | 'paused' | 'interrupted' | 'finished';
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
/** A send that was idle longer is continued by a clerk only. */
const CONTINUE_HOURS = 24;
/** Times that a server refuses a mail before a clerk has to look. */
export const MAX_ATTEMPTS = 5;

/** Whether a send that continues by itself may still act on this row. A mail in doubt needs a draft, which shows whether it was sent. */
export function canContinue(row: Partial<LedgerRow>): boolean {
  const { state, draftId } = row;
  if (state === 'planned') return true;
  if (state === 'retry') return !isGivenUp(row);
  return (state === 'sending' || state === 'unknown') && (draftId ?? null) !== null;
}

/** A server refused the mail for now so often that a clerk has to look. */
export const isGivenUp = ({ state, attempts }: Partial<LedgerRow>): boolean =>
  state === 'retry' && (attempts ?? 0) >= MAX_ATTEMPTS;

/**
 * By the keys of mails: the addresses that a server refused so often that the schedule tries them no more. A clerk may, with a preview;
 * and so may the schedule once the person has another address.
 */
export function refusedAddresses(rows: readonly Partial<LedgerRow>[]): ReadonlyMap<string, string> {
  const refused = rows.filter(
    ({ state, attempts }) =>
      (state === 'failed' || state === 'retry') && (attempts ?? 0) >= MAX_ATTEMPTS,
  );
  return new Map(
    refused.flatMap(({ key, recipient }) => (key && recipient ? [[key, recipient] as const] : [])),
  );
}

/** The newest first; of the sends that are not finished only the newest can be the one that runs. */
export function readProgress(
  workbook: {
    readonly spreadsheetId: string;
    readonly notices: Table;
    readonly schedule: Table;
    readonly settings?: Table | undefined;
  },
  now: Now,
): SendProgress[] {
  const { spreadsheetId, notices, schedule, settings } = workbook;
  const occasionOf = occasionFinder({ schedule }, readSettings(settings).settings);
  const mails = entriesOf({ notices }, 'notices').filter((mail) => isOwn(mail, spreadsheetId));
  const groups = groupRows(mails.map(({ cells }) => cells));
  const shown = groups
    .flatMap((group) => {
      const occasion = occasionOf(group.kind, group.occasionId);
      return occasion && isShown(group, occasion, now) ? [{ ...group, occasion }] : [];
    })
    .sort((a, b) => b.updatedAt - a.updatedAt);
  const newest = shown.find(({ rows }) => isUnfinished(rows));
  return shown.map((group) => {
    const isRunning = now.isSending && group === newest;
    return progressOf(group, isRunning ? 'running' : idleState(group, now));
  });
}

interface Group {
  readonly kind: NoticeKind;
  readonly occasionId: string;
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
    const [{ sessionId, kind } = {}] = group;
    if (sessionId === undefined || kind === undefined) return [];
    const times = group.map(({ updatedAt }) => Date.parse(updatedAt ?? '') || 0);
    return [{ kind, occasionId: sessionId, rows: group, updatedAt: Math.max(...times) }];
  });
}

function isShown({ kind, rows, updatedAt }: Group, occasion: Occasion, now: Now): boolean {
  const age = now.instant.getTime() - updatedAt;
  if (idleState({ rows, updatedAt }, now) === 'finished') return age < FINISHED_MINUTES * 60_000;
  const looksBack = NOTICE_KINDS[kind].state === 'held';
  return age < SHOWN_DAYS * 86_400_000 && (looksBack || !isOver(occasion, now.local));
}

const OPEN: readonly (string | undefined)[] = ['planned', 'sending', 'retry'];
const isUnfinished = (rows: Group['rows']): boolean =>
  rows.some(({ state }) => OPEN.includes(state));

function idleState(
  { rows, updatedAt }: Pick<Group, 'rows' | 'updatedAt'>,
  { instant }: Now,
): 'paused' | 'interrupted' | 'finished' {
  const hours = (instant.getTime() - updatedAt) / 3_600_000;
  if (hours < CONTINUE_HOURS && rows.some(canContinue)) return 'paused';
  return isUnfinished(rows) ? 'interrupted' : 'finished';
}

function progressOf(
  { kind, occasion, rows }: Group & { readonly occasion: Occasion },
  state: SendProgress['state'],
): SendProgress {
  const isRunning = state === 'running';
  const count = (...states: readonly (string | undefined)[]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  return {
    kind,
    occasion,
    state,
    total: rows.length - count('skipped'),
    sent: count('sent'),
    failed: count('failed', 'bounced'),
    // A sender that died left these behind.
    unknown: isRunning ? count('unknown') : count('unknown', 'sending'),
    waiting: isRunning ? count('planned', 'retry', 'sending') : count('planned', 'retry'),
  };
}
