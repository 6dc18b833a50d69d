// W37: an optional column is missing in which Lectern writes, or in which a finding asks for an entry.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { text } from '../../text/language';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import { TAB_KEYS } from '../../workbook/tab-keys';
import { entryColumns } from '../../workbook/column';
import type { Tab } from '../../workbook/tab';
import { TABS } from '../../workbook/tabs/index';

export const NEEDED_COLUMN_MISSING: Rule = {
  code: 'W37',
  severity: 'warning',
  source: null,
  message: text(
    '“{tab}”没有“{label}”列。该记在那里的内容不会写入。',
    '「{tab}」沒有「{label}」欄。該記在那裡的內容不會寫入。',
    'Tab "{tab}" has no column "{label}": what belongs there is not written.',
  ),
  suggestion: text(
    '请点“初始化工作簿”补上；原有内容不会改动。',
    '請按「初始化活頁簿」補上；原有內容不會改動。',
    'Press "Set up", which adds the column and changes nothing else.',
  ),
};

/** Of tabs that have all columns which must be there: the others have a finding for that. Names beside ids may be missing. */
export function checkNeededColumns(book: Book): Finding[] {
  return TAB_KEYS.flatMap((key) => {
    const tab: Tab = TABS[key];
    const positions = book.positions.get(key);
    const columns = entryColumns(tab.columns);
    const isComplete = columns.every(
      ([name, { optional }]) => optional === true || positions?.has(name) === true,
    );
    if (!book.tables[key] || !positions || !isComplete) return [];
    return columns.flatMap(([name, { needed, label }]) =>
      needed !== true || positions.has(name)
        ? []
        : [finding(NEEDED_COLUMN_MISSING, placeAt(key, null, name), '', { tab: tab.title, label })],
    );
  });
}
