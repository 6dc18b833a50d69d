import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnLetters, columnNumber } from '#src/a1/column-letters';
import { parseArea } from '#src/a1/parse-area';
import { printArea, printRange, quoteTitle } from '#src/a1/print-range';
import { splitRange } from '#src/a1/split-range';

describe('quoteTitle', () => {
  test.each(['Sales', 'Sheet_1', 'TRUE', 'x.y', 'Sales2', 'Sheet1', '_a'])(
    'leaves %s bare',
    (title) => {
      expect(quoteTitle(title)).toBe(title);
    },
  );

  test.each([
    ['Probe Tab', "'Probe Tab'"],
    ['A1', "'A1'"],
    ['ABC1234', "'ABC1234'"],
    ['D3', "'D3'"],
    ['R1C1', "'R1C1'"],
    ['2026', "'2026'"],
    ['Ünï', "'Ünï'"],
    ['名单', "'名单'"],
    ['a-b', "'a-b'"],
    ["It's", "'It''s'"],
    ['🌵 my tab 1', "'🌵 my tab 1'"],
  ])('quotes %s', (title, expected) => {
    expect(quoteTitle(title)).toBe(expected);
  });
});

describe('splitRange', () => {
  test.each([
    ["'It''s'!A1", "It's", 'A1'],
    ["'Jon's_Data'!A1:D5", "Jon's_Data", 'A1:D5'],
    ['🌵 my tab 1!A1', '🌵 my tab 1', 'A1'],
    ["'Sheet1'", 'Sheet1', undefined],
    ['Sheet1', undefined, 'Sheet1'],
    ['A1:B2', undefined, 'A1:B2'],
    ["'a!b'!C3", 'a!b', 'C3'],
  ])('takes %s apart', (text, title, cells) => {
    expect(splitRange(text)).toEqual({ title, cells });
  });
});

const index = fc.nat({ max: 20_000 });
const column = fc.nat({ max: 18_277 });
const bounded = fc
  .record({
    startRow: index,
    rows: fc.integer({ min: 1, max: 99 }),
    startColumn: fc.nat({ max: 18_000 }),
    columns: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ startRow, rows, startColumn, columns }) => ({
    startRow,
    endRow: startRow + rows,
    startColumn,
    endColumn: startColumn + columns,
  }));
const openRows = bounded.map((area) => ({ ...area, endRow: undefined }));
const openColumns = bounded.map((area) => ({ ...area, endColumn: undefined }));

describe('A1 notation', () => {
  test('column letters and numbers are each other’s inverse', () => {
    fc.assert(
      fc.property(column, (number) => {
        expect(columnNumber(columnLetters(number))).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is printed reads back as the same area', () => {
    fc.assert(
      fc.property(fc.oneof(bounded, openRows, openColumns), (area) => {
        expect(parseArea(printArea(area))).toEqual(area);
      }),
      { numRuns: 1000 },
    );
  });

  test('a printed range splits into the title and the cells it was printed from', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
        bounded,
        (title, area) => {
          expect(splitRange(printRange(title, area))).toEqual({ title, cells: printArea(area) });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
