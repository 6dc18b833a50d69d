// Reads one column block by block: every distinct cell is judged once by the column's schema.
import { finding, type Finding } from '../finding';
import { CellCodes } from './cell-codes';
import { cellSchema, choiceSchema, type CellSchema } from './cell-schema';
import type { Column } from './column';
import { factsOf } from './column-facts';
import { BLANK_CELL } from './shape-rules';
import type { Tab } from './tab';
import { isBlank, type Cell, type Table } from './table';

/** What stands in `codes` instead of a position in `values`. */
export const BLANK = -1;
export const REFUSED = -2;

/** Some rows that follow each other. Row 0 is the one below the header. */
export interface Block {
  readonly from: number;
  readonly length: number;
  /** Which of its rows are not blank; a clerk's own columns do not make a row. */
  readonly isFilled: Uint8Array;
}

/** A column while its tab is gone through. */
export interface ScannedColumn<Value = unknown> {
  /** For each row of the block: the position of its value in `values`, BLANK or REFUSED. */
  readonly codes: Int32Array;
  /** The distinct checked values met so far. */
  readonly values: readonly Value[];
  /** Distinct cells that were taken otherwise than they stand: with spaces inside, or a number for a text. */
  readonly retyped: ReadonlySet<Cell>;
}

/** A cell that says nothing: blank though it is needed, or refused. */
export interface WrongCell {
  /** The sheet's own row number. */
  readonly row: number;
  readonly column: string;
  readonly isBlank: boolean;
}

interface Placed {
  readonly key: string;
  readonly column: Column;
  readonly position: number | undefined;
}

export class ColumnReader implements ScannedColumn {
  readonly key: string;
  /** Position in the sheet; below 0: the tab does not have the column. */
  readonly position: number;
  readonly codes: Int32Array;
  readonly values: unknown[] = [];
  readonly retyped = new Set<Cell>();
  readonly wrongCells: WrongCell[] = [];
  /** Of the block read last. */
  private lowest = 0;
  private readonly column: Column;
  private readonly judge: CellSchema;
  private readonly cellCodes = new CellCodes((cell) => this.judgeCell(cell));
  /** Made for the first cell that is not plain. */
  private codeOfValue: Map<unknown, number> | null = null;

  constructor(
    private readonly tab: Tab,
    { key, column, position = -1 }: Placed,
    blockLength: number,
  ) {
    this.key = key;
    this.column = column;
    this.position = position;
    this.codes = new Int32Array(blockLength).fill(BLANK);
    this.judge = column.kind === 'choice' ? choiceSchema(column) : cellSchema(column.kind);
  }

  readBlock({ rows }: Table, { from, length, isFilled }: Block): void {
    const { codes, cellCodes, position } = this;
    let lowest = 0;
    for (let at = 0; at < length; at += 1) {
      const code = cellCodes.of(rows[from + at + 1]?.[position]);
      codes[at] = code;
      if (code < lowest) lowest = code;
      if (code !== BLANK) isFilled[at] = 1;
    }
    this.lowest = lowest;
  }

  /** After all columns of the block were read, when it is known which rows are filled. */
  noteWrongCells({ from, length, isFilled }: Block): void {
    const isNeeded = this.column.filled === true;
    if (this.lowest > (isNeeded ? BLANK : REFUSED)) return;
    for (let at = 0; at < length; at += 1) {
      const code = this.codes[at] ?? BLANK;
      if (code === REFUSED || (isNeeded && code === BLANK && isFilled[at] === 1))
        this.wrongCells.push({ row: from + at + 2, column: this.key, isBlank: code === BLANK });
    }
  }

  findings({ rows }: Table): Finding[] {
    const { tab, column, judge, position, wrongCells } = this;
    const facts = factsOf(column);
    return wrongCells.map((wrong) => {
      const place = { tab: tab.key, row: wrong.row, column: wrong.column };
      return wrong.isBlank
        ? finding(BLANK_CELL, place, '', { label: column.label })
        : finding(judge.rule, place, rows[wrong.row - 1]?.[position], facts);
    });
  }

  private judgeCell(cell: Cell | undefined): number {
    if (cell === undefined || isBlank(cell)) return BLANK;
    if (this.judge.isPlain?.(cell) === true) return this.codeOfPlain(cell);
    const result = this.judge.schema.safeParse(cell);
    if (!result.success) return REFUSED;
    if (result.data !== cell && COMPARED_AS_TEXT.has(this.column.kind)) this.retyped.add(cell);
    return this.codeOf(result.data);
  }

  /** A plain cell is its own value, and each cell is judged once: only a cell that was changed can have the same value as another. */
  private codeOfPlain(cell: Cell): number {
    return this.codeOfValue ? this.codeOf(cell) : this.values.push(cell) - 1;
  }

  private codeOf(value: unknown): number {
    this.codeOfValue ??= new Map(this.values.map((one, code) => [one, code]));
    const known = this.codeOfValue.get(value);
    if (known !== undefined) return known;
    this.codeOfValue.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Kinds whose cells are stored exactly as they are compared. */
const COMPARED_AS_TEXT: ReadonlySet<Column['kind']> = new Set(['id', 'name', 'phone']);
