// A change to the workbook: decided from what was read, refused when rows moved since, and then read and decided again.
import { readable } from '#core/names/readable';
import { inBatches } from '#core/row-safety/in-batches';
import { overlay } from '#core/row-safety/overlay';
import type { WorkbookChange } from '#core/workbook/write/change';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import type { WorkbookPort } from '../../ports/workbook';
import { logUnrestoredRows } from './log-unrestored-rows';
import type { Ports } from './use-case';

export interface PlannedWrite<T> {
  /** None: nothing is written. */
  readonly changes: readonly WorkbookChange[];
  readonly result: T;
}

export interface WriteAttempt<T> {
  /** Reads again all that the decision needs. */
  readonly reread: () => Promise<Snapshot>;
  /** May be called again with a newer workbook. */
  readonly decide: (snapshot: Snapshot) => PlannedWrite<T> | Promise<PlannedWrite<T>>;
  /** In place of the workbook's own: a write under a lease. */
  readonly apply?: WorkbookPort['apply'];
  /** The changes do no harm one by one: many are written in several batches. */
  readonly maySplit?: boolean;
}

/** Clerks insert and sort a row at a time. */
const MAX_ATTEMPTS = 8;
const MAX_BACKOFF_MS = 400;

/** Throws `AppError` rowsMoved when rows are moved again and again. */
export async function writeWithRetry<T>(
  first: Snapshot,
  {
    reread,
    decide,
    apply = (...change) => ports.workbook.apply(...change),
    maySplit = false,
  }: WriteAttempt<T>,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): Promise<T> {
  let snapshot = first;
  for (let tries = 1; ; tries += 1) {
    const { changes: planned, result } = await decide(snapshot);
    if (planned.length === 0) return result;
    const changes = readable(snapshot, planned);
    try {
      let basis = snapshot;
      for (const batch of maySplit ? inBatches(changes) : [changes]) {
        await apply(basis, batch);
        basis = overlay(basis, batch);
      }
      return result;
    } catch (error) {
      await logUnrestoredRows(error, snapshot, ports);
      if (!isRowsMoved(error) || tries === MAX_ATTEMPTS) throw error;
      await ports.pause(Math.ceil(Math.random() * MAX_BACKOFF_MS));
      snapshot = await reread();
    }
  }
}

/** Nothing was written: deciding again may do. */
export const isRowsMoved = (error: unknown): boolean =>
  error instanceof AppError && error.refusal === 'rowsMoved';
