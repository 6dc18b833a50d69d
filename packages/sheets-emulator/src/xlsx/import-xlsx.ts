/** An .xlsx file as the sheets of a spreadsheet; what it replaces is gone. */
import type { Cell as XlsxCell, Sheet as XlsxSheet, Workbook } from 'hucre/xlsx';
import { resolveRange } from '../a1/resolve-range';
import { clipToGrid, type Area } from '../a1/area';
import { parseArea } from '../a1/parse-area';
import { invalid } from '../api-error';
import { adjustFormula, canonicalFormula } from '../formulas/adjust-formula';
import { DEFAULT_COLUMN_COUNT, DEFAULT_ROW_COUNT, MAX_TITLE_CHARACTERS } from '../limits';
import {
  compactCell,
  richCell,
  type Cell,
  type CellFormat,
  type DataValidationRule,
  type PlainValue,
} from '../model/cell';
import { freshId, newSheet } from '../model/defaults';
import type { Draft } from '../model/draft';
import { areaGridRange, gridSize, type Sheet } from '../model/sheet';
import { sheetById } from '../model/spreadsheet';
import { storedCopy } from '../schema/store-colors';
import { serialOfDate } from '../values/serial-date';
import { fromXlsxColor, fromXlsxStyle } from './cell-style';
import { loadHucre } from './load-hucre';
import { fromXlsxFormula } from './xlsx-formula';
import { fromXlsxValidation } from './validation';

const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 4 / 3;

function plainValue(value: XlsxCell['value']): PlainValue | undefined {
  if (value === null || value === '') return undefined;
  return typeof value === 'object' ? serialOfDate(value) : value;
}

/** Where a formula that was filled down is written out; the other cells name it by its number. */
interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

function sharedFormulas({
  cells = new Map<string, XlsxCell>(),
}: XlsxSheet): Map<number, SharedFormula> {
  const shared = new Map<number, SharedFormula>();
  for (const [key, { formula, formulaSharedIndex }] of cells) {
    if (formulaSharedIndex === undefined || formula === undefined || formula === '') continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    shared.set(formulaSharedIndex, { formula, row, column });
  }
  return shared;
}

/** The formulas of a sheet as this server writes them; a filled-down one is moved to its own cell. */
function formulaReader(source: XlsxSheet) {
  const shared = sharedFormulas(source);
  return ({ formula, formulaSharedIndex }: XlsxCell, row: number, column: number) => {
    if (formula === undefined) return undefined;
    const origin = formulaSharedIndex === undefined ? undefined : shared.get(formulaSharedIndex);
    if (formula !== '' || origin === undefined) {
      return formula === '' ? undefined : canonicalFormula(fromXlsxFormula(`=${formula}`));
    }
    const text = canonicalFormula(fromXlsxFormula(`=${origin.formula}`));
    return adjustFormula(text, row - origin.row, column - origin.column);
  };
}

function importedCell(
  cell: XlsxCell,
  formula: string | undefined,
  formatOf: (cell: XlsxCell) => CellFormat | undefined,
): Cell {
  const { comment, richText } = cell;
  const text = richText?.map((run) => run.text).join('');
  const value = text ?? plainValue(cell.value);
  return compactCell({
    // The result that the file has is shown where this server cannot work it out.
    value: formula !== undefined && cell.type === 'error' ? undefined : value,
    formula,
    format: formatOf(cell),
    note: comment?.text,
  });
}

function importCells(sheet: Sheet, source: XlsxSheet): void {
  source.rows.forEach((row, index) => {
    const cells = row.map((value): Cell => plainValue(value) ?? null);
    if (cells.length > 0) sheet.grid.setRow(index, cells);
  });
  const formats = new Map<string, CellFormat | undefined>();
  const formatOf = ({ style, hyperlink }: XlsxCell): CellFormat | undefined => {
    const key = JSON.stringify([style, hyperlink?.target]);
    if (!formats.has(key)) {
      const format = fromXlsxStyle(style);
      const link = hyperlink && { link: { uri: hyperlink.target } };
      formats.set(
        key,
        link ? { ...format, textFormat: { ...format?.textFormat, ...link } } : format,
      );
    }
    return formats.get(key);
  };
  const formulaOf = formulaReader(source);
  for (const [key, cell] of source.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    sheet.grid.setCell(row, column, importedCell(cell, formulaOf(cell, row, column), formatOf));
  }
}

function setRule({ grid }: Sheet, area: Area, rule: DataValidationRule): void {
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const cell = richCell(grid.cell(row, column));
      grid.setCell(row, column, compactCell({ ...cell, validation: rule }));
    }
  }
}

