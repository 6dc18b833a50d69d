// Three lists beside the rates: full attendance, absent without leave, absent several times in a row.
import { dayToSerial } from '../../calendar/day';
import { fill, type Language } from '../../text/language';
import type { ReportSheet } from '../../workbook/write/change';
import type { Cell } from '../../workbook/table';
import {
  absentWithoutLeave,
  dueSessions,
  fullAttendance,
  streakPeriod,
  streaksInto,
  unclearAttendance,
} from '../absences';
import type { SessionAttendance, PersonRecord } from '../person-record';
import { PERSON_IN_VIEW, personCells, personColumns } from './person-columns';
import type { ReportColumn } from './report-columns';
import { listHeading, type AttendanceReportFacts } from './report-heading';
import { ATTENDANCE_TEXTS } from './report.texts';

type Records = readonly PersonRecord[];

export function fullAttendanceSheet(facts: AttendanceReportFacts, records: Records): ReportSheet {
  const { language } = facts.settings;
  const people = fullAttendance(records);
  const rows = people.map(({ person, sessions }) => [
    ...personCells(person, language),
    sessions.length,
  ]);
  const counted = fill(ATTENDANCE_TEXTS.fullCounted[language], {
    count: people.length,
    people: dueSessions(records).length,
  });
  return listSheet(facts, {
    title: 'fullAttendance',
    lines: [
      fill(ATTENDANCE_TEXTS.headingFull[language], { programme: facts.settings.programme }),
      counted,
    ],
    columns: [{ label: ATTENDANCE_TEXTS.due[language], kind: 'integer', width: 64 }],
    rows,
  });
}

export function absentSheet(facts: AttendanceReportFacts, records: Records): ReportSheet {
  const { language } = facts.settings;
  const absences = absentWithoutLeave(records);
  const times = absences.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const due = new Map(
    dueSessions(records).map(({ person, sessions }) => [person.id, sessions.length]),
  );
  const rows = absences.map(({ sessions }) => [
    ...personOf(sessions, language),
    due.get(idOf(sessions)) ?? 0,
    sessions.length,
    listOf(sessions, language),
  ]);
  return listSheet(facts, {
    title: 'absentWithoutLeave',
    lines: [
      fill(ATTENDANCE_TEXTS.headingAbsent[language], { programme: facts.settings.programme }),
      fill(ATTENDANCE_TEXTS.absentCounted[language], { count: absences.length, times }),
      ...unclearLine(records, language),
    ],
    columns: [
      { label: ATTENDANCE_TEXTS.due[language], kind: 'integer', width: 64 },
      { label: ATTENDANCE_TEXTS.timesAbsent[language], kind: 'integer', width: 80 },
      { label: ATTENDANCE_TEXTS.missedSessions[language], kind: 'text', width: 420 },
    ],
    rows,
  });
}

/** One row for each run of absences that is as long as the setting says. The records begin where runs are counted from. */
export function streakSheet(facts: AttendanceReportFacts, records: Records): ReportSheet {
  const { language, absencesInARow: least } = facts.settings;
  const streaks = streaksInto(facts.period.from, records, least);
  const rows = streaks.map(({ sessions, isOpen }) => [
    ...personOf(sessions, language),
    sessions.length,
    dayCell(sessions[0]),
    dayCell(sessions.at(-1)),
    ATTENDANCE_TEXTS[isOpen ? 'yes' : 'no'][language],
    listOf(sessions, language),
  ]);
  const longer = streaks.filter(({ sessions }) => sessions.length > least).length;
  const { from } = streakPeriod(facts.period);
  const counts = { from, least, count: streaks.length - longer, more: least + 1, longer };
  return listSheet(facts, {
    title: 'inARow',
    lines: [
      fill(ATTENDANCE_TEXTS.headingInARow[language], { programme: facts.settings.programme }),
      fill(ATTENDANCE_TEXTS.inARowCounted[language], counts),
    ],
    columns: [
      { label: ATTENDANCE_TEXTS.timesInARow[language], kind: 'integer', width: 80 },
      { label: ATTENDANCE_TEXTS.firstMissed[language], kind: 'day', width: 100 },
      { label: ATTENDANCE_TEXTS.lastMissed[language], kind: 'day', width: 100 },
      { label: ATTENDANCE_TEXTS.notSeenSince[language], kind: 'text', width: 80 },
      { label: ATTENDANCE_TEXTS.missedSessions[language], kind: 'text', width: 420 },
    ],
    rows,
    identity: [1, 2, 6], // name, unit, first missed
  });
}

interface List {
  readonly title: 'fullAttendance' | 'absentWithoutLeave' | 'inARow';
  readonly lines: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** When a person may have several rows. */
  readonly identity?: readonly number[];
}

function listSheet(
  facts: AttendanceReportFacts,
  { title, lines, columns, rows, identity }: List,
): ReportSheet {
  const { language } = facts.settings;
  return {
    title: ATTENDANCE_TEXTS[title][language],
    color: '#188038',
    heading: listHeading(lines, facts),
    columns: [...personColumns(language), ...columns],
    rows: rows.map((cells, index) => [index + 1, ...cells]),
    boldRows: [],
    charts: [],
    ...PERSON_IN_VIEW,
    ...(identity && { identity }),
  };
}

/** Where the person belonged at the newest of these sessions: that is whose absence it is. */
function personOf(sessions: readonly SessionAttendance[], language: Language): Cell[] {
  const person = sessions.at(-1)?.person;
  return person ? personCells(person, language) : [];
}

const idOf = (sessions: readonly SessionAttendance[]): string => sessions[0]?.person.id ?? '';

/** More names than these do not fit a line anybody reads. */
const NAMES_SHOWN = 20;

function unclearLine(records: Records, language: Language): string[] {
  const marks = unclearAttendance(records).flatMap(({ sessions }) => sessions);
  if (marks.length === 0) return [];
  const names = marks.slice(0, NAMES_SHOWN).map(({ person, session, status }) =>
    fill(ATTENDANCE_TEXTS.unclearMark[language], {
      name: person.name,
      date: session.date,
      mark: status?.label ?? ATTENDANCE_TEXTS.unclear[language],
    }),
  );
  const more =
    marks.length > NAMES_SHOWN
      ? fill(ATTENDANCE_TEXTS.andMore[language], { count: marks.length })
      : '';
  const listed = names.join(language === 'en' ? ', ' : '、') + more;
  return [fill(ATTENDANCE_TEXTS.absentUnclear[language], { times: marks.length, names: listed })];
}

const dayCell = (attended: SessionAttendance | undefined): Cell =>
  attended ? dayToSerial(attended.session.date) : null;

function listOf(sessions: readonly SessionAttendance[], language: Language): string {
  return sessions
    .map(({ session: { date, title } }) => (title ? `${date} ${title}` : date))
    .join(language === 'en' ? '; ' : '；');
}
