// The registry as read: the workbooks that a deployment serves, and who administers them.
import { entriesOf } from '../model/book';
import { filledRow } from '../workbook/read/filled-row';
import type { Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import { TABS } from '../workbook/tabs/index';

/** A row of the tab Workbooks. */
export interface RegisteredWorkbook {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly region: string;
  readonly state: 'active' | 'paused' | 'closed';
  readonly contact: string;
  readonly scriptId: string | null;
  /** Whose tokens open it; empty: the only audience that the deployment accepts. */
  readonly clientIds: readonly string[];
  /** The service account that edits it; null: the deployment's own. */
  readonly account: string | null;
  /** When there is something to do. */
  readonly nextDue: Date | null;
  /** When a run was last handed to the queue. */
  readonly queuedAt: Date | null;
  readonly lastRun: Date | null;
  readonly lastError: string | null;
  /** The sheet's own row number. */
  readonly row: number;
}

export interface Registry {
  /** One for each id, in the order of the rows. */
  readonly workbooks: ReadonlyMap<string, RegisteredWorkbook>;
  /** Lower case. */
  readonly admins: readonly string[];
}

/** A row that cannot be read in its needed cells is left out; of two with the same id the first counts. Throws when the tab Workbooks was not read. */
export function readRegistry({ tables }: Pick<Snapshot, 'tables'>): Registry {
  if (!tables.workbooks) throw new Error('the tab workbooks was not read');
  const workbooks = new Map<string, RegisteredWorkbook>();
  for (const { row, cells } of entriesOf(tables, 'workbooks')) {
    const entry = filledRow(TABS.workbooks, cells);
    if (entry !== null && !workbooks.has(entry.id)) workbooks.set(entry.id, toWorkbook(entry, row));
  }
  const admins = entriesOf(tables, 'administrators').flatMap(({ cells }) =>
    cells.email === undefined ? [] : [cells.email.toLowerCase()],
  );
  return { workbooks, admins: [...new Set(admins)] };
}

function toWorkbook(entry: TabRow<typeof TABS.workbooks>, row: number): RegisteredWorkbook {
  const { id, state, scriptId, account, lastError } = entry;
  return {
    id,
    name: entry.name ?? '',
    district: entry.district ?? '',
    region: entry.region ?? '',
    state,
    contact: entry.contact ?? '',
    scriptId,
    clientIds: (entry.clientIds ?? '').split(/[\s,，、;；]+/).filter((part) => part !== ''),
    account: account?.toLowerCase() ?? null,
    nextDue: instantOf(entry.nextDue),
    queuedAt: instantOf(entry.queuedAt),
    lastRun: instantOf(entry.lastRun),
    lastError,
    row,
  };
}

const instantOf = (value: string | null): Date | null => (value === null ? null : new Date(value));
