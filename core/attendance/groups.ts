import { dueOf, OpenTally, type Tally } from './tally';

/** One tally for each distinct key of a list, kept in the order in which the keys first stand in it. */
export class Groups<Key> {
  private readonly tallies = new Map<Key, OpenTally>();
  private readonly byPosition: readonly OpenTally[];

  constructor(keys: readonly Key[], statuses: number) {
    this.byPosition = keys.map((key) => {
      const tally = this.tallies.get(key) ?? new OpenTally(statuses);
      this.tallies.set(key, tally);
      return tally;
    });
  }

  /** Counts a mark for the key at this position of the list. */
  add(position: number, mark: number): void {
    this.byPosition[position]?.add(mark);
  }

  of(key: Key): Tally | undefined {
    return this.tallies.get(key);
  }

  /** Groups in which somebody was due. */
  lines(): { readonly key: Key; readonly tally: Tally }[] {
    return [...this.tallies]
      .filter(([, tally]) => dueOf(tally) > 0)
      .map(([key, tally]) => ({ key, tally }));
  }
}
