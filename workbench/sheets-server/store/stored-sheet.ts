/** A sheet as one line of the data file: formats and drop-down rules are written once and numbered. */
import { isObject, type Json } from '../json';
import {
  isRich,
  type Cell,
  type CellFormat,
  type DataValidationRule,
  type NumberFormat,
  type RichCell,
  type TextFormatRun,
} from '../model/cell';
import { Grid, type ReadonlyRow } from '../model/grid';
import type { ReadonlySheet, Sheet, SheetRecord } from '../model/sheet';

/** Plain values stand for themselves; `s` and `d` are numbers of formats and validation rules. */
interface StoredCell {
  v?: RichCell['value'];
  f?: string;
  s?: number;
  n?: string;
  d?: number;
  r?: readonly TextFormatRun[];
  t?: NumberFormat;
  p?: true;
}

interface StoredSheet {
  record: SheetRecord;
  formats: CellFormat[];
  validations: DataValidationRule[];
  rows: (StoredRow | 0)[];
}

type StoredRow = (string | number | boolean | null | StoredCell)[];

/** Numbers equal objects alike, the same object without looking inside it twice. */
class Numbering<T extends object> {
  readonly items: T[] = [];
  private readonly byIdentity = new Map<T, number>();
  private readonly byText = new Map<string, number>();

  numberOf(item: T): number {
    const known = this.byIdentity.get(item);
    if (known !== undefined) return known;
    const text = JSON.stringify(item);
    let number = this.byText.get(text);
    if (number === undefined) {
      number = this.items.push(item) - 1;
      this.byText.set(text, number);
    }
    this.byIdentity.set(item, number);
    return number;
  }
}

export function serializeSheet(sheet: ReadonlySheet): string {
  const { grid, ...record } = sheet;
  const formats = new Numbering<CellFormat>();
  const validations = new Numbering<DataValidationRule>();
  const storeCell = (cell: Cell): StoredRow[number] => {
    if (!isRich(cell)) return cell;
    const { value, formula, format, note, validation, runs, resultFormat, isSpilled } = cell;
    return {
      ...(value !== undefined && { v: value }),
      ...(formula !== undefined && { f: formula }),
      ...(format !== undefined && { s: formats.numberOf(format) }),
      ...(note !== undefined && { n: note }),
      ...(validation !== undefined && { d: validations.numberOf(validation) }),
      ...(runs !== undefined && { r: runs }),
      ...(resultFormat !== undefined && { t: resultFormat }),
      ...(isSpilled && { p: isSpilled }),
    };
  };
  const storeRow = (row: ReadonlyRow) => (row.length === 0 ? 0 : row.map(storeCell));
  const rows = Array.from({ length: grid.height }, (_, index) => storeRow(grid.row(index)));
  const stored: StoredSheet = {
    record,
    formats: formats.items,
    validations: validations.items,
    rows,
  };
  return JSON.stringify(stored);
}

function restoreCell(cell: StoredRow[number], sheet: StoredSheet): Cell {
  if (typeof cell !== 'object' || cell === null) return cell;
  // Only what is there: a million cells with eight fields each would take their place.
  return {
    ...(cell.v !== undefined && { value: cell.v }),
    ...(cell.f !== undefined && { formula: cell.f }),
    ...(cell.s !== undefined && { format: sheet.formats[cell.s] }),
    ...(cell.n !== undefined && { note: cell.n }),
    ...(cell.d !== undefined && { validation: sheet.validations[cell.d] }),
    ...(cell.r !== undefined && { runs: cell.r }),
    ...(cell.t !== undefined && { resultFormat: cell.t }),
    ...(cell.p !== undefined && { isSpilled: cell.p }),
  };
}

const looksStored = (value: Json | undefined): boolean =>
  isObject(value) &&
  isObject(value['record']) &&
  Array.isArray(value['rows']) &&
  Array.isArray(value['formats']) &&
  Array.isArray(value['validations']);

/** Throws when the JSON is not a sheet of this format. */
export function restoreSheet(json: Json): Sheet {
  if (!looksStored(json)) throw new Error('a sheet in it is incomplete');
  const stored = json as unknown as StoredSheet; // written by serializeSheet; its parts were just looked for
  const rows = stored.rows.map((row) =>
    row === 0 ? undefined : row.map((cell) => restoreCell(cell, stored)),
  );
  return { ...stored.record, grid: new Grid(rows) };
}
