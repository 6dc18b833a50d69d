// The year's plan on one page: every week with its sessions, or with the half-day that is free, or with why it has none.
import type { Period } from '../calendar/calendar-period';
import {
  addDays,
  dayToSerial,
  monthOf,
  toDay,
  weekdayOf,
  type ClockTime,
  type Day,
  type Month,
} from '../calendar/day';
import { weekdayName } from '../calendar/weekday-text';
import { generatedLine, money, type BudgetReportFacts } from '../budget/report-heading';
import { sumCents } from '../budget/execution';
import { sessionFees } from '../budget/session-fees';
import { sessionsOfYear } from '../budget/expected-fees';
import type { Book } from '../model/book';
import type { Cents } from '../money/cents';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
import { fill, type Language } from '../text/language';
import { SCHEDULE } from '../workbook/tabs/programme';
import type { ReportSheet } from '../workbook/write/change';
import { freeSlots, mondayOf, type ClosedWeek } from './free-slots';
import { bookingsOf, type TimeSlot } from './placement';
import { weekText } from './planning-words';
import { YEAR_PLAN_TEXTS } from './year-plan.texts';

interface YearPlanLine {
  /** Within the year, from 1. */
  readonly week: number;
  readonly date: Day | null;
  readonly time: Pick<TimeSlot, 'start' | 'end'> | null;
  readonly number: number | null;
  readonly title: string;
  readonly speaker: string;
  readonly venue: string;
  readonly hours: number | null;
  readonly fee: Cents | null;
  readonly state: string;
  readonly isSession: boolean;
}

export interface YearPlan {
  readonly sheet: ReportSheet;
  readonly sessions: number;
  readonly free: number;
  readonly fees: Cents;
}

export function yearPlan(year: number, facts: BudgetReportFacts): YearPlan {
  const { book, settings } = facts;
  const { language, programme } = settings;
  const lines = linesOf(book, year, language);
  const sessions = lines.filter(({ isSession }) => isSession);
  const free = lines.filter(({ date, isSession, time }) => !isSession && date && time).length;
  const fees = sumCents(sessions.map(({ fee }) => fee ?? 0));
  const hours = sessions.reduce((sum, line) => sum + (line.hours ?? 0), 0);
  const sheet = reportSheet({
    title: YEAR_PLAN_TEXTS.sheet[language],
    color: '#9334e6',
    heading: [
      fill(YEAR_PLAN_TEXTS.heading[language], { programme, year: String(year) }),
      generatedLine(facts, ['schedule', 'speakers', 'holidays', 'expenses', 'standards']),
      fill(YEAR_PLAN_TEXTS.counts[language], { sessions: sessions.length, free, hours }),
      YEAR_PLAN_TEXTS.meaning[language],
    ],
    columns: columnsOf(language, { hours, fees }),
    lines,
    second: {
      header: {
        week: YEAR_PLAN_TEXTS.month[language],
        hours: YEAR_PLAN_TEXTS.sessions[language],
        fee: YEAR_PLAN_TEXTS.fee[language],
      },
      rows: monthsOf(sessions).map(({ month, count, fees: cost }) => ({
        week: month,
        hours: count,
        fee: money(cost),
      })),
    },
    charts: [
      {
        title: YEAR_PLAN_TEXTS.chart[language],
        type: 'COLUMN',
        rows: 'second',
        labels: 'week',
        series: ['hours'],
      },
    ],
    identity: ['date', 'time'],
    frozenThrough: 'date',
  });
  return { sheet, sessions: sessions.length, free, fees };
}

/** Week by week from the one that has the first of January. */
function linesOf(book: Book, year: number, language: Language): YearPlanLine[] {
  const [first, last] = [toDay(`${year}-01-01`), toDay(`${year}-12-31`)];
  const fees = sessionFees(book);
  const sessions = sessionsOfYear(book, year);
  const weeks = openWeeks(book, { from: first, to: last });
  const lines: YearPlanLine[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    const week = lines.length === 0 ? 1 : (lines.at(-1)?.week ?? 0) + 1;
    const held = sessions.filter(({ date }) => mondayOf(date) === monday);
    if (held.length > 0) {
      lines.push(...held.map((one) => sessionLine(book, one, { week, language, fees })));
      continue;
    }
    const open = weeks.get(monday);
    const line = { ...emptyLine(week), date: monday < first ? first : monday };
    if (open?.slot)
      lines.push({
        ...line,
        date: open.slot.date,
        time: open.slot,
        state: YEAR_PLAN_TEXTS.free[language],
      });
    else if (open?.closed) {
      const date = open.closed.days[0]?.date ?? line.date;
      lines.push({ ...line, date, state: weekText(open.closed, language) });
    } else lines.push({ ...line, state: YEAR_PLAN_TEXTS[open?.why ?? 'noSlot'][language] });
  }
  return lines;
}

