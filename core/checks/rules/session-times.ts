// V07, V10, V11: a session's clock times and the hours taught in it.
import { minutesOf, type ClockTime } from '../../calendar/day';
import { parseHalfDay } from '../../calendar/weekday-text';
import { acceptWithReason, finding, type Finding, type Rule } from '../../workbook/finding';
import { text } from '../../text/language';
import { formatHours, toHundredthHours, type HundredthHours } from '../../money/class-hours';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { findStandard, type Standards, type StandardQuery } from '../../model/standards';
import { listed } from '../../text/listed';

export const END_BEFORE_START: Rule = {
  code: 'V07',
  severity: 'error',
  source: null,
  message: text(
    '结束时间{end}不晚于开始时间{start}。',
    '結束時間{end}不晚於開始時間{start}。',
    'The end {end} is not after the start {start}.',
  ),
  suggestion: text(
    '请核对开始和结束时间。',
    '請核對開始和結束時間。',
    'Check the start and the end.',
  ),
};
export const WRONG_HALF_DAY: Rule = {
  code: 'V07',
  severity: 'error',
  source: null,
  message: text(
    '“{value}”与开始时间{start}不符。',
    '「{value}」與開始時間{start}不符。',
    '"{value}" does not fit the start at {start}.',
  ),
  suggestion: text(
    '请核对上午、下午与开始时间。',
    '請核對上午、下午與開始時間。',
    'Check morning or afternoon against the start.',
  ),
};
export const TOO_MANY_HOURS: Rule = {
  code: 'V10',
  severity: 'error',
  source: '财行〔2016〕540号第十条',
  message: text(
    '授课{value}学时，超过半天{limit}学时的上限（{document}）。',
    '授課{value}學時，超過半天{limit}學時的上限（{document}）。',
    '{value} class hours in a half-day; the limit is {limit} ({document}).',
  ),
  suggestion: text(
    '请核对学时；全天的课分上午、下午两行填写。',
    '請核對學時；全天的課分上午、下午兩列填寫。',
    'Check the hours; enter a whole day as two rows.',
  ),
};
export const TOO_MANY_HOURS_TOGETHER: Rule = {
  code: 'V10',
  severity: 'error',
  source: '财行〔2016〕540号第十条',
  message: text(
    '“{speaker}”{date}同一半天授课共{total}学时（第{rows}行），超过{limit}学时的上限（{document}）。',
    '「{speaker}」{date}同一半天授課共{total}學時（第{rows}列），超過{limit}學時的上限（{document}）。',
    '"{speaker}" teaches {total} class hours in one half-day of {date} (rows {rows}); the limit is {limit} ({document}).',
  ),
  suggestion: text(
    '同一人半天内的各期合并计算：请核对学时、时间和主讲人。',
    '同一人半天內的各期合併計算：請核對學時、時間和主講人。',
    'One lecturer’s sessions of a half-day count together: check hours, times and speaker.',
  ),
};
export const HOURS_DO_NOT_FIT: Rule = {
  code: 'V11',
  severity: 'warning',
  source: null,
  message: text(
    '{start}—{end}共{minutes}分钟，按每学时{each}分钟不足{value}学时。',
    '{start}—{end}共{minutes}分鐘，按每學時{each}分鐘不足{value}學時。',
    '{start}–{end} is {minutes} minutes, less than {value} class hours of {each} minutes.',
  ),
  suggestion: text(
    '请核对授课学时和起止时间；每学时分钟数见“设置”。',
    '請核對授課學時和起訖時間；每學時分鐘數見「設定」。',
    'Check the taught hours and the times; minutes per class hour are set in Settings.',
  ),
};

type Session = EntryOf<'schedule'>;

export function checkSessionTimes(book: Book, standards: Standards): Finding[] {
  const sessions = book.entries.schedule.filter(({ cells }) => cells.state !== 'cancelled');
  return [
    ...sessions.flatMap((session) => [
      ...checkClock(session),
      ...checkHourLimit(session, standards),
      ...checkElapsed(session, book.settings.minutesPerClassHour),
    ]),
    ...[...groupBy(sessions, halfDayKey).values()].flatMap((group) =>
      checkTogether(book, group, standards),
    ),
  ];
}

