/** A CSV upload converted to a spreadsheet: one new sheet with the parsed cells in place of all others. */
import { freshId, newSheet } from '../model/defaults';
import type { Draft } from '../model/draft';
import { sheetById } from '../model/spreadsheet';
import { DEFAULT_COLUMN_COUNT, DEFAULT_ROW_COUNT } from '../limits';
import { enterAsUser } from '../values/enter-value';
import { splitDelimited } from '../values/split-delimited';

/** Google sets this zone on files it converts. */
const CONVERTED_TIME_ZONE = 'America/Los_Angeles';

export function importCsv(draft: Draft, text: string): void {
  const rows = splitDelimited(text.replace(/^\uFEFF/, ''), ',');
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const sheet = newSheet({
    sheetId: freshId((id) => sheetById(draft, id) !== undefined),
    title: draft.properties.title.slice(0, 100),
    index: 0,
    gridProperties: {
      rowCount: Math.max(DEFAULT_ROW_COUNT, rows.length),
      columnCount: Math.max(DEFAULT_COLUMN_COUNT, width),
    },
  });
  const enter = enterAsUser({ localeName: draft.properties.locale, now: draft.now });
  rows.forEach((row, rowIndex) => {
    row.forEach((field, column) => sheet.grid.setCell(rowIndex, column, enter(null, field)));
  });
  for (const { properties } of [...draft.sheets]) draft.removeSheet(properties.sheetId);
  draft.addSheet(sheet, 0);
  draft.record.properties.timeZone = CONVERTED_TIME_ZONE;
  draft.record.namedRanges = [];
  draft.markRestructured();
}
