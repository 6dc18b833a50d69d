// What people write at the same time is written one after the other: of two at once, the second reads what the first wrote before it
// decides. Public pages use it, and clerks' leave and sign-in sheets.
import { randomUUID } from 'node:crypto';
import { overlay } from '#core/row-safety/overlay';
import { readable } from '#core/names/readable';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { isRowsMoved, type PlannedWrite } from './write-with-retry';
import { applyOnce } from './held-lease';
import { logUnrestoredRows } from './log-unrestored-rows';
import type { Ports } from './use-case';
import { retry } from './retry';
import type { WriteMemory } from './write-memory';

export interface OptimisticWrite<T> {
  /** Reads all that the decision needs. */
  readonly read: () => Promise<Snapshot>;
  /** The same from the write before: without its version and its structure. */
  readonly again?: {
    readonly memory: WriteMemory;
    readonly read: (known: Snapshot) => Promise<Snapshot>;
  };
  /** May be called again with a newer workbook; without changes nothing is written. */
  readonly decide: (snapshot: Snapshot) => PlannedWrite<T>;
  /** The refusal when others keep writing: `answersBusy` speaks to participants on a public page, `writeConflict` to clerks. */
  readonly whenBusy: 'answersBusy' | 'writeConflict';
}

/** A few hundred people may answer within minutes of a notice. */
const MAX_ATTEMPTS = 20;
const MAX_BACKOFF_MS = 400;

/** Throws `AppError` `whenBusy` when others keep writing, rowsMoved when rows are moved again and again. */
export async function optimisticWrite<T>(
  spreadsheetId: string,
  { read, decide, whenBusy, again }: OptimisticWrite<T>,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): Promise<T> {
  const { workbook, clock, pause } = ports;
  const memory = again?.memory;
  for (let tries = 1; ; tries += 1) {
    const last = memory?.take(spreadsheetId, clock.now()) ?? null;
    const placesAt = last?.placesAt ?? clock.now();
    // The version is read first: every later write changes it.
    const from =
      last === null
        ? await retry(() => workbook.readLease(spreadsheetId, 'answers'), ports)
        : last.version;
    const snapshot = await retry(() => (again && last ? again.read(last.snapshot) : read()), ports);
    const { changes: planned, result } = decide(snapshot);
    if (planned.length === 0) {
      memory?.keep(spreadsheetId, { version: from, snapshot, placesAt });
      return result;
    }
    const changes = readable(snapshot, planned);
    const to = randomUUID();
    try {
      await applyOnce(snapshot, { lease: 'answers', from, to, changes }, ports);
      memory?.keep(spreadsheetId, { version: to, snapshot: overlay(snapshot, changes), placesAt });
      return result;
    } catch (error) {
      await logUnrestoredRows(error, snapshot, ports);
      const isOvertaken = error instanceof AppError && error.refusal === 'leaseHeld';
      if (!isOvertaken && !isRowsMoved(error)) throw error;
      if (isOvertaken) memory?.rest(spreadsheetId, clock.now());
      if (tries === MAX_ATTEMPTS)
        throw isOvertaken ? new AppError(whenBusy, { cause: error }) : error;
      await pause(Math.ceil(Math.random() * MAX_BACKOFF_MS));
    }
  }
}
