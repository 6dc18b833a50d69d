// The mail ledger: one row per message, written before and after it is sent.
import { parseTable } from '../workbook/parse-table';
import { placeOf, tableOf, type Snapshot } from '../workbook/snapshot';
import type { WorkbookChange } from '../workbook/change';
import type { Positions } from '../workbook/headers';
import { NOTICES } from '../workbook/tabs/system';
import type { Language } from '../text/language';
import { writeRow, type RowCells } from '../workbook/write-row';
import type { LedgerRow } from './notice';

/** One message's row and where it stands; row 0 is the header row. */
export interface LedgerLine {
  readonly index: number;
  readonly row: LedgerRow;
}

export interface Ledger {
  readonly sheetId: number;
  readonly rowCount: number;
  readonly positions: Positions;
  readonly language: Language;
  readonly lines: readonly LedgerLine[];
}

/** Rows for these messages: one that failed or was planned before keeps its row and counts another attempt, others follow the last row. */
export function planLedger(
  snapshot: Snapshot,
  messages: readonly LedgerRow[],
  language: Language,
): Ledger {
  const place = placeOf(snapshot, 'notices');
  if (!place) throw new Error('the notices tab was not read');
  const { entries, positions } = parseTable(NOTICES, tableOf(snapshot, 'notices'));
  const known = new Map(
    entries.map(({ row, cells }) => [cells.key, { index: row - 1, attempts: cells.attempts ?? 0 }]),
  );
  let next = entries.reduce((last, { row }) => Math.max(last, row - 1), 0) + 1;
  const lines = messages.map((row): LedgerLine => {
    const before = known.get(row.key);
    if (before) return { index: before.index, row: { ...row, attempts: before.attempts } };
    next += 1;
    return { index: next - 1, row };
  });
  return { sheetId: place.sheetId, rowCount: place.rowCount, positions, language, lines };
}

/** The ledger with just the rows that fit, to be written back changed. */
export function findLines(
  snapshot: Snapshot,
  fits: (row: LedgerRow) => boolean,
  language: Language,
): Ledger {
  const place = placeOf(snapshot, 'notices');
  if (!place) throw new Error('the notices tab was not read');
  const { entries, positions } = parseTable(NOTICES, tableOf(snapshot, 'notices'));
  const lines = entries.flatMap(({ row, whole }) =>
    whole && fits(whole) ? [{ index: row - 1, row: whole }] : [],
  );
  return { sheetId: place.sheetId, rowCount: place.rowCount, positions, language, lines };
}

/** The writes that bring these lines into the workbook, neighbouring rows together. */
export function writeLedger(ledger: Ledger, lines: readonly LedgerLine[]): WorkbookChange[] {
  const sorted = [...lines].sort((a, b) => a.index - b.index);
  const blocks: { firstRow: number; rows: RowCells[] }[] = [];
  for (const line of sorted) {
    const block = blocks.at(-1);
    const cells = writeRow(NOTICES, line.row, ledger.positions, ledger.language);
    if (block && block.firstRow + block.rows.length === line.index) block.rows.push(cells);
    else blocks.push({ firstRow: line.index, rows: [cells] });
  }
  return blocks.map((block) => ({
    kind: 'writeCells',
    sheetId: ledger.sheetId,
    firstColumn: 0,
    ...block,
  }));
}

/** Room for the lines that do not fit into the tab yet. */
export function growLedger(ledger: Ledger): WorkbookChange[] {
  const needed = ledger.lines.reduce((most, { index }) => Math.max(most, index + 1), 0);
  const { sheetId, rowCount } = ledger;
  const addRows = needed - rowCount;
  return addRows > 0 ? [{ kind: 'growTab', sheetId, rowCount, addRows, addColumns: 0 }] : [];
}
