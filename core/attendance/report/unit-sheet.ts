import { fill } from '../../text/language';
import type { ReportChart, ReportSheet } from '../../workbook/write/change';
import { ROSTER } from '../../workbook/tabs/people';
import type { Attendance, Period } from '../count-attendance';
import {
  contextOf,
  formatTarget,
  ratePositions,
  tallyCells,
  tallyColumns,
  type ReportContext,
} from './report-columns';
import { recordedSessions, reportHeading, type AttendanceReportFacts } from './report-heading';
import { projectionCells, projectionColumns } from './report-projection';
import { ATTENDANCE_TEXTS } from './report.texts';

/** Columns before the numbers. */
const LEADING = 2;

/** One row per unit in official order, the categories below the sum; a bar chart of both rates for each. */
export function unitSheet(facts: AttendanceReportFacts, programme: Period): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const numbers = [...tallyColumns(context), ...projectionColumns(context)];
  const units = attendance.units.map((line, index) => [
    index + 1,
    line.key,
    ...tallyCells(line.tally, context),
    ...projectionCells(line, context),
  ]);
  const categories = attendance.categories.map((line) => [
    null,
    ROSTER.columns.category.choices[line.key][language],
    ...tallyCells(line.tally, context),
    ...projectionCells(line, context),
  ]);
  const total = [
    ...[null, ATTENDANCE_TEXTS.total[language]],
    ...tallyCells(attendance.overall, context),
    ...projectionCells(attendance.whole, context),
  ];
  const header = [null, ATTENDANCE_TEXTS.category[language], ...numbers.map(({ label }) => label)];
  return {
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
      { label: ATTENDANCE_TEXTS.order[language], kind: 'integer', width: 50 },
      { label: ATTENDANCE_TEXTS.unit[language], kind: 'text', width: 200 },
      ...numbers,
    ],
    rows: [...units, total, [], header, ...categories],
    boldRows: [units.length, units.length + 2],
    charts: barCharts(attendance, context),
    ...{ identity: [1], frozenColumns: 2 },
  };
}

/** The categories stand below the units, their sum, a blank row and a header that names the series. */
function barCharts(attendance: Attendance, context: ReportContext): ReportChart[] {
  const { units, categories } = attendance;
  // At the start of a year everybody is listed and nobody has a rate yet.
  if (recordedSessions(attendance) === 0) return [];
  const { language } = context;
  const [a, b] = ratePositions(context);
  const bar = { type: 'BAR', labels: 1, series: [LEADING + a, LEADING + b] } as const;
  return [
    { title: ATTENDANCE_TEXTS.chartUnits[language], ...bar, firstRow: 0, rowCount: units.length },
    {
      title: ATTENDANCE_TEXTS.chartCategories[language],
      ...bar,
      firstRow: units.length + 3,
      rowCount: categories.length,
    },
  ].filter(({ rowCount }) => rowCount > 0);
}
