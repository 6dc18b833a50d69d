// Reads one column: every distinct cell is read once by the column's schema, however many rows repeat it.
import { cellSchema, choiceSchema, type CellSchema } from './cell-schema';
import type { Column } from '../column';
import { isBlank, type Cell, type CellColumn } from '../table';

/** The entry of `codes` that is no position in `values`. */
export const BLANK = -1;
export const UNREADABLE = -2;

export interface CodedColumn<Value = unknown> {
  /** For each row after the header (0 = sheet row 2): the position of its value in `values`, BLANK or REFUSED. */
  readonly codes: Int32Array;
  /** The distinct checked values, in the order of their first rows. */
  readonly values: readonly Value[];
  /** Distinct cells that were read otherwise than they are written: with spaces inside, or a number for a text. */
  readonly normalised: ReadonlySet<Cell>;
}

export const schemaOf = (column: Column): CellSchema =>
  column.kind === 'choice' ? choiceSchema(column) : cellSchema(column.kind);

export class ReadColumn implements CodedColumn {
  readonly values: readonly unknown[];
  readonly normalised: ReadonlySet<Cell>;
  /** By the codes of `cells`. */
  private readonly verdicts: Int32Array;
  private mapped: Int32Array | null = null;

  /** Without cells the tab does not have the column: then all its rows are blank. */
  constructor(
    column: Column,
    private readonly rows: number,
    private readonly cells: CellColumn = { codes: new Int32Array(rows + 1), distinct: [undefined] },
  ) {
    const coder = new ValueCoder(column);
    const { codes, distinct } = cells;
    // The header's own cell is the first that is met; it is read only when a row repeats it.
    const header = codes.indexOf(codes[0] ?? 0, 1) < 0 ? codes[0] : undefined;
    this.verdicts = Int32Array.from(distinct, (cell, code) =>
      code === header ? BLANK : coder.codeOf(cell),
    );
    this.values = coder.values;
    this.normalised = coder.retyped;
  }

  /** Made for those who ask: most columns are only looked through for what is wrong. */
  get codes(): Int32Array {
    if (this.mapped) return this.mapped;
    const { verdicts, cells } = this;
    const mapped = new Int32Array(this.rows);
    for (let row = 0; row < mapped.length; row += 1)
      mapped[row] = verdicts[cells.codes[row + 1] ?? 0] ?? BLANK;
    return (this.mapped = mapped);
  }

  /** Rows after the header whose cell is BLANK or REFUSED, in order. */
  rowsThatAre(verdict: typeof BLANK | typeof UNREADABLE): number[] {
    const {
      verdicts,
      cells: { codes },
    } = this;
    const isThere = (code: number): boolean => codes.indexOf(code, 1) >= 0;
    const found: number[] = [];
    if (!verdicts.some((code, cell) => code === verdict && isThere(cell))) return found;
    for (let row = 0; row < this.rows; row += 1)
      if (verdicts[codes[row + 1] ?? 0] === verdict) found.push(row);
    return found;
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
    const result = this.schema.schema.safeParse(cell);
    if (!result.success) return UNREADABLE;
    if (result.data !== cell && COMPARED_AS_TEXT.has(this.column.kind)) this.retyped.add(cell);
    return this.numberOf(result.data);
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

/** Kinds whose cells are stored exactly as they are compared. */
const COMPARED_AS_TEXT: ReadonlySet<Column['kind']> = new Set(['id', 'name', 'phone']);
