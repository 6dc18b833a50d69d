import { fill } from '../text/language';
import type { ReportSheet } from '../workbook/change';
import type { Cell } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import type { PersonLine } from './attendance-book';
import type { Period } from './count-attendance';
import { NO_BASIS, outlookOf } from './rate';
import {
  contextOf,
  formatTarget,
  percentCell,
  percentColumn,
  tallyCells,
  tallyColumns,
  type ReportColumn,
  type ReportContext,
} from './report-columns';
import { reportHeading, type ReportFacts } from './report-heading';
import { WORDS } from './report-words';
import { ratesOf } from './tally';

/** One row per person in official order, with what can still be reached in the whole programme. */
export function personSheet(facts: ReportFacts, programme: Period): ReportSheet {
  const { attendance, settings } = facts;
  const context = contextOf(settings, attendance.statuses);
  const { language } = context;
  const rows = attendance.people.map((line, index) => [
    index + 1,
    ...personCells(line, context),
    ...tallyCells(line.tally, context),
    ...outlookCells(line, context),
  ]);
  const total = [null, WORDS.total[language], null, null, null];
  return {
    title: WORDS.byPerson[language],
    color: '#188038',
    heading: [
      ...reportHeading(WORDS.headingPerson, facts),
      fill(WORDS.outlook[language], { ...programme, target: formatTarget(context.target) }),
    ],
    columns: [...personColumns(context), ...tallyColumns(context), ...outlookColumns(context)],
    rows: [...rows, [...total, ...tallyCells(attendance.overall, context)]],
    boldRows: [rows.length],
    charts: [],
  };
}

function personColumns({ language }: ReportContext): ReportColumn[] {
  return [
    { label: WORDS.order[language], kind: 'integer', width: 50 },
    { label: WORDS.name[language], kind: 'text', width: 90 },
    { label: WORDS.unit[language], kind: 'text', width: 180 },
    { label: WORDS.post[language], kind: 'text', width: 170 },
    { label: WORDS.category[language], kind: 'text', width: 90 },
  ];
}

function personCells({ person }: PersonLine, { language }: ReportContext): Cell[] {
  const category = ROSTER.columns.category.choices[person.category][language];
  return [person.name, person.unit, person.post ?? null, category];
}

function outlookColumns({ language }: ReportContext): ReportColumn[] {
  return [
    percentColumn(WORDS.secured[language]),
    percentColumn(WORDS.best[language]),
    { label: WORDS.absencesLeft[language], kind: 'integer', width: 80 },
  ];
}

/** Sessions without a clear mark may still turn out attended, so they are open like the planned ones. */
function outlookCells({ toDate, planned }: PersonLine, context: ReportContext): Cell[] {
  const open = planned + toDate.notRecorded + toDate.unclear;
  const { secured, best, absencesLeft } = outlookOf(
    ratesOf(toDate, context.statuses).a,
    open,
    context.target,
  );
  const none = best.denominator === 0 ? NO_BASIS : WORDS.outOfReach[context.language];
  return [percentCell(secured), percentCell(best), absencesLeft ?? none];
}
