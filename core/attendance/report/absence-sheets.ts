// Three lists beside the rates: full attendance, absent without leave, absent several times in a row.
import { dayToSerial } from '../../calendar/day';
import { fill, type Language } from '../../text/language';
import type { ReportSheet } from '../../workbook/write/change';
import type { Cell } from '../../workbook/table';
import {
  absentWithoutLeave,
  dueSessions,
  fullAttendance,
  runsFrom,
  streaksInto,
  unclearAttendance,
} from '../absences';
import type { Attended, PersonRecord } from '../person-record';
import { PERSON_IN_VIEW, personCells, personColumns } from './person-columns';
import type { ReportColumn } from './report-columns';
import { listHeading, type ReportFacts } from './report-heading';
import { WORDS } from './report-words';

type Records = readonly PersonRecord[];

export function fullAttendanceSheet(facts: ReportFacts, records: Records): ReportSheet {
  const { language } = facts.settings;
  const people = fullAttendance(records);
  const rows = people.map(({ person, sessions }) => [
    ...personCells(person, language),
    sessions.length,
  ]);
  const counted = fill(WORDS.fullCounted[language], {
    count: people.length,
    people: dueSessions(records).length,
  });
  return listSheet(facts, {
    title: 'fullAttendance',
    lines: [fill(WORDS.headingFull[language], { programme: facts.settings.programme }), counted],
    columns: [{ label: WORDS.due[language], kind: 'integer', width: 64 }],
    rows,
  });
}

export function absentSheet(facts: ReportFacts, records: Records): ReportSheet {
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
      fill(WORDS.headingAbsent[language], { programme: facts.settings.programme }),
      fill(WORDS.absentCounted[language], { count: absences.length, times }),
      ...unclearLine(records, language),
    ],
    columns: [
      { label: WORDS.due[language], kind: 'integer', width: 64 },
      { label: WORDS.timesAbsent[language], kind: 'integer', width: 80 },
      { label: WORDS.missedSessions[language], kind: 'text', width: 420 },
    ],
    rows,
  });
}

/** One row for each run of absences that is as long as the setting says. The records begin where runs are counted from. */
export function streakSheet(facts: ReportFacts, records: Records): ReportSheet {
  const { language, absencesInARow: least } = facts.settings;
  const streaks = streaksInto(facts.period.from, records, least);
  const rows = streaks.map(({ sessions, isOpen }) => [
    ...personOf(sessions, language),
    sessions.length,
    dayCell(sessions[0]),
    dayCell(sessions.at(-1)),
    WORDS[isOpen ? 'yes' : 'no'][language],
    listOf(sessions, language),
  ]);
  const longer = streaks.filter(({ sessions }) => sessions.length > least).length;
  const { from } = runsFrom(facts.period);
  const counts = { from, least, count: streaks.length - longer, more: least + 1, longer };
  return listSheet(facts, {
    title: 'inARow',
    lines: [
      fill(WORDS.headingInARow[language], { programme: facts.settings.programme }),
      fill(WORDS.inARowCounted[language], counts),
    ],
    columns: [
      { label: WORDS.timesInARow[language], kind: 'integer', width: 80 },
      { label: WORDS.firstMissed[language], kind: 'day', width: 100 },
      { label: WORDS.lastMissed[language], kind: 'day', width: 100 },
      { label: WORDS.notSeenSince[language], kind: 'text', width: 80 },
      { label: WORDS.missedSessions[language], kind: 'text', width: 420 },
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
  facts: ReportFacts,
  { title, lines, columns, rows, identity }: List,
): ReportSheet {
  const { language } = facts.settings;
  return {
    title: WORDS[title][language],
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
function personOf(sessions: readonly Attended[], language: Language): Cell[] {
  const person = sessions.at(-1)?.person;
  return person ? personCells(person, language) : [];
}

const idOf = (sessions: readonly Attended[]): string => sessions[0]?.person.id ?? '';

/** More names than these do not fit a line anybody reads. */
const NAMES_SHOWN = 20;

function unclearLine(records: Records, language: Language): string[] {
  const marks = unclearAttendance(records).flatMap(({ sessions }) => sessions);
  if (marks.length === 0) return [];
  const names = marks.slice(0, NAMES_SHOWN).map(({ person, session, status }) =>
    fill(WORDS.unclearMark[language], {
      name: person.name,
      date: session.date,
      mark: status?.label ?? WORDS.unclear[language],
    }),
  );
  const more =
    marks.length > NAMES_SHOWN ? fill(WORDS.andMore[language], { count: marks.length }) : '';
  const listed = names.join(language === 'en' ? ', ' : '、') + more;
  return [fill(WORDS.absentUnclear[language], { times: marks.length, names: listed })];
}

const dayCell = (attended: Attended | undefined): Cell =>
  attended ? dayToSerial(attended.session.date) : null;

function listOf(sessions: readonly Attended[], language: Language): string {
  return sessions
    .map(({ session: { date, title } }) => (title ? `${date} ${title}` : date))
    .join(language === 'en' ? '; ' : '；');
}
