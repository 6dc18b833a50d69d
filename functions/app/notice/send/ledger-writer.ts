// Writes to the mail ledger under a lease. A row is known by its key, so it is found again when somebody sorted or moved rows.
import { writeLedger } from '#core/notice/ledger/ledger';
import { readable } from '#core/names/readable';
import type { LedgerRow } from '#core/notice/notice';
import { overlay } from '#core/row-safety/overlay';
import type { Language } from '#core/text/language';
import type { Snapshot } from '#core/workbook/snapshot';
import { isRowsMoved } from '../../runtime/write-with-retry';
import type { HeldLease } from '../../runtime/held-lease';
import { logUnrestoredRows } from '../../runtime/log-unrestored-rows';
import type { Ports } from '../../runtime/use-case';
import { mailerReason } from './mailer-reasons.texts';

export interface LedgerWriter {
  /** Brings these rows into the ledger in one write; of two with the same key the later one counts. Nothing for none. */
  write(rows: readonly LedgerRow[]): Promise<void>;
  /** The workbook as it was read last, with what was written since. */
  written(): Snapshot;
}

interface Parts {
  readonly lease: HeldLease;
  readonly language: Language;
  /** Reads the workbook again. */
  readonly reread: () => Promise<Snapshot>;
}

const MAX_ATTEMPTS = 20;
const WAIT_MS = 500;

/** `snapshot` was read under the lease. */
export function ledgerWriter(
  snapshot: Snapshot,
  { lease, language, reread }: Parts,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): LedgerWriter {
  let basis = snapshot;
  const inWords = (row: LedgerRow): LedgerRow =>
    row.reason === null ? row : { ...row, reason: mailerReason(row.reason, language) };
  return {
    written: () => basis,
    async write(rows) {
      if (rows.length === 0) return;
      for (let tries = 1; ; tries += 1) {
        const changes = readable(basis, writeLedger(basis, rows.map(inWords), language));
        try {
          await lease.apply(basis, changes);
          basis = overlay(basis, changes);
          return;
        } catch (error) {
          await logUnrestoredRows(error, basis, ports);
          if (!isRowsMoved(error) || tries === MAX_ATTEMPTS) throw error;
          await ports.pause(WAIT_MS);
          basis = await reread();
        }
      }
    },
  };
}
