// Rows of a tab → checked rows and findings.
import { entryColumns } from '../column';
import type { Finding } from '../finding';
import type { Positions } from '../headers';
import { readColumns, UNREADABLE, type CodedColumn } from './read-columns';
import type { Tab, TabRow } from '../tab';
import type { Cell, Table } from '../table';

/** One row that is not blank. */
export interface Entry<Row> {
  /** The sheet's own row number. */
  readonly row: number;
  /** The cells that could be read; a refused or blank cell is missing. */
  readonly cells: Partial<Row>;
  /** The row when every cell was right, otherwise null. */
  readonly whole: Row | null;
}

export interface ParsedTable<Row> {
  readonly entries: readonly Entry<Row>[];
  /** Headers first, then row by row from left to right as declared. */
  readonly findings: readonly Finding[];
  readonly positions: Positions;
  /** By column: see CodedColumn. */
  readonly normalised: ReadonlyMap<string, ReadonlySet<Cell>>;
}

export function parseTable<T extends Tab>(tab: T, table: Table): ParsedTable<TabRow<T>> {
  const { columns, filledRows, findings, positions } = readColumns(tab, table);
  const read: Readonly<Record<string, unknown>> = columns;
  const parts = entryColumns(tab.columns).map(([key, { filled }]) => ({
    key,
    isFilled: filled === true,
    column: read[key] as CodedColumn, // the reader has one column for each declared one
  }));
  return {
    entries: Array.from(filledRows, (index) => toEntry<TabRow<T>>(parts, index)),
    findings: findings.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    positions,
    normalised: new Map(parts.map(({ key, column }) => [key, column.normalised])),
  };
}

interface Part {
  readonly key: string;
  readonly isFilled: boolean;
  readonly column: CodedColumn;
}

function toEntry<Row>(parts: readonly Part[], index: number): Entry<Row> {
  const values: Record<string, unknown> = {};
  const cells: Record<string, unknown> = {};
  let isWhole = true;
  for (const { key, isFilled, column } of parts) {
    const code = column.codes[index] ?? UNREADABLE;
    if (code >= 0) cells[key] = values[key] = column.values[code];
    else {
      values[key] = null;
      if (code === UNREADABLE || isFilled) isWhole = false;
    }
  }
  // The schemas of the tab's own columns produced these values, so they have the row's type.
  return { row: index + 2, cells: cells as Partial<Row>, whole: isWhole ? (values as Row) : null };
}
