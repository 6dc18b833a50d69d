import { describe, expect, it } from '@jest/globals';
import { createBatcher } from '#functions/app/runtime/batching';
import { anApplication } from '#test/support/application';

const { ports } = anApplication({}).application;
const gatherInto = (written: (readonly number[])[]) =>
  createBatcher<string, number, number>({
    keyOf: (at) => at,
    write: (_, claims) => {
      written.push(claims);
      return claims.includes(0)
        ? Promise.reject(new Error('refused'))
        : Promise.resolve(claims.map((claim) => claim * 2));
    },
  });

describe('those who come at once', () => {
  it('are written with the next write, each with an own answer', async () => {
    const written: (readonly number[])[] = [];
    const gather = gatherInto(written);
    expect(await Promise.all([1, 2, 3].map((claim) => gather('a', claim, ports)))).toEqual([
      2, 4, 6,
    ]);
    expect(written).toEqual([[1], [2, 3]]);
  });

  it('are answered also when they come in the moment in which a write is answered', async () => {
    const written: (readonly number[])[] = [];
    const gather = gatherInto(written);
    const second = gather('a', 1, ports).then(() => gather('a', 2, ports));
    expect([await second, written]).toEqual([4, [[1], [2]]]);
  });

  it('all get the failure, and the next is written again', async () => {
    const gather = gatherInto([]);
    await expect(gather('a', 0, ports)).rejects.toThrow('refused');
    expect(await gather('a', 4, ports)).toBe(8);
  });
});
