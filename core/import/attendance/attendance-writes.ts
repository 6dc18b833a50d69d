// The plan for a session's attendance as writes: new marks, marks that are replaced, and what the log says of both.
import type { RowOf } from '../../model/book';
import { fill } from '../../text/language';
import { appendRows } from '../../workbook/write/append-rows';
import type { WorkbookChange } from '../../workbook/write/change';
import { updateRow } from '../../workbook/write/update-row';
import type { Snapshot } from '../../workbook/snapshot';
import { replacedBy } from '../file-conflicts';
import type { ImportLog } from '../roster-writes';
import { ATTENDANCE_IMPORT_TEXTS } from './attendance-import.texts';
import { markWords, type AttendancePlan } from './plan-attendance';

/** The decision holds for these cells only. */
const COMPARED = ['status', 'in', 'out', 'minutesMissed'] as const;

export function attendanceWrites(
  snapshot: Snapshot,
  plan: AttendancePlan,
  log: ImportLog,
): WorkbookChange[] {
  const { language } = log;
  const replaced = replacedBy(plan);
  if (plan.added.length + replaced.length === 0) return [];
  const marked = replaced.filter(({ person }) => person.marks.length > 0);
  // On leave, and without a mark yet.
  const unmarked = replaced.filter(({ person }) => person.marks.length === 0);
  const rows = [...plan.added, ...unmarked].map(({ person, mark }) => ({
    sessionId: plan.session.id,
    memberId: person.id,
    ...mark,
  }));
  return [
    ...marked.flatMap(({ person, mark }) =>
      person.marks.flatMap(({ row }) =>
        updateRow(snapshot, 'attendance', { row, values: mark, language, dependsOn: COMPARED }),
      ),
    ),
    ...appendRows(snapshot, 'attendance', { rows, language }),
    ...appendRows(snapshot, 'log', { rows: logLines(plan, log), language }),
  ];
}

function logLines(plan: AttendancePlan, { source, who, at, language }: ImportLog) {
  const { session, added } = plan;
  const replaced = replacedBy(plan);
  const counts = { added: added.length, replaced: replaced.length };
  const lines: Partial<RowOf<'log'>>[] = replaced.map(({ person, known, mark }) => ({
    at,
    who,
    action: ATTENDANCE_IMPORT_TEXTS.logMark[language],
    target: `${session.id} ${person.id} ${person.name}`,
    before: known,
    after: markWords(mark),
    reason: source,
  }));
  return [
    ...lines,
    {
      at,
      who,
      action: ATTENDANCE_IMPORT_TEXTS.logAttendance[language],
      target: session.id,
      after: fill(ATTENDANCE_IMPORT_TEXTS.counted[language], counts),
      reason: source,
    },
  ];
}
