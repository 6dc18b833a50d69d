import { declaredPositions } from '#core/workbook/write/write-row';
import type { Column } from '#core/workbook/column';
import type { Language } from '#core/text/language';
import type { Snapshot } from '#core/workbook/snapshot';
import { gridOf, rowsOf } from '#core/workbook/cell-grid';
import type { Cell, Table } from '#core/workbook/table';
import type { WorkbookChange } from '#core/workbook/write/change';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';

/** A workbook with every tab, header rows in declaration order and no entries. */
export function setUpSnapshot(language: Language, rowCount = 1000): Snapshot {
  const tables = TAB_KEYS.map((key, index): Table => ({
    key,
    title: TABS[key].title[language],
    sheetId: index + 1,
    cells: gridOf([
      Object.values<Column>(TABS[key].columns).map((column) => column.label[language]),
    ]),
  }));
  return {
    spreadsheetId: 'sample-district-workbook',
    title: 'Lectern',
    timeZone: 'Asia/Shanghai',
    locale: 'zh_CN',
    places: tables.map((table, index) => ({
      sheetId: table.sheetId,
      title: table.title,
      index,
      rowCount,
      columnCount: 26,
      key: table.key,
      layout: '1',
      chartIds: [],
      protectedRangeIds: [],
      colorWords: [],
      hasHighlights: false,
    })),
    tables: Object.fromEntries(tables.map((table) => [table.key, table])),
  };
}

/** The tab as it reads after the changes were written. */
export function tableAfter(
  snapshot: Snapshot,
  changes: readonly WorkbookChange[],
  key: TabKey,
): Table {
  const table = snapshot.tables[key];
  if (!table) throw new Error(`no tab ${key}`);
  const rows: Cell[][] = rowsOf(table.cells);
  for (const change of changes) {
    if (change.kind !== 'writeCells' || change.sheetId !== table.sheetId) continue;
    change.rows.forEach((cells, index) => {
      rows[change.firstRow + index] = cells.map((cell) => cell ?? null);
    });
  }
  return { ...table, cells: gridOf(rows) };
}

/** Position of a column in a workbook laid out by us. */
export function positionOf(key: TabKey, column: string): number {
  return declaredPositions(TABS[key]).get(column) ?? -1;
}
