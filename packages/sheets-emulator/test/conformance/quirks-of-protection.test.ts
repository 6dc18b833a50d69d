// Both answers to one of the questions of quirks.test.ts: who may edit a range that was just protected.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import type { sheets_v4 } from '#test/support/sheets-client';
import { OWNER_EMAIL } from '#src/model/defaults';
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

const write = (text: string, rowIndex = 0): sheets_v4.Schema$Request => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: 'userEnteredValue',
  },
});

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

describe('the editors of a new protected range', () => {
  const protect = (users: string[], rows?: number): sheets_v4.Schema$Request => ({
    addProtectedRange: {
      protectedRange: {
        protectedRangeId: 5,
        range: { sheetId: 0, ...(rows !== undefined && { endRowIndex: rows }) },
        editors: { users },
      },
    },
  });
  const stored = async () => (await book.sheet('protectedRanges')).protectedRanges?.[0];

  localIt('keep the one who protects it, who may go on writing', async () => {
    await book.batch(protect(['wang@example.org']));
    expect(await stored()).toMatchObject({
      requestingUserCanEdit: true,
      editors: { users: ['wang@example.org', OWNER_EMAIL] },
    });
    await book.batch(write('x'));
    expect(await book.shown('A1')).toEqual([['x']]);
  });

  localIt('are those sent, and nobody else may write', async () => {
    given({ protectionEditors: 'asSent' });
    await book.batch(protect(['wang@example.org'], 2));
    expect(await stored()).toMatchObject({
      requestingUserCanEdit: false,
      editors: { users: ['wang@example.org'] },
    });
    expect(await refusal(book.batch(write('x')))).toEqual({
      status: 400,
      message: `Invalid requests[0].updateCells: ${PROTECTED}`,
    });
    await book.batch(write('below', 2));
    expect(await book.shown('A1:A3')).toEqual([[], [], ['below']]);
  });

  localIt('let in an editor who named themselves', async () => {
    given({ protectionEditors: 'asSent' });
    await book.batch(protect([OWNER_EMAIL]), write('x'));
    expect(await book.shown('A1')).toEqual([['x']]);
  });

  const inLocked: [string, sheets_v4.Schema$Request][] = [
    ['updateCells', { updateCells: { range: { sheetId: 0, endRowIndex: 1 }, fields: 'note' } }],
    ['repeatCell', { repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'note' } }],
    ['setDataValidation', { setDataValidation: { range: { sheetId: 0, startRowIndex: 1 } } }],
    ['appendCells', { appendCells: { sheetId: 0, rows: [{ values: [{}] }], fields: 'note' } }],
    [
      'deleteDimension',
      {
        deleteDimension: {
          range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        },
      },
    ],
    [
      'updateDimensionProperties',
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 },
          properties: { pixelSize: 50 },
          fields: 'pixelSize',
        },
      },
    ],
    [
      'copyPaste',
      {
        copyPaste: {
          source: { sheetId: 1, endRowIndex: 1 },
          destination: { sheetId: 0, startRowIndex: 3, endRowIndex: 4 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    [
      'insertRange',
      { insertRange: { range: { sheetId: 0, endRowIndex: 1 }, shiftDimension: 'ROWS' } },
    ],
    ['randomizeRange', { randomizeRange: { range: { sheetId: 0, endRowIndex: 2 } } }],
    ['pasteData', { pasteData: { coordinate: { sheetId: 0 }, data: 'x', delimiter: ',' } }],
    [
      'autoFill',
      {
        autoFill: {
          sourceAndDestination: {
            source: { sheetId: 0, startRowIndex: 3, endRowIndex: 4, endColumnIndex: 1 },
            dimension: 'ROWS',
            fillLength: 2,
          },
        },
      },
    ],
    [
      'cutPaste',
      {
        cutPaste: {
          source: { sheetId: 0, startRowIndex: 3, endRowIndex: 4 },
          destination: { sheetId: 1 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    ['deleteProtectedRange', { deleteProtectedRange: { protectedRangeId: 5 } }],
    ['deleteSheet', { deleteSheet: { sheetId: 0 } }],
    [
      'updateProtectedRange',
      {
        updateProtectedRange: {
          protectedRange: { protectedRangeId: 5, editors: { users: [OWNER_EMAIL] } },
          fields: 'editors',
        },
      },
    ],
  ];

  localIt.each(inLocked)('refuse %s by anybody else', async (kind, request) => {
    given({ protectionEditors: 'asSent' });
    await book.batch({ addSheet: { properties: { sheetId: 1 } } }, protect(['wang@example.org']));
    expect(await refusal(book.batch(request))).toEqual({
      status: 400,
      message: `Invalid requests[0].${kind}: ${PROTECTED}`,
    });
  });

  localIt('refuse values too, and leave the other tabs alone', async () => {
    given({ protectionEditors: 'asSent' });
    await book.batch(
      { addSheet: { properties: { sheetId: 1, title: 'Other' } } },
      protect(['wang@example.org']),
    );
    const refused = { status: 400, message: PROTECTED };
    expect(await refusal(book.write('Sheet1!B2', [['x']]))).toEqual(refused);
    expect(await refusal(book.append('Sheet1!A1', [['x']]))).toEqual(refused);
    const clear = book.sheets.spreadsheets.values.clear({
      spreadsheetId: book.id,
      range: 'Sheet1!B2',
    });
    expect(await refusal(clear)).toEqual(refused);
    await book.write('Other!B2', [['x']]);
    expect(await book.shown('Other!B2')).toEqual([['x']]);
  });

  localIt('do not matter where a part is left free, nor for a warning', async () => {
    given({ protectionEditors: 'asSent' });
    const range = { sheetId: 0 };
    const free = [{ sheetId: 0, startRowIndex: 0, endRowIndex: 1 }];
    await book.batch(
      { addProtectedRange: { protectedRange: { range, unprotectedRanges: free } } },
      { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
      write('x'),
    );
    expect(await book.shown('A1')).toEqual([['x']]);
    expect((await refusal(book.batch(write('x', 1)))).status).toBe(400);
  });
});
