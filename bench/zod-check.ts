// The usual way to check rows: one zod object for each row, made of the very cell schemas Lectern uses, then Maps and Sets.
import * as z from 'zod';
import { cellSchema, choiceSchema } from '#core/workbook/read/cell-schema';
import type { Column } from '#core/workbook/column';
import type { Tab } from '#core/workbook/tab';
import { isBlank, type Cell } from '#core/workbook/table';
import type { SheetsAnswer } from './answer-file';
import { TAB_ORDER } from './attendance-data';
import { TABS } from '#core/workbook/tabs/index';

const schemaOf = (column: Column) =>
  (column.kind === 'choice' ? choiceSchema(column) : cellSchema(column.kind)).schema;
const blankAsNull = (cell: unknown): unknown => (isBlank(cell as Cell) ? null : cell);

/** A blank cell is null; only needed columns refuse it. */
function rowSchema(tab: Tab) {
  const columns = Object.entries<Column>(tab.columns).map(([key, column]) => {
    const schema = schemaOf(column);
    return [key, z.preprocess(blankAsNull, column.filled === true ? schema : schema.nullable())];
  });
  return z.object(Object.fromEntries(columns) as Record<string, z.ZodType>);
}

type Rows = readonly (readonly Cell[])[];
type RowsByTab = Partial<Readonly<Record<(typeof TAB_ORDER)[number], Rows>>>;

interface CheckedRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
  /** Columns of which the cell was refused. */
  readonly refused: ReadonlySet<string>;
}

/** Columns stand as declared, as they do in the benchmark's answer. */
function checkRows(table: Rows | undefined, tab: Tab, found: string[]): CheckedRow[] {
  const schema = rowSchema(tab);
  const keys = Object.keys(tab.columns);
  return (table ?? []).slice(1).map((raw, index) => {
    const cells = Object.fromEntries(keys.map((key, at) => [key, raw[at] ?? null]));
    const result = schema.safeParse(cells);
    const refused = new Set((result.error?.issues ?? []).map(({ path }) => String(path[0])));
    for (const key of refused)
      found.push(`${ruleOf(tab.columns[key], cells[key] ?? null)} ${tab.key} ${index + 2} ${key}`);
    return { row: index + 2, cells: result.data ?? cells, refused };
  });
}

function ruleOf(column: Column | undefined, cell: Cell): string {
  if (!column || isBlank(cell)) return 'W04';
  return column.kind === 'choice' ? 'W06' : cellSchema(column.kind).rule.code;
}

const valuesOf = (rows: readonly CheckedRow[], key: string): Set<unknown> =>
  new Set(rows.map(({ cells }) => cells[key]));

interface BatchAnswer {
  readonly valueRanges: readonly { readonly values: Rows }[];
}

/** Findings as `rule tab row column`. */
export function checkAnswerPerRow({ text }: SheetsAnswer): string[] {
  const { valueRanges } = JSON.parse(text) as BatchAnswer; // our own text
  const tables: RowsByTab = Object.fromEntries(
    TAB_ORDER.map((key, index) => [key, valueRanges[index]?.values]),
  );
  const found: string[] = [];
  const people = valuesOf(checkRows(tables.roster, TABS.roster, found), 'id');
  const sessions = valuesOf(checkRows(tables.schedule, TABS.schedule, found), 'id');
  const labels = valuesOf(checkRows(tables.statuses, TABS.statuses, found), 'label');
  const marks = checkRows(tables.attendance, TABS.attendance, found);
  const first = new Map<string, number>();
  for (const { row, cells, refused } of marks) {
    const known = (column: string, values: ReadonlySet<unknown>, rule: string): void => {
      if (!refused.has(column) && !values.has(cells[column]))
        found.push(`${rule} attendance ${row} ${column}`);
    };
    known('sessionId', sessions, 'W23');
    known('memberId', people, 'V34');
    known('status', labels, 'V29');
    if (refused.has('sessionId') || refused.has('memberId')) continue;
    const pair = `${String(cells['sessionId'])}|${String(cells['memberId'])}`;
    const other = first.get(pair);
    if (other === undefined) first.set(pair, row);
    else found.push(`V29 attendance ${row} memberId`, `V29 attendance ${other} memberId`);
  }
  return [...new Set(found)];
}
