import { describe, expect, it } from '@jest/globals';
import { centsToYuan, formatCents, toCents, yuanToCents } from '#core/money/cents';

describe('yuanToCents', () => {
  it.each<[number, number | null]>([
    [0, 0],
    [0.1, 10],
    [1409.5, 140950],
    [-12.34, -1234],
    // 1.005 × 100 is 100.49999999999999 in a double: three decimals were typed.
    [1.005, null],
    [0.001, null],
    [12.345, null],
    [100_000_000, 10_000_000_000],
    [-100_000_000, -10_000_000_000],
    [100_000_000.01, null],
    [-100_000_000.01, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%p yuan are %p cents', (yuan, cents) => {
    expect(yuanToCents(yuan)).toBe(cents);
  });

  it('takes back every amount that a cell was given', () => {
    for (let cents = -1_000_00; cents <= 1_000_00; cents += 1)
      expect(yuanToCents(centsToYuan(toCents(cents)))).toBe(cents);
  });
});

describe('toCents', () => {
  it.each([0.5, Number.NaN, 2 ** 53])('throws for %p', (value) => {
    expect(() => toCents(value)).toThrow(`not a whole number of cents: ${value}`);
  });
});

describe('formatCents', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [99, '0.99'],
    [100, '1.00'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [-1_234_567, '-12,345.67'],
    [10_000_000_000, '100,000,000.00'],
  ])('%p → %p', (cents, shown) => {
    expect(formatCents(toCents(cents))).toBe(shown);
  });
});
