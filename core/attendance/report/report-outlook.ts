// What can still be reached over the whole programme: the last columns of the reports by person and by unit.
import type { Cell } from '../../workbook/table';
import type { PersonLine } from '../attendance-book';
import { NO_BASIS, outlookOf } from '../rate';
import {
  creditsKind,
  percentCell,
  percentColumn,
  rateSentence,
  sessionsCell,
  type ReportColumn,
  type ReportContext,
} from './report-columns';
import { WORDS } from './report-words';
import { ratesOf } from '../tally';

/** The rates of the whole programme, each beside the exact counts that are compared with the target. */
export function outlookColumns({ language, statuses }: ReportContext): ReportColumn[] {
  const count = (label: string): ReportColumn => ({
    label,
    kind: creditsKind(statuses),
    width: 80,
  });
  return [
    count(WORDS.wholeCounted[language]),
    count(WORDS.wholeAttended[language]),
    percentColumn(WORDS.secured[language]),
    count(WORDS.bestAttended[language]),
    percentColumn(WORDS.best[language]),
    { label: WORDS.absencesLeft[language], kind: 'integer', width: 110 },
  ];
}

/** Sessions without a clear mark may still turn out attended, so they are open like the planned ones. */
export function outlookCells(
  { toDate, planned }: Pick<PersonLine, 'toDate' | 'planned'>,
  { statuses, target, language }: ReportContext,
): Cell[] {
  const open = planned + toDate.notRecorded + toDate.unclear;
  const { secured, best, absencesLeft } = outlookOf(ratesOf(toDate, statuses).a, open, target);
  const none = best.denominator === 0 ? NO_BASIS : rateSentence(WORDS.outOfReach, best, language);
  return [
    sessionsCell(best.denominator),
    sessionsCell(secured.numerator),
    percentCell(secured),
    sessionsCell(best.numerator),
    percentCell(best),
    absencesLeft ?? none,
  ];
}
