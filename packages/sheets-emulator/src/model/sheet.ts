/** One sheet: its cells in a grid, everything else as the API's own messages. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Area, GridSize } from '../a1/area';
import type { Grid, ReadonlyGrid } from './grid';

export type GridRange = sheets_v4.Schema$GridRange;
export type DimensionProperties = sheets_v4.Schema$DimensionProperties;
export type DeveloperMetadata = sheets_v4.Schema$DeveloperMetadata;

export type SheetProperties = sheets_v4.Schema$SheetProperties & { sheetId: number; title: string };

/** Everything of a sheet but its cells: plain JSON. */
export interface SheetRecord {
  properties: SheetProperties;
  merges: GridRange[];
  conditionalFormats: sheets_v4.Schema$ConditionalFormatRule[];
  filterViews: sheets_v4.Schema$FilterView[];
  protectedRanges: sheets_v4.Schema$ProtectedRange[];
  basicFilter: sheets_v4.Schema$BasicFilter | null;
  charts: sheets_v4.Schema$EmbeddedChart[];
  bandedRanges: sheets_v4.Schema$BandedRange[];
  tables: sheets_v4.Schema$Table[];
  rowGroups: sheets_v4.Schema$DimensionGroup[];
  columnGroups: sheets_v4.Schema$DimensionGroup[];
  /** Only rows and columns that differ from the default, by index. */
  rowMetadata: Record<number, DimensionProperties>;
  columnMetadata: Record<number, DimensionProperties>;
}

export interface Sheet extends SheetRecord {
  grid: Grid;
}

export type ReadonlySheet = Readonly<Omit<Sheet, 'grid'>> & { readonly grid: ReadonlyGrid };

export function newSheetRecord(properties: SheetProperties): SheetRecord {
  return {
    properties,
    merges: [],
    conditionalFormats: [],
    filterViews: [],
    protectedRanges: [],
    basicFilter: null,
    charts: [],
    bandedRanges: [],
    tables: [],
    rowGroups: [],
    columnGroups: [],
    rowMetadata: {},
    columnMetadata: {},
  };
}

export function gridSize(sheet: ReadonlySheet): GridSize {
  const grid = sheet.properties.gridProperties;
  return { rowCount: grid?.rowCount ?? 0, columnCount: grid?.columnCount ?? 0 };
}

export const isVisible = (sheet: ReadonlySheet): boolean => sheet.properties.hidden !== true;

/** Missing ends of a GridRange reach to the edge of the grid. */
export function gridRangeArea(range: GridRange, size: GridSize): Area {
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? size.rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? size.columnCount,
  };
}

export function areaGridRange(sheetId: number, area: Area): GridRange {
  return {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
}
