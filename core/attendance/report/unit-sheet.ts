import {
  cellsOf,
  columnsLabelled,
  headerCells,
  reportSheet,
  withTotals,
} from '../../report/report-table';
import { fill } from '../../text/language';
import type { ReportSheet } from '../../workbook/write/change';
import { ROSTER } from '../../workbook/tabs/people';
import type { GroupLine } from '../attendance-counts';
import type { Period } from '../../calendar/calendar-period';
import { contextOf, formatTarget, tallyColumns } from './report-columns';
import { recordedSessions, reportHeading, type AttendanceReportFacts } from './report-heading';
import { projectionColumns } from './report-projection';
import { ATTENDANCE_TEXTS } from './report.texts';

/** One row per unit in official order, the categories below the sum; a bar chart of both rates for each. */
export function unitSheet(facts: AttendanceReportFacts, programme: Period): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const column = columnsLabelled(ATTENDANCE_TEXTS, language);
  const numbers = [...tallyColumns(context), ...projectionColumns(context)];
  const overall = { ...attendance.whole, tally: attendance.overall };
  const bar = { type: 'BAR', labels: 'unit', series: ['rateA', 'rateB'] } as const;
  return reportSheet({
    title: ATTENDANCE_TEXTS.byUnit[language],
    color: '#188038',
    heading: [
      ...reportHeading(ATTENDANCE_TEXTS.headingUnit, facts),
      fill(ATTENDANCE_TEXTS.outlook[language], {
        ...programme,
        target: formatTarget(context.target),
      }),
    ],
    columns: [
      column('order', { kind: 'integer', width: 50, cell: (_, index) => index + 1 }),
      column('unit', {
        kind: 'text',
        width: 200,
        cell: ({ key }: GroupLine<string>) => key,
        total: ATTENDANCE_TEXTS.total[language],
      }),
      ...withTotals(numbers, overall),
    ],
    lines: attendance.units,
    second: {
      header: { unit: ATTENDANCE_TEXTS.category[language], ...headerCells(numbers) },
      rows: attendance.categories.map((line) => ({
        unit: ROSTER.columns.category.choices[line.key][language],
        ...cellsOf(numbers, line),
      })),
    },
    // At the start of a year everybody is listed and nobody has a rate yet.
    charts:
      recordedSessions(attendance) === 0
        ? []
        : [
            { title: ATTENDANCE_TEXTS.chartUnits[language], rows: 'lines', ...bar },
            { title: ATTENDANCE_TEXTS.chartCategories[language], rows: 'second', ...bar },
          ],
    identity: ['unit'],
    frozenThrough: 'unit',
  });
}
