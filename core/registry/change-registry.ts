// What is written into the registry, as plain data. A row is found by its id; an administrator's other cells are left alone.
import type { Day } from '../calendar/day';
import { toLanguage } from '../text/language';
import type { Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import type { Tabs } from '../workbook/tabs/index';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import { readRegistry } from './registry';

type WorkbookRow = TabRow<Tabs['workbooks']>;

/** What whoever adds a workbook knows of it. */
export interface NewWorkbook {
  readonly id: string;
  readonly name: string;
  readonly district?: string;
  readonly region?: string;
  readonly contact?: string;
  readonly scriptId?: string;
  readonly clientIds?: readonly string[];
  readonly account?: string;
  readonly addedOn: Day;
}

/**
 * Adds the workbook as active; of one that has a row already only what is given is written, and its day and state stay. Nothing for an
 * entry that is there as it is.
 */
export function enterWorkbook(snapshot: Snapshot, workbook: NewWorkbook): WorkbookChange[] {
  const { id, addedOn, clientIds, ...given } = workbook;
  const known = readRegistry(snapshot).workbooks.get(id);
  const values: Partial<WorkbookRow> = {
    ...given,
    ...(clientIds && { clientIds: clientIds.join(', ') }),
  };
  const language = toLanguage(snapshot.locale);
  if (!known) {
    const rows = [{ id, state: 'active' as const, addedOn, ...values }];
    return appendRows(snapshot, 'workbooks', { rows, language });
  }
  const present: Readonly<Record<string, unknown>> = {
    ...known,
    clientIds: known.clientIds.join(', '),
  };
  const isNew = Object.entries(values).some(([key, value]) => (present[key] ?? '') !== value);
  return isNew
    ? updateRow(snapshot, 'workbooks', { row: known.row, values, language, dependsOn: ['id'] })
    : [];
}

/** What Lectern itself keeps of a workbook; what is not named stays. */
export interface WorkbookNote {
  readonly id: string;
  readonly nextDue?: Date | null;
  readonly queuedAt?: Date;
  readonly lastRun?: Date;
  readonly lastError?: string | null;
}

/** Workbooks that have no row any more are left out. */
export function noteWorkbooks(
  snapshot: Snapshot,
  notes: readonly WorkbookNote[],
): WorkbookChange[] {
  const { workbooks } = readRegistry(snapshot);
  const language = toLanguage(snapshot.locale);
  return notes.flatMap((note) => {
    const known = workbooks.get(note.id);
    return known
      ? updateRow(snapshot, 'workbooks', {
          row: known.row,
          values: cellsOf(note),
          language,
          dependsOn: ['id'],
        })
      : [];
  });
}

/** A cell has at most 50,000 characters, and nobody reads more than a few lines. */
const MOST_CHARACTERS = 500;

function cellsOf({ nextDue, queuedAt, lastRun, lastError }: WorkbookNote): Partial<WorkbookRow> {
  return {
    ...(nextDue !== undefined && { nextDue: nextDue?.toISOString() ?? null }),
    ...(queuedAt !== undefined && { queuedAt: queuedAt.toISOString() }),
    ...(lastRun !== undefined && { lastRun: lastRun.toISOString() }),
    ...(lastError !== undefined && { lastError: lastError?.slice(0, MOST_CHARACTERS) ?? null }),
  };
}
