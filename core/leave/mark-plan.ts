// What a decision on leave does to the attendance mark, and how the mark is restored. What a clerk changed since is not overwritten.
import type { RowOf } from '../model/book';
import { foldWord, withoutSpaces } from '../text/clean';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import { LANGUAGES, text, type Language } from '../text/language';
import type { AttendanceRow, StatusWords } from '../model/attendance-rows';

type Mark = Partial<RowOf<'attendance'>>;

/** The mark's new cells (null empties one), what the log records, and what the leave remembers of the mark before. */
export interface MarkChange {
  readonly kind: 'change';
  /** Rows to change; none: a row is added. */
  readonly rows: readonly number[];
  readonly values: { readonly [Key in keyof Mark]: Mark[Key] | null };
  readonly before: string;
  readonly after: string;
  readonly markBefore: string | null;
}

/**
 * `none`: nothing to change; `attended`: marked as attended, which leave does not undo; `unclear`: differing rows, or a word that is no
 * status; `noStatus`: the statuses tab has no word for this leave; `kept`: exempt, or changed by hand since, so it stays.
 */
export type MarkPlan =
  MarkChange | { readonly kind: 'none' | 'attended' | 'unclear' | 'noStatus' | 'kept' };

export interface LeaveMark {
  readonly kind: LeaveKind;
  /** The status before all leave, where that is known. */
  readonly markBefore: string | null;
  readonly sessionId: string;
  readonly memberId: string;
  /** Whether the attendance of the session was taken. */
  readonly isHeld: boolean;
}

export const NOT_RECORDED_WORD = text('未登记', '未登記', 'Not recorded');

const same = (left: string | null, right: string): boolean =>
  left !== null && foldWord(left) === foldWord(right);

const meansNotRecorded = (word: string): boolean =>
  LANGUAGES.some((language) => withoutSpaces(NOT_RECORDED_WORD[language]) === withoutSpaces(word));

/** The leave is in force for the whole session: the mark becomes the leave's status. */
export function applyLeave(
  leave: LeaveMark,
  rows: readonly AttendanceRow[],
  { statuses, language }: { readonly statuses: StatusWords; readonly language: Language },
): MarkPlan {
  const label = statuses.leaveLabel(leave.kind);
  if (label === null) return { kind: 'noStatus' };
  const [first, ...others] = rows;
  const notRecorded = NOT_RECORDED_WORD[language];
  if (first === undefined) {
    if (!leave.isHeld) return { kind: 'none' };
    const { sessionId, memberId } = leave;
    const values = { sessionId, memberId, status: label };
    return {
      kind: 'change',
      rows: [],
      values,
      before: notRecorded,
      after: label,
      markBefore: notRecorded,
    };
  }
  if (others.some(({ status }) => !same(status, first.status ?? ''))) return { kind: 'unclear' };
  if (same(first.status, label)) return { kind: 'none' };
  const stays = first.status === null ? null : reasonToKeep(first.status, statuses);
  if (stays !== null) return { kind: stays };
  const before = first.status ?? notRecorded;
  // Leave that takes the place of other leave, or whose kind was corrected, remembers the mark from before all leave.
  const isOfLeave = first.status !== null && statuses.meaningOf(first.status)?.leave;
  const markBefore = isOfLeave ? (leave.markBefore ?? before) : before;
  return {
    kind: 'change',
    rows: rows.map(({ row }) => row),
    values: { status: label },
    before,
    after: label,
    markBefore,
  };
}

/** Why a mark is not replaced by leave; null: it is. */
function reasonToKeep(
  status: string,
  statuses: StatusWords,
): 'attended' | 'kept' | 'unclear' | null {
  const meaning = statuses.meaningOf(status);
  if (meaning === null) return 'unclear';
  if (meaning.attended) return 'attended';
  return meaning.treatment === 'notCounted' ? 'kept' : null;
}

/** The leave is no longer in force: the mark is restored; where the one before is not known, it is not recorded. */
export function restoreMark(
  leave: LeaveMark,
  rows: readonly AttendanceRow[],
  { statuses, language }: { readonly statuses: StatusWords; readonly language: Language },
): MarkPlan {
  const label = statuses.leaveLabel(leave.kind);
  if (label === null) return leave.markBefore === null ? { kind: 'none' } : { kind: 'noStatus' };
  const isOfLeave = (status: string | null): boolean =>
    status !== null && Boolean(statuses.meaningOf(status)?.leave);
  const ours = rows.filter(
    ({ status }) => same(status, label) || (leave.markBefore !== null && isOfLeave(status)),
  );
  if (ours.length === 0)
    return { kind: rows.length > 0 && leave.markBefore !== null ? 'kept' : 'none' };
  const known = leave.markBefore;
  if (known !== null && ours.every(({ status }) => same(status, known))) return { kind: 'none' };
  const before = ours[0]?.status ?? label;
  const base = {
    kind: 'change',
    rows: ours.map(({ row }) => row),
    before,
    markBefore: null,
  } as const;
  if (known !== null && !meansNotRecorded(known))
    return { ...base, values: { status: known }, after: known };
  // With times or a remark beside it, the row stays and its blank status asks to be filled in.
  const emptied = ours.some(({ hasMore }) => hasMore)
    ? { status: null }
    : { sessionId: null, memberId: null, status: null };
  return { ...base, values: emptied, after: NOT_RECORDED_WORD[language] };
}
