/** What carries cells to other places, and where a cell is afterwards. It needs nothing of Node, so that a page may use it. */
import { shiftIndex, type DimensionEdit, type Span } from './dimension-edit';

export type Move =
  | (DimensionEdit & {
      /** Only these columns (of rows that move) or rows (of columns) move along; without it all. */
      readonly across?: Span;
    })
  | {
      readonly kind: 'reorder';
      readonly sheetId: number;
      readonly columns: Span;
      /** From where to where; null: the row is gone. Rows that are not named stay. */
      readonly rows: readonly (readonly [from: number, to: number | null])[];
    }
  | { readonly kind: 'deleteSheet'; readonly sheetId: number };

/** From 0. */
export interface CellPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** Null when the cell is gone. */
export function placeAfter(place: CellPlace, moves: readonly Move[]): CellPlace | null {
  let now: CellPlace | null = place;
  for (const move of moves) {
    if (now === null) return null;
    if (move.sheetId === now.sheetId) now = afterOne(now, move);
  }
  return now;
}

const isIn = (index: number, { start, end }: Span): boolean => index >= start && index < end;

function afterOne(place: CellPlace, move: Move): CellPlace | null {
  const { row, column } = place;
  if (move.kind === 'deleteSheet') return null;
  if (move.kind === 'reorder') {
    const found = isIn(column, move.columns) && move.rows.find(([from]) => from === row);
    if (!found) return place;
    return found[1] === null ? null : { ...place, row: found[1] };
  }
  const isRows = move.dimension === 'ROWS';
  if (move.across !== undefined && !isIn(isRows ? column : row, move.across)) return place;
  const index = shiftIndex(isRows ? row : column, move);
  if (index === undefined) return null;
  return isRows ? { ...place, row: index } : { ...place, column: index };
}
