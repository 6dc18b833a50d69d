/** addSheet, deleteSheet, duplicateSheet, updateSheetProperties, updateSpreadsheetProperties. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid, notEmulated } from '../api-error';
import { loseInFormula } from '../formulas/shift-formula';
import { copyOf } from '../json';
import { freshId, freshTitle, newSheet } from '../model/defaults';
import type { Draft } from '../model/draft';
import { isVisible, type ReadonlySheet, type Sheet, type SheetProperties } from '../model/sheet';
import { sheetById } from '../model/spreadsheet';
import { updateFields } from '../schema/apply-mask';
import { checkCellCount } from '../structure/edit-dimension';
import { copySheet, copyTitle } from '../structure/copy-sheet';
import { rewriteFormulas } from '../structure/rewrite-formulas';
import { checkGridChange } from './check-grid';
import { checkTitle } from './check-title';
import type { RequestHandlers } from './reply';
import { requiredMask, sheetWithId } from './target';
import { checkIndex, storedProperties, updateSheet } from './update-sheet';

type Properties = sheets_v4.Schema$SheetProperties;

export function freshSheetId(draft: Draft, wanted: number | null | undefined): number {
  if (wanted === undefined || wanted === null) {
    return freshId((id) => sheetById(draft, id) !== undefined);
  }
  if (wanted < 0) throw invalid('Sheet id must be non-negative.');
  if (sheetById(draft, wanted) !== undefined)
    throw invalid(`Sheet with id ${wanted} already exists.`);
  return wanted;
}

export function addSheet(draft: Draft, asked: Properties): Sheet {
  if ((asked.sheetType ?? 'GRID') !== 'GRID')
    throw notEmulated(`sheets of type ${asked.sheetType ?? ''}`);
  const title = asked.title ?? freshTitle(draft);
  checkTitle(draft, title);
  const index = asked.index ?? draft.sheets.length;
  checkIndex(draft, index);
  const sheetId = freshSheetId(draft, asked.sheetId);
  const properties: SheetProperties = { ...storedProperties(asked), sheetId, title, index };
  const sheet = newSheet(properties);
  checkGridChange(sheet, sheet.properties.gridProperties ?? {});
  draft.addSheet(sheet, index);
  checkCellCount(draft);
  return sheet;
}

/** One visible sheet must stay. */
function checkRemovable(draft: Draft, sheet: ReadonlySheet): void {
  const others = draft.sheets.filter((other) => other !== sheet);
  if (others.length === 0) throw invalid("You can't remove all the sheets in a document.");
  if (!others.some(isVisible)) {
    throw invalid("You can't remove all the visible sheets in a document.");
  }
}

function deleteSheet(draft: Draft, sheetId: number | null | undefined): void {
  const sheet = sheetWithId(draft, sheetId);
  checkRemovable(draft, sheet);
  const id = sheet.properties.sheetId;
  draft.removeSheet(id);
  rewriteFormulas(draft, (formula) => loseInFormula(formula, sheet.properties.title));
  const { record } = draft;
  // The names stay taken, as at Google.
  record.namedRanges = record.namedRanges.map(({ range, ...named }) =>
    range === undefined || (range.sheetId ?? 0) === id ? named : { ...named, range },
  );
  record.developerMetadata = record.developerMetadata.filter(({ location }) => {
    const own = location?.dimensionRange?.sheetId ?? location?.sheetId ?? 0;
    return location?.locationType === 'SPREADSHEET' || own !== id;
  });
}

function duplicateSheet(draft: Draft, request: sheets_v4.Schema$DuplicateSheetRequest): Sheet {
  const { sourceSheetId, insertSheetIndex, newSheetId, newSheetName } = request;
  const source = sheetWithId(draft, sourceSheetId);
  const title = newSheetName ?? copyTitle(draft, source.properties.title);
  const sheetId = freshSheetId(draft, newSheetId);
  checkTitle(draft, title);
  const index = insertSheetIndex ?? 0;
  checkIndex(draft, index);
  const sheet = copySheet(source, { sheetId, title, index });
  draft.addSheet(sheet, index);
  copyMetadata(draft, source.properties.sheetId, sheetId);
  checkCellCount(draft);
  return sheet;
}

/** What is noted at a sheet, its rows and its columns goes with a copy of it, under ids of its own. */
function copyMetadata({ record }: Draft, from: number, to: number): void {
  const isTaken = (id: number): boolean =>
    record.developerMetadata.some(({ metadataId }) => metadataId === id);
  for (const metadata of [...record.developerMetadata]) {
    const { locationType, dimensionRange, sheetId } = metadata.location ?? {};
    if (locationType === 'SPREADSHEET' || (dimensionRange?.sheetId ?? sheetId ?? 0) !== from)
      continue;
    const location = dimensionRange
      ? { ...metadata.location, dimensionRange: { ...dimensionRange, sheetId: to } }
      : { ...metadata.location, sheetId: to };
    record.developerMetadata.push({ ...metadata, metadataId: freshId(isTaken), location });
  }
}

export const sheetRequests: RequestHandlers = {
  addSheet: (draft, { properties = {} }) => ({
    addSheet: { properties: copyOf(addSheet(draft, properties).properties) },
  }),
  deleteSheet(draft, { sheetId }) {
    deleteSheet(draft, sheetId);
  },
  duplicateSheet: (draft, request) => ({
    duplicateSheet: { properties: copyOf(duplicateSheet(draft, request).properties) },
  }),
  updateSheetProperties(draft, { properties = {}, fields }) {
    updateSheet(draft, properties, fields);
  },
  updateSpreadsheetProperties(draft, { properties = {}, fields }) {
    const mask = requiredMask(fields, 'SpreadsheetProperties');
    const updated = copyOf(draft.record.properties);
    updateFields(updated, properties, mask);
    const { title } = updated;
    if (typeof title !== 'string') throw invalid('The spreadsheet title cannot be empty.');
    draft.record.properties = updated;
    draft.markRestructured();
  },
};
