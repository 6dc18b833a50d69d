// The report of the pool: one row for each speaker, and below it the tiers with their shares.
import { dayToSerial } from '../calendar/day';
import { formatRate, type Rate } from '../attendance/rate';
import { percentCell, percentText } from '../report/percent-cell';
import { generatedLine, money, type BudgetReportFacts } from '../budget/report-heading';
import { sumCents } from '../budget/execution';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
import { fill, type Language } from '../text/language';
import { TIERS, type Tier } from '../workbook/read/tier-shares';
import { SPEAKERS } from '../workbook/tabs/people';
import type { ReportSheet } from '../workbook/write/change';
import { USAGE_TEXTS } from './usage.texts';
import type { SpeakerUsage, YearUsage } from './usage';

interface UsageLine extends SpeakerUsage {
  /** Of the year that was asked for. */
  readonly year: Omit<YearUsage, 'year'>;
}

interface TierLine {
  readonly tier: Tier;
  readonly sessions: number;
  readonly share: Rate;
}

export interface UsageReport {
  readonly sheet: ReportSheet;
  readonly sessions: number;
  /** Hours taught by the district's own leaders of all hours taught, in hundredths. */
  readonly leaders: Rate;
}

const NOTHING: UsageLine['year'] = {
  sessions: 0,
  hours: 0 as YearUsage['hours'],
  fees: sumCents([]),
};

export function usageReport(
  usage: readonly SpeakerUsage[],
  year: number,
  facts: BudgetReportFacts,
): UsageReport {
  const { language, programme, tierShares } = facts.settings;
  const lines = usage.map((one) => ({
    ...one,
    year: one.years.find((each) => each.year === year) ?? NOTHING,
  }));
  const sessions = lines.reduce((sum, line) => sum + line.year.sessions, 0);
  const leaders = leaderShare(lines);
  const tiers = TIERS.map((tier) => tierLine(tier, lines, sessions));
  const sheet = reportSheet({
    title: USAGE_TEXTS.sheet[language],
    color: '#9334e6',
    heading: [
      fill(USAGE_TEXTS.heading[language], { programme, year: String(year) }),
      generatedLine(facts, ['speakers', 'schedule', 'expenses', 'standards']),
      USAGE_TEXTS.meaning[language],
      fill(USAGE_TEXTS.leaders[language], { rate: formatRate(leaders) }),
    ],
    columns: columnsOf(language, lines),
    lines,
    second: {
      header: {
        name: USAGE_TEXTS.tier[language],
        sessions: USAGE_TEXTS.sessions[language],
        hours: USAGE_TEXTS.share[language],
        fees: USAGE_TEXTS.target[language],
      },
      rows: tiers.map(({ tier, sessions: count, share }) => ({
        name: SPEAKERS.columns.tier.choices[tier][language],
        sessions: count,
        hours: formatRate(share),
        fees: tierShares[tier] === undefined ? '—' : percentText(tierShares[tier]),
      })),
    },
    charts: [
      {
        title: USAGE_TEXTS.chart[language],
        type: 'COLUMN',
        rows: 'second',
        labels: 'name',
        series: ['sessions'],
      },
    ],
    identity: ['id'],
    frozenThrough: 'name',
  });
  return { sheet, sessions, leaders };
}

function tierLine(tier: Tier, lines: readonly UsageLine[], all: number): TierLine {
  const sessions = lines
    .filter(({ speaker }) => speaker.cells.tier === tier)
    .reduce((sum, line) => sum + line.year.sessions, 0);
  return { tier, sessions, share: { numerator: sessions, denominator: all } };
}

function leaderShare(lines: readonly UsageLine[]): Rate {
  const hours = (of: readonly UsageLine[]): number =>
    of.reduce((sum, { year }) => sum + year.hours, 0);
  const leaders = lines.filter(({ speaker }) => speaker.cells.titleLevel === 'localLeader');
  return { numerator: hours(leaders), denominator: hours(lines) };
}

function columnsOf(
  language: Language,
  lines: readonly UsageLine[],
): ReportColumn<UsageLine, keyof typeof USAGE_TEXTS>[] {
  const column = columnsLabelled(USAGE_TEXTS, language);
  const { titleLevel, tier } = SPEAKERS.columns;
  const total = (of: (line: UsageLine) => number): number =>
    lines.reduce((sum, line) => sum + of(line), 0);
  const text = { kind: 'text', width: 120 } as const;
  const day = { kind: 'day', width: 100 } as const;
  return [
    column('id', {
      kind: 'text',
      width: 70,
      cell: ({ speaker }: UsageLine) => speaker.cells.id ?? '',
      total: USAGE_TEXTS.sum[language],
    }),
    column('name', { ...text, cell: ({ speaker }) => speaker.cells.name ?? '' }),
    column('unit', { ...text, width: 180, cell: ({ speaker }) => speaker.cells.unit ?? '' }),
    column('level', {
      ...text,
      cell: ({ speaker: { cells } }) =>
        cells.titleLevel ? titleLevel.choices[cells.titleLevel][language] : '',
    }),
    column('tier', {
      ...text,
      width: 80,
      cell: ({ speaker: { cells } }) => (cells.tier ? tier.choices[cells.tier][language] : ''),
    }),
    column('field', { ...text, cell: ({ speaker }) => speaker.cells.field ?? '' }),
    column('sessions', {
      kind: 'integer',
      width: 80,
      cell: ({ year }) => year.sessions,
      total: total(({ year }) => year.sessions),
    }),
    column('hours', {
      kind: 'decimal',
      width: 80,
      cell: ({ year }) => year.hours / 100,
      total: total(({ year }) => year.hours) / 100,
    }),
    column('fees', {
      kind: 'money',
      width: 120,
      cell: ({ year }) => money(year.fees),
      total: money(sumCents(lines.map(({ year }) => year.fees))),
    }),
    column('allSessions', {
      kind: 'integer',
      width: 90,
      cell: ({ sessions }) => sessions,
      total: total(({ sessions }) => sessions),
    }),
    column('last', { ...day, cell: ({ last }) => last && dayToSerial(last) }),
    column('next', { ...day, cell: ({ next }) => next && dayToSerial(next) }),
    column('score', {
      kind: 'decimal',
      width: 80,
      cell: ({ score }) => score && score.mean / 100,
    }),
    column('answers', { kind: 'integer', width: 80, cell: ({ score }) => score && score.answers }),
    column('share', {
      kind: 'percent',
      width: 80,
      cell: ({ year }) =>
        percentCell({ numerator: year.sessions, denominator: total((line) => line.year.sessions) }),
    }),
  ];
}
