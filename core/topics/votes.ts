// Who asked for which topic in a period, and who was asked at all.
import type { Day } from '../calendar/day';
import type { Book, RowOf } from '../model/book';
import { inOfficialOrder, isOnRoster } from '../model/due';
import { isOfRound, isWithdrawn } from '../model/order-round';

export interface OrderPeriod {
  /** Both days belong to it. */
  readonly from: Day;
  readonly to: Day;
}

export interface AskedPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly category: RowOf<'roster'>['category'] | null;
}

/** One person's wish for one topic. */
export interface Vote {
  readonly memberId: string;
  readonly topicId: string;
  /** 1: the first wish; null: without a priority, as with a wish that a clerk made a topic. */
  readonly place: number | null;
}

export interface CollectedVotes {
  /** Each person once for each topic, by the best place. */
  readonly votes: readonly Vote[];
  /** Rows that do not count: of people who were not asked, of topics that are not there, or taken back. */
  readonly leftOut: number;
}

/** Everybody on the roster that day, in official order. */
export function askedPeople(book: Book, day: Day): readonly AskedPerson[] {
  const people = new Map<string, AskedPerson>();
  const rows = book.entries.roster
    .filter(({ cells }) => isOnRoster(cells, day))
    .toSorted((a, b) => inOfficialOrder(a.cells, b.cells));
  for (const { cells } of rows) {
    const { id, name, unit = '', category = null } = cells;
    if (id !== undefined && name !== undefined && !people.has(id))
      people.set(id, { id, name, unit, category });
  }
  return [...people.values()];
}

/** Null: at any time. */
export function collectVotes(
  book: Book,
  asked: readonly AskedPerson[],
  period: OrderPeriod | null,
): CollectedVotes {
  const people = new Set(asked.map(({ id }) => id));
  const inPeriod = (cells: { readonly date?: Day | null | undefined }): boolean =>
    period === null ||
    isOfRound({ date: cells.date ?? null }, { opens: period.from, closes: period.to });
  const rows = [
    ...book.entries.orders
      .filter(({ cells }) => inPeriod(cells))
      .map(({ cells }) => ({ ...cells, place: cells.priority ?? null })),
    ...book.entries.wishes
      .filter(({ cells }) => inPeriod(cells) && (cells.topicId ?? null) !== null)
      .map(({ cells }) => ({ ...cells, place: null })),
  ];
  const votes = new Map<string, Vote>();
  let leftOut = 0;
  for (const row of rows) {
    const { memberId = '', topicId, place } = row;
    if (!people.has(memberId) || !book.topics.has(topicId ?? '') || isWithdrawn(row)) {
      leftOut += 1;
      continue;
    }
    const vote = { memberId, topicId: topicId ?? '', place };
    const key = JSON.stringify([memberId, vote.topicId]);
    const other = votes.get(key);
    if (!other || (place ?? Infinity) < (other.place ?? Infinity)) votes.set(key, vote);
  }
  return { votes: [...votes.values()], leftOut };
}
