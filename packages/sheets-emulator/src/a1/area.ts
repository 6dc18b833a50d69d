/** Rectangles of cells: from 0, ends exclusive. */

export interface Area {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** An end left open reaches to the edge of the grid. */
export interface OpenArea {
  readonly startRow: number;
  readonly endRow: number | undefined;
  readonly startColumn: number;
  readonly endColumn: number | undefined;
}

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

export const WHOLE_SHEET: OpenArea = {
  startRow: 0,
  endRow: undefined,
  startColumn: 0,
  endColumn: undefined,
};

export function cellArea(row: number, column: number, rows = 1, columns = 1): Area {
  return { startRow: row, endRow: row + rows, startColumn: column, endColumn: column + columns };
}

/** Open ends filled from the grid, closed ends cut at it. */
export function clipToGrid(area: OpenArea, size: GridSize): Area {
  return {
    startRow: area.startRow,
    endRow: Math.min(area.endRow ?? size.rowCount, size.rowCount),
    startColumn: area.startColumn,
    endColumn: Math.min(area.endColumn ?? size.columnCount, size.columnCount),
  };
}

export const startsOutside = (area: OpenArea, size: GridSize): boolean =>
  area.startRow >= size.rowCount || area.startColumn >= size.columnCount;

export const isSingleCell = (area: OpenArea): boolean =>
  area.endRow === area.startRow + 1 && area.endColumn === area.startColumn + 1;

export const areasMeet = (left: Area, right: Area): boolean =>
  left.startRow < right.endRow &&
  right.startRow < left.endRow &&
  left.startColumn < right.endColumn &&
  right.startColumn < left.endColumn;

export const areaContains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  inner.endRow <= outer.endRow &&
  outer.startColumn <= inner.startColumn &&
  inner.endColumn <= outer.endColumn;

export const heightOf = (area: Area): number => area.endRow - area.startRow;
export const widthOf = (area: Area): number => area.endColumn - area.startColumn;
