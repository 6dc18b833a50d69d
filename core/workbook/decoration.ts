// Notes and backgrounds of cells: what clerks write and paint, and what Lectern marks. Rows and columns count from 0.

/** One cell of the workbook. */
export interface SheetCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** One cell that has a note or a background. */
export interface Decoration extends SheetCell {
  /** Empty when the cell has none. */
  readonly note: string;
  /** `#rrggbb`, or the name of a theme's colour such as `ACCENT1`; null when the cell has none of its own. */
  readonly background: string | null;
}

/** A block of cells; the ends are not part of it. */
export interface CellArea {
  readonly sheetId: number;
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}
