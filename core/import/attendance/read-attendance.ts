// The rows of an export → what each says of a person's time at the session; rows that say nothing of it are listed with the reason.
import { addDays, type Day } from '../../calendar/day';
import { foldWord } from '../../text/clean';
import type { Cell } from '../../workbook/table';
import type { NamedRow } from '../possible-people';
import type { SourceRow, SourceTable } from '../read-source';
import { filledCell, type ReadValue } from '../source-values';
import { ATTENDANCE_SOURCE, type AttendanceColumn } from './attendance-columns';
import { completed, touches, type RowTimes, type Span } from './attended-time';
import { durationUnit, readDuration } from './read-duration';
import { readMoment, type Moment, type MomentContext } from './read-moment';

export interface AttendanceRecord {
  readonly named: NamedRow;
  readonly times: RowTimes;
  /** What the program itself says of somebody who came; null: nothing. */
  readonly stated: StatedCode | null;
}

/** Codes of the statuses tab. */
export type StatedCode = 'present' | 'late' | 'leftEarly';

export type WhyNot = 'noName' | 'noTime' | 'otherDay' | 'otherTime' | 'outBeforeIn';

export interface RowNotTaken {
  readonly row: number;
  readonly why: WhyNot;
  readonly words: string;
}

export interface UnreadableTime {
  readonly row: number;
  readonly key: AttendanceColumn;
  readonly cell: Cell;
}

export interface ReadAttendance {
  readonly records: readonly AttendanceRecord[];
  readonly notTaken: readonly RowNotTaken[];
  readonly unreadable: readonly UnreadableTime[];
}

export interface SessionTime extends MomentContext {
  readonly span: Span;
  /** Minutes before the start from which a time of arrival without one of leaving belongs to the session. */
  readonly opens: number;
}

export function readAttendance(
  source: SourceTable,
  session: SessionTime,
  readValue: ReadValue,
): ReadAttendance {
  const heading = source.columns.find(({ key }) => key === 'minutes')?.heading ?? '';
  const readRow = rowReader(session, { readValue, unit: durationUnit(heading) });
  const records: AttendanceRecord[] = [];
  const notTaken: RowNotTaken[] = [];
  const unreadable: UnreadableTime[] = [];
  for (const row of source.rows) {
    const read = readRow(row);
    if ('key' in read) unreadable.push(read);
    else if ('why' in read) notTaken.push(read);
    else records.push(read);
  }
  return { records, notTaken, unreadable };
}

type ReadRow = (row: SourceRow) => AttendanceRecord | RowNotTaken | UnreadableTime;

/** `未签到`, `缺勤`, `否`. */
const NOT_THERE = /^(?:未|没|沒|不|否|缺|旷|曠|请假|請假|no|not|absent|false)/iu;
/** `已签到`, `正常`, `是`. */
const THERE =
  /^(?:已|是|正常|出勤|出席|到会|到會|到场|到場|参会|參會|参加|參加|签到|簽到|迟到|遲到|早退|yes|present|attended|signed|checked|joined|late|normal|true|√|✓)/iu;

function rowReader(
  session: SessionTime,
  {
    readValue,
    unit,
  }: { readonly readValue: ReadValue; readonly unit: ReturnType<typeof durationUnit> },
): ReadRow {
  const { columns } = ATTENDANCE_SOURCE;
  return ({ row, cells }) => {
    const filled = (key: AttendanceColumn): Cell | null => filledCell(cells.get(key));
    const textOf = (
      key: 'id' | 'name' | 'nickname' | 'unit' | 'phone' | 'email',
    ): string | null => {
      const cell = filled(key);
      const value = cell === null ? undefined : readValue(columns[key], cell);
      return value === undefined || value === '' ? null : String(value);
    };
    const named = {
      row,
      id: textOf('id'),
      name: textOf('name') ?? textOf('nickname'),
      unit: textOf('unit'),
      phone: textOf('phone'),
      email: textOf('email'),
    };
    const words = [...cells.values()].map(String).join(' ');
    if ([named.name, named.id, named.phone, named.email].every((word) => word === null))
      return { row, why: 'noName', words };
    const moments: Partial<Record<'in' | 'out', Moment | null>> = {};
    for (const key of ['in', 'out'] as const) {
      const cell = filled(key);
      const moment = cell === null ? null : readMoment(cell, session);
      if (moment === undefined) return { row, key, cell };
      moments[key] = moment;
    }
    const length = filled('minutes');
    const minutes = length === null ? null : readDuration(length, unit);
    if (minutes === undefined) return { row, key: 'minutes', cell: length };
    const state = filled('state');
    const word = foldWord(String(state ?? ''));
    const isStated = THERE.test(word);
    if (state !== null && !isStated && !NOT_THERE.test(word))
      return { row, key: 'state', cell: state };
    const { in: from = null, out = null } = moments;
    const isSilent = from === null && out === null && !(minutes !== null && minutes > 0);
    if (isSilent && !isStated) return { row, why: 'noTime', words };
    const times = timesOf({ in: from, out, minutes }, session);
    if (typeof times === 'string') return { row, why: times, words };
    return { named, times, stated: isStated ? statedCode(word) : null };
  };
}

function statedCode(word: string): StatedCode {
  if (/^(?:迟到|遲到|late)/u.test(word)) return 'late';
  return word.startsWith('早退') ? 'leftEarly' : 'present';
}

interface RowMoments {
  readonly in: Moment | null;
  readonly out: Moment | null;
  readonly minutes: number | null;
}

/** Or why the row says nothing of this session. */
function timesOf({ in: from, out, minutes }: RowMoments, session: SessionTime): RowTimes | WhyNot {
  const { expected, span, opens } = session;
  const days = [from, out].flatMap((moment) => moment?.day ?? []);
  const [first, last] = [minuteOf(from, expected), minuteOf(out, expected)];
  const isNear = days.length === 0 || days.includes(expected);
  if (!isNear || first === undefined || last === undefined) return 'otherDay';
  if (first !== null && last !== null && last < first) return 'outBeforeIn';
  const times = completed({ in: first, out: last, minutes });
  const isEarlier = times.in !== null && times.out === null && times.in < span.start - opens;
  return touches(times, span) && !isEarlier ? times : 'otherTime';
}

/** Counted from the session's midnight; undefined: more than a day away from it. */
function minuteOf(moment: Moment | null, expected: Day): number | null | undefined {
  if (moment === null) return null;
  const { day, minutes } = moment;
  if (day === null || day === expected) return minutes;
  if (day === addDays(expected, 1)) return minutes + 24 * 60;
  return day === addDays(expected, -1) ? minutes - 24 * 60 : undefined;
}
