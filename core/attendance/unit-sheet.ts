import { fill } from '../text/language';
import type { ReportSheet } from '../workbook/change';
import { ROSTER } from '../workbook/tabs/people';
import type { Period } from './count-attendance';
import { contextOf, formatTarget, ratePositions, tallyCells, tallyColumns } from './report-columns';
import { reportHeading, type ReportFacts } from './report-heading';
import { outlookCells, outlookColumns } from './report-outlook';
import { WORDS } from './report-words';

/** Columns before the numbers. */
const LEADING = 2;

/** One row per unit in official order with a bar chart of both rates; the categories below the sum. */
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
  const total = [null, WORDS.total[language], ...tallyCells(attendance.overall, context)];
  const header = [null, WORDS.category[language], ...numbers.map(({ label }) => label)];
  const [a, b] = ratePositions(context);
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
    charts:
      units.length === 0
        ? []
        : [
            {
              title: WORDS.chartUnits[language],
              type: 'BAR',
              labels: 1,
              series: [LEADING + a, LEADING + b],
              firstRow: 0,
              rowCount: units.length,
            },
          ],
  };
}
