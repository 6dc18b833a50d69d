import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('spreadsheets.get', () => {
  it('takes masks in camelCase and snake_case, with dots, slashes and parentheses', async () => {
    const book = await Workbook.create(target);
    const expected = { sheets: [{ properties: { sheetId: 0, title: 'Sheet1' } }] };
    for (const mask of [
      'sheets.properties(sheetId,title)',
      'sheets/properties/sheetId,sheets/properties/title',
      'sheets(properties(sheet_id,title))',
    ]) {
      expect(await book.get(mask)).toEqual(expected);
    }
  });

  it('refuses a mask with an unknown path, and returns the path in the details', async () => {
    const book = await Workbook.create(target);
    const call = book.get('sheets.content');
    await expect(call).rejects.toMatchObject({
      status: 400,
      message: 'Request contains an invalid argument.',
      response: {
        data: {
          error: {
            details: [
              {
                fieldViolations: [
                  {
                    description:
                      "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.content'.",
                  },
                ],
              },
            ],
          },
        },
      },
    });
  });

  it('leaves out cells unless they are asked for', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['x']]);
    expect((await book.get()).sheets?.[0]?.data).toBeUndefined();
    const { data } = await book.sheets.spreadsheets.get({
      spreadsheetId: book.id,
      includeGridData: true,
      ranges: ['A1:B2'],
    });
    const grid = data.sheets?.[0]?.data?.[0];
    expect(grid?.rowData).toHaveLength(1);
    expect(grid?.rowData?.[0]?.values?.[0]).toMatchObject({
      userEnteredValue: { stringValue: 'x' },
      effectiveValue: { stringValue: 'x' },
      formattedValue: 'x',
    });
    expect(grid?.rowMetadata).toEqual([{ pixelSize: 21 }, { pixelSize: 21 }]);
    expect(grid?.columnMetadata).toEqual([{ pixelSize: 100 }, { pixelSize: 100 }]);
  });

  it('lists only the sheets of the ranges, one block of data per range', async () => {
    const book = await Workbook.create(target);
    await book.batch({ addSheet: { properties: { title: 'Other' } } });
    await book.write('Other!A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const { sheets } = await book.get(
      'sheets(properties.title,data(startRow,startColumn,rowData.values.formattedValue))',
      ['Other!A1', 'Other!B2:C3'],
    );
    expect(sheets).toEqual([
      {
        properties: { title: 'Other' },
        data: [
          { rowData: [{ values: [{ formattedValue: 'a' }] }] },
          { startRow: 1, startColumn: 1, rowData: [{ values: [{ formattedValue: 'd' }] }] },
        ],
      },
    ]);
  });

  it('returns the merges and developer metadata within the ranges', async () => {
    const book = await Workbook.create(target);
    const merge = (startRowIndex: number) => ({
      startRowIndex,
      endRowIndex: startRowIndex + 2,
      startColumnIndex: 0,
      endColumnIndex: 1,
    });
    const location = {
      dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
    };
    await book.batch(
      { mergeCells: { range: { sheetId: 0, ...merge(0) }, mergeType: 'MERGE_ALL' } },
      { mergeCells: { range: { sheetId: 0, ...merge(10) }, mergeType: 'MERGE_ALL' } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataId: 7, metadataKey: 'k', visibility: 'DOCUMENT', location },
        },
      },
    );
    const { sheets } = await book.get(
      'sheets(merges,data.rowMetadata.developerMetadata(metadataId,location))',
      ['A1:A3'],
    );
    expect(sheets).toEqual([
      {
        merges: [merge(0)],
        data: [
          {
            rowMetadata: [
              {},
              {
                developerMetadata: [
                  {
                    metadataId: 7,
                    location: {
                      locationType: 'ROW',
                      dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 2 },
                    },
                  },
                ],
              },
              {},
            ],
          },
        ],
      },
    ]);
  });

  it('ends rowData with the last row that has something under the mask', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['x'], [], ['y']]);
    await book.batch({
      updateCells: {
        start: { sheetId: 0, rowIndex: 1 },
        rows: [{ values: [{ note: 'seen' }] }],
        fields: 'note',
      },
    });
    const rows = async (field: string) =>
      (await book.get(`sheets.data.rowData.values.${field}`)).sheets?.[0]?.data;
    expect(await rows('note')).toEqual([{ rowData: [{}, { values: [{ note: 'seen' }] }] }]);
    expect(await rows('formattedValue')).toEqual([
      {
        rowData: [{ values: [{ formattedValue: 'x' }] }, {}, { values: [{ formattedValue: 'y' }] }],
      },
    ]);
    expect(await rows('hyperlink')).toEqual([{}]);
  });

  it('answers 404 for a spreadsheet that does not exist', async () => {
    const call = target.sheets.spreadsheets.get({ spreadsheetId: '1'.repeat(44) });
    expect(await refusal(call)).toEqual({
      status: 404,
      message: 'Requested entity was not found.',
    });
  });
});

describe('data filters', () => {
  it('select cells by range, by grid range and by developer metadata', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await book.batch({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'row',
          visibility: 'DOCUMENT',
          location: {
            dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
          },
        },
      },
    });
    const { data } = await book.sheets.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId: book.id,
      requestBody: {
        dataFilters: [
          { a1Range: 'Sheet1!A1' },
          {
            gridRange: {
              sheetId: 0,
              startRowIndex: 0,
              endRowIndex: 1,
              startColumnIndex: 1,
              endColumnIndex: 2,
            },
          },
          { developerMetadataLookup: { metadataKey: 'row' } },
        ],
      },
    });
    const found = (data.valueRanges ?? []).map((entry) => entry.valueRange);
    expect(found).toContainEqual({ range: 'Sheet1!A1', majorDimension: 'ROWS', values: [['a']] });
    expect(found).toContainEqual({ range: 'Sheet1!B1', majorDimension: 'ROWS', values: [['b']] });
    expect(found).toContainEqual({
      range: 'Sheet1!A2:Z2',
      majorDimension: 'ROWS',
      values: [['c', 'd']],
    });
  });

  it('write and clear what they select', async () => {
    const book = await Workbook.create(target);
    const { data } = await book.sheets.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: book.id,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          {
            dataFilter: { gridRange: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 } },
            values: [['x']],
          },
        ],
      },
    });
    expect(data.totalUpdatedCells).toBe(1);
    expect(data.responses?.[0]).toMatchObject({
      updatedRange: 'Sheet1!A1',
      dataFilter: { gridRange: { endRowIndex: 1, endColumnIndex: 1 } },
    });
    const cleared = await book.sheets.spreadsheets.values.batchClearByDataFilter({
      spreadsheetId: book.id,
      requestBody: { dataFilters: [{ a1Range: 'A1' }] },
    });
    expect(cleared.data.clearedRanges).toEqual(['Sheet1!A1']);
    expect(await book.shown('A1')).toEqual([]);
  });

  it('select the sheets that getByDataFilter returns', async () => {
    const book = await Workbook.create(target);
    await book.batch({ addSheet: { properties: { title: 'Other' } } });
    const { data } = await book.sheets.spreadsheets.getByDataFilter({
      spreadsheetId: book.id,
      fields: 'sheets.properties.title',
      requestBody: { dataFilters: [{ a1Range: 'Other!A1' }] },
    });
    expect(data).toEqual({ sheets: [{ properties: { title: 'Other' } }] });
  });
});
