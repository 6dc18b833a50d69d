import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('spreadsheets.batchUpdate', () => {
  it('returns the changed spreadsheet on request, cut to the ranges asked for', async () => {
    const book = await Workbook.create(target);
    const { data } = await book.sheets.spreadsheets.batchUpdate({
      spreadsheetId: book.id,
      requestBody: {
        requests: [{ addSheet: { properties: { title: 'New' } } }],
        includeSpreadsheetInResponse: true,
        responseRanges: ['New!A1'],
      },
      fields: 'updatedSpreadsheet.sheets.properties.title',
    });
    expect(data).toEqual({ updatedSpreadsheet: { sheets: [{ properties: { title: 'New' } }] } });
  });

  it('answers one reply per request, empty when there is nothing to say', async () => {
    const book = await Workbook.create(target);
    const replies = await book.batch(
      { updateSheetProperties: { properties: { sheetId: 0, title: 'A' }, fields: 'title' } },
      { addSheet: { properties: { title: 'B', sheetId: 3 } } },
    );
    expect(replies[0]).toEqual({});
    expect(replies[1]?.addSheet?.properties?.sheetId).toBe(3);
  });
});
