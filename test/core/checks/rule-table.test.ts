import { describe, expect, it, test } from '@jest/globals';
import { placesIn } from '#test/support/builders/places';
import { aWorkbook } from '#test/support/builders/tables';
import { RULE_CASES } from './rule-table';

describe('the table of rules', () => {
  test.each(RULE_CASES)('$code: $about: $entry ($side), found: $isFound', (one) => {
    const found = placesIn(aWorkbook(one.rows), one.code);
    expect(found.length > 0).toBe(one.isFound);
  });

  test.each(RULE_CASES.filter(({ side }) => side === 'fine'))(
    '$code: $about: $entry is right, and nothing else is found either',
    ({ rows }) => {
      expect(placesIn(aWorkbook(rows))).toEqual([]);
    },
  );

  it('has all 34 rules, and as many entries that are right as wrong', () => {
    const codes = Array.from(
      { length: 34 },
      (_, index) => `V${String(index + 1).padStart(2, '0')}`,
    );
    expect([...new Set(RULE_CASES.map(({ code }) => code))]).toEqual(codes);
    const wrong = RULE_CASES.filter(({ isFound }) => isFound).length;
    expect([wrong, RULE_CASES.length - wrong]).toEqual([88, 88]);
  });
});
