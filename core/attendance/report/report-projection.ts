// What can still be reached over the whole programme: the last columns of the reports by person and by unit.
import type { Cell } from '../../workbook/table';
import type { PersonLine } from '../attendance-counts';
import { NO_BASIS, projectRate } from '../rate';
import {
  creditsKind,
  percentCell,
  percentColumn,
  rateSentence,
  sessionsCell,
  type ReportColumn,
  type ReportContext,
} from './report-columns';
import { ATTENDANCE_TEXTS } from './report.texts';
import { ratesOf } from '../tally';

/** The rates of the whole programme, each beside the exact counts that are compared with the target. */
export function projectionColumns({ language, statuses }: ReportContext): ReportColumn[] {
  const count = (label: string): ReportColumn => ({
    label,
    kind: creditsKind(statuses),
    width: 80,
  });
  return [
    count(ATTENDANCE_TEXTS.wholeCounted[language]),
    count(ATTENDANCE_TEXTS.wholeAttended[language]),
    percentColumn(ATTENDANCE_TEXTS.secured[language]),
    count(ATTENDANCE_TEXTS.bestAttended[language]),
    percentColumn(ATTENDANCE_TEXTS.best[language]),
    { label: ATTENDANCE_TEXTS.absencesLeft[language], kind: 'integer', width: 110 },
  ];
}

/** Sessions without a clear mark may still turn out attended, so they are open like the planned ones. */
export function projectionCells(
  { toDate, planned }: Pick<PersonLine, 'toDate' | 'planned'>,
  { statuses, target, language }: ReportContext,
): Cell[] {
  const open = planned + toDate.notRecorded + toDate.unclear;
  const { earned, best, absencesLeft } = projectRate(ratesOf(toDate, statuses).a, open, target);
  const none =
    best.denominator === 0 ? NO_BASIS : rateSentence(ATTENDANCE_TEXTS.outOfReach, best, language);
  return [
    sessionsCell(best.denominator),
    sessionsCell(earned.numerator),
    percentCell(earned),
    sessionsCell(best.numerator),
    percentCell(best),
    absencesLeft ?? none,
  ];
}
