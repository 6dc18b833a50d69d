// Each kind of import prepared: what its preview shows, what it would write, and what is said when it is written.
import type { ImportRowsRequest, ImportRowsResponse } from '#core/contract/import-rows';
import { ATTENDANCE_SOURCE } from '#core/import/attendance/attendance-columns';
import { attendanceWrites } from '#core/import/attendance/attendance-writes';
import { replacedBy } from '#core/import/file-conflicts';
import { OTHER_HOURS_SOURCE } from '#core/import/other-hours/other-hours-columns';
import { otherHoursWrites } from '#core/import/other-hours/other-hours-writes';
import type { SourceColumn } from '#core/import/read-source';
import { rosterWrites, type ImportLog } from '#core/import/roster-writes';
import type { Book } from '#core/model/book';
import type { Language } from '#core/text/language';
import type { DeclaredColumns } from '#core/workbook/column-labels';
import type { Settings } from '#core/workbook/read/settings';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { ROSTER } from '#core/workbook/tabs/people';
import type { WorkbookChange } from '#core/workbook/write/change';
import type { OpenedSource } from './import-source';
import { prepareAttendanceImport } from './prepare-attendance-import';
import { prepareOtherHoursImport } from './prepare-other-hours-import';
import { prepareRosterImport } from './prepare-roster-import';
import { showAttendanceImport, showOtherHoursImport } from './show-records-import';
import { showRosterImport } from './show-roster-import';

export type PreparedRequest = Extract<ImportRowsRequest, { action: 'preview' | 'apply' }>;
type Preview = Extract<ImportRowsResponse, { action: 'preview' }>;
type Applied = Extract<ImportRowsResponse, { action: 'apply' }>;

export interface PreparedImport {
  readonly book: Book;
  readonly columns: readonly SourceColumn[];
  readonly declared: DeclaredColumns;
  /** Choices that only the clerk can make and has not made. */
  readonly open: number;
  readonly fingerprint: string;
  /** What was written, once it is. */
  readonly applied: Applied;
  show(language: Language): Preview;
  changes(log: ImportLog): readonly WorkbookChange[];
}

interface PreparedAt {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly now: Date;
}

export function preparedImport(
  request: PreparedRequest,
  source: OpenedSource,
  at: PreparedAt,
): PreparedImport {
  switch (request.kind) {
    case 'roster':
      return roster(request, source, at);
    case 'attendance':
      return attendance(request, source, at);
    case 'otherHours':
      return otherHours(request, source, at);
  }
}

type RequestFor<Kind> = Extract<PreparedRequest, { kind: Kind }>;

function writtenTab(snapshot: Snapshot, key: TabKey) {
  const { title, sheetId } = tableOf(snapshot, key);
  return { title, sheetId };
}

function roster(
  request: RequestFor<'roster'>,
  source: OpenedSource,
  at: PreparedAt,
): PreparedImport {
  const prepared = prepareRosterImport(request, source, at);
  const { book, plan, table, open, fingerprint } = prepared;
  return {
    book,
    columns: table.columns,
    declared: ROSTER,
    open,
    fingerprint,
    applied: {
      action: 'apply',
      kind: 'roster',
      added: plan.added.length,
      changed: plan.changed.length,
      moved: plan.moved.length,
      left: plan.leaving.filter(({ isChosen }) => isChosen).length,
      tab: writtenTab(at.snapshot, 'roster'),
    },
    show: (language) => showRosterImport(prepared, source, language),
    changes: (log) => rosterWrites(at.snapshot, plan, log),
  };
}

function attendance(
  request: RequestFor<'attendance'>,
  source: OpenedSource,
  at: PreparedAt,
): PreparedImport {
  const prepared = prepareAttendanceImport(request, source, at);
  const { book, plan, table, open, fingerprint } = prepared;
  return {
    book,
    columns: table.columns,
    declared: ATTENDANCE_SOURCE,
    open,
    fingerprint,
    applied: {
      action: 'apply',
      kind: 'attendance',
      added: plan.added.length,
      replaced: replacedBy(plan).length,
      tab: writtenTab(at.snapshot, 'attendance'),
    },
    show: (language) => showAttendanceImport(prepared, source, language),
    changes: (log) => attendanceWrites(at.snapshot, plan, log),
  };
}

function otherHours(
  request: RequestFor<'otherHours'>,
  source: OpenedSource,
  at: PreparedAt,
): PreparedImport {
  const prepared = prepareOtherHoursImport(request, source, at);
  const { book, plan, table, open, fingerprint } = prepared;
  return {
    book,
    columns: table.columns,
    declared: OTHER_HOURS_SOURCE,
    open,
    fingerprint,
    applied: {
      action: 'apply',
      kind: 'otherHours',
      added: plan.added.length,
      replaced: replacedBy(plan).length,
      tab: writtenTab(at.snapshot, 'otherHours'),
    },
    show: (language) => showOtherHoursImport(prepared, source, language),
    changes: (log) => otherHoursWrites(at.snapshot, plan, log),
  };
}
