import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localIt, openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const refused = (message: string) => ({ status: 400, message });

describe('spreadsheets.create', () => {
  it('makes one sheet named Sheet1 with id 0, 1000 rows and 26 columns', async () => {
    const book = await Workbook.create(target, { properties: { title: 'Programme' } });
    const data = await book.get('properties(title,autoRecalc),sheets.properties');
    expect(data).toEqual({
      properties: { title: 'Programme', autoRecalc: 'ON_CHANGE' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'Sheet1',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      ],
    });
  });

  it('takes sheets, their cells and named ranges', async () => {
    const book = await Workbook.create(target, {
      sheets: [
        {
          properties: { title: 'Roster', sheetId: 7, gridProperties: { frozenRowCount: 1 } },
          data: [{ rowData: [{ values: [{ userEnteredValue: { stringValue: 'Name' } }] }] }],
        },
        { properties: { title: 'Schedule' } },
      ],
      namedRanges: [{ name: 'Head', range: { sheetId: 7, endRowIndex: 1 } }],
    });
    expect(await book.titles()).toEqual(['Roster', 'Schedule']);
    expect(await book.shown('Head')).toEqual([['Name']]);
  });
});

describe('tabs', () => {
  it('adds at the end by default, with the next free title and a random id', async () => {
    const book = await Workbook.create(target);
    const [reply] = await book.batch({ addSheet: {} });
    const properties = reply?.addSheet?.properties;
    expect(properties).toMatchObject({
      title: 'Sheet2',
      index: 1,
      gridProperties: { rowCount: 1000, columnCount: 26 },
    });
    expect(properties?.sheetId).toBeGreaterThan(0);
    expect(await book.titles()).toEqual(['Sheet1', 'Sheet2']);
  });

  it('counts the target index of a move before the move', async () => {
    const book = await Workbook.create(target, {
      sheets: ['S1', 'S2', 'S3'].map((title, id) => ({ properties: { title, sheetId: id } })),
    });
    const move = (sheetId: number, index: number) =>
      book.batch({ updateSheetProperties: { properties: { sheetId, index }, fields: 'index' } });
    await move(0, 2);
    expect(await book.titles()).toEqual(['S2', 'S1', 'S3']);
    await move(0, 2); // one more than its own index changes nothing
    expect(await book.titles()).toEqual(['S2', 'S1', 'S3']);
    await move(2, 0);
    expect(await book.titles()).toEqual(['S3', 'S2', 'S1']);
    const { sheets } = await book.get('sheets.properties.index');
    expect(sheets?.map((sheet) => sheet.properties?.index)).toEqual([0, 1, 2]);
  });

  it('duplicates a sheet with its cells and merges, apart from the original', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['x', 'y']]);
    await book.batch(
      {
        mergeCells: {
          range: {
            sheetId: 0,
            startRowIndex: 1,
            endRowIndex: 2,
            startColumnIndex: 0,
            endColumnIndex: 2,
          },
          mergeType: 'MERGE_ALL',
        },
      },
      {
        duplicateSheet: {
          sourceSheetId: 0,
          insertSheetIndex: 1,
          newSheetId: 5,
          newSheetName: 'Copy',
        },
      },
    );
    await book.write('Sheet1!A1', [['changed']]);
    expect(await book.shown('Copy')).toEqual([['x', 'y']]);
    const { sheets } = await book.get('sheets.merges');
    expect(sheets?.[1]?.merges).toEqual([
      { sheetId: 5, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
    ]);
  });

  it('copies what is noted at a sheet and at its rows with it, under other ids', async () => {
    const book = await Workbook.create(target);
    const row = { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 };
    const note = (metadataId: number, location: object) => ({
      createDeveloperMetadata: {
        developerMetadata: { metadataId, metadataKey: 'k', location, visibility: 'DOCUMENT' },
      },
    });
    await book.batch(
      note(1, { sheetId: 0 }),
      note(2, { dimensionRange: row }),
      note(3, { spreadsheet: true }),
      { duplicateSheet: { sourceSheetId: 0, newSheetId: 5 } },
    );
    const { data } = await book.sheets.spreadsheets.developerMetadata.search({
      spreadsheetId: book.id,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'k' } }] },
    });
    const found = (data.matchedDeveloperMetadata ?? []).map((one) => one.developerMetadata);
    expect(new Set(found.map((one) => one?.metadataId)).size).toBe(5);
    const places = found.map((one) => one?.location);
    const sheets = places.map((at) =>
      at?.spreadsheet === true ? -1 : (at?.dimensionRange?.sheetId ?? at?.sheetId ?? 0),
    );
    expect(sheets.sort((a, b) => a - b)).toEqual([-1, 0, 0, 5, 5]);
  });

  it('copies a sheet into another spreadsheet', async () => {
    const from = await Workbook.create(target);
    const to = await Workbook.create(target);
    await from.write('A1', [['x']]);
    const { data } = await from.sheets.spreadsheets.sheets.copyTo({
      spreadsheetId: from.id,
      sheetId: 0,
      requestBody: { destinationSpreadsheetId: to.id },
    });
    expect(data).toMatchObject({ title: 'Copy of Sheet1', index: 1 });
    expect(await to.shown('Copy of Sheet1')).toEqual([['x']]);
  });

  it('takes a tab colour away with an empty style', async () => {
    const book = await Workbook.create(target);
    const colour = async () =>
      (await book.sheet('properties(tabColor,tabColorStyle)')).properties ?? {};
    const update = (rgbColor: object | null, fields = 'tabColorStyle') =>
      book.batch({
        updateSheetProperties: {
          properties: { sheetId: 0, tabColorStyle: { rgbColor: rgbColor as object } },
          fields,
        },
      });
    await update({ red: 1, green: 0.5 });
    const stored = { red: 1, green: 0.49803922 };
    expect(await colour()).toEqual({ tabColor: stored, tabColorStyle: { rgbColor: stored } });
    await update(null);
    expect(await colour()).toEqual({});
  });

  it.each<[string, object, string]>([
    [
      'a taken title',
      { addSheet: { properties: { title: 'Sheet1' } } },
      'addSheet: A sheet with the name "Sheet1" already exists. Please enter another name.',
    ],
    [
      'a taken id',
      { addSheet: { properties: { sheetId: 0 } } },
      'addSheet: Sheet with id 0 already exists.',
    ],
    [
      'a negative id',
      { addSheet: { properties: { sheetId: -1 } } },
      'addSheet: Sheet id must be non-negative.',
    ],
    [
      'a long title',
      { addSheet: { properties: { title: 'x'.repeat(101) } } },
      'addSheet: The sheet name cannot be greater than 100 characters.',
    ],
    [
      'hiding all',
      { updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } },
      "updateSheetProperties: You can't hide all the sheets in a document.",
    ],
    [
      'deleting all',
      { deleteSheet: { sheetId: 0 } },
      "deleteSheet: You can't remove all the sheets in a document.",
    ],
    [
      'freezing all rows',
      {
        updateSheetProperties: {
          properties: { gridProperties: { frozenRowCount: 1000 } },
          fields: 'gridProperties.frozenRowCount',
        },
      },
      "updateSheetProperties: You can't freeze all visible rows on the sheet.",
    ],
    [
      'no mask',
      { updateSheetProperties: { properties: { title: 'x' } } },
      "updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      'an unknown sheet',
      { repeatCell: { range: { sheetId: 99 }, cell: {}, fields: '*' } },
      'repeatCell: No grid with id: 99',
    ],
    [
      'changing a sheet that is not there',
      { updateSheetProperties: { properties: { sheetId: 99, title: 'x' }, fields: 'title' } },
      'updateSheetProperties: No sheet with id: 99',
    ],
    [
      'copying a sheet that is not there',
      { duplicateSheet: { sourceSheetId: 99 } },
      'duplicateSheet: No sheet with id: 99',
    ],
    [
      'ten million cells',
      { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1_000_000 } },
      'appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
  ])('refuses %s', async (_, request, message) => {
    const book = await Workbook.create(target);
    expect(await refusal(book.batch(request))).toEqual(refused(`Invalid requests[0].${message}`));
    expect(await book.titles()).toEqual(['Sheet1']);
  });

  localIt('refuses more columns than ZZZ', async () => {
    const book = await Workbook.create(target);
    const wide = { gridProperties: { rowCount: 1, columnCount: 18_279 } };
    const { message } = await refusal(book.batch({ addSheet: { properties: wide } }));
    expect(message).toContain('above the limit of 18278 columns.');
  });

  it('gives a new sheet the usual size for a count of 0, and counts copies from 1', async () => {
    const empty = { gridProperties: { rowCount: 0, columnCount: 0 } };
    const book = await Workbook.create(target, { sheets: [{ properties: empty }] });
    expect((await book.sheet('properties.gridProperties')).properties?.gridProperties).toEqual({
      rowCount: 1000,
      columnCount: 26,
    });
    const sourceSheetId = (await book.sheet('properties.sheetId')).properties?.sheetId ?? 0;
    await book.batch({ duplicateSheet: { sourceSheetId } }, { duplicateSheet: { sourceSheetId } });
    expect((await book.titles()).toSorted()).toEqual([
      'Copy of Sheet1',
      'Copy of Sheet1 1',
      'Sheet1',
    ]);
  });

  it('refuses to remove the last visible sheet', async () => {
    const book = await Workbook.create(target);
    await book.batch({ addSheet: { properties: { title: 'Hidden', hidden: true } } });
    expect(await refusal(book.batch({ deleteSheet: { sheetId: 0 } }))).toEqual(
      refused(
        "Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document.",
      ),
    );
  });

  it('refuses an empty list of requests and two kinds in one request', async () => {
    const book = await Workbook.create(target);
    expect(await refusal(book.batch())).toEqual(refused('Must specify at least one request.'));
    expect(await refusal(book.batch({ addSheet: {}, deleteSheet: { sheetId: 0 } }))).toEqual(
      refused(
        "Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'",
      ),
    );
  });

  it('refuses a request it has never heard of by name', async () => {
    const book = await Workbook.create(target);
    expect(await refusal(book.batch({ frobnicate: {} } as object))).toEqual(
      refused(
        `Invalid JSON payload received. Unknown name "frobnicate" at 'requests[0]': Cannot find field.`,
      ),
    );
  });
});
