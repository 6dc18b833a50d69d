import { describe, expect, test } from '@jest/globals';
import type { Columns } from '#core/workbook/column';
import { findHeaders } from '#core/workbook/headers';
import { TABS } from '#core/workbook/tabs/index';
import { aRawTable } from '#test/support/builders/tables';

describe('two columns of one name', () => {
  test.each([
    ['the filled one is read, not the blank one before it', ['', 'R001'], 1],
    ['the first of two filled ones is read', ['R001', 'R002'], 0],
    ['the first of two blank ones is read', ['', ' '], 0],
  ])('%s, and both are reported', (_, ids, expected) => {
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
    ['expenses', 'taxReason', 'Why so taxed', 'Tax note'],
    ['expenses', 'taxBasis', 'Taxed', 'Tax basis'],
    ['expenses', 'headCount', 'People paid for', 'Headcount billed'],
    ['expenses', 'proof', 'Papers', 'Supporting documents'],
    ['leave', 'requestedOn', 'Asked on', 'Requested on'],
    ['speakers', 'farAway', 'Far away', 'From out of town'],
    ['notices', 'told', 'Told', 'Announced'],
    ['notices', 'contentHash', 'Content digest', 'Content fingerprint'],
    ['checks', 'ignoreReason', 'Ignore, because', 'Reason to ignore'],
  ] as const)('%s.%s is found by “%s” and by “%s”', (key, column, former, present) => {
    for (const label of [former, present]) {
      const { positions } = findHeaders(TABS[key], aRawTable(key, [['x', label]]));
      expect(positions.get(column)).toBe(1);
    }
    const columns: Columns = TABS[key].columns;
    expect(columns[column]?.label.en).toBe(present);
  });
});
