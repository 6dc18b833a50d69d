import { fill } from '../../text/language';
import type { ReportSheet } from '../../workbook/write/change';
import type { Period } from '../count-attendance';
import { PERSON_IN_VIEW, personCells, personColumns } from './person-columns';
import { contextOf, formatTarget, tallyCells, tallyColumns } from './report-columns';
import { reportHeading, type AttendanceReportFacts } from './report-heading';
import { projectionCells, projectionColumns } from './report-projection';
import { ATTENDANCE_TEXTS } from './report.texts';

/** One row per person in official order, with what can still be reached in the whole programme. */
export function personSheet(facts: AttendanceReportFacts, programme: Period): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const rows = attendance.people.map((line, index) => [
    index + 1,
    ...personCells(line.person, language),
    ...tallyCells(line.tally, context),
    ...projectionCells(line, context),
  ]);
  const total = [
    ...[null, ATTENDANCE_TEXTS.total[language], null, null, null],
    ...tallyCells(attendance.overall, context),
    ...projectionCells(attendance.whole, context),
  ];
  return {
    title: ATTENDANCE_TEXTS.byPerson[language],
    color: '#188038',
    heading: [
      ...reportHeading(ATTENDANCE_TEXTS.headingPerson, facts),
      fill(ATTENDANCE_TEXTS.outlook[language], {
        ...programme,
        target: formatTarget(context.target),
      }),
    ],
    columns: [...personColumns(language), ...tallyColumns(context), ...projectionColumns(context)],
    rows: [...rows, total],
    boldRows: [rows.length],
    charts: [],
    ...PERSON_IN_VIEW,
  };
}
