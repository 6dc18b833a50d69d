import { describe, expect, it } from '@jest/globals';
import { conditionalColours } from '#workbench/page/grid/conditional-colours';

const size = { rowCount: 100, columnCount: 5 };
const format = { backgroundColorStyle: { rgbColor: { red: 1 } } };

describe('conditionalColours', () => {
  it('turns a word to look for into a highlight', () => {
    const [rule] = conditionalColours([ruleOf('TEXT_EQ', '缺席')], size);
    expect(rule).toMatchObject({
      ranges: [{ startRow: 1, endRow: 99, startColumn: 2, endColumn: 2 }],
      rule: {
        type: 'highlightCell',
        subType: 'text',
        operator: 'equal',
        value: '缺席',
        style: { bg: { rgb: '#ff0000' } },
      },
    });
  });

  it('gives numbers as numbers, two of them for a span', () => {
    const rules = conditionalColours(
      [ruleOf('NUMBER_LESS', '0.9'), ruleOf('NUMBER_BETWEEN', '1', '5')],
      size,
    );
    expect(rules.map(({ rule }) => rule)).toMatchObject([
      { operator: 'lessThan', value: 0.9 },
      { operator: 'between', value: [1, 5] },
    ]);
  });

  it('leaves out what the grid cannot show', () => {
    expect(conditionalColours([{ ranges: [] }, ruleOf('DATE_BEFORE', '2026-01-01')], size)).toEqual(
      [],
    );
  });
});

function ruleOf(type: string, ...values: string[]) {
  return {
    ranges: [{ sheetId: 1, startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 }],
    booleanRule: {
      condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
      format,
    },
  };
}
