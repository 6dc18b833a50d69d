// A change to the workbook: decided from what was read, refused when rows moved since, and then read and decided again.
import { inBatches } from '#core/row-safety/in-batches';
import { overlay } from '#core/row-safety/overlay';
import type { WorkbookChange } from '#core/workbook/write/change';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import type { WorkbookPort } from '../../ports/workbook';
import { noteDisturbed } from './note-disturbed';
import type { Ports } from './use-case';

export interface Decided<T> {
  /** None: nothing is written. */
  readonly changes: readonly WorkbookChange[];
  readonly result: T;
}

export interface Decision<T> {
  /** Reads again all that the decision needs. */
  readonly reread: () => Promise<Snapshot>;
  /** May be called again with a newer workbook. */
  readonly decide: (snapshot: Snapshot) => Decided<T> | Promise<Decided<T>>;
  /** In place of the workbook's own: a write under a lease. */
  readonly apply?: WorkbookPort['apply'];
  /** The changes do no harm one by one: many are written in several batches. */
  readonly maySplit?: boolean;
}

/** Clerks insert and sort a row at a time. */
const MOST_TRIES = 8;
const LONGEST_WAIT_MS = 400;

/** Throws `AppError` rowsMoved when rows are moved again and again. */
export async function decideAndWrite<T>(
  first: Snapshot,
  {
    reread,
    decide,
    apply = (...change) => ports.workbook.apply(...change),
    maySplit = false,
  }: Decision<T>,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): Promise<T> {
  let snapshot = first;
  for (let tries = 1; ; tries += 1) {
    const { changes, result } = await decide(snapshot);
    if (changes.length === 0) return result;
    try {
      let basis = snapshot;
      for (const batch of maySplit ? inBatches(changes) : [changes]) {
        await apply(basis, batch);
        basis = overlay(basis, batch);
      }
      return result;
    } catch (error) {
      await noteDisturbed(error, snapshot, ports);
      if (!isMoved(error) || tries === MOST_TRIES) throw error;
      await ports.pause(Math.ceil(Math.random() * LONGEST_WAIT_MS));
      snapshot = await reread();
    }
  }
}

/** Nothing was written: deciding again may do. */
export const isMoved = (error: unknown): boolean =>
  error instanceof AppError && error.refusal === 'rowsMoved';
