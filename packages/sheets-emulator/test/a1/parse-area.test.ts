import { describe, expect, test } from '@jest/globals';
import { parseArea } from '#src/a1/parse-area';

const area = (
  startRow: number,
  endRow: number | undefined,
  startColumn: number,
  endColumn: number | undefined,
) => ({ startRow, endRow, startColumn, endColumn });

describe('parseArea', () => {
  test.each([
    ['A1', area(0, 1, 0, 1)],
    ['$B$3', area(2, 3, 1, 2)],
    ['a1:b2', area(0, 2, 0, 2)],
    ['D4:A1', area(0, 4, 0, 4)],
    ['A1:A1', area(0, 1, 0, 1)],
    ['A:C', area(0, undefined, 0, 3)],
    ['C:A', area(0, undefined, 0, 3)],
    ['1:2', area(0, 2, 0, undefined)],
    ['A5:A', area(4, undefined, 0, 1)],
    ['A1:C', area(0, undefined, 0, 3)],
    ['A1:1', area(0, 1, 0, undefined)],
    ['B3:2', area(1, 3, 1, undefined)],
    ['AA1:AB2', area(0, 2, 26, 28)],
    ['ZZZ1', area(0, 1, 18277, 18278)],
    ['R1C1', area(0, 1, 0, 1)],
    ['R1C1:R2C2', area(0, 2, 0, 2)],
    ['R[3]C[1]', area(3, 4, 1, 2)],
  ])('reads %s', (text, expected) => {
    expect(parseArea(text)).toEqual(expected);
  });

  test.each([
    '',
    'A',
    '1',
    'A0',
    'AAAA1',
    'A1:',
    ':A1',
    '1:A',
    'A1:B2:C3',
    'R0C0',
    'Sheet1',
    'A1!B2',
    'A-1',
  ])('refuses "%s"', (text) => {
    expect(parseArea(text)).toBeUndefined();
  });
});
