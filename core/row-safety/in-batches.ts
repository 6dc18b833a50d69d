// Changes that may be written one after the other, in batches of the size that Google advises.
import type { WorkbookChange } from '../workbook/write/change';
import type { Cell } from '../workbook/table';

/** Bytes of one request body: Google advises 2 MB and sets no hard limit (Sheets API, Usage limits). */
const BATCH_BYTES = 1_900_000;

/** The characters around a cell's own text in a request. */
const CELL_BYTES = 60;
const DECORATED_BYTES = 330;
const REQUEST_BYTES = 400;

/** In their order; a change that is too large by itself is cut. */
export function inBatches(
  changes: readonly WorkbookChange[],
  limit = BATCH_BYTES,
): readonly (readonly WorkbookChange[])[] {
  const batches: WorkbookChange[][] = [];
  let current: WorkbookChange[] = [];
  let size = 0;
  for (const part of changes.flatMap((change) => cut(change, limit / 4))) {
    const bytes = bytesOf(part);
    if (current.length > 0 && size + bytes > limit) {
      batches.push(current);
      current = [];
      size = 0;
    }
    current.push(part);
    size += bytes;
  }
  return current.length > 0 ? [...batches, current] : batches;
}

function cut(change: WorkbookChange, limit: number): WorkbookChange[] {
  const count = itemsOf(change).length;
  if (count < 2 || bytesOf(change) <= limit) return [change];
  const half = Math.ceil(count / 2);
  return [...cut(part(change, 0, half), limit), ...cut(part(change, half, count), limit)];
}

function itemsOf(change: WorkbookChange): readonly unknown[] {
  if (change.kind === 'writeCells') return change.rows;
  if (change.kind === 'decorateCells') return change.cells;
  return change.kind === 'linkCells' ? change.links : [];
}

function part(change: WorkbookChange, start: number, end: number): WorkbookChange {
  if (change.kind === 'writeCells')
    return { ...change, firstRow: change.firstRow + start, rows: change.rows.slice(start, end) };
  if (change.kind === 'decorateCells') return { ...change, cells: change.cells.slice(start, end) };
  if (change.kind === 'linkCells')
    return { ...change, firstRow: change.firstRow + start, links: change.links.slice(start, end) };
  return change;
}

/** Rather too many than too few: three bytes a character, as Chinese takes. */
function bytesOf(change: WorkbookChange): number {
  const text = (value: Cell | undefined): number => String(value ?? '').length * 3;
  if (change.kind === 'writeCells')
    return change.rows
      .flat()
      .reduce<number>(
        (sum, cell) => (cell === undefined ? sum : sum + CELL_BYTES + text(cell)),
        REQUEST_BYTES,
      );
  if (change.kind === 'decorateCells')
    return change.cells.reduce((sum, { note }) => sum + DECORATED_BYTES + text(note), 0);
  if (change.kind === 'linkCells')
    return change.links.reduce((sum, link) => sum + DECORATED_BYTES + text(link), REQUEST_BYTES);
  return REQUEST_BYTES;
}
