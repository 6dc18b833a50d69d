import { describe, expect, test } from '@jest/globals';
import { toCents } from '#core/money/cents';
import { raisedBy } from '#core/checks/rules/far-away';

describe('an amount raised by a share of it', () => {
  test.each([
    [3000_00, 0.5, 4500_00],
    [1000_00, 0, 1000_00],
    [999_99, 0.1, 1099_98],
    [1, 0.3, 1],
    [100_00, 0.075, 107_50],
    [100_00, -0.2, 100_00],
    [100_00, Number.MAX_VALUE, 100_00],
    [Number.MAX_SAFE_INTEGER, 0.5, Number.MAX_SAFE_INTEGER],
  ])('%d cents by %d are %d', (amount, share, raised) => {
    expect(raisedBy(toCents(amount), share)).toBe(raised);
  });
});
