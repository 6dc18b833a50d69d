// What a word on the sheet is worth against the leave and the attendance that there are. The sheet lies about for hours: others have
// checked in, asked for leave or corrected a mark since it was written.
import type { ClockTime } from '../calendar/day';
import type { StatusMeaning } from '../model/status-meanings';
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
 * `holds`: it is written; `outdated`: leave that holds no longer, as if nothing stood there; `yields`: absent, but on leave: the leave is
 * the mark; `came`: on leave, but marked as attended: the mark stays; `asks`: only the clerk can tell.
 */
export type ComparisonResult = 'holds' | 'outdated' | 'yields' | 'came' | 'asks';

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
    return label === leaveLabel ? 'came' : 'asks';
  if (isPlainAbsence(meaning) && leaveLabel !== null) return 'yields';
  if (marks.length === 0 && isOutdated(word, person)) return 'outdated';
  if (marks.length === 0)
    return meaning.leave !== null && leaveLabel !== null && label !== leaveLabel ? 'asks' : 'holds';
  if (!marks.some((row) => contradicts(word, row, context))) return 'holds';
  if (context.isRepeat) return 'asks';
  if (meaning.attended || label === leaveLabel) return 'holds';
  return meaning.leave !== null || !found.every(isPlainAbsence) ? 'asks' : 'holds';
}

/** Leave of a kind for which there is only a request that was refused, withdrawn or not decided. */
function isOutdated(
  { meaning, label }: SheetWord,
  { leaveLabel, hasOtherLeave }: DuePerson,
): boolean {
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
