/** A formula entered in one cell as it reads in another: relative references move along. */
import { quoteTitle } from '../a1/print-range';
import { printCells, rewriteReferences, type RefCorner } from './references';

const LOST = '#REF!';

export const titlePrefix = (title: string | undefined): string =>
  title === undefined ? '' : `${quoteTitle(title)}!`;

function moveCorner(corner: RefCorner, rows: number, columns: number): RefCorner | undefined {
  const { row, column, rowFixed, columnFixed } = corner;
  const moved = {
    ...corner,
    row: row === undefined || rowFixed ? row : row + rows,
    column: column === undefined || columnFixed ? column : column + columns,
  };
  return (moved.row ?? 0) < 0 || (moved.column ?? 0) < 0 ? undefined : moved;
}

export function adjustFormula(formula: string, rows: number, columns: number): string {
  return rewriteReferences(formula, ({ title, first, second }) => {
    const movedFirst = moveCorner(first, rows, columns);
    const movedSecond = second && moveCorner(second, rows, columns);
    const isLost = movedFirst === undefined || (second !== undefined && movedSecond === undefined);
    return isLost
      ? LOST
      : titlePrefix(title) + printCells({ first: movedFirst, second: movedSecond });
  });
}

function sortCorners(first: RefCorner, second: RefCorner): [RefCorner, RefCorner] {
  const rowsSwapped = first.row !== undefined && second.row !== undefined && first.row > second.row;
  const columnsSwapped =
    first.column !== undefined && second.column !== undefined && first.column > second.column;
  const [top, bottom] = rowsSwapped ? [second, first] : [first, second];
  const [left, right] = columnsSwapped ? [second, first] : [first, second];
  return [
    { row: top.row, rowFixed: top.rowFixed, column: left.column, columnFixed: left.columnFixed },
    {
      row: bottom.row,
      rowFixed: bottom.rowFixed,
      column: right.column,
      columnFixed: right.columnFixed,
    },
  ];
}

/** As Google stores it: references in capitals, corners sorted, needless quotes gone; the rest as typed. */
export function canonicalFormula(formula: string): string {
  return rewriteReferences(formula, ({ title, first, second }) => {
    const [low, high] = second === undefined ? [first, undefined] : sortCorners(first, second);
    return titlePrefix(title) + printCells({ first: low, second: high });
  });
}
