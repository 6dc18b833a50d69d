import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numbersInOrder } from '#core/import/roster-orders';

describe('numbers for places in order', () => {
  test.each<[string, (number | null)[], number[]]>([
    ['none there', [null, null, null], [10, 20, 30]],
    ['all there and rising', [3, 7, 8], [3, 7, 8]],
    ['one in a gap', [10, null, 20], [10, 15, 20]],
    ['two in a gap', [10, null, null, 20], [10, 13, 16, 20]],
    ['the smallest gap for one', [10, null, 12], [10, 11, 12]],
    ['a gap too small', [10, null, 11], [10, 20, 30]],
    ['before the first', [null, 10], [5, 10]],
    ['no room before the first', [null, 1], [10, 20]],
    ['behind the last', [10, null, null], [10, 20, 30]],
    ['another order', [20, 10], [10, 20]],
    ['the same number twice', [10, 10], [10, 20]],
    ['nobody', [], []],
  ])('%s', (_, places, expected) => {
    expect(numbersInOrder(places)).toEqual(expected);
  });

  test('rise, and stay once given', () => {
    const place = fc.option(fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const numbers = numbersInOrder(places);
        expect(numbers).toHaveLength(places.length);
        numbers.forEach((number, index) => expect(number).toBeGreaterThan(numbers[index - 1] ?? 0));
        expect(numbersInOrder(numbers)).toEqual(numbers);
      }),
    );
  });
});
