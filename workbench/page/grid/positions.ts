// Up to which revision of the workbook the rows and columns of a tab are where the grid shows them.
import { placeAfter, type Move } from 'sheets-emulator/moves';
import type { TouchedCell } from './touched-cells';

export class Positions {
  private readonly revisions = new Map<number, number>();
  private readonly lost = new Set<number>();

  /** Undefined for a tab that only the grid knows so far. */
  revisionOf(sheetId: number): number | undefined {
    return this.revisions.get(sheetId);
  }

  /** The grid shows the tab as of this revision. */
  show(sheetId: number, revision: number): void {
    this.revisions.set(sheetId, revision);
    this.lost.delete(sheetId);
  }

  /** Rows or columns moved here and elsewhere at once: until the tab is shown anew, nobody knows which cell is which. */
  lose(sheetId: number): void {
    this.lost.add(sheetId);
  }

  isLost(sheetId: number): boolean {
    return this.lost.has(sheetId);
  }
}

/** Cells where they are now, and those that are gone; null for moves that nobody knows any more. */
export function followCells(
  sheetId: number,
  cells: readonly TouchedCell[],
  moves: readonly Move[] | null,
): { readonly kept: TouchedCell[]; readonly gone: TouchedCell[] } {
  const kept: TouchedCell[] = [];
  const gone: TouchedCell[] = [];
  for (const cell of cells) {
    const { row, column } = cell;
    const place = moves === null ? null : placeAfter({ sheetId, row, column }, moves);
    if (place === null) gone.push(cell);
    else kept.push({ ...cell, row: place.row, column: place.column });
  }
  return { kept, gone };
}
