import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localIt, openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';
import type { sheets_v4 } from '#test/support/sheets-client';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('spreadsheets.batchUpdate', () => {
  it('skips null among the requests', async () => {
    const book = await Workbook.create(target);
    const nothing = null as unknown as sheets_v4.Schema$Request; // other clients send it
    const replies = await book.batch(
      nothing,
      { addSheet: { properties: { sheetId: 7, title: 'New' } } },
      nothing,
    );
    expect(replies).toMatchObject([{ addSheet: { properties: { title: 'New' } } }]);
    expect(await book.titles()).toEqual(['Sheet1', 'New']);
    expect(await refusal(book.batch(nothing))).toEqual({
      status: 400,
      message: 'Must specify at least one request.',
    });
  });

  localIt.each([
    [
      'addTable',
      { table: { name: 'T', range: { sheetId: 0, endRowIndex: 2, endColumnIndex: 2 } } },
    ],
    ['updateTable', { table: { tableId: '1', name: 'T' }, fields: 'name' }],
    ['deleteTable', { tableId: '1' }],
    ['addSlicer', { slicer: {} }],
    ['updateSlicerSpec', { slicerId: 1, spec: {}, fields: '*' }],
    ['addDataSource', { dataSource: {} }],
    ['updateDataSource', { dataSource: {}, fields: '*' }],
    ['deleteDataSource', { dataSourceId: '1' }],
    ['refreshDataSource', { isAll: true }],
  ])('says that it does not do %s, and undoes what came before', async (kind, body) => {
    const book = await Workbook.create(target);
    const request: sheets_v4.Schema$Request = { [kind]: body };
    const call = book.batch({ addSheet: { properties: { title: 'New' } } }, request);
    expect(await refusal(call)).toEqual({
      status: 501,
      message: `not emulated: batchUpdate request ${kind}`,
    });
    expect(await book.titles()).toEqual(['Sheet1']);
  });

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

  const withCells = (fields?: string, responseIncludeGridData = false) => ({
    requestBody: {
      requests: [
        {
          updateCells: {
            start: { sheetId: 0, rowIndex: 2, columnIndex: 1 },
            rows: [
              {
                values: [
                  { userEnteredValue: { numberValue: 2 }, note: 'not asked for' },
                  { userEnteredValue: { formulaValue: '=B3*21' } },
                ],
              },
            ],
            fields: 'userEnteredValue,note',
          },
        },
      ],
      includeSpreadsheetInResponse: true,
      responseRanges: ['Sheet1!B2:D4', 'Other!A1'],
      responseIncludeGridData,
    },
    ...(fields !== undefined && { fields }),
  });

  async function bookOfTwoTabs(): Promise<Workbook> {
    const book = await Workbook.create(target);
    await book.batch(
      { updateSheetProperties: { properties: { sheetId: 0, title: 'Sheet1' }, fields: 'title' } },
      { addSheet: { properties: { sheetId: 8, title: 'Other' } } },
      { addSheet: { properties: { sheetId: 9, title: 'Not asked for' } } },
    );
    return book;
  }

  it('answers the cells under a narrow mask, formulas with their results', async () => {
    const book = await bookOfTwoTabs();
    const { data } = await book.sheets.spreadsheets.batchUpdate({
      spreadsheetId: book.id,
      ...withCells(
        'replies,updatedSpreadsheet(sheets(properties.sheetId,data(startRow,startColumn,rowData.values(userEnteredValue,effectiveValue))))',
      ),
    });
    expect(data).toEqual({
      replies: [{}],
      updatedSpreadsheet: {
        sheets: [
          {
            properties: { sheetId: 0 },
            data: [
              {
                startRow: 1,
                startColumn: 1,
                rowData: [
                  {},
                  {
                    values: [
                      { userEnteredValue: { numberValue: 2 }, effectiveValue: { numberValue: 2 } },
                      {
                        userEnteredValue: { formulaValue: '=B3*21' },
                        effectiveValue: { numberValue: 42 },
                      },
                    ],
                  },
                ],
              },
            ],
          },
          { properties: { sheetId: 8 }, data: [{}] },
        ],
      },
    });
  });

  it('decides by the mask alone whether there are cells, else by responseIncludeGridData', async () => {
    const book = await bookOfTwoTabs();
    const first = async (fields?: string, includeGridData?: boolean) => {
      const { data } = await book.sheets.spreadsheets.batchUpdate({
        spreadsheetId: book.id,
        ...withCells(fields, includeGridData),
      });
      return data.updatedSpreadsheet?.sheets?.[0];
    };
    const titled = 'updatedSpreadsheet.sheets.properties.title';
    expect(await first(titled, true)).toEqual({ properties: { title: 'Sheet1' } });
    const noted = 'updatedSpreadsheet/sheets/data/rowData/values/note';
    expect(await first(noted)).toEqual({
      data: [{ rowData: [{}, { values: [{ note: 'not asked for' }] }] }],
    });
    expect(await first('replies', true)).toBeUndefined();
    expect(await first(undefined)).not.toHaveProperty('data');
    expect((await first(undefined, true))?.data?.[0]).toMatchObject({
      startRow: 1,
      rowMetadata: [{ pixelSize: 21 }, { pixelSize: 21 }, { pixelSize: 21 }],
    });
    expect((await first('*'))?.data?.[0]).toMatchObject({ startRow: 1, startColumn: 1 });
  });

  it('takes a mask that does not fit for a mistake, and does nothing', async () => {
    const book = await bookOfTwoTabs();
    const call = book.sheets.spreadsheets.batchUpdate({
      spreadsheetId: book.id,
      ...withCells('updatedSpreadsheet.sheets.cells'),
    });
    expect((await refusal(call)).status).toBe(400);
    expect(await book.shown('Sheet1!B3')).toEqual([]);
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
