// A report that is printed and filled in: lines, drop-downs, rows high enough to sign in.
import type { ReportSheet, WriteReport } from '#core/workbook/write/change';
import type { SheetsRequest, sheets_v4 } from '../../google-clients';
import { toColor } from '../cell-data';

/** Drop-downs beside people, not beside group headings, and rows high enough to sign in. */
export function formRequests({ sheetId, sheet, layout }: WriteReport): SheetsRequest[] {
  if (!sheet.form || sheet.rows.length === 0) return [];
  const first = layout.headerRow + 1;
  const lists = sheet.form.lists.flatMap(({ column, words }): SheetsRequest[] => {
    const position = layout.columns[column] ?? column;
    const columns = { startColumnIndex: position, endColumnIndex: position + 1 };
    const values = words.map((userEnteredValue) => ({ userEnteredValue }));
    const condition = { type: 'ONE_OF_LIST', values };
    const rule = { condition, strict: false, showCustomUi: true };
    return [
      // Old ones go first: the rows may have become fewer.
      { setDataValidation: { range: { sheetId, ...columns } } },
      ...stretches(sheet).map(({ start, end }) => {
        const rows = { startRowIndex: first + start, endRowIndex: first + end };
        return { setDataValidation: { range: { sheetId, ...rows, ...columns }, rule } };
      }),
    ];
  });
  const range = {
    sheetId,
    dimension: 'ROWS',
    startIndex: first,
    endIndex: first + sheet.rows.length,
  };
  const properties = { pixelSize: sheet.form.rowHeight };
  return [...lists, { updateDimensionProperties: { range, properties, fields: 'pixelSize' } }];
}

/** Runs of rows that are not bold. */
function stretches({ rows, boldRows }: ReportSheet): { start: number; end: number }[] {
  const ends = [...boldRows, rows.length];
  return ends
    .map((end, index) => ({ start: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end }))
    .filter(({ start, end }) => end > start);
}

const LINE: sheets_v4.Schema$Border = {
  style: 'SOLID',
  colorStyle: { rgbColor: toColor('#5f6368') },
};
export const LINES: sheets_v4.Schema$Borders = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** Small enough for two lines in a row; a group's heading runs on over the empty cells beside it. */
export function formFormat(isHeading: boolean): sheets_v4.Schema$CellFormat {
  return {
    borders: LINES,
    verticalAlignment: 'MIDDLE',
    wrapStrategy: isHeading ? 'OVERFLOW_CELL' : 'WRAP',
    textFormat: { fontSize: 10, bold: isHeading },
  };
}
