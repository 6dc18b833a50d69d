// Both answers to each question that no public source answers. At Google there is nothing to switch: `npm run probe` asks it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import type { sheets_v4 } from '#test/support/sheets-client';
import { OWN_ANSWERS, type Quirks } from '#src/model/quirks';
import { localIt, openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
let book: Workbook;
beforeAll(async () => {
  target = await openTarget();
});
beforeEach(async () => {
  book = await Workbook.create(target);
});
afterEach(() => target.setQuirks(OWN_ANSWERS));
afterAll(() => target.close());

const given = (quirks: Partial<Quirks>) => target.setQuirks(quirks);

const LOCK = 4711;
const NO_MATCH = 'No developer metadata matches the data filter.';

const create = (metadataValue: string): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId: LOCK,
      metadataKey: 'run',
      metadataValue,
      location: { spreadsheet: true },
      visibility: 'PROJECT',
    },
  },
});

const lookup = (metadataValue: string) => ({
  developerMetadataLookup: { metadataId: LOCK, metadataValue },
});

const remove = (metadataValue: string): sheets_v4.Schema$Request => ({
  deleteDeveloperMetadata: { dataFilter: lookup(metadataValue) },
});

const change = (from: string, metadataValue: string): sheets_v4.Schema$Request => ({
  updateDeveloperMetadata: {
    dataFilters: [lookup(from)],
    developerMetadata: { metadataValue },
    fields: 'metadataValue',
  },
});

const write = (text: string, rowIndex = 0): sheets_v4.Schema$Request => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: 'userEnteredValue',
  },
});

const held = async (): Promise<string | null | undefined> =>
  (await book.get('developerMetadata')).developerMetadata?.[0]?.metadataValue;

describe('deleting developer metadata that is not there', () => {
  localIt('is accepted and deletes nothing', async () => {
    expect(await book.batch(remove('none'), write('x'))).toEqual([
      { deleteDeveloperMetadata: {} },
      {},
    ]);
    expect(await book.shown('A1')).toEqual([['x']]);
  });

  localIt('is refused with the whole batch', async () => {
    given({ deleteWithoutMatch: 'refused' });
    expect(await refusal(book.batch(write('x'), remove('none')))).toEqual({
      status: 400,
      message: `Invalid requests[1].deleteDeveloperMetadata: ${NO_MATCH}`,
    });
    expect(await book.shown('A1')).toEqual([]);
    await book.batch(create('a'));
    await book.batch(remove('a'));
    expect(await held()).toBeUndefined();
  });
});

describe('updating developer metadata that is not there', () => {
  localIt('is accepted and updates nothing', async () => {
    await book.batch(create('a'));
    expect(await book.batch(change('other', 'b'))).toEqual([
      { updateDeveloperMetadata: { developerMetadata: [] } },
    ]);
    expect(await held()).toBe('a');
  });

  localIt('is refused with the whole batch', async () => {
    given({ updateWithoutMatch: 'refused' });
    await book.batch(create('a'));
    expect(await refusal(book.batch(write('x'), change('other', 'b')))).toEqual({
      status: 400,
      message: `Invalid requests[1].updateDeveloperMetadata: ${NO_MATCH}`,
    });
    expect(await book.shown('A1')).toEqual([]);
    await book.batch(change('a', 'b'));
    expect(await held()).toBe('b');
  });
});

describe('an id that is deleted and created in one batch', () => {
  localIt('is free again', async () => {
    await book.batch(create('old'));
    await book.batch(remove('old'), create('new'));
    expect(await held()).toBe('new');
  });

  localIt('is taken until the batch is over', async () => {
    given({ idFreedInBatch: 'refused' });
    await book.batch(create('old'));
    const { status, message } = await refusal(book.batch(remove('old'), create('new')));
    expect(status).toBe(400);
    expect(message).toContain('requests[1].createDeveloperMetadata');
    expect(await held()).toBe('old');
    await book.batch(remove('old'));
    await book.batch(create('new'));
    expect(await held()).toBe('new');
  });
});

describe('the refusal of a taken id', () => {
  const PREFIX = 'Invalid requests[0].createDeveloperMetadata: ';
  localIt.each([
    [
      'known',
      `${PREFIX}Cannot add developer metadata with ID [${LOCK}] because developer metadata with that ID already exists.`,
    ],
    ['other', `${PREFIX}The metadata id ${LOCK} is in use.`],
  ] as const)('has %s words', async (takenIdWords, message) => {
    given({ takenIdWords });
    await book.batch(create('a'));
    expect(await refusal(book.batch(create('b')))).toEqual({ status: 400, message });
  });
});

const markRow = (row: number, metadataValue: string): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: 'row',
      metadataValue,
      visibility: 'DOCUMENT',
      location: {
        dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
      },
    },
  },
});

/** Values of the rows' metadata with the rows they stand at. */
async function markedRows(): Promise<Record<string, number | null | undefined>> {
  const { data } = await book.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId: book.id,
    requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'row' } }] },
  });
  const found = (data.matchedDeveloperMetadata ?? []).map(({ developerMetadata: one }) => [
    one?.metadataValue ?? '',
    one?.location?.dimensionRange?.startIndex,
  ]);
  return Object.fromEntries(found) as Record<string, number | null | undefined>; // pairs of just that
}

