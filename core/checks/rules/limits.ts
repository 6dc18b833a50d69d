// W51: counts, hours and minutes below nothing or beyond all sense, by the limits declared with each column.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { text, type Text } from '../../text/language';
import type { Column } from '../../workbook/column';
import { isWithin, type Limits } from '../../workbook/limits';
import type { TabKey } from '../../workbook/tab-keys';
import { TABS } from '../../workbook/tabs/index';
import { ATTENDANCE } from '../../workbook/tabs/programme';
import { CHECKED_TABS, type Book, type RowTab } from '../../model/book';
import { placeAt } from '../../model/place-at';

export const OUT_OF_LIMITS: Rule = {
  code: 'W51',
  severity: 'error',
  source: null,
  message: text(
    '“{label}”{value}不在 {least} 到 {most} 之间。',
    '「{label}」{value}不在 {least} 到 {most} 之間。',
    '"{label}" cannot be {value}: it must be between {least} and {most}.',
  ),
  suggestion: text('请核对这个数。', '請核對這個數。', 'Check the number.'),
};

export function checkLimits(book: Book): Finding[] {
  const ofRows = CHECKED_TABS.flatMap((tab) =>
    tab === 'attendance'
      ? []
      : Object.entries<Column>(TABS[tab].columns).flatMap(([column, { label, limits }]) =>
          limits ? checkColumn(book, { tab, column, label, limits }) : [],
        ),
  );
  return [...ofRows, ...checkMinutesMissed(book)];
}

interface Limited {
  readonly tab: RowTab;
  readonly column: string;
  readonly label: Text;
  readonly limits: Limits;
}

function checkColumn({ entries }: Book, limited: Limited): Finding[] {
  return entries[limited.tab].flatMap(({ row, cells }) => {
    const read: Readonly<Record<string, unknown>> = cells;
    const value = read[limited.column];
    const isOut = typeof value === 'number' && !isWithin(value, limited.limits);
    return isOut ? [outOfLimits(limited, row, value)] : [];
  });
}

/** Attendance is kept in columns; a column without a wrong value is not gone through. */
function checkMinutesMissed({ attendance }: Book): Finding[] {
  const { label, limits } = ATTENDANCE.columns.minutesMissed;
  const { codes, values } = attendance.columns.minutesMissed;
  const column = { tab: 'attendance', column: 'minutesMissed', label, limits } as const;
  const found: Finding[] = [];
  if (values.every((value) => isWithin(value, limits))) return found;
  codes.forEach((code, index) => {
    const value = values[code];
    if (value !== undefined && !isWithin(value, limits))
      found.push(outOfLimits(column, index + 2, value));
  });
  return found;
}

export function outOfLimits(
  { tab, column, label, limits: [least, most] }: Omit<Limited, 'tab'> & { readonly tab: TabKey },
  row: number,
  value: number,
): Finding {
  return finding(OUT_OF_LIMITS, placeAt(tab, row, column), value, { label, least, most });
}
