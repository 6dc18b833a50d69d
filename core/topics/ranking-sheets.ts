// The ranking of topics as tabs: one row a topic, and one row a topic and unit.
import { joined } from '../text/listed';
import { dayToSerial, type Day } from '../calendar/day';
import { percentCell, type Share } from '../report/percent-cell';
import { formatRate } from '../attendance/rate';
import { columnsLabelled, reportSheet } from '../report/report-table';
import { fill, type Language, type Text } from '../text/language';
import type { Cell } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import { TOPICS } from '../workbook/tabs/topics';
import type { ReportSheet } from '../workbook/write/change';
import type { Category, TopicDemand, UnitDemand } from './rank-topics';
import {
  COLOR,
  originLine,
  PERCENT,
  WHOLE,
  type TopicColumn,
  type TopicReportFacts,
} from './topic-report-facts';
import { TOPIC_TEXTS } from './topics.texts';

/** One row a topic, the most wanted first, with a bar chart of the points. */
export function rankingSheet(facts: TopicReportFacts): ReportSheet {
  const { ranking, settings } = facts;
  const { language } = settings;
  return reportSheet({
    title: TOPIC_TEXTS.ranking[language],
    color: COLOR,
    heading: heading(facts, TOPIC_TEXTS.headingRanking),
    columns: [...demandColumns(language), ...detailColumns(facts)],
    lines: ranking.topics,
    charts: [
      {
        title: TOPIC_TEXTS.chart[language],
        type: 'BAR',
        rows: 'lines',
        labels: 'title',
        series: ['points'],
      },
    ],
    identity: ['id'],
    frozenThrough: 'title',
  });
}

function demandColumns(language: Language): TopicColumn<TopicDemand>[] {
  const column = columnsLabelled(TOPIC_TEXTS, language);
  return [
    column('rank', { kind: 'text', width: 90, cell: (topic) => rankCell(topic, language) }),
    column('id', { kind: 'text', width: 80, cell: ({ id }) => id }),
    column('title', { kind: 'text', width: 260, cell: ({ title }) => title }),
    column('source', {
      kind: 'text',
      width: 100,
      cell: ({ source }) => source && TOPICS.columns.source.choices[source][language],
    }),
    column('points', { kind: 'decimal', width: 70, cell: ({ points }) => points }),
    column('heads', { ...WHOLE, cell: ({ heads }) => heads.numerator }),
    column('asked', { ...WHOLE, cell: ({ heads }) => heads.denominator }),
    column('share', { ...PERCENT, cell: ({ heads }) => percentCell(heads) }),
    column('places', {
      kind: 'text',
      width: 140,
      cell: ({ places }) => placesCell(places, language),
    }),
    column('categories', {
      kind: 'text',
      width: 320,
      cell: ({ byCategory }) => categoriesCell(byCategory, language),
    }),
    column('unitCount', { ...WHOLE, cell: ({ byUnit }) => byUnit.length }),
  ];
}

function detailColumns({ balance, settings }: TopicReportFacts): TopicColumn<TopicDemand>[] {
  const { language } = settings;
  const column = columnsLabelled(TOPIC_TEXTS, language);
  const surplus = new Map(balance.map((one) => [one.source, one.surplus]));
  const dayCell = (day: Day | null): Cell => day && dayToSerial(day);
  return [
    column('state', {
      kind: 'text',
      width: 80,
      cell: ({ state }) => TOPICS.columns.state.choices[state][language],
    }),
    column('given', { ...WHOLE, cell: ({ given }) => given.times }),
    column('last', { kind: 'day', width: 100, cell: ({ given }) => dayCell(given.last) }),
    column('next', { kind: 'day', width: 100, cell: ({ given }) => dayCell(given.next) }),
    column('balance', {
      kind: 'text',
      width: 160,
      cell: ({ source }) => balanceCell(surplus.get(source) ?? null, language),
    }),
  ];
}

