/** Refuses writes to ranges that the caller protected without staying among the editors. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { areaContains, areasMeet, clipToGrid, WHOLE_SHEET, type Area } from '../a1/area';
import { invalid } from '../api-error';
import type { Draft } from '../model/draft';
import { gridRangeArea, gridSize, type GridRange, type ReadonlySheet } from '../model/sheet';
import { splitDelimited } from '../values/split-delimited';
import { autoFillTarget } from './auto-fill';
import type { ApiRequest, RequestKind } from './reply';
import { targetArea, targetSheet, targetSpan } from './target';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

interface Place {
  readonly sheet: ReadonlySheet;
  readonly area: Area;
}

export const protectedRefusal = () =>
  invalid(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

export const isLocked = ({ requestingUserCanEdit, warningOnly }: ProtectedRange): boolean =>
  requestingUserCanEdit === false && warningOnly !== true;

function rangeOf(draft: Draft, { range, namedRangeId }: ProtectedRange): GridRange | undefined {
  if (range !== undefined) return range;
  return draft.namedRanges.find((named) => named.namedRangeId === namedRangeId)?.range;
}

export function checkMayEdit(draft: Draft, { sheet, area }: Place): void {
  const size = gridSize(sheet);
  for (const protection of sheet.protectedRanges.filter(isLocked)) {
    const free = (protection.unprotectedRanges ?? []).some((range) =>
      areaContains(gridRangeArea(range, size), area),
    );
    const locked = gridRangeArea(rangeOf(draft, protection) ?? {}, size);
    if (!free && areasMeet(locked, area)) throw protectedRefusal();
  }
}

const whole = (sheet: ReadonlySheet): Place => ({
  sheet,
  area: clipToGrid(WHOLE_SHEET, gridSize(sheet)),
});

type Ranged = { readonly range?: GridRange };
const ofRange = (draft: Draft, { range }: Ranged): Place[] => [targetArea(draft, range)];

type Spanned = { readonly range?: sheets_v4.Schema$DimensionRange };
function ofSpan(draft: Draft, { range }: Spanned): Place[] {
  const { sheet, dimension, start, end } = targetSpan(draft, range);
  const { area } = whole(sheet);
  const part =
    dimension === 'ROWS'
      ? { startRow: start, endRow: end }
      : { startColumn: start, endColumn: end };
  return [{ sheet, area: { ...area, ...part } }];
}

/** The rest of the sheet from here on, as far as so many rows and columns go. */
function fromStart(
  draft: Draft,
  start: sheets_v4.Schema$GridCoordinate | undefined,
  [rows, columns]: readonly [rows: number, columns: number],
): Place {
  const { rowIndex: row, columnIndex: column } = start ?? {};
  const [startRow, startColumn] = [row ?? 0, column ?? 0];
  const area = { startRow, endRow: startRow + rows, startColumn, endColumn: startColumn + columns };
  return { sheet: targetSheet(draft, start?.sheetId), area };
}

const longest = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((most, row) => Math.max(most, row.length), 0);

const widest = (rows: readonly sheets_v4.Schema$RowData[]): number =>
  longest(rows.map(({ values }) => values ?? []));

type EditedPlaces = {
  readonly [K in RequestKind]?: (draft: Draft, request: NonNullable<ApiRequest[K]>) => Place[];
};

/** What each kind writes to. appendCells goes below everything, so only a protected sheet hinders it. */
const editedPlaces: EditedPlaces = {
  repeatCell: ofRange,
  setDataValidation: ofRange,
  sortRange: ofRange,
  randomizeRange: ofRange,
  deleteRange: ofRange,
  insertRange: ofRange,
  autoFill(draft, request) {
    const { sheet, filled } = autoFillTarget(draft, request);
    return [{ sheet, area: filled }];
  },
  pasteData(draft, { coordinate, data, delimiter }) {
    const rows = splitDelimited(data ?? '', delimiter ?? '\t');
    return [fromStart(draft, coordinate, [rows.length, longest(rows)])];
  },
  mergeCells: ofRange,
  unmergeCells: ofRange,
  updateBorders: ofRange,
  trimWhitespace: ofRange,
  deleteDuplicates: ofRange,
  deleteDimension: ofSpan,
  updateDimensionProperties: ofSpan,
  moveDimension: (draft, { source }) =>
    ofSpan(draft, source === undefined ? {} : { range: source }),
  copyPaste: (draft, { destination }) => [targetArea(draft, destination)],
  cutPaste(draft, { source, destination }) {
    const from = targetArea(draft, source);
    const { startRow, endRow, startColumn, endColumn } = from.area;
    return [from, fromStart(draft, destination, [endRow - startRow, endColumn - startColumn])];
  },
  updateCells: (draft, { range, start, rows = [] }) =>
    range === undefined
      ? [fromStart(draft, start, [rows.length, widest(rows)])]
      : ofRange(draft, { range }),
  appendCells(draft, { sheetId }) {
    const { sheet, area } = whole(targetSheet(draft, sheetId));
    return [{ sheet, area: { ...area, startRow: area.endRow - 1 } }];
  },
  deleteSheet: (draft, { sheetId }) => [whole(targetSheet(draft, sheetId))],
};

type AnyPlaces = (draft: Draft, body: ApiRequest[RequestKind]) => Place[];

export function checkProtection(draft: Draft, request: ApiRequest, kind: RequestKind): void {
  if (!draft.sheets.some(({ protectedRanges }) => protectedRanges.some(isLocked))) return;
  const places = editedPlaces[kind] as AnyPlaces | undefined; // the table pairs each kind with its body
  for (const place of places?.(draft, request[kind]) ?? []) checkMayEdit(draft, place);
}
