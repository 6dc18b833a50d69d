// Changes to the shape of the workbook: from the grid's mutations to the Sheets API's requests.
import type { IRange, IWorksheetData } from '@univerjs/core';
import { toColorStyle } from './cell-style';

type Sizes = number | Readonly<Record<number, number | null>>;

/** The parameters the handled mutations use between them. */
interface Params {
  readonly range: IRange;
  readonly ranges: readonly IRange[];
  readonly sheet: IWorksheetData;
  readonly index: number;
  readonly name: string;
  readonly color: string;
  readonly hidden: number;
  readonly toOrder: number;
  readonly xSplit: number;
  readonly ySplit: number;
  readonly colWidth: Sizes;
  readonly rowHeight: Sizes;
}

type Requests = (sheetId: number, params: Params) => object[];

const REQUESTS: Readonly<Record<string, Requests>> = {
  'sheet.mutation.insert-row': (sheetId, { range }) => [
    { insertDimension: { range: rows(sheetId, range), inheritFromBefore: range.startRow > 1 } },
  ],
  'sheet.mutation.remove-rows': (sheetId, { range }) => [
    { deleteDimension: { range: rows(sheetId, range) } },
  ],
  'sheet.mutation.insert-col': (sheetId, { range }) => [
    {
      insertDimension: { range: columns(sheetId, range), inheritFromBefore: range.startColumn > 0 },
    },
  ],
  'sheet.mutation.remove-col': (sheetId, { range }) => [
    { deleteDimension: { range: columns(sheetId, range) } },
  ],
  'sheet.mutation.insert-sheet': (sheetId, { sheet, index }) => [
    {
      addSheet: {
        properties: {
          sheetId,
          title: sheet.name,
          index,
          gridProperties: { rowCount: sheet.rowCount, columnCount: sheet.columnCount },
        },
      },
    },
  ],
  'sheet.mutation.remove-sheet': (sheetId) => [{ deleteSheet: { sheetId } }],
  'sheet.mutation.set-worksheet-name': (sheetId, { name }) => [
    properties({ sheetId, title: name }, 'title'),
  ],
  'sheet.mutation.set-worksheet-hidden': (sheetId, { hidden }) => [
    properties({ sheetId, hidden: hidden === 1 }, 'hidden'),
  ],
  // The target is counted before the tab has left its place.
  'sheet.mutation.set-worksheet-order': (sheetId, { toOrder, ...params }) => [
    properties({ sheetId, index: toOrder > fromOrder(params) ? toOrder + 1 : toOrder }, 'index'),
  ],
  'sheet.mutation.set-tab-color': (sheetId, { color }) => [
    properties({ sheetId, tabColorStyle: toColorStyle(color) ?? {} }, 'tabColorStyle'),
  ],
  'sheet.mutation.set-frozen': (sheetId, { xSplit, ySplit }) => [
    properties(
      { sheetId, gridProperties: { frozenRowCount: ySplit, frozenColumnCount: xSplit } },
      'gridProperties(frozenRowCount,frozenColumnCount)',
    ),
  ],
  'sheet.mutation.set-worksheet-col-width': (sheetId, { ranges, colWidth }) =>
    ranges.flatMap((range) => sizes(columns(sheetId, range), colWidth)),
  'sheet.mutation.set-worksheet-row-height': (sheetId, { ranges, rowHeight }) =>
    ranges.flatMap((range) => sizes(rows(sheetId, range), rowHeight)),
  'sheet.mutation.set-row-hidden': (sheetId, { ranges }) =>
    ranges.map((range) => hidden(rows(sheetId, range), true)),
  'sheet.mutation.set-row-visible': (sheetId, { ranges }) =>
    ranges.map((range) => hidden(rows(sheetId, range), false)),
  'sheet.mutation.set-col-hidden': (sheetId, { ranges }) =>
    ranges.map((range) => hidden(columns(sheetId, range), true)),
  'sheet.mutation.set-col-visible': (sheetId, { ranges }) =>
    ranges.map((range) => hidden(columns(sheetId, range), false)),
};

/** Null for mutations that are not of this kind or have no equal on the server. */
export function structureRequests(
  mutation: string,
  sheetId: number,
  params: object,
): object[] | null {
  return REQUESTS[mutation]?.(sheetId, params as Params) ?? null; // the component's documented shapes
}

function fromOrder(params: object): number {
  return (params as { fromOrder: number }).fromOrder;
}

interface Dimension {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly startIndex: number;
  readonly endIndex: number;
}

function rows(sheetId: number, { startRow, endRow }: IRange): Dimension {
  return { sheetId, dimension: 'ROWS', startIndex: startRow, endIndex: endRow + 1 };
}

function columns(sheetId: number, { startColumn, endColumn }: IRange): Dimension {
  return { sheetId, dimension: 'COLUMNS', startIndex: startColumn, endIndex: endColumn + 1 };
}

function properties(changed: object, fields: string): object {
  return { updateSheetProperties: { properties: changed, fields } };
}

function hidden(range: Dimension, hiddenByUser: boolean): object {
  const fields = 'hiddenByUser';
  return { updateDimensionProperties: { range, properties: { hiddenByUser }, fields } };
}

/** One size for the whole range, or one for each row or column in it. */
function sizes(range: Dimension, size: Sizes): object[] {
  const update = (part: Dimension, pixels: number) => ({
    updateDimensionProperties: {
      range: part,
      properties: { pixelSize: Math.round(pixels) },
      fields: 'pixelSize',
    },
  });
  if (typeof size === 'number') return [update(range, size)];
  return Object.entries(size).flatMap(([key, pixels]) => {
    const index = Number(key);
    if (pixels === null || index < range.startIndex || index >= range.endIndex) return [];
    return [update({ ...range, startIndex: index, endIndex: index + 1 }, pixels)];
  });
}
