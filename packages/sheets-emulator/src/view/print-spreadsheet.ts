/** A spreadsheet's view as the bytes of an answer. Neighbouring rows that are one object are turned to text once. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';

const PIECE_CHARACTERS = 1_000_000;

class Printer {
  private readonly pieces: Uint8Array[] = [];
  private text = '';

  spreadsheet({ sheets, ...rest }: sheets_v4.Schema$Spreadsheet): void {
    this.withList(rest, 'sheets', sheets, (sheet) => {
      this.sheet(sheet);
    });
  }

  bytes(): Uint8Array {
    this.flush();
    return Buffer.concat(this.pieces);
  }

  private sheet({ data, ...rest }: sheets_v4.Schema$Sheet): void {
    this.withList(rest, 'data', data, ({ rowData, ...others }) => {
      this.withList(others, 'rowData', rowData && runsOf(rowData), ({ row, count }) => {
        this.rows(row, count);
      });
    });
  }

  private rows(row: object, count: number): void {
    const text = JSON.stringify(row);
    this.text += text;
    if (count > 1) {
      this.flush();
      const again = Buffer.from(`,${text}`);
      for (let left = count - 1; left > 0; left--) this.pieces.push(again);
    }
    if (this.text.length > PIECE_CHARACTERS) this.flush();
  }

  /** The object `rest` with one more field, a list that is printed item by item. */
  private withList<T>(
    rest: object,
    name: string,
    list: readonly T[] | undefined,
    print: (item: T) => void,
  ): void {
    const head = JSON.stringify(rest);
    if (list === undefined) {
      this.text += head;
      return;
    }
    this.text += `${head.slice(0, -1)}${head === '{}' ? '' : ','}"${name}":[`;
    list.forEach((item, index) => {
      if (index > 0) this.text += ',';
      print(item);
    });
    this.text += ']}';
  }

  private flush(): void {
    if (this.text !== '') this.pieces.push(Buffer.from(this.text));
    this.text = '';
  }
}

interface Run {
  readonly row: object;
  count: number;
}

function runsOf(rows: readonly object[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.row === row) last.count++;
    else runs.push({ row, count: 1 });
  }
  return runs;
}

export function printSpreadsheet(view: sheets_v4.Schema$Spreadsheet): Uint8Array {
  const printer = new Printer();
  printer.spreadsheet(view);
  return printer.bytes();
}
