/** An .xlsx file as the sheets of a spreadsheet; what it replaces is gone. */
import type { Sheet as XlsxSheet } from 'hucre/xlsx';
import { clipToGrid, type Area, type OpenArea } from '../../a1/area';
import { parseArea } from '../../a1/parse-area';
import { DEFAULT_COLUMN_COUNT, DEFAULT_ROW_COUNT, MAX_TITLE_CHARACTERS } from '../../limits';
import { compactCell, richCell, type DataValidationRule } from '../../model/cell';
import { freshId, newSheet } from '../../model/defaults';
import type { Draft } from '../../model/draft';
import { areaGridRange, gridSize, type Sheet } from '../../model/sheet';
import { sheetById } from '../../model/spreadsheet';
import { storedCopy } from '../../schema/store-colors';
import { fromXlsxColor } from '../cell-style';
import { fitSheets } from './fit-sheets';
import { importCells, type CellImport } from './import-cells';
import { importNames } from './import-names';
import type { LeftOut, LeftOutList } from './left-out';
import type { ReadTab, ReadWorkbook } from './read-xlsx';
import { fromXlsxValidation } from '../validation';

const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 4 / 3;

function setRule({ grid }: Sheet, area: Area, rule: DataValidationRule): void {
  grid.mapCells(area, (cell) => compactCell({ ...richCell(cell), validation: rule }));
}

/** One rule may have several ranges, separated by blanks. */
function importValidations(sheet: Sheet, { name, sheet: source }: ReadTab, leftOut: LeftOutList) {
  for (const validation of source.dataValidations ?? []) {
    const rule = fromXlsxValidation(validation);
    if (rule === undefined) leftOut.add('validations', name);
    const areas = validation.range.split(' ').map(parseArea);
    for (const area of areas) {
      if (rule !== undefined && area !== undefined)
        setRule(sheet, clipToGrid(area, gridSize(sheet)), rule);
    }
  }
}

function importSizes(sheet: Sheet, { sheet: source, cellsOf, help }: ReadTab): void {
  const { rowCount, columnCount } = gridSize(sheet);
  (source.columns ?? []).slice(0, columnCount).forEach(({ width, hidden }, column) => {
    if (width === undefined && hidden !== true) return;
    sheet.columnMetadata[column] = {
      ...(width !== undefined && { pixelSize: Math.round(width * PIXELS_PER_CHARACTER) }),
      ...(hidden && { hiddenByUser: true }),
    };
  });
  for (const [index, { height, hidden }] of cellsOf.rowDefs ?? []) {
    const row = help.rowAt[index] ?? index;
    if (row >= rowCount || (height === undefined && hidden !== true)) continue;
    sheet.rowMetadata[row] = {
      ...(height !== undefined && { pixelSize: Math.round(height * PIXELS_PER_POINT) }),
      ...(hidden && { hiddenByUser: true }),
    };
  }
  for (const { start, end, like } of help.repeats) {
    const metadata = sheet.rowMetadata[like];
    if (metadata === undefined) continue;
    for (let row = start; row < Math.min(end, rowCount); row++) {
      sheet.rowMetadata[row] = { ...metadata };
    }
  }
}

function importFilter(sheet: Sheet, { autoFilter }: XlsxSheet): void {
  const filter = autoFilter && parseArea(autoFilter.range);
  if (filter === undefined) return;
  const area = clipToGrid(filter, gridSize(sheet));
  sheet.basicFilter = { range: areaGridRange(sheet.properties.sheetId, area) };
}

const mergeAreas = ({ merges = [] }: XlsxSheet): Area[] =>
  merges.map(({ startRow, endRow, startCol, endCol }) => ({
    startRow,
    endRow: endRow + 1,
    startColumn: startCol,
    endColumn: endCol + 1,
  }));

/** As large as what is in it, and never smaller than a new sheet. */
function growGrid(sheet: Sheet, source: XlsxSheet): void {
  const { grid } = sheet;
  let [rowCount, columnCount] = [Math.max(DEFAULT_ROW_COUNT, grid.height), DEFAULT_COLUMN_COUNT];
  for (let row = 0; row < grid.height; row++) {
    columnCount = Math.max(columnCount, grid.row(row).length);
  }
  const areas: OpenArea[] = mergeAreas(source);
  for (const { endRow, endColumn } of areas) {
    rowCount = Math.max(rowCount, endRow ?? 0);
    columnCount = Math.max(columnCount, endColumn ?? 0);
  }
  const { rows = 0, columns = 0 } = source.freezePane ?? {};
  sheet.properties.gridProperties = {
    rowCount,
    columnCount,
    ...(rows > 0 && { frozenRowCount: Math.min(rows, rowCount - 1) }),
    ...(columns > 0 && { frozenColumnCount: Math.min(columns, columnCount - 1) }),
  };
}

interface TabImport extends CellImport {
  readonly index: number;
  readonly sheetId: number;
  readonly title: string;
}

function importTab(tab: ReadTab, context: TabImport): Sheet {
  const { index, sheetId, title } = context;
  const tabColor = fromXlsxColor(tab.sheet.view?.tabColor);
  const sheet = newSheet({
    sheetId,
    title,
    index,
    ...(tab.isHidden && { hidden: true }),
    ...(tabColor && storedCopy('SheetProperties', { tabColor })),
  });
  importCells(sheet.grid, tab, context);
  sheet.merges = mergeAreas(tab.sheet).map((area) => areaGridRange(sheetId, area));
  growGrid(sheet, tab.sheet);
  return sheet;
}

/** Titles that are missing, too long or the same as another, whatever the case, are made different. */
function freeTitle(name: string, taken: Set<string>): string {
  const wanted = name.slice(0, MAX_TITLE_CHARACTERS) || 'Sheet1';
  let title = wanted;
  for (let count = 2; taken.has(title.toLowerCase()); count++) title = `${wanted} (${count})`;
  taken.add(title.toLowerCase());
  return title;
}

/** What of the file is not in the spreadsheet. */
export function importXlsx(draft: Draft, workbook: ReadWorkbook): LeftOut[] {
  const { tabs, names, leftOut } = workbook;
  const ids = new Set<number>();
  const titles = new Set<string>();
  const sheets = tabs.map((tab, index) => {
    const sheetId =
      index === 0 ? 0 : freshId((id) => ids.has(id) || sheetById(draft, id) !== undefined);
    ids.add(sheetId);
    const title = freeTitle(tab.name, titles);
    return importTab(tab, { ...workbook, index, sheetId, title });
  });
  fitSheets(sheets, leftOut);
  sheets.forEach((sheet, index) => {
    const tab = tabs[index];
    if (tab === undefined) return;
    importValidations(sheet, tab, leftOut);
    importFilter(sheet, tab.sheet);
    importSizes(sheet, tab);
  });
  if (sheets.length === 0) sheets.push(newSheet({ sheetId: 0, title: 'Sheet1', index: 0 }));
  for (const { properties } of [...draft.sheets]) draft.removeSheet(properties.sheetId);
  sheets.forEach((sheet, index) => draft.addSheet(sheet, index));
  importNames(draft, names, leftOut);
  draft.markRestructured();
  return leftOut.list();
}
