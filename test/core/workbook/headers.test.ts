import { describe, expect, test } from '@jest/globals';
import { findHeaders } from '#core/workbook/headers';
import { TABS } from '#core/workbook/tabs/index';
import { aRawTable } from '#test/support/builders/tables';

describe('two columns of one name', () => {
  test.each([
    ['the filled one is read, not the blank one before it', ['', 'R001'], 1],
    ['the first of two filled ones is read', ['R001', 'R002'], 0],
    ['the first of two blank ones is read', ['', ' '], 0],
  ])('%s, and both are told of', (_, ids, expected) => {
    const { positions, findings } = findHeaders(
      TABS.roster,
      aRawTable('roster', [['编号', '编号'], ids]),
    );
    expect(positions.get('id')).toBe(expected);
    expect(findings.map(({ rule }) => rule.code)).toContain('W02');
  });
});

describe('a column whose English label changed', () => {
  test.each([
    ['taxReason', 'Why so taxed', 'Tax note'],
    ['taxBasis', 'Taxed', 'Tax basis'],
    ['headCount', 'People paid for', 'Headcount billed'],
    ['proof', 'Papers', 'Supporting documents'],
  ])('%s is found by its former label and by the present one', (key, former, present) => {
    for (const label of [former, present]) {
      const { positions } = findHeaders(TABS.expenses, aRawTable('expenses', [['编号', label]]));
      expect(positions.get(key)).toBe(1);
    }
    expect(TABS.expenses.columns[key as 'taxReason'].label.en).toBe(present);
  });
});
