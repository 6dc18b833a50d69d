// Who asked for which topic in a period, and who was asked at all.
import { programmeYear } from '../attendance/periods';
import type { Day } from '../calendar/day';
import type { Book, RowOf } from '../model/book';
import { inOfficialOrder, isOnRoster } from '../model/due';
import { currentRound, isWithdrawn, peopleWhoOrdered, type OrderEntry } from '../model/order-round';

export interface OrderPeriod {
  /** Both days belong to it. */
  readonly from: Day;
  readonly to: Day;
}

/** The round in the settings, else the settings' year. */
export function usualPeriod(settings: Book['settings']): OrderPeriod {
  const round = currentRound(settings);
  if (round) return { from: round.opens, to: round.closes };
  return programmeYear(settings);
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
  /** When the person asked for it, or last changed its place; null: the row has no day, and the settings name no round it could be of. */
  readonly since: Day | null;
}

export interface CollectedVotes {
  /** Each person once for each topic, by the best place. */
  readonly votes: readonly Vote[];
  /** Of those asked, who ordered a topic or proposed one, also where it has become a topic. */
  readonly voters: ReadonlySet<string>;
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

/** `period` null: at any time. */
export function collectVotes(
  book: Book,
  asked: readonly AskedPerson[],
  period: OrderPeriod | null,
): CollectedVotes {
  const people = new Set(asked.map(({ id }) => id));
  const isMeant = periodMatcher(book, period);
  const orders = book.entries.orders.filter(isMeant);
  const wishes = book.entries.wishes.filter(isMeant);
  const undatedSince = currentRound(book.settings)?.opens ?? null;
  const rows = [
    ...orders.map(({ cells }) => ({ ...cells, place: cells.priority ?? null })),
    ...wishes
      .filter(({ cells }) => (cells.topicId ?? null) !== null)
      .map(({ cells }) => ({ ...cells, place: null })),
  ];
  const votes = new Map<string, Vote>();
  let leftOut = 0;
  for (const row of rows) {
    const { memberId = '', topicId = null, place } = row;
    if (!people.has(memberId) || !book.topics.has(topicId ?? '') || isWithdrawn(row)) {
      leftOut += 1;
      continue;
    }
    const vote = { memberId, topicId: topicId ?? '', place, since: row.date ?? undatedSince };
    const key = JSON.stringify([memberId, vote.topicId]);
    votes.set(key, sameWish(vote, votes.get(key)));
  }
  const voters = [...peopleWhoOrdered([...orders, ...wishes])].filter((id) => people.has(id));
  return { votes: [...votes.values()], voters: new Set(voters), leftOut };
}

/** A row without a day was typed by a clerk from a form on paper: it is of the round in the settings, without one of their year. */
function periodMatcher(
  { settings }: Book,
  period: OrderPeriod | null,
): (entry: OrderEntry) => boolean {
  if (period === null) return () => true;
  const { from, to } = usualPeriod(settings);
  const hasUndated = period.from <= from && to <= period.to;
  return ({ cells: { date = null } }) =>
    date === null ? hasUndated : period.from <= date && date <= period.to;
}

/** Of one person and topic: the best place, and the first day. */
function sameWish(vote: Vote, other: Vote | undefined): Vote {
  if (!other) return vote;
  const best = (vote.place ?? Infinity) < (other.place ?? Infinity) ? vote : other;
  const [since = null] = [vote.since, other.since].filter((day) => day !== null).sort();
  return { ...best, since };
}
