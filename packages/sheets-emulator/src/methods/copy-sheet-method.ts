/** sheets.copyTo: a copy of one sheet at the end of another spreadsheet. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid } from '../api-error';
import { copyOf } from '../json';
import { freshId } from '../model/defaults';
import type { Draft } from '../model/draft';
import type { ReadonlySheet } from '../model/sheet';
import { sheetById } from '../model/spreadsheet';
import { copySheet, copyTitle } from '../structure/copy-sheet';
import { checkCellCount } from '../structure/edit-dimension';
import { spreadsheetIdOf, type ApiMethod } from './api-method';

function addCopy(draft: Draft, source: ReadonlySheet): sheets_v4.Schema$SheetProperties {
  const index = draft.sheets.length;
  const title = copyTitle(draft, source.properties.title);
  const sheetId = freshId((id) => sheetById(draft, id) !== undefined);
  const sheet = copySheet(source, { sheetId, title, index });
  draft.addSheet(sheet, index);
  checkCellCount(draft);
  return copyOf(sheet.properties);
}

export const sheetsCopyTo: ApiMethod = {
  name: 'spreadsheets.sheets.copyTo',
  verb: 'POST',
  path: '{spreadsheetId}/sheets/{sheetId}:copyTo',
  query: [],
  body: { message: 'CopySheetToAnotherSpreadsheetRequest', name: '' },
  answer: 'SheetProperties',
  quota: 'write',
  async run({ store }, call) {
    const { destinationSpreadsheetId } =
      call.body as sheets_v4.Schema$CopySheetToAnotherSpreadsheetRequest; // checked against the message
    const source = store.read(spreadsheetIdOf(call));
    const sheetId = Number(call.path['sheetId']);
    const sheet = sheetById(source, sheetId);
    if (sheet === undefined) throw invalid(`No grid with id: ${call.path['sheetId'] ?? ''}`);
    const { result } = await store.change(destinationSpreadsheetId ?? '', (draft) =>
      addCopy(draft, sheet),
    );
    return result;
  },
};
