// Three lists beside the rates: full attendance, absent without leave, absent several times in a row.
import { joined, joinedClauses } from '../../text/listed';
import { dayToSerial } from '../../calendar/day';
import { columnsLabelled, reportSheet, type ReportColumn } from '../../report/report-table';
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
  type Absences,
  type Streak,
} from '../absences';
import type { SessionAttendance, PersonRecord } from '../person-record';
import type { Person } from '../programme';
import { PERSON_IN_VIEW, personColumns } from './person-columns';
import { listHeading, type AttendanceReportFacts } from './report-heading';
import { ATTENDANCE_TEXTS } from './report.texts';

type Records = readonly PersonRecord[];

export function fullAttendanceSheet(facts: AttendanceReportFacts, records: Records): ReportSheet {
  const { language, programme } = facts.settings;
  const people = fullAttendance(records);
  const column = columnsLabelled(ATTENDANCE_TEXTS, language);
  return reportSheet({
    title: ATTENDANCE_TEXTS.fullAttendance[language],
    color: '#188038',
    heading: listHeading(
      [
        fill(ATTENDANCE_TEXTS.headingFull[language], { programme }),
        fill(ATTENDANCE_TEXTS.fullCounted[language], {
          count: people.length,
          people: dueSessions(records).length,
        }),
      ],
      facts,
    ),
    columns: [
      ...personColumns(language, ({ person }: PersonRecord) => person),
      column('due', {
        kind: 'integer',
        width: 64,
        cell: ({ sessions }: PersonRecord) => sessions.length,
      }),
    ],
    lines: people,
    ...PERSON_IN_VIEW,
  });
}

export function absentSheet(facts: AttendanceReportFacts, records: Records): ReportSheet {
  const { language, programme } = facts.settings;
  const absences = absentWithoutLeave(records);
  const times = absences.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const due = new Map(
    dueSessions(records).map(({ person, sessions }) => [person.id, sessions.length]),
  );
  const column = columnsLabelled(ATTENDANCE_TEXTS, language);
  return reportSheet({
    title: ATTENDANCE_TEXTS.absentWithoutLeave[language],
    color: '#188038',
    heading: listHeading(
      [
        fill(ATTENDANCE_TEXTS.headingAbsent[language], { programme }),
        fill(ATTENDANCE_TEXTS.absentCounted[language], { count: absences.length, times }),
        ...unclearLine(records, language),
      ],
      facts,
    ),
    columns: [
      ...personColumns(language, newestPerson),
      column('due', {
        kind: 'integer',
        width: 64,
        cell: ({ sessions }: Absences) => due.get(sessions[0]?.person.id ?? '') ?? 0,
      }),
      column('timesAbsent', {
        kind: 'integer',
        width: 80,
        cell: ({ sessions }: Absences) => sessions.length,
      }),
      column('missedSessions', {
        kind: 'text',
        width: 420,
        cell: ({ sessions }: Absences) => listOf(sessions, language),
      }),
    ],
    lines: absences,
    ...PERSON_IN_VIEW,
  });
}

/** One row for each streak of absences that is as long as the setting says. The records begin where streaks are counted from. */
export function streakSheet(facts: AttendanceReportFacts, records: Records): ReportSheet {
  const { language, programme, absencesInARow: least } = facts.settings;
  const streaks = streaksInto(facts.period.from, records, least);
  const longer = streaks.filter(({ sessions }) => sessions.length > least).length;
  const { from } = streakPeriod(facts.period);
  const counts = { from, least, count: streaks.length - longer, more: least + 1, longer };
  return reportSheet({
    title: ATTENDANCE_TEXTS.inARow[language],
    color: '#188038',
    heading: listHeading(
      [
        fill(ATTENDANCE_TEXTS.headingInARow[language], { programme }),
        fill(ATTENDANCE_TEXTS.inARowCounted[language], counts),
      ],
      facts,
    ),
    columns: [...personColumns(language, newestPerson), ...streakColumns(language)],
    lines: streaks,
    ...PERSON_IN_VIEW,
    identity: ['name', 'unit', 'firstMissed'], // a person may have several rows
  });
}

function streakColumns(language: Language): ReportColumn<Streak, keyof typeof ATTENDANCE_TEXTS>[] {
  const column = columnsLabelled(ATTENDANCE_TEXTS, language);
  const day = { kind: 'day', width: 100 } as const;
  return [
    column('timesInARow', {
      kind: 'integer',
      width: 80,
      cell: ({ sessions }) => sessions.length,
    }),
    column('firstMissed', { ...day, cell: ({ sessions }) => dayCell(sessions[0]) }),
    column('lastMissed', { ...day, cell: ({ sessions }) => dayCell(sessions.at(-1)) }),
    column('notSeenSince', {
      kind: 'text',
      width: 80,
      cell: ({ isOpen }) => ATTENDANCE_TEXTS[isOpen ? 'yes' : 'no'][language],
    }),
    column('missedSessions', {
      kind: 'text',
      width: 420,
      cell: ({ sessions }) => listOf(sessions, language),
    }),
  ];
}

/** The person as the roster has them at the newest of these sessions: there the absence belongs. */
const newestPerson = ({ sessions }: Absences): Person | undefined => sessions.at(-1)?.person;

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
  const listed = joined(names, language) + more;
  return [fill(ATTENDANCE_TEXTS.absentUnclear[language], { times: marks.length, names: listed })];
}

const dayCell = (attended: SessionAttendance | undefined): Cell =>
  attended ? dayToSerial(attended.session.date) : null;

function listOf(sessions: readonly SessionAttendance[], language: Language): string {
  return joinedClauses(
    sessions.map(({ session: { date, title } }) => (title ? `${date} ${title}` : date)),
    language,
  );
}
