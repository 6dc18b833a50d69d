// The findings → the checks tab written anew, each with a link to its cell. Reasons that a clerk gave stay with their finding.
import type { RenderedFinding } from '../contract/rendered-finding';
import type { Language } from '../text/language';
import type { WorkbookChange } from '../workbook/write/change';
import { cellAt } from '../workbook/cell-grid';
import { findHeaders } from '../workbook/headers';
import { parseTable } from '../workbook/read/parse-table';
import { placeOf, tableOf, type Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import { isBlank, type Table } from '../workbook/table';
import { CHECKS } from '../workbook/tabs/system';
import { writeRow, type RowCells } from '../workbook/write/write-row';
import { reasonsIn, type ReasonOf } from './accepted-findings';

type CheckRow = TabRow<typeof CHECKS>;

export function planChecksTab(
  snapshot: Snapshot,
  findings: readonly RenderedFinding[],
  language: Language,
): WorkbookChange[] {
  const place = placeOf(snapshot, 'checks');
  if (!place) throw new Error('the checks tab was not read');
  const table = tableOf(snapshot, 'checks');
  const { entries, positions } = parseTable(CHECKS, table);
  const firstRow = findHeaders(CHECKS, table).lines.last + 1;
  const reasonOf = reasonsIn(table);
  const rows = findings.map((found) =>
    writeRow(CHECKS, toRow(found, reasonOf), positions, language),
  );
  const links = findings.map(linkTo);
  const last = entries.at(-1)?.row ?? firstRow;
  const blank = writeRow(CHECKS, EMPTY, positions, language);
  while (rows.length < last - firstRow) {
    rows.push(blank);
    links.push(null);
  }
  const column = positions.get('cell');
  // A link leads where the address beside it says: if that is in the cell already, the link is too.
  const changed = links.map((link, row) =>
    LINKED.every((name) => isSame(table, firstRow + row, positions.get(name), rows[row]))
      ? undefined
      : link,
  );
  return [
    ...writeList(place, firstRow, rows),
    ...(column === undefined || changed.every((link) => link === undefined)
      ? []
      : [
          {
            kind: 'linkCells' as const,
            sheetId: place.sheetId,
            firstRow,
            column,
            links: changed,
          },
        ]),
  ];
}

const LINKED = ['tab', 'cell'] as const;

function isSame(
  { cells }: Table,
  row: number,
  position: number | undefined,
  written: RowCells | undefined,
): boolean {
  if (position === undefined) return true;
  const now = cellAt(cells, row, position);
  return isBlank(now) ? isBlank(written?.[position]) : now === written?.[position];
}

/** Within the workbook, so that it leads to the cell in whichever copy it is pressed. */
function linkTo({ sheetId, cell }: RenderedFinding): string | null {
  return sheetId === null || cell === null ? null : `#gid=${sheetId}&range=${cell}`;
}

function writeList(
  place: { sheetId: number; rowCount: number },
  firstRow: number,
  rows: readonly RowCells[],
): WorkbookChange[] {
  const { sheetId, rowCount } = place;
  const addRows = firstRow + rows.length - rowCount;
  return [
    ...(addRows > 0
      ? [{ kind: 'growTab' as const, sheetId, rowCount, addRows, addColumns: 0 }]
      : []),
    ...(rows.length > 0
      ? [
          {
            kind: 'writeCells' as const,
            sheetId,
            firstRow,
            firstColumn: 0,
            rows,
            isWholeList: true as const,
          },
        ]
      : []),
  ];
}

function toRow(found: RenderedFinding, reasonOf: ReasonOf | null): CheckRow {
  const row = {
    severity: found.severity,
    tab: found.tabTitle,
    cell: found.cell,
    entry: found.entry || null,
    rule: found.rule,
    message: found.message,
    value: found.value,
    suggestion: found.fix ? `${found.suggestion} → ${found.fix.after}` : found.suggestion,
  };
  return { ...row, ignoreReason: reasonOf?.(row) ?? null };
}

const EMPTY = {
  severity: null,
  tab: null,
  cell: null,
  entry: null,
  rule: null,
  message: null,
  value: null,
  suggestion: null,
  ignoreReason: null,
} as unknown as Partial<CheckRow>; // null empties a cell, also one that a finding always fills
