/**
 * Applies one rewriting to every formula of the spreadsheet: in cells, drop-down rules and conditional formats; and
 * another to the sources of pivot tables, which are in cells too.
 */
import { sameJson } from '../json';
import {
  isRich,
  type Cell,
  type DataValidationRule,
  type PivotTable,
  type RichCell,
} from '../model/cell';
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

/** A pivot table whose source is gone is kept without one. */
function withSources(cell: RichCell, pivot: PivotTable, sources: MessageMappers): RichCell {
  const pivotTable = mapMessages('PivotTable', pivot, sources) ?? {};
  return sameJson(pivotTable, pivot) ? cell : { ...cell, pivotTable };
}

/** The same cell when nothing changes, so that untouched rows stay shared. */
function cellRewriter(
  rewrite: (formula: string) => string,
  sources: MessageMappers,
): (cell: Cell) => Cell {
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
    if (!isRich(cell)) return cell;
    if (cell.pivotTable !== undefined) return withSources(cell, cell.pivotTable, sources);
    if (cell.formula === undefined && cell.validation === undefined) return cell;
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

/** `sources` maps the ranges that pivot tables read. */
export function rewriteFormulas(
  draft: Draft,
  rewrite: RewriteFormula,
  sources: MessageMappers = {},
): void {
  for (const sheet of draft.sheets) {
    const rewriteHere = (formula: string) => rewrite(formula, sheet);
    rewriteCells(draft, sheet, cellRewriter(rewriteHere, sources));
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
