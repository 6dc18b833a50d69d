// Three lists beside the rates: full attendance, absent without leave, absent several times in a row.
import { dayToSerial } from '../calendar/day';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/change';
import type { Cell } from '../workbook/table';
import { absentWithoutLeave, fullAttendance, streaksOf } from './absences';
import type { Attended, PersonRecord } from './person-record';
import { personCells, personColumns } from './person-columns';
import type { ReportColumn } from './report-columns';
import { listHeading, type ReportFacts } from './report-heading';
import { WORDS } from './report-words';

type Records = readonly PersonRecord[];

export function fullAttendanceSheet(facts: ReportFacts, records: Records): ReportSheet {
  const { language } = facts.settings;
  const people = fullAttendance(records);
  const rows = people.map(({ person, sessions }) => [...personCells(person, language), countDue(sessions)]);
  const counted = fill(WORDS.fullCounted[language], { count: people.length, people: records.length });
  return listSheet(facts, {
    title: 'fullAttendance',
    lines: [fill(WORDS.headingFull[language], { programme: facts.settings.programme }), counted],
    columns: [{ label: WORDS.due[language], kind: 'integer', width: 64 }],
    rows,
  });
} // prettier-ignore

export function absentSheet(facts: ReportFacts, records: Records): ReportSheet {
  const { language } = facts.settings;
  const absences = absentWithoutLeave(records);
  const times = absences.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const rows = absences.map(({ record: { person, sessions: due }, sessions }) => [
    ...personCells(person, language), countDue(due), sessions.length, listOf(sessions, language),
  ]);
  return listSheet(facts, {
    title: 'absentWithoutLeave',
    lines: [
      fill(WORDS.headingAbsent[language], { programme: facts.settings.programme }),
      fill(WORDS.absentCounted[language], { count: absences.length, times }),
    ],
    columns: [
      { label: WORDS.due[language], kind: 'integer', width: 64 },
      { label: WORDS.timesAbsent[language], kind: 'integer', width: 80 },
      { label: WORDS.missedSessions[language], kind: 'text', width: 420 },
    ],
    rows,
  });
} // prettier-ignore

/** One row for each run of absences that is as long as the setting says. */
export function streakSheet(facts: ReportFacts, records: Records): ReportSheet {
  const { language, absencesInARow: least } = facts.settings;
  const streaks = records.flatMap((record) => streaksOf(record, least));
  const rows = streaks.map(({ record: { person }, sessions, isOpen }) => [
    ...personCells(person, language),
    sessions.length,
    dayCell(sessions[0]),
    dayCell(sessions.at(-1)),
    WORDS[isOpen ? 'yes' : 'no'][language],
    listOf(sessions, language),
  ]);
  const longer = streaks.filter(({ sessions }) => sessions.length > least).length;
  const counts = { least, count: streaks.length - longer, more: least + 1, longer };
  return listSheet(facts, {
    title: 'inARow',
    lines: [fill(WORDS.headingInARow[language], { programme: facts.settings.programme }), fill(WORDS.inARowCounted[language], counts)],
    columns: [
      { label: WORDS.timesInARow[language], kind: 'integer', width: 80 },
      { label: WORDS.firstMissed[language], kind: 'day', width: 100 },
      { label: WORDS.lastMissed[language], kind: 'day', width: 100 },
      { label: WORDS.notSeenSince[language], kind: 'text', width: 80 },
      { label: WORDS.missedSessions[language], kind: 'text', width: 420 },
    ],
    rows,
  });
} // prettier-ignore

interface List {
  readonly title: 'fullAttendance' | 'absentWithoutLeave' | 'inARow';
  readonly lines: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

function listSheet(facts: ReportFacts, { title, lines, columns, rows }: List): ReportSheet {
  const { language } = facts.settings;
  return {
    title: WORDS[title][language],
    color: '#188038',
    heading: listHeading(lines, facts),
    columns: [...personColumns(language), ...columns],
    rows: rows.map((cells, index) => [index + 1, ...cells]),
    boldRows: [],
    charts: [],
  };
}

const countDue = (sessions: readonly Attended[]): number =>
  sessions.filter(({ isDue }) => isDue).length;

const dayCell = (attended: Attended | undefined): Cell =>
  attended ? dayToSerial(attended.session.date) : null;

function listOf(sessions: readonly Attended[], language: Language): string {
  return sessions
    .map(({ session: { date, title } }) => (title ? `${date} ${title}` : date))
    .join(language === 'en' ? '; ' : '；');
}
