import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { formatRate, meetsTarget, projectRate, type Rate } from '#core/attendance/rate';
import { roundedShare } from '#core/report/percent-cell';

const rate = (numerator: number, denominator: number): Rate => ({ numerator, denominator });
/** Of whole sessions. */
const of = (attended: number, due: number): Rate => rate(attended * 100, due * 100);

describe('formatRate', () => {
  it.each([
    [of(0, 8), '0.0%'],
    [of(1, 16), '6.3%'], // 6.25
    [of(1, 8), '12.5%'],
    [of(1, 3), '33.3%'],
    [of(2, 3), '66.7%'],
    [of(89, 100), '89.0%'],
    [of(1998, 2000), '99.9%'],
    [of(1999, 2000), '99.9%'], // 99.95: less than all is never shown as all
    [of(2999, 3000), '99.9%'],
    [of(3000, 3000), '100.0%'],
    [of(3001, 3000), '100.0%'],
    [of(3003, 3000), '100.1%'],
    [of(1, 3000), '0.1%'], // more than none is never shown as none
    [rate(1, 1_000_000), '0.1%'],
    [of(9994, 10000), '99.9%'],
    [of(7, 7), '100.0%'],
    [rate(850, 1000), '85.0%'],
    [rate(50, 300), '16.7%'], // half a session of three
    [rate(5, 10000), '0.1%'], // 0.05
    [rate(4, 10000), '0.1%'],
  ])('shows %j as %s, rounded half up', (given, shown) => {
    expect(formatRate(given)).toBe(shown);
  });

  it('shows a dash when nothing is due, not 0 or 100 percent', () => {
    expect(formatRate(of(0, 0))).toBe('—');
    expect(roundedShare(of(0, 0))).toBeNull();
  });

  it('gives the percent cell the number that is shown', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (attended, missed) => {
        const share = roundedShare(of(attended, attended + missed));
        const shown = formatRate(of(attended, attended + missed));
        expect(share === null ? '—' : `${(share * 100).toFixed(1)}%`).toBe(shown);
      }),
    );
  });
});

describe('meetsTarget', () => {
  it.each([
    [of(9, 10), 0.9, true],
    [of(8999, 10000), 0.9, false], // is shown as 90.0%
    [of(9001, 10000), 0.9, true],
    [of(7, 8), 0.875, true],
    [rate(874, 1000), 0.875, false],
    [of(0, 3), 0, true],
    [of(3, 3), 1, true],
    [of(0, 0), 0.9, null],
  ])('%j against %d is %s', (given, target, meets) => {
    expect(meetsTarget(given, target)).toBe(meets);
  });
});

describe('outlookOf', () => {
  it('sees 8 of 9 with 4 sessions to come as 8 of 13 earned, 12 of 13 at best, none to spare at 90%', () => {
    expect(projectRate(of(8, 9), 4, 0.9)).toEqual({
      earned: of(8, 13),
      best: of(12, 13), // 92.3%; one more miss: 11 of 13 = 84.6%
      absencesLeft: 0,
    });
  });

  test.each([
    { why: 'one miss of ten is still 90%', toDate: of(6, 6), open: 4, left: 1 }, // 9 of 10
    { why: 'two misses of twenty are', toDate: of(15, 15), open: 5, left: 2 }, // 18 of 20
    { why: 'two misses of nineteen are not', toDate: of(14, 14), open: 5, left: 1 }, // 17 of 19: 89.5%
    { why: 'everything open may be missed', toDate: of(10, 10), open: 1, left: 1 }, // 10 of 11: 90.9%
    { why: 'nothing open leaves nothing to miss', toDate: of(10, 10), open: 0, left: 0 },
    { why: 'it is out of reach', toDate: of(7, 9), open: 4, left: null }, // at best 11 of 13: 84.6%
    { why: 'it is already missed', toDate: of(8, 10), open: 0, left: null },
    { why: 'there is no session at all', toDate: of(0, 0), open: 0, left: null },
    { why: 'there is nothing yet and ten to come', toDate: of(0, 0), open: 10, left: 1 },
  ])('against 90%: $why', ({ toDate, open, left }) => {
    expect(projectRate(toDate, open, 0.9).absencesLeft).toBe(left);
  });

  it('lets everything be missed when there is no target', () => {
    expect(projectRate(of(0, 2), 3, 0).absencesLeft).toBe(3);
  });

  it('promises no absence too many and none too few', () => {
    const counts = fc.record({ attended: fc.nat(40), missed: fc.nat(10), open: fc.nat(20) });
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 0, max: 100 }),
        ({ attended, missed, open }, percent) => {
          const due = attended + missed + open;
          fc.pre(due > 0);
          const left = projectRate(
            of(attended, attended + missed),
            open,
            percent / 100,
          ).absencesLeft;
          const keeps = (misses: number): boolean =>
            (attended + open - misses) * 100 >= percent * due;
          if (left === null) expect(keeps(0)).toBe(false);
          else {
            expect(keeps(left)).toBe(true);
            expect(left === open || !keeps(left + 1)).toBe(true);
          }
        },
      ),
    );
  });
});
