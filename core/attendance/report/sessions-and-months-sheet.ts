import { joined } from '../../text/listed';
import { dayToSerial } from '../../calendar/day';
import {
  cellsOf,
  columnsLabelled,
  headerCells,
  reportSheet,
  withTotals,
} from '../../report/report-table';
import { fill, type Language } from '../../text/language';
import type { ReportSheet } from '../../workbook/write/change';
import type { Cell } from '../../workbook/table';
import type { SessionLine } from '../attendance-counts';
import { contextOf, tallyColumns } from './report-columns';
import { reportHeading, type AttendanceReportFacts } from './report-heading';
import { ATTENDANCE_TEXTS } from './report.texts';

/** More names than these do not fit a cell anybody reads. */
const NAMES_SHOWN = 20;

/** One row per held session with a line chart of both rates; the months below the sum. */
export function sessionSheet(facts: AttendanceReportFacts): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const column = columnsLabelled(ATTENDANCE_TEXTS, language);
  const numbers = tallyColumns(context);
  const line = { type: 'LINE', labels: 'date', series: ['rateA', 'rateB'] } as const;
  return reportSheet({
    title: ATTENDANCE_TEXTS.bySession[language],
    color: '#188038',
    heading: reportHeading(ATTENDANCE_TEXTS.headingSession, facts),
    columns: [
      column('number', {
        kind: 'text',
        width: 60,
        cell: ({ session }: SessionLine) => session.number ?? null,
        total: ATTENDANCE_TEXTS.total[language],
      }),
      column('date', {
        kind: 'day',
        width: 100,
        cell: ({ session }: SessionLine) => dayToSerial(session.date),
      }),
      column('title', {
        kind: 'text',
        width: 240,
        cell: ({ session }: SessionLine) => session.title ?? null,
      }),
      ...withTotals(numbers, { tally: attendance.overall }),
      column('whoIsOpen', {
        kind: 'text',
        width: 260,
        cell: (session: SessionLine) => namesCell(session, language),
      }),
    ],
    lines: attendance.sessions,
    second: {
      header: { date: ATTENDANCE_TEXTS.month[language], ...headerCells(numbers) },
      rows: attendance.months.map((month) => ({ date: month.key, ...cellsOf(numbers, month) })),
    },
    charts: [
      { title: ATTENDANCE_TEXTS.chartSessions[language], rows: 'lines', ...line },
      { title: ATTENDANCE_TEXTS.chartMonths[language], rows: 'second', ...line },
    ],
    identity: ['number', 'date'],
    frozenThrough: 'date',
  });
}

function namesCell({ notRecorded, unclear }: SessionLine, language: Language): Cell {
  const people = [...notRecorded, ...unclear];
  const names = people.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const list = joined(names, language);
  if (people.length === 0) return null;
  return people.length <= NAMES_SHOWN
    ? list
    : list + fill(ATTENDANCE_TEXTS.andMore[language], { count: people.length });
}
