import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applySteps, lineSteps, type LineOrder } from '#core/workbook/write/line-steps';

describe('the steps that bring lines into an order', () => {
  test.each<[string, number, LineOrder, ReturnType<typeof lineSteps>]>([
    ['nothing moves', 3, [0, 1, 2], []],
    ['one comes first', 2, [null, 0, 1], [{ action: 'insert', at: 0, count: 1 }]],
    ['two come last', 1, [0, null, null], [{ action: 'insert', at: 1, count: 2 }]],
    ['neighbours go together', 5, [0, 4], [{ action: 'delete', at: 1, count: 3 }]],
    [
      'the last go before the first',
      4,
      [1, 2],
      [
        { action: 'delete', at: 3, count: 1 },
        { action: 'delete', at: 0, count: 1 },
      ],
    ],
    [
      'the last becomes the first by one move',
      4,
      [3, 0, 1, 2],
      [{ action: 'move', from: 3, to: 0 }],
    ],
    [
      'the first becomes the last by one move',
      4,
      [1, 2, 3, 0],
      [{ action: 'move', from: 0, to: 3 }],
    ],
    [
      'one takes the place of another',
      2,
      [0, null],
      [
        { action: 'delete', at: 1, count: 1 },
        { action: 'insert', at: 1, count: 1 },
      ],
    ],
    ['all go', 2, [], [{ action: 'delete', at: 0, count: 2 }]],
  ])('%s', (_, count, order, steps) => {
    expect(lineSteps(count, order)).toEqual(steps);
  });

  test('whatever the order, the steps lead to it', () => {
    const lines = fc.uniqueArray(fc.nat(30), { maxLength: 31 });
    const order = fc.tuple(lines, fc.array(fc.nat(31))).map(([kept, places]): LineOrder => {
      const result: (number | null)[] = [...kept];
      for (const place of places) result.splice(place, 0, null);
      return result;
    });
    fc.assert(
      fc.property(order, (wanted) => {
        const before = Array.from({ length: 31 }, (_, index): number | null => index);
        expect(applySteps(before, lineSteps(31, wanted), () => null)).toEqual(wanted);
      }),
    );
  });
});
