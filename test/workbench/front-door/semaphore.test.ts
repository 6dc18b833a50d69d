import { describe, expect, test } from '@jest/globals';
import { createSemaphore } from '#workbench/front-door/semaphore';

const LONG = 60_000;

describe('the places of a service', () => {
  test('are given while there are any', async () => {
    const places = createSemaphore();
    expect(await places.acquire(2, 0)).not.toBeNull();
    expect(await places.acquire(2, 0)).not.toBeNull();
    expect(await places.acquire(2, 0)).toBeNull();
  });

  test('go to who waits, in the order of coming, and stay taken on the way', async () => {
    const places = createSemaphore();
    const order: string[] = [];
    const giveBack = await places.acquire(1, 0);
    const waiting = ['first', 'second'].map(async (name) => {
      const give = await places.acquire(1, LONG);
      order.push(name);
      expect(await places.acquire(1, 0)).toBeNull();
      give?.();
    });
    giveBack?.();
    await Promise.all(waiting);
    expect(order).toEqual(['first', 'second']);
    expect(await places.acquire(1, 0)).not.toBeNull();
  });

  test('are not lost to somebody who waited too long', async () => {
    const places = createSemaphore();
    const giveBack = await places.acquire(1, 0);
    expect(await places.acquire(1, 0)).toBeNull();
    giveBack?.();
    expect(await places.acquire(1, 0)).not.toBeNull();
  });
});
