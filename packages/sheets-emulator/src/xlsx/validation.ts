/** Drop-downs and other entry rules: per cell in our model, per range in .xlsx. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { DataValidation } from 'hucre/xlsx';
import type { Area } from '../a1/area';
import { printArea } from '../a1/print-range';
import { isRich, type DataValidationRule } from '../model/cell';
import type { ReadonlyGrid } from '../model/grid';
import type { NameOf } from './sheet-names';
import { fromXlsxFormula, toXlsxFormula } from './xlsx-formula';

type Condition = sheets_v4.Schema$BooleanCondition;

const NUMBER_OPERATORS = {
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_EQ: 'equal',
  NUMBER_NOT_EQ: 'notEqual',
  NUMBER_GREATER: 'greaterThan',
  NUMBER_LESS: 'lessThan',
  NUMBER_GREATER_THAN_EQ: 'greaterThanOrEqual',
  NUMBER_LESS_THAN_EQ: 'lessThanOrEqual',
} as const;

type NumberCondition = keyof typeof NUMBER_OPERATORS;

const isNumberCondition = (type: string): type is NumberCondition => type in NUMBER_OPERATORS;

/** All values are in one text with commas between them; a longer one makes the file unreadable. */
const MAX_LIST_CHARACTERS = 255;

function listOf(values: string[]): Omit<DataValidation, 'range'> | undefined {
  const fits = values.join(',').length <= MAX_LIST_CHARACTERS;
  return fits && !values.some((value) => value.includes(','))
    ? { type: 'list', values }
    : undefined;
}

/** Undefined for rules that .xlsx has no word for: lists that do not fit, checkboxes, e-mail, web addresses. */
function ruleOf(
  { type, values }: Condition,
  nameOf: NameOf,
): Omit<DataValidation, 'range'> | undefined {
  const formulas = (values ?? []).map(({ userEnteredValue }) =>
    toXlsxFormula(userEnteredValue ?? '', nameOf).replace(/^=/, ''),
  );
  const [first = '', second] = formulas;
  const name = type ?? '';
  if (name === 'ONE_OF_LIST') {
    return listOf((values ?? []).map((value) => value.userEnteredValue ?? ''));
  }
  if (name === 'ONE_OF_RANGE') return { type: 'list', formula1: first };
  if (name === 'CUSTOM_FORMULA') return { type: 'custom', formula1: first };
  if (name === 'DATE_IS_VALID') {
    return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
  }
  if (!isNumberCondition(name)) return undefined;
  return {
    type: 'decimal',
    operator: NUMBER_OPERATORS[name],
    formula1: first,
    ...(second !== undefined && { formula2: second }),
  };
}

export function toXlsxValidation(
  rule: DataValidationRule,
  area: Area,
  nameOf: NameOf,
): DataValidation | undefined {
  const base = ruleOf(rule.condition ?? {}, nameOf);
  if (base === undefined) return undefined;
  return {
    ...base,
    range: printArea(area),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: rule.strict === true ? 'stop' : 'warning',
    ...(rule.inputMessage && { showInputMessage: true, inputMessage: rule.inputMessage }),
  };
}

const entered = (text: string | undefined) => ({ userEnteredValue: text ?? '' });
const formulaOf = (text: string | undefined) => entered(fromXlsxFormula(`=${text ?? ''}`));

/** Undefined for kinds that the API has no word for. */
function conditionOf(validation: DataValidation): Condition | undefined {
  const { type, operator, values, formula1, formula2 } = validation;
  if (type === 'list' && values !== undefined) {
    return { type: 'ONE_OF_LIST', values: values.map(entered) };
  }
  if (type === 'list') return { type: 'ONE_OF_RANGE', values: [formulaOf(formula1)] };
  if (type === 'custom') return { type: 'CUSTOM_FORMULA', values: [formulaOf(formula1)] };
  if (type === 'date') return { type: 'DATE_IS_VALID' };
  if (type !== 'decimal' && type !== 'whole') return undefined;
  const name = Object.entries(NUMBER_OPERATORS).find(([, value]) => value === operator)?.[0];
  const limits = [formula1, formula2].filter((limit) => limit !== undefined);
  return { type: name ?? 'NUMBER_BETWEEN', values: limits.map(entered) };
}

export function fromXlsxValidation(validation: DataValidation): DataValidationRule | undefined {
  const condition = conditionOf(validation);
  if (condition === undefined) return undefined;
  return {
    condition,
    strict: validation.errorStyle === undefined || validation.errorStyle === 'stop',
    showCustomUi: true,
    ...(validation.inputMessage !== undefined && { inputMessage: validation.inputMessage }),
  };
}

/** Cells with the same rule below each other make one range. */
export function validationAreas(grid: ReadonlyGrid): { rule: DataValidationRule; area: Area }[] {
  const found: { rule: DataValidationRule; area: Area }[] = [];
  const open = new Map<number, { rule: DataValidationRule; area: Area }>();
  for (let row = 0; row < grid.height; row++) {
    const cells = grid.row(row);
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? null;
      const rule = isRich(cell) ? cell.validation : undefined;
      if (rule === undefined) continue;
      const above = open.get(column);
      if (above?.rule === rule && above.area.endRow === row) {
        above.area = { ...above.area, endRow: row + 1 };
        continue;
      }
      const area = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
      const entry = { rule, area };
      open.set(column, entry);
      found.push(entry);
    }
  }
  return found;
}
