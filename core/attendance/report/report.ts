// The attendance report as data: six tabs to write and the totals to answer with.
import type {
  AttendanceReportResponse,
  Rate as RateAnswer,
} from '../../contract/attendance-report';
import type { ReportSheet } from '../../workbook/write/change';
import type { Settings } from '../../workbook/read/settings';
import type { Tables } from '../../workbook/table';
import { absentSheet, fullAttendanceSheet, streakSheet } from './absence-sheets';
import { streakPeriod } from '../absences';
import type { Period } from '../../calendar/calendar-period';
import { countAttendanceData } from '../count-attendance';
import { programmeYear } from '../periods';
import { personRecords } from '../person-record';
import { personSheet } from './person-sheet';
import { readAttendanceData } from '../attendance-data';
import { formatRate, type Rate } from '../rate';
import { WHOLE_SESSION } from '../../model/statuses';
import { peopleDue, recordedSessions, type AttendanceReportFacts } from './report-heading';
import { sessionSheet } from './sessions-and-months-sheet';
import { invitedCount, ratesOf, type Tally } from '../tally';
import { unitSheet } from './unit-sheet';

export const ATTENDANCE_REPORTS = [
  'report-attendance-person',
  'report-attendance-unit',
  'report-attendance-session',
  'report-attendance-full',
  'report-attendance-absent',
  'report-attendance-in-a-row',
] as const;
export type AttendanceReportKey = (typeof ATTENDANCE_REPORTS)[number];

export interface AttendanceReport {
  readonly sheets: readonly { readonly key: AttendanceReportKey; readonly sheet: ReportSheet }[];
  readonly summary: Omit<AttendanceReportResponse, 'tabs'>;
}

export interface AttendanceReportInput {
  /** Roster, schedule, attendance, statuses and leave; the titles are printed as the sources. */
  readonly tables: Tables;
  readonly settings: Settings;
  readonly period: Period;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

export function buildAttendanceReport(input: AttendanceReportInput): AttendanceReport {
  const { tables, settings, period } = input;
  const programme = programmeYear(settings);
  const data = readAttendanceData(tables);
  const attendance = countAttendanceData(data, { period, programme });
  const facts: AttendanceReportFacts = { ...input, attendance };
  const records = personRecords(data, period, tables);
  const sinceStart = personRecords(data, streakPeriod(period), tables);
  return {
    sheets: [
      { key: 'report-attendance-person', sheet: personSheet(facts, programme) },
      { key: 'report-attendance-unit', sheet: unitSheet(facts, programme) },
      { key: 'report-attendance-session', sheet: sessionSheet(facts) },
      { key: 'report-attendance-full', sheet: fullAttendanceSheet(facts, records) },
      { key: 'report-attendance-absent', sheet: absentSheet(facts, records) },
      { key: 'report-attendance-in-a-row', sheet: streakSheet(facts, sinceStart) },
    ],
    summary: summaryOf(facts),
  };
}

function summaryOf({ attendance, period }: AttendanceReportFacts): AttendanceReport['summary'] {
  const rates = (tally: Tally): { a: RateAnswer; b: RateAnswer } => {
    const { a, b } = ratesOf(tally, attendance.statuses);
    return { a: toAnswer(a), b: toAnswer(b) };
  };
  return {
    ...period,
    sessions: recordedSessions(attendance),
    people: peopleDue(attendance),
    overall: rates(attendance.overall),
    units: attendance.units
      .filter(({ tally }) => invitedCount(tally) > 0)
      .map(({ key, tally }) => ({ unit: key, rates: rates(tally) })),
    notRecorded: attendance.overall.notRecorded,
    unclear: attendance.overall.unclear,
  };
}

/** In sessions, as a reader counts them. */
function toAnswer(rate: Rate): RateAnswer {
  return {
    numerator: rate.numerator / WHOLE_SESSION,
    denominator: rate.denominator / WHOLE_SESSION,
    text: formatRate(rate),
  };
}
