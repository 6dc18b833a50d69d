/** updateBorders: each line of a range is written into the formats of the cells along it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Area } from '../a1/area';
import { formatOf, withFormat, type CellFormat } from '../model/cell';
import type { Sheet } from '../model/sheet';
import { storedCopy } from '../schema/store-colors';
import type { RequestHandlers } from './reply';
import { targetArea } from './target';

type Border = sheets_v4.Schema$Border;
type Side = 'top' | 'bottom' | 'left' | 'right';
type Sides = Partial<Record<Side, Border>>;

const WIDTHS: Readonly<Record<string, number>> = { SOLID_MEDIUM: 2, SOLID_THICK: 3, DOUBLE: 3 };

function stored(border: Border): Border {
  const width = WIDTHS[border.style ?? ''] ?? 1;
  return storedCopy('Border', { color: {}, ...border, width });
}

function sidesAt(
  area: Area,
  row: number,
  column: number,
  request: sheets_v4.Schema$UpdateBordersRequest,
): Sides {
  const { top, bottom, left, right, innerHorizontal, innerVertical } = request;
  const above = row === area.startRow ? top : innerHorizontal;
  const below = row === area.endRow - 1 ? bottom : innerHorizontal;
  const before = column === area.startColumn ? left : innerVertical;
  const after = column === area.endColumn - 1 ? right : innerVertical;
  return {
    ...(above && { top: above }),
    ...(below && { bottom: below }),
    ...(before && { left: before }),
    ...(after && { right: after }),
  };
}

function withSides(format: CellFormat | undefined, sides: Sides): CellFormat {
  const borders: Sides = { ...format?.borders };
  // The keys of `sides` are sides.
  for (const side of Object.keys(sides) as Side[]) {
    const border = sides[side];
    if (border === undefined || border.style === 'NONE') Reflect.deleteProperty(borders, side);
    else borders[side] = stored(border);
  }
  const updated = { ...format, borders };
  if (Object.keys(borders).length === 0) Reflect.deleteProperty(updated, 'borders');
  return updated;
}

function drawBorders(
  { grid }: Sheet,
  area: Area,
  request: sheets_v4.Schema$UpdateBordersRequest,
): void {
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const sides = sidesAt(area, row, column, request);
      if (Object.keys(sides).length === 0) continue;
      const cell = grid.cell(row, column);
      grid.setCell(row, column, withFormat(cell, withSides(formatOf(cell), sides)));
    }
  }
}

export const borderRequests: RequestHandlers = {
  updateBorders(draft, request) {
    const { sheetId, area } = targetArea(draft, request.range);
    drawBorders(draft.edit(sheetId), area, request);
  },
};
