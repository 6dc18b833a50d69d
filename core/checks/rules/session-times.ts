// V07, V10, V11: a session's clock times and the hours taught in it.
import { minutesOf, type ClockTime } from '../../calendar/day';
import { parseHalfDay } from '../../calendar/weekday-text';
import { acceptWithReason, finding, type Finding } from '../../workbook/finding';
import { formatHours, toHundredthHours, type HundredthHours } from '../../money/class-hours';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { findStandard, type Standards, type StandardQuery } from '../../model/standards';
import { listed } from '../../text/listed';
import {
  END_BEFORE_START,
  WRONG_HALF_DAY,
  TOO_MANY_HOURS,
  TOO_MANY_HOURS_TOGETHER,
  HOURS_DO_NOT_FIT,
} from './session-times.texts';

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
