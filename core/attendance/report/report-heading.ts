// The lines above every attendance report: what, when, from what, how counted, what is missing.
import { joined } from '../../text/listed';
import { fill, type Text } from '../../text/language';
import type { Settings } from '../../workbook/read/settings';
import type { TabKey } from '../../workbook/tab-keys';
import type { Tables } from '../../workbook/table';
import type { Period } from '../../calendar/calendar-period';
import type { Attendance } from '../count-attendance';
import { rateSentence } from './report-columns';
import { ATTENDANCE_TEXTS } from './report.texts';
import { dueCount, invitedCount, ratesOf } from '../tally';

export interface AttendanceReportFacts {
  readonly attendance: Attendance;
  readonly tables: Tables;
  readonly settings: Settings;
  readonly period: Period;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

const SOURCES = ['roster', 'schedule', 'attendance', 'statuses'] as const;

export function reportHeading(title: Text, facts: AttendanceReportFacts): string[] {
  const { attendance, settings } = facts;
  const { language, programme } = settings;
  const rates = ratesOf(attendance.overall, attendance.statuses);
  return [
    fill(title[language], { programme }),
    ...originLines(facts, SOURCES),
    rateSentence(ATTENDANCE_TEXTS.meaningA, rates.a, language),
    rateSentence(ATTENDANCE_TEXTS.meaningB, rates.b, language),
    fill(ATTENDANCE_TEXTS.notCounted[language], {
      due: dueCount(attendance.overall, attendance.statuses),
      notRecorded: attendance.overall.notRecorded,
      unclear: attendance.overall.unclear,
    }),
    ...leftOutLine(facts),
  ];
}

/** Of a list without rates: its title, where it comes from, what it says. */
export function listHeading(
  [title = '', ...lines]: readonly string[],
  facts: AttendanceReportFacts,
): string[] {
  return [title, ...originLines(facts, [...SOURCES, 'leave']), ...lines, ...leftOutLine(facts)];
}

function originLines(facts: AttendanceReportFacts, keys: readonly TabKey[]): string[] {
  const {
    attendance,
    settings: { language },
    period,
    generatedAt,
  } = facts;
  const sources = keys.flatMap((key) => facts.tables[key]?.title ?? []);
  return [
    fill(ATTENDANCE_TEXTS.period[language], {
      ...period,
      sessions: recordedSessions(attendance),
      people: peopleDue(attendance),
    }),
    fill(ATTENDANCE_TEXTS.generated[language], {
      generatedAt,
      sources: joined(sources, language),
    }),
  ];
}

/** Held sessions of the period for which anything was entered. */
export function recordedSessions({ sessions }: Attendance): number {
  return sessions.filter(({ tally }) => invitedCount(tally) > tally.notRecorded).length;
}

/** People who were due at a session of the period. A person who is only due later is listed, but not counted here. */
export function peopleDue({ people }: Attendance): number {
  return people.filter(({ tally }) => invitedCount(tally) > 0).length;
}

function leftOutLine({ attendance, settings }: AttendanceReportFacts): string[] {
  const { leftOut, badCells, notDue } = attendance;
  // A mark with a bad status still has its person, who is counted as unclear.
  const marks = badCells.filter(
    ({ column }) => column === 'sessionId' || column === 'memberId',
  ).length;
  if (leftOut.length + marks + notDue === 0) return [];
  const facts = { rows: leftOut.length, marks, notDue };
  return [fill(ATTENDANCE_TEXTS.leftOut[settings.language], facts)];
}