function rankCell({ rank, isTied }: TopicDemand, language: Language): Cell {
  if (rank === null) return TOPIC_TEXTS.notRanked[language];
  return isTied ? fill(TOPIC_TEXTS.tied[language], { rank }) : String(rank);
}

/** `12 + 7 + 3`, and what has no order at the end. */
function placesCell(places: readonly number[], language: Language): Cell {
  const others = places.at(-1) ?? 0;
  const said = places.slice(0, -1).join(' + ');
  return others === 0 ? said : `${said} + ${others}${TOPIC_TEXTS.otherPlaces[language]}`;
}

/** `四套班子 3/36、街道 2/20`: of those asked in each category. */
function categoriesCell(byCategory: ReadonlyMap<Category, Share>, language: Language): Cell {
  const { choices } = ROSTER.columns.category;
  const order = Object.keys(choices) as Category[]; // the table's own keys
  return joined(
    order.flatMap((category) => {
      const share = byCategory.get(category);
      return share
        ? [`${choices[category][language]} ${share.numerator}/${share.denominator}`]
        : [];
    }),
    language,
  );
}

/** A source is short or over from a whole session on. */
function balanceCell(surplus: number | null, language: Language): Cell {
  if (surplus === null || Math.abs(surplus) < 1) return null;
  const words = surplus < 0 ? TOPIC_TEXTS.short : TOPIC_TEXTS.over;
  return fill(words[language], { n: Math.abs(surplus) });
}

interface UnitLine {
  readonly topic: TopicDemand;
  readonly demand: UnitDemand;
}

/** One row a topic and unit, so that either can be filtered. */
export function unitSheet(facts: TopicReportFacts): ReportSheet {
  const { ranking, settings } = facts;
  const { language } = settings;
  const column = columnsLabelled(TOPIC_TEXTS, language);
  return reportSheet({
    title: TOPIC_TEXTS.units[language],
    color: COLOR,
    heading: heading(facts, TOPIC_TEXTS.headingUnits),
    columns: [
      column('rank', {
        kind: 'text',
        width: 90,
        cell: ({ topic }: UnitLine) => rankCell(topic, language),
      }),
      column('id', { kind: 'text', width: 80, cell: ({ topic }: UnitLine) => topic.id }),
      column('title', { kind: 'text', width: 260, cell: ({ topic }: UnitLine) => topic.title }),
      column('unit', { kind: 'text', width: 200, cell: ({ demand }: UnitLine) => demand.unit }),
      column('points', {
        kind: 'decimal',
        width: 70,
        cell: ({ demand }: UnitLine) => demand.points,
      }),
      column('heads', { ...WHOLE, cell: ({ demand }: UnitLine) => demand.heads.numerator }),
      column('asked', { ...WHOLE, cell: ({ demand }: UnitLine) => demand.heads.denominator }),
      column('share', { ...PERCENT, cell: ({ demand }: UnitLine) => percentCell(demand.heads) }),
    ],
    lines: ranking.topics.flatMap((topic) => topic.byUnit.map((demand) => ({ topic, demand }))),
    identity: ['id', 'unit'],
    frozenThrough: 'title',
  });
}

function heading(facts: TopicReportFacts, title: Text): string[] {
  const { ranking, settings } = facts;
  const { language, programme, orderPoints } = settings;
  const { period, ordered, leftOut } = ranking;
  return [
    fill(title[language], { programme, from: period.from, to: period.to }),
    originLine(facts),
    fill(TOPIC_TEXTS.turnout[language], {
      asked: ordered.denominator,
      ordered: ordered.numerator,
      share: formatRate(ordered),
    }),
    fill(TOPIC_TEXTS.meaning[language], {
      points: joined(orderPoints, language),
    }),
    ...(leftOut > 0 ? [fill(TOPIC_TEXTS.leftOut[language], { n: leftOut })] : []),
  ];
}
