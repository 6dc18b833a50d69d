import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toCapitalAmount } from '#core/money/capital-amount';
import { toCents } from '#core/money/cents';

describe('toCapitalAmount', () => {
  test.each([
    [0, '零元整'],
    [1, '壹分'],
    [5, '伍分'],
    [10, '壹角整'],
    [50, '伍角整'],
    [56, '伍角陆分'],
    [100, '壹元整'],
    [10_00, '壹拾元整'],
    [20_05, '贰拾元零伍分'],
    [100_00, '壹佰元整'],
    [101_00, '壹佰零壹元整'],
    [110_00, '壹佰壹拾元整'],
    [325_04, '叁佰贰拾伍元零肆分'],
    [1000_00, '壹仟元整'],
    [1001_00, '壹仟零壹元整'],
    [1010_00, '壹仟零壹拾元整'],
    [1409_50, '壹仟肆佰零玖元伍角整'],
    [1680_32, '壹仟陆佰捌拾元叁角贰分'],
    [4761_90, '肆仟柒佰陆拾壹元玖角整'],
    [6007_14, '陆仟零柒元壹角肆分'],
    [16_409_02, '壹万陆仟肆佰零玖元零贰分'],
    [23_809_52, '贰万叁仟捌佰零玖元伍角贰分'],
    [10_000_00, '壹万元整'],
    [10_001_00, '壹万零壹元整'],
    [10_500_00, '壹万零伍佰元整'],
    [100_000_00, '壹拾万元整'],
    [105_000_00, '壹拾万零伍仟元整'],
    [107_000_53, '壹拾万零柒仟元伍角叁分'],
    [1_000_010_00, '壹佰万零壹拾元整'],
    [10_000_001_00, '壹仟万零壹元整'],
    [100_000_000_00, '壹亿元整'],
    [100_010_000_00, '壹亿零壹万元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [999_999_999_999_99, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    [-3550_00, '负叁仟伍佰伍拾元整'],
  ])('writes %i cents as %s', (cents, words) => {
    expect(toCapitalAmount(toCents(cents))).toBe(words);
  });

  it('writes traditional numerals in a zh-TW workbook, and simplified ones in an English one', () => {
    expect(toCapitalAmount(toCents(123_456_78), 'zh-TW')).toBe('壹拾貳萬參仟肆佰伍拾陸元柒角捌分');
    expect(toCapitalAmount(toCents(23_00), 'en')).toBe('贰拾叁元整');
  });

  it('refuses an amount that has no words', () => {
    expect(() => toCapitalAmount(toCents(1_000_000_000_000_00))).toThrow('too large');
  });

  it('can be read back, and never doubles a zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_99 }), (cents) => {
        const words = toCapitalAmount(toCents(cents));
        expect(words).not.toMatch(/零零|零[拾佰仟万亿角分]/);
        expect(read(words)).toBe(cents);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The cents that the words say, by a reader of its own. */
function read(words: string): number {
  const [yuan, rest] = words.includes('元') ? words.split('元') : ['', words];
  const digit = (one: string): number => '零壹贰叁肆伍陆柒捌玖'.indexOf(one);
  const group = (part = ''): number =>
    [...part.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)].reduce(
      (sum, [, one = '', place = '']) =>
        sum + digit(one) * 10 ** ['', '拾', '佰', '仟'].indexOf(place),
      0,
    );
  const parts = /^(?:(.*)亿)?(?:(.*)万)?(.*)$/.exec(yuan ?? '') ?? [];
  const whole = group(parts[1]) * 100_000_000 + group(parts[2]) * 10_000 + group(parts[3]);
  const jiao = /([壹贰叁肆伍陆柒捌玖])角/.exec(rest ?? '')?.[1] ?? '零';
  const fen = /([壹贰叁肆伍陆柒捌玖])分/.exec(rest ?? '')?.[1] ?? '零';
  return whole * 100 + digit(jiao) * 10 + digit(fen);
}
