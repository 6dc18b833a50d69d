// The sample district as it would be read from the sheet.
import type { Language } from '#core/text/language';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { Table, Tables } from '#core/workbook/table';
import { districtSample } from '#workbench/samples/district';
import { sampleChanges } from '#workbench/samples/sample-changes';
import { rowName, type DeliberateMistake } from '#workbench/samples/sample';
import { aTable, rowsIn, withRows } from './tables';

export function sampleTables(
  mistakes: readonly DeliberateMistake[],
  language: Language = 'zh-CN',
): Tables {
  const tables: Partial<Record<TabKey, Table>> = {};
  for (const key of TAB_KEYS) tables[key] = aTable(key, [], language);
  const snapshot = { spreadsheetId: '', title: '', timeZone: '', locale: '', places: [], tables };
  for (const change of sampleChanges(districtSample(), snapshot, language, mistakes)) {
    const key = TAB_KEYS.find(
      (candidate) => tables[candidate]?.sheetId === ('sheetId' in change ? change.sheetId : -1),
    );
    const table = key && tables[key];
    if (change.kind !== 'writeCells' || !table) continue;
    const rows = change.rows.map((row) => row.map((cell) => cell ?? ''));
    tables[key] = withRows(table, [...rowsIn(table), ...rows]);
  }
  return tables;
}

/** The sheet's row number of the row that a deliberate mistake names. */
export function rowNumber({ tab, row }: Pick<DeliberateMistake, 'tab' | 'row'>): number {
  const rows: readonly Readonly<Record<string, unknown>>[] = districtSample()[tab] ?? [];
  return rows.findIndex((one) => rowName(one) === row) + 2;
}
