// A source, the workbook and what the clerk chose → what the import changes, and a fingerprint of it.
import { dayOrderOf } from '#core/calendar/day-order';
import { isDay, yearOf, type Day } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import type { ImportRowsRequest } from '#core/contract/import-rows';
import { planRoster, ROSTER_NEEDED, type RosterPlan } from '#core/import/plan-roster';
import { missingColumns, type SourceTable } from '#core/import/read-source';
import { valueReader } from '#core/import/source-values';
import { categoryOfGroup } from '#core/import/unit-categories';
import { readBook, type Book } from '#core/model/book';
import { foldWord } from '#core/text/clean';
import type { Column } from '#core/workbook/column';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { ROSTER } from '#core/workbook/tabs/people';
import { AppError } from '../../errors';
import { fingerprintOf } from '../runtime/fingerprint';
import type { OpenedSource } from './import-source';
import { sourceTable } from './source-table';

export type RosterRequest = Extract<
  ImportRowsRequest,
  { action: 'preview' | 'apply'; kind: 'roster' }
>;

export interface RosterPreparation {
  readonly book: Book;
  readonly table: SourceTable;
  readonly plan: RosterPlan;
  /** Labels of needed columns that are not found. */
  readonly missing: readonly Column[];
  /** Choices that only the clerk can make and has not made. */
  readonly open: number;
  readonly fingerprint: string;
}

export function prepareRosterImport(
  request: RosterRequest,
  source: OpenedSource,
  at: { readonly snapshot: Snapshot; readonly settings: Settings; readonly now: Date },
): RosterPreparation {
  const { snapshot, settings, now } = at;
  const today = toLocalTime(now, settings.timeZone).day;
  const day = dayOf(request.day ?? today);
  const { book } = readBook(snapshot.tables, today);
  const table = sourceTable(book, source, {
    kind: 'roster',
    declared: ROSTER,
    needed: ['name'],
    columns: request.columns,
    namesGroup: (words) => categoryOfGroup(words) !== undefined,
  });
  const context = { year: yearOf(today), dayOrder: dayOrderOf(snapshot.locale), isEnd: false };
  const plan = planRoster(book, table, {
    readValue: valueReader(context),
    choices: {
      day,
      people: new Map(request.people?.map((answer) => [answer.row, answer])),
      categories: new Map(request.units?.map(({ unit, category }) => [foldWord(unit), category])),
      leaving: new Set(request.leaving),
      inPlace: new Set(request.inPlace),
    },
  });
  const missing = missingColumns(table, ROSTER, ROSTER_NEEDED);
  const undecided = plan.units.filter(({ category }) => category === null).length;
  return {
    book,
    table,
    plan,
    missing,
    open: missing.length + plan.questions.length + undecided,
    fingerprint: rosterFingerprint(snapshot.spreadsheetId, source.name, plan),
  };
}

/** Throws `AppError` badDay. */
export function dayOf(day: string): Day {
  if (!isDay(day)) throw new AppError('badDay', { facts: { day } });
  return day;
}

/** Of what would be written, not of where: rows may move between preview and writing. */
function rosterFingerprint(spreadsheetId: string, source: string, plan: RosterPlan): string {
  const { added, changed, moved, leaving, questions, units } = plan;
  return fingerprintOf([
    spreadsheetId,
    source,
    added.map(({ values }) => values),
    changed.map(({ person, cells }) => [person.id, cells]),
    moved.map(({ person, values, lastDay }) => [person.id, values, lastDay]),
    leaving.map(({ person, lastDay, isChosen }) => [person.id, lastDay, isChosen]),
    questions.map(({ listed }) => listed),
    units,
  ]);
}
