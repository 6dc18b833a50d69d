// Runs the statements of `sql/` and names what they give: the same statements run in BigQuery.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Language, Text } from '#core/text/language';
import { COST_HEADS } from '#core/workbook/tabs/money';
import { ROSTER } from '#core/workbook/tabs/people';
import { COLUMN_LABELS, TABLE_TITLES } from './roll-up.texts';

export type TableName = keyof typeof TABLE_TITLES;
export type ColumnName = keyof typeof COLUMN_LABELS;
export type TableCell = string | number | null;

export interface RollUpTable {
  readonly name: TableName;
  readonly title: string;
  readonly columns: readonly { readonly name: ColumnName; readonly label: string }[];
  readonly rows: readonly (readonly TableCell[])[];
}

export type RollUpTables = Readonly<Record<TableName, RollUpTable>>;

export async function reportTables(
  connection: DuckDBConnection,
  { folder, language }: { readonly folder: string; readonly language: Language },
): Promise<RollUpTables> {
  const names = Object.keys(TABLE_TITLES) as TableName[]; // the table's own keys
  const tables: Partial<Record<TableName, RollUpTable>> = {};
  for (const name of names) {
    const reader = await connection.runAndReadAll(
      await readFile(join(folder, `${name}.sql`), 'utf8'),
    );
    const columns = reader.columnNames() as ColumnName[]; // a test compares the statements with the labels
    tables[name] = {
      name,
      title: TABLE_TITLES[name][language],
      columns: columns.map((column) => ({ name: column, label: COLUMN_LABELS[column][language] })),
      rows: reader
        .getRows()
        .map((row) => row.map((value, at) => cellOf(value, columns[at], language))),
    };
  }
  return tables as RollUpTables; // one of each name
}

/** The values of a column, such as all months. */
export function columnOf({ columns, rows }: RollUpTable, name: ColumnName): TableCell[] {
  const at = columns.findIndex((column) => column.name === name);
  return rows.map((row) => row[at] ?? null);
}

function cellOf(value: DuckDBValue, column: ColumnName | undefined, language: Language): TableCell {
  if (value === null) return null;
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
  const word = String(value);
  const words: Readonly<Record<string, Text>> =
    column === 'head' ? COST_HEADS : column === 'category' ? ROSTER.columns.category.choices : {};
  return words[word]?.[language] ?? word;
}
