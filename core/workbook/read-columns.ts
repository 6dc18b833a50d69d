// Reads a tab column by column: every distinct cell is judged once by the column's schema, rows hold positions only.
import { finding, type Finding } from '../finding';
import { LANGUAGES, type Text } from '../text/language';
import { cellSchema, choiceSchema, type CellSchema } from './cell-schema';
import type { Column } from './column';
import { findHeaders, type Positions } from './headers';
import { BLANK_CELL } from './shape-rules';
import type { Tab, TabRow } from './tab';
import { isBlank, type Cell, type Table } from './table';

/** What stands in `codes` instead of a position in `values`. */
export const BLANK = -1;
export const REFUSED = -2;

export interface CodedColumn<Value = unknown> {
  /** One number for each row after the header (0 = sheet row 2): the position of its value in `values`, BLANK or REFUSED. */
  readonly codes: Int32Array;
  /** The distinct checked values. */
  readonly values: readonly Value[];
  /** Distinct cells that were taken otherwise than they stand: with spaces inside, or a number for a text. */
  readonly retyped: ReadonlySet<Cell>;
}

export interface ColumnTable<Row> {
  readonly columns: { readonly [Key in keyof Row]: CodedColumn<NonNullable<Row[Key]>> };
  /** Rows after the header that are not blank, by the same numbering as `codes`. */
  readonly filledRows: Int32Array;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
}

export function readColumns<T extends Tab>(tab: T, table: Table): ColumnTable<TabRow<T>> {
  const { positions, findings } = findHeaders(tab, table);
  const readers = Object.entries(tab.columns).map(
    ([key, column]) => new ColumnReader(tab, { key, column, position: positions.get(key) }, table),
  );
  const filledRows = readRows(table, readers);
  const columns = Object.fromEntries(readers.map((reader) => [reader.key, reader]));
  return {
    columns: columns as unknown as ColumnTable<TabRow<T>>['columns'], // each reader's values come from its own column's schema
    filledRows,
    findings: [...findings, ...readers.flatMap((reader) => reader.findings(filledRows))],
    positions,
  };
}

/** Row by row, because the cells of one row lie together in memory. */
function readRows(table: Table, readers: readonly ColumnReader[]): Int32Array {
  const present = readers.filter((reader) => reader.position >= 0);
  const filled = new Int32Array(Math.max(table.rows.length - 1, 0));
  let count = 0;
  for (let index = 0; index < filled.length; index += 1) {
    const cells = table.rows[index + 1] ?? [];
    let isFilled = false; // a clerk's own columns do not make a row
    for (const reader of present) {
      if (reader.read(cells[reader.position], index) !== BLANK) isFilled = true;
    }
    if (isFilled) {
      filled[count] = index;
      count += 1;
    }
  }
  return filled.subarray(0, count);
}

class ColumnReader implements CodedColumn {
  readonly key: string;
  /** Position in the sheet; below 0: the tab does not have the column. */
  readonly position: number;
  readonly codes: Int32Array;
  readonly values: unknown[] = [];
  readonly retyped = new Set<Cell>();
  private readonly column: Column;
  private readonly judge: CellSchema;
  private readonly codeOfCell = new Map<Cell | undefined, number>();
  private readonly codeOfValue = new Map<unknown, number>();
  /** The same few cells often follow each other; comparing is cheaper than looking up. */
  private lastCell: Cell | undefined = undefined;
  private lastCode = BLANK;

  constructor(
    private readonly tab: Tab,
    at: { readonly key: string; readonly column: Column; readonly position: number | undefined },
    private readonly table: Table,
  ) {
    this.key = at.key;
    this.column = at.column;
    this.position = at.position ?? -1;
    this.codes = new Int32Array(Math.max(table.rows.length - 1, 0)).fill(BLANK);
    this.judge = at.column.kind === 'choice' ? choiceSchema(at.column) : cellSchema(at.column.kind);
  }

  read(cell: Cell | undefined, index: number): number {
    if (cell !== this.lastCell) {
      this.lastCode = this.codeOfCell.get(cell) ?? this.code(cell);
      this.lastCell = cell;
    }
    this.codes[index] = this.lastCode;
    return this.lastCode;
  }

  findings(filledRows: Int32Array): Finding[] {
    const found: Finding[] = [];
    if (this.position < 0) return found;
    const facts = factsOf(this.column);
    for (const index of filledRows) {
      const place = { tab: this.tab.key, row: index + 2, column: this.key };
      const code = this.codes[index];
      if (code === REFUSED)
        found.push(
          finding(this.judge.rule, place, this.table.rows[index + 1]?.[this.position], facts),
        );
      else if (code === BLANK && this.column.filled === true)
        found.push(finding(BLANK_CELL, place, '', { label: this.column.label }));
    }
    return found;
  }

  private code(cell: Cell | undefined): number {
    const code = isBlank(cell) ? BLANK : this.codeOfChecked(cell ?? null);
    this.codeOfCell.set(cell, code);
    return code;
  }

  private codeOfChecked(cell: Cell): number {
    const result = this.judge.schema.safeParse(cell);
    if (!result.success) return REFUSED;
    if (result.data !== cell && COMPARED_AS_TEXT.has(this.column.kind)) this.retyped.add(cell);
    const known = this.codeOfValue.get(result.data);
    if (known !== undefined) return known;
    this.codeOfValue.set(result.data, this.values.length);
    return this.values.push(result.data) - 1;
  }
}

/** Kinds whose cells are stored exactly as they are compared. */
const COMPARED_AS_TEXT: ReadonlySet<Column['kind']> = new Set(['id', 'name', 'phone']);

function factsOf(column: Column): Record<string, Text> {
  const expected = EXPECTED[column.kind];
  return {
    label: column.label,
    ...(expected && { expected }),
    choices: column.kind === 'choice' ? listOf(Object.values(column.choices)) : YES_OR_NO,
  };
}

function listOf(words: readonly Text[]): Text {
  const [zhCN, zhTW, en] = LANGUAGES.map((language) => words.map((word) => word[language]));
  return {
    'zh-CN': (zhCN ?? []).join('、'),
    'zh-TW': (zhTW ?? []).join('、'),
    en: (en ?? []).join(', '),
  };
}

const YES_OR_NO: Text = { 'zh-CN': '是、否', 'zh-TW': '是、否', en: 'yes, no' };
const EXPECTED: Partial<Record<Column['kind'], Text>> = {
  integer: { 'zh-CN': '整数', 'zh-TW': '整數', en: 'a whole number' },
  decimal: { 'zh-CN': '数字', 'zh-TW': '數字', en: 'a number' },
  percent: { 'zh-CN': '0% 到 100%', 'zh-TW': '0% 到 100%', en: 'a share from 0% to 100%' },
  money: {
    'zh-CN': '金额（元，最多两位小数）',
    'zh-TW': '金額（元，最多兩位小數）',
    en: 'an amount in yuan with at most two decimals',
  },
};
