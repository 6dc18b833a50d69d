// Rows of a tab → checked rows and findings.
import { finding, type Finding } from '../finding';
import { LANGUAGES, type Text } from '../text/language';
import { cellSchema, choiceSchema, type CellSchema } from './cell-schema';
import type { Column } from './column';
import { findHeaders, type Positions } from './headers';
import { BLANK_CELL } from './shape-rules';
import type { Tab, TabRow } from './tab';
import { isBlank, type Cell, type Table } from './table';

/** One row that is not blank. */
export interface Entry<Row> {
  /** The sheet's own row number; the header is row 1. */
  readonly row: number;
  /** The cells that could be read; a refused or blank cell is missing. */
  readonly cells: Partial<Row>;
  /** The row when every cell was right, otherwise null. */
  readonly whole: Row | null;
}

export interface ParsedTable<Row> {
  readonly entries: readonly Entry<Row>[];
  readonly findings: readonly Finding[];
  readonly positions: Positions;
}

export function parseTable<T extends Tab>(tab: T, table: Table): ParsedTable<TabRow<T>> {
  const { positions, findings } = findHeaders(tab, table);
  const readers = Object.entries(tab.columns).map(([key, column]) =>
    cellReader(tab, key, column, positions.get(key)),
  );
  const entries: Entry<TabRow<T>>[] = [];
  const all: Finding[] = [...findings];
  for (let index = 1; index < table.rows.length; index += 1) {
    const cells = table.rows[index] ?? [];
    if (readers.every((reader) => isBlank(cells[reader.position]))) continue; // a clerk's own columns do not make a row
    const values: Record<string, unknown> = {};
    const found = readers.flatMap((reader) => reader.read(cells, index + 1, values));
    all.push(...found);
    entries.push(
      toEntry<TabRow<T>>(
        index + 1,
        values,
        found.length === 0 && readers.every((reader) => reader.key in values),
      ),
    );
  }
  return { entries, findings: all, positions };
}

function toEntry<Row>(row: number, values: Record<string, unknown>, whole: boolean): Entry<Row> {
  // The schemas of the tab's own columns produced these values, so they have the row's type.
  return { row, cells: dropNulls(values) as Partial<Row>, whole: whole ? (values as Row) : null };
}

function dropNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

interface CellReader {
  readonly key: string;
  readonly position: number;
  /** Puts the cell's value into `values` (null when blank) and returns what is wrong with it. */
  read(cells: readonly Cell[], row: number, values: Record<string, unknown>): Finding[];
}

type Judgement = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function cellReader(tab: Tab, key: string, column: Column, position = -1): CellReader {
  const { schema, rule }: CellSchema =
    column.kind === 'choice' ? choiceSchema(column) : cellSchema(column.kind);
  const judged = new Map<Cell | undefined, Judgement>(); // the same few values stand in thousands of rows
  const judge = (cell: Cell | undefined): Judgement => {
    const known = judged.get(cell);
    if (known) return known;
    const result = schema.safeParse(cell);
    const judgement: Judgement = result.success ? { ok: true, value: result.data } : { ok: false };
    judged.set(cell, judgement);
    return judgement;
  };
  return {
    key,
    position,
    read(cells, row, values) {
      const cell = position < 0 ? undefined : cells[position];
      const place = { tab: tab.key, row, column: key };
      if (isBlank(cell)) {
        if (column.filled !== true) values[key] = null;
        else if (position >= 0) return [finding(BLANK_CELL, place, '', { label: column.label })];
        return [];
      }
      const judgement = judge(cell);
      if (!judgement.ok) return [finding(rule, place, cell, factsOf(column))];
      values[key] = judgement.value;
      return [];
    },
  };
}

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
