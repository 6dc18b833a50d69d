// The answer of `values.batchGet`, read from its bytes: most cells repeat one above them and need not be decoded again.
import { gridOf } from '#core/workbook/cell-grid';
import type { Cell, CellGrid } from '#core/workbook/table';
import { ColumnTokens } from './column-tokens';
import {
  byteAt,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfToken,
  OPEN_LIST,
  OPEN_OBJECT,
  skipSpace,
} from './json-bytes';

/** One grid for each range, in order; the same as from `JSON.parse`. Throws SyntaxError when the answer is no JSON. */
export function readValueRanges(answer: ArrayBuffer): CellGrid[] {
  const bytes = Buffer.from(answer);
  try {
    return new AnswerReader(bytes).read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Another layout than Google's, or broken: JSON.parse decides.
    return parseValueRanges(bytes.toString('utf8'));
  }
}

interface Answer {
  readonly valueRanges?:
    readonly { readonly values?: readonly (readonly Cell[])[] | null }[] | null;
}

function parseValueRanges(text: string): CellGrid[] {
  const { valueRanges } = JSON.parse(text) as Answer; // the API's documented shape
  return (valueRanges ?? []).map(({ values }) => gridOf(values ?? []));
}

/** Throws SyntaxError at whatever it does not expect. */
class AnswerReader {
  private at = 0;

  private readonly view: DataView;

  constructor(private readonly bytes: Buffer) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): CellGrid[] {
    let grids: CellGrid[] = [];
    this.readObject((key) => {
      if (key === 'valueRanges') grids = this.readRanges();
      else this.readPlain();
    });
    if (skipSpace(this.bytes, this.at) < this.bytes.length) throw new SyntaxError('more to read');
    return grids;
  }

  private readRanges(): CellGrid[] {
    const grids: CellGrid[] = [];
    this.readList(() => {
      let grid: CellGrid = { height: 0, columns: [] };
      this.readObject((key) => {
        if (key === 'values') grid = this.readValues();
        else this.readPlain();
      });
      grids.push(grid);
    });
    return grids;
  }

  private readValues(): CellGrid {
    const columns: ColumnTokens[] = [];
    let height = 0;
    this.readList(() => {
      this.readRow(columns, height);
      height += 1;
    });
    return { height, columns: columns.map((tokens) => tokens.finish(height)) };
  }

  /** The list of a row, without a function called for each cell: there are millions. */
  private readRow(columns: ColumnTokens[], row: number): void {
    const { bytes } = this;
    let at = this.expect(OPEN_LIST);
    for (let column = 0; byteAt(bytes, at) !== CLOSE_LIST || column > 0; column += 1) {
      const tokens = (columns[column] ??= new ColumnTokens(bytes, this.view, at));
      at = skipSpace(bytes, tokens.read(row, at));
      const next = byteAt(bytes, at);
      if (next === CLOSE_LIST) break;
      if (next !== COMMA) throw new SyntaxError('a row goes on after a comma');
      at = skipSpace(bytes, at + 1);
    }
    this.at = at + 1;
  }

  private readList(readItem: () => void): void {
    this.at = this.expect(OPEN_LIST);
    if (this.accepts(CLOSE_LIST)) return;
    do readItem();
    while (this.accepts(COMMA));
    this.expect(CLOSE_LIST);
  }

  private readObject(readValue: (key: unknown) => void): void {
    this.expect(OPEN_OBJECT);
    if (this.accepts(CLOSE_OBJECT)) return;
    do {
      const key = this.readPlain();
      this.expect(COLON);
      readValue(key);
    } while (this.accepts(COMMA));
    this.expect(CLOSE_OBJECT);
  }

  /** A text, a number, `true`, `false` or `null`. */
  private readPlain(): unknown {
    const start = skipSpace(this.bytes, this.at);
    this.at = endOfToken(this.bytes, start);
    return JSON.parse(this.bytes.toString('utf8', start, this.at));
  }

  private accepts(byte: number): boolean {
    const at = skipSpace(this.bytes, this.at);
    if (byteAt(this.bytes, at) !== byte) return false;
    this.at = at + 1;
    return true;
  }

  /** Returns the place of the next byte that is no space. */
  private expect(byte: number): number {
    if (!this.accepts(byte)) throw new SyntaxError(`expected ${String.fromCharCode(byte)}`);
    return (this.at = skipSpace(this.bytes, this.at));
  }
}
