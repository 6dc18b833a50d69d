// The lines above every attendance report: what, when, from what, how counted, what is missing.
import { fill, type Text } from '../../text/language';
import type { Settings } from '../../workbook/read/settings';
import type { TabKey } from '../../workbook/tab-keys';
import type { Tables } from '../../workbook/table';
import type { Attendance, Period } from '../count-attendance';
import { rateSentence } from './report-columns';
import { WORDS } from './report-words';
import { expectedOf, invitedOf, ratesOf } from '../tally';

export interface ReportFacts {
  readonly attendance: Attendance;
  readonly tables: Tables;
  readonly settings: Settings;
  readonly period: Period;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

const SOURCES = ['roster', 'schedule', 'attendance', 'statuses'] as const;

export function reportHeading(title: Text, facts: ReportFacts): string[] {
  const { attendance, settings } = facts;
  const { language, programme } = settings;
  const rates = ratesOf(attendance.overall, attendance.statuses);
  return [
    fill(title[language], { programme }),
    ...originLines(facts, SOURCES),
    rateSentence(WORDS.meaningA, rates.a, language),
    rateSentence(WORDS.meaningB, rates.b, language),
    fill(WORDS.notCounted[language], {
      due: expectedOf(attendance.overall, attendance.statuses),
      notRecorded: attendance.overall.notRecorded,
      unclear: attendance.overall.unclear,
    }),
    ...leftOutLine(facts),
  ];
}

/** Of a list without rates: its title, where it comes from, what it says. */
export function listHeading(
  [title = '', ...lines]: readonly string[],
  facts: ReportFacts,
): string[] {
  return [title, ...originLines(facts, [...SOURCES, 'leave']), ...lines, ...leftOutLine(facts)];
}

function originLines(facts: ReportFacts, keys: readonly TabKey[]): string[] {
  const {
    attendance,
    settings: { language },
    period,
    generatedAt,
  } = facts;
  const sources = keys.flatMap((key) => facts.tables[key]?.title ?? []);
  return [
    fill(WORDS.period[language], {
      ...period,
      sessions: recordedSessions(attendance),
      people: peopleDue(attendance),
    }),
    fill(WORDS.generated[language], {
      generatedAt,
      sources: sources.join(language === 'en' ? ', ' : '、'),
    }),
  ];
}

/** Held sessions of the period for which anything was entered. */
export function recordedSessions({ sessions }: Attendance): number {
  return sessions.filter(({ tally }) => invitedOf(tally) > tally.notRecorded).length;
}

/** Who was due at a session of the period; whoever is only due later is listed, but not counted here. */
export function peopleDue({ people }: Attendance): number {
  return people.filter(({ tally }) => invitedOf(tally) > 0).length;
}

function leftOutLine({ attendance, settings }: ReportFacts): string[] {
  const { leftOut, badCells, notDue } = attendance;
  // A mark with a bad status still has its person, who is counted as unclear.
  const marks = badCells.filter(
    ({ column }) => column === 'sessionId' || column === 'memberId',
  ).length;
  if (leftOut.length + marks + notDue === 0) return [];
  const facts = { rows: leftOut.length, marks, notDue };
  return [fill(WORDS.leftOut[settings.language], facts)];
}
