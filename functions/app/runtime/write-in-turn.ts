// What people write at the same time is written one after the other: of two at once, the second reads what the first wrote before it decides.
import { randomUUID } from 'node:crypto';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { isMoved, type Decided } from './decide-and-write';
import { moveOnce } from './hold-lease';
import { noteDisturbed } from './note-disturbed';
import type { Ports } from './use-case';
import { withPatience } from './with-patience';

export interface Turn<T> {
  /** Reads all that the decision needs. */
  readonly read: () => Promise<Snapshot>;
  /** May be called again with a newer workbook; without changes nothing is written. */
  readonly decide: (snapshot: Snapshot) => Decided<T>;
}

/** A few hundred people may answer within minutes of a notice. */
const MOST_TRIES = 20;
const LONGEST_WAIT_MS = 400;

/** Throws `AppError` answersBusy when others keep writing, rowsMoved when rows are moved again and again. */
export async function writeInTurn<T>(
  spreadsheetId: string,
  { read, decide }: Turn<T>,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): Promise<T> {
  const { workbook, pause } = ports;
  for (let tries = 1; ; tries += 1) {
    // The turn is read first: whoever writes after that changes it.
    const from = await withPatience(() => workbook.readLease(spreadsheetId, 'answers'), ports);
    const snapshot = await withPatience(read, ports);
    const { changes, result } = decide(snapshot);
    if (changes.length === 0) return result;
    try {
      await moveOnce(snapshot, { lease: 'answers', from, to: randomUUID(), changes }, ports);
      return result;
    } catch (error) {
      await noteDisturbed(error, snapshot, ports);
      const isOvertaken = error instanceof AppError && error.refusal === 'leaseHeld';
      if (!isOvertaken && !isMoved(error)) throw error;
      if (tries === MOST_TRIES)
        throw isOvertaken ? new AppError('answersBusy', { cause: error }) : error;
      await pause(Math.ceil(Math.random() * LONGEST_WAIT_MS));
    }
  }
}
