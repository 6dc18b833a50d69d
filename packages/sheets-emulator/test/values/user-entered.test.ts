import { describe, expect, it, test } from '@jest/globals';
import { formatValue } from '#src/values/number-format';
import { readUserEntered } from '#src/values/user-entered';

const NOW = new Date('2026-11-23T02:00:00Z');
const read = (text: string, localeName = 'en_US') =>
  readUserEntered(text, { localeName, now: NOW });

describe('readUserEntered', () => {
  test.each([
    ['0042', 42, undefined, '42'],
    ['42.01', 42.01, undefined, '42.01'],
    ['-7', -7, undefined, '-7'],
    ['+5', 5, undefined, '5'],
    ['.5', 0.5, undefined, '0.5'],
    [' 5 ', 5, undefined, '5'],
    ['(5)', -5, undefined, '-5'],
    ['2,000,000.01', 2000000.01, { type: 'NUMBER', pattern: '#,##0.00' }, '2,000,000.01'],
    ['1,000', 1000, { type: 'NUMBER', pattern: '#,##0' }, '1,000'],
    ['66.67%', 0.6667, { type: 'PERCENT', pattern: '0.00%' }, '66.67%'],
    ['-5%', -0.05, { type: 'PERCENT', pattern: '0%' }, '-5%'],
    ['$1.50', 1.5, { type: 'CURRENCY', pattern: '"$"#,##0.00' }, '$1.50'],
    ['-$5', -5, { type: 'CURRENCY', pattern: '"$"#,##0' }, '-$5'],
    ['1e3', 1000, { type: 'SCIENTIFIC', pattern: '0.00E+00' }, '1.00E+03'],
    ['2020-01-01', 43831, { type: 'DATE', pattern: 'yyyy-mm-dd' }, '2020-01-01'],
    ['2020/1/2', 43832, { type: 'DATE', pattern: 'yyyy/m/d' }, '2020/1/2'],
    ['1/2/2020', 43832, { type: 'DATE', pattern: 'm/d/yyyy' }, '1/2/2020'],
    ['1/2/20', 43832, { type: 'DATE', pattern: 'm/d/yy' }, '1/2/20'],
    ['11/27', 46353, { type: 'DATE', pattern: 'mm/dd' }, '11/27'],
    ['Jan 5, 2020', 43835, { type: 'DATE', pattern: 'mmm d, yyyy' }, 'Jan 5, 2020'],
    ['5-Jan-2020', 43835, { type: 'DATE', pattern: 'd-mmm-yyyy' }, '5-Jan-2020'],
    ['10:30', 0.4375, { type: 'TIME', pattern: 'h:mm' }, '10:30'],
    ['09:05', 545 / 1440, { type: 'TIME', pattern: 'h:mm' }, '9:05'],
    ['9:05 PM', 0.8784722222222222, { type: 'TIME', pattern: 'h:mm am/pm' }, '9:05 PM'],
    ['25:00', 25 / 24, { type: 'TIME', pattern: '[h]:mm' }, '25:00'],
    [
      '1/2/2020 10:30',
      43832.4375,
      { type: 'DATE_TIME', pattern: 'm/d/yyyy h:mm' },
      '1/2/2020 10:30',
    ],
    [
      '2020-01-01 10:30:00',
      43831.4375,
      { type: 'DATE_TIME', pattern: 'yyyy-mm-dd h:mm:ss' },
      '2020-01-01 10:30:00',
    ],
  ])('reads %s as a number and shows it as Google would', (text, value, format, shown) => {
    const entered = read(text);
    expect(entered.value).toBeCloseTo(value, 12);
    expect(entered.format).toEqual(format);
    expect(formatValue(entered.value ?? '', format && { numberFormat: format })).toBe(shown);
  });

  test.each([
    '3_1_0',
    'camelCase',
    'two\nlines',
    '2020-13-01',
    '2020-02-30',
    '10:99',
    '1,00',
    '5 apples',
    '$',
    '-',
    '%',
    'a5',
    '1.2.3',
    'N/A',
    '£5',
    '1 1/2',
  ])('keeps %j as text', (text) => {
    expect(read(text)).toEqual({ value: text });
  });

  test.each([
    ['TRUE', true],
    ['false', false],
  ])('reads %s as a boolean', (text, value) => {
    expect(read(text)).toEqual({ value });
  });

  it('takes a leading apostrophe as "this is text" and drops it', () => {
    expect(read("'0042")).toEqual({ value: '0042' });
  });

  it('takes a leading equals sign as a formula, unless nothing follows', () => {
    expect(read('=1+1')).toEqual({ formula: '=1+1' });
    expect(read('=')).toEqual({ value: '=' });
  });

  test.each([
    ['zh_CN', '2026年11月27日', 46353],
    ['zh_CN', '2026/11/27', 46353],
    ['zh_CN', '26/11/27', 46353],
    ['zh_CN', '26/3/6', 46087],
    ['en_GB', '27/11/2026', 46353],
  ])('reads days the way of %s: %s', (locale, text, value) => {
    expect(read(text, locale).value).toBe(value);
  });

  it('reads the currency of the locale only', () => {
    expect(read('¥1,200', 'zh_CN')).toEqual({
      value: 1200,
      format: { type: 'CURRENCY', pattern: '"¥"#,##0' },
    });
    expect(read('$5', 'zh_CN')).toEqual({ value: '$5' });
  });

  it('refuses to guess what a number means in a locale it does not know', () => {
    expect(() => read('1.234,50', 'de_DE')).toThrow(
      'not emulated: reading "1.234,50" in the locale de_DE',
    );
    expect(read('2026-11-27', 'de_DE').value).toBe(46353);
    expect(read('42', 'de_DE').value).toBe(42);
    expect(read('Müller', 'de_DE').value).toBe('Müller');
  });
});
