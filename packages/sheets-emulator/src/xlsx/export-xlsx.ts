/**
 * A spreadsheet as an .xlsx file: values, formulas with their results, formats, notes, drop-downs, merges, frozen parts,
 * sizes, hidden and coloured tabs, filters, names, charts and how it is printed. Conditional and alternating colours stay behind.
 */
import type { Cell as XlsxCell, WriteSheet } from 'hucre/xlsx';
import { printArea, printRange } from '../a1/print-range';
import { DEFAULT_ROW_COUNT } from '../limits';
import { isError, isRich, type Cell, type CellFormat, type PlainValue } from '../model/cell';
import type { ReadonlyGrid } from '../model/grid';
import { gridRangeArea, gridSize, type ReadonlySheet } from '../model/sheet';
import { sheetById, type Spreadsheet } from '../model/spreadsheet';
import { errorText } from '../values/render-value';
import { DEFAULT_PIXEL_SIZE } from '../view/grid-data';
import { writtenArray } from './array-formula';
import { toXlsxColor, toXlsxStyle } from './cell-style';
import { writtenCharts } from './export-chart';
import { loadHucre } from './load-hucre';
import { filledPart, pageSetup, printNames, type Filled, type XlsxName } from './page-setup';
import { sheetNames, type NameOf } from './sheet-names';
import { toXlsxValidation, validationAreas } from './validation';
import { toXlsxFormula } from './xlsx-formula';

