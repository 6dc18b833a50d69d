import { fill } from '../../text/language';
import type { ReportSheet } from '../../workbook/write/change';
import type { Period } from '../count-attendance';
import { PERSON_IN_VIEW, personCells, personColumns } from './person-columns';
import { contextOf, formatTarget, tallyCells, tallyColumns } from './report-columns';
import { reportHeading, type ReportFacts } from './report-heading';
import { outlookCells, outlookColumns } from './report-outlook';
import { WORDS } from './report-words';

/** One row per person in official order, with what can still be reached in the whole programme. */
export function personSheet(facts: ReportFacts, programme: Period): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const rows = attendance.people.map((line, index) => [
    index + 1,
    ...personCells(line.person, language),
    ...tallyCells(line.tally, context),
    ...outlookCells(line, context),
  ]);
  const total = [
    ...[null, WORDS.total[language], null, null, null],
    ...tallyCells(attendance.overall, context),
    ...outlookCells(attendance.whole, context),
  ];
  return {
    title: WORDS.byPerson[language],
    color: '#188038',
    heading: [
      ...reportHeading(WORDS.headingPerson, facts),
      fill(WORDS.outlook[language], { ...programme, target: formatTarget(context.target) }),
    ],
    columns: [...personColumns(language), ...tallyColumns(context), ...outlookColumns(context)],
    rows: [...rows, total],
    boldRows: [rows.length],
    charts: [],
    ...PERSON_IN_VIEW,
  };
}
