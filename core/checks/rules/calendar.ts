// V02–V06: a session's day against holidays, the programme's slots and the weekday written beside it.
import { minutesOf, weekdayOf, yearOf, type Day } from '../../calendar/day';
import { isWeekdayOf, weekdayName } from '../../calendar/weekday-text';
import { acceptWithReason, finding, type Finding, type Rule } from '../../workbook/finding';
import { text } from '../../text/language';
import type { Slot } from '../../workbook/read/slots';
import type { Book, EntryOf } from '../../model/book';
import { placeAt } from '../../model/place-at';

const HOLIDAY_NOTICE = '国务院办公厅关于部分节假日安排的通知（各年度）';

export const IN_HOLIDAY: Rule = {
  code: 'V02',
  severity: 'error',
  source: HOLIDAY_NOTICE,
  message: text(
    '{date}是放假日（{name}），不能安排上课。',
    '{date}是放假日（{name}），不能安排上課。',
    '{date} is a public holiday ({name}); no session can be held.',
  ),
  suggestion: text(
    '请另选日期；确需安排的，填写“例外说明”。',
    '請另選日期；確需安排的，填寫「例外說明」。',
    'Choose another day, or give an exception reason.',
  ),
};
export const ADJUSTED_WORKDAY: Rule = {
  code: 'V03',
  severity: 'warning',
  source: HOLIDAY_NOTICE,
  message: text(
    '{date}（{weekday}）因{name}调休上班，是工作日。',
    '{date}（{weekday}）因{name}調休上班，是工作日。',
    '{date} ({weekday}) is worked in exchange for {name}.',
  ),
  suggestion: text(
    '请确认是否占用办公时间上课；确认后填写“例外说明”。',
    '請確認是否佔用辦公時間上課；確認後填寫「例外說明」。',
    'Make sure the session may take office hours, and give an exception reason.',
  ),
};
export const UNKNOWN_YEAR: Rule = {
  code: 'V04',
  severity: 'error',
  source: HOLIDAY_NOTICE,
  message: text(
    '没有{year}年的节假日数据，无法核对{date}。',
    '沒有{year}年的節假日資料，無法核對{date}。',
    'There is no holiday data for {year}, so {date} cannot be checked.',
  ),
  suggestion: text(
    '国务院通知公布后，请在“节假日”中补充该日（放假、上班或普通），或更新本程序。',
    '國務院通知公佈後，請在「節假日」中補充該日（放假、上班或普通），或更新本程式。',
    'Once the official notice is out, enter the day in the holidays tab (off, work or ordinary), or update this program.',
  ),
};
export const OUTSIDE_SLOTS: Rule = {
  code: 'V05',
  severity: 'warning',
  source: null,
  message: text(
    '{date}（{weekday}）{start}—{end}不在规定的上课时段。',
    '{date}（{weekday}）{start}—{end}不在規定的上課時段。',
    '{date} ({weekday}) {start}–{end} is outside the programme’s slots.',
  ),
  suggestion: text(
    '上课时段见“设置”；确需变更的，填写“例外说明”。',
    '上課時段見「設定」；確需變更的，填寫「例外說明」。',
    'See the slots in the settings, or give an exception reason.',
  ),
};
export const WRONG_WEEKDAY: Rule = {
  code: 'V06',
  severity: 'error',
  source: null,
  message: text(
    '星期“{value}”与日期不符：{date}是{weekday}。',
    '星期「{value}」與日期不符：{date}是{weekday}。',
    'Weekday "{value}" does not fit: {date} is a {weekday}.',
  ),
  suggestion: text(
    '请核对日期，或将星期改为{weekday}。',
    '請核對日期，或將星期改為{weekday}。',
    'Check the date, or change the weekday to {weekday}.',
  ),
};

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
