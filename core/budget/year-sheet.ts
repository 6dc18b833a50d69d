// The year report of training for finance and the upper level: one row per held session, with the columns that are required.
import { dayToSerial } from '../calendar/day';
import { percentCell } from '../report/percent-cell';
import type { HeadCounts } from '../attendance/head-counts';
import type { Rate } from '../attendance/rate';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Cents } from '../money/cents';
import type { Book } from '../model/book';
import { sumCents } from './execution';
import { sessionsOfYear, type DatedSession } from './expected-fees';
import { generatedLine, money, type BudgetReportFacts } from './report-heading';
import { BUDGET_TEXTS } from './budget.texts';

interface YearLine extends DatedSession {
  readonly due: number;
  readonly attended: number;
  readonly rate: Rate;
  readonly staff: number | null;
  readonly cost: Cents;
  readonly lecturer: Cents;
}

export interface YearReport {
  readonly sheet: ReportSheet;
  readonly sessions: number;
  readonly cost: Cents;
}

export function yearReport(year: number, facts: BudgetReportFacts, people: HeadCounts): YearReport {
  const { book, settings } = facts;
  const { language, programme } = settings;
  const lines = sessionsOfYear(book, year)
    .filter(({ session }) => session.cells.state === 'held')
    .map((one) => lineOf(book, one, people));
  const sheet = reportSheet({
    title: BUDGET_TEXTS.year[language],
    color: '#e37400',
    heading: [
      fill(BUDGET_TEXTS.yearHeading[language], { programme, year }),
      generatedLine(facts, ['schedule', 'speakers', 'attendance', 'expenses', 'budget']),
      BUDGET_TEXTS.yearMeaning[language],
    ],
    columns: [
      ...sessionColumns(book, language),
      ...countColumns(lines, language),
      ...costColumns(lines, { source: sourceOf(book, year), language }),
    ],
    lines,
    charts: [
      {
        title: BUDGET_TEXTS.chartYear[language],
        type: 'COLUMN',
        rows: 'lines',
        labels: 'number',
        series: ['cost', 'lecturerCost'],
      },
    ],
    identity: ['number', 'date'],
    frozenThrough: 'name',
  });
  return { sheet, sessions: lines.length, cost: sumCents(lines.map(({ cost }) => cost)) };
}

function lineOf(book: Book, one: DatedSession, people: HeadCounts): YearLine {
  const { id = '', staffCount = null } = one.session.cells;
  const expenses = book.entries.expenses.filter(({ cells }) => cells.sessionId === id);
  const costs = (isLecturer: boolean): Cents =>
    sumCents(
      expenses
        .filter(({ cells }) => (cells.head === 'lecturer') === isLecturer)
        .map(({ cells }) => cells.amount ?? 0),
    );
  const lecturer = costs(true);
  return {
    ...one,
    due: people.due(id),
    attended: people.attended(id),
    rate: people.rate(id),
    staff: staffCount,
    lecturer,
    cost: sumCents([lecturer, costs(false)]),
  };
}

/** The documents that gave the year's money. */
function sourceOf(book: Book, year: number): string {
  const documents = book.entries.budget.flatMap(({ cells }) =>
    cells.year === year && cells.documentNumber ? [cells.documentNumber] : [],
  );
  return [...new Set(documents)].join('、');
}

type YearColumn = ReportColumn<YearLine, keyof typeof BUDGET_TEXTS>;

function sessionColumns(book: Book, language: Language): YearColumn[] {
  const column = columnsLabelled(BUDGET_TEXTS, language);
  return [
    column('number', {
      kind: 'text',
      width: 60,
      cell: ({ session }) => session.cells.number?.toString() ?? null,
      total: BUDGET_TEXTS.sum[language],
    }),
    column('name', {
      kind: 'text',
      width: 240,
      cell: ({ session }) => session.cells.title ?? null,
    }),
    column('content', {
      kind: 'text',
      width: 200,
      cell: ({ session }) => {
        const speaker = book.speakers.get(session.cells.speakerId ?? '')?.cells;
        return [speaker?.field, speaker?.name].filter(Boolean).join('；');
      },
    }),
    column('date', { kind: 'day', width: 100, cell: ({ date }) => dayToSerial(date) }),
    column('venue', {
      kind: 'text',
      width: 140,
      cell: ({ session }) => session.cells.venue ?? null,
    }),
    column('audience', {
      kind: 'text',
      width: 120,
      cell: ({ session }) => session.cells.audience ?? BUDGET_TEXTS.everybody[language],
    }),
  ];
}

function countColumns(lines: readonly YearLine[], language: Language): YearColumn[] {
  const column = columnsLabelled(BUDGET_TEXTS, language);
  const count = { kind: 'integer', width: 80 } as const;
  return [
    column('due', { ...count, cell: ({ due }) => due, total: sum(lines.map(({ due }) => due)) }),
    column('attended', {
      ...count,
      cell: ({ attended }) => attended,
      total: sum(lines.map(({ attended }) => attended)),
    }),
    column('staff', {
      ...count,
      cell: ({ staff }) => staff,
      total: sum(lines.map(({ staff }) => staff ?? 0)),
    }),
  ];
}

function costColumns(
  lines: readonly YearLine[],
  { source, language }: { readonly source: string; readonly language: Language },
): YearColumn[] {
  const column = columnsLabelled(BUDGET_TEXTS, language);
  const amount = { kind: 'money', width: 110 } as const;
  return [
    column('cost', {
      ...amount,
      cell: ({ cost }) => money(cost),
      total: money(sumCents(lines.map(({ cost }) => cost))),
    }),
    column('lecturerCost', {
      ...amount,
      cell: ({ lecturer }) => money(lecturer),
      total: money(sumCents(lines.map(({ lecturer }) => lecturer))),
    }),
    column('source', { kind: 'text', width: 180, cell: () => source }),
    column('result', {
      kind: 'percent',
      width: 110,
      cell: ({ rate }) => percentCell(rate),
      total: percentCell({
        numerator: sum(lines.map(({ rate }) => rate.numerator)),
        denominator: sum(lines.map(({ rate }) => rate.denominator)),
      }),
    }),
  ];
}

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);
