// Whether the year's sessions keep to the shares that the settings give each source of topics.
import type { Share } from '../report/percent-cell';
import type { Book } from '../model/book';
import { TOPIC_SOURCES, type TopicSource } from '../workbook/tabs/topics';
import { yearOf } from '../calendar/day';
import type { TopicRanking } from './rank-topics';

export interface SourceBalance {
  /** Null: topics whose source is not entered. */
  readonly source: TopicSource | null;
  /** Topics that can be ordered. */
  readonly open: Share;
  readonly points: Share;
  readonly heads: number;
  /** Sessions of the year about its topics that are planned or held, of all about a topic of the tab. */
  readonly sessions: Share;
  /** Of the sessions; null: the settings name none. */
  readonly target: number | null;
  /** How many sessions it has more (or, below zero, fewer) than its share of them; null without a target. */
  readonly surplus: number | null;
}

export function sourceBalance(
  book: Book,
  { topics }: TopicRanking,
  { year, shares }: { readonly year: number; readonly shares: ReadonlyMap<TopicSource, number> },
): readonly SourceBalance[] {
  const ranked = topics.filter(({ rank }) => rank !== null);
  const sessions = sessionSources(book, year);
  const allPoints = ranked.reduce((all, { points }) => all + points, 0);
  return [...TOPIC_SOURCES, null].flatMap((source): SourceBalance[] => {
    const own = ranked.filter((topic) => topic.source === source);
    const held = sessions.filter((one) => one === source).length;
    if (source === null && own.length + held === 0) return [];
    const target = source === null ? null : (shares.get(source) ?? null);
    return [
      {
        source,
        open: { numerator: own.length, denominator: ranked.length },
        points: {
          numerator: own.reduce((all, { points }) => all + points, 0),
          denominator: allPoints,
        },
        heads: own.reduce((all, { heads }) => all + heads.numerator, 0),
        sessions: { numerator: held, denominator: sessions.length },
        target,
        surplus: target === null ? null : round(held - target * sessions.length),
      },
    ];
  });
}

function sessionSources(book: Book, year: number): readonly (TopicSource | null)[] {
  return book.entries.schedule.flatMap(({ cells: { date, state, topicId } }) => {
    if (date === undefined || yearOf(date) !== year) return [];
    if (state !== 'held' && state !== 'planned') return [];
    const topic = book.topics.get(topicId ?? '');
    return topic ? [topic.cells.source ?? null] : [];
  });
}

/** To a hundredth of a session: shares are percentages. */
const round = (sessions: number): number => Math.round(sessions * 100) / 100;
