// The right to write one workbook's ledger, held by one sender at a time and renewed in every write.
import { randomUUID } from 'node:crypto';
import { formatLease, isLeaseFree } from '#core/notice/ledger/lease';
import type { LeaseName, WorkbookChange } from '#core/workbook/write/change';
import { emptyBasis, type Basis } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import type { Ports } from './use-case';
import { retry } from './retry';

export interface HeldLease {
  /** Carries out the changes, decided from `basis`, if the lease is still ours, and renews it in the same step. */
  apply(basis: Basis, changes: readonly WorkbookChange[]): Promise<void>;
  release(): Promise<void>;
}

type LeasePorts = Pick<Ports, 'workbook' | 'clock' | 'pause'>;

/** Throws `AppError` leaseHeld when somebody else is at it. */
export async function acquireLease(spreadsheetId: string, ports: LeasePorts): Promise<HeldLease> {
  const { workbook, clock } = ports;
  const token = randomUUID();
  let count = 0;
  let held = await retry(() => workbook.readLease(spreadsheetId), ports);
  if (!isLeaseFree(held, clock.now())) throw new AppError('leaseHeld');
  const apply = async (basis: Basis, changes: readonly WorkbookChange[]): Promise<void> => {
    count += 1;
    const next = formatLease(token, count, clock.now());
    try {
      await applyOnce(basis, { from: held, to: next, changes }, ports);
      held = next;
    } catch (error) {
      // What was taken back was carried out before, and moved the lease.
      const isAt = await retry(() => workbook.readLease(spreadsheetId), ports);
      if (isAt === next) held = next;
      throw error;
    }
  };
  const nothing = emptyBasis(spreadsheetId);
  await apply(nothing, []);
  return {
    apply,
    async release() {
      try {
        await applyOnce(nothing, { from: held, to: null, changes: [] }, ports);
      } catch {
        // A lease that could not be released expires by itself; what was done stays done.
      }
    },
  };
}

interface LeasedWrite {
  readonly lease?: LeaseName;
  readonly from: string | null;
  readonly to: string | null;
  readonly changes: readonly WorkbookChange[];
}

/**
 * Carries a write out exactly once, even when its answer is lost: the lease moves with it, so a second try is refused when the first one
 * was carried out, or arrives late after all.
 */
export async function applyOnce(basis: Basis, move: LeasedWrite, ports: LeasePorts): Promise<void> {
  const { lease: name = 'sending', from, to } = move;
  const lease = { kind: 'moveLease', lease: name, from, to } as const;
  await retry(() => ports.workbook.apply(basis, [lease, ...move.changes]), ports);
}
