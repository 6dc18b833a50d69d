/** autoFill: goes on with what some cells begin. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { heightOf, widthOf, type Area } from '../a1/area';
import { invalid, notEmulated } from '../api-error';
import { compactCell, isFilled, isRich, richCell, type Cell } from '../model/cell';
import type { Draft } from '../model/draft';
import { areaGridRange } from '../model/sheet';
import { movedCell, takeBlock, transposeBlock } from '../structure/cell-block';
import type { Dimension } from '../structure/dimension-edit';
import { fillSeries } from '../values/fill-series';
import type { RequestHandlers } from './reply';
import { exactArea, required, targetArea, targetDimension, type Target } from './target';

type Request = sheets_v4.Schema$AutoFillRequest;

interface AutoFillTarget extends Pick<Target, 'sheetId' | 'sheet'> {
  readonly source: Area;
  readonly filled: Area;
  readonly dimension: Dimension;
}

/** The cells before (a length below 0) or after the source. */
function besides(source: Area, dimension: Dimension, length: number): Area {
  const { startRow, endRow, startColumn, endColumn } = source;
  if (dimension === 'ROWS') {
    return length < 0
      ? { ...source, startRow: startRow + length, endRow: startRow }
      : { ...source, startRow: endRow, endRow: endRow + length };
  }
  return length < 0
    ? { ...source, startColumn: startColumn + length, endColumn: startColumn }
    : { ...source, startColumn: endColumn, endColumn: endColumn + length };
}

function explicitTarget(
  draft: Draft,
  { source, dimension, fillLength }: sheets_v4.Schema$SourceAndDestination,
): AutoFillTarget {
  const { sheetId, sheet, area } = targetArea(draft, required(source, 'source'));
  const along = targetDimension(dimension);
  const length = required(fillLength, 'fillLength');
  if (length === 0) throw invalid('fillLength must not be 0.');
  const filled = besides(area, along, length);
  exactArea(draft, areaGridRange(sheetId, filled));
  return { sheetId, sheet, source: area, filled, dimension: along };
}

/** The filled cells at one edge of the range are what the rest goes on with. */
function foundTarget(draft: Draft, range: sheets_v4.Schema$GridRange): AutoFillTarget {
  const { sheetId, sheet, area } = targetArea(draft, range);
  const block = takeBlock(sheet.grid, area);
  const rows = block.flatMap((cells, row) => (cells.some(isFilled) ? [row] : []));
  const columns = transposeBlock(block).flatMap((cells, column) =>
    cells.some(isFilled) ? [column] : [],
  );
  const [top = 0, bottom = -1] = [rows[0], rows.at(-1)];
  const [left = 0, right = -1] = [columns[0], columns.at(-1)];
  const [height, width] = [heightOf(area), widthOf(area)];
  const isWide = left === 0 && right === width - 1;
  const isTall = top === 0 && bottom === height - 1;
  const target = (source: Area, dimension: Dimension, length: number): AutoFillTarget => ({
    sheetId,
    sheet,
    source,
    filled: besides(source, dimension, length),
    dimension,
  });
  const { startRow, startColumn } = area;
  if (isWide && !isTall) {
    const source = { ...area, startRow: startRow + top, endRow: startRow + bottom + 1 };
    if (top === 0) return target(source, 'ROWS', height - bottom - 1);
    if (bottom === height - 1) return target(source, 'ROWS', -top);
  }
  if (isTall && !isWide) {
    const source = { ...area, startColumn: startColumn + left, endColumn: startColumn + right + 1 };
    if (left === 0) return target(source, 'COLUMNS', width - right - 1);
    if (right === width - 1) return target(source, 'COLUMNS', -left);
  }
  throw notEmulated('autoFill of a range without filled rows or columns at one edge');
}

export function autoFillTarget(draft: Draft, request: Request): AutoFillTarget {
  const { range, sourceAndDestination } = request;
  if (sourceAndDestination !== undefined) return explicitTarget(draft, sourceAndDestination);
  return foundTarget(draft, required(range, 'range'));
}

/** What is filled in looks like its source and allows the same; notes stay where they are. */
function filledCell(existing: Cell, source: Cell, content: Cell): Cell {
  const { value, formula, runs } = richCell(content);
  const { format, validation } = richCell(source);
  return compactCell({ value, formula, runs, format, validation, note: richCell(existing).note });
}

/** Continues the cells of one row or column. `at` is where a cell is, counted from the first source cell. */
function fillLane(
  cells: readonly Cell[],
  alternate: boolean,
): (at: number) => { source: Cell; content: Cell; steps: number } {
  const series = fillSeries(cells, alternate);
  return (at) => {
    const offset = ((at % cells.length) + cells.length) % cells.length;
    const source = cells[offset] ?? null;
    const content = series === undefined ? source : series(at);
    return { source, content, steps: at - offset };
  };
}

function autoFill(draft: Draft, request: Request): void {
  const { sheetId, source, filled, dimension } = autoFillTarget(draft, request);
  const { grid } = draft.edit(sheetId);
  const isRows = dimension === 'ROWS';
  const block = takeBlock(grid, source);
  const lanes = isRows ? transposeBlock(block) : block;
  const fills = lanes.map((cells) => fillLane(cells, request.useAlternateSeries === true));
  for (let row = filled.startRow; row < filled.endRow; row++) {
    for (let column = filled.startColumn; column < filled.endColumn; column++) {
      const [down, across] = [row - source.startRow, column - source.startColumn];
      const fill = fills[isRows ? across : down]?.(isRows ? down : across);
      if (fill === undefined) continue;
      const moved = isRich(fill.content)
        ? movedCell(fill.content, isRows ? fill.steps : 0, isRows ? 0 : fill.steps)
        : fill.content;
      grid.setCell(row, column, filledCell(grid.cell(row, column), fill.source, moved));
    }
  }
}

export const autoFillRequests: RequestHandlers = {
  autoFill(draft, request) {
    autoFill(draft, request);
  },
};
