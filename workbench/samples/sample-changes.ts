// A sample → the writes that fill a workbook that is already set up.
import type { Language, Text } from '#core/text/language';
import type { GrowTab, WorkbookChange, WriteCells } from '#core/workbook/write/change';
import { findHeaders, type Positions } from '#core/workbook/headers';
import { placeOf, tableOf, type Snapshot } from '#core/workbook/snapshot';
import type { Tab, TabRow } from '#core/workbook/tab';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { writeRow, type RowCells } from '#core/workbook/write/write-row';
import { deliberateMistakes } from './deliberate-mistakes';
import { rowName, type DeliberateMistake, type Sample } from './sample';

type Row = Readonly<Record<string, unknown>>;

/** Fills each tab of the sample from row 2 on; a mistake applies when the sample has its row. */
export function sampleChanges(
  sample: Sample,
  snapshot: Snapshot,
  language: Language,
  mistakes: readonly DeliberateMistake[] = deliberateMistakes,
): WorkbookChange[] {
  return TAB_KEYS.flatMap((key) => {
    const rows: readonly Row[] = sample[key] ?? [];
    if (rows.length === 0) return [];
    const tab: Tab = TABS[key];
    const table = tableOf(snapshot, key);
    const { positions } = findHeaders(tab, table);
    const wrong = new Map(mistakes.filter((one) => one.tab === key).map((one) => [one.row, one]));
    const cells = rows.map((row) => {
      const written = writeRow(tab, inLanguage(row, language), positions, language);
      return withMistake(written, wrong.get(rowName(row)), positions);
    });
    return [...growTab(snapshot, key, rows.length), writeCells(table.sheetId, cells)];
  });
}

const writeCells = (sheetId: number, rows: readonly RowCells[]): WriteCells => ({
  kind: 'writeCells',
  sheetId,
  firstRow: 1,
  firstColumn: 0,
  rows,
});

function growTab(snapshot: Snapshot, key: TabKey, rows: number): GrowTab[] {
  const place = placeOf(snapshot, key);
  if (!place) return [];
  const { sheetId, rowCount } = place;
  const addRows = rows + 1 - rowCount;
  return addRows > 0 ? [{ kind: 'growTab', sheetId, rowCount, addRows, addColumns: 0 }] : [];
}

export function inLanguage(row: Row, language: Language): Partial<TabRow<Tab>> {
  const entries = Object.entries(row).map(([key, value]): [string, unknown] => [
    key,
    isText(value) ? value[language] : value,
  ]);
  return Object.fromEntries(entries) as Partial<TabRow<Tab>>; // a sample's row is the tab's row but for its texts
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh-CN' in value;

function withMistake(
  cells: RowCells,
  mistake: DeliberateMistake | undefined,
  positions: Positions,
): RowCells {
  if (!mistake) return cells;
  const wrong = [...cells];
  const typed = { ...mistake.also, [mistake.column]: mistake.cell };
  for (const [column, cell] of Object.entries(typed)) {
    const position = positions.get(column);
    if (position !== undefined) wrong[position] = cell;
  }
  return wrong;
}
