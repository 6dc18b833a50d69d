// Who has been heard: which units' wishes became sessions, so that no unit's are always last.
import type { Share } from '../report/percent-cell';
import type { Day } from '../calendar/day';
import type { Book } from '../model/book';
import { givenTopics, type TopicRanking } from './rank-topics';
import { collectVotes, type Vote } from './votes';

export interface UnitCoverage {
  readonly unit: string;
  /** Those who ordered or proposed a topic in the period of the ranking, of those asked. */
  readonly ordered: Share;
  /** Wishes for topics that are planned or were given since, of all wishes at any time. */
  readonly heard: Share;
  /** When a topic that the unit asked for was given last; null: never. */
  readonly lastHeard: Day | null;
  /** The unit asked for topics, and none of them is planned or was given since. */
  readonly isUnheard: boolean;
  /** The best rank among the topics it asked for that can be ordered now, with the titles that have it; null: it asked for none. */
  readonly best: { readonly rank: number; readonly titles: readonly string[] } | null;
}

/** The least heard first; among equals those who waited longest, then in official order. */
export function coverageOf(book: Book, ranking: TopicRanking): readonly UnitCoverage[] {
  const { asked } = ranking;
  const { votes } = collectVotes(book, asked, null);
  const heardOf = heardFinder(book);
  const units = [...new Set(asked.map(({ unit }) => unit))];
  const lines = units.map((unit): UnitCoverage => {
    const ids = new Set(asked.flatMap((one) => (one.unit === unit ? [one.id] : [])));
    const own = votes.filter(({ memberId }) => ids.has(memberId));
    const heard = own.flatMap((vote) => heardOf(vote) ?? []);
    const days = heard.flatMap(({ on }) => on ?? []).sort();
    return {
      unit,
      ordered: {
        numerator: [...ids].filter((id) => ranking.voters.has(id)).length,
        denominator: ids.size,
      },
      heard: { numerator: heard.length, denominator: own.length },
      lastHeard: days.at(-1) ?? null,
      isUnheard: own.length > 0 && heard.length === 0,
      best: bestRank(own, ranking),
    };
  });
  return lines.toSorted(leastHeardFirst);
}

/** How a wish was heard: when its topic was given, or null when it is planned or nobody entered the day. Null: not heard. */
function heardFinder(book: Book): (vote: Vote) => { readonly on: Day | null } | null {
  const given = givenTopics(book);
  return ({ topicId, since }) => {
    const { last, next } = given(topicId);
    // What was given before a person asked for it was not given because of that.
    if (last !== null && (since === null || since <= last)) return { on: last };
    const state = book.topics.get(topicId)?.cells.state;
    const isPlanned = next !== null || state === 'planned';
    return isPlanned || (state === 'done' && last === null) ? { on: null } : null;
  };
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
