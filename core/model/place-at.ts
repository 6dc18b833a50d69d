import type { Place } from '../workbook/finding';
import type { TabKey } from '../workbook/tab-keys';

/** The cell a finding is about; see Place for what null means. */
export function placeAt(tab: TabKey, row: number | null, column: string | null): Place {
  return { tab, row, column };
}
