import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverCells, toArea, toGridRange } from '#workbench/page/grid/areas';

const size = { rowCount: 100, columnCount: 10 };

describe('toArea', () => {
  it('fills open ends from the size of the tab', () => {
    expect(toArea({ sheetId: 1, startRowIndex: 1, startColumnIndex: 2 }, size)).toEqual({
      startRow: 1,
      startColumn: 2,
      endRow: 99,
      endColumn: 9,
    });
  });

  it('is the way back from toGridRange', () => {
    const area = { startRow: 3, startColumn: 4, endRow: 5, endColumn: 6 };
    expect(toArea(toGridRange(7, area), size)).toEqual(area);
  });
});

describe('coverCells', () => {
  it('makes one area of a block', () => {
    const cells = [2, 3].flatMap((row) => [1, 2].map((column) => ({ row, column })));
    expect(coverCells(cells)).toEqual([{ startRow: 2, startColumn: 1, endRow: 3, endColumn: 2 }]);
  });

  it('keeps apart what has a gap', () => {
    const cells = [
      { row: 0, column: 0 },
      { row: 0, column: 2 },
      { row: 2, column: 0 },
    ];
    expect(coverCells(cells)).toHaveLength(3);
  });

  it('covers every cell once and nothing else', () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8)), { selector: String });
    fc.assert(
      fc.property(places, (given) => {
        const cells = given
          .map(([row, column]) => ({ row, column }))
          .sort((a, b) => a.row - b.row || a.column - b.column);
        const covered = coverCells(cells).flatMap(({ startRow, endRow, startColumn, endColumn }) =>
          span(startRow, endRow).flatMap((row) =>
            span(startColumn, endColumn).map((column) => `${row},${column}`),
          ),
        );
        expect(covered.sort()).toEqual(cells.map(({ row, column }) => `${row},${column}`).sort());
      }),
    );
  });
});

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
