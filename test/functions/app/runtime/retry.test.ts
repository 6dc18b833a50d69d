import { describe, expect, test } from '@jest/globals';
import { isPassing, retry } from '#functions/app/runtime/retry';
import { AppError } from '#functions/errors';

/** Fails so often, and says how long it was waited for. */
async function waitsOf(
  failures: number,
  refusal: AppError['refusal'],
): Promise<[unknown, number[]]> {
  const waits: number[] = [];
  let left = failures;
  const work = (): Promise<string> => {
    left -= 1;
    return left >= 0 ? Promise.reject(new AppError(refusal)) : Promise.resolve('done');
  };
  const pause = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const result = await retry(work, { pause }).catch((error: unknown) => error);
  return [result, waits];
}

describe('what Google refuses for a minute', () => {
  test.each(['quotaReached', 'sheetsDown'] as const)(
    '%s is tried again five times, within more than a minute',
    async (refusal) => {
      const [result, waits] = await waitsOf(5, refusal);
      expect(result).toBe('done');
      const longest = [500, 2_000, 8_000, 20_000, 40_000];
      expect(waits).toHaveLength(longest.length);
      for (const [index, wait] of waits.entries()) {
        expect(wait).toBeLessThanOrEqual(longest[index] ?? 0);
        expect(wait).toBeGreaterThanOrEqual(0.75 * (longest[index] ?? 0));
      }
    },
  );

  test('is not waited for by all who were refused together for the same time', async () => {
    const waits = await Promise.all(
      Array.from({ length: 20 }, async () => (await waitsOf(1, 'quotaReached'))[1][0]),
    );
    expect(new Set(waits).size).toBeGreaterThan(1);
  });

  test('is given up at the sixth refusal', async () => {
    const [result, waits] = await waitsOf(6, 'quotaReached');
    expect(result).toMatchObject({ refusal: 'quotaReached' });
    expect(waits).toHaveLength(5);
  });

  test('what waiting does not mend is not tried again', async () => {
    const [result, waits] = await waitsOf(1, 'workbookRefused');
    expect(result).toMatchObject({ refusal: 'workbookRefused' });
    expect(waits).toEqual([]);
  });
});

describe('what is left to the queue', () => {
  test.each([
    ['quotaReached', true],
    ['leaseHeld', true],
    ['rowsMoved', true],
    ['workbookRefused', false],
    ['workbookGone', false],
    ['unknownWorkbook', false],
  ] as const)('%s: %p', (refusal, expected) => {
    expect(isPassing(new AppError(refusal))).toBe(expected);
  });

  test('is no mistake of ours', () => {
    expect(isPassing(new Error('quotaReached'))).toBe(false);
  });
});
