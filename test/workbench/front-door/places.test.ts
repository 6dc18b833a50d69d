import { describe, expect, test } from '@jest/globals';
import { createPlaces } from '#workbench/front-door/places';

const LONG = 60_000;

describe('the places of a service', () => {
  test('are given while there are any', async () => {
    const places = createPlaces();
    expect(await places.take(2, 0)).not.toBeNull();
    expect(await places.take(2, 0)).not.toBeNull();
    expect(await places.take(2, 0)).toBeNull();
  });

  test('go to who waits, in the order of coming, and stay taken on the way', async () => {
    const places = createPlaces();
    const order: string[] = [];
    const giveBack = await places.take(1, 0);
    const waiting = ['first', 'second'].map(async (name) => {
      const give = await places.take(1, LONG);
      order.push(name);
      expect(await places.take(1, 0)).toBeNull();
      give?.();
    });
    giveBack?.();
    await Promise.all(waiting);
    expect(order).toEqual(['first', 'second']);
    expect(await places.take(1, 0)).not.toBeNull();
  });

  test('are not lost to somebody who waited too long', async () => {
    const places = createPlaces();
    const giveBack = await places.take(1, 0);
    expect(await places.take(1, 0)).toBeNull();
    giveBack?.();
    expect(await places.take(1, 0)).not.toBeNull();
  });
});
