import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { attemptTimes, throttleDelay } from '#core/notice/ledger/throttle';
import { aWorkbook } from '#test/support/builders/tables';
import { aSnapshot } from '#test/support/builders/snapshots';

const MINUTE = 60_000;
const repeat = (count: number, at: number): number[] => Array.from({ length: count }, () => at);

describe('waitForRoom', () => {
  // the time is one million milliseconds; 50 mails a minute
  test.each([
    ['nothing was sent', [], 25, 0],
    ['so many were sent that just these fit', repeat(25, 1_000_000), 25, 0],
    ['one too many was sent just now', repeat(26, 1_000_000), 25, 60_000],
    ['one too many was sent half a minute ago', [...repeat(25, 1_000_000), 970_000], 25, 30_000],
    ['all were sent a minute ago', repeat(50, 940_000), 25, 0],
    ['all were sent a moment less than a minute ago', repeat(50, 940_001), 25, 1],
    ['the older half is enough', [...repeat(25, 950_000), ...repeat(25, 990_000)], 25, 10_000],
    ['the older half is not enough', [...repeat(25, 950_000), ...repeat(25, 990_000)], 26, 50_000],
  ])('when %s', (_, tried, mails, wait) => {
    expect(throttleDelay(tried, mails, { perMinute: 50, now: 1_000_000 })).toBe(wait);
  });

  test('never lets more than the limit into any minute', () => {
    const chunks = fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 30 });
    fc.assert(
      fc.property(chunks, fc.integer({ min: 25, max: 200 }), (sizes, perMinute) => {
        const tried: number[] = [];
        let now = 0;
        for (const size of sizes) {
          now += throttleDelay(tried, size, { perMinute, now });
          tried.push(...repeat(size, now));
        }
        for (const end of tried)
          expect(tried.filter((at) => at > end - MINUTE && at <= end).length).toBeLessThanOrEqual(
            perMinute,
          );
      }),
    );
  });
});

test('triedAt finds what was tried, of any notice and by anybody', () => {
  const row = (memberId: string, attempts: number) => ({
    key: `k|${memberId}`,
    sessionId: 'S01',
    kind: 'weekly' as const,
    memberId,
    state: 'sent' as const,
    attempts,
    updatedAt: '2026-03-02T01:00:00.000Z',
  });
  const snapshot = aSnapshot(aWorkbook({ notices: [row('R001', 1), row('R002', 0)] }));
  expect(attemptTimes(snapshot)).toEqual([Date.parse('2026-03-02T01:00:00Z')]);
});
