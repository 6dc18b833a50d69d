// All figures of a bulletin, from the functions that the reports use: nothing is counted anew here.
import {
  absentWithoutLeave,
  dueSessions,
  fullAttendance,
  streakPeriod,
  streaksInto,
  type Absences,
  type Streak,
} from '../attendance/absences';
import { readAttendanceData } from '../attendance/attendance-data';
import { countAttendanceData, type Attendance } from '../attendance/count-attendance';
import { personRecords, type PersonRecord } from '../attendance/person-record';
import { budgetExecution, sumCents, type BudgetExecution } from '../budget/execution';
import { monthOf, type Day } from '../calendar/day';
import { readAnswerRows } from '../evaluation/answer-rows';
import { evaluationResults, type EvaluationResults } from '../evaluation/results';
import { hoursOfYear, type HoursSummary } from '../hours/hours-summary';
import { openLeave } from '../leave/leave-line';
import type { Book } from '../model/book';
import { byDay } from '../model/session';
import type { Cents } from '../money/cents';
import { nextPeriod, type CalendarPeriod } from '../calendar/calendar-period';

export interface BulletinFigures {
  readonly period: CalendarPeriod;
  readonly next: CalendarPeriod;
  readonly attendance: Attendance;
  /** Everybody who was due at a session, exempt from all of them left out. */
  readonly people: readonly PersonRecord[];
  readonly full: readonly PersonRecord[];
  readonly absent: readonly Absences[];
  readonly streaks: readonly Streak[];
  /** Leave of the period whose session is still to be made up, and how much of it is overdue. */
  readonly makeUp: { readonly open: number; readonly overdue: number };
  readonly hours: HoursSummary;
  readonly taught: readonly ListedSession[];
  readonly cancelled: number;
  readonly evaluation: EvaluationResults;
  readonly budget: BudgetExecution;
  /** In the period. */
  readonly spent: Cents;
  /** Sessions to come: of the period itself, and of the next one. */
  readonly open: readonly ListedSession[];
  readonly planned: readonly ListedSession[];
}

/** A session as a bulletin lists it. */
export interface ListedSession {
  readonly id: string;
  readonly number: number | null;
  readonly date: Day;
  readonly title: string;
  readonly speaker: string;
  readonly speakerUnit: string;
  readonly taughtHours: number | null;
}

export function bulletinFigures(book: Book, period: CalendarPeriod): BulletinFigures {
  const { tables, settings } = book;
  const data = readAttendanceData(tables);
  const records = personRecords(data, period, tables);
  const sinceStart = personRecords(data, streakPeriod(period), tables);
  const next = nextPeriod(period);
  const budget = budgetExecution(book, period.year);
  return {
    period,
    next,
    attendance: countAttendanceData(data, { period, programme: period }),
    people: dueSessions(records),
    full: fullAttendance(records),
    absent: absentWithoutLeave(records),
    streaks: streaksInto(period.from, sinceStart, settings.absencesInARow),
    makeUp: openMakeUp(book, period),
    hours: hoursOfYear(tables, data, period.year),
    taught: sessionsIn(book, period, 'held'),
    cancelled: sessionsIn(book, period, 'cancelled').length,
    evaluation: evaluationResults(book, period, { records, rows: readAnswerRows(tables) }),
    budget,
    spent: spentIn(budget, period),
    open: sessionsIn(book, period, 'planned'),
    planned: sessionsIn(book, next, 'planned'),
  };
}

function openMakeUp(book: Book, { from, to }: CalendarPeriod): BulletinFigures['makeUp'] {
  const lines = openLeave(book).toMakeUp.filter(
    ({ date }) => date !== null && from <= date && date <= to,
  );
  return {
    open: lines.length,
    overdue: lines.filter(({ overdueDays }) => overdueDays > 0).length,
  };
}

function sessionsIn(
  book: Book,
  { from, to }: CalendarPeriod,
  state: 'held' | 'planned' | 'cancelled',
): ListedSession[] {
  return byDay(book.entries.schedule).flatMap(({ cells }): ListedSession[] => {
    const { id = '', date, number = null, title = '', taughtHours = null } = cells;
    if (date === undefined || date < from || date > to || cells.state !== state) return [];
    const speaker = book.speakers.get(cells.speakerId ?? '')?.cells;
    return [
      {
        id,
        number,
        date,
        title,
        taughtHours,
        speaker: speaker?.name ?? '',
        speakerUnit: speaker?.unit ?? '',
      },
    ];
  });
}

function spentIn({ months }: BudgetExecution, { from, to }: CalendarPeriod): Cents {
  const isIn = (month: string): boolean => monthOf(from) <= month && month <= monthOf(to);
  return sumCents(months.filter(({ month }) => isIn(month)).map(({ spent }) => spent));
}
