import { addTallies, dueOf, NOT_RECORDED, type Tally } from './tally';

/** Tallies by position, such as a row of the roster, counted up in one array. */
export class TallyTable {
  /** For each position: a count for each status, then the two without one. */
  private readonly cells: Int32Array;

  constructor(
    positions: number,
    private readonly statuses: number,
  ) {
    this.cells = new Int32Array(positions * (statuses + 2));
  }

  add(position: number, mark: number): void {
    const slot = mark >= 0 ? mark : this.statuses + NOT_RECORDED - mark;
    const cell = position * (this.statuses + 2) + slot;
    this.cells[cell] = (this.cells[cell] ?? 0) + 1;
  }

  of(position: number): Tally {
    const start = position * (this.statuses + 2);
    const end = start + this.statuses;
    return {
      counts: [...this.cells.subarray(start, end)],
      notRecorded: this.cells[end] ?? 0,
      unclear: this.cells[end + 1] ?? 0,
    };
  }
}

export interface Line<Key> {
  readonly key: Key;
  /** Position at which the key first had somebody due. */
  readonly first: number;
  readonly tally: Tally;
}

/** Adds up positions of the same key; keys without anybody due are left out. The order is that of the positions. */
export function sumByKey<Key>(
  keys: readonly Key[],
  tallyOf: (position: number) => Tally,
): Line<Key>[] {
  const lines = new Map<Key, Line<Key>>();
  keys.forEach((key, position) => {
    const tally = tallyOf(position);
    if (dueOf(tally) === 0) return;
    const line = lines.get(key);
    lines.set(
      key,
      line ? { ...line, tally: addTallies(line.tally, tally) } : { key, first: position, tally },
    );
  });
  return [...lines.values()];
}
