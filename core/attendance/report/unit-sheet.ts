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
import { recordedSessions, reportHeading, type ReportFacts } from './report-heading';
import { outlookCells, outlookColumns } from './report-outlook';
import { WORDS } from './report-words';

/** Columns before the numbers. */
const LEADING = 2;

/** One row per unit in official order, the categories below the sum; a bar chart of both rates for each. */
export function unitSheet(facts: ReportFacts, programme: Period): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const numbers = [...tallyColumns(context), ...outlookColumns(context)];
  const units = attendance.units.map((line, index) => [
    index + 1,
    line.key,
    ...tallyCells(line.tally, context),
    ...outlookCells(line, context),
  ]);
  const categories = attendance.categories.map((line) => [
    null,
    ROSTER.columns.category.choices[line.key][language],
    ...tallyCells(line.tally, context),
    ...outlookCells(line, context),
  ]);
  const total = [
    ...[null, WORDS.total[language]],
    ...tallyCells(attendance.overall, context),
    ...outlookCells(attendance.whole, context),
  ];
  const header = [null, WORDS.category[language], ...numbers.map(({ label }) => label)];
  return {
    title: WORDS.byUnit[language],
    color: '#188038',
    heading: [
      ...reportHeading(WORDS.headingUnit, facts),
      fill(WORDS.outlook[language], { ...programme, target: formatTarget(context.target) }),
    ],
    columns: [
      { label: WORDS.order[language], kind: 'integer', width: 50 },
      { label: WORDS.unit[language], kind: 'text', width: 200 },
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
    { title: WORDS.chartUnits[language], ...bar, firstRow: 0, rowCount: units.length },
    {
      title: WORDS.chartCategories[language],
      ...bar,
      firstRow: units.length + 3,
      rowCount: categories.length,
    },
  ].filter(({ rowCount }) => rowCount > 0);
}
