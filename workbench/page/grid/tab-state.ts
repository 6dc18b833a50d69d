// One tab as the server holds it, read into the terms of the grid.
import type { CellData, Chart, DimensionProperties, Sheet } from '../server/sheet-json';
import type { Area } from './a1';
import { toArea } from './areas';
import { namedStyle, toHex, type Style } from './cell-style';
import { conditionalColours, type ColourRuleMatch } from './conditional-colours';
import { dropDowns, type DropDown } from './drop-downs';

export type Value = string | number | boolean | null;

export interface GridCell {
  readonly value: Value;
  readonly formula: string | null;
  readonly style: Style | null;
  readonly styleKey: string;
}

export interface TabProperties {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly color: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface TabState extends TabProperties {
  readonly isProtected: boolean;
  /** Rows, then columns; cells with neither content nor looks are left out. */
  readonly cells: readonly (readonly (GridCell | undefined)[])[];
  /** By `row,column`. */
  readonly notes: ReadonlyMap<string, string>;
  /** By `row,column`. */
  readonly links: ReadonlyMap<string, string>;
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Only rows with a height of their own. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** By the user or by the filter. */
  readonly hiddenRows: readonly number[];
  /** What the filter hides: texts by column; empty without a filter. */
  readonly hiddenTexts: ReadonlyMap<number, readonly string[]>;
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Area[];
  readonly validations: readonly DropDown[];
  readonly conditions: readonly ColourRuleMatch[];
  readonly charts: readonly Chart[];
}

/** What Sheets gives a row that nobody has made higher. */
const USUAL_ROW_HEIGHT = 21;

export function readProperties({ properties = {} }: Sheet): TabProperties {
  const { gridProperties = {} } = properties;
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title ?? '',
    hidden: properties.hidden === true,
    color: toHex(properties.tabColorStyle?.rgbColor),
    rowCount: gridProperties.rowCount ?? 1,
    columnCount: gridProperties.columnCount ?? 1,
    frozenRows: gridProperties.frozenRowCount ?? 0,
    frozenColumns: gridProperties.frozenColumnCount ?? 0,
  };
}

export function readTab(sheet: Sheet): TabState {
  const properties = readProperties(sheet);
  const places = [...cellPlaces(sheet)];
  const [data] = sheet.data ?? [];
  return {
    ...properties,
    isProtected: isWhollyProtected(sheet),
    cells: readCells(places),
    notes: textsOf(places, ({ note }) => note),
    links: textsOf(places, ({ hyperlink }) => hyperlink),
    columnWidths: readSizes(data?.columnMetadata ?? []),
    rowHeights: readSizes(data?.rowMetadata ?? [], USUAL_ROW_HEIGHT),
    hiddenRows: hiddenOnes(data?.rowMetadata ?? []),
    hiddenColumns: hiddenOnes(data?.columnMetadata ?? []),
    hiddenTexts: readFilter(sheet),
    merges: (sheet.merges ?? []).map((range) => toArea(range, properties)),
    validations: dropDowns(places),
    conditions: conditionalColours(sheet.conditionalFormats ?? [], properties),
    charts: sheet.charts ?? [],
  };
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly cell: CellData;
}

function* cellPlaces(sheet: Sheet): Generator<Place> {
  for (const { startRow = 0, startColumn = 0, rowData = [] } of sheet.data ?? []) {
    for (const [row, { values = [] }] of rowData.entries()) {
      for (const [column, cell] of values.entries()) {
        yield { row: startRow + row, column: startColumn + column, cell };
      }
    }
  }
}

function readCells(places: readonly Place[]): (GridCell | undefined)[][] {
  const rows: (GridCell | undefined)[][] = [];
  for (const { row, column, cell } of places) {
    const read = readCell(cell);
    if (read !== undefined) (rows[row] ??= [])[column] = read;
  }
  return rows;
}

function readCell(cell: CellData): GridCell | undefined {
  const value = readValue(cell);
  const formula = cell.userEnteredValue?.formulaValue ?? null;
  const { style, styleKey } = namedStyle(cell.userEnteredFormat);
  if (value === null && formula === null && style === null) return undefined;
  return { value, formula, style, styleKey };
}

/** What Sheets shows for an error where it differs from `#` and the error's name. */
const ERROR_WORDS: Readonly<Record<string, string>> = { DIVIDE_BY_ZERO: '#DIV/0!', N_A: '#N/A' };

function readValue({ effectiveValue = {} }: CellData): Value {
  const { numberValue, boolValue, stringValue, errorValue } = effectiveValue;
  if (errorValue !== undefined) {
    const type = errorValue.type ?? 'ERROR';
    return ERROR_WORDS[type] ?? `#${type}${type === 'NAME' ? '?' : '!'}`;
  }
  const text = stringValue === '' ? null : stringValue;
  return numberValue ?? boolValue ?? text ?? null;
}

function textsOf(
  places: readonly Place[],
  read: (cell: CellData) => string | undefined,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { row, column, cell } of places) {
    const text = read(cell);
    if (text !== undefined && text !== '') texts.set(`${row},${column}`, text);
  }
  return texts;
}

function readSizes(dimension: readonly DimensionProperties[], usual?: number): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const [index, { pixelSize }] of dimension.entries()) {
    if (pixelSize !== undefined && pixelSize !== usual) sizes.set(index, pixelSize);
  }
  return sizes;
}

function hiddenOnes(dimension: readonly DimensionProperties[]): number[] {
  return [...dimension.entries()].flatMap(([index, { hiddenByUser, hiddenByFilter }]) =>
    hiddenByUser === true || hiddenByFilter === true ? [index] : [],
  );
}

function readFilter({ basicFilter }: Sheet): Map<number, readonly string[]> {
  const criteria = Object.entries(basicFilter?.criteria ?? {});
  return new Map(
    criteria.map(([column, { hiddenValues = [] }]) => [Number(column), hiddenValues] as const),
  );
}

/** A protected range without bounds covers the whole tab; some only warn. */
function isWhollyProtected({ protectedRanges = [] }: Sheet): boolean {
  return protectedRanges.some(
    ({ range = {} }) =>
      range.startRowIndex === undefined &&
      range.endRowIndex === undefined &&
      range.startColumnIndex === undefined &&
      range.endColumnIndex === undefined,
  );
}
