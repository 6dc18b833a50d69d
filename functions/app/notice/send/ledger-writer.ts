// Writes to the mail ledger under a lease. A row is known by its key, so it is found again when somebody sorted or moved rows.
import { writeLedger } from '#core/notice/ledger/ledger';
import type { LedgerRow } from '#core/notice/notice';
import { overlay } from '#core/row-safety/overlay';
import type { Language } from '#core/text/language';
import type { Snapshot } from '#core/workbook/snapshot';
import { isMoved } from '../../runtime/decide-and-write';
import type { Fence } from '../../runtime/hold-lease';
import { noteDisturbed } from '../../runtime/note-disturbed';
import type { Ports } from '../../runtime/use-case';

export interface LedgerWriter {
  /** Brings these rows into the ledger in one write; of two with the same key the later one counts. Nothing for none. */
  write(rows: readonly LedgerRow[]): Promise<void>;
}

interface Parts {
  readonly fence: Fence;
  readonly language: Language;
  /** Reads the workbook again. */
  readonly reread: () => Promise<Snapshot>;
}

const MOST_TRIES = 20;
const WAIT_MS = 500;

/** `snapshot` was read under the lease. */
export function ledgerWriter(
  snapshot: Snapshot,
  { fence, language, reread }: Parts,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): LedgerWriter {
  let basis = snapshot;
  return {
    async write(rows) {
      if (rows.length === 0) return;
      for (let tries = 1; ; tries += 1) {
        const changes = writeLedger(basis, rows, language);
        try {
          await fence.apply(basis, changes);
          basis = overlay(basis, changes);
          return;
        } catch (error) {
          await noteDisturbed(error, basis, ports);
          if (!isMoved(error) || tries === MOST_TRIES) throw error;
          await ports.pause(WAIT_MS);
          basis = await reread();
        }
      }
    },
  };
}