function checkClock({ row, cells }: Session): Finding[] {
  const { start, end, weekday } = cells;
  const found: Finding[] = [];
  if (start === undefined) return found;
  if (end !== undefined && minutesOf(end) <= minutesOf(start))
    found.push(finding(END_BEFORE_START, placeAt('schedule', row, 'end'), end, { start, end }));
  const half = parseHalfDay(weekday ?? '');
  if (half !== null && half !== (start < '12:00' ? 'morning' : 'afternoon'))
    found.push(finding(WRONG_HALF_DAY, placeAt('schedule', row, 'weekday'), weekday, { start }));
  return found;
}

/** The standards without which the sessions' hours cannot be checked. */
export function standardsForSessions(book: Book): StandardQuery[] {
  return book.entries.schedule.flatMap((session) => hourLimitQuery(session) ?? []);
}

function hourLimitQuery({ cells }: Session): StandardQuery | null {
  const { date, taughtHours, state } = cells;
  if (date === undefined || !taughtHours || state === 'cancelled') return null;
  return { item: 'halfDayHours', scope: null, day: date };
}

function checkHourLimit(session: Session, standards: Standards): Finding[] {
  const query = hourLimitQuery(session);
  const limit = query && findStandard(standards, query);
  const hours = session.cells.taughtHours ?? 0;
  if (!limit || hours <= limit.value) return [];
  const facts = { limit: limit.value, document: limit.documentNumber };
  return [finding(TOO_MANY_HOURS, placeAt('schedule', session.row, 'taughtHours'), hours, facts)];
}

/** Null while speaker, day or half-day is not known. The evening is a half-day of its own. */
function halfDayKey({ cells: { speakerId, date, start, weekday } }: Session): string | null {
  const half = start === undefined ? parseHalfDay(weekday ?? '') : halfDayOf(start);
  return speakerId && date !== undefined && half !== null ? `${speakerId}|${date}|${half}` : null;
}

function halfDayOf(start: ClockTime): string {
  if (start < '12:00') return 'morning';
  return start < '18:00' ? 'afternoon' : 'evening';
}

/** A session that alone has too many hours is a finding of its own. */
function checkTogether(book: Book, group: readonly Session[], standards: Standards): Finding[] {
  const [first] = group;
  const { date: day } = first?.cells ?? {};
  if (!first || !day || group.length < 2) return [];
  const limit = findStandard(standards, { item: 'halfDayHours', scope: null, day });
  if (!limit) return [];
  const total = hoursTogether(group);
  if (total <= toHundredthHours(limit.value)) return [];
  const { speakerId = '', date = '' } = first.cells;
  const facts = {
    date,
    limit: limit.value,
    document: limit.documentNumber,
    total: formatHours(total),
    rows: listed(group.map(({ row }) => String(row))),
    speaker: book.speakers.get(speakerId ?? '')?.cells.name ?? speakerId ?? '',
  };
  return group
    .filter(({ cells }) => (cells.taughtHours ?? 0) <= limit.value)
    .map(({ row, cells }) =>
      finding(
        TOO_MANY_HOURS_TOGETHER,
        placeAt('schedule', row, 'taughtHours'),
        cells.taughtHours,
        facts,
      ),
    );
}

/** Of sessions that overlap, the longest: nobody teaches twice at once, which is another rule's finding. */
function hoursTogether(group: readonly Session[]): HundredthHours {
  let [total, longest, end] = [0, 0, ''];
  for (const { cells } of group.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))) {
    const hours = toHundredthHours(cells.taughtHours ?? 0);
    const isApart = (cells.start ?? '24:00') >= end;
    if (isApart) total += hours;
    else if (hours > longest) total += hours - longest;
    longest = isApart || hours > longest ? hours : longest;
    if ((cells.end ?? '') > end) end = cells.end ?? '';
  }
  return toHundredthHours(total / 100);
}

const startOf = ({ cells }: Session): string => cells.start ?? '';

function checkElapsed({ row, cells }: Session, each: number): Finding[] {
  const { start, end, taughtHours } = cells;
  if (start === undefined || end === undefined || taughtHours === undefined || taughtHours === null)
    return [];
  const minutes = minutesOf(end) - minutesOf(start);
  if (minutes <= 0 || taughtHours * each <= minutes) return [];
  const place = placeAt('schedule', row, 'taughtHours');
  const found = finding(HOURS_DO_NOT_FIT, place, taughtHours, { start, end, minutes, each });
  return [acceptWithReason(found, cells.exceptionReason)];
}
