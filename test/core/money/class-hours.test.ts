import { expect, test } from '@jest/globals';
import { toCents } from '#core/money/cents';
import { formatHours, hoursTimes, toHundredthHours } from '#core/money/class-hours';

test.each([
  [3, 300, '3'],
  [1.5, 150, '1.5'],
  [0.25, 25, '0.25'],
  [2.3, 230, '2.3'],
  [10, 1000, '10'],
  [0, 0, '0'],
  [-2, 0, '0'],
])('%d class hours are %i hundredths, shown as %s', (hours, hundredths, shown) => {
  expect(toHundredthHours(hours)).toBe(hundredths);
  expect(formatHours(toHundredthHours(hours))).toBe(shown);
});

test('hours that no number can hold count as nothing', () => {
  expect(toHundredthHours(1e300)).toBe(0);
});

test.each([
  [3, 1000_00, 3000_00],
  [2.3, 1000_00, 2300_00], // 2.3 × 1000 is 2299.9999999999995 with decimals
  [1.5, 333_33, 499_99], // 499.995: down, never over the cap
])('%d hours at %i cents are %i cents', (hours, perHour, amount) => {
  expect(hoursTimes(toHundredthHours(hours), toCents(perHour))).toBe(amount);
});
