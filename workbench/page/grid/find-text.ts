// Finds a text in what a tab shows.
import { foldNameOrId } from '#core/text/clean';
import type { TabState } from './tab-state';

export interface Found {
  readonly row: number;
  readonly column: number;
}

/** Row by row; capitals, the width of letters and spaces inside Chinese names make no difference. Hidden rows are left out. */
export function findText(
  { cells, hiddenRows, hiddenColumns }: Pick<TabState, 'cells' | 'hiddenRows' | 'hiddenColumns'>,
  wanted: string,
  display: (row: number, column: number) => string,
): Found[] {
  const text = foldNameOrId(wanted.trim());
  if (text === '') return [];
  const hidden = { rows: new Set(hiddenRows), columns: new Set(hiddenColumns) };
  const found: Found[] = [];
  cells.forEach((line, row) => {
    if (hidden.rows.has(row)) return;
    line.forEach((cell, column) => {
      if ((cell?.value ?? null) === null || hidden.columns.has(column)) return;
      if (foldNameOrId(display(row, column)).includes(text)) found.push({ row, column });
    });
  });
  return found;
}
