// What can still be reached over the whole programme: the last columns of the reports by person and by unit.
import type { Cell } from '../workbook/table';
import type { PersonLine } from './attendance-book';
import { NO_BASIS, outlookOf } from './rate';
import {
  percentCell,
  percentColumn,
  type ReportColumn,
  type ReportContext,
} from './report-columns';
import { WORDS } from './report-words';
import { ratesOf } from './tally';

export function outlookColumns({ language }: ReportContext): ReportColumn[] {
  return [
    percentColumn(WORDS.secured[language]),
    percentColumn(WORDS.best[language]),
    { label: WORDS.absencesLeft[language], kind: 'integer', width: 80 },
  ];
}

/** Sessions without a clear mark may still turn out attended, so they are open like the planned ones. */
export function outlookCells(
  { toDate, planned }: Pick<PersonLine, 'toDate' | 'planned'>,
  context: ReportContext,
): Cell[] {
  const open = planned + toDate.notRecorded + toDate.unclear;
  const { secured, best, absencesLeft } = outlookOf(
    ratesOf(toDate, context.statuses).a,
    open,
    context.target,
  );
  const none = best.denominator === 0 ? NO_BASIS : WORDS.outOfReach[context.language];
  return [percentCell(secured), percentCell(best), absencesLeft ?? none];
}
