// In which order a locale writes day and month, for dates such as 3/6 that can be read both ways.

/** `monthFirst`: 3/6 is 6 March; `dayFirst`: 3 June; null: both are usual there. */
export type DayOrder = 'monthFirst' | 'dayFirst' | null;

/** English of these countries; in Canada and South Africa both are usual. */
const MONTH_FIRST_ENGLISH = /^en(-(us|ph))?$/;
const UNCLEAR_ENGLISH = /^en-(ca|za)$/;

/** `locale` as a spreadsheet has it: `zh_CN`, `en_GB`. A workbook without one is Chinese. */
export function dayOrderOf(locale: string): DayOrder {
  const tag = locale.toLowerCase().replaceAll('_', '-');
  if (UNCLEAR_ENGLISH.test(tag)) return null;
  if (tag === '' || /^(zh|ja|ko|hu|mn)(-|$)/.test(tag)) return 'monthFirst';
  return MONTH_FIRST_ENGLISH.test(tag) ? 'monthFirst' : 'dayFirst';
}
