// The rows every new workbook starts with, their texts in all languages at once.
import { LANGUAGES, text, type Text } from '#core/text/language';
import { initialRows } from '#core/set-up/initial-rows';
import type { TabKey } from '#core/workbook/tab-keys';
import type { SampleRow } from './sample';

function startingRows<Key extends TabKey>(key: Key): SampleRow<Key>[] {
  const [zhCN = [], zhTW = [], en = []] = LANGUAGES.map((language) =>
    initialRows(key, language, []),
  );
  const rows = zhCN.map((row, index) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        inAllLanguages([value, zhTW[index]?.[column], en[index]?.[column]]),
      ]),
    ),
  );
  return rows as SampleRow<Key>[]; // initial rows are rows of their tab, but for texts that differ by language
}

/** What is the same in every language, such as a code or a number, stays as it is. */
function inAllLanguages(values: readonly unknown[]): unknown {
  const [zhCN, zhTW, en] = values;
  return zhCN === zhTW && zhCN === en ? zhCN : text(String(zhCN), String(zhTW), String(en));
}

export const STATUSES = startingRows('statuses');
export const CENTRAL_STANDARDS = startingRows('standards');

export type StatusCode =
  'present' | 'late' | 'leftEarly' | 'official' | 'sick' | 'personal' | 'absent' | 'exempt';

/** The words for a status in the attendance tab. */
export function statusLabel(code: StatusCode): Text | string {
  const label = STATUSES.find((status) => status.code === code)?.label;
  if (!label) throw new Error(`a new workbook has no status ${code}`);
  return label;
}
