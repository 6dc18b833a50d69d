// Reads a whole tab column by column: rows hold positions of values only.
import { finding, type Finding } from '../finding';
import { cellAt } from '../cell-grid';
import { entryColumns, type Column } from '../column';
import { factsOf } from './column-facts';
import { findHeaders, type Positions } from '../headers';
import {
  BLANK,
  ReadColumn,
  UNREADABLE,
  schemaOf,
  type CodedColumn,
  type RowsToRead,
} from './read-column';
import { BLANK_CELL } from '../shape-rules.texts';
import type { Tab, TabRow } from '../tab';
import type { Table } from '../table';

export { BLANK, UNREADABLE, type CodedColumn };

/** A cell that says nothing: blank though it is needed, or refused. */
export interface WrongCell {
  /** The sheet's own row number. */
  readonly row: number;
  readonly column: string;
  readonly isBlank: boolean;
}

export interface ColumnTable<Row> {
  readonly columns: { readonly [Key in keyof Row]: CodedColumn<NonNullable<Row[Key]>> };
  /** Rows below the header that are not blank, by the same numbering as `codes`; a clerk's own columns do not make a row. */
  readonly filledRows: Int32Array;
  /** Column by column. */
  readonly wrongCells: readonly WrongCell[];
  /** The same as findings, after those of the headers. */
  readonly findings: readonly Finding[];
  readonly positions: Positions;
}

interface Part {
  readonly key: string;
  readonly column: Column;
  readonly position: number | undefined;
  readonly read: ReadColumn;
}

export function readColumns<T extends Tab>(tab: T, table: Table): ColumnTable<TabRow<T>> {
  const { positions, findings, lines } = findHeaders(tab, table);
  const rows = { first: lines.last + 1, end: table.cells.height };
  const parts = entryColumns(tab.columns).map(([key, column]): Part => {
    const position = positions.get(key);
    const cells = position === undefined ? undefined : table.cells.columns[position];
    return { key, column, position, read: new ReadColumn(column, rows, cells) };
  });
  const blankRows = blankInAll(parts, rows);
  const wrong = parts.map((part) => wrongCellsOf(part, blankRows));
  const columns = Object.fromEntries(parts.map(({ key, read }) => [key, read]));
  return {
    columns: columns as unknown as ColumnTable<TabRow<T>>['columns'], // each column's values come from its own schema
    filledRows: rowsBut(blankRows, rows),
    wrongCells: wrong.flat(),
    findings: [
      ...findings,
      ...parts.flatMap((part, index) => findingsOf(part, wrong[index] ?? [], table)),
    ],
    positions,
  };
}

/** Of a row by the numbering of `codes`; null when its cell is blank or was refused. */
export function valueAt<Value>({ codes, values }: CodedColumn<Value>, index: number): Value | null {
  return values[codes[index] ?? UNREADABLE] ?? null;
}

/** The header and what is above it are no part of the entries, so they are not blank ones either. */
function blankInAll(parts: readonly Part[], { first: top, end }: RowsToRead): ReadonlySet<number> {
  const [first, ...others] = parts.filter(({ position }) => position !== undefined);
  let blank = first
    ? first.read.rowsThatAre(BLANK)
    : Array.from({ length: Math.max(end - top, 0) }, (_, row) => top - 1 + row);
  for (const { read } of others) {
    if (blank.length === 0) break;
    const { codes } = read;
    blank = blank.filter((row) => codes[row] === BLANK);
  }
  return new Set(blank);
}

function rowsBut(blank: ReadonlySet<number>, { first, end }: RowsToRead): Int32Array {
  const left = new Int32Array(Math.max(end - first - blank.size, 0));
  let next = first - 1;
  for (let at = 0; at < left.length; at += 1, next += 1) {
    while (blank.size > 0 && blank.has(next)) next += 1;
    left[at] = next;
  }
  return left;
}

/** Row by row. */
function wrongCellsOf(
  { key, column, position, read }: Part,
  blankRows: ReadonlySet<number>,
): WrongCell[] {
  const isNeeded = column.filled === true && position !== undefined;
  const toCell =
    (isBlank: boolean) =>
    (row: number): WrongCell => ({ row: row + 2, column: key, isBlank });
  const blank = isNeeded ? read.rowsThatAre(BLANK).filter((row) => !blankRows.has(row)) : [];
  const wrong = [...blank.map(toCell(true)), ...read.rowsThatAre(UNREADABLE).map(toCell(false))];
  return wrong.sort((a, b) => a.row - b.row);
}

function findingsOf(
  { column, position = -1 }: Part,
  wrong: readonly WrongCell[],
  { key: tab, cells }: Table,
): Finding[] {
  if (wrong.length === 0) return [];
  const facts = factsOf(column);
  const { rule } = schemaOf(column);
  return wrong.map(({ row, column: name, isBlank }) => {
    const place = { tab, row, column: name };
    return isBlank
      ? finding(BLANK_CELL, place, '', { label: column.label })
      : finding(rule, place, cellAt(cells, row - 1, position), facts);
  });
}
