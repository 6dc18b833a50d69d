// A roster plan as the writes that carry it out: rows that change, rows that are added, and what the log says of both.
import type { RowOf } from '../model/book';
import { fill, type Language } from '../text/language';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import type { Snapshot } from '../workbook/snapshot';
import { ROSTER } from '../workbook/tabs/people';
import { IMPORT_TEXTS } from './import.texts';
import type { MemberValues } from './decide-person';
import type { CellChange, RosterPlan } from './plan-roster';
import { shownCell, shownValue } from './source-values';

export interface ImportLog {
  /** The file or the tab. */
  readonly source: string;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  readonly language: Language;
}

export function rosterWrites(
  snapshot: Snapshot,
  plan: RosterPlan,
  log: ImportLog,
): WorkbookChange[] {
  const { language } = log;
  const { added, changed, moved } = plan;
  const leaving = plan.leaving.filter(({ isChosen }) => isChosen);
  const update = (row: number, values: MemberValues): WorkbookChange[] =>
    updateRow(snapshot, 'roster', { row, values, language });
  const rows = [...added, ...moved].map(({ values }) => values);
  if (rows.length + changed.length + leaving.length === 0) return [];
  return [
    ...changed.flatMap(({ person, cells }) => update(person.row.row, valuesOf(cells))),
    ...moved.flatMap(({ person, lastDay }) =>
      lastDay === null ? [] : update(person.row.row, { to: lastDay }),
    ),
    ...leaving.flatMap(({ person, lastDay }) => update(person.row.row, { to: lastDay })),
    ...appendRows(snapshot, 'roster', { rows, language }),
    ...appendRows(snapshot, 'log', { rows: logLines({ ...plan, leaving }, log), language }),
  ];
}

function valuesOf(cells: readonly CellChange[]): MemberValues {
  const values = Object.fromEntries(cells.map(({ key, after }) => [key, after]));
  return values; // each value belongs to its key
}

type LogLine = Partial<RowOf<'log'>>;

function logLines(
  { added, changed, moved, leaving }: RosterPlan,
  { source, who, at, language }: ImportLog,
): LogLine[] {
  const line = (action: keyof typeof IMPORT_TEXTS, more: LogLine): LogLine => ({
    at,
    who,
    action: IMPORT_TEXTS[action][language],
    ...more,
  });
  const counts = {
    added: added.length,
    changed: changed.length,
    moved: moved.length,
    left: leaving.length,
  };
  const named = ({ id, name }: { id?: string | null; name?: string | null }): string =>
    `${id ?? ''} ${name ?? ''}`.trim();
  return [
    ...changed.map(({ person, cells }) =>
      line('logMember', {
        target: named(person.row.cells),
        before: cells.map((cell) => beforeOf(cell, language)).join('；'),
        after: cells.map((cell) => afterOf(cell, language)).join('；'),
        reason: source,
      }),
    ),
    ...moved.map(({ person, values, lastDay }) =>
      line('logMove', {
        target: named(person.row.cells),
        before: fill(IMPORT_TEXTS.until[language], {
          unit: person.row.cells.unit ?? '',
          day: lastDay ?? person.row.cells.to ?? '',
        }),
        after: fill(IMPORT_TEXTS.since[language], {
          unit: values.unit ?? '',
          day: values.from ?? '',
        }),
        reason: source,
      }),
    ),
    ...leaving.map(({ person, lastDay }) =>
      line('logLast', { target: named(person.row.cells), after: lastDay, reason: source }),
    ),
    line('logRoster', { target: source, after: fill(IMPORT_TEXTS.counted[language], counts) }),
  ];
}

const beforeOf = ({ key, before }: CellChange, language: Language): string =>
  `${ROSTER.columns[key].label[language]} ${shownCell(ROSTER.columns[key], before, language)}`;

const afterOf = ({ key, after }: CellChange, language: Language): string =>
  `${ROSTER.columns[key].label[language]} ${shownValue(ROSTER.columns[key], after, language)}`;
