// V02–V06: a session's day against holidays, the programme's slots and the weekday written beside it.
import { minutesOf, weekdayOf, yearOf, type Day } from '../../calendar/day';
import { isWeekdayOf, weekdayName } from '../../calendar/weekday-text';
import { acceptWithReason, finding, type Finding } from '../../workbook/finding';
import type { Slot } from '../../workbook/read/slots';
import type { Book, EntryOf } from '../../model/book';
import { placeAt } from '../../model/place-at';
import {
  IN_HOLIDAY,
  ADJUSTED_WORKDAY,
  UNKNOWN_YEAR,
  OUTSIDE_SLOTS,
  WRONG_WEEKDAY,
} from './calendar.texts';

type Session = EntryOf<'schedule'>;

export function checkCalendar(book: Book): Finding[] {
  return book.entries.schedule.flatMap((session) => {
    const { date, state } = session.cells;
    if (date === undefined || state === 'cancelled') return [];
    const onDay = [
      ...checkHoliday(book, session, date),
      ...checkSlot(book.settings.slots, session, date),
    ];
    const reason = session.cells.exceptionReason;
    return [
      ...onDay.map((found) =>
        found.rule === UNKNOWN_YEAR ? found : acceptWithReason(found, reason),
      ),
      ...checkWeekday(book, session, date),
    ];
  });
}

function checkHoliday(book: Book, session: Session, date: Day): Finding[] {
  const day = book.dayKind(date);
  const place = placeAt('schedule', session.row, 'date');
  const weekday = weekdayName(weekdayOf(date));
  switch (day.kind) {
    case 'unknown':
      return [finding(UNKNOWN_YEAR, place, date, { date, year: yearOf(date) })];
    case 'off':
      return [finding(IN_HOLIDAY, place, date, { date, name: day.name ?? '—' })];
    case 'work':
      return weekdayOf(date) !== 6
        ? []
        : [finding(ADJUSTED_WORKDAY, place, date, { date, weekday, name: day.name ?? '—' })];
    case 'restDay':
    case 'workday':
      return [];
  }
}

function checkSlot(slots: readonly Slot[], session: Session, date: Day): Finding[] {
  const { start, end } = session.cells;
  if (start === undefined || end === undefined || minutesOf(end) <= minutesOf(start)) return [];
  const fits = slots.some(
    (slot) => slot.weekday === weekdayOf(date) && slot.start <= start && end <= slot.end,
  );
  const weekday = weekdayName(weekdayOf(date));
  return fits
    ? []
    : [
        finding(OUTSIDE_SLOTS, placeAt('schedule', session.row, 'start'), start, {
          date,
          weekday,
          start,
          end,
        }),
      ];
}

function checkWeekday(book: Book, session: Session, date: Day): Finding[] {
  const written = session.cells.weekday;
  if (written === undefined || written === null || isWeekdayOf(date, written)) return [];
  const place = placeAt('schedule', session.row, 'weekday');
  const weekday = weekdayName(weekdayOf(date));
  const after = weekday[book.settings.language];
  const before = book.rawCell('schedule', session.row, 'weekday') ?? written;
  return [
    {
      ...finding(WRONG_WEEKDAY, place, written, { date, weekday }),
      fix: { place, before, after, shown: after },
    },
  ];
}
