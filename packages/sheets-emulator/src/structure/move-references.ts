/** References to cells that were cut and pasted elsewhere follow them. */
import { areaContains, type Area } from '../a1/area';
import { titlePrefix } from '../formulas/adjust-formula';
import {
  printCells,
  referenceArea,
  rewriteReferences,
  type RefCorner,
  type Reference,
} from '../formulas/references';
import type { Draft } from '../model/draft';
import type { ReadonlySheet } from '../model/sheet';
import { sheetById, sheetByTitle } from '../model/spreadsheet';
import { rewriteFormulas } from './rewrite-formulas';

export interface Move {
  readonly sheetId: number;
  readonly area: Area;
  readonly rows: number;
  readonly columns: number;
  /** The sheet pasted to. */
  readonly to: number;
}

function moveCorner(corner: RefCorner, { rows, columns }: Move): RefCorner {
  const { row = 0, column = 0 } = corner;
  return { ...corner, row: row + rows, column: column + columns };
}

function rewriteOne(reference: Reference, draft: Draft, own: ReadonlySheet, move: Move): string {
  const { title, first, second } = reference;
  const asIs = titlePrefix(title) + printCells(reference);
  const pointed = title === undefined ? own : sheetByTitle(draft, title);
  const area = referenceArea(reference);
  if (pointed?.properties.sheetId !== move.sheetId) return asIs;
  if (area === undefined || !areaContains(move.area, area)) return asIs;
  const isHere = own.properties.sheetId === move.to;
  const target = sheetById(draft, move.to)?.properties.title;
  const prefix = titlePrefix(isHere && title === undefined ? undefined : target);
  const moved = { first: moveCorner(first, move), second: second && moveCorner(second, move) };
  return prefix + printCells(moved);
}

export function moveReferences(draft: Draft, move: Move): void {
  rewriteFormulas(draft, (formula, own) =>
    rewriteReferences(formula, (reference) => rewriteOne(reference, draft, own, move)),
  );
}
