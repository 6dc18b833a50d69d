// What public pages take in is written one at a time: of two at once, the second reads what the first wrote before it decides.
import { randomUUID } from 'node:crypto';
import type { WorkbookChange } from '#core/workbook/change';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../errors';
import { moveOnce } from './hold-lease';
import type { Ports } from './use-case';
import { withPatience } from './with-patience';

export interface Turn<T> {
  /** Reads all that the decision needs. */
  readonly read: () => Promise<Snapshot>;
  /** May be called again with a newer workbook; without changes nothing is written. */
  readonly decide: (snapshot: Snapshot) => {
    readonly changes: readonly WorkbookChange[];
    readonly result: T;
  };
}

/** A few hundred people may answer within minutes of a notice. */
const MOST_TRIES = 20;
const LONGEST_WAIT_MS = 400;

/** Throws `AppError` answersBusy when others keep writing. */
export async function writeInTurn<T>(
  spreadsheetId: string,
  { read, decide }: Turn<T>,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): Promise<T> {
  const { workbook, pause } = ports;
  for (let tries = 1; ; tries += 1) {
    // The mark is read first: whoever writes after that changes it.
    const from = await withPatience(() => workbook.readLease(spreadsheetId, 'answers'), ports);
    const { changes, result } = decide(await withPatience(read, ports));
    if (changes.length === 0) return result;
    try {
      const move = { lease: 'answers', from, to: randomUUID(), changes } as const;
      await moveOnce(spreadsheetId, move, ports);
      return result;
    } catch (error) {
      if (!(error instanceof AppError) || error.refusal !== 'leaseHeld') throw error;
      if (tries === MOST_TRIES) throw new AppError('answersBusy', { cause: error });
      await pause(Math.ceil(Math.random() * LONGEST_WAIT_MS));
    }
  }
}
