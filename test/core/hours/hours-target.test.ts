import { describe, expect, it, test } from '@jest/globals';
import { hoursTargets, paceOf } from '#core/hours/hours-target';
import { toDay } from '#core/calendar/day';
import { aStandard } from '#test/support/builders/rows';
import { inFive, yearly } from './target-standards';
import { aTable } from '#test/support/builders/tables';

describe('the target', () => {
  test.each([
    ['township', 2026, [90, '2026-01-01', '2026-12-31']],
    ['county', 2026, [550, '2023-01-01', '2027-12-31']],
    ['county', 2023, [550, '2023-01-01', '2027-12-31']],
    ['county', 2027, [550, '2023-01-01', '2027-12-31']],
    ['county', 2028, [550, '2028-01-01', '2032-12-31']],
  ] as const)('of %s in %i is so many hours in this time: %p', (rankClass, year, expected) => {
    const targets = hoursTargets(aTable('standards', [yearly, inFive]), year);
    const [hours, from, to] = expected;
    expect(targets(rankClass)).toEqual({ hours, from, to, documentNumber: '条例' });
  });

  it('may be the district’s own, with its document', () => {
    const own = aStandard({
      item: 'hoursYearly',
      scope: '县处级',
      value: 110,
      level: 'district',
      documentNumber: '区组〔2026〕8号',
    });
    const targets = hoursTargets(aTable('standards', [inFive, own]), 2026);
    expect(targets('county')).toMatchObject({ hours: 110, documentNumber: '区组〔2026〕8号' });
  });

  it.each(['township', '乡科级', 'Township level'])('is found by the class as %s', (scope) => {
    expect(hoursTargets(aTable('standards', [{ ...yearly, scope }]), 2026)('township')?.hours).toBe(
      90,
    );
  });

  it('is none without a row that is valid in the year', () => {
    const over = { ...yearly, to: toDay('2025-12-31') };
    expect(hoursTargets(aTable('standards', [over]), 2026)('township')).toBeNull();
    expect(hoursTargets(undefined, 2026)('county')).toBeNull();
  });
});

describe('the pace', () => {
  test.each([
    ['county', 2023, [110, 110]],
    ['county', 2026, [110, 440]],
    ['county', 2027, [110, 550]],
    ['township', 2026, [90, 90]],
  ] as const)(
    'of %s in %i is so many hours a year and so many by its end: %p',
    (rankClass, year, [each, byYearEnd]) => {
      const target = hoursTargets(aTable('standards', [yearly, inFive]), year)(rankClass);
      expect(target && paceOf(target, year)).toEqual({ yearly: each, byYearEnd });
    },
  );

  test.each([
    [2023, 55],
    [2026, 385],
    [2028, 550],
  ])('of five years from July 2023 on has at the end of %i reached %i', (year, byYearEnd) => {
    const target = {
      hours: 550,
      from: toDay('2023-07-01'),
      to: toDay('2028-06-30'),
      documentNumber: '',
    };
    expect(paceOf(target, year)).toEqual({ yearly: 110, byYearEnd });
  });
});
