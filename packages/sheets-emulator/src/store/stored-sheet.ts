/** A sheet as one line of the data file: formats and drop-down rules are written once and numbered. */
import { isObject, type Json } from '../json';
import {
  isRich,
  type Cell,
  type CellFormat,
  type DataValidationRule,
  type NumberFormat,
  type PivotTable,
  type RichCell,
  type TextFormatRun,
} from '../model/cell';
import { Grid, type ReadonlyGrid, type ReadonlyRow } from '../model/grid';
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
  q?: PivotTable;
  o?: true;
}

interface StoredSheet {
  record: SheetRecord;
  formats: CellFormat[];
  validations: DataValidationRule[];
  /** A number stands for as many more rows that are one with the row before; below 0 for as many empty rows, and 0 for one. */
  rows: (StoredRow | number)[];
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

/** Rows turned to bytes at a time: a large sheet is never there twice as objects. */
const ROWS_AT_A_TIME = 2000;

class SheetWriter {
  private readonly formats = new Numbering<CellFormat>();
  private readonly validations = new Numbering<DataValidationRule>();

  write({ grid, ...record }: ReadonlySheet): Uint8Array {
    const pieces = [Buffer.from(`{"record":${JSON.stringify(record)},"rows":[`)];
    let rows: string[] = [];
    const endPiece = () => {
      pieces.push(Buffer.from(`${pieces.length > 1 ? ',' : ''}${rows.join(',')}`));
      rows = [];
    };
    for (const text of this.rowTexts(grid)) {
      rows.push(text);
      if (rows.length === ROWS_AT_A_TIME) endPiece();
    }
    if (rows.length > 0) endPiece();
    const [formats, validations] = [this.formats.items, this.validations.items].map((items) =>
      JSON.stringify(items),
    );
    pieces.push(Buffer.from(`],"formats":${formats},"validations":${validations}}`));
    return Buffer.concat(pieces);
  }

  private *rowTexts(grid: ReadonlyGrid): Generator<string> {
    for (let row = 0; row < grid.height;) {
      const gap = gapAt(grid, row);
      const repeats = repeatsOf(grid, row);
      if (gap > 0) yield String(-gap);
      else yield repeats > 0 ? String(repeats) : this.rowText(grid.row(row));
      row += Math.max(gap, repeats, 1);
    }
  }

  private rowText(row: ReadonlyRow): string {
    return JSON.stringify(row.some(isRich) ? row.map((cell) => this.storedCell(cell)) : row);
  }

  private storedCell(cell: Cell): StoredRow[number] {
    if (!isRich(cell)) return cell;
    const { value, formula, format, note, validation, runs, resultFormat } = cell;
    const { isSpilled, pivotTable, isPivoted } = cell;
    return {
      ...(value !== undefined && { v: value }),
      ...(formula !== undefined && { f: formula }),
      ...(format !== undefined && { s: this.formats.numberOf(format) }),
      ...(note !== undefined && { n: note }),
      ...(validation !== undefined && { d: this.validations.numberOf(validation) }),
      ...(runs !== undefined && { r: runs }),
      ...(resultFormat !== undefined && { t: resultFormat }),
      ...(isSpilled && { p: isSpilled }),
      ...(pivotTable !== undefined && { q: pivotTable }),
      ...(isPivoted && { o: isPivoted }),
    };
  }
}

/** How many rows from this one on hold nothing. */
function gapAt(grid: ReadonlyGrid, start: number): number {
  let row = start;
  while (row < grid.height && grid.row(row).length === 0) row++;
  return row - start;
}

/** How many rows from this one on are the very row before it: columns formatted as a whole make many. */
function repeatsOf(grid: ReadonlyGrid, start: number): number {
  const before = start > 0 ? grid.row(start - 1) : [];
  let row = start;
  while (row < grid.height && before.length > 0 && grid.row(row) === before) row++;
  return row - start;
}

export const serializeSheet = (sheet: ReadonlySheet): Uint8Array => new SheetWriter().write(sheet);

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
    ...(cell.q !== undefined && { pivotTable: cell.q }),
    ...(cell.o !== undefined && { isPivoted: cell.o }),
  };
}

function restoreGrid(stored: StoredSheet): Grid {
  const grid = new Grid();
  let height = 0;
  for (const row of stored.rows) {
    if (typeof row === 'number') {
      if (row > 0) grid.repeatRow(height - 1, height, height + row);
      height += Math.max(Math.abs(row), 1);
    } else {
      const cells = row.map((cell) => restoreCell(cell, stored));
      grid.setRow(height, cells);
      height++;
    }
  }
  return grid;
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
  return { ...stored.record, grid: restoreGrid(stored) };
}
