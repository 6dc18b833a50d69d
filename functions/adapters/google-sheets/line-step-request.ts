// One step of `core/workbook/write/line-steps.ts` as a request.
import type { LineStep } from '#core/workbook/write/line-steps';
import type { SheetsRequest } from '../google-clients';

export function stepRequest(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  step: LineStep,
): SheetsRequest {
  const range = (at: number, count: number) => ({
    sheetId,
    dimension,
    startIndex: at,
    endIndex: at + count,
  });
  switch (step.action) {
    case 'delete':
      return { deleteDimension: { range: range(step.at, step.count) } };
    case 'insert': {
      const insert = { range: range(step.at, step.count), inheritFromBefore: step.at > 0 };
      return { insertDimension: insert };
    }
    case 'move': {
      // Google counts the destination before the move.
      const destinationIndex = step.to > step.from ? step.to + 1 : step.to;
      return { moveDimension: { source: range(step.from, 1), destinationIndex } };
    }
  }
}