/** What can be said of a week without a session. */
interface OpenWeek {
  /** Free from today on. */
  readonly slot?: TimeSlot;
  readonly closed?: ClosedWeek;
  readonly why?: 'past' | 'unknown';
}

/** By their Mondays; a week that has no half-day of the programme is not listed. */
function openWeeks(book: Book, { from, to }: Period): ReadonlyMap<Day, OpenWeek> {
  const bookings = bookingsOf(book);
  const all = freeSlots(book, { from, to }, bookings);
  const { today } = book;
  const left =
    today > to ? [] : freeSlots(book, { from: from < today ? today : from, to }, bookings).slots;
  return new Map<Day, OpenWeek>([
    ...all.slots.map(({ date }) => [mondayOf(date), { why: 'past' }] as const),
    ...left.toReversed().map((slot) => [mondayOf(slot.date), { slot }] as const),
    ...all.unknown.map(({ monday }) => [monday, { why: 'unknown' }] as const),
    ...all.closed.map((closed) => [closed.monday, { closed }] as const),
  ]);
}

const emptyLine = (week: number): YearPlanLine => ({
  week,
  date: null,
  time: null,
  number: null,
  title: '',
  speaker: '',
  venue: '',
  hours: null,
  fee: null,
  state: '',
  isSession: false,
});

function sessionLine(
  book: Book,
  { session, date }: ReturnType<typeof sessionsOfYear>[number],
  at: {
    readonly week: number;
    readonly language: Language;
    readonly fees: ReturnType<typeof sessionFees>;
  },
): YearPlanLine {
  const {
    start,
    end,
    number = null,
    title = '',
    speakerId,
    venue,
    taughtHours,
    state,
  } = session.cells;
  return {
    week: at.week,
    date,
    time: start && end ? { start, end } : null,
    number,
    title,
    speaker: book.speakers.get(speakerId ?? '')?.cells.name ?? '',
    venue: venue ?? '',
    hours: taughtHours ?? null,
    fee: at.fees.get(session.row)?.gross ?? null,
    state: state ? SCHEDULE.columns.state.choices[state][at.language] : '',
    isSession: true,
  };
}

const span = ({ start, end }: { readonly start: ClockTime; readonly end: ClockTime }): string =>
  `${start}—${end}`;

function columnsOf(
  language: Language,
  { hours, fees }: { readonly hours: number; readonly fees: Cents },
): ReportColumn<YearPlanLine, keyof typeof YEAR_PLAN_TEXTS>[] {
  const column = columnsLabelled(YEAR_PLAN_TEXTS, language);
  return [
    column('week', {
      kind: 'text',
      width: 70,
      cell: ({ week }: YearPlanLine) => String(week),
      total: YEAR_PLAN_TEXTS.sum[language],
    }),
    column('date', { kind: 'day', width: 100, cell: ({ date }) => date && dayToSerial(date) }),
    column('weekday', {
      kind: 'text',
      width: 70,
      cell: ({ date }) => date && weekdayName(weekdayOf(date))[language],
    }),
    column('time', { kind: 'text', width: 110, cell: ({ time }) => time && span(time) }),
    column('number', { kind: 'integer', width: 60, cell: ({ number }) => number }),
    column('title', { kind: 'text', width: 260, cell: ({ title }) => title }),
    column('speaker', { kind: 'text', width: 90, cell: ({ speaker }) => speaker }),
    column('venue', { kind: 'text', width: 140, cell: ({ venue }) => venue }),
    column('hours', { kind: 'decimal', width: 80, cell: (line) => line.hours, total: hours }),
    column('fee', { kind: 'money', width: 120, cell: ({ fee }) => money(fee), total: money(fees) }),
    column('state', { kind: 'text', width: 260, cell: ({ state }) => state }),
  ];
}

interface MonthCount {
  readonly month: Month;
  readonly count: number;
  readonly fees: Cents;
}

function monthsOf(sessions: readonly YearPlanLine[]): MonthCount[] {
  const months = new Set(sessions.flatMap(({ date }) => (date ? [monthOf(date)] : [])));
  return [...months].toSorted().map((month) => {
    const here = sessions.filter(({ date }) => date && monthOf(date) === month);
    return { month, count: here.length, fees: sumCents(here.map(({ fee }) => fee ?? 0)) };
  });
}
