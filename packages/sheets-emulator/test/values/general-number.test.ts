import { describe, expect, test } from '@jest/globals';
import { formatGeneral } from '#src/values/general-number';
import { formatValue } from '#src/values/number-format';

describe('formatGeneral', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [1.45, '1.45'],
    [-3.5, '-3.5'],
    [0.0009765625, '0.0009765625'],
    [1 / 3, '0.3333333333'],
    [2 / 3, '0.6666666667'],
    [100 / 3, '33.33333333'],
    [0.1 + 0.2, '0.3'],
    [12345678901, '12345678901'],
    [123456789012345, '123456789012345'],
    [1e15, '1E+15'],
    [1.5e20, '1.5E+20'],
    [2e-10, '2E-10'],
  ])('shows %d as %s', (number, shown) => {
    expect(formatGeneral(number)).toBe(shown);
  });
});

describe('formatValue', () => {
  test.each([
    [0.5, { type: 'PERCENT' }, '50.00%'],
    [1234.5, { type: 'NUMBER' }, '1,234.50'],
    [1234.5, { type: 'CURRENCY' }, '$1,234.50'],
    [43831, { type: 'DATE' }, '1/1/2020'],
    [2.5, { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' }, '1900-01-01 12:00'],
    [33.625, { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' }, '1900-02-01 15:00'],
    [46353, { type: 'DATE', pattern: 'yyyy"年"m"月"d"日"' }, '2026年11月27日'],
    [5, { type: 'TEXT' }, '5'],
    [5, { type: 'NUMBER', pattern: 'General' }, '5'],
    ['text', { type: 'NUMBER', pattern: '0.00' }, 'text'],
    ['x', { type: 'TEXT', pattern: '@" kg"' }, 'x kg'],
    [true, { type: 'NUMBER', pattern: '0.00' }, 'TRUE'],
  ])('shows %p under %p as %s', (value, numberFormat, shown) => {
    expect(formatValue(value, { numberFormat })).toBe(shown);
  });
});
