/** Works out every formula of a changed spreadsheet. */
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
import { ENGINE_FAILED, OTHER_FILE, PARSE_ERROR, unknownFunctionError } from './formula-error';
import { isWellFormed, linksOtherFile, unknownFunction } from './function-names';
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
  const unknown = unknownFunction(formula, knows);
  if (unknown === undefined) return undefined;
  report(unknown);
  return unknownFunctionError(unknown);
}

const isSpilled = (cell: Cell): cell is RichCell => isRich(cell) && cell.isSpilled === true;

/** What formulas spilled before is removed; they spill again. */
function forgetSpills(draft: Draft, sheet: ReadonlySheet): void {
  let without: ReadonlyRow | undefined;
  for (let row = 0; row < sheet.grid.height; row++) {
    const cells = sheet.grid.row(row);
    if (cells === without) continue;
    if (!cells.some(isSpilled)) without = cells;
    cells.forEach((cell, column) => {
      if (!isSpilled(cell)) return;
      const { format, note, validation } = cell;
      const { grid } = draft.edit(sheet.properties.sheetId);
      grid.setCell(row, column, compactCell({ format, note, validation }));
    });
  }
}

async function recalculateSheets(draft: Draft): Promise<void> {
  const knows = await engine.knows();
  const formulas = new Map<number, FormulaCell[]>();
  const stored = new Set<string>();
  for (const sheet of draft.sheets) {
    const { sheetId } = sheet.properties;
    const accepted = formulaCells(sheet).filter(({ row, column, formula }) => {
      const error = refusal(formula, knows);
      if (error === undefined) return true;
      const place = { sheetId, row, column };
      if (hasStoredResult(draft, place)) stored.add(placeKey(place));
      else putResult(draft, place, { value: error, resultFormat: undefined });
      return false;
    });
    formulas.set(sheetId, accepted);
  }
  const clock = wallClockSerial(draft.now, draft.properties.timeZone);
  const output = await engine.calculate({ spreadsheet: draft, formulas, stored, clock });
  applyResults(draft, output, (place) => formulaAt(draft, place));
  for (const place of output.failed) {
    if (!hasStoredResult(draft, place))
      putResult(draft, place, { value: ENGINE_FAILED, resultFormat: undefined });
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

/** To be called when a draft is complete but for the results of its formulas. */
export async function recalculate(draft: Draft): Promise<void> {
  const withFormulas = draft.sheets.filter((sheet) => formulaCells(sheet).length > 0);
  const hadFormulas = draft.base.sheets.some((sheet) => formulaCells(sheet).length > 0);
  if (withFormulas.length === 0 && !hadFormulas) return;
  for (const sheet of draft.sheets) forgetSpills(draft, sheet);
  if (withFormulas.length > 0) await recalculateSheets(draft);
}
