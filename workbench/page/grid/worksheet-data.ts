// A tab's state as the grid component loads it.
import {
  BooleanNumber,
  CellValueType,
  type LocaleType,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
  type Nullable,
} from '@univerjs/core';
import type { GridCell, TabState } from './tab-state';

/** What Sheets gives a new column. */
export const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 24;

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly tabs: readonly TabState[];
}

export function workbookData({ id, title, tabs }: Source, locale: LocaleType): IWorkbookData {
  const sheets = tabs.map((tab) => worksheetData(tab));
  return {
    id,
    name: title,
    appVersion: '',
    locale,
    styles: {},
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

export function worksheetData(tab: TabState): Partial<IWorksheetData> & { readonly id: string } {
  return {
    id: String(tab.sheetId),
    name: tab.title,
    tabColor: tab.color ?? '',
    hidden: tab.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: freeze(tab),
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    mergeData: tab.merges.map((area) => ({ ...area })),
    cellData: cellMatrix(tab),
    rowData: rows(tab),
    columnData: columns(tab),
    rowHeader: { width: 46 },
    columnHeader: { height: 22 },
    showGridlines: BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
}

export function freeze({ frozenRows, frozenColumns }: TabState): IWorksheetData['freeze'] {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows === 0 ? -1 : frozenRows,
    startColumn: frozenColumns === 0 ? -1 : frozenColumns,
  };
}

export function cellData({ value, formula, style }: GridCell): ICellData {
  return {
    ...valueData(value, style),
    ...(formula !== null && { f: formula }),
    ...(style !== null && { s: style }),
  };
}

/** A text of digits would be shown under its column's format, as another date: it is marked as one that stays text. */
const isForced = (text: string, style: GridCell['style']): boolean =>
  style?.n !== undefined && style.n.pattern !== '@' && text.trim() !== '' && !isNaN(Number(text));

export function valueData(
  value: GridCell['value'],
  style: GridCell['style'],
): Pick<ICellData, 'v' | 't'> {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  const isText = isForced(value, style);
  return { v: value, t: isText ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** The other way round: what a cell of the component holds. */
export function valueOf(cell: Nullable<ICellData>): GridCell['value'] {
  if (!cell) return null;
  const richText = cell.p?.body?.dataStream;
  // A paragraph ends in \r, the document in \r\n.
  if (richText !== undefined) return richText.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (cell.v === null || cell.v === undefined || cell.v === '') return null;
  return cell.t === CellValueType.BOOLEAN ? Number(cell.v) === 1 : cell.v;
}

function cellMatrix({ cells }: TabState): IWorksheetData['cellData'] {
  const matrix: Record<number, Record<number, ICellData>> = {};
  cells.forEach((columns, row) => {
    const line: Record<number, ICellData> = {};
    columns.forEach((cell, column) => {
      if (cell !== undefined) line[column] = cellData(cell);
    });
    matrix[row] = line;
  });
  return matrix;
}

function rows(tab: TabState): Record<number, Partial<IRowData>> {
  const data: Record<number, Partial<IRowData>> = {};
  for (const [row, h] of tab.rowHeights) data[row] = { h, ia: BooleanNumber.FALSE };
  for (const row of tab.hiddenRows) data[row] = { ...data[row], hd: BooleanNumber.TRUE };
  return data;
}

function columns(tab: TabState): Record<number, Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  for (const [column, w] of tab.columnWidths) data[column] = { w };
  for (const column of tab.hiddenColumns)
    data[column] = { ...data[column], hd: BooleanNumber.TRUE };
  return data;
}
