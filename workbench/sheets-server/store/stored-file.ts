/** The data file's text: one line of JSON per sheet, so that only changed sheets are written out anew. */
import { isObject, type Json } from '../json';
import type { ReadonlySheet } from '../model/sheet';
import type { Spreadsheet, SpreadsheetRecord } from '../model/spreadsheet';
import { restoreSheet, serializeSheet } from './stored-sheet';

const FORMAT = 'lectern-sheets';
const VERSION = 1;

/** Committed sheets never change, so their text is kept until they are forgotten. */
const texts = new WeakMap<ReadonlySheet, string>();

function sheetText(sheet: ReadonlySheet): string {
  let text = texts.get(sheet);
  if (text === undefined) {
    text = serializeSheet(sheet);
    texts.set(sheet, text);
  }
  return text;
}

function spreadsheetText(spreadsheet: Spreadsheet): string {
  const { sheets, ...record } = spreadsheet;
  const head = JSON.stringify(record).slice(0, -1);
  return `${head},"sheets":[\n${sheets.map(sheetText).join(',\n')}\n]}`;
}

export function serializeFile(spreadsheets: Iterable<Spreadsheet>): string {
  const texts = [...spreadsheets].map(spreadsheetText);
  return `{"format":"${FORMAT}","version":${VERSION},"spreadsheets":[\n${texts.join(',\n')}\n]}\n`;
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
    throw new Error('it is not a Lectern data file');
  const { version, spreadsheets } = json;
  if (version !== VERSION) {
    throw new Error(`it has version ${JSON.stringify(version)}, this program reads ${VERSION}`);
  }
  if (!Array.isArray(spreadsheets)) throw new Error('it holds no list of spreadsheets');
  return spreadsheets.map(restoreSpreadsheet);
}
