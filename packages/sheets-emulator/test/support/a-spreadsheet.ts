/** A spreadsheet for tests: each says only what differs. */
import { newSheet, newSpreadsheetRecord } from '#src/model/defaults';
import type { NamedRange, Spreadsheet } from '#src/model/spreadsheet';

interface Wanted {
  readonly titles?: readonly string[];
  readonly hidden?: readonly string[];
  readonly namedRanges?: NamedRange[];
  readonly rowCount?: number;
  readonly columnCount?: number;
}

/** Sheet ids count from 0. */
export function aSpreadsheet(wanted: Wanted = {}): Spreadsheet {
  const { titles = ['Sheet1'], hidden = [], rowCount = 1000, columnCount = 26 } = wanted;
  const record = newSpreadsheetRecord('Test', new Date('2026-11-23T02:00:00Z'));
  const sheets = titles.map((title, index) =>
    newSheet({
      sheetId: index,
      title,
      index,
      gridProperties: { rowCount, columnCount },
      ...(hidden.includes(title) && { hidden: true }),
    }),
  );
  return { ...record, namedRanges: wanted.namedRanges ?? [], sheets };
}
