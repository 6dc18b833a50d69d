// An export of a study platform, the workbook and what the clerk chose → what the import changes, and a fingerprint of it.
import { dayOrderOf } from '#core/calendar/day-order';
import { yearOf } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import type { ImportRowsRequest } from '#core/contract/import-rows';
import { OTHER_HOURS_SOURCE, otherHoursNeeded } from '#core/import/other-hours/other-hours-columns';
import {
  planOtherHours,
  type OtherHoursChoices,
  type OtherHoursPlan,
} from '#core/import/other-hours/plan-other-hours';
import { replacedBy } from '#core/import/file-conflicts';
import { missingColumns, type SourceTable } from '#core/import/read-source';
import { valueReader } from '#core/import/source-values';
import { readBook, type Book } from '#core/model/book';
import type { Column } from '#core/workbook/column';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { fingerprintOf } from '../runtime/fingerprint';
import { checkTabs } from '../runtime/use-case';
import type { OpenedSource } from './import-source';
import { dayOf } from './prepare-roster-import';
import { sourceTable } from './source-table';

type OtherHoursRequest = Extract<
  ImportRowsRequest,
  { action: 'preview' | 'apply'; kind: 'otherHours' }
>;

export interface OtherHoursPreparation {
  readonly book: Book;
  readonly table: SourceTable;
  readonly plan: OtherHoursPlan;
  readonly choices: OtherHoursChoices;
  readonly missing: readonly Column[];
  readonly open: number;
  readonly fingerprint: string;
}

/** Throws `AppError` tabMissing, columnMissing or badDay. */
export function prepareOtherHoursImport(
  request: OtherHoursRequest,
  source: OpenedSource,
  at: { readonly snapshot: Snapshot; readonly settings: Settings; readonly now: Date },
): OtherHoursPreparation {
  const { snapshot, settings, now } = at;
  checkTabs({ required: ['otherHours'], exact: ['otherHours'] }, snapshot);
  const today = toLocalTime(now, settings.timeZone).day;
  const { book } = readBook(snapshot.tables, today);
  const table = sourceTable(book, source, {
    kind: 'otherHours',
    declared: OTHER_HOURS_SOURCE,
    needed: [],
    columns: request.columns,
  });
  const [year, dayOrder] = [yearOf(today), dayOrderOf(snapshot.locale)];
  const day = request.day === undefined ? null : dayOf(request.day);
  const choices: OtherHoursChoices = {
    day,
    kind: request.hoursKind ?? 'online',
    people: new Map(request.people?.map((answer) => [answer.row, answer])),
    byFile: new Set(request.byFile),
  };
  const plan = planOtherHours(book, table, {
    choices,
    context: {
      readValue: valueReader({ year, dayOrder, isEnd: false }),
      year,
      dayOrder,
      timeZone: settings.timeZone,
    },
  });
  const missing = missingColumns(table, OTHER_HOURS_SOURCE, otherHoursNeeded(day));
  const fingerprint = otherHoursFingerprint(snapshot.spreadsheetId, source.name, plan);
  return { book, table, plan, choices, missing, open: missing.length, fingerprint };
}

/** Of what would be written, not of where: rows may move between preview and writing. */
function otherHoursFingerprint(
  spreadsheetId: string,
  source: string,
  plan: OtherHoursPlan,
): string {
  return fingerprintOf([
    spreadsheetId,
    source,
    plan.added.map(({ person, values }) => [person.id, values]),
    replacedBy(plan).map(({ person, entry, values }) => [person.id, entry.cells.hours, values]),
  ]);
}
