// Tables and whole workbooks as they would be read from the sheet.
import type { Language } from '#core/text/language';
import { gridOf, rowsOf } from '#core/workbook/cell-grid';
import { entryColumns } from '#core/workbook/column';
import type { Tab, TabRow } from '#core/workbook/tab';
import { ALL_TAB_KEYS, TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { Cell, Table, Tables } from '#core/workbook/table';
import { TABS, type Tabs } from '#core/workbook/tabs/index';
import { declaredPositions, writeRow } from '#core/workbook/write/write-row';
import { aStandard, aStatus } from './rows';

type RowsOf = { readonly [Key in TabKey]?: readonly Partial<TabRow<Tabs[Key]>>[] };

/** A tab with its declared headers, but for the names beside ids, and these rows. */
export function aTable<Key extends TabKey>(
  key: Key,
  rows: readonly Partial<TabRow<Tabs[Key]>>[] = [],
  language: Language = 'zh-CN',
): Table {
  const tab: Tab = TABS[key];
  const positions = new Map(columnsOf(key).map((name, position) => [name, position]));
  const cells = rows.map((row) =>
    writeRow<Tab>(tab, row, positions, language).map((cell) => cell ?? ''),
  );
  return aRawTable(key, [headerOf(key, language), ...cells]);
}

/** The same with a column for the names beside ids, which are blank. */
export function aTableWithNames<Key extends TabKey>(
  key: Key,
  rows: readonly Partial<TabRow<Tabs[Key]>>[] = [],
): Table {
  const tab: Tab = TABS[key];
  const positions = declaredPositions(tab);
  const cells = rows.map((row: object) =>
    writeRow(tab, row, positions, 'zh-CN').map((cell) => cell ?? ''),
  );
  const header = Object.values(tab.columns).map(({ label }) => label['zh-CN']);
  return aRawTable(key, [header, ...cells]);
}

/** As a workbook has them that was set up before names were shown. */
export const columnsOf = (key: TabKey): string[] =>
  entryColumns(TABS[key].columns).map(([name]) => name);

/** A tab with exactly these cells. */
export function aRawTable(key: TabKey, rows: readonly (readonly Cell[])[]): Table {
  return {
    key,
    title: TABS[key].title['zh-CN'],
    sheetId: ALL_TAB_KEYS.indexOf(key) + 1,
    cells: gridOf(rows),
  };
}

/** The cells row by row, the header first. */
export function rowsIn(table: Table | undefined): Cell[][] {
  return table ? rowsOf(table.cells) : [];
}

/** The table with these rows instead of its own. */
export function withRows(table: Table, rows: readonly (readonly Cell[])[]): Table {
  return { ...table, cells: gridOf(rows) };
}

export function headerOf(key: TabKey, language: Language = 'zh-CN'): string[] {
  const tab: Tab = TABS[key];
  return entryColumns(tab.columns).map(([, column]) => column.label[language]);
}

/** The table with one cell replaced. `row` is the sheet's row number. */
export function withCell(table: Table, row: number, column: string, cell: Cell): Table {
  const position = columnsOf(table.key).indexOf(column);
  if (position < 0) throw new Error(`tab ${table.key} declares no column ${column}`);
  const rows = rowsIn(table).map((cells, index) => {
    if (index !== row - 1) return cells;
    const copy = Array.from<unknown, Cell>(
      { length: Math.max(cells.length, position + 1) },
      (_, at) => cells[at] ?? '',
    );
    copy[position] = cell;
    return copy;
  });
  return withRows(table, rows);
}

/** Statuses every workbook starts with, and confirmed caps for every title level. */
const USUAL_ROWS: RowsOf = {
  statuses: [
    aStatus(),
    aStatus({ code: 'late', label: '迟到' }),
    aStatus({ code: 'official', label: '公差', credit: 0, treatment: 'excused' }),
    aStatus({ code: 'sick', label: '病假', credit: 0 }),
    aStatus({ code: 'personal', label: '事假', credit: 0 }),
    aStatus({ code: 'absent', label: '缺席', credit: 0 }),
    aStatus({ code: 'exempt', label: '免训', credit: 0, treatment: 'notCounted' }),
  ],
  standards: [
    aStandard(),
    aStandard({ scope: 'academician', value: 1500 }),
    aStandard({ scope: 'associate', value: 500 }),
    aStandard({ item: 'halfDayHours', scope: null, value: 4, unit: '学时' }),
  ],
};

/** A workbook with all tabs: the given rows, the usual statuses and standards, everything else empty. */
export function aWorkbook(rows: RowsOf = {}): Tables {
  const all: RowsOf = { ...USUAL_ROWS, ...rows };
  const tables: Partial<Record<TabKey, Table>> = {};
  for (const key of TAB_KEYS) tables[key] = tableOf(key, all[key]);
  return tables;
}

/** The workbook with one cell replaced. */
export function withCellIn(
  tables: Tables,
  place: { readonly tab: TabKey; readonly row: number; readonly column: string },
  cell: Cell,
): Tables {
  const table = tables[place.tab];
  if (!table) throw new Error(`the workbook has no tab ${place.tab}`);
  return { ...tables, [place.tab]: withCell(table, place.row, place.column, cell) };
}

function tableOf(key: TabKey, rows: readonly object[] | undefined): Table {
  return aTable(key, rows ?? []);
}
