/** The data file's text: one line of JSON per sheet, so that only changed sheets are written again. */
import { isObject, type Json } from '../json';
import type { ReadonlySheet } from '../model/sheet';
import type { Spreadsheet, SpreadsheetRecord } from '../model/spreadsheet';
import { restoreSheet, serializeSheet } from './stored-sheet';

/** Never changes: data files from the time when this was a part of Lectern are still read. */
const FORMAT = 'lectern-sheets';
/** Version 1 wrote every row, however alike they were; it is still read. */
const VERSION = 2;
const READ_VERSIONS: readonly unknown[] = [1, VERSION];

/** What a file is written from, one after another. */
export type Pieces = Iterable<string | Uint8Array>;

/** Committed sheets never change, so their bytes are kept until they are forgotten. */
const known = new WeakMap<ReadonlySheet, Uint8Array>();

function sheetBytes(sheet: ReadonlySheet): Uint8Array {
  let bytes = known.get(sheet);
  if (bytes === undefined) {
    bytes = serializeSheet(sheet);
    known.set(sheet, bytes);
  }
  return bytes;
}

function* spreadsheetPieces(spreadsheet: Spreadsheet): Generator<string | Uint8Array> {
  const { sheets, ...record } = spreadsheet;
  yield `${JSON.stringify(record).slice(0, -1)},"sheets":[\n`;
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) yield ',\n';
    yield sheetBytes(sheet);
  }
  yield '\n]}';
}

/** The file as it is now, whatever changes while it is being written. */
export function serializeFile(spreadsheets: Iterable<Spreadsheet>): Pieces {
  const pieces: (string | Uint8Array)[] = [];
  for (const spreadsheet of spreadsheets) {
    pieces.push(pieces.length > 0 ? ',\n' : '', ...spreadsheetPieces(spreadsheet));
  }
  const head = `{"format":"${FORMAT}","version":${VERSION},"spreadsheets":[\n`;
  return [head, ...pieces, '\n]}\n'];
}

function restoreSpreadsheet(json: Json): Spreadsheet {
  if (!isObject(json) || !isObject(json['properties']) || !Array.isArray(json['sheets'])) {
    throw new Error('a spreadsheet in it is incomplete');
  }
  const { sheets, ...record } = json;
  if (typeof record['spreadsheetId'] !== 'string') throw new Error('a spreadsheet has no id');
  return {
    ...(record as unknown as SpreadsheetRecord), // written by spreadsheetText; its parts were just looked for
    sheets: Array.isArray(sheets) ? sheets.map(restoreSheet) : [],
  };
}

/** Throws, saying why, when the text was not written by serializeFile. */
export function restoreFile(text: string): Spreadsheet[] {
  const json = JSON.parse(text) as Json;
  if (!isObject(json) || json['format'] !== FORMAT)
    throw new Error('it is not a data file of the Sheets emulator');
  const { version, spreadsheets } = json;
  if (!READ_VERSIONS.includes(version)) {
    throw new Error(
      `it has version ${JSON.stringify(version)}, this program reads ${READ_VERSIONS.join(' and ')}`,
    );
  }
  if (!Array.isArray(spreadsheets)) throw new Error('it holds no list of spreadsheets');
  return spreadsheets.map(restoreSpreadsheet);
}
