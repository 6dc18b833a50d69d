import { describe, expect, it } from '@jest/globals';
import type { GridCell } from '#workbench/page/grid/tab-state';
import { isGroupHeading, rowParts } from '#workbench/page/print/row-parts';

/** How a report writes texts: its lines wrap, what is alone in its row runs on. */
const RUNS_ON = { n: { pattern: '@' } };
const WRAPPED = { ...RUNS_ON, tb: 3 };
/** The heading of a group on a form. */
const FRAMED = { ...RUNS_ON, tb: 1, bd: { t: { s: 1, cl: { rgb: '#5f6368' } } } };

/** A row with so many filled cells. */
const row = (filled: number, style: GridCell['style'] = null): GridCell[] =>
  Array.from({ length: 4 }, (_, column) => ({
    value: column < filled ? 'x' : null,
    formula: null,
    style,
    styleKey: '',
  }));

/** Rows of a single cell that a report wrote; `kept` is the name of somebody who left it. */
const WRITTEN = { closing: RUNS_ON, kept: WRAPPED, heading: FRAMED };

/** A number: so many cells, typed by hand. */
type Row = number | keyof typeof WRITTEN;

const toCells = (one: Row): GridCell[] =>
  typeof one === 'number' ? row(one) : row(1, WRITTEN[one]);

const parts = (rows: readonly Row[], frozenRows: number, hidden: readonly number[] = []) =>
  rowParts(
    { cells: rows.map(toCells), frozenRows },
    rows.map((_, index) => index).filter((index) => !hidden.includes(index)),
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
    [
      'an empty report',
      [1, 0, 4, 'closing'],
      3,
      { titles: [0, 1], header: [2], table: [], closing: [3] },
    ],
    [
      'a payment sheet: sums, the amount in words, a blank line, signatures',
      [1, 4, 4, 4, 'closing', 'closing', 0, 'closing'],
      2,
      { titles: [0], header: [1], table: [2, 3], closing: [4, 5, 6, 7] },
    ],
    [
      'a sign-in sheet whose last people were typed by name only',
      [1, 4, 4, 4, 1, 1],
      2,
      { titles: [0], header: [1], table: [2, 3, 4, 5], closing: [] },
    ],
    [
      'a sign-in sheet on which all people were typed by name only',
      [1, 4, 1, 1],
      2,
      { titles: [0], header: [1], table: [2, 3], closing: [] },
    ],
    [
      'a report of which somebody at the end is only named still',
      [1, 4, 4, 'kept', 1, 0, 1],
      2,
      { titles: [0], header: [1], table: [2, 3, 4], closing: [5, 6] },
    ],
    [
      'a sign-in sheet that ends with a group of people typed by name only',
      [1, 4, 4, 'heading', 1],
      2,
      { titles: [0], header: [1], table: [2, 3, 4], closing: [] },
    ],
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
