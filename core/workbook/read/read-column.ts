// Reads one column: every distinct cell is read once by the column's schema, however many rows repeat it.
import { cellSchema, choiceSchema, type CellSchema } from './cell-schema';
import type { Column } from '../column';
import { isBlank, type Cell, type CellColumn } from '../table';

/** The entry of `codes` that is no position in `values`. */
export const BLANK = -1;
export const UNREADABLE = -2;

export interface CodedColumn<Value = unknown> {
  /** For each row after the sheet's first (0 = sheet row 2): the position of its value in `values`, BLANK or UNREADABLE. BLANK down to the header. */
  readonly codes: Int32Array;
  /** The distinct checked values, in the order of their first rows. */
  readonly values: readonly Value[];
  /** Distinct cells that were read otherwise than they are written: with spaces inside, or a number for a text. */
  readonly normalised: ReadonlySet<Cell>;
}

/** The rows of a tab with entries, counted from 0 as the sheet's; the end is not part of them. */
export interface RowsToRead {
  readonly first: number;
  readonly end: number;
}

export const schemaOf = (column: Column): CellSchema =>
  column.kind === 'choice' ? choiceSchema(column) : cellSchema(column.kind);

export class ReadColumn implements CodedColumn {
  readonly values: readonly unknown[];
  readonly normalised: ReadonlySet<Cell>;
  /** By the codes of `cells`. */
  private readonly verdicts: Int32Array;
  private mapped: Int32Array | null = null;

  /** Without cells the tab does not have the column: then all its rows are blank. The entries begin at the row `first`, from 0. */
  constructor(
    column: Column,
    private readonly rows: RowsToRead,
    private readonly cells: CellColumn = {
      codes: new Int32Array(rows.end),
      distinct: [undefined],
    },
  ) {
    const coder = new ValueCoder(column);
    const { codes, distinct } = cells;
    // Cells of the header and above it are the first that are met; they are read only when an entry repeats them.
    const above = new Set(codes.subarray(0, rows.first).filter((code) => !this.isEntry(code)));
    this.verdicts = Int32Array.from(distinct, (cell, code) =>
      above.has(code) ? BLANK : coder.codeOf(cell),
    );
    this.values = coder.values;
    this.normalised = coder.retyped;
  }

  /** Made for those who ask: most columns are only looked through for what is wrong. */
  get codes(): Int32Array {
    if (this.mapped) return this.mapped;
    const { verdicts, cells } = this;
    const { first, end } = this.rows;
    const mapped = new Int32Array(Math.max(end - 1, 0)).fill(BLANK, 0, first - 1);
    for (let row = first - 1; row < mapped.length; row += 1)
      mapped[row] = verdicts[cells.codes[row + 1] ?? 0] ?? BLANK;
    return (this.mapped = mapped);
  }

  /** Rows below the header whose cell is BLANK or UNREADABLE, in order. */
  rowsThatAre(verdict: typeof BLANK | typeof UNREADABLE): number[] {
    const {
      verdicts,
      cells: { codes },
    } = this;
    const found: number[] = [];
    if (!verdicts.some((code, cell) => code === verdict && this.isEntry(cell))) return found;
    for (let row = this.rows.first - 1; row < this.rows.end - 1; row += 1)
      if (verdicts[codes[row + 1] ?? 0] === verdict) found.push(row);
    return found;
  }

  private isEntry(code: number): boolean {
    return this.cells.codes.indexOf(code, this.rows.first) >= 0;
  }
}

/** Numbers the values of a column. */
class ValueCoder {
  readonly values: unknown[] = [];
  readonly retyped = new Set<Cell>();
  private readonly schema: CellSchema;
  /** Made for the first cell that is not plain. */
  private codeOfValue: Map<unknown, number> | null = null;

  constructor(private readonly column: Column) {
    this.schema = schemaOf(column);
  }

  codeOf(cell: Cell | undefined): number {
    if (cell === undefined || isBlank(cell)) return BLANK;
    if (this.schema.isPlain?.(cell) === true) return this.codeOfPlain(cell);
    const value = valueOf(this.schema, cell);
    if (value === REFUSED) return UNREADABLE;
    if (value !== cell && COMPARED_AS_TEXT.has(this.column.kind)) this.retyped.add(cell);
    return this.numberOf(value);
  }

  /** A plain cell is its own value, and each cell is read once: only a cell that was changed can have the same value as another. */
  private codeOfPlain(cell: Cell): number {
    return this.codeOfValue ? this.numberOf(cell) : this.values.push(cell) - 1;
  }

  private numberOf(value: unknown): number {
    this.codeOfValue ??= new Map(this.values.map((one, code) => [one, code]));
    const known = this.codeOfValue.get(value);
    if (known !== undefined) return known;
    this.codeOfValue.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

const REFUSED = Symbol('refused');

/** What each schema has made of cells: a workbook is read again and again, and most of its cells are the same each time. */
const VALUES = new WeakMap<CellSchema, Map<Cell, unknown>>();
/** Cells remembered for each schema, and their longest text; others are read anew. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 100;

function valueOf(schema: CellSchema, cell: Cell): unknown {
  const values = VALUES.get(schema) ?? new Map<Cell, unknown>();
  VALUES.set(schema, values);
  const known = values.get(cell);
  if (known !== undefined) return known;
  const { success, data } = schema.schema.safeParse(cell);
  const value = success ? data : REFUSED;
  const isShort = typeof cell !== 'string' || cell.length <= LONGEST_REMEMBERED;
  if (isShort && values.size < MOST_REMEMBERED) values.set(cell, value);
  return value;
}

/** Kinds whose cells are stored exactly as they are compared. */
const COMPARED_AS_TEXT: ReadonlySet<Column['kind']> = new Set(['id', 'name', 'phone']);
