/** Inserts, deletes and moves rows or columns, and everything in the spreadsheet that points at them. */
import { invalid } from '../api-error';
import { MAX_CELLS_PER_WORKBOOK, MAX_COLUMNS_PER_SHEET } from '../limits';
import type { Draft } from '../model/draft';
import type { Grid } from '../model/grid';
import { gridSize, type DimensionProperties, type Sheet } from '../model/sheet';
import { sheetByTitle, type Spreadsheet } from '../model/spreadsheet';
import { shiftFormula } from '../formulas/shift-formula';
import { shiftIndex, shiftSpan, type DimensionEdit } from './dimension-edit';
import { rewriteFormulas, type RewriteFormula } from './rewrite-formulas';
import { mapDraftMessages, shiftMappers } from './shift-messages';

const cellCount = (spreadsheet: Spreadsheet): number =>
  spreadsheet.sheets.reduce((sum, sheet) => {
    const { rowCount, columnCount } = gridSize(sheet);
    return sum + rowCount * columnCount;
  }, 0);

/** Throws when the workbook has become larger than Google allows. */
export function checkCellCount(spreadsheet: Spreadsheet): void {
  if (cellCount(spreadsheet) <= MAX_CELLS_PER_WORKBOOK) return;
  throw invalid(
    `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS_PER_WORKBOOK} cells.`,
  );
}

export function checkColumnCount(columnCount: number): void {
  if (columnCount <= MAX_COLUMNS_PER_SHEET) return;
  throw invalid(
    `This action would increase the number of columns in the sheet above the limit of ${MAX_COLUMNS_PER_SHEET} columns.`,
  );
}

export function resizeGrid(
  draft: Draft,
  sheet: Sheet,
  size: { rowCount: number; columnCount: number },
): void {
  checkColumnCount(size.columnCount);
  sheet.properties.gridProperties = { ...sheet.properties.gridProperties, ...size };
  checkCellCount(draft);
}

/** Makes the grid at least this large. */
export function growGrid(
  draft: Draft,
  sheet: Sheet,
  needed: { rowCount: number; columnCount: number },
): void {
  const { rowCount, columnCount } = gridSize(sheet);
  if (needed.rowCount <= rowCount && needed.columnCount <= columnCount) return;
  resizeGrid(draft, sheet, {
    rowCount: Math.max(rowCount, needed.rowCount),
    columnCount: Math.max(columnCount, needed.columnCount),
  });
}

function editRows(grid: Grid, edit: DimensionEdit): void {
  if (edit.kind === 'insert') grid.insertRows(edit.start, edit.count);
  else if (edit.kind === 'delete') grid.deleteRows(edit.start, edit.end);
  else grid.moveRows(edit.start, edit.end, edit.destination);
}

function editColumns(grid: Grid, edit: DimensionEdit): void {
  if (edit.kind === 'insert') grid.insertColumns(edit.start, edit.count);
  else if (edit.kind === 'delete') grid.deleteColumns(edit.start, edit.end);
  else grid.moveColumns(edit.start, edit.end, edit.destination);
}

function shiftMetadata(
  metadata: Record<number, DimensionProperties>,
  edit: DimensionEdit,
): Record<number, DimensionProperties> {
  const entries = Object.entries(metadata).flatMap(([key, properties]) => {
    const index = shiftIndex(Number(key), edit);
    return index === undefined ? [] : [[index, properties] as const];
  });
  return Object.fromEntries(entries);
}

function sizeChange(edit: DimensionEdit): number {
  if (edit.kind === 'insert') return edit.count;
  return edit.kind === 'delete' ? edit.start - edit.end : 0;
}

function shiftFormulas(draft: Draft, edit: DimensionEdit): void {
  const shift: RewriteFormula = (formula, own) =>
    shiftFormula(formula, edit, ({ title }) => {
      const pointed = title === undefined ? own : sheetByTitle(draft, title);
      return pointed?.properties.sheetId === edit.sheetId;
    });
  rewriteFormulas(draft, shift, shiftMappers(edit));
}

/** Rows and columns that come or go inside the frozen part change its size. */
function shiftFrozen(sheet: Sheet, edit: DimensionEdit): void {
  if (edit.kind === 'move') return;
  const grid = sheet.properties.gridProperties ?? {};
  const name = edit.dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const frozen = grid[name] ?? 0;
  if (frozen === 0) return;
  const span = shiftSpan({ start: 0, end: frozen }, edit);
  const end = span?.end ?? 0;
  if (end > 0) grid[name] = end;
  else Reflect.deleteProperty(grid, name);
}

/** The edit has been checked against the grid. */
export function editDimension(draft: Draft, edit: DimensionEdit): Sheet {
  const sheet = draft.edit(edit.sheetId);
  const { rowCount, columnCount } = gridSize(sheet);
  if (edit.dimension === 'ROWS') {
    editRows(sheet.grid, edit);
    sheet.rowMetadata = shiftMetadata(sheet.rowMetadata, edit);
    resizeGrid(draft, sheet, { rowCount: rowCount + sizeChange(edit), columnCount });
  } else {
    editColumns(sheet.grid, edit);
    sheet.columnMetadata = shiftMetadata(sheet.columnMetadata, edit);
    resizeGrid(draft, sheet, { rowCount, columnCount: columnCount + sizeChange(edit) });
  }
  shiftFrozen(sheet, edit);
  mapDraftMessages(draft, shiftMappers(edit));
  shiftFormulas(draft, edit);
  draft.moves.push(edit);
  draft.markRestructured();
  return draft.edit(edit.sheetId);
}

export function insertRows(draft: Draft, sheetId: number, start: number, count: number): Sheet {
  return editDimension(draft, { sheetId, dimension: 'ROWS', kind: 'insert', start, count });
}