describe('developer metadata of rows that are carried elsewhere', () => {
  const rows = { sheetId: 0, startRowIndex: 0, endRowIndex: 3 };
  const sortSpecs = [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }];
  const sort = { sortRange: { range: rows, sortSpecs } };
  const filter = {
    setBasicFilter: { filter: { range: { sheetId: 0, endRowIndex: 4 }, sortSpecs } },
  };

  localIt.each([
    ['stays', { c: 0, a: 1 }],
    ['follows', { c: 2, a: 0 }],
  ] as const)('%s when sortRange moves its row', async (rowMetadataWhenSorted, expected) => {
    given({ rowMetadataWhenSorted });
    await book.write('A1', [['c'], ['a'], ['b']]);
    await book.batch(markRow(0, 'c'), markRow(1, 'a'), sort);
    expect(await book.shown('A1:A3')).toEqual([['a'], ['b'], ['c']]);
    expect(await markedRows()).toEqual(expected);
  });

  localIt.each([
    ['stays', { c: 1, a: 2 }],
    ['follows', { c: 3, a: 1 }],
  ] as const)('%s when a filter sorts its row', async (rowMetadataWhenSorted, expected) => {
    given({ rowMetadataWhenSorted });
    await book.write('A1', [['head'], ['c'], ['a'], ['b']]);
    await book.batch(markRow(1, 'c'), markRow(2, 'a'), filter);
    expect(await book.shown('A1:A4')).toEqual([['head'], ['a'], ['b'], ['c']]);
    expect(await markedRows()).toEqual(expected);
  });

  const cut = (endColumnIndex?: number): sheets_v4.Schema$Request => ({
    cutPaste: {
      source: {
        sheetId: 0,
        startRowIndex: 1,
        endRowIndex: 2,
        ...(endColumnIndex !== undefined && { startColumnIndex: 0, endColumnIndex }),
      },
      destination: { sheetId: 0, rowIndex: 6, columnIndex: 0 },
      pasteType: 'PASTE_NORMAL',
    },
  });

  localIt.each([
    ['stays', { other: 0, cut: 1 }],
    ['follows', { other: 0, cut: 6 }],
  ] as const)('%s when its whole row is cut', async (rowMetadataWhenCut, expected) => {
    given({ rowMetadataWhenCut });
    await book.write('A1', [['first'], ['second']]);
    await book.batch(markRow(0, 'other'), markRow(1, 'cut'), cut());
    expect(await book.shown('A7')).toEqual([['second']]);
    expect(await markedRows()).toEqual(expected);
  });

  localIt('stays in any case when only a part of its row is cut', async () => {
    given({ rowMetadataWhenCut: 'follows' });
    await book.write('A1', [['first'], ['second']]);
    await book.batch(markRow(1, 'cut'), cut(5));
    expect(await markedRows()).toEqual({ cut: 1 });
  });
});

describe('appendCells under whole columns of drop-downs', () => {
  const validation: sheets_v4.Schema$Request = {
    setDataValidation: {
      range: { sheetId: 0, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
      rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'x' }] } },
    },
  };
  const append: sheets_v4.Schema$Request = {
    appendCells: {
      sheetId: 0,
      rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
      fields: 'userEnteredValue',
    },
  };
  const rowCount = async () =>
    (await book.sheet('properties.gridProperties')).properties?.gridProperties?.rowCount;

  localIt.each([
    ['belowValues', 'A2', 1000],
    ['belowAnything', 'A1001', 1001],
  ] as const)('begins %s', async (appendedRows, cell, rows) => {
    given({ appendedRows });
    await book.write('A1', [['head']]);
    await book.batch(validation, append);
    expect(await book.shown(cell)).toEqual([['x']]);
    expect(await rowCount()).toBe(rows);
  });

  localIt.each([
    ['belowValues', 'A4'],
    ['belowAnything', 'A9'],
  ] as const)('begins %s also where a filter hides rows', async (appendedRows, cell) => {
    given({ appendedRows });
    await book.write('A1', [['head'], ['a'], ['b']]);
    const criteria = { 0: { hiddenValues: ['b'] } };
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 8 };
    await book.batch({ setBasicFilter: { filter: { range, criteria } } }, append);
    expect(await book.shown(cell)).toEqual([['x']]);
  });
});

describe('responseRanges of a tab that was renamed away', () => {
  const renameAndWrite = (): Promise<unknown> =>
    book.sheets.spreadsheets.batchUpdate({
      spreadsheetId: book.id,
      requestBody: {
        requests: [write('written')],
        includeSpreadsheetInResponse: true,
        responseRanges: ['Gone!A1'],
      },
    });

  localIt.each([
    ['refusedAfter', [['written']]],
    ['refusedBefore', []],
  ] as const)('are %s the batch is carried out', async (responseRangeGone, expected) => {
    given({ responseRangeGone });
    expect(await refusal(renameAndWrite())).toEqual({
      status: 400,
      message: 'Unable to parse range: Gone!A1',
    });
    expect(await book.shown('A1')).toEqual(expected);
  });
});
