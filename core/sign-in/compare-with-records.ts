// Compares a word on the sheet with the leave and the attendance on record. The sheet lies about for hours: others have
// checked in, asked for leave or corrected a mark since it was written.
import type { ClockTime } from '../calendar/day';
import type { StatusMeaning } from '../model/statuses';
import type { AttendanceRow, StatusWords } from '../model/attendance-rows';
import type { DuePerson } from '../model/due-people';
import type { SheetEntry } from './read-sheet';

export interface SheetWord {
  /** As the statuses tab has it. */
  readonly label: string;
  readonly meaning: StatusMeaning;
  readonly time: ClockTime | null;
  readonly remark: string | null;
}

/** Null when the word is no status. */
export function toSheetWord(
  typed: string,
  entry: Pick<SheetEntry, 'time' | 'remark'> | undefined,
  statuses: StatusWords,
): SheetWord | null {
  const meaning = statuses.meaningOf(typed);
  const label = meaning && statuses.labelOf(meaning.code);
  const { time = null, remark = null } = entry ?? {};
  return meaning && label ? { meaning, label, time, remark } : null;
}

/**
 * `accepted`: the word is written. `stale`: leave that is no longer in force; the cell counts as blank. `excused`: absent, but on leave; the
 * leave becomes the mark. `attended`: on leave, but marked as attended; the mark is kept. `conflict`: only the clerk can decide.
 */
export type ComparisonResult = 'accepted' | 'stale' | 'excused' | 'attended' | 'conflict';

export interface ComparisonContext {
  readonly statuses: StatusWords;
  /** The sheet was taken in before: any difference now may be somebody's correction. */
  readonly isRepeat: boolean;
}

export function compareWithRecords(
  word: SheetWord,
  person: DuePerson,
  context: ComparisonContext,
): ComparisonResult {
  const { meaning, label } = word;
  const { leaveLabel, marks } = person;
  const found = marks.flatMap(({ status }) => context.statuses.meaningOf(status ?? '') ?? []);
  if (!meaning.attended && found.some(({ attended }) => attended))
    return label === leaveLabel ? 'attended' : 'conflict';
  if (isPlainAbsence(meaning) && leaveLabel !== null) return 'excused';
  if (marks.length === 0 && isStale(word, person)) return 'stale';
  if (marks.length === 0)
    return meaning.leave !== null && leaveLabel !== null && label !== leaveLabel
      ? 'conflict'
      : 'accepted';
  if (!marks.some((row) => contradicts(word, row, context))) return 'accepted';
  if (context.isRepeat) return 'conflict';
  if (meaning.attended || label === leaveLabel) return 'accepted';
  return meaning.leave !== null || !found.every(isPlainAbsence) ? 'conflict' : 'accepted';
}

/** Leave of a kind for which there is only a request that was refused, withdrawn or not decided. */
function isStale({ meaning, label }: SheetWord, { leaveLabel, hasOtherLeave }: DuePerson): boolean {
  return meaning.leave !== null && label !== leaveLabel && hasOtherLeave;
}

const isPlainAbsence = ({ attended, leave, treatment }: StatusMeaning): boolean =>
  !attended && leave === null && treatment !== 'notCounted';

/** Blank cells contradict nothing. Before the sheet was first taken in, times and remarks are simply brought up to date. */
function contradicts(
  { meaning, time, remark }: SheetWord,
  row: AttendanceRow,
  { statuses, isRepeat }: ComparisonContext,
): boolean {
  if (row.status !== null && statuses.meaningOf(row.status)?.code !== meaning.code) return true;
  if (!isRepeat) return false;
  return isOther(time, row.in) || isOther(remark, row.remark);
}

const isOther = (here: string | null, there: string | null): boolean =>
  here !== null && there !== null && here !== there;
