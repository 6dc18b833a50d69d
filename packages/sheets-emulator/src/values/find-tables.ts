/** Finds the tables of a sheet for append: blocks of filled cells that touch, diagonals included. */
import type { Area } from '../a1/area';
import { isFilled } from '../model/cell';
import type { ReadonlyGrid, ReadonlyRow } from '../model/grid';

/** Filled cells side by side in one row, and the block they belong to. */
interface Run {
  readonly start: number;
  readonly end: number;
  block: Block;
}

interface Block {
  area: Area;
  /** Set when the block turned out to be part of another. */
  mergedInto: Block | undefined;
}

function runsOf(row: ReadonlyRow): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  let start = -1;
  for (let column = 0; column <= row.length; column++) {
    const filled = isFilled(row[column] ?? null);
    if (filled && start < 0) start = column;
    if (filled || start < 0) continue;
    runs.push({ start, end: column });
    start = -1;
  }
  return runs;
}

function rootOf(block: Block): Block {
  let root = block;
  while (root.mergedInto !== undefined) root = root.mergedInto;
  return root;
}

const unite = (left: Area, right: Area): Area => ({
  startRow: Math.min(left.startRow, right.startRow),
  endRow: Math.max(left.endRow, right.endRow),
  startColumn: Math.min(left.startColumn, right.startColumn),
  endColumn: Math.max(left.endColumn, right.endColumn),
});

function merge(first: Block, second: Block): Block {
  const target = rootOf(first);
  const source = rootOf(second);
  if (target === source) return target;
  target.area = unite(target.area, source.area);
  source.mergedInto = target;
  return target;
}

export function findTables(grid: ReadonlyGrid): Area[] {
  const blocks: Block[] = [];
  let above: Run[] = [];
  for (let row = 0; row < grid.height; row++) {
    const previous = above;
    above = runsOf(grid.row(row)).map(({ start, end }) => {
      const area = { startRow: row, endRow: row + 1, startColumn: start, endColumn: end };
      let block: Block = { area, mergedInto: undefined };
      blocks.push(block);
      for (const run of previous) {
        if (run.start <= end && start <= run.end) block = merge(run.block, block);
      }
      return { start, end, block };
    });
  }
  return blocks.filter((block) => block.mergedInto === undefined).map((block) => block.area);
}
