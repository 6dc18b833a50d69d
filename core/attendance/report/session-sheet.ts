import { dayToSerial } from '../../calendar/day';
import { fill, type Language } from '../../text/language';
import type { ReportChart, ReportSheet } from '../../workbook/write/change';
import type { Cell } from '../../workbook/table';
import type { SessionLine } from '../attendance-counts';
import type { Attendance } from '../count-attendance';
import {
  contextOf,
  ratePositions,
  tallyCells,
  tallyColumns,
  type ReportColumn,
  type ReportContext,
} from './report-columns';
import { reportHeading, type AttendanceReportFacts } from './report-heading';
import { ATTENDANCE_TEXTS } from './report.texts';

/** Columns before the numbers: number, date, title. */
const LEADING = 3;
const LABELS = 1;
/** More names than these do not fit a cell anybody reads. */
const NAMES_SHOWN = 20;

/** One row per held session with a line chart of both rates; the months below the sum. */
export function sessionSheet(facts: AttendanceReportFacts): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const numbers = tallyColumns(context);
  const sessions = attendance.sessions.map((line) => sessionCells(line, context));
  const months = attendance.months.map(({ key, tally }) => [
    null,
    key,
    null,
    ...tallyCells(tally, context),
  ]);
  const total = [
    ATTENDANCE_TEXTS.total[language],
    null,
    null,
    ...tallyCells(attendance.overall, context),
  ];
  const header = [
    null,
    ATTENDANCE_TEXTS.month[language],
    null,
    ...numbers.map(({ label }) => label),
  ];
  return {
    title: ATTENDANCE_TEXTS.bySession[language],
    color: '#188038',
    heading: reportHeading(ATTENDANCE_TEXTS.headingSession, facts),
    columns: [
      ...leadingColumns(language),
      ...numbers,
      { label: ATTENDANCE_TEXTS.whoIsOpen[language], kind: 'text', width: 260 },
    ],
    rows: [...sessions, total, [], header, ...months],
    boldRows: [sessions.length, sessions.length + 2],
    charts: lineCharts(attendance, context),
    ...{ identity: [0, 1], frozenColumns: 2 },
  };
}

function leadingColumns(language: Language): ReportColumn[] {
  return [
    { label: ATTENDANCE_TEXTS.number[language], kind: 'text', width: 60 },
    { label: ATTENDANCE_TEXTS.date[language], kind: 'day', width: 100 },
    { label: ATTENDANCE_TEXTS.title[language], kind: 'text', width: 240 },
  ];
}

function sessionCells(line: SessionLine, context: ReportContext): Cell[] {
  const { session, tally } = line;
  return [
    session.number ?? null,
    dayToSerial(session.date),
    session.title ?? null,
    ...tallyCells(tally, context),
    namesCell(line, context.language),
  ];
}

function namesCell({ notRecorded, unclear }: SessionLine, language: Language): Cell {
  const people = [...notRecorded, ...unclear];
  const names = people.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const list = names.join(language === 'en' ? ', ' : '、');
  if (people.length === 0) return null;
  return people.length <= NAMES_SHOWN
    ? list
    : list + fill(ATTENDANCE_TEXTS.andMore[language], { count: people.length });
}

/** A line needs two points; the months' header row names their series. */
function lineCharts({ sessions, months }: Attendance, context: ReportContext): ReportChart[] {
  const [a, b] = ratePositions(context);
  const line = { type: 'LINE', labels: LABELS, series: [LEADING + a, LEADING + b] } as const;
  const afterHeader = sessions.length + 3; // sum, blank row, header
  return [
    {
      title: ATTENDANCE_TEXTS.chartSessions[context.language],
      ...line,
      firstRow: 0,
      rowCount: sessions.length,
    },
    {
      title: ATTENDANCE_TEXTS.chartMonths[context.language],
      ...line,
      firstRow: afterHeader,
      rowCount: months.length,
    },
  ].filter(({ rowCount }) => rowCount > 1);
}
