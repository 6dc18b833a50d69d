// A period in words: 2026年11月, 2026年第四季度, 2026年度; November 2026, quarter 4 of 2026, 2026.
import { EN_MONTHS, formatDate } from '../notice/words/notice-date';
import { fill, type Language } from '../text/language';
import type { CalendarPeriod } from '../calendar/calendar-period';
import { BULLETIN_TEXTS, NUMERALS } from './bulletin.texts';

export function periodWords(
  { length, year, ordinal }: Omit<CalendarPeriod, 'from' | 'to'>,
  language: Language,
): string {
  return fill(BULLETIN_TEXTS[length][language], {
    year,
    month: ordinal,
    monthName: EN_MONTHS[ordinal - 1] ?? '',
    ordinal,
    quarter: NUMERALS[ordinal - 1] ?? ordinal,
  });
}

export function spanWords({ from, to }: CalendarPeriod, language: Language): string {
  return fill(BULLETIN_TEXTS.span[language], {
    from: formatDate(from, language),
    to: formatDate(to, language),
  });
}
