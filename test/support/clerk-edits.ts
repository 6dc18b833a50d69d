// What clerks do to the rows, columns and tabs of a workbook, as requests to a Sheets server.
import fc from 'fast-check';
import type { SheetsRequest } from '#functions/adapters/google-clients';

export const typeCells = (
  sheetId: number,
  rowIndex: number,
  columnIndex: number,
  values: readonly (readonly string[])[],
): SheetsRequest => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: values.map((row) => ({
      values: row.map((value) =>
        value === '' ? {} : { userEnteredValue: { stringValue: value } },
      ),
    })),
    fields: 'userEnteredValue',
  },
});

/** What a clerk does to a tab; rows count from 0, the header is row 0. */
export type ClerkEdit =
  | { readonly kind: 'insertRow' | 'deleteRow' | 'clearRow'; readonly row: number }
  | { readonly kind: 'moveRow' | 'cutPaste'; readonly row: number; readonly to: number }
  | { readonly kind: 'sort'; readonly column: number; readonly descending: boolean }
  | { readonly kind: 'retypeId'; readonly row: number; readonly column: number }
  | { readonly kind: 'insertColumn'; readonly column: number }
  | { readonly kind: 'moveColumn'; readonly column: number; readonly to: number }
  | { readonly kind: 'insertAndDelete'; readonly row: number; readonly to: number }
  | { readonly kind: 'addRow' | 'renameTab' | 'deleteTab' };

const row = fc.integer({ min: 1, max: 7 });
const column = fc.integer({ min: 0, max: 4 });
export const CLERK_EDITS: fc.Arbitrary<ClerkEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insertRow', 'deleteRow', 'clearRow'), row }),
  fc.record({ kind: fc.constantFrom('moveRow', 'cutPaste'), row, to: row }),
  fc.record({ kind: fc.constant('sort'), column, descending: fc.boolean() }),
  // Within the rows that are filled: what is typed below them is no id.
  fc.record({
    kind: fc.constant('retypeId'),
    row: fc.integer({ min: 1, max: 3 }),
    column: fc.constant(0),
  }),
  fc.record({ kind: fc.constant('insertColumn'), column }),
  fc.record({ kind: fc.constant('moveColumn'), column, to: column }),
  fc.record({ kind: fc.constant('insertAndDelete'), row, to: row }),
  fc.record({ kind: fc.constantFrom('addRow', 'renameTab', 'deleteTab') }),
);

export function requestsOf(sheetId: number, change: ClerkEdit): SheetsRequest[] {
  const rows = (at: number) => ({ sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + 1 });
  const columns = (at: number) => ({ ...rows(at), dimension: 'COLUMNS' });
  const wholeRow = (at: number) => ({ sheetId, startRowIndex: at, endRowIndex: at + 1 });
  switch (change.kind) {
    case 'insertRow':
      return [{ insertDimension: { range: rows(change.row), inheritFromBefore: true } }];
    case 'deleteRow':
      return [{ deleteDimension: { range: rows(change.row) } }];
    case 'insertAndDelete':
      return [
        { insertDimension: { range: rows(change.row), inheritFromBefore: true } },
        { deleteDimension: { range: rows(change.to) } },
      ];
    case 'clearRow':
      return [{ updateCells: { range: wholeRow(change.row), fields: 'userEnteredValue' } }];
    case 'moveRow':
      return change.row === change.to
        ? []
        : [{ moveDimension: { source: rows(change.row), destinationIndex: change.to } }];
    case 'cutPaste': {
      const destination = { sheetId, rowIndex: change.to, columnIndex: 0 };
      const source = { ...wholeRow(change.row), startColumnIndex: 0, endColumnIndex: 30 };
      return [{ cutPaste: { source, destination, pasteType: 'PASTE_NORMAL' } }];
    }
    case 'sort': {
      const sortOrder = change.descending ? 'DESCENDING' : 'ASCENDING';
      const sortSpecs = [{ dimensionIndex: change.column, sortOrder }];
      return [{ sortRange: { range: { sheetId, startRowIndex: 1 }, sortSpecs } }];
    }
    case 'retypeId':
      return [typeCells(sheetId, change.row, change.column, [['X99']])];
    case 'insertColumn':
      return [
        {
          insertDimension: { range: columns(change.column), inheritFromBefore: change.column > 0 },
        },
      ];
    case 'moveColumn':
      return change.column === change.to
        ? []
        : [{ moveDimension: { source: columns(change.column), destinationIndex: change.to } }];
    case 'addRow':
      return [
        {
          appendCells: {
            sheetId,
            rows: [{ values: [{ userEnteredValue: { stringValue: 'Z88' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ];
    case 'renameTab':
      return [
        { updateSheetProperties: { properties: { sheetId, title: '改名' }, fields: 'title' } },
      ];
    case 'deleteTab':
      return [{ deleteSheet: { sheetId } }];
  }
}
