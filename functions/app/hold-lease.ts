// The right to write one workbook's ledger, held by one sender at a time and renewed in every write.
import { randomUUID } from 'node:crypto';
import { leaseUntil, mayTake } from '#core/notice/lease';
import type { LeaseName, WorkbookChange } from '#core/workbook/change';
import { AppError } from '../errors';
import type { Ports } from './use-case';
import { isPassing, withPatience } from './with-patience';

export interface Fence {
  /** Carries out the changes if the lease is still ours, and renews it in the same step. */
  apply(changes: readonly WorkbookChange[]): Promise<void>;
  release(): Promise<void>;
}

type Needs = Pick<Ports, 'workbook' | 'clock' | 'pause'>;

/** Throws `AppError` leaseHeld when somebody else is at it. */
export async function holdLease(spreadsheetId: string, ports: Needs): Promise<Fence> {
  const { workbook, clock } = ports;
  const token = randomUUID();
  let count = 0;
  let held = await withPatience(() => workbook.readLease(spreadsheetId), ports);
  if (!mayTake(held, clock.now())) throw new AppError('leaseHeld');
  const apply = async (changes: readonly WorkbookChange[]): Promise<void> => {
    count += 1;
    const next = leaseUntil(token, count, clock.now());
    await moveOnce(spreadsheetId, { from: held, to: next, changes }, ports);
    held = next;
  };
  await apply([]);
  return {
    apply,
    async release() {
      try {
        await moveOnce(spreadsheetId, { from: held, to: null, changes: [] }, ports);
      } catch {
        // A lease that could not be given back runs out by itself; what was done stands.
      }
    },
  };
}

interface Move {
  readonly lease?: LeaseName;
  readonly from: string | null;
  readonly to: string | null;
  readonly changes: readonly WorkbookChange[];
}

/**
 * Carries a write out exactly once, even when its answer is lost: the lease moves with it, so the value read back tells whether it
 * was carried out. A second try is refused when the first one arrives late after all.
 */
export async function moveOnce(spreadsheetId: string, move: Move, ports: Needs): Promise<void> {
  const { workbook } = ports;
  const { lease: name = 'sending', from, to } = move;
  const lease = { kind: 'moveLease', lease: name, from, to } as const;
  await withPatience(async () => {
    try {
      await workbook.apply(spreadsheetId, [lease, ...move.changes]);
    } catch (error) {
      const isRefused = error instanceof AppError && error.refusal === 'leaseHeld';
      if (!isRefused && !isPassing(error)) throw error;
      const present = await withPatience(() => workbook.readLease(spreadsheetId, name), ports);
      if (present === move.to) return;
      if (present !== move.from) throw new AppError('leaseHeld', { cause: error });
      throw isRefused ? new AppError('sheetsDown', { cause: error }) : error;
    }
  }, ports);
}
