/** A spreadsheet's view as the bytes of an answer. Rows that are one object are turned to text once, however often they come. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';

const COMMA = Buffer.from(',');

class Printer {
  private readonly pieces: Uint8Array[] = [];
  private readonly rows = new Map<object, Uint8Array>();
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
      this.withList(others, 'rowData', rowData, (row) => {
        this.row(row);
      });
    });
  }

  private row(row: sheets_v4.Schema$RowData): void {
    let bytes = this.rows.get(row);
    if (bytes === undefined) {
      bytes = Buffer.from(JSON.stringify(row));
      this.rows.set(row, bytes);
    }
    this.flush();
    this.pieces.push(bytes);
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
      if (index > 0) this.comma();
      print(item);
    });
    this.text += ']}';
  }

  private comma(): void {
    if (this.text === '') this.pieces.push(COMMA);
    else this.text += ',';
  }

  private flush(): void {
    if (this.text !== '') this.pieces.push(Buffer.from(this.text));
    this.text = '';
  }
}

export function printSpreadsheet(view: sheets_v4.Schema$Spreadsheet): Uint8Array {
  const printer = new Printer();
  printer.spreadsheet(view);
  return printer.bytes();
}
