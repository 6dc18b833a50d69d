// Data validation: from the Sheets API's rule on each cell to the grid's rules over ranges.
import type { CellData, Condition, DataValidationRule } from '../server/sheet-json';
import type { Area } from './a1';
import { coverCells } from './areas';

/** A rule of the grid over ranges, in its own words and numbers. */
export interface DropDown extends Kind {
  readonly uid: string;
  readonly ranges: readonly Area[];
  readonly allowBlank: boolean;
  readonly errorStyle: number;
  readonly showErrorMessage: boolean;
  readonly error?: string;
  readonly showDropDown: boolean;
  readonly renderMode: number;
}

interface Kind {
  readonly type: 'list' | 'checkbox' | 'custom';
  readonly formula1?: string;
}

const STOP = 1;
const WARNING = 2;
const ARROW = 1;

type CellPlace = { row: number; column: number; cell: CellData };

export function dropDowns(cells: Iterable<CellPlace>): DropDown[] {
  const groups = new Map<string, { rule: DataValidationRule; cells: CellPlace[] }>();
  for (const place of cells) {
    const rule = place.cell.dataValidation;
    if (rule === undefined) continue;
    const key = JSON.stringify(rule);
    const group = groups.get(key) ?? { rule, cells: [] };
    group.cells.push(place);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, group]) => {
    const kind = kindOf(group.rule.condition);
    if (kind === null) return [];
    const ranges = coverCells(group.cells);
    return [{ uid: key, ranges, ...kind, ...answerTo(group.rule) }];
  });
}

function answerTo({ strict, inputMessage, showCustomUi }: DataValidationRule) {
  return {
    allowBlank: true,
    errorStyle: strict === true ? STOP : WARNING,
    showErrorMessage: inputMessage !== undefined,
    ...(inputMessage !== undefined && { error: inputMessage }),
    showDropDown: showCustomUi !== false,
    renderMode: ARROW,
  };
}

/** The grid component knows no range without an end. */
const LAST_ROW = 20_000;

function closedRange(range: string): string {
  const formula = range.startsWith('=') ? range : `=${range}`;
  return /\d:\$?[A-Z]+$/i.test(formula) ? `${formula}$${LAST_ROW}` : formula;
}

/** Null for conditions the grid has no equal for: the server and the checks still know them. */
function kindOf(condition: Condition | undefined): Kind | null {
  const values = (condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '');
  const [first = ''] = values;
  switch (condition?.type ?? '') {
    case 'ONE_OF_LIST':
      return { type: 'list', formula1: values.join(',') };
    case 'ONE_OF_RANGE':
      return { type: 'list', formula1: closedRange(first) };
    case 'BOOLEAN':
      return { type: 'checkbox' };
    case 'CUSTOM_FORMULA':
      return { type: 'custom', formula1: first };
    default:
      return null;
  }
}
