// Data validation: from the Sheets API's rule on each cell to the grid's rules over ranges.
import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import type { CellData, Condition, DataValidationRule } from '../server/sheet-json';
import { coverCells } from './areas';

type CellPlace = { row: number; column: number; cell: CellData };

export function dropDowns(cells: Iterable<CellPlace>): ISheetDataValidationRule[] {
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
    const ranges = coverCells(group.cells).map((area) => ({ ...area }));
    return [{ uid: key, ranges, ...kind, ...answerTo(group.rule) }];
  });
}

function answerTo({ strict, inputMessage, showCustomUi }: DataValidationRule) {
  return {
    allowBlank: true,
    errorStyle: strict === true ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING,
    showErrorMessage: inputMessage !== undefined,
    ...(inputMessage !== undefined && { error: inputMessage }),
    showDropDown: showCustomUi !== false,
    renderMode: DataValidationRenderMode.ARROW,
  };
}

/** Null for conditions the grid has no equal for: the server and the checks still know them. */
function kindOf(
  condition: Condition | undefined,
): Pick<ISheetDataValidationRule, 'type' | 'formula1' | 'formula2' | 'operator'> | null {
  const values = (condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '');
  const [first = ''] = values;
  switch (condition?.type ?? '') {
    case 'ONE_OF_LIST':
      return { type: DataValidationType.LIST, formula1: values.join(',') };
    case 'ONE_OF_RANGE':
      return {
        type: DataValidationType.LIST,
        formula1: first.startsWith('=') ? first : `=${first}`,
      };
    case 'BOOLEAN':
      return { type: DataValidationType.CHECKBOX };
    case 'CUSTOM_FORMULA':
      return { type: DataValidationType.CUSTOM, formula1: first };
    default:
      return null;
  }
}
