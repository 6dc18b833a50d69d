import { describe, expect, it } from '@jest/globals';
import type { GridCell } from '#workbench/page/grid/tab-state';
import { isGroupHeading, rowParts } from '#workbench/page/print/row-parts';

/** A row with so many filled cells. */
const row = (filled: number): GridCell[] =>
  Array.from({ length: 4 }, (_, column) => ({
    value: column < filled ? 'x' : null,
    formula: null,
    style: null,
    styleKey: '',
  }));

const parts = (filled: readonly number[], frozenRows: number, hidden: readonly number[] = []) =>
  rowParts(
    { cells: filled.map(row), frozenRows },
    filled.map((_, index) => index).filter((index) => !hidden.includes(index)),
  );

describe('the rows of a tab on paper', () => {
  it.each([
    ['a list', [4, 3, 1], 1, { titles: [], header: [0], table: [1, 2], closing: [] }],
    [
      'a list with one column',
      [1, 1, 1],
      1,
      { titles: [], header: [0], table: [1, 2], closing: [] },
    ],
    ['a header of two rows', [3, 4, 4], 2, { titles: [], header: [0, 1], table: [2], closing: [] }],
    [
      'a report: titles, a blank line, header, groups, sums, signatures',
      [1, 1, 0, 4, 1, 4, 2, 0, 1],
      4,
      { titles: [0, 1, 2], header: [3], table: [4, 5, 6], closing: [7, 8] },
    ],
    ['an empty report', [1, 0, 4, 1], 3, { titles: [0, 1], header: [2], table: [], closing: [3] }],
    ['nothing frozen', [4, 1], 0, { titles: [], header: [], table: [0, 1], closing: [] }],
  ] as const)('%s', (_, filled, frozen, expected) => {
    expect(parts(filled, frozen)).toEqual(expected);
  });

  it('hidden rows are in no part', () => {
    const expected = { titles: [1], header: [2], table: [4], closing: [] };
    expect(parts([1, 1, 4, 4, 4], 3, [0, 3])).toEqual(expected);
  });

  it('a row with a single filled cell is the heading of what follows', () => {
    expect([0, 1, 2].map((filled) => isGroupHeading(row(filled)))).toEqual([false, true, false]);
  });
});