/** One rule may have several ranges, separated by blanks. */
function importValidations(sheet: Sheet, source: XlsxSheet): void {
  for (const validation of source.dataValidations ?? []) {
    const rule = fromXlsxValidation(validation);
    const areas = validation.range.split(' ').map(parseArea);
    for (const area of areas) {
      if (rule !== undefined && area !== undefined)
        setRule(sheet, clipToGrid(area, gridSize(sheet)), rule);
    }
  }
}

function importSizes(sheet: Sheet, source: XlsxSheet): void {
  (source.columns ?? []).forEach(({ width, hidden }, column) => {
    if (width === undefined && hidden !== true) return;
    sheet.columnMetadata[column] = {
      ...(width !== undefined && { pixelSize: Math.round(width * PIXELS_PER_CHARACTER) }),
      ...(hidden && { hiddenByUser: true }),
    };
  });
  for (const [row, { height, hidden }] of source.rowDefs ?? []) {
    if (height === undefined && hidden !== true) continue;
    sheet.rowMetadata[row] = {
      ...(height !== undefined && { pixelSize: Math.round(height * PIXELS_PER_POINT) }),
      ...(hidden && { hiddenByUser: true }),
    };
  }
}

function importRanges(sheet: Sheet, source: XlsxSheet): void {
  const { sheetId } = sheet.properties;
  sheet.merges = (source.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => {
    const rows = { startRow, endRow: endRow + 1 };
    return areaGridRange(sheetId, { ...rows, startColumn: startCol, endColumn: endCol + 1 });
  });
  const filter = source.autoFilter && parseArea(source.autoFilter.range);
  if (filter === undefined) return;
  sheet.basicFilter = { range: areaGridRange(sheetId, clipToGrid(filter, gridSize(sheet))) };
}

function lastCell(source: XlsxSheet): { rows: number; columns: number } {
  let rows = source.rows.length;
  let columns = source.rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const key of source.cells?.keys() ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns };
}

function importSheet(source: XlsxSheet, index: number, sheetId: number): Sheet {
  const { rows, columns } = lastCell(source);
  const frozen = source.freezePane ?? {};
  const tabColor = fromXlsxColor(source.view?.tabColor);
  const sheet = newSheet({
    sheetId,
    title: source.name.slice(0, MAX_TITLE_CHARACTERS),
    index,
    gridProperties: {
      rowCount: Math.max(DEFAULT_ROW_COUNT, rows),
      columnCount: Math.max(DEFAULT_COLUMN_COUNT, columns),
      ...(frozen.rows && { frozenRowCount: frozen.rows }),
      ...(frozen.columns && { frozenColumnCount: frozen.columns }),
    },
    ...((source.hidden === true || source.veryHidden === true) && { hidden: true }),
    ...(tabColor && storedCopy('SheetProperties', { tabColor })),
  });
  importCells(sheet, source);
  importValidations(sheet, source);
  importSizes(sheet, source);
  importRanges(sheet, source);
  return sheet;
}

function importNames(draft: Draft, { namedRanges = [] }: Workbook): void {
  draft.record.namedRanges = namedRanges.flatMap(({ name, range }, index) => {
    try {
      const { sheet, area } = resolveRange(draft, range.replaceAll('$', ''));
      const clipped = clipToGrid(area, gridSize(sheet));
      const gridRange = areaGridRange(sheet.properties.sheetId, clipped);
      return [{ namedRangeId: String(index + 1), name, range: gridRange }];
    } catch {
      return []; // names for formulas, constants or other files have no place here
    }
  });
}

export async function readXlsx(bytes: Uint8Array): Promise<Workbook> {
  const { openXlsx } = await loadHucre();
  try {
    return await openXlsx(bytes, { readStyles: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid(`The file is no workbook that can be read: ${reason}`);
  }
}

export function importXlsx(draft: Draft, workbook: Workbook): void {
  const ids = new Set<number>();
  const sheets = workbook.sheets.map((source, index) => {
    const sheetId =
      index === 0 ? 0 : freshId((id) => ids.has(id) || sheetById(draft, id) !== undefined);
    ids.add(sheetId);
    return importSheet(source, index, sheetId);
  });
  if (sheets.length === 0) throw invalid('The file has no sheets.');
  for (const { properties } of [...draft.sheets]) draft.removeSheet(properties.sheetId);
  sheets.forEach((sheet, index) => draft.addSheet(sheet, index));
  importNames(draft, workbook);
  draft.markRestructured();
}
