import { type Tally, NOT_RECORDED } from './tally';

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
    const counts: number[] = [];
    for (let cell = start; cell < end; cell += 1) counts.push(this.cells[cell] ?? 0);
    return {
      counts,
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

  /** Positions added up into groups. */
  grouped({ groupOf, groups }: Grouping): TallyTable {
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

/** Positions put into groups, numbered in the order in which they first occur. */
export interface Grouping {
  /** One for each position. */
  readonly groupOf: Int32Array;
  readonly groups: number;
}

export function groupPositions<Key>(
  keys: readonly Key[],
): Grouping & { readonly distinct: readonly Key[] } {
  const numbers = new Map<Key, number>();
  const groupOf = Int32Array.from(keys, (key) => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
  return { groupOf, groups: numbers.size, distinct: [...numbers.keys()] };
}

/** For each group the first position that is listed; -1 where none is. */
export function firstListed(
  { groupOf, groups }: Grouping,
  isListed: (position: number) => boolean,
): Int32Array {
  const firsts = new Int32Array(groups).fill(-1);
  for (let position = groupOf.length - 1; position >= 0; position -= 1)
    if (isListed(position)) firsts[groupOf[position] ?? 0] = position;
  return firsts;
}

export interface GroupTally<Key> {
  readonly key: Key;
  /** Position at which the key is first listed. */
  readonly first: number;
  readonly tally: Tally;
}

/** Adds up positions of the same key; keys without anybody due are left out. The order is that of the positions. */
export function sumByKey<Key>(keys: readonly Key[], table: TallyTable): GroupTally<Key>[] {
  const grouping = groupPositions(keys);
  const firsts = firstListed(grouping, (position) => table.dueAt(position) > 0);
  const sums = table.grouped(grouping);
  return grouping.distinct
    .flatMap((key, group) => {
      const first = firsts[group] ?? -1;
      return first < 0 ? [] : [{ key, first, tally: sums.of(group) }];
    })
    .sort((a, b) => a.first - b.first);
}
