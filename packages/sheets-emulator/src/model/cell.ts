/** What one cell holds. A plain value is the value itself, so that large sheets stay small. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';

export type CellFormat = Readonly<sheets_v4.Schema$CellFormat>;
export type DataValidationRule = Readonly<sheets_v4.Schema$DataValidationRule>;
export type NumberFormat = Readonly<sheets_v4.Schema$NumberFormat>;
export type PivotTable = Readonly<sheets_v4.Schema$PivotTable>;
export type TextFormatRun = Readonly<sheets_v4.Schema$TextFormatRun>;

export type PlainValue = string | number | boolean;

/** A formula's error, with the type names of the API: DIVIDE_BY_ZERO, NAME, REF … */
export interface CellError {
  readonly type: string;
  readonly message: string;
}

export type EffectiveValue = PlainValue | CellError;

/** Never changed in place: rows are shared between the versions of a sheet. */
export interface RichCell {
  /** What was entered, or what the formula gives. */
  readonly value?: EffectiveValue | undefined;
  readonly formula?: string | undefined;
  readonly format?: CellFormat | undefined;
  readonly note?: string | undefined;
  readonly validation?: DataValidationRule | undefined;
  readonly runs?: readonly TextFormatRun[] | undefined;
  /** How the formula's result is shown while the cell has no number format of its own. */
  readonly resultFormat?: NumberFormat | undefined;
  /** The value came from a formula in another cell. */
  readonly isSpilled?: true | undefined;
  /** The pivot table whose first cell this is. */
  readonly pivotTable?: PivotTable | undefined;
  /** The value is shown by a pivot table, its own or that of another cell. */
  readonly isPivoted?: true | undefined;
}

/** Null: nothing there at all. */
export type Cell = PlainValue | RichCell | null;

export const isRich = (cell: Cell): cell is RichCell => typeof cell === 'object' && cell !== null;

export const isError = (value: EffectiveValue | undefined): value is CellError =>
  typeof value === 'object';

export const richCell = (cell: Cell): RichCell => {
  if (isRich(cell)) return cell;
  return cell === null ? {} : { value: cell };
};

/** The smallest form of the same cell: a plain value, or null when nothing is left. */
export function compactCell(cell: RichCell): Cell {
  const { value, formula, format, note, validation, runs } = cell;
  const bare = format === undefined && note === undefined && validation === undefined;
  const isEntered = cell.isSpilled === undefined && cell.isPivoted === undefined;
  const plain =
    formula === undefined && runs === undefined && cell.pivotTable === undefined && isEntered;
  return bare && plain && !isError(value) ? (value ?? null) : cell;
}

export const effectiveValue = (cell: Cell): EffectiveValue | undefined =>
  isRich(cell) ? cell.value : (cell ?? undefined);

export const formatOf = (cell: Cell): CellFormat | undefined =>
  isRich(cell) ? cell.format : undefined;

/** Formats, notes and drop-downs do not count: a cell is filled when it shows a value or holds a formula. */
export function isFilled(cell: Cell): boolean {
  if (!isRich(cell)) return cell !== null && cell !== '';
  return cell.formula !== undefined || (cell.value !== undefined && cell.value !== '');
}

/** The cell with another entered value (or none); a formula and text runs go, the rest stays. */
export function withValue(cell: Cell, value: PlainValue | undefined): Cell {
  if (!isRich(cell)) return value ?? null;
  const { format, note, validation } = cell;
  return compactCell({ value, format, note, validation });
}

/** The cell's format with that of its formula's result where it has none. */
export function shownFormat(cell: RichCell): CellFormat | undefined {
  const { format, resultFormat } = cell;
  if (resultFormat === undefined || format?.numberFormat !== undefined) return format;
  return { ...format, numberFormat: resultFormat };
}

export function withFormat(cell: Cell, format: CellFormat | undefined): Cell {
  const kept = format === undefined || Object.keys(format).length === 0 ? undefined : format;
  return compactCell({ ...richCell(cell), format: kept });
}
