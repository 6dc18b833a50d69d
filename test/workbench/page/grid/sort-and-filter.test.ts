import { describe, expect, it } from '@jest/globals';
import { findText } from '#workbench/page/grid/find-text';
import { filterRequest, sortRequest, textsOfColumn } from '#workbench/page/grid/sort-and-filter';
import type { GridCell } from '#workbench/page/grid/tab-state';

const aCell = (value: string): GridCell => ({ value, formula: null, style: null, styleKey: '' });
const aTab = (lines: readonly (readonly (string | null)[])[]) => ({
  sheetId: 7,
  cells: lines.map((line) => line.map((value) => (value === null ? undefined : aCell(value)))),
  merges: [],
  frozenRows: 1,
  columnCount: 5,
  hiddenTexts: new Map<number, readonly string[]>(),
  hiddenRows: [] as number[],
  hiddenColumns: [] as number[],
});
const LIST = aTab([
  ['姓名', '单位'],
  ['周敏', '机关'],
  ['林青', null],
  ['ＡＢ', '机关'],
]);
const display = (row: number, column: number) => String(LIST.cells[row]?.[column]?.value ?? '');

describe('sortRequest', () => {
  it('sorts whole rows below the frozen ones', () => {
    expect(sortRequest(LIST, 1, true)).toEqual({
      sortRange: {
        range: {
          sheetId: 7,
          startRowIndex: 1,
          endRowIndex: 4,
          startColumnIndex: 0,
          endColumnIndex: 5,
        },
        sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
      },
    });
  });

  it('has nothing to sort in a tab without rows', () => {
    expect(sortRequest(aTab([['姓名']]), 0, false)).toBeNull();
  });
});

describe('filterRequest', () => {
  const range = {
    sheetId: 7,
    startRowIndex: 0,
    endRowIndex: 4,
    startColumnIndex: 0,
    endColumnIndex: 5,
  };

  it('hides texts of one column, besides what other columns hide', () => {
    const tab = { ...LIST, hiddenTexts: new Map([[0, ['周敏']]]) };
    expect(filterRequest(tab, 1, ['机关'])).toEqual({
      setBasicFilter: {
        filter: {
          range,
          criteria: { '0': { hiddenValues: ['周敏'] }, '1': { hiddenValues: ['机关'] } },
        },
      },
    });
  });

  it('takes the filter away with the last hidden text', () => {
    const tab = { ...LIST, hiddenTexts: new Map([[1, ['机关']]]) };
    expect(filterRequest(tab, 1, [])).toEqual({ clearBasicFilter: { sheetId: 7 } });
  });
});

describe('textsOfColumn', () => {
  it('names each text once, without the header', () => {
    expect(textsOfColumn(LIST, (row) => display(row, 1))).toEqual(['', '机关']);
  });
});

describe('findText', () => {
  it.each<[string, string[]]>([
    ['机关', ['1,1', '3,1']],
    ['ab', ['3,0']],
    [' 林 ', ['2,0']],
    ['机 关', ['1,1', '3,1']],
    ['', []],
    ['没有', []],
  ])('finds %p', (wanted, places) => {
    const found = findText(LIST, wanted, display);
    expect(found.map(({ row, column }) => `${row},${column}`)).toEqual(places);
  });

  it('leaves out what is hidden', () => {
    const here = [{ row: 3, column: 1 }];
    expect(findText({ ...LIST, hiddenRows: [1] }, '机关', display)).toEqual(here);
    expect(findText({ ...LIST, hiddenColumns: [1] }, '机关', display)).toEqual([]);
  });
});
