/** Reads a rectangle as the API's `values`: trailing empty rows and cells cut, inner ones kept. */
import type { Area } from '../a1/area';
import type { ReadonlyRow } from '../model/grid';
import type { ReadonlySheet } from '../model/sheet';
import { renderValue, type RenderOptions } from './render-value';

export type ValueRow = (string | number | boolean)[];
export type MajorDimension = 'ROWS' | 'COLUMNS';

function trimRow(row: ValueRow): ValueRow {
  let length = row.length;
  while (length > 0 && row[length - 1] === '') length--;
  row.length = length;
  return row;
}

function trimRows(rows: ValueRow[]): ValueRow[] {
  let length = rows.length;
  while (length > 0 && rows[length - 1]?.length === 0) length--;
  rows.length = length;
  return rows;
}

function readRow(row: ReadonlyRow, area: Area, options: RenderOptions): ValueRow {
  const cells = row.slice(area.startColumn, area.endColumn);
  return trimRow(cells.map((cell) => renderValue(cell, options)));
}

function readRows(sheet: ReadonlySheet, area: Area, options: RenderOptions): ValueRow[] {
  const rows: ValueRow[] = [];
  const end = Math.min(area.endRow, sheet.grid.height);
  let before: ReadonlyRow | undefined;
  for (let index = area.startRow; index < end; index++) {
    const row = sheet.grid.row(index);
    const last = rows.at(-1);
    // Columns formatted as a whole make many rows that are one and the same.
    rows.push(row === before && last !== undefined ? last : readRow(row, area, options));
    before = row;
  }
  return trimRows(rows);
}

function transpose(rows: readonly ValueRow[]): ValueRow[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) =>
    trimRow(rows.map((row) => row[column] ?? '')),
  );
}

export function readValues(
  sheet: ReadonlySheet,
  area: Area,
  major: MajorDimension,
  options: RenderOptions,
): ValueRow[] {
  const rows = readRows(sheet, area, options);
  return major === 'ROWS' ? rows : transpose(rows);
}
