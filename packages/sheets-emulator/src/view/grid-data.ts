/** Cells of one range as the API's GridData. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Area } from '../a1/area';
import type { ReadonlyRow } from '../model/grid';
import type { DeveloperMetadata, DimensionProperties, ReadonlySheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { fieldOf, type FieldMask } from '../schema/field-mask';
import { selectFields } from '../schema/apply-mask';
import { isRich } from '../model/cell';
import type { Dimension } from '../structure/dimension-edit';
import { asksOnlyRich, cellView } from './cell-view';
import { printedMessage } from './printed-message';

type GridData = sheets_v4.Schema$GridData;

export const DEFAULT_PIXEL_SIZE = { ROWS: 21, COLUMNS: 100 } as const;

/** What part of the data is asked for: the masks of `values` in a row, of rows and of columns. */
interface DataMask {
  readonly values: FieldMask | undefined;
  readonly rowMetadata: FieldMask | undefined;
  readonly columnMetadata: FieldMask | undefined;
}

function rowView(
  row: ReadonlyRow,
  spreadsheet: Spreadsheet,
  area: Area,
  mask: FieldMask,
): sheets_v4.Schema$RowData {
  const cells = row.slice(area.startColumn, area.endColumn);
  if (asksOnlyRich(mask) && !cells.some(isRich)) return {};
  const values = cells.map((cell) => cellView(cell, spreadsheet, mask));
  while (values.length > 0 && Object.keys(values.at(-1) ?? {}).length === 0) values.pop();
  return values.length === 0 ? {} : { values };
}

/** Rows that are one and the same come as one object: printing makes use of that. */
function rowData(
  sheet: ReadonlySheet,
  spreadsheet: Spreadsheet,
  area: Area,
  mask: FieldMask,
): sheets_v4.Schema$RowData[] {
  const rows: sheets_v4.Schema$RowData[] = [];
  const end = Math.min(area.endRow, sheet.grid.height);
  const known = new Map<ReadonlyRow, sheets_v4.Schema$RowData>();
  for (let index = area.startRow; index < end; index++) {
    const row = sheet.grid.row(index);
    let view = known.get(row);
    if (view === undefined) {
      view = rowView(row, spreadsheet, area, mask);
      known.set(row, view);
    }
    rows.push(view);
  }
  while (rows.length > 0 && rows.at(-1)?.values === undefined) rows.pop();
  return rows;
}

/** Developer metadata of single rows or columns, by index. */
function metadataAt(
  { properties: { sheetId } }: ReadonlySheet,
  { developerMetadata }: Spreadsheet,
  dimension: Dimension,
): Map<number, DeveloperMetadata[]> {
  const byIndex = new Map<number, DeveloperMetadata[]>();
  for (const metadata of developerMetadata) {
    const range = metadata.location?.dimensionRange;
    if (range?.dimension !== dimension || (range.sheetId ?? 0) !== sheetId) continue;
    const index = range.startIndex ?? 0;
    const printed = printedMessage('DeveloperMetadata', metadata);
    byIndex.set(index, [...(byIndex.get(index) ?? []), printed]);
  }
  return byIndex;
}

function dimensionView(
  sheet: ReadonlySheet,
  spreadsheet: Spreadsheet,
  span: { dimension: Dimension; start: number; end: number },
  mask: FieldMask,
): DimensionProperties[] {
  const { dimension, start, end } = span;
  const own = dimension === 'ROWS' ? sheet.rowMetadata : sheet.columnMetadata;
  const metadata = metadataAt(sheet, spreadsheet, dimension);
  const plain = selectFields({ pixelSize: DEFAULT_PIXEL_SIZE[dimension] }, mask);
  return Array.from({ length: Math.max(end - start, 0) }, (_, offset) => {
    const index = start + offset;
    const developerMetadata = metadata.get(index);
    if (own[index] === undefined && developerMetadata === undefined) return plain;
    const properties = {
      pixelSize: DEFAULT_PIXEL_SIZE[dimension],
      ...own[index],
      ...(developerMetadata && { developerMetadata }),
    };
    return selectFields(properties, mask);
  });
}

/** `mask` is that of GridData. */
export function gridData(
  sheet: ReadonlySheet,
  spreadsheet: Spreadsheet,
  area: Area,
  mask: FieldMask,
): GridData {
  const wanted: DataMask = {
    values: fieldOf(fieldOf(mask, 'rowData'), 'values'),
    rowMetadata: fieldOf(mask, 'rowMetadata'),
    columnMetadata: fieldOf(mask, 'columnMetadata'),
  };
  const data: GridData = {};
  if (area.startRow > 0 && fieldOf(mask, 'startRow')) data.startRow = area.startRow;
  if (area.startColumn > 0 && fieldOf(mask, 'startColumn')) data.startColumn = area.startColumn;
  if (wanted.values !== undefined) {
    const rows = rowData(sheet, spreadsheet, area, wanted.values);
    if (rows.length > 0) data.rowData = rows;
  }
  if (wanted.rowMetadata !== undefined) {
    const span = { dimension: 'ROWS', start: area.startRow, end: area.endRow } as const;
    data.rowMetadata = dimensionView(sheet, spreadsheet, span, wanted.rowMetadata);
  }
  if (wanted.columnMetadata !== undefined) {
    const span = { dimension: 'COLUMNS', start: area.startColumn, end: area.endColumn } as const;
    data.columnMetadata = dimensionView(sheet, spreadsheet, span, wanted.columnMetadata);
  }
  return data;
}
