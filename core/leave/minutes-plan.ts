// What leave for a part of a session does to the minutes beside the mark, and how they are restored. Minutes that a clerk entered stay.
import type { AttendanceRow } from '../model/attendance-rows';
import type { MarkChange, MarkPlan } from './mark-plan';
import type { MinutesMemory } from '../model/mark-memory';

export interface MinutesPlan {
  readonly mark: MarkPlan;
  readonly memory: MinutesMemory | null;
}

/** Minutes of leave, added up over all that a person has for the session. */
export interface MinutesOfLeave {
  readonly total: number;
  /** Of the leave that is being approved; 0: none is. */
  readonly approved: number;
  /** Of the leave that is being ended; 0: none is. */
  readonly ended: number;
  readonly memory: MinutesMemory | null;
}

export function planMinutes(leave: MinutesOfLeave, rows: readonly AttendanceRow[]): MinutesPlan {
  return leave.total > 0 ? enter(leave, rows) : restoreMinutes(leave, rows);
}

const NONE: MarkPlan = { kind: 'none' };

function enter(leave: MinutesOfLeave, rows: readonly AttendanceRow[]): MinutesPlan {
  const { total } = leave;
  const [first] = rows;
  const memory = leave.memory ?? found(leave, first?.minutesMissed ?? null);
  if (memory !== null && memory.before > 0) return { mark: NONE, memory };
  const ours = rows.filter(
    ({ minutesMissed }) => minutesMissed === null || minutesMissed === memory?.written,
  );
  const written = { before: 0, written: total };
  if (ours.length === 0) return { mark: NONE, memory };
  if (ours.every(({ minutesMissed }) => minutesMissed === total))
    return { mark: NONE, memory: written };
  return { mark: minutesChange(ours, total), memory: written };
}

/** Where nothing is remembered, the minutes are either the other leave's, entered with the sign-in sheet, or a clerk's own. */
function found({ total, approved }: MinutesOfLeave, current: number | null): MinutesMemory | null {
  if (current === null || current === 0 || approved === 0) return null;
  const isOfOthers = current === total - approved;
  return { before: isOfOthers ? 0 : current, written: current };
}

function restoreMinutes(
  { memory, ended }: MinutesOfLeave,
  rows: readonly AttendanceRow[],
): MinutesPlan {
  const written = memory === null ? ended : memory.written;
  const isClerks = memory !== null && memory.before > 0;
  const ours = rows.filter(({ minutesMissed }) => minutesMissed === written);
  const isNothing = written === 0 || isClerks || ours.length === 0;
  return { mark: isNothing ? NONE : minutesChange(ours, null), memory: null };
}

function minutesChange(rows: readonly AttendanceRow[], to: number | null): MarkChange {
  const shown = (minutes: number | null): string => (minutes === null ? '' : `${minutes}′`);
  return {
    kind: 'change',
    rows: rows.map(({ row }) => row),
    values: { minutesMissed: to },
    before: shown(rows[0]?.minutesMissed ?? null),
    after: shown(to),
    markBefore: null,
  };
}
