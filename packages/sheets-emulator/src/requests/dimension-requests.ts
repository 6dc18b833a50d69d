/** insertDimension, deleteDimension, moveDimension, appendDimension. */
import { invalid } from '../api-error';
import { compactCell, isRich, type Cell } from '../model/cell';
import { gridRangeArea, gridSize, type Sheet } from '../model/sheet';
import { editDimension, resizeGrid } from '../structure/edit-dimension';
import type { RequestHandlers } from './reply';
import {
  largerThanGrid,
  targetDimension,
  targetSheet,
  targetSpan,
  type DimensionSpan,
} from './target';

const NAMES = { ROWS: 'row', COLUMNS: 'column' } as const;

/** What a new cell takes over from its neighbour: how it looks and what it allows. */
function inherited(cell: Cell): Cell {
  if (!isRich(cell)) return null;
  const { format, validation } = cell;
  return compactCell({ format, validation });
}

function inheritRows({ grid }: Sheet, span: DimensionSpan, source: number): void {
  const cells = grid.row(source).map(inherited);
  if (cells.every((cell) => cell === null)) return;
  for (let row = span.start; row < span.end; row++) grid.setRow(row, cells.slice());
}

function inheritColumns({ grid }: Sheet, span: DimensionSpan, source: number): void {
  for (let row = 0; row < grid.height; row++) {
    const cell = inherited(grid.cell(row, source));
    if (cell === null) continue;
    for (let column = span.start; column < span.end; column++) grid.setCell(row, column, cell);
  }
}

function inherit(sheet: Sheet, span: DimensionSpan, before: boolean): void {
  const source = before ? span.start - 1 : span.end;
  const metadata = span.dimension === 'ROWS' ? sheet.rowMetadata : sheet.columnMetadata;
  const { pixelSize } = metadata[source] ?? {};
  if (span.dimension === 'ROWS') inheritRows(sheet, span, source);
  else inheritColumns(sheet, span, source);
  if (pixelSize === undefined) return;
  for (let index = span.start; index < span.end; index++) metadata[index] = { pixelSize };
}

function checkInsert(span: DimensionSpan, before: boolean): void {
  const { start, end, size } = span;
  if (end <= start) throw invalid('range.endIndex must be greater than range.startIndex.');
  if (!before && start >= size) {
    throw invalid(
      `range.startIndex must be less than the grid size (${size}) if inheritFromBefore is false.`,
    );
  }
  if (start > size) throw largerThanGrid('startIndex', size);
  if (before && start === 0) {
    throw invalid('inheritFromBefore cannot be true when inserting at the start.');
  }
}

/** Rows or columns that a merge joins are moved together or not at all, and nothing is moved into it. */
function checkMergesStay(
  { sheet, dimension, start, end }: DimensionSpan,
  destination: number,
): void {
  const size = gridSize(sheet);
  const crossed = sheet.merges.some((merge) => {
    const area = gridRangeArea(merge, size);
    const [from, to] =
      dimension === 'ROWS' ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn];
    const isTornApart = from < end && start < to && (from < start || to > end);
    return isTornApart || (from < destination && destination < to);
  });
  if (!crossed) return;
  throw invalid(
    `Sorry, it is not possible to move a ${NAMES[dimension]} to a position that crosses a merged cell. Please unmerge and try again.`,
  );
}

function checkExists({ dimension, start, end, size }: DimensionSpan, action: string): void {
  if (end <= size) return;
  const index = Math.max(start, size);
  const name = NAMES[dimension];
  throw invalid(
    `Cannot ${action} a ${name} that doesn't exist. Tried to ${action} ${name} index ${index} but there are only ${size} ${name}s.`,
  );
}

function checkDelete(span: DimensionSpan): void {
  const { start, end, size, dimension, sheet } = span;
  if (end <= start) throw invalid('range.endIndex must be greater than range.startIndex.');
  checkExists(span, 'delete');
  const name = NAMES[dimension];
  if (end - start >= size) throw invalid(`You can't delete all the ${name}s on the sheet.`);
  const { frozenRowCount, frozenColumnCount } = sheet.properties.gridProperties ?? {};
  const frozen = (dimension === 'ROWS' ? frozenRowCount : frozenColumnCount) ?? 0;
  if (frozen > 0 && start <= frozen && end >= size) {
    throw invalid(`You can't delete all non-frozen ${name}s.`);
  }
}

export const dimensionRequests: RequestHandlers = {
  insertDimension(draft, { range, inheritFromBefore }) {
    const span = targetSpan(draft, range);
    const before = inheritFromBefore === true;
    checkInsert(span, before);
    const { sheetId, dimension, start, end } = span;
    const count = end - start;
    const sheet = editDimension(draft, { sheetId, dimension, kind: 'insert', start, count });
    inherit(sheet, span, before);
  },

  deleteDimension(draft, { range }) {
    const span = targetSpan(draft, range);
    checkDelete(span);
    const { sheetId, dimension, start, end } = span;
    editDimension(draft, { sheetId, dimension, kind: 'delete', start, end });
  },

  moveDimension(draft, { source, destinationIndex }) {
    const span = targetSpan(draft, source);
    const { sheetId, dimension, start, end, size } = span;
    const destination = destinationIndex ?? 0;
    checkExists(span, 'move');
    if (destination < 0 || destination > size) {
      throw invalid(`destinationIndex must be between 0 and ${size}.`);
    }
    if (destination > start && destination < end) return;
    checkMergesStay(span, destination);
    editDimension(draft, { sheetId, dimension, kind: 'move', start, end, destination });
  },

  appendDimension(draft, { sheetId, dimension, length }) {
    const sheet = draft.edit(targetSheet(draft, sheetId).properties.sheetId);
    const { rowCount, columnCount } = gridSize(sheet);
    const added = length ?? 0;
    if (added < 1) throw invalid('length must be greater than 0.');
    const isRows = targetDimension(dimension) === 'ROWS';
    resizeGrid(draft, sheet, {
      rowCount: rowCount + (isRows ? added : 0),
      columnCount: columnCount + (isRows ? 0 : added),
    });
  },
};
