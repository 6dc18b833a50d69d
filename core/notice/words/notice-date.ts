// Dates as official papers write them (GB/T 9704: Arabic numerals, no leading zeros).
import { minutesOf, weekdayOf, type ClockTime, type Day } from '../../calendar/day';
import type { Language } from '../../text/language';

const ZH_DAYS = '一二三四五六日';
const EN_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026年3月6日`, or `6 March 2026`. */
export function formatDate(day: Day, language: Language): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return language === 'en'
    ? `${date} ${EN_MONTHS[month - 1] ?? ''} ${year}`
    : `${year}年${month}月${date}日`;
}

/** `2026年3月6日（星期五）`, or `Friday, 6 March 2026`. */
export function formatDay(day: Day, language: Language): string {
  const weekday = weekdayOf(day);
  const date = formatDate(day, language);
  return language === 'en'
    ? `${EN_DAYS[weekday - 1] ?? ''}, ${date}`
    : `${date}（星期${ZH_DAYS.charAt(weekday - 1)}）`;
}

/** `2026年3月6日（星期五）下午3:00`, or `Friday, 6 March 2026, 15:00`. */
export function formatNoticeDate(day: Day, time: ClockTime, language: Language): string {
  const date = formatDay(day, language);
  return language === 'en' ? `${date}, ${time}` : `${date}${formatZhTime(time)}`;
}

/** `2026年3月6日（星期五）下午2:30—5:00`, or `Friday, 6 March 2026, 14:30–17:00`. */
export function formatNoticeSpan(
  day: Day,
  span: { readonly start: ClockTime; readonly end: ClockTime },
  language: Language,
): string {
  const start = formatNoticeDate(day, span.start, language);
  if (language === 'en') return `${start}–${span.end}`;
  const samePart = partOfDay(span.start) === partOfDay(span.end);
  return `${start}—${samePart ? '' : partOfDay(span.end)}${onTwelveHours(span.end)}`;
}

/** `上午9:00`, `中午12:30`, `下午3:00`, `晚上7:00`: the hour on a twelve-hour clock. */
const formatZhTime = (time: ClockTime): string => `${partOfDay(time)}${onTwelveHours(time)}`;

function partOfDay(time: ClockTime): string {
  const hour = Math.floor(minutesOf(time) / 60);
  if (hour < 12) return '上午';
  if (hour === 12) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

function onTwelveHours(time: ClockTime): string {
  const hour = Math.floor(minutesOf(time) / 60);
  return `${hour > 12 ? hour - 12 : hour}:${time.slice(3)}`;
}
