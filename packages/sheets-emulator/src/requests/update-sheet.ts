/** updateSheetProperties: title, place among the tabs, visibility, colour, size and frozen part of one sheet. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid } from '../api-error';
import { renameInFormula } from '../formulas/shift-formula';
import { copyOf } from '../json';
import type { Draft } from '../model/draft';
import { isVisible, type Sheet, type SheetProperties } from '../model/sheet';
import { updateFields } from '../schema/apply-mask';
import { withTwins } from '../schema/color-mask';
import { fieldOf, type FieldMask } from '../schema/field-mask';
import { storedCopy } from '../schema/store-colors';
import { resizeGrid } from '../structure/edit-dimension';
import { rewriteFormulas } from '../structure/rewrite-formulas';
import { checkGridChange } from './check-grid';
import { checkTitle } from './check-title';
import { requiredMask, sheetWithId } from './target';

type Properties = sheets_v4.Schema$SheetProperties;
type GridProperties = sheets_v4.Schema$GridProperties;

const FLAGS = ['hidden', 'rightToLeft'] as const;
const GRID_SETTINGS = [
  'frozenRowCount',
  'frozenColumnCount',
  'hideGridlines',
  'rowGroupControlAfter',
  'columnGroupControlAfter',
] as const;

/** As Google prints them: settings that are off and colours that were taken away are left out. */
export function storedProperties(properties: Properties): Properties {
  const stored = storedCopy('SheetProperties', properties);
  const grid: GridProperties = stored.gridProperties ?? {};
  for (const flag of FLAGS) if (stored[flag] !== true) Reflect.deleteProperty(stored, flag);
  for (const name of GRID_SETTINGS) {
    if (grid[name] === false || grid[name] === 0) Reflect.deleteProperty(grid, name);
  }
  if (stored.tabColorStyle !== undefined && Object.keys(stored.tabColorStyle).length === 0) {
    Reflect.deleteProperty(stored, 'tabColorStyle');
    Reflect.deleteProperty(stored, 'tabColor');
  }
  return stored;
}

export function checkIndex(draft: Draft, index: number): void {
  const { length } = draft.sheets;
  if (index >= 0 && index <= length) return;
  throw invalid(`Sheet index ${index} is out of bounds: there are ${length} sheets.`);
}

function rename(draft: Draft, sheet: Sheet, title: string): void {
  const from = sheet.properties.title;
  checkTitle(draft, title, sheet.properties.sheetId);
  sheet.properties.title = title;
  rewriteFormulas(draft, (formula) => renameInFormula(formula, from, title));
  draft.markRestructured();
}

/** Cells beyond a smaller grid are gone for good. */
function setGrid(draft: Draft, sheet: Sheet, gridProperties: GridProperties): void {
  const rowCount = gridProperties.rowCount ?? 0;
  const columnCount = gridProperties.columnCount ?? 0;
  const { grid } = sheet;
  if (grid.height > rowCount) grid.deleteRows(rowCount, grid.height);
  grid.deleteColumns(columnCount, Number.MAX_SAFE_INTEGER);
  resizeGrid(draft, sheet, { rowCount, columnCount });
}

/** Title and index are changed by their own rules; id and type never change. */
function merged(current: SheetProperties, asked: Properties, mask: FieldMask): SheetProperties {
  const updated: Properties = copyOf(current);
  updateFields(updated, storedCopy('SheetProperties', asked), mask);
  const { sheetId, title, index, sheetType } = current;
  return {
    ...storedProperties(updated),
    sheetId,
    title,
    index: index ?? 0,
    sheetType: sheetType ?? 'GRID',
  };
}

export function updateSheet(
  draft: Draft,
  asked: Properties,
  fields: string | null | undefined,
): void {
  const mask = withTwins(requiredMask(fields, 'SheetProperties'), 'SheetProperties');
  const { sheetId, title, index } = sheetWithId(draft, asked.sheetId).properties;
  const sheet = draft.edit(sheetId);
  sheet.properties = merged(sheet.properties, asked, mask);
  const gridProperties = sheet.properties.gridProperties ?? {};
  checkGridChange(sheet, gridProperties);
  setGrid(draft, sheet, gridProperties);
  const newTitle = fieldOf(mask, 'title') === undefined ? title : (asked.title ?? '');
  if (newTitle !== title) rename(draft, sheet, newTitle);
  // An index asked for but not given is the end of the tabs.
  const newIndex =
    fieldOf(mask, 'index') === undefined ? index : (asked.index ?? draft.sheets.length);
  if (typeof newIndex === 'number' && newIndex !== index) {
    checkIndex(draft, newIndex);
    draft.moveSheet(sheetId, newIndex);
  }
  if (!draft.sheets.some(isVisible)) throw invalid("You can't hide all the sheets in a document.");
}
