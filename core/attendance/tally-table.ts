import type { Tally } from './tally';
import { NOT_RECORDED } from './tally';

/** Tallies by position, such as a row of the roster, counted up in one array. */
export class TallyTable {
  /** For each position: a count for each status, then the two without one. */
  private readonly cells: Int32Array;
  private readonly width: number;

  constructor(
    positions: number,
    private readonly statuses: number,
  ) {
    this.width = statuses + 2;
    this.cells = new Int32Array(positions * this.width);
  }

  add(position: number, mark: number): void {
    const slot = mark >= 0 ? mark : this.statuses + NOT_RECORDED - mark;
    const cell = position * this.width + slot;
    this.cells[cell] = (this.cells[cell] ?? 0) + 1;
  }

  of(position: number): Tally {
    const start = position * this.width;
    const end = start + this.statuses;
    return {
      counts: Array.from({ length: this.statuses }, (_, slot) => this.cells[start + slot] ?? 0),
      notRecorded: this.cells[end] ?? 0,
      unclear: this.cells[end + 1] ?? 0,
    };
  }

  /** Everybody due. */
  dueAt(position: number): number {
    let due = 0;
    for (let slot = 0; slot < this.width; slot += 1)
      due += this.cells[position * this.width + slot] ?? 0;
    return due;
  }

  /** Positions added up into groups: `groupOf` has one for each position. */
  grouped(groupOf: ArrayLike<number>, groups: number): TallyTable {
    const sums = new TallyTable(groups, this.statuses);
    for (let position = 0; position < groupOf.length; position += 1)
      sums.addCells((groupOf[position] ?? 0) * this.width, this.cells, position * this.width);
    return sums;
  }

  private addCells(to: number, from: Int32Array, start: number): void {
    for (let slot = 0; slot < this.width; slot += 1)
      this.cells[to + slot] = (this.cells[to + slot] ?? 0) + (from[start + slot] ?? 0);
  }
}

export interface Line<Key> {
  readonly key: Key;
  /** Position at which the key first had somebody due. */
  readonly first: number;
  readonly tally: Tally;
}

/** Adds up positions of the same key; keys without anybody due are left out. The order is that of the positions. */
export function sumByKey<Key>(keys: readonly Key[], table: TallyTable): Line<Key>[] {
  const groups = new Map<Key, number>();
  const firsts: number[] = [];
  const groupOf = keys.map((key, position) => {
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    if (firsts[group] === undefined && table.dueAt(position) > 0) firsts[group] = position;
    return group;
  });
  const sums = table.grouped(groupOf, groups.size);
  const lines = Array.from(groups, ([key, group]) => ({ key, group, first: firsts[group] }));
  return lines
    .flatMap(({ key, group, first }) =>
      first === undefined ? [] : [{ key, first, tally: sums.of(group) }],
    )
    .sort((a, b) => a.first - b.first);
}
