// The reports on orders: each sheet for its own tab, and the facts the sidebar shows.
import type { TopicRankingResponse } from '../contract/topic-ranking';
import type { Book } from '../model/book';
import type { KeyedReport } from '../report/plan-reports';
import { coverageOf } from './coverage';
import { rankingOf } from './ranking-of';
import { sourceBalance } from './source-balance';
import { coverageSheet } from './coverage-sheet';
import { rankingSheet, unitSheet } from './ranking-sheets';
import { sourceSheet } from './source-sheet';
import type { OrderPeriod } from './votes';

const REPORTS = [
  { key: 'report-topic-ranking', make: rankingSheet },
  { key: 'report-topic-units', make: unitSheet },
  { key: 'report-topic-coverage', make: coverageSheet },
  { key: 'report-topic-sources', make: sourceSheet },
] as const;

export const TOPIC_REPORTS = REPORTS.map(({ key }) => key);

/** The sidebar names so many; the tabs have them all. */
const NAMED = 10;

interface TopicReportOptions {
  readonly period: OrderPeriod;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

export interface TopicReport {
  readonly sheets: readonly KeyedReport[];
  readonly summary: Omit<TopicRankingResponse, 'tabs'>;
}

export function buildTopicReport(
  book: Book,
  { period, generatedAt }: TopicReportOptions,
): TopicReport {
  const { settings, tables } = book;
  const ranking = rankingOf(book, period);
  const coverage = coverageOf(book, ranking);
  const { year, sourceShares: shares } = settings;
  const balance = sourceBalance(book, ranking, { year, shares });
  const facts = { ranking, coverage, balance, settings, tables, generatedAt };
  const ranked = ranking.topics.flatMap(({ rank, isTied, title, points, heads }) =>
    rank === null ? [] : [{ rank, isTied, title, points, heads: heads.numerator }],
  );
  return {
    sheets: REPORTS.map(({ key, make }) => ({ key, sheet: make(facts) })),
    summary: {
      from: period.from,
      to: period.to,
      asked: ranking.ordered.denominator,
      ordered: ranking.ordered.numerator,
      topics: ranked.slice(0, NAMED),
      topicCount: ranked.length,
      unheard: coverage.flatMap(({ unit, isUnheard }) => (isUnheard ? [unit] : [])),
    },
  };
}
