import { describe, expect, it } from '@jest/globals';
import { Grid } from '#src/model/grid';

const format = { textFormat: { bold: true } };
const bold = { format };
const area = { startRow: 1, endRow: 1000, startColumn: 0, endColumn: 3 };

describe('rows formatted alike', () => {
  it('are one row, worked out once', () => {
    const grid = new Grid();
    let changes = 0;
    grid.mapCells(area, () => {
      changes++;
      return bold;
    });
    expect(changes).toBe(3);
    expect(grid.row(0)).toEqual([]);
    expect(grid.row(999)).toBe(grid.row(1));
  });

  it('part when one of them is written to, also after a fork and after columns came in between', () => {
    const grid = new Grid();
    grid.mapCells(area, () => bold);
    grid.setCell(500, 1, 'x');
    const fork = grid.fork();
    fork.insertColumns(1, 1);
    fork.setCell(600, 0, 'y');
    expect([499, 500, 600].map((row) => grid.row(row))).toEqual([
      [bold, bold, bold],
      [bold, 'x', bold],
      [bold, bold, bold],
    ]);
    expect([499, 500, 600].map((row) => fork.row(row))).toEqual([
      [bold, null, bold, bold],
      [bold, null, 'x', bold],
      ['y', null, bold, bold],
    ]);
  });

  it('are gone when their last cell is', () => {
    const grid = new Grid();
    grid.mapCells(area, () => bold);
    grid.mapCells(area, () => null);
    expect(grid.height).toBe(0);
  });
});

it('takes a million empty rows, and one far below them, without growing for each', () => {
  const grid = new Grid();
  for (let row = 0; row < 1_048_576; row++) grid.setRow(row, [null, null]);
  expect(grid.height).toBe(0);
  grid.setCell(1_048_575, 0, bold);
  expect(grid.height).toBe(1_048_576);
  grid.setRow(1_048_575, []);
  expect(grid.height).toBe(0);
});
