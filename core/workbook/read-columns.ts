// Reads a whole tab column by column: rows hold positions of values only.
import type { Finding } from '../finding';
import { BLANK, REFUSED, type ScannedColumn } from './column-reader';
import type { Positions } from './headers';
import { rowsBelowHeader, scanColumns, type Scan } from './scan-columns';
import type { Tab, TabRow } from './tab';
import type { Table } from './table';

export { BLANK, REFUSED };

/** `codes` has one number for each row after the header (0 = sheet row 2). */
export type CodedColumn<Value = unknown> = ScannedColumn<Value>;

export interface ColumnTable<Row> {
  readonly columns: { readonly [Key in keyof Row]: CodedColumn<NonNullable<Row[Key]>> };
  /** Rows after the header that are not blank, by the same numbering as `codes`. */
  readonly filledRows: Int32Array;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
}

export function readColumns<T extends Tab>(tab: T, table: Table): ColumnTable<TabRow<T>> {
  const scan: Scan<TabRow<T>> = scanColumns(tab, table);
  const length = rowsBelowHeader(table);
  const parts = Object.entries<ScannedColumn>(scan.columns).map(([key, column]) => ({
    key,
    column,
    codes: new Int32Array(length).fill(BLANK),
  }));
  const isFilled = new Uint8Array(length);
  for (const block of scan.blocks()) {
    for (const { column, codes } of parts)
      codes.set(column.codes.subarray(0, block.length), block.from);
    isFilled.set(block.isFilled.subarray(0, block.length), block.from);
  }
  const columns = Object.fromEntries(
    parts.map(({ key, column: { values, retyped }, codes }) => [key, { codes, values, retyped }]),
  );
  return {
    columns: columns as unknown as ColumnTable<TabRow<T>>['columns'], // the scan's own columns, with all their codes
    filledRows: positionsOfOnes(isFilled),
    findings: scan.findings(),
    positions: scan.positions,
  };
}

/** Of a row after the header; null when its cell is blank or was refused. */
export function valueAt<Value>({ codes, values }: CodedColumn<Value>, index: number): Value | null {
  return values[codes[index] ?? REFUSED] ?? null;
}

function positionsOfOnes(flags: Uint8Array): Int32Array {
  const positions = new Int32Array(flags.length);
  let count = 0;
  for (let index = 0; index < flags.length; index += 1) {
    positions[count] = index;
    count += flags[index] ?? 0;
  }
  return positions.subarray(0, count);
}
