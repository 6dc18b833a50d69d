// What the dashboard shows besides the week: every figure comes from the function of its own report.
import { countAttendanceData, type Attendance } from '../attendance/count-attendance';
import { readAttendanceData } from '../attendance/attendance-data';
import { programmeYear, yearToDate } from '../attendance/periods';
import { invitedCount, ratesOf, type Rates } from '../attendance/tally';
import { budgetExecution, type BudgetExecution } from '../budget/execution';
import { toDay, type Day } from '../calendar/day';
import { hoursOfYear, type HoursSummary } from '../hours/hours-summary';
import type { Book } from '../model/book';
import { comingWeeks, type ComingWeek } from './coming-weeks';
import { rankUnits, type UnitRanking } from './unit-ranking';

export interface SessionRates {
  readonly date: Day;
  readonly number: number | null;
  readonly title: string | null;
  readonly rates: Rates;
}

export interface DashboardFigures {
  readonly year: number;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly overall: Rates;
  /** Held sessions of the period for which anything was entered, by date. */
  readonly sessions: readonly SessionRates[];
  readonly units: UnitRanking;
  readonly budget: BudgetExecution;
  readonly hours: HoursSummary;
  readonly weeks: readonly ComingWeek[];
}

export function dashboardFigures(book: Book): DashboardFigures {
  const { settings, tables, today } = book;
  const year = Math.trunc(settings.year);
  const { from, to } = yearToDate(settings, today);
  const period = { from: toDay(from), to };
  const data = readAttendanceData(tables);
  const attendance = countAttendanceData(data, { period, programme: programmeYear(settings) });
  return {
    year,
    period,
    overall: ratesOf(attendance.overall, attendance.statuses),
    sessions: sessionRates(attendance),
    units: rankUnits(attendance, {
      most: settings.dashboardUnits,
      least: settings.dashboardLeastPeople,
    }),
    budget: budgetExecution(book, year),
    hours: hoursOfYear(tables, data, year),
    weeks: comingWeeks(book),
  };
}

function sessionRates({ sessions, statuses }: Attendance): SessionRates[] {
  return sessions
    .filter(({ tally }) => invitedCount(tally) > tally.notRecorded)
    .map(({ session, tally }) => ({
      date: session.date,
      number: session.number,
      title: session.title,
      rates: ratesOf(tally, statuses),
    }));
}
