/**
 * The cells of one sheet, in sparse rows. A fork shares its rows with the original until it writes to them,
 * and rows that were formatted alike are one and the same row until one of them is written to.
 */
import type { Area } from '../a1/area';
import type { Cell } from './cell';

export type Row = Cell[];
export type ReadonlyRow = readonly Cell[];

export interface ReadonlyGrid {
  readonly height: number;
  cell(row: number, column: number): Cell;
  row(index: number): ReadonlyRow;
  fork(): Grid;
}

const EMPTY: ReadonlyRow = [];
const MANY_ROWS = 1000;

export class Grid implements ReadonlyGrid {
  private readonly owned = new Set<Row>();

  constructor(private rows: (Row | undefined)[] = []) {}

  /** Rows from this one on hold nothing. */
  get height(): number {
    return this.rows.length;
  }

  cell(row: number, column: number): Cell {
    return this.rows[row]?.[column] ?? null;
  }

  row(index: number): ReadonlyRow {
    return this.rows[index] ?? EMPTY;
  }

  fork(): Grid {
    // Rows written so far are shared from here on, so this version must copy them too.
    this.owned.clear();
    return new Grid(this.rows.slice());
  }

  setCell(row: number, column: number, cell: Cell): void {
    if (cell === null && column >= this.row(row).length) return;
    const cells = this.ownRow(row);
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
    if (cell === null && trimmed(cells) === undefined) this.clearRow(row);
  }

  /** Replaces a whole row; the caller gives the array away. */
  setRow(index: number, cells: Row): void {
    if (trimmed(cells) === undefined) {
      this.clearRow(index);
      return;
    }
    this.extend(index);
    this.rows[index] = cells;
    this.owned.add(cells);
  }

  /** Rows `start` to `end` are the row `like` from here on, until one of them is written to. */
  repeatRow(like: number, start: number, end: number): void {
    const row = this.rows[like];
    if (row !== undefined) this.owned.delete(row);
    this.extend(end);
    this.rows.fill(row, start, end);
    this.trimHeight();
  }

  /** Changes the cells of an area one by one. Neighbours that are the same row are changed once and stay one. */
  mapCells(area: Area, change: (cell: Cell) => Cell): void {
    this.extend(area.endRow);
    this.mapRows(area.startRow, area.endRow, (row) => mapRow(row ?? EMPTY, area, change));
    this.trimHeight();
  }

  insertRows(at: number, count: number): void {
    if (at >= this.rows.length) return;
    const gap = new Array<Row | undefined>(count).fill(undefined);
    this.rows = [...this.rows.slice(0, at), ...gap, ...this.rows.slice(at)];
  }

  deleteRows(start: number, end: number): void {
    this.rows.splice(start, end - start);
    this.trimHeight();
  }

  /** Rows `start` to `end` end up before the row that was `destination`. */
  moveRows(start: number, end: number, destination: number): void {
    this.extend(Math.max(end, destination));
    moveItems(this.rows, start, end, destination);
    this.trimHeight();
  }

  insertColumns(at: number, count: number): void {
    const gap = new Array<Cell>(count).fill(null);
    this.editLongRows(at, (cells) => void cells.splice(at, 0, ...gap));
  }

  deleteColumns(start: number, end: number): void {
    this.editLongRows(start, (cells) => void cells.splice(start, end - start));
  }

  moveColumns(start: number, end: number, destination: number): void {
    this.editLongRows(Math.min(start, destination), (cells) => {
      while (cells.length < Math.max(end, destination)) cells.push(null);
      moveItems(cells, start, end, destination);
    });
  }

  /** Edits every row that reaches beyond the column. */
  private editLongRows(column: number, edit: (cells: Row) => void): void {
    this.mapRows(0, this.rows.length, (row) => {
      if (row === undefined || row.length <= column) return row;
      const cells = row.slice();
      edit(cells);
      return trimmed(cells);
    });
    this.trimHeight();
  }

  /** Puts what `map` makes of each row in its place; a row that no other version shares is this version's own from here on. */
  private mapRows(
    start: number,
    end: number,
    map: (row: Row | undefined) => Row | undefined,
  ): void {
    for (let from = start; from < end;) {
      const before = this.rows[from];
      let to = from + 1;
      while (to < end && this.rows[to] === before) to++;
      const row = map(before);
      this.rows.fill(row, from, to);
      if (row !== undefined && row !== before && to - from === 1) this.owned.add(row);
      from = to;
    }
  }

  /** Many rows in one step: pushed one by one they are moved again and again. */
  private extend(height: number): void {
    const missing = height - this.rows.length;
    if (missing > MANY_ROWS) {
      this.rows = this.rows.concat(new Array<Row | undefined>(missing).fill(undefined));
    }
    while (this.rows.length < height) this.rows.push(undefined);
  }

  private ownRow(index: number): Row {
    const existing = this.rows[index];
    if (existing !== undefined && this.owned.has(existing)) return existing;
    const copy: Row = existing === undefined ? [] : existing.slice();
    this.extend(index);
    this.rows[index] = copy;
    this.owned.add(copy);
    return copy;
  }

  /** Below the last row there is nothing to clear: growing and shrinking again for each empty row would be quadratic. */
  private clearRow(index: number): void {
    if (index >= this.rows.length) return;
    this.rows[index] = undefined;
    this.trimHeight();
  }

  private trimHeight(): void {
    while (this.rows.length > 0 && (this.rows.at(-1)?.length ?? 0) === 0) this.rows.pop();
  }
}

/** Trailing empty cells cut off; undefined when nothing is left. */
function trimmed(cells: Row): Row | undefined {
  while (cells.length > 0 && (cells.at(-1) ?? null) === null) cells.pop();
  return cells.length > 0 ? cells : undefined;
}

function mapRow(
  row: ReadonlyRow,
  { startColumn, endColumn }: Area,
  change: (cell: Cell) => Cell,
): Row | undefined {
  const cells = row.slice();
  while (cells.length < endColumn) cells.push(null);
  for (let column = startColumn; column < endColumn; column++) {
    cells[column] = change(cells[column] ?? null);
  }
  return trimmed(cells);
}

/** Moves items `start` to `end` before the item that was at `destination`. */
export function moveItems(items: unknown[], start: number, end: number, destination: number): void {
  const moved = items.splice(start, end - start);
  const target = destination > start ? destination - (end - start) : destination;
  items.splice(target, 0, ...moved);
}
