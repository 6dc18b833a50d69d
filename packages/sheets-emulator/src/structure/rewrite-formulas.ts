/** Applies one rewriting to every formula of the spreadsheet: in cells, drop-down rules and conditional formats. */
import { sameJson } from '../json';
import { isRich, type Cell, type DataValidationRule } from '../model/cell';
import type { Draft } from '../model/draft';
import type { ReadonlyRow } from '../model/grid';
import type { ReadonlySheet } from '../model/sheet';
import { mapList, mapMessages, type MessageMappers } from '../schema/map-messages';

/** `sheet` is the sheet that has the formula. */
export type RewriteFormula = (formula: string, sheet: ReadonlySheet) => string;

function conditionMappers(rewrite: (formula: string) => string): MessageMappers {
  return {
    ConditionValue: (value) => {
      const text = value['userEnteredValue'];
      if (typeof text !== 'string' || !text.startsWith('=')) return value;
      return { ...value, userEnteredValue: rewrite(text) };
    },
  };
}

/** The same cell when nothing changes, so that untouched rows stay shared. */
function cellRewriter(rewrite: (formula: string) => string): (cell: Cell) => Cell {
  const mappers = conditionMappers(rewrite);
  const rules = new Map<DataValidationRule, DataValidationRule>();
  const ruleFor = (rule: DataValidationRule): DataValidationRule => {
    let known = rules.get(rule);
    if (known === undefined) {
      const mapped = mapMessages('DataValidationRule', rule, mappers) ?? {};
      known = sameJson(mapped, rule) ? rule : mapped;
      rules.set(rule, known);
    }
    return known;
  };
  return (cell) => {
    if (!isRich(cell) || (cell.formula === undefined && cell.validation === undefined)) return cell;
    const formula = cell.formula === undefined ? undefined : rewrite(cell.formula);
    const validation = cell.validation && ruleFor(cell.validation);
    const isSame = formula === cell.formula && validation === cell.validation;
    return isSame ? cell : { ...cell, formula, validation };
  };
}

function rewriteCells(draft: Draft, sheet: ReadonlySheet, rewriteCell: (cell: Cell) => Cell): void {
  const { sheetId } = sheet.properties;
  let untouched: ReadonlyRow | undefined;
  for (let row = 0; row < sheet.grid.height; row++) {
    const cells = sheet.grid.row(row);
    if (cells === untouched) continue;
    const rewritten = cells.map(rewriteCell);
    if (rewritten.every((cell, column) => cell === cells[column])) untouched = cells;
    else draft.edit(sheetId).grid.setRow(row, rewritten);
  }
}

export function rewriteFormulas(draft: Draft, rewrite: RewriteFormula): void {
  for (const sheet of draft.sheets) {
    const rewriteHere = (formula: string) => rewrite(formula, sheet);
    rewriteCells(draft, sheet, cellRewriter(rewriteHere));
    const rules = mapList(
      'ConditionalFormatRule',
      sheet.conditionalFormats,
      conditionMappers(rewriteHere),
    );
    if (!sameJson(rules, sheet.conditionalFormats)) {
      draft.edit(sheet.properties.sheetId).conditionalFormats = rules;
    }
  }
}
