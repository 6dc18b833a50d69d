// Who has been heard: which units' wishes became sessions, so that no unit's are always last.
import type { Share } from '../report/percent-cell';
import type { Day } from '../calendar/day';
import type { Book } from '../model/book';
import { givenTopics, type TopicRanking } from './rank-topics';
import { collectVotes, type AskedPerson, type Vote } from './votes';

export interface UnitCoverage {
  readonly unit: string;
  /** Those who ordered in the period of the ranking, of those asked. */
  readonly ordered: Share;
  /** Wishes for topics that are planned or were given, of all wishes at any time. */
  readonly heard: Share;
  /** When a topic that the unit asked for was given last; null: never. */
  readonly lastHeard: Day | null;
  /** The unit asked for topics, and none of them is planned or was given. */
  readonly isUnheard: boolean;
  /** The best rank among the topics it asked for that can be ordered now, with the titles that have it; null: it asked for none. */
  readonly best: { readonly rank: number; readonly titles: readonly string[] } | null;
}

/** The least heard first; among equals those who waited longest, then in official order. */
export function coverageOf(book: Book, ranking: TopicRanking): readonly UnitCoverage[] {
  const { asked } = ranking;
  const { votes } = collectVotes(book, asked, null);
  const given = givenTopics(book);
  const isHeard = (topicId: string): boolean => {
    const state = book.topics.get(topicId)?.cells.state;
    const { times, next } = given(topicId);
    return state === 'planned' || state === 'done' || times > 0 || next !== null;
  };
  const units = [...new Set(asked.map(({ unit }) => unit))];
  const lines = units.map((unit): UnitCoverage => {
    const ids = new Set(asked.flatMap((one) => (one.unit === unit ? [one.id] : [])));
    const own = votes.filter(({ memberId }) => ids.has(memberId));
    const heard = own.filter(({ topicId }) => isHeard(topicId));
    const days = heard.flatMap(({ topicId }) => given(topicId).last ?? []).sort();
    return {
      unit,
      ordered: { numerator: votersAmong(ids, ranking.votes), denominator: ids.size },
      heard: { numerator: heard.length, denominator: own.length },
      lastHeard: days.at(-1) ?? null,
      isUnheard: own.length > 0 && heard.length === 0,
      best: bestRank(own, ranking),
    };
  });
  return lines.toSorted(leastHeardFirst);
}

function votersAmong(ids: ReadonlySet<AskedPerson['id']>, votes: readonly Vote[]): number {
  return new Set(votes.flatMap(({ memberId }) => (ids.has(memberId) ? [memberId] : []))).size;
}

function bestRank(own: readonly Vote[], { topics }: TopicRanking): UnitCoverage['best'] {
  const wanted = new Set(own.map(({ topicId }) => topicId));
  const open = topics.filter(({ id, rank }) => rank !== null && wanted.has(id));
  const rank = open[0]?.rank ?? null;
  if (rank === null) return null;
  return { rank, titles: open.flatMap((one) => (one.rank === rank ? [one.title] : [])) };
}

/** Shares are compared as fractions; a unit without wishes comes last. */
function leastHeardFirst(a: UnitCoverage, b: UnitCoverage): number {
  const [left, right] = [a.heard, b.heard];
  if (left.denominator === 0 || right.denominator === 0)
    return Number(left.denominator === 0) - Number(right.denominator === 0);
  const shares = left.numerator * right.denominator - right.numerator * left.denominator;
  if (shares !== 0) return shares;
  const [before, after] = [a.lastHeard ?? '', b.lastHeard ?? ''];
  return before < after ? -1 : Number(before > after);
}
