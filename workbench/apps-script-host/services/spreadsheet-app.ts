import { columnLetters, columnNumber } from 'sheets-emulator/a1';
import type { Emulate } from '../emulate';
import type { EditFacts, HostCalls, SheetFacts } from '../protocol';

const A1 = /^\$?[A-Za-z]{1,3}\$?[1-9]\d*(:\$?[A-Za-z]{1,3}\$?[1-9]\d*)?$/;
const OPEN_ENDED = /^(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)$/;

/** The part of a range, or of a sheet, that the methods taking one need. */
interface Activatable {
  activate(): unknown;
}

export function createSpreadsheetApp(emulate: Emulate, host: HostCalls, ui: object): object {
  const spreadsheet = createSpreadsheet(emulate, host);
  return emulate('SpreadsheetApp', {
    getActive: () => spreadsheet,
    getActiveSpreadsheet: () => spreadsheet,
    setActiveSheet: activate,
    setActiveRange: activate,
    getUi: () => ui,
  });
}

function activate(target: Activatable): unknown {
  return target.activate();
}

function createSpreadsheet(emulate: Emulate, host: HostCalls): object {
  const sheets = () => host.spreadsheet().sheets;
  const wrap = (sheet: SheetFacts | undefined) =>
    sheet === undefined ? null : createSheet(emulate, host, sheet);
  return emulate('Spreadsheet', {
    getId: () => host.spreadsheet().id,
    getName: () => host.spreadsheet().title,
    getSpreadsheetLocale: () => host.spreadsheet().locale,
    getSpreadsheetTimeZone: () => host.spreadsheet().timeZone,
    getSheets: () => sheets().map(wrap),
    getSheetByName: (title: string) => wrap(sheets().find((sheet) => sheet.title === title)),
    getSheetById: (id: number) => wrap(sheets().find(({ sheetId }) => sheetId === id)),
    getRange(address: string) {
      const [, quoted, plain, a1 = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address) ?? [];
      const title = quoted?.replaceAll("''", "'") ?? plain;
      const sheet = sheets().find((one) => one.title === title);
      if (sheet === undefined) throw new Error(`Range not found: ${address}`);
      return createRange(emulate, host, { sheet, a1 });
    },
    setActiveSheet: activate,
    setActiveRange: activate,
    toast: (message: string, title = '') =>
      host.toast(title === '' ? message : `${title}：${message}`),
  });
}

/** What an installed onEdit trigger hands to its function. */
export function createEditEvent(
  emulate: Emulate,
  host: HostCalls,
  { sheetId, a1 }: EditFacts,
): object {
  const sheet = host.spreadsheet().sheets.find((one) => one.sheetId === sheetId);
  if (sheet === undefined) throw new Error(`No sheet with id ${sheetId}`);
  return emulate('Event', {
    range: createRange(emulate, host, { sheet, a1 }),
    source: createSpreadsheet(emulate, host),
  });
}

function createSheet(emulate: Emulate, host: HostCalls, sheet: SheetFacts): object {
  const self = emulate('Sheet', {
    getSheetId: () => sheet.sheetId,
    getName: () => sheet.title,
    getSheetName: () => sheet.title,
    isSheetHidden: () => sheet.hidden,
    getRange: (...address: (string | number)[]) =>
      createRange(emulate, host, { sheet, a1: a1Of(address) }),
    setActiveRange: activate,
    activate() {
      host.select({ sheetId: sheet.sheetId, a1: 'A1' });
      return self;
    },
  });
  return self;
}

interface RangeFacts {
  readonly sheet: SheetFacts;
  readonly a1: string;
}

function createRange(emulate: Emulate, host: HostCalls, { sheet, a1 }: RangeFacts): object {
  if (!A1.test(a1) && !OPEN_ENDED.test(a1)) throw new Error(`Range not found: ${a1}`);
  const self = emulate('Range', {
    getA1Notation: () => a1,
    getSheet: () => createSheet(emulate, host, sheet),
    getRow: () => Math.min(...rowsOf(a1)),
    getLastRow: () => Math.max(...rowsOf(a1)),
    getColumn: () => Math.min(...columnsOf(a1)),
    getLastColumn: () => Math.max(...columnsOf(a1)),
    activate() {
      host.select({ sheetId: sheet.sheetId, a1 });
      return self;
    },
  });
  return self;
}

function rowsOf(a1: string): number[] {
  if (!A1.test(a1)) throw new Error(`not emulated: the rows of ${a1}`);
  return a1.split(':').map((corner) => Number(/\d+$/.exec(corner)?.[0]));
}

function columnsOf(a1: string): number[] {
  if (!A1.test(a1)) throw new Error(`not emulated: the columns of ${a1}`);
  return a1.split(':').map((corner) => columnNumber(/[A-Z]+/i.exec(corner)?.[0] ?? '') + 1);
}

/** `getRange("B2:C3")` or `getRange(row, column, rows, columns)`, counted from 1. */
function a1Of(address: readonly (string | number)[]): string {
  const [first, column = 1, rows = 1, columns = 1] = address;
  if (typeof first === 'string') return first;
  const row = Number(first);
  const from = `${columnLetters(Number(column) - 1)}${row}`;
  if (rows === 1 && columns === 1) return from;
  const lastColumn = columnLetters(Number(column) + Number(columns) - 2);
  return `${from}:${lastColumn}${row + Number(rows) - 1}`;
}
