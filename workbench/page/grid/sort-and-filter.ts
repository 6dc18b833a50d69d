// Sorting and filtering of a tab as requests to the server, so that all pages and the functions see the same rows.
import type { GridRange } from '../server/sheet-json';
import { filledPart } from './filled-part';
import type { TabState } from './tab-state';

/** What of a tab's state is needed. */
type Rows = Pick<
  TabState,
  'sheetId' | 'cells' | 'merges' | 'frozenRows' | 'columnCount' | 'hiddenTexts'
>;

/** The rows below the frozen ones, whole, in the order of one column; null when there is nothing to sort. */
export function sortRequest(tab: Rows, column: number, isDescending: boolean): object | null {
  const range = filledRows(tab, tab.frozenRows);
  if (range === null) return null;
  const sortOrder = isDescending ? 'DESCENDING' : 'ASCENDING';
  return { sortRange: { range, sortSpecs: [{ dimensionIndex: column, sortOrder }] } };
}

/** Hides the rows that show one of these texts in the column, besides what other columns hide already. */
export function filterRequest(
  tab: Rows,
  column: number,
  hiddenTexts: readonly string[],
): object | null {
  // The last frozen row is the header, which a filter never hides.
  const range = filledRows(tab, Math.max(0, tab.frozenRows - 1));
  if (range === null) return null;
  const hidden = new Map(tab.hiddenTexts).set(column, hiddenTexts);
  const criteria = Object.fromEntries(
    [...hidden].flatMap(([key, hiddenValues]) =>
      hiddenValues.length === 0 ? [] : [[String(key), { hiddenValues }]],
    ),
  );
  if (Object.keys(criteria).length === 0) return { clearBasicFilter: { sheetId: tab.sheetId } };
  return { setBasicFilter: { filter: { range, criteria } } };
}

/** The different texts of a column below the header, in their order. */
export function textsOfColumn(tab: Rows, display: (row: number) => string): string[] {
  const first = Math.max(1, tab.frozenRows);
  const { rows } = filledPart(tab);
  const texts = Array.from({ length: Math.max(0, rows - first) }, (_, index) =>
    display(first + index),
  );
  return [...new Set(texts)].sort((a, b) => a.localeCompare(b, 'zh-Hans-CN', { numeric: true }));
}

function filledRows(tab: Rows, startRowIndex: number): GridRange | null {
  const { rows } = filledPart(tab);
  if (rows <= startRowIndex) return null;
  const { sheetId, columnCount } = tab;
  return {
    sheetId,
    startRowIndex,
    endRowIndex: rows,
    startColumnIndex: 0,
    endColumnIndex: columnCount,
  };
}
