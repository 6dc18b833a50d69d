import { describe, expect, it } from '@jest/globals';
import { cellRequests } from '#workbench/page/grid/cell-requests';
import type { TouchedCell } from '#workbench/page/grid/touched-cells';

describe('cellRequests', () => {
  it('writes a block as one range, with the title quoted where it must be', () => {
    const cells = [
      aCell({ row: 1, column: 1, value: '丁' }),
      aCell({ row: 0, column: 0, value: '甲' }),
      aCell({ row: 0, column: 1, value: 2 }),
      aCell({ row: 1, column: 0, value: true }),
    ];
    expect(cellRequests(7, '花名册', cells).entries).toEqual([
      {
        range: "'花名册'!A1:B2",
        values: [
          ['甲', 2],
          [true, '丁'],
        ],
      },
    ]);
  });

  it('keeps formulas, empties what was deleted, and protects text from being read as more', () => {
    const cells = [
      aCell({ column: 0, value: 3, formula: '=1+2' }),
      aCell({ column: 1, value: null }),
      aCell({ column: 2, value: '007', isForcedText: true }),
      aCell({ column: 3, value: "'quoted" }),
      aCell({ column: 4, value: '=not a formula' }),
      aCell({ column: 5, value: '3月6日' }),
      aCell({ column: 6, value: "'007", style: { n: { pattern: '@' } } }),
    ];
    expect(cellRequests(7, 'Plan', cells).entries[0]?.values).toEqual([
      ['=1+2', '', "'007", "''quoted", "'=not a formula", '3月6日', "'007"],
    ]);
  });

  it('sends a format only where the format changed', () => {
    const cells = [
      aCell({ column: 0, value: 46086, hasStyle: true, style: { n: { pattern: 'yyyy/m/d' } } }),
      aCell({ column: 1, hasContent: false, hasStyle: true, style: { bl: 1 } }),
      aCell({ column: 2, value: 'plain' }),
    ];
    const { entries, formats } = cellRequests(7, 'Plan', cells);
    expect(entries.map(({ range }) => range)).toEqual(['Plan!A1', 'Plan!C1']);
    expect(formats).toMatchObject([
      {
        updateCells: {
          range: { sheetId: 7, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0 },
          rows: [
            {
              values: [
                {
                  userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy/m/d' } },
                },
                { userEnteredFormat: { textFormat: { bold: true } } },
              ],
            },
          ],
        },
      },
    ]);
  });
});

function aCell(given: Partial<TouchedCell>): TouchedCell {
  return {
    row: 0,
    column: 0,
    hasContent: true,
    hasStyle: false,
    value: '',
    formula: null,
    style: null,
    isForcedText: false,
    ...given,
  };
}