/** A column of this many pixels shows about one character more than one seven pixels narrower. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 4 / 3;

type Written = Partial<XlsxCell>;
type Style = NonNullable<Written['style']>;

const typeOf = (value: PlainValue): 'string' | 'number' | 'boolean' => {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'boolean';
};

/** How formats and sheets are written in this file. */
interface Writing {
  readonly styleOf: (format: CellFormat) => Style;
  readonly nameOf: NameOf;
  readonly grid: ReadonlyGrid;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** `_x000D_` in a file is a character by its number, so a text that looks like one has its `_` written so. */
const writtenText = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

const writtenValue = (value: PlainValue): PlainValue =>
  typeof value === 'string' ? writtenText(value) : value;

function writtenFormula(formula: string, place: Place, { grid, nameOf }: Writing): Written {
  const array = writtenArray(grid, place, formula);
  return { formula: toXlsxFormula(array.formula, nameOf).slice(1), ...array.parts };
}

function writtenCell(cell: Cell, place: Place, writing: Writing): Written | undefined {
  if (cell === null) return undefined;
  if (!isRich(cell)) return { value: writtenValue(cell), type: typeOf(cell) };
  const { styleOf } = writing;
  const { value: effective, formula, format, note } = cell;
  const result = isError(effective) ? errorText(effective.type) : effective;
  const value = result === undefined ? null : writtenValue(result);
  const content: Written =
    formula === undefined
      ? { value, type: value === null ? 'empty' : typeOf(value) }
      : {
          value,
          type: 'formula',
          ...writtenFormula(formula, place, writing),
          formulaResult: value,
        };
  return {
    ...content,
    ...(format !== undefined && { style: styleOf(format) }),
    ...(note !== undefined && { comment: { text: note } }),
  };
}

/** Cells share formats, so each is turned into a style once. */
function rememberStyles(): (format: CellFormat) => Style {
  const styles = new Map<CellFormat, Style>();
  return (format) => {
    const style = styles.get(format) ?? toXlsxStyle(format);
    styles.set(format, style);
    return style;
  };
}

/** Below what holds something, only as many rows are formatted as a new sheet has. */
function writtenCells(filledRows: number, writing: Writing): Map<string, Written> {
  const { grid } = writing;
  const cells = new Map<string, Written>();
  const height = Math.min(grid.height, Math.max(filledRows, DEFAULT_ROW_COUNT));
  for (let row = 0; row < height; row++) {
    grid.row(row).forEach((cell, column) => {
      const written = writtenCell(cell, { row, column }, writing);
      if (written !== undefined) cells.set(`${row},${column}`, written);
    });
  }
  return cells;
}

function columnDefs(sheet: ReadonlySheet): NonNullable<WriteSheet['columns']> {
  const width = Math.max(-1, ...Object.keys(sheet.columnMetadata).map(Number)) + 1;
  return Array.from({ length: width }, (_, column) => {
    const { pixelSize, hiddenByUser } = sheet.columnMetadata[column] ?? {};
    const pixels = pixelSize ?? DEFAULT_PIXEL_SIZE.COLUMNS;
    return { width: pixels / PIXELS_PER_CHARACTER, ...(hiddenByUser && { hidden: true }) };
  });
}

function rowDefs(sheet: ReadonlySheet): NonNullable<WriteSheet['rowDefs']> {
  const entries = Object.entries(sheet.rowMetadata).map(([row, properties]) => {
    const { pixelSize, hiddenByUser, hiddenByFilter } = properties;
    const isHidden = hiddenByUser === true || hiddenByFilter === true;
    const height = pixelSize ? { height: pixelSize / PIXELS_PER_POINT } : {};
    return [Number(row), { ...height, ...(isHidden && { hidden: true }) }] as const;
  });
  return new Map(entries);
}

interface SheetExport {
  readonly spreadsheet: Spreadsheet;
  readonly nameOf: NameOf;
}

function writtenSheet(sheet: ReadonlySheet, filled: Filled, context: SheetExport): WriteSheet {
  const { nameOf } = context;
  const size = gridSize(sheet);
  const charts = writtenCharts(sheet, context);
  const writing = { styleOf: rememberStyles(), nameOf, grid: sheet.grid };
  const { title, hidden, gridProperties, tabColorStyle } = sheet.properties;
  const merges = sheet.merges.map((merge) => {
    const { startRow, endRow, startColumn, endColumn } = gridRangeArea(merge, size);
    return { startRow, endRow: endRow - 1, startCol: startColumn, endCol: endColumn - 1 };
  });
  const { frozenRowCount, frozenColumnCount } = gridProperties ?? {};
  const filter = sheet.basicFilter?.range;
  return {
    name: nameOf(title),
    rows: [],
    cells: writtenCells(filled.rows, writing),
    pageSetup: pageSetup(sheet, filled),
    ...(charts.length > 0 && { charts }),
    merges,
    columns: columnDefs(sheet),
    rowDefs: rowDefs(sheet),
    dataValidations: validationAreas(sheet.grid)
      .map(({ rule, area }) => toXlsxValidation(rule, area, nameOf))
      .filter((validation) => validation !== undefined),
    ...((frozenRowCount ?? frozenColumnCount) && {
      freezePane: { rows: frozenRowCount ?? 0, columns: frozenColumnCount ?? 0 },
    }),
    ...(filter && { autoFilter: { range: printArea(gridRangeArea(filter, size)) } }),
    ...(hidden === true && { hidden }),
    ...(tabColorStyle?.rgbColor && { view: { tabColor: toXlsxColor(tabColorStyle.rgbColor) } }),
  };
}

function writtenNames(spreadsheet: Spreadsheet, nameOf: NameOf): XlsxName[] {
  return spreadsheet.namedRanges.flatMap(({ name, range }) => {
    const sheet = range && sheetById(spreadsheet, range.sheetId ?? 0);
    if (range === undefined || sheet === undefined || !name) return [];
    const area = gridRangeArea(range, gridSize(sheet));
    return [{ name, range: printRange(nameOf(sheet.properties.title), area) }];
  });
}

export async function exportXlsx(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  const { writeXlsx } = await loadHucre();
  const nameOf = sheetNames(spreadsheet.sheets.map(({ properties }) => properties.title));
  const namedRanges = writtenNames(spreadsheet, nameOf);
  const sheets = spreadsheet.sheets.map((sheet) => {
    const filled = filledPart(sheet);
    namedRanges.push(...printNames(sheet, filled, nameOf(sheet.properties.title)));
    return writtenSheet(sheet, filled, { spreadsheet, nameOf });
  });
  return writeXlsx({ sheets, namedRanges });
}
