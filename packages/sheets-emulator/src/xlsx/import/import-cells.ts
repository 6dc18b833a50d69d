/** The cells of a tab of an .xlsx file, put into the grid of a sheet. */
import type { Cell as XlsxCell, Sheet as XlsxSheet } from 'hucre/xlsx';
import { clipToGrid, type Area } from '../../a1/area';
import { parseArea } from '../../a1/parse-area';
import { adjustFormula, canonicalFormula } from '../../formulas/adjust-formula';
import { givesArray } from '../../formulas/function-names';
import {
  compactCell,
  isRich,
  richCell,
  type Cell,
  type CellFormat,
  type PlainValue,
} from '../../model/cell';
import type { Grid } from '../../model/grid';
import { fromXlsxStyle } from '../cell-style';
import type { LeftOutList } from './left-out';
import type { NumberFormats } from './number-formats';
import type { ReadTab } from './read-xlsx';
import { ISO_PATTERNS } from './iso-date';
import { serialIn1900 } from './serial-1904';
import { fromXlsxFormula } from '../xlsx-formula';

export interface CellImport {
  readonly formats: NumberFormats;
  readonly is1904: boolean;
  readonly leftOut: LeftOutList;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Programs write a line break within a cell in three ways; there is one. */
function plainValue(value: XlsxCell['value']): PlainValue | undefined {
  if (value === null || value === '' || typeof value === 'object') return undefined;
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
}

export function importCells(grid: Grid, tab: ReadTab, context: CellImport): void {
  const { cellsOf, sheet, help } = tab;
  const placeOf = (row: number, column: number): Place => ({
    row: help.rowAt[row] ?? row,
    column: help.columnAt[column] ?? column,
  });
  importValues(grid, cellsOf, placeOf);
  const readCell = cellReader(tab, context);
  const sources = cellsOf === sheet ? [sheet] : [cellsOf, sheet];
  for (const source of sources) {
    // Links and notes of cells that were moved together are where they belong already.
    const at = source === cellsOf ? placeOf : (row: number, column: number) => ({ row, column });
    const formulaOf = formulaReader(source);
    for (const [key, cell] of source.cells ?? []) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const place = at(row, column);
      const formula = formulaOf(cell, row, column);
      const before = source === cellsOf ? null : grid.cell(place.row, place.column);
      grid.setCell(place.row, place.column, merged(before, readCell(cell, formula, place)));
    }
  }
  for (const [key, kind] of help.isoDates) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const cell = richCell(grid.cell(row, column));
    grid.setCell(row, column, compactCell({ ...cell, format: dated(cell.format, kind) }));
  }
  for (const { start, end, like } of help.repeats) grid.repeatRow(like, start, end);
  markSpills(grid, cellsOf);
}

/** What a cell holds and what is written about it come from two places when cells were moved together. */
function merged(before: Cell, { value, formula, format, note }: ReturnType<typeof richCell>): Cell {
  if (before === null) return compactCell({ value, formula, format, note });
  const cell = richCell(before);
  return compactCell({ ...cell, note: note ?? cell.note, format: cell.format ?? format });
}

function importValues(
  grid: Grid,
  { rows }: XlsxSheet,
  placeOf: (row: number, column: number) => Place,
): void {
  rows.forEach((values, index) => {
    const cells: Cell[] = [];
    values.forEach((value, column) => {
      const plain = plainValue(value);
      if (plain === undefined) return;
      const place = placeOf(index, column);
      while (cells.length < place.column) cells.push(null);
      cells[place.column] = plain;
    });
    if (cells.length > 0) grid.setRow(placeOf(index, 0).row, cells);
  });
}

function cellReader({ name, help }: ReadTab, { formats, is1904, leftOut }: CellImport) {
  const known = new Map<string, CellFormat | undefined>();
  const formatOf = ({ style, hyperlink }: XlsxCell): CellFormat | undefined => {
    const key = JSON.stringify([style, hyperlink?.target]);
    if (!known.has(key)) {
      const pattern = formats.patternOf(style?.numFmt);
      const format = fromXlsxStyle(style && { ...style, numFmt: pattern ?? 'General' });
      const link = hyperlink && { link: { uri: hyperlink.target } };
      known.set(key, link ? { ...format, textFormat: { ...format?.textFormat, ...link } } : format);
    }
    return known.get(key);
  };
  return (cell: XlsxCell, formula: string | undefined, { row, column }: Place) => {
    const { comment, richText } = cell;
    if (richText?.some(({ font }) => font !== undefined)) leftOut.add('textFormats', name);
    const format = formatOf(cell);
    const value = plainValue(cell.value);
    const isIso = help.isoDates.has(`${row},${column}`);
    const shifts = is1904 && !isIso && typeof value === 'number';
    return richCell(
      compactCell({
        // The result that the file has is shown where this server cannot work it out.
        value:
          formula !== undefined && cell.type === 'error'
            ? undefined
            : shifts
              ? serialIn1900(value, format?.numberFormat)
              : value,
        formula,
        format,
        note: comment?.text,
      }),
    );
  };
}

/** A cell that holds a date and no format for one shows it in ISO form. */
function dated(format: CellFormat | undefined, kind: keyof typeof ISO_PATTERNS): CellFormat {
  const type = format?.numberFormat?.type ?? '';
  if (type in ISO_PATTERNS) return { ...format };
  return { ...format, numberFormat: { type: kind, pattern: ISO_PATTERNS[kind] } };
}

/** Where a formula that was filled down is written out; the other cells name it by its number. */
interface SharedFormula extends Place {
  readonly formula: string;
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
  const read = (formula: string): string => canonicalFormula(fromXlsxFormula(`=${formula}`));
  return (cell: XlsxCell, row: number, column: number): string | undefined => {
    const { formula, formulaSharedIndex, formulaType } = cell;
    if (formula === undefined) return undefined;
    const origin = formulaSharedIndex === undefined ? undefined : shared.get(formulaSharedIndex);
    if (formula === '') {
      return (
        origin && adjustFormula(read(origin.formula), row - origin.row, column - origin.column)
      );
    }
    const text = read(formula);
    // FILTER and the like spread by themselves; any other needs ARRAYFORMULA, as at Google.
    return formulaType === 'array' && !givesArray(text) ? `=ARRAYFORMULA(${text.slice(1)})` : text;
  };
}

/** The other cells of an array's area have no formula: they show what the first one gives. */
function markSpills(grid: Grid, { cells }: XlsxSheet): void {
  for (const [key, { formulaType, formulaRef }] of cells ?? []) {
    const area = formulaType === 'array' ? parseArea(formulaRef ?? '') : undefined;
    if (area === undefined) continue;
    const clipped = clipToGrid(area, { rowCount: grid.height, columnCount: area.endColumn ?? 0 });
    markSpill(grid, clipped, key);
  }
}

function markSpill(grid: Grid, area: Area, first: string): void {
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const cell = grid.cell(row, column);
      const isFormula = isRich(cell) && cell.formula !== undefined;
      if (`${row},${column}` === first || cell === null || isFormula) continue;
      grid.setCell(row, column, { ...richCell(cell), isSpilled: true });
    }
  }
}
