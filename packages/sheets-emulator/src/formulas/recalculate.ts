/** Works out every formula and pivot table of a changed spreadsheet. */
import {
  compactCell,
  effectiveValue,
  isError,
  isRich,
  type Cell,
  type CellError,
  type RichCell,
} from '../model/cell';
import type { Draft } from '../model/draft';
import type { ReadonlyRow } from '../model/grid';
import type { ReadonlySheet } from '../model/sheet';
import { sheetById } from '../model/spreadsheet';
import { applyResults, placeKey, putResult, type Place } from './apply-results';
import { ContainedEngine } from './contained-engine';
import { formulaCells, type FormulaCell } from './formula-cells';
import {
  ENGINE_FAILED,
  OTHER_FILE,
  PARSE_ERROR,
  TABLE_NAMES,
  unknownFunctionError,
} from './formula-error';
import {
  isWellFormed,
  linksOtherFile,
  namesTable,
  unknownFunction,
  unknownName,
} from './function-names';
import { recalculatePivots } from './recalculate-pivots';
import { createEngine } from './univer-engine';
import { wallClockSerial } from './wall-clock';

/** One for all spreadsheets: each takes its time to load. */
const engine = new ContainedEngine(createEngine);

const reported = new Set<string>();

function report(name: string): void {
  if (reported.has(name)) return;
  reported.add(name);
  console.warn(`The formula function ${name} is not emulated: cells that use it show #NAME?.`);
}

/** Errors that need no calculation: text that is no formula, and functions that the engine lacks. */
function refusal(formula: string, knows: (name: string) => boolean): CellError | undefined {
  if (!isWellFormed(formula)) return PARSE_ERROR;
  if (linksOtherFile(formula)) return OTHER_FILE;
  if (namesTable(formula)) return TABLE_NAMES;
  const unknown = unknownFunction(formula, knows);
  if (unknown === undefined) return undefined;
  report(unknown);
  return unknownFunctionError(unknown);
}

/** A name that this change takes away is known: what used it must show that it is gone. */
function nameLookup(draft: Draft): (name: string) => boolean {
  const ranges = [...draft.namedRanges, ...draft.base.namedRanges];
  const names = new Set(ranges.map(({ name }) => name?.toLowerCase()));
  return (name) => names.has(name.toLowerCase());
}

const isSpilled = (cell: Cell): cell is RichCell => isRich(cell) && cell.isSpilled === true;

/** What formulas spilled before is removed; they spill again. Returns the cells as they were. */
function forgetSpills(draft: Draft, sheet: ReadonlySheet): Map<string, RichCell> {
  const forgotten = new Map<string, RichCell>();
  const { sheetId } = sheet.properties;
  let without: ReadonlyRow | undefined;
  for (let row = 0; row < sheet.grid.height; row++) {
    const cells = sheet.grid.row(row);
    if (cells === without) continue;
    if (!cells.some(isSpilled)) without = cells;
    cells.forEach((cell, column) => {
      if (!isSpilled(cell)) return;
      const { format, note, validation } = cell;
      forgotten.set(placeKey({ sheetId, row, column }), cell);
      const { grid } = draft.edit(sheetId);
      grid.setCell(row, column, compactCell({ format, note, validation }));
    });
  }
  return forgotten;
}

/** A formula that is not worked out keeps its result, and so do the cells that it spilled to. */
function restoreSpill(draft: Draft, origin: Place, forgotten: ReadonlyMap<string, RichCell>): void {
  const { sheetId } = origin;
  const at = (down: number, across: number): Place => ({
    sheetId,
    row: origin.row + down,
    column: origin.column + across,
  });
  const was = (place: Place): RichCell | undefined => forgotten.get(placeKey(place));
  let [rows, columns] = [1, 1];
  while (was(at(rows, 0)) !== undefined) rows++;
  while (was(at(0, columns)) !== undefined) columns++;
  for (let down = 0; down < rows; down++) {
    for (let across = 0; across < columns; across++) {
      const place = at(down, across);
      const cell = was(place);
      if (cell !== undefined) draft.edit(sheetId).grid.setCell(place.row, place.column, cell);
    }
  }
}

async function recalculateSheets(
  draft: Draft,
  forgotten: ReadonlyMap<string, RichCell>,
): Promise<void> {
  const knows = await engine.knows();
  const isName = nameLookup(draft);
  const formulas = new Map<number, FormulaCell[]>();
  const stored = new Set<string>();
  for (const sheet of draft.sheets) {
    const { sheetId } = sheet.properties;
    const accepted = formulaCells(sheet).filter(({ row, column, formula }) => {
      const error = refusal(formula, knows);
      const place = { sheetId, row, column };
      const isStored = hasStoredResult(draft, place);
      // A name of the file that has no place here: only the file knows the result.
      const hasOnlyStored = isStored && unknownName(formula, isName) !== undefined;
      if (error === undefined && !hasOnlyStored) return true;
      if (isStored) {
        stored.add(placeKey(place));
        restoreSpill(draft, place, forgotten);
      } else if (error !== undefined) {
        putResult(draft, place, { value: error, resultFormat: undefined });
      }
      return false;
    });
    formulas.set(sheetId, accepted);
  }
  const clock = wallClockSerial(draft.now, draft.properties.timeZone);
  const output = await engine.calculate({ spreadsheet: draft, formulas, stored, clock });
  applyResults(draft, output, (place) => formulaAt(draft, place));
  for (const place of output.failed) {
    if (hasStoredResult(draft, place)) restoreSpill(draft, place, forgotten);
    else putResult(draft, place, { value: ENGINE_FAILED, resultFormat: undefined });
  }
}

/** A formula that was typed here has no result before its first calculation; one from a file brings the file's. */
function hasStoredResult(draft: Draft, { sheetId, row, column }: Place): boolean {
  const value = effectiveValue(sheetById(draft, sheetId)?.grid.cell(row, column) ?? null);
  return value !== undefined && !isError(value);
}

function formulaAt(draft: Draft, { sheetId, row, column }: Place): string {
  const cell = sheetById(draft, sheetId)?.grid.cell(row, column) ?? null;
  return isRich(cell) ? (cell.formula ?? '') : '';
}

async function recalculateFormulas(draft: Draft): Promise<void> {
  const withFormulas = draft.sheets.filter((sheet) => formulaCells(sheet).length > 0);
  const hadFormulas = draft.base.sheets.some((sheet) => formulaCells(sheet).length > 0);
  if (withFormulas.length === 0 && !hadFormulas) return;
  const forgotten = new Map(draft.sheets.flatMap((sheet) => [...forgetSpills(draft, sheet)]));
  if (withFormulas.length > 0) await recalculateSheets(draft, forgotten);
}

/** To be called when a draft is complete but for the results of its formulas and pivot tables. */
export async function recalculate(draft: Draft): Promise<void> {
  await recalculateFormulas(draft);
  // Pivot tables may read formulas, and formulas what pivot tables show.
  if (recalculatePivots(draft)) await recalculateFormulas(draft);
}
