import { expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { cellAt, gridOf, rowAt, rowsOf } from '#core/workbook/cell-grid';
import type { Cell } from '#core/workbook/table';

const cell = fc.constantFrom<Cell>('a', '1', '', 1, 0, 0.5, true, false);

test('rows become columns and rows again', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (rows) => {
      const grid = gridOf(rows);
      expect(rowsOf(grid)).toEqual(rows);
      expect(grid.height).toBe(rows.length);
      for (const [row, cells] of rows.entries())
        for (let column = 0; column < 7; column += 1)
          expect(cellAt(grid, row, column)).toBe(cells[column]);
    }),
  );
});

it('keeps each distinct cell of a column once, numbers apart from texts', () => {
  const { columns } = gridOf([['1'], [1], [], ['1'], [1]]);
  expect(columns).toEqual([{ codes: Int32Array.of(1, 2, 0, 1, 2), distinct: [undefined, '1', 1] }]);
});

it('has nothing outside its rows and columns', () => {
  const grid = gridOf([['a']]);
  expect([cellAt(grid, 1, 0), cellAt(grid, 0, 1), cellAt(grid, -1, -1)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(rowAt(grid, 9)).toEqual([]);
});
