/** values.clear and values.batchClear: values and formulas go, formats, notes and drop-downs stay. */
import { clipToGrid, type Area } from '../a1/area';
import { printRange } from '../a1/print-range';
import { checkInsideGrid, resolveRange, type ResolvedRange } from '../a1/resolve-range';
import { ApiError } from '../api-error';
import { isFilled, withValue } from '../model/cell';
import type { Draft } from '../model/draft';
import { gridSize, type Sheet } from '../model/sheet';
import { checkMayEdit } from '../requests/check-protection';
import { spreadsheetIdOf, type ApiMethod } from './api-method';

export function clearValues({ grid }: Sheet, area: Area): void {
  const end = Math.min(area.endRow, grid.height);
  for (let row = area.startRow; row < end; row++) {
    const width = Math.min(area.endColumn, grid.row(row).length);
    for (let column = width - 1; column >= area.startColumn; column--) {
      const cell = grid.cell(row, column);
      if (isFilled(cell)) grid.setCell(row, column, withValue(cell, undefined));
    }
  }
}

/** Answers the canonical range, also when nothing was there. */
export function clearRange(draft: Draft, range: ResolvedRange): string {
  checkInsideGrid(range);
  const area = clipToGrid(range.area, gridSize(range.sheet));
  checkMayEdit(draft, { sheet: range.sheet, area });
  clearValues(draft.edit(range.sheet.properties.sheetId), area);
  return printRange(range.sheet.properties.title, area);
}

export const valuesClear: ApiMethod = {
  name: 'spreadsheets.values.clear',
  verb: 'POST',
  path: '{spreadsheetId}/values/{range}:clear',
  query: [],
  body: { message: 'ClearValuesRequest', name: '' },
  answer: 'ClearValuesResponse',
  quota: 'write',
  async run({ store }, call) {
    const spreadsheetId = spreadsheetIdOf(call);
    const { result: clearedRange } = await store.change(spreadsheetId, (draft) =>
      clearRange(draft, resolveRange(draft, call.path['range'] ?? '')),
    );
    return { spreadsheetId, clearedRange };
  },
};

export const valuesBatchClear: ApiMethod = {
  name: 'spreadsheets.values.batchClear',
  verb: 'POST',
  path: '{spreadsheetId}/values:batchClear',
  query: [],
  body: { message: 'BatchClearValuesRequest', name: '' },
  answer: 'BatchClearValuesResponse',
  quota: 'write',
  async run({ store }, call) {
    const spreadsheetId = spreadsheetIdOf(call);
    const ranges = (call.body['ranges'] ?? []) as string[]; // checked against the message
    const { result: clearedRanges } = await store.change(spreadsheetId, (draft) =>
      ranges.map((text, index) => {
        try {
          return clearRange(draft, resolveRange(draft, text));
        } catch (error) {
          throw error instanceof ApiError ? error.within(`range[${index}]`) : error;
        }
      }),
    );
    return { spreadsheetId, ...(clearedRanges.length > 0 && { clearedRanges }) };
  },
};
