/** textToColumns, pasteData: requests that take text apart and enter the parts. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { widthOf } from '../a1/area';
import { invalid, notEmulated } from '../api-error';
import type { Draft } from '../model/draft';
import type { Sheet } from '../model/sheet';
import { growGrid } from '../structure/edit-dimension';
import { enterAsUser, type EnterValue } from '../values/enter-value';
import { editedText } from '../values/edited-text';
import { splitDelimited } from '../values/split-delimited';
import type { RequestHandlers } from './reply';
import { required, targetArea, targetSheet } from './target';

export const enterFor = (draft: Draft): EnterValue =>
  enterAsUser({ localeName: draft.properties.locale, now: draft.now });

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  PERIOD: '.',
  SPACE: ' ',
};

function delimiterOf(
  request: sheets_v4.Schema$TextToColumnsRequest,
  texts: readonly string[],
): string {
  const { delimiter, delimiterType = 'DELIMITER_TYPE_UNSPECIFIED' } = request;
  if (delimiterType === 'CUSTOM') return required(delimiter, 'delimiter');
  if (delimiterType === 'AUTODETECT') {
    return (
      Object.values(DELIMITERS).find((sign) => texts.some((text) => text.includes(sign))) ?? ','
    );
  }
  const known = DELIMITERS[delimiterType ?? ''];
  if (known === undefined) throw invalid('A delimiter type must be specified.');
  return known;
}

function enterTexts(
  draft: Draft,
  sheet: Sheet,
  origin: { row: number; column: number },
  rows: readonly (readonly string[])[],
): void {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  growGrid(draft, sheet, {
    rowCount: origin.row + rows.length,
    columnCount: origin.column + width,
  });
  const enter = enterFor(draft);
  rows.forEach((row, rowOffset) => {
    row.forEach((text, offset) => {
      const [at, column] = [origin.row + rowOffset, origin.column + offset];
      sheet.grid.setCell(at, column, enter(sheet.grid.cell(at, column), text));
    });
  });
}

function textToColumns(draft: Draft, request: sheets_v4.Schema$TextToColumnsRequest): void {
  const { sheetId, area } = targetArea(draft, required(request.source, 'source'));
  if (widthOf(area) !== 1) throw invalid('The source range must span exactly one column.');
  const sheet = draft.edit(sheetId);
  const texts = Array.from({ length: area.endRow - area.startRow }, (_, offset) =>
    editedText(sheet.grid.cell(area.startRow + offset, area.startColumn), false),
  );
  const filled = texts.filter((text) => text !== undefined);
  const delimiter = delimiterOf(request, filled);
  texts.forEach((text, offset) => {
    if (text === undefined) return;
    const origin = { row: area.startRow + offset, column: area.startColumn };
    enterTexts(draft, sheet, origin, [text.split(delimiter).map((part) => part.trim())]);
  });
}

export const textRequests: RequestHandlers = {
  textToColumns(draft, request) {
    textToColumns(draft, request);
  },

  pasteData(draft, { coordinate, data, delimiter, html, type }) {
    if (html === true) throw notEmulated('pasting HTML');
    if ((type ?? 'PASTE_NORMAL') !== 'PASTE_NORMAL')
      throw notEmulated(`pasteData of type ${type ?? ''}`);
    const { sheetId, rowIndex, columnIndex } = required(coordinate, 'coordinate');
    const sheet = draft.edit(targetSheet(draft, sheetId).properties.sheetId);
    const rows = splitDelimited(data ?? '', delimiter ?? '\t');
    enterTexts(draft, sheet, { row: rowIndex ?? 0, column: columnIndex ?? 0 }, rows);
  },
};
