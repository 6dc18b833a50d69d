import { reportSheet, withTotals } from '../../report/report-table';
import { fill } from '../../text/language';
import type { ReportSheet } from '../../workbook/write/change';
import type { PersonLine } from '../attendance-counts';
import type { Period } from '../../calendar/calendar-period';
import { PERSON_IN_VIEW, personColumns } from './person-columns';
import { contextOf, formatTarget, tallyColumns } from './report-columns';
import { reportHeading, type AttendanceReportFacts } from './report-heading';
import { projectionColumns } from './report-projection';
import { ATTENDANCE_TEXTS } from './report.texts';

/** One row per person in official order, with what can still be reached in the whole programme. */
export function personSheet(facts: AttendanceReportFacts, programme: Period): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const numbers = [...tallyColumns(context), ...projectionColumns(context)];
  const overall = { ...attendance.whole, tally: attendance.overall };
  return reportSheet({
    title: ATTENDANCE_TEXTS.byPerson[language],
    color: '#188038',
    heading: [
      ...reportHeading(ATTENDANCE_TEXTS.headingPerson, facts),
      fill(ATTENDANCE_TEXTS.outlook[language], {
        ...programme,
        target: formatTarget(context.target),
      }),
    ],
    columns: [
      ...personColumns(
        language,
        ({ person }: PersonLine) => person,
        ATTENDANCE_TEXTS.total[language],
      ),
      ...withTotals(numbers, overall),
    ],
    lines: attendance.people,
    ...PERSON_IN_VIEW,
  });
}
