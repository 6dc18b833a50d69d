/** textToColumns, pasteData: requests that take text apart and enter the parts. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { widthOf } from '../a1/area';
import { invalid, notEmulated } from '../api-error';
import { isRich, type Cell } from '../model/cell';
import type { Draft } from '../model/draft';
import type { Sheet } from '../model/sheet';
import { growGrid } from '../structure/edit-dimension';
import { enterAsUser, type EnterValue } from '../values/enter-value';
import { editedText } from '../values/edited-text';
import { splitDelimited } from '../values/split-delimited';
import { pasteCell, type PasteType } from './paste-cell';
import type { RequestHandlers } from './reply';
import { required, targetArea, targetSheet } from './target';

export const enterFor = (draft: Draft): EnterValue =>
  enterAsUser({ localeName: draft.properties.locale, now: draft.now });

type EnterText = (cell: Cell, text: string) => Cell;

/** Delimited text has contents only: there is no format, drop-down or border to be pasted. */
function pastedText(type: PasteType, enter: EnterText): EnterText {
  switch (type) {
    case 'PASTE_NORMAL':
    case 'PASTE_NO_BORDERS':
      return enter;
    case 'PASTE_VALUES':
    case 'PASTE_FORMULA':
      return (cell, text) => {
        const entered = enter(cell, text);
        if (type === 'PASTE_VALUES' && isRich(entered) && entered.formula !== undefined)
          throw notEmulated('pasting the text of a formula as a value');
        return pasteCell(cell, entered, { type, rows: 0, columns: 0 });
      };
    case 'PASTE_FORMAT':
    case 'PASTE_DATA_VALIDATION':
    case 'PASTE_CONDITIONAL_FORMATTING':
      return (cell) => cell;
  }
}

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

interface TextBlock {
  readonly row: number;
  readonly column: number;
  readonly texts: readonly (readonly string[])[];
}

function enterTexts(draft: Draft, sheet: Sheet, block: TextBlock, enter: EnterText): void {
  const { row: startRow, column: startColumn, texts } = block;
  const width = texts.reduce((most, line) => Math.max(most, line.length), 0);
  growGrid(draft, sheet, {
    rowCount: startRow + texts.length,
    columnCount: startColumn + width,
  });
  texts.forEach((line, rowOffset) => {
    line.forEach((text, offset) => {
      const [at, column] = [startRow + rowOffset, startColumn + offset];
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
    const parts = text.split(delimiter).map((part) => part.trim());
    const place = { row: area.startRow + offset, column: area.startColumn };
    enterTexts(draft, sheet, { ...place, texts: [parts] }, enterFor(draft));
  });
}

export const textRequests: RequestHandlers = {
  textToColumns(draft, request) {
    textToColumns(draft, request);
  },

  pasteData(draft, { coordinate, data, delimiter, html, type }) {
    if (html === true) throw notEmulated('pasting HTML');
    const { sheetId, rowIndex, columnIndex } = required(coordinate, 'coordinate');
    const sheet = draft.edit(targetSheet(draft, sheetId).properties.sheetId);
    const texts = splitDelimited(data ?? '', delimiter ?? '\t');
    const pasteType = (type ?? 'PASTE_NORMAL') as PasteType; // checked against the enum
    const block = { row: rowIndex ?? 0, column: columnIndex ?? 0, texts };
    enterTexts(draft, sheet, block, pastedText(pasteType, enterFor(draft)));
  },
};
