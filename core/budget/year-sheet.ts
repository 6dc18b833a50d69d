// The year report of training for finance and the upper level: one row per held session, with the columns that are required.
import { dayToSerial } from '../calendar/day';
import { percentCell } from '../attendance/report/report-columns';
import type { HeadCounts } from '../model/head-counts';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import type { Cents } from '../money/cents';
import type { Book } from '../model/book';
import { sumCents } from './execution';
import { sessionsOfYear, type DatedSession } from './expected-fees';
import { column, generatedLine, money, type BudgetReportFacts } from './report-heading';
import { BUDGET_TEXTS } from './budget.texts';

/** Position of the cost column. */
const COST = 9;

interface YearLine extends DatedSession {
  readonly due: number;
  readonly came: number;
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
  const source = sourceOf(book, year);
  const sheet: ReportSheet = {
    title: BUDGET_TEXTS.year[language],
    color: '#e37400',
    heading: [
      fill(BUDGET_TEXTS.yearHeading[language], { programme, year }),
      generatedLine(facts, ['schedule', 'speakers', 'attendance', 'expenses', 'budget']),
      BUDGET_TEXTS.yearMeaning[language],
    ],
    columns: columns(language),
    rows: [
      ...lines.map((line) => cellsOf(line, { book, source, language })),
      totalOf(lines, language),
    ],
    boldRows: [lines.length],
    charts:
      lines.length === 0
        ? []
        : [
            {
              title: BUDGET_TEXTS.chartYear[language],
              type: 'COLUMN',
              labels: 0,
              series: [COST, COST + 1],
              firstRow: 0,
              rowCount: lines.length,
            },
          ],
    ...{ identity: [0, 3], frozenColumns: 2 },
  };
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
    ...{ due: people.due(id), came: people.came(id), staff: staffCount },
    ...{ lecturer, cost: sumCents([lecturer, costs(false)]) },
  };
}

/** The documents that gave the year's money. */
function sourceOf(book: Book, year: number): string {
  const documents = book.entries.budget.flatMap(({ cells }) =>
    cells.year === year && cells.documentNumber ? [cells.documentNumber] : [],
  );
  return [...new Set(documents)].join('、');
}

function columns(language: Language): ReportSheet['columns'] {
  return [
    column('number', language, 'text', 60),
    column('name', language, 'text', 240),
    column('content', language, 'text', 200),
    column('date', language, 'day', 100),
    column('venue', language, 'text', 140),
    column('audience', language, 'text', 120),
    ...(['due', 'came', 'staff'] as const).map((key) => column(key, language, 'integer', 80)),
    column('cost', language, 'money', 110),
    column('lecturerCost', language, 'money', 110),
    column('source', language, 'text', 180),
    column('result', language, 'percent', 110),
  ];
}

function cellsOf(
  { session, date, due, came, staff, cost, lecturer }: YearLine,
  { book, source, language }: { book: Book; source: string; language: Language },
): Cell[] {
  const { number = null, title = null, venue = null, audience, speakerId } = session.cells;
  const speaker = book.speakers.get(speakerId ?? '')?.cells;
  const content = [speaker?.field, speaker?.name].filter(Boolean).join('；');
  return [
    ...[number === null ? null : String(number), title, content, dayToSerial(date), venue],
    audience ?? BUDGET_TEXTS.everybody[language],
    ...[due, came, staff, money(cost), money(lecturer), source],
    percentCell({ numerator: came, denominator: due }),
  ];
}

function totalOf(lines: readonly YearLine[], language: Language): Cell[] {
  const [due, came] = [
    sumCents(lines.map((line) => line.due)),
    sumCents(lines.map((line) => line.came)),
  ];
  return [
    ...[BUDGET_TEXTS.sum[language], null, null, null, null, null, due, came],
    sumCents(lines.map(({ staff }) => staff ?? 0)),
    money(sumCents(lines.map(({ cost }) => cost))),
    money(sumCents(lines.map(({ lecturer }) => lecturer))),
    null,
    percentCell({ numerator: came, denominator: due }),
  ];
}
