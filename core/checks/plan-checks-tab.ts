// The findings → the checks tab written anew. Reasons that a clerk gave for ignoring a finding stay with it.
import type { RenderedFinding } from '../contract/rendered-finding';
import type { Language } from '../text/language';
import type { WorkbookChange } from '../workbook/change';
import { parseTable, type Entry } from '../workbook/parse-table';
import { placeOf, tableOf, type Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import { CHECKS } from '../workbook/tabs/system';
import { writeRow, type RowCells } from '../workbook/write-row';

type CheckRow = TabRow<typeof CHECKS>;

/** The same finding on the next run: same rule, tab, cell and value. */
const identity = (row: Partial<CheckRow>): string =>
  [row.rule, row.tab, row.cell, row.value].map((part) => part ?? '').join('|');

export function planChecksTab(
  snapshot: Snapshot,
  findings: readonly RenderedFinding[],
  language: Language,
): WorkbookChange[] {
  const place = placeOf(snapshot, 'checks');
  if (!place) throw new Error('the checks tab was not read');
  const { entries, positions } = parseTable(CHECKS, tableOf(snapshot, 'checks'));
  const reasons = reasonsOf(entries);
  const rows = findings.map((found) =>
    writeRow(CHECKS, toRow(found, reasons), positions, language),
  );
  const last = Math.max(1, ...entries.map((entry) => entry.row));
  const blank = writeRow(CHECKS, EMPTY, positions, language);
  while (rows.length < last - 1) rows.push(blank);
  return writeFromRow2(place, rows);
}

function writeFromRow2(
  place: { sheetId: number; rowCount: number },
  rows: readonly RowCells[],
): WorkbookChange[] {
  const addRows = rows.length + 1 - place.rowCount;
  return [
    ...(addRows > 0
      ? [{ kind: 'growTab' as const, sheetId: place.sheetId, addRows, addColumns: 0 }]
      : []),
    ...(rows.length > 0
      ? [{ kind: 'writeCells' as const, sheetId: place.sheetId, firstRow: 1, firstColumn: 0, rows }]
      : []),
  ];
}

function reasonsOf(entries: readonly Entry<CheckRow>[]): Map<string, string> {
  return new Map(
    entries.flatMap(({ cells }) =>
      cells.ignoreReason ? [[identity(cells), cells.ignoreReason]] : [],
    ),
  );
}

function toRow(found: RenderedFinding, reasons: ReadonlyMap<string, string>): CheckRow {
  const row = {
    severity: found.severity,
    tab: found.tabTitle,
    cell: found.cell,
    rule: found.rule,
    message: found.message,
    value: found.value,
    suggestion: found.suggestion,
  };
  return { ...row, ignoreReason: reasons.get(identity(row)) ?? null };
}

const EMPTY = {
  severity: null,
  tab: null,
  cell: null,
  rule: null,
  message: null,
  value: null,
  suggestion: null,
  ignoreReason: null,
} as unknown as Partial<CheckRow>; // null empties a cell, also one that a finding always fills
