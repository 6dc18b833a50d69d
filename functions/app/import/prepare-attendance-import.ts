// An export of attendance, the workbook and what the clerk chose → what the import changes, and a fingerprint of it.
import { dayOrderOf } from '#core/calendar/day-order';
import { yearOf } from '#core/calendar/day';
import { toInstant, toLocalTime } from '#core/calendar/zone';
import type { ImportRowsRequest } from '#core/contract/import-rows';
import { ATTENDANCE_NEEDED, ATTENDANCE_SOURCE } from '#core/import/attendance/attendance-columns';
import { planAttendance, type AttendancePlan } from '#core/import/attendance/plan-attendance';
import { replacedBy } from '#core/import/file-conflicts';
import { missingColumns, type SourceTable } from '#core/import/read-source';
import { valueReader } from '#core/import/source-values';
import { statusWords } from '#core/model/attendance-rows';
import { readBook, type Book } from '#core/model/book';
import { findSession, toTimedSession, type TimedSession } from '#core/model/session';
import type { Column } from '#core/workbook/column';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { fingerprintOf } from '../runtime/fingerprint';
import { checkTabs } from '../runtime/use-case';
import type { OpenedSource } from './import-source';
import { sourceTable } from './source-table';

type AttendanceRequest = Extract<
  ImportRowsRequest,
  { action: 'preview' | 'apply'; kind: 'attendance' }
>;

export interface AttendancePreparation {
  readonly book: Book;
  readonly table: SourceTable;
  readonly plan: AttendancePlan;
  readonly missing: readonly Column[];
  /** The sign-in is closed, and the clerk has not said that the records go into it all the same. */
  readonly isClosed: boolean;
  readonly open: number;
  readonly fingerprint: string;
}

/** Throws `AppError` tabMissing, columnMissing, noPresent, importNoSession or importTooEarly. */
export function prepareAttendanceImport(
  request: AttendanceRequest,
  source: OpenedSource,
  at: { readonly snapshot: Snapshot; readonly settings: Settings; readonly now: Date },
): AttendancePreparation {
  const { snapshot, settings, now } = at;
  checkTabs({ required: ['schedule', 'attendance'], exact: ['attendance'] }, snapshot);
  const today = toLocalTime(now, settings.timeZone).day;
  const { book } = readBook(snapshot.tables, today);
  if (statusWords(book).labelOf('present') === null) throw new AppError('noPresent');
  const session = sessionOf(book, request.sessionId, now);
  const table = sourceTable(book, source, {
    kind: 'attendance',
    declared: ATTENDANCE_SOURCE,
    needed: [],
    columns: request.columns,
  });
  const dayOrder = dayOrderOf(snapshot.locale);
  const ends = toInstant({ day: session.date, time: session.end }, settings.timeZone);
  const plan = planAttendance(book, table, {
    choices: {
      session,
      people: new Map(request.people?.map((answer) => [answer.row, answer])),
      byFile: new Set(request.byFile),
    },
    context: {
      readValue: valueReader({ year: yearOf(session.date), dayOrder, isEnd: false }),
      dayOrder,
      isOver: now >= ends,
    },
  });
  const missing = missingColumns(table, ATTENDANCE_SOURCE, ATTENDANCE_NEEDED);
  const isClosed = session.state === 'held' && request.intoClosed !== true;
  return {
    book,
    table,
    plan,
    missing,
    isClosed,
    open: missing.length + (isClosed ? 1 : 0),
    fingerprint: attendanceFingerprint(snapshot.spreadsheetId, source.name, plan),
  };
}

function sessionOf(book: Book, sessionId: string, now: Date): TimedSession {
  const { schedule } = book.entries;
  const found = findSession(schedule, { purpose: 'closeSignIn', sessionId, today: book.today });
  const session = found && toTimedSession(found);
  if (!session || session.state === 'cancelled')
    throw new AppError('importNoSession', { facts: { id: sessionId } });
  const { date, start } = session;
  if (now < toInstant({ day: date, time: start }, book.settings.timeZone))
    throw new AppError('importTooEarly', { facts: { date, time: start } });
  return session;
}

/** Of what would be written, not of where: rows may move between preview and writing. */
function attendanceFingerprint(
  spreadsheetId: string,
  source: string,
  plan: AttendancePlan,
): string {
  return fingerprintOf([
    spreadsheetId,
    source,
    plan.session.id,
    plan.added.map(({ person, mark }) => [person.id, mark]),
    replacedBy(plan).map(({ person, known, mark }) => [person.id, known, mark]),
  ]);
}
