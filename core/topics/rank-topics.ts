// Demand for each topic: points, heads, and the shares of those asked. Topics with equal demand have one rank.
import type { Share } from '../report/percent-cell';
import type { Day } from '../calendar/day';
import type { Book, RowOf } from '../model/book';
import { collectVotes, askedPeople, type AskedPerson, type OrderPeriod, type Vote } from './votes';

export type Category = NonNullable<RowOf<'roster'>['category']>;
type State = RowOf<'topics'>['state'];

/** Of a topic's sessions. */
export interface GivenFacts {
  /** Sessions held about it. */
  readonly times: number;
  readonly last: Day | null;
  /** The next session that is planned about it. */
  readonly next: Day | null;
}

export interface TopicDemand {
  readonly id: string;
  readonly title: string;
  readonly source: RowOf<'topics'>['source'];
  readonly state: State;
  /** Null: it cannot be ordered now. */
  readonly rank: number | null;
  /** Others have the same rank. */
  readonly isTied: boolean;
  readonly points: number;
  /** Those who asked for it, of those asked. */
  readonly heads: Share;
  /** How often it was the first wish, the second and so on; the last number: without a priority or beyond. */
  readonly places: readonly number[];
  readonly byCategory: ReadonlyMap<Category, Share>;
  /** In official order; units in which nobody asked for it are left out. */
  readonly byUnit: readonly UnitDemand[];
  readonly given: GivenFacts;
}

export interface UnitDemand {
  readonly unit: string;
  readonly heads: Share;
  readonly points: number;
}

export interface TopicRanking {
  readonly period: OrderPeriod;
  /** Ranked topics first, by rank; then those that cannot be ordered any more and have votes. */
  readonly topics: readonly TopicDemand[];
  readonly asked: readonly AskedPerson[];
  readonly votes: readonly Vote[];
  /** Of those asked, who ordered or proposed at least one topic. */
  readonly voters: ReadonlySet<string>;
  readonly ordered: Share;
  readonly leftOut: number;
}

export interface RankingOptions {
  readonly period: OrderPeriod;
  /** Everybody on the roster on this day was asked. */
  readonly asOf: Day;
  /** Points of the first wish, the second and so on; never rising. */
  readonly points: readonly number[];
}

export function rankTopics(book: Book, { period, asOf, points }: RankingOptions): TopicRanking {
  const asked = askedPeople(book, asOf);
  const { votes, voters, leftOut } = collectVotes(book, asked, period);
  const people = new Map(asked.map((person) => [person.id, person]));
  const given = givenTopics(book);
  const demands = [...book.topics.values()].flatMap(({ cells }) => {
    const { id, title, state, source = null } = cells;
    if (id === undefined || title === undefined || state === undefined) return [];
    const own = votes.filter(({ topicId }) => topicId === id);
    if (state !== 'open' && own.length === 0) return [];
    const demand = { ...countDemand(own, { people, asked, points }), given: given(id) };
    return [{ id, title, source, state, ...demand }];
  });
  return {
    period,
    topics: withRanks(demands),
    asked,
    votes,
    voters,
    ordered: { numerator: voters.size, denominator: asked.length },
    leftOut,
  };
}

type Counted = Omit<TopicDemand, 'rank' | 'isTied'>;

interface Electorate {
  readonly people: ReadonlyMap<string, AskedPerson>;
  readonly asked: readonly AskedPerson[];
  readonly points: readonly number[];
}

function countDemand(
  votes: readonly Vote[],
  { people, asked, points }: Electorate,
): Pick<Counted, 'points' | 'heads' | 'places' | 'byCategory' | 'byUnit'> {
  const voters = votes.flatMap((vote) => {
    const person = people.get(vote.memberId);
    return person ? [{ person, points: pointsOf(vote, points) }] : [];
  });
  const rateOf = (fits: (person: AskedPerson) => boolean): Share => ({
    numerator: voters.filter(({ person }) => fits(person)).length,
    denominator: asked.filter(fits).length,
  });
  const categories = new Set(asked.flatMap(({ category }) => category ?? []));
  const units = new Set(asked.map(({ unit }) => unit));
  const places = points.map((_, index) => votes.filter(({ place }) => place === index + 1).length);
  return {
    points: sum(voters.map((one) => one.points)),
    heads: { numerator: voters.length, denominator: asked.length },
    places: [...places, votes.length - sum(places)],
    byCategory: new Map(
      [...categories].map((category) => [category, rateOf((one) => one.category === category)]),
    ),
    byUnit: [...units].flatMap((unit) => {
      const heads = rateOf((one) => one.unit === unit);
      const own = voters.filter(({ person }) => person.unit === unit);
      const points = sum(own.map((one) => one.points));
      return heads.numerator === 0 ? [] : [{ unit, heads, points }];
    }),
  };
}

/** A wish without a priority, or beyond the last that has points, counts as the last. */
export function pointsOf({ place }: Pick<Vote, 'place'>, points: readonly number[]): number {
  const last = points.at(-1) ?? 0;
  return place === null || place < 1 ? last : (points[place - 1] ?? last);
}

/** More points, then more heads; topics that have both in common share a rank, and the next rank is left out. */
function compareDemand(a: Counted, b: Counted): number {
  return b.points - a.points || b.heads.numerator - a.heads.numerator;
}

function withRanks(demands: readonly Counted[]): readonly TopicDemand[] {
  const byDemand = (a: Counted, b: Counted): number =>
    compareDemand(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id));
  const open = demands.filter(({ state }) => state === 'open').toSorted(byDemand);
  const closed = demands.filter(({ state }) => state !== 'open').toSorted(byDemand);
  return [
    ...open.map((demand) => ({
      ...demand,
      rank: 1 + open.filter((other) => compareDemand(other, demand) < 0).length,
      isTied: open.filter((other) => compareDemand(other, demand) === 0).length > 1,
    })),
    ...closed.map((demand) => ({ ...demand, rank: null, isTied: false })),
  ];
}

/** Cancelled sessions do not count. */
export function givenTopics(book: Book): (topicId: string) => GivenFacts {
  const sessions = book.entries.schedule.flatMap(({ cells: { topicId, date, state } }) =>
    topicId !== undefined && topicId !== null && date !== undefined && state !== undefined
      ? [{ topicId, date, state }]
      : [],
  );
  return (topicId) => {
    const days = (state: 'held' | 'planned'): Day[] =>
      sessions
        .flatMap((one) => (one.topicId === topicId && one.state === state ? [one.date] : []))
        .sort();
    const held = days('held');
    return { times: held.length, last: held.at(-1) ?? null, next: days('planned')[0] ?? null };
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
