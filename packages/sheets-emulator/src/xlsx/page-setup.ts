/** How a sheet of an .xlsx file is printed: A4, its width on one page, the header on every page, no empty rows. */
import type { Workbook, WriteSheet } from 'hucre/xlsx';
import { columnLetters } from '../a1/column-letters';
import { titlePrefix } from '../formulas/adjust-formula';
import { isFilled } from '../model/cell';
import type { ReadonlySheet } from '../model/sheet';
import { DEFAULT_PIXEL_SIZE } from '../view/grid-data';

/** Wider sheets lie on their side: what fits on an upright A4 page, and a fifth more that fitting takes in. */
const PORTRAIT_PIXELS = 860;

export type XlsxName = NonNullable<Workbook['namedRanges']>[number];
type PageSetup = NonNullable<WriteSheet['pageSetup']>;

/** The part of a sheet that holds something; zero rows when it is empty. */
export interface Filled {
  readonly rows: number;
  readonly columns: number;
}

export function filledPart({ grid, merges }: ReadonlySheet): Filled {
  let [rows, columns] = [0, 0];
  for (let row = 0; row < grid.height; row++) {
    const last = grid.row(row).findLastIndex(isFilled);
    if (last < 0) continue;
    rows = row + 1;
    columns = Math.max(columns, last + 1);
  }
  for (const { startRowIndex, endColumnIndex } of merges) {
    if ((startRowIndex ?? 0) < rows) columns = Math.max(columns, endColumnIndex ?? 0);
  }
  return { rows, columns };
}

export function pageSetup(sheet: ReadonlySheet, { columns }: Filled): PageSetup {
  let width = 0;
  for (let column = 0; column < columns; column++) {
    const { pixelSize, hiddenByUser } = sheet.columnMetadata[column] ?? {};
    if (hiddenByUser !== true) width += pixelSize ?? DEFAULT_PIXEL_SIZE.COLUMNS;
  }
  return {
    paperSize: 'a4',
    orientation: width > PORTRAIT_PIXELS ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    // As many pages as it takes.
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
  };
}

/** The library writes such names too, but without the quotes that most names of sheets need. */
export function printNames(
  { grid, properties }: ReadonlySheet,
  { rows, columns }: Filled,
  name: string,
): XlsxName[] {
  if (rows === 0) return [];
  const prefix = titlePrefix(name);
  const end = `$${columnLetters(columns - 1)}$${rows}`;
  const names: XlsxName[] = [
    { name: '_xlnm.Print_Area', range: `${prefix}$A$1:${end}`, scope: name },
  ];
  const frozen = properties.gridProperties?.frozenRowCount ?? 0;
  if (frozen > 0 && frozen < rows) {
    const header = headerRow(grid, frozen) + 1;
    names.push({
      name: '_xlnm.Print_Titles',
      range: `${prefix}$${header}:$${frozen}`,
      scope: name,
    });
  }
  return names;
}

/** Frozen rows with a single filled cell above the header are titles: they need not be on every page. */
function headerRow(grid: ReadonlySheet['grid'], frozen: number): number {
  for (let row = 0; row < frozen - 1; row++) {
    if (grid.row(row).filter(isFilled).length > 1) return row;
  }
  return frozen - 1;
}
