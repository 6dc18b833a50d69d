import { describe, expect, it, test } from '@jest/globals';
import { formatA1, parseA1 } from '#workbench/page/grid/a1';

describe('parseA1', () => {
  test.each([
    ['A1', { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 }],
    ['c5', { startRow: 4, startColumn: 2, endRow: 4, endColumn: 2 }],
    ['$AB$12', { startRow: 11, startColumn: 27, endRow: 11, endColumn: 27 }],
    ['B2:D9', { startRow: 1, startColumn: 1, endRow: 8, endColumn: 3 }],
  ])('reads %s', (text, area) => {
    expect(parseA1(text)).toEqual(area);
  });

  test.each(['', 'A0', '5', 'A', 'ABCD1', 'A1:', 'A1!B2'])('knows no cell %p', (text) => {
    expect(parseA1(text)).toBeNull();
  });
});

describe('formatA1', () => {
  it('writes one cell without a colon', () => {
    expect(formatA1({ startRow: 4, startColumn: 26, endRow: 4, endColumn: 26 })).toBe('AA5');
  });

  it('writes a block by its corners', () => {
    expect(formatA1({ startRow: 0, startColumn: 0, endRow: 9, endColumn: 2 })).toBe('A1:C10');
  });
});
