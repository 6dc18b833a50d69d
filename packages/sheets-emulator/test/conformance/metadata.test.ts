import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const LOCK = 4711;

const create = (value: string) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId: LOCK,
      metadataKey: 'run',
      metadataValue: value,
      location: { spreadsheet: true },
      visibility: 'PROJECT',
    },
  },
});

const remove = (metadataValue: string) => ({
  deleteDeveloperMetadata: {
    dataFilter: { developerMetadataLookup: { metadataId: LOCK, metadataValue } },
  },
});

describe('developer metadata as a lock', () => {
  it('is created, found, read and deleted', async () => {
    const book = await Workbook.create(target);
    const stored = {
      metadataId: LOCK,
      metadataKey: 'run',
      metadataValue: 'mine',
      location: { locationType: 'SPREADSHEET', spreadsheet: true },
      visibility: 'PROJECT',
    };
    const [reply] = await book.batch(create('mine'));
    expect(reply?.createDeveloperMetadata?.developerMetadata).toEqual(stored);
    const { data } = await book.sheets.spreadsheets.developerMetadata.get({
      spreadsheetId: book.id,
      metadataId: LOCK,
    });
    expect(data).toEqual(stored);
    const found = await book.sheets.spreadsheets.developerMetadata.search({
      spreadsheetId: book.id,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'run' } }] },
    });
    expect(found.data.matchedDeveloperMetadata?.[0]?.developerMetadata).toEqual(stored);
    const [deleted] = await book.batch(remove('mine'));
    expect(deleted?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toEqual([stored]);
    expect((await book.get('developerMetadata')).developerMetadata).toBeUndefined();
  });

  it('refuses a taken id, and with it the whole batch', async () => {
    const book = await Workbook.create(target);
    await book.batch(create('first'));
    const write = {
      updateCells: {
        start: { sheetId: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
        fields: 'userEnteredValue',
      },
    };
    expect(await refusal(book.batch(write, create('second')))).toEqual({
      status: 400,
      message: `Invalid requests[1].createDeveloperMetadata: Cannot add developer metadata with ID [${LOCK}] because developer metadata with that ID already exists.`,
    });
    expect(await book.shown('A1')).toEqual([]);
  });

  it('is stolen or renewed by one batch that deletes the old value and creates the new', async () => {
    const book = await Workbook.create(target);
    await book.batch(create('old'));
    await book.batch(remove('old'), create('new'));
    const { data } = await book.sheets.spreadsheets.developerMetadata.get({
      spreadsheetId: book.id,
      metadataId: LOCK,
    });
    expect(data.metadataValue).toBe('new');
  });

  it('is kept by its holder when someone else compares with a value that is no longer there', async () => {
    const book = await Workbook.create(target);
    await book.batch(create('held'));
    const { message } = await refusal(book.batch(remove('outdated'), create('stolen')));
    expect(message).toContain('because developer metadata with that ID already exists.');
    const { data } = await book.sheets.spreadsheets.developerMetadata.get({
      spreadsheetId: book.id,
      metadataId: LOCK,
    });
    expect(data.metadataValue).toBe('held');
  });

  it('lets exactly one of many callers win', async () => {
    const book = await Workbook.create(target);
    const attempts = Array.from({ length: 8 }, (_, number) =>
      book.batch(create(`caller ${number}`)),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('developer metadata of rows', () => {
  it('moves with its row and goes with it', async () => {
    const book = await Workbook.create(target);
    await book.batch({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'row',
          visibility: 'DOCUMENT',
          location: {
            dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 4, endIndex: 5 },
          },
        },
      },
    });
    const search = async () => {
      const { data } = await book.sheets.spreadsheets.developerMetadata.search({
        spreadsheetId: book.id,
        requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'row' } }] },
      });
      return data.matchedDeveloperMetadata?.map(
        (match) => match.developerMetadata?.location?.dimensionRange?.startIndex,
      );
    };
    const rows = (startIndex: number, endIndex: number) => ({
      sheetId: 0,
      dimension: 'ROWS',
      startIndex,
      endIndex,
    });
    await book.batch({ insertDimension: { range: rows(0, 2) } });
    expect(await search()).toEqual([6]);
    await book.batch({ deleteDimension: { range: rows(6, 7) } });
    expect(await search()).toBeUndefined();
  });
});
