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

/** Rows are read in blocks, each column in turn: the loop stays small while the cells of a row are still near in memory. */
const BLOCK = 512;

function readRows(table: Table, readers: readonly ColumnReader[]): Int32Array {
  const present = readers.filter((reader) => reader.position >= 0);
  const length = Math.max(table.rows.length - 1, 0);
  const isFilled = new Uint8Array(length); // a clerk's own columns do not make a row
  for (let from = 0; from < length; from += BLOCK)
    for (const reader of present) reader.readBlock(from, Math.min(from + BLOCK, length), isFilled);
  return positionsOfOnes(isFilled);
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
  private hasRefused = false;

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

  readBlock(from: number, to: number, isFilled: Uint8Array): void {
    const { codes, codeOfCell, position } = this;
    const { rows } = this.table;
    let lastCell: Cell | undefined;
    let lastCode = BLANK;
    for (let index = from; index < to; index += 1) {
      const cell = rows[index + 1]?.[position];
      // The same few cells often follow each other, and comparing is cheaper than looking up.
      if (cell !== lastCell) {
        lastCode = codeOfCell.get(cell) ?? this.code(cell);
        lastCell = cell;
      }
      codes[index] = lastCode;
      if (lastCode !== BLANK) isFilled[index] = 1;
    }
  }

  findings(filledRows: Int32Array): Finding[] {
    const found: Finding[] = [];
    if (this.position < 0) return found;
    const isNeeded = this.column.filled === true;
    if (!isNeeded && !this.hasRefused) return found;
    const facts = factsOf(this.column);
    for (let at = 0; at < filledRows.length; at += 1) {
      const index = filledRows[at] ?? 0;
      const code = this.codes[index] ?? BLANK;
      if (code === REFUSED || (code === BLANK && isNeeded))
        found.push(this.finding(index, code, facts));
    }
    return found;
  }

  private finding(index: number, code: number, facts: Finding['facts']): Finding {
    const place = { tab: this.tab.key, row: index + 2, column: this.key };
    if (code === BLANK) return finding(BLANK_CELL, place, '', { label: this.column.label });
    const cell = this.table.rows[index + 1]?.[this.position];
    return finding(this.judge.rule, place, cell, facts);
  }

  private code(cell: Cell | undefined): number {
    const code = isBlank(cell) ? BLANK : this.codeOfChecked(cell ?? null);
    this.codeOfCell.set(cell, code);
    return code;
  }

  private codeOfChecked(cell: Cell): number {
    const result = this.judge.schema.safeParse(cell);
    if (!result.success) {
      this.hasRefused = true;
      return REFUSED;
    }
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
