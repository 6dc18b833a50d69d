import { expect, it } from '@jest/globals';
import { printSpreadsheet } from '#src/view/print-spreadsheet';

const row = { values: [{ note: '备注' }] };

it.each([
  {},
  { spreadsheetId: 'x' },
  { sheets: [] },
  { properties: { title: 'T' }, sheets: [{}, { properties: { sheetId: 0 } }] },
  { sheets: [{ data: [] }, { data: [{}, { startRow: 1 }] }] },
  {
    sheets: [
      {
        properties: { title: '考勤' },
        data: [{ rowData: [row, {}, row, row], rowMetadata: [{}] }],
      },
      { data: [{ rowData: [] }, { rowData: [row] }] },
    ],
  },
])('prints the JSON of the view: %j', (view) => {
  const text = Buffer.from(printSpreadsheet(view)).toString('utf8');
  expect(JSON.parse(text)).toEqual(view);
});
