// Files of clerks: .xlsx and .xls spreadsheets, and text with separated cells. What a file is, its bytes say and not its name.
import { gridOf } from '#core/workbook/cell-grid';
import { AppError } from '../../errors';
import type { FileReader, SourceFile, SourceSheet } from '../../ports/file-reader';
import { decodeText } from './decode-text';
import { readDelimited } from './read-delimited';
import { sheetsOf } from './read-spreadsheet';
import { unpackedSize } from './unpacked-size';

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

const ZIP = [0x50, 0x4b];
/** The container of .xls. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Its libraries are loaded with the first file. */
export function fileReader(): FileReader {
  return {
    async read(file) {
      const { name, bytes } = file;
      if (bytes.length > MOST_BYTES) throw tooLarge(name, MOST_BYTES);
      if (beginsWith(bytes, ZIP)) {
        const size = unpackedSize(bytes);
        if (size === null) throw new AppError('fileUnreadable', { facts: { name } });
        if (size > MOST_UNPACKED_BYTES) throw tooLarge(name, MOST_UNPACKED_BYTES);
        return readSpreadsheet(file);
      }
      return beginsWith(bytes, COMPOUND_FILE) ? readSpreadsheet(file) : readText(file);
    },
  };
}

const tooLarge = (name: string, bytes: number): AppError =>
  new AppError('fileTooLarge', { facts: { name, megabytes: bytes / MEGABYTE } });

/** What of the library's table of formats is used; it has no types for it. */
interface DateFormats {
  readonly is_date: (format: string) => boolean;
}

async function readSpreadsheet({ name, bytes }: SourceFile): Promise<readonly SourceSheet[]> {
  const library = await import('@e965/xlsx');
  const formats = library.SSF as DateFormats;
  const book = openable(name, () =>
    library.read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false }),
  );
  return sheetsOf(book, (format) => formats.is_date(format));
}

async function readText({ name, bytes }: SourceFile): Promise<readonly SourceSheet[]> {
  const text = decodeText(bytes);
  if (text === null) throw new AppError('fileUnreadable', { facts: { name } });
  const { parse } = await import('csv-parse/sync');
  const rows = openable(name, () => readDelimited(text, parse));
  return [{ title: '', cells: gridOf(rows) }];
}

/** What a library throws is said of the file. */
function openable<T>(name: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    throw new AppError('fileUnreadable', { facts: { name }, cause });
  }
}
