import { describe, expect, it, test } from '@jest/globals';
import { printCanonical, readableArea, resolveRange } from '#src/a1/resolve-range';
import { printRange } from '#src/a1/print-range';
import { aSpreadsheet } from '#test/support/a-spreadsheet';

const spreadsheet = aSpreadsheet({
  titles: ['Hidden', 'Sales', "It's", '🌵 my tab 1', 'Log', 'A1'],
  hidden: ['Hidden'],
  namedRanges: [
    {
      namedRangeId: '1',
      name: 'Totals',
      range: {
        sheetId: 1,
        startRowIndex: 0,
        endRowIndex: 2,
        startColumnIndex: 1,
        endColumnIndex: 3,
      },
    },
    {
      namedRangeId: '2',
      name: 'Log',
      range: {
        sheetId: 1,
        startRowIndex: 4,
        endRowIndex: 5,
        startColumnIndex: 0,
        endColumnIndex: 1,
      },
    },
  ],
});

describe('resolveRange', () => {
  test.each([
    ['Sales!A1:B2', 'Sales!A1:B2'],
    ['sales!a10:b10', 'Sales!A10:B10'],
    ['Sales!$B$3', 'Sales!B3'],
    ['Sales!A1:A1', 'Sales!A1'],
    ['Sales!D4:A1', 'Sales!A1:D4'],
    ['Sales!A1:C', 'Sales!A1:C1000'],
    ['Sales!A:C', 'Sales!A1:C1000'],
    ['Sales!A1:1', 'Sales!A1:Z1'],
    ["'Sales'", 'Sales!A1:Z1000'],
    ['Sales', 'Sales!A1:Z1000'],
    ['A2:J10001', 'Sales!A2:J1000'], // the first visible sheet; clipped at the grid
    ["'It''s'!A1", "'It''s'!A1"],
    ["It's!A1", "'It''s'!A1"],
    ['🌵 my tab 1!A1', "'🌵 my tab 1'!A1"],
    ['Totals', 'Sales!B1:C2'],
    ['totals', 'Sales!B1:C2'],
    ["'Sales'!Totals", 'Sales!B1:C2'],
    ['Log', 'Sales!A5'], // a name means the named range before the sheet
    ["'Log'", 'Log!A1:Z1000'],
    ['A1', 'Sales!A1'], // a cell, though a sheet has that title
    ["'A1'!B2", "'A1'!B2"],
    ['Sales!R1C1:R2C2', 'Sales!A1:B2'],
    ['Sales!R[3]C[1]', 'Sales!B4'],
  ])('takes %s for %s', (text, canonical) => {
    const range = resolveRange(spreadsheet, text);
    expect(printRange(range.sheet.properties.title, readableArea(range))).toBe(canonical);
    expect(printCanonical(range)).toBe(canonical);
  });

  test.each(["'Data Tab'!A1:C10", 'Sales!', 'Sales!A1:B2:C3', 'nowhere', '', "'Sales'!Nothing"])(
    'cannot parse "%s"',
    (text) => {
      expect(() => resolveRange(spreadsheet, text)).toThrow(`Unable to parse range: ${text}`);
    },
  );

  test.each([
    ['Sales!A1001', 'Sales!A1001'],
    ['Sales!A1001:B', 'Sales!A1001:B'],
    ['Sales!AA1:2', 'Sales!AA1:2'],
    ['Sales!AA:AB', 'Sales!AA:AB'],
  ])('refuses %s, which starts outside the grid', (text, shown) => {
    expect(() => readableArea(resolveRange(spreadsheet, text))).toThrow(
      `Range (${shown}) exceeds grid limits. Max rows: 1000, max columns: 26`,
    );
  });

  it('says "exceeds grid limits" also through a named range of an old, larger grid', () => {
    const shrunk = aSpreadsheet({
      titles: ['Sales'],
      namedRanges: [
        {
          namedRangeId: '1',
          name: 'Far',
          range: {
            sheetId: 0,
            startRowIndex: 5000,
            endRowIndex: 5001,
            startColumnIndex: 0,
            endColumnIndex: 1,
          },
        },
      ],
    });
    expect(() => readableArea(resolveRange(shrunk, 'Far'))).toThrow('exceeds grid limits');
  });
});
