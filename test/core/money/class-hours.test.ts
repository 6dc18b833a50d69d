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

test.each([
  [1000, 1000_00],
  [1000.01, 0],
  [1e12, 0],
  [1e300, 0],
  [NaN, 0],
])('hours that no session can have count as nothing: %d', (hours, hundredths) => {
  expect(toHundredthHours(hours)).toBe(hundredths);
});

test.each([
  [3, 1000_00, 3000_00],
  [2.3, 1000_00, 2300_00], // 2.3 × 1000 is 2299.9999999999995 with decimals
  [1.5, 333_33, 499_99], // 499.995: down, never over the cap
])('%d hours at %i cents are %i cents', (hours, perHour, amount) => {
  expect(hoursTimes(toHundredthHours(hours), toCents(perHour))).toBe(amount);
});
