/** Cells of one range as the API's GridData. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Area } from '../a1/area';
import type { ReadonlyRow } from '../model/grid';
import type { DimensionProperties, ReadonlySheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { fieldOf, type FieldMask } from '../schema/field-mask';
import { selectFields } from '../schema/apply-mask';
import { isRich } from '../model/cell';
import { asksOnlyRich, cellView } from './cell-view';

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

function dimensionView(
  own: Readonly<Record<number, DimensionProperties>>,
  span: { start: number; end: number; pixelSize: number },
  mask: FieldMask,
): DimensionProperties[] {
  return Array.from({ length: Math.max(span.end - span.start, 0) }, (_, offset) => {
    const properties = { pixelSize: span.pixelSize, ...own[span.start + offset] };
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
    const span = { start: area.startRow, end: area.endRow, pixelSize: DEFAULT_PIXEL_SIZE.ROWS };
    data.rowMetadata = dimensionView(sheet.rowMetadata, span, wanted.rowMetadata);
  }
  if (wanted.columnMetadata !== undefined) {
    const pixelSize = DEFAULT_PIXEL_SIZE.COLUMNS;
    const span = { start: area.startColumn, end: area.endColumn, pixelSize };
    data.columnMetadata = dimensionView(sheet.columnMetadata, span, wanted.columnMetadata);
  }
  return data;
}
