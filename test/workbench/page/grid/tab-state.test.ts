import { describe, expect, it } from '@jest/globals';
import { readTab } from '#workbench/page/grid/tab-state';
import type { CellData, Sheet } from '#workbench/page/server/sheet-json';

describe('readTab', () => {
  it('reads the properties, with what the API leaves out', () => {
    const tab = readTab({
      properties: {
        title: '日程',
        hidden: true,
        tabColorStyle: { rgbColor: { green: 1 } },
        gridProperties: { rowCount: 50, columnCount: 8, frozenRowCount: 1 },
      },
    });
    expect(tab).toMatchObject({
      sheetId: 0,
      title: '日程',
      hidden: true,
      color: '#00ff00',
      rowCount: 50,
      columnCount: 8,
      frozenRows: 1,
      frozenColumns: 0,
    });
  });

  it('reads values by their type, and formulas with their result', () => {
    const [number, yes, text, formula, empty] = cellsOf(
      { effectiveValue: { numberValue: 0.5 } },
      { effectiveValue: { boolValue: true } },
      { effectiveValue: { stringValue: '007' } },
      { userEnteredValue: { formulaValue: '=1+1' }, effectiveValue: { numberValue: 2 } },
      { effectiveValue: { stringValue: '' } },
    );
    expect(number).toMatchObject({ value: 0.5, formula: null });
    expect(yes).toMatchObject({ value: true });
    expect(text).toMatchObject({ value: '007' });
    expect(formula).toMatchObject({ value: 2, formula: '=1+1' });
    expect(empty).toBeUndefined();
  });

  it('shows errors in the words of Sheets', () => {
    const cells = cellsOf(
      { effectiveValue: { errorValue: { type: 'DIVIDE_BY_ZERO' } } },
      { effectiveValue: { errorValue: { type: 'REF' } } },
      { effectiveValue: { errorValue: { type: 'NAME' } } },
    );
    expect(cells.map((cell) => cell?.value)).toEqual(['#DIV/0!', '#REF!', '#NAME?']);
  });

  it('keeps notes by their place', () => {
    const tab = readTab(sheetWith([{}, { note: '请核对' }, { note: '' }]));
    expect([...tab.notes]).toEqual([['0,1', '请核对']]);
  });

  it('gathers the same drop-down of many cells in one rule', () => {
    const rule = {
      condition: { type: 'ONE_OF_LIST', values: ['出勤', '缺席'].map(userEntered) },
      strict: true,
    };
    const cell = { dataValidation: rule };
    const tab = readTab({ data: [{ startRow: 1, rowData: [row(cell, {}), row(cell, cell)] }] });
    expect(tab.validations).toHaveLength(1);
    expect(tab.validations[0]).toMatchObject({
      type: 'list',
      formula1: '出勤,缺席',
      ranges: [
        { startRow: 1, endRow: 1, startColumn: 0, endColumn: 0 },
        { startRow: 2, endRow: 2, startColumn: 0, endColumn: 1 },
      ],
    });
  });

  it('closes the open end of a drop-down from a range', () => {
    const condition = { type: 'ONE_OF_RANGE', values: [userEntered("='专题'!$A$2:$A")] };
    const tab = readTab(sheetWith([{ dataValidation: { condition } }]));
    expect(tab.validations[0]?.formula1).toBe("='专题'!$A$2:$A$20000");
  });

  it('takes a protected range without bounds as a protected tab', () => {
    expect(readTab({ protectedRanges: [{ range: { sheetId: 3 } }] }).isProtected).toBe(true);
    const header = { range: { sheetId: 3, startRowIndex: 0, endRowIndex: 1 } };
    expect(readTab({ protectedRanges: [header] }).isProtected).toBe(false);
  });

  it('keeps only heights that are not the usual 21 pixels', () => {
    const rowMetadata = [{ pixelSize: 21 }, { pixelSize: 40 }, { hiddenByUser: true }];
    const tab = readTab({ data: [{ rowMetadata }] });
    expect([...tab.rowHeights]).toEqual([[1, 40]]);
    expect(tab.hiddenRows).toEqual([2]);
  });
});

function cellsOf(...cells: CellData[]) {
  const [first = []] = readTab(sheetWith(cells)).cells;
  return cells.map((_, column) => first[column]);
}

function sheetWith(cells: CellData[]): Sheet {
  return { data: [{ rowData: [row(...cells)] }] };
}

function row(...values: CellData[]) {
  return { values };
}

function userEntered(userEnteredValue: string) {
  return { userEnteredValue };
}
