import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { rowsOf } from '#core/workbook/cell-grid';
import type { Cell } from '#core/workbook/table';
import { readValueRanges } from '#functions/adapters/google-sheets/values/value-ranges';

function bytesOf(text: string): ArrayBuffer {
  const bytes = new TextEncoder().encode(text);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

const read = (text: string): Cell[][][] => readValueRanges(bytesOf(text)).map(rowsOf);
const answer = (...values: unknown[]): string =>
  JSON.stringify({
    spreadsheetId: 'x',
    valueRanges: values.map((rows) => ({
      range: "'花 名'!A1:Z9",
      majorDimension: 'ROWS',
      ...(rows !== undefined && { values: rows }),
    })),
  });
const oneRow = (cells: string): Cell[][] | undefined =>
  read(`{"valueRanges":[{"values":[[${cells}]]}]}`)[0];

/** Few different cells, so that most repeat one above them. */
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Cell>(
      'M0001',
      'M0002',
      'M00021',
      '',
      '出勤',
      1,
      12,
      123,
      0.5,
      true,
      false,
    ),
  },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom<Cell>(
    '"',
    '\\',
    '\\"',
    '","',
    ']',
    '],[',
    '\n',
    '\u2028',
    '😀',
    '0.5',
    'true',
    -0.1,
    1e21,
    5e-324,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
/** As in the API: the last cell of a row is not empty. */
const row = fc.array(cell, { maxLength: 6 });
const indent = fc.constantFrom(undefined, 0, 2, '\t', ' \n\r');

describe('an answer', () => {
  test('reads as JSON.parse reads it, however it is spaced', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { maxLength: 40 }), { maxLength: 3 }),
        indent,
        (tabs, by) => {
          const text = JSON.stringify(JSON.parse(answer(...tabs)), null, by === ' \n\r' ? ' ' : by);
          expect(read(text)).toEqual(JSON.parse(JSON.stringify(tabs)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('with a byte changed is refused when JSON.parse refuses it, and reads the same when not', () => {
    const text = answer([['编号', '"a\\'], ['M1', 12.5, true], ['M1', 12.5, false], []], undefined);
    const bytes = Buffer.from(text);
    const parsed = (changed: Buffer): unknown => {
      try {
        return (JSON.parse(changed.toString('utf8')) as { valueRanges?: unknown }).valueRanges;
      } catch {
        return SyntaxError;
      }
    };
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        const expected = parsed(changed);
        fc.pre(expected === SyntaxError || Array.isArray(expected));
        const whole = changed.buffer.slice(changed.byteOffset, changed.byteOffset + changed.length);
        if (expected === SyntaxError) expect(() => readValueRanges(whole)).toThrow(SyntaxError);
        else expect(readValueRanges(whole)).toHaveLength((expected as unknown[]).length);
      }),
      { numRuns: 2000 },
    );
  });

  it('cut off anywhere is refused', () => {
    const text = answer(
      [
        ['编号', '姓名'],
        ['M1', '周'],
      ],
      [
        ['甲', 1.5],
        ['甲', 1.5],
      ],
    );
    const bytes = new TextEncoder().encode(text);
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => readValueRanges(bytes.slice(0, length).buffer)).toThrow(SyntaxError);
  });

  it('may name its parts in any order, escaped, and with others beside them', () => {
    const text =
      '{ "valueRanges" : [ { "values" : [ ["a"] , [ ] ] , "range" : "x" , "more" : 1 } , {} ] , "\\u0073preadsheetId" : "x" }';
    expect(read(text)).toEqual([[['a'], []], []]);
  });

  it('with parts of another shape is left to JSON.parse', () => {
    const text =
      '{"valueRanges":[{"values":[["a",1]],"meta":{"values":[["no"]]}}],"extra":[1,{"a":[]}]}';
    expect(read(text)).toEqual([[['a', 1]]]);
  });

  it.each([
    ['no tab at all', '{"spreadsheetId":"x"}'],
    ['an empty list', '{"valueRanges":[]}'],
    ['nothing', '{}'],
    ['null', '{"valueRanges":null}'],
  ])('may hold %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it.each(['', 'null x', '<html>', '[[1,]]', '{"valueRanges":[{"values":[[1,]]}]}'])(
    'that is no JSON is refused: %s',
    (text) => {
      expect(() => read(text)).toThrow(SyntaxError);
    },
  );
});

describe('cells', () => {
  it.each([
    ['spelled differently are the same', '"中","\\u4e2d",1,1.0,1e0', ['中', '中', 1, 1, 1]],
    ['that begin alike differ', '"ab","abc","a",1,12,1,123', ['ab', 'abc', 'a', 1, 12, 1, 123]],
    ['of text that looks like numbers stay text', '"1",1,"true",true', ['1', 1, 'true', true]],
    ['may be null', 'null,"x"', [null, 'x']],
  ])('%s', (_, text, expected) => {
    expect(oneRow(text)).toEqual([expected]);
    // In one column, twice over: the second time they are known by their bytes.
    const rows = text.split(',').map((one) => `[${one}]`);
    const twice = `{"valueRanges":[{"values":[${[...rows, ...rows].join(',')}]}]}`;
    expect(read(twice)).toEqual([[...expected, ...expected].map((one) => [one])]);
  });

  it('keep each distinct one once, however it is spelled', () => {
    const [grid] = readValueRanges(
      bytesOf('{"valueRanges":[{"values":[["a"],["\\u0061"],["a"],["b"]]}]}'),
    );
    expect(grid?.columns[0]?.distinct).toEqual([undefined, 'a', 'b']);
    expect([...(grid?.columns[0]?.codes ?? [])]).toEqual([1, 1, 1, 2]);
  });

  it('of many thousand rows and values come out as they went in', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      `2026-11-27T09:00:${index}`,
      index % 7 === 0 ? '' : index / 1440,
      ...(index === 19_999 ? [] : [`M${index % 300}`]),
    ]);
    expect(read(answer([['late']], rows, [['end']]))).toEqual([[['late']], rows, [['end']]]);
  });
});
