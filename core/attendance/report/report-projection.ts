// What can still be reached over the whole programme: the last columns of the reports by person and by unit.
import { columnsLabelled, type ReportColumn } from '../../report/report-table';
import type { Cell } from '../../workbook/table';
import type { PersonLine } from '../attendance-counts';
import { projectRate } from '../rate';
import { NO_BASIS, percentCell } from '../../report/percent-cell';
import { ratesOf } from '../tally';
import { creditsKind, rateSentence, sessionsCell, type ReportContext } from './report-columns';
import { ATTENDANCE_TEXTS } from './report.texts';

type ProjectedLine = Pick<PersonLine, 'toDate' | 'planned'>;

/** The rates of the whole programme, each beside the exact counts that are compared with the target. */
export function projectionColumns(
  context: ReportContext,
): ReportColumn<ProjectedLine, keyof typeof ATTENDANCE_TEXTS>[] {
  const column = columnsLabelled(ATTENDANCE_TEXTS, context.language);
  const credits = { kind: creditsKind(context.statuses), width: 80 };
  const percent = { kind: 'percent', width: 80 } as const;
  const of = (line: ProjectedLine) => projectionOf(line, context);
  return [
    column('wholeCounted', { ...credits, cell: (line) => sessionsCell(of(line).best.denominator) }),
    column('wholeAttended', {
      ...credits,
      cell: (line) => sessionsCell(of(line).earned.numerator),
    }),
    column('secured', { ...percent, cell: (line) => percentCell(of(line).earned) }),
    column('bestAttended', { ...credits, cell: (line) => sessionsCell(of(line).best.numerator) }),
    column('best', { ...percent, cell: (line) => percentCell(of(line).best) }),
    column('absencesLeft', {
      kind: 'integer',
      width: 110,
      cell: (line) => absencesCell(of(line), context),
    }),
  ];
}

/** Sessions without a clear mark may still turn out attended, so they are open like the planned ones. */
function projectionOf(
  { toDate, planned }: ProjectedLine,
  { statuses, target }: ReportContext,
): ReturnType<typeof projectRate> {
  const open = planned + toDate.notRecorded + toDate.unclear;
  return projectRate(ratesOf(toDate, statuses).a, open, target);
}

function absencesCell(
  { best, absencesLeft }: ReturnType<typeof projectRate>,
  { language }: ReportContext,
): Cell {
  if (absencesLeft !== null) return absencesLeft;
  if (best.denominator === 0) return NO_BASIS;
  return rateSentence(ATTENDANCE_TEXTS.outOfReach, best, language);
}
