/** Puts what the engine worked out into the cells of a draft, in Google's terms. */
import { sameJson } from '../json';
import { isError, isFilled, richCell, type RichCell } from '../model/cell';
import type { Draft } from '../model/draft';
import { gridSize } from '../model/sheet';
import { sheetById, sheetByTitle } from '../model/spreadsheet';
import { inputLocale } from '../values/locale';
import type { EngineOutput, EngineValue } from './formula-engine';
import { ARRAY_IN_ONE_CELL, errorNamed } from './formula-error';
import { givesArray } from './function-names';
import { loneReference } from './references';
import { resultFormat } from './result-format';

type Result = Pick<RichCell, 'value' | 'resultFormat'>;

export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export const placeKey = ({ sheetId, row, column }: Place): string => `${sheetId}/${row}/${column}`;

/** Cells whose result stays the same are left alone, so that their sheets count as untouched. */
export function putResult(draft: Draft, place: Place, result: Result): void {
  const { sheetId, row, column } = place;
  const cell = richCell(sheetById(draft, sheetId)?.grid.cell(row, column) ?? null);
  const isSame =
    sameJson(cell.value, result.value) && sameJson(cell.resultFormat, result.resultFormat);
  if (cell.formula === undefined || isSame) return;
  draft.edit(sheetId).grid.setCell(row, column, { ...cell, ...result });
}

function toResult(draft: Draft, engineValue: EngineValue | undefined): Result {
  if (engineValue === undefined) return { value: undefined, resultFormat: undefined };
  const { value, pattern } = engineValue;
  const error = typeof value === 'string' ? errorNamed(value) : undefined;
  if (error !== undefined) return { value: error, resultFormat: undefined };
  const format = resultFormat(pattern, inputLocale(draft.properties.locale));
  return { value, resultFormat: format };
}

/** A formula that only repeats an empty cell shows nothing; the engine says 0. */
function repeatsEmptyCell(draft: Draft, place: Place, formula: string): boolean {
  const reference = loneReference(formula);
  if (reference === undefined) return false;
  const { title, first } = reference;
  const sheet = title === undefined ? sheetById(draft, place.sheetId) : sheetByTitle(draft, title);
  return !isFilled(sheet?.grid.cell(first.row ?? 0, first.column ?? 0) ?? null);
}

/** The formula's own cell takes the first value; the others are marked as coming from it. */
function spread(
  draft: Draft,
  place: Place,
  values: readonly (readonly (EngineValue | undefined)[])[],
): void {
  const first = toResult(draft, values[0]?.[0]);
  putResult(draft, place, first);
  if (isError(first.value)) return;
  const sheet = draft.edit(place.sheetId);
  const { rowCount, columnCount } = gridSize(sheet);
  values.slice(0, rowCount - place.row).forEach((line, down) => {
    line.slice(0, columnCount - place.column).forEach((one, across) => {
      const [row, column] = [place.row + down, place.column + across];
      if (down === 0 && across === 0) return;
      const result = toResult(draft, one);
      const cell = richCell(sheet.grid.cell(row, column));
      sheet.grid.setCell(row, column, { ...cell, ...result, isSpilled: true });
    });
  });
}

/** `formulaAt` gives the text of the formula in a cell. */
export function applyResults(
  draft: Draft,
  output: EngineOutput,
  formulaAt: (place: Place) => string,
): void {
  const arrays = new Set<string>();
  for (const spill of output.spills) {
    arrays.add(placeKey(spill));
    if (givesArray(formulaAt(spill))) spread(draft, spill, spill.values);
    else putResult(draft, spill, { value: ARRAY_IN_ONE_CELL, resultFormat: undefined });
  }
  for (const place of output.results) {
    if (arrays.has(placeKey(place))) continue;
    const isEmpty = place.result?.value === 0 && repeatsEmptyCell(draft, place, formulaAt(place));
    putResult(draft, place, toResult(draft, isEmpty ? undefined : place.result));
  }
}
