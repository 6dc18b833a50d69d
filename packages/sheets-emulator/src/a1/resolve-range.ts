/** Finds the sheet and the cells that a range text or a data filter means. */
import { invalid } from '../api-error';
import { gridSize, isVisible, type ReadonlySheet } from '../model/sheet';
import { sheetById, sheetByTitle, type NamedRange, type Spreadsheet } from '../model/spreadsheet';
import { clipToGrid, startsOutside, WHOLE_SHEET, type Area, type OpenArea } from './area';
import { parseArea } from './parse-area';
import { printRange } from './print-range';
import { splitRange } from './split-range';

export interface ResolvedRange {
  readonly sheet: ReadonlySheet;
  /** As asked, ends perhaps open or beyond the grid. */
  readonly area: OpenArea;
}

const unparsable = (text: string) => invalid(`Unable to parse range: ${text}`);

function namedRange(spreadsheet: Spreadsheet, name: string): ResolvedRange | undefined {
  const wanted = name.toLowerCase();
  const found = spreadsheet.namedRanges.find((range) => range.name?.toLowerCase() === wanted);
  return found?.range === undefined ? undefined : gridRangeOf(spreadsheet, found.range);
}

export function gridRangeOf(
  spreadsheet: Spreadsheet,
  range: NonNullable<NamedRange['range']>,
): ResolvedRange {
  const sheet = sheetById(spreadsheet, range.sheetId ?? 0);
  if (sheet === undefined) throw invalid(`No grid with id: ${range.sheetId ?? 0}`);
  const area = {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? undefined,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? undefined,
  };
  return { sheet, area };
}

function onFirstVisibleSheet(spreadsheet: Spreadsheet, text: string): ResolvedRange | undefined {
  const area = parseArea(text);
  const sheet = spreadsheet.sheets.find(isVisible);
  return area === undefined || sheet === undefined ? undefined : { sheet, area };
}

function wholeSheet(spreadsheet: Spreadsheet, title: string): ResolvedRange | undefined {
  const sheet = sheetByTitle(spreadsheet, title);
  return sheet === undefined ? undefined : { sheet, area: WHOLE_SHEET };
}

function onNamedSheet(
  spreadsheet: Spreadsheet,
  title: string,
  cells: string,
): ResolvedRange | undefined {
  const sheet = sheetByTitle(spreadsheet, title);
  if (sheet === undefined) return undefined;
  const area = parseArea(cells);
  if (area !== undefined) return { sheet, area };
  const named = namedRange(spreadsheet, cells);
  return named?.sheet === sheet ? named : undefined;
}

/** Unquoted, a name means the named range before the sheet; quoted, only the sheet. */
export function resolveRange(spreadsheet: Spreadsheet, text: string): ResolvedRange {
  const { title, cells } = splitRange(text);
  let found: ResolvedRange | undefined;
  if (title !== undefined && cells === undefined) found = wholeSheet(spreadsheet, title);
  else if (title !== undefined) found = onNamedSheet(spreadsheet, title, cells ?? '');
  else {
    found = namedRange(spreadsheet, text) ?? onFirstVisibleSheet(spreadsheet, text);
  }
  found ??= wholeSheet(spreadsheet, text);
  if (found === undefined) throw unparsable(text);
  return found;
}

/** A range may reach over the grid's edge, but not start beyond it. */
export function checkInsideGrid(range: ResolvedRange): void {
  const { sheet, area } = range;
  const size = gridSize(sheet);
  if (!startsOutside(area, size)) return;
  throw exceedsGrid(sheet, area);
}

export function exceedsGrid(sheet: ReadonlySheet, area: OpenArea) {
  const { rowCount, columnCount } = gridSize(sheet);
  const range = printRange(sheet.properties.title, area);
  return invalid(
    `Range (${range}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
  );
}

/** The cells to read: open ends filled, ends beyond the grid cut. */
export function readableArea(range: ResolvedRange): Area {
  checkInsideGrid(range);
  return clipToGrid(range.area, gridSize(range.sheet));
}

export const printCanonical = (range: ResolvedRange): string =>
  printRange(range.sheet.properties.title, clipToGrid(range.area, gridSize(range.sheet)));
