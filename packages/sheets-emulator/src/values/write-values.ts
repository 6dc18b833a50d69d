/** Writes rows of input into a sheet, and says what was updated as the API counts it. */
import { isSingleCell, type Area } from '../a1/area';
import { columnLetters } from '../a1/column-letters';
import { printRange } from '../a1/print-range';
import { exceedsGrid, printCanonical, type ResolvedRange } from '../a1/resolve-range';
import { invalid } from '../api-error';
import { gridSize, type ReadonlySheet, type Sheet } from '../model/sheet';
import type { EnterValue } from './enter-value';
import type { InputRow } from './input-values';

export interface WrittenValues {
  readonly sheetId: number;
  /** Where the input went: its origin and its size, at least one cell. */
  readonly area: Area;
  readonly range: string;
  /** Rows and columns with at least one input that was not null. */
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
  readonly cells: number;
}

/** The rectangle that input of this size fills from this origin. */
function inputArea(
  origin: { startRow: number; startColumn: number },
  rows: readonly InputRow[],
): Area {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const { startRow, startColumn } = origin;
  const endRow = startRow + Math.max(rows.length, 1);
  return { startRow, endRow, startColumn, endColumn: startColumn + width };
}

/** A range of one cell is only an origin; a larger one bounds the input. */
function checkFits(range: ResolvedRange, area: Area): void {
  const asked = range.area;
  if (isSingleCell(asked)) return;
  const refuse = (place: string) =>
    invalid(
      `Requested writing within range [${printCanonical(range)}], but tried writing to ${place}`,
    );
  const { rowCount, columnCount } = gridSize(range.sheet);
  const endRow = asked.endRow ?? rowCount;
  const endColumn = asked.endColumn ?? columnCount;
  if (area.endRow > endRow) throw refuse(`row [${endRow + 1}]`);
  if (area.endColumn > endColumn) throw refuse(`column [${columnLetters(endColumn)}]`);
}

/** Only append grows the grid. */
function checkGrid(sheet: ReadonlySheet, area: Area): void {
  const { rowCount, columnCount } = gridSize(sheet);
  if (area.endRow > rowCount || area.endColumn > columnCount) throw exceedsGrid(sheet, area);
}

export function planWrite(range: ResolvedRange, rows: readonly InputRow[]): Area {
  const area = inputArea(range.area, rows);
  checkFits(range, area);
  checkGrid(range.sheet, area);
  return area;
}

export function writeRows(
  sheet: Sheet,
  area: Area,
  rows: readonly InputRow[],
  enter: EnterValue,
): WrittenValues {
  const writtenRows = new Set<number>();
  const writtenColumns = new Set<number>();
  let cells = 0;
  rows.forEach((row, rowOffset) => {
    const rowIndex = area.startRow + rowOffset;
    row.forEach((input, columnOffset) => {
      if (input === null) return;
      const column = area.startColumn + columnOffset;
      sheet.grid.setCell(rowIndex, column, enter(sheet.grid.cell(rowIndex, column), input));
      writtenRows.add(rowIndex);
      writtenColumns.add(column);
      cells++;
    });
  });
  const { sheetId, title } = sheet.properties;
  const range = printRange(title, area);
  return { sheetId, area, range, rows: writtenRows, columns: writtenColumns, cells };
}
