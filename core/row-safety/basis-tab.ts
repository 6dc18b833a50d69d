// One tab of the workbook as it was read: its cells, its declared columns and the cells that identify its rows.
import { cellAt } from '../workbook/cell-grid';
import type { HeaderLines } from '../workbook/header-lines';
import { findHeaders } from '../workbook/headers';
import { KEY_COLUMNS } from '../workbook/key-columns';
import type { Basis, TabPlace } from '../workbook/snapshot';
import { isBlank, type Cell } from '../workbook/table';
import type { TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs/index';

export interface BasisTab {
  readonly place: TabPlace;
  /** Down to the last row with anything in it, the header included. */
  readonly height: number;
  /** Where the headings are; the entries begin below. */
  readonly lines: HeaderLines;
  readonly width: number;
  /** Undefined for a blank cell. */
  cell(row: number, column: number): Cell | undefined;
  /** Positions of Lectern's own columns. A clerk's may hold formulas that change with every write. */
  readonly declared: readonly number[];
  /** Positions of the columns that identify a row; empty when the tab has none, or lacks one of them. */
  readonly key: readonly number[];
}

/** Null when the tab's cells were not read, or it is not one of Lectern's declared tabs. */
export function basisTab(snapshot: Basis, sheetId: number): BasisTab | null {
  const place = snapshot.places.find((candidate) => candidate.sheetId === sheetId);
  const table = Object.values(snapshot.tables).find((candidate) => candidate.sheetId === sheetId);
  if (!place || !table) return null;
  const { cells } = table;
  const { positions, lines } = findHeaders(TABS[table.key], table);
  return {
    place,
    height: cells.height,
    lines,
    width: cells.columns.length,
    cell: (row, column) => cellAt(cells, row, column),
    declared: [...positions.values()].toSorted((a, b) => a - b),
    key: keyPositions(table.key, positions),
  };
}

function keyPositions(key: TabKey, positions: ReadonlyMap<string, number>): number[] {
  const names = KEY_COLUMNS[key] ?? [];
  const found = names.flatMap((name) => positions.get(name) ?? []);
  return found.length === names.length ? found : [];
}

/** Blank cells are alike, however they are given. */
export function isSameCell(left: Cell | undefined, right: Cell | undefined): boolean {
  return left === right || (isBlank(left) && isBlank(right));
}

/** A row's cells in these columns as one text; two rows have the same text only when these cells are alike. */
export function rowContent(
  cell: (column: number) => Cell | undefined,
  columns: readonly number[],
): string {
  return JSON.stringify(columns.map((column) => (isBlank(cell(column)) ? null : cell(column))));
}
