// The mail ledger: one row per message, written before and after it is sent.
import { appendRows } from '../../workbook/write/append-rows';
import type { Snapshot } from '../../workbook/snapshot';
import type { WorkbookChange } from '../../workbook/write/change';
import type { Language } from '../../text/language';
import { updateRow } from '../../workbook/write/update-row';
import type { LedgerRow } from '../notice';
import { ownRows } from './own-rows';

/**
 * The messages' rows: of one that failed or was planned before the attempts go on counting. To another address they begin anew; those
 * to the former one count as one, which tells that an earlier mail was to somewhere else.
 */
export function planLedger(
  snapshot: Snapshot,
  messages: readonly LedgerRow[],
): readonly LedgerRow[] {
  const known = new Map(ownRows(snapshot).map(({ cells }) => [cells.key, cells]));
  return messages.map((row) => {
    const { attempts, recipient } = known.get(row.key) ?? row;
    const made = attempts ?? 0;
    return { ...row, attempts: recipient === row.recipient ? made : Math.min(made, 1) };
  });
}

/** The rows of the ledger that fit. */
export function findLedgerRows(
  snapshot: Snapshot,
  fits: (row: LedgerRow) => boolean,
): readonly LedgerRow[] {
  const entries = ownRows(snapshot);
  return entries.flatMap(({ whole }) => (whole && fits(whole) ? [whole] : []));
}

/** The changes that bring these rows into the ledger: over the row with the same key, else below the last one. */
export function writeLedger(
  snapshot: Snapshot,
  rows: readonly LedgerRow[],
  language: Language,
): WorkbookChange[] {
  const entries = ownRows(snapshot);
  const known = new Map(entries.map(({ row, cells }) => [cells.key, row]));
  const latest = [...new Map(rows.map((row) => [row.key, row])).values()];
  const fresh = latest.filter(({ key }) => !known.has(key));
  return [
    ...latest.flatMap((values) => {
      const row = known.get(values.key);
      return row === undefined ? [] : updateRow(snapshot, 'notices', { row, values, language });
    }),
    ...appendRows(snapshot, 'notices', { rows: fresh, language }),
  ];
}
