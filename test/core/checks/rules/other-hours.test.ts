import { describe, expect, test } from '@jest/globals';
import { aMember, someOtherHours } from '#test/support/builders/rows';
import { placesIn } from '#test/support/builders/places';
import { aWorkbook } from '#test/support/builders/tables';

const places = (part: Parameters<typeof someOtherHours>[0], code: string): string[] =>
  placesIn(aWorkbook({ roster: [aMember()], otherHours: [someOtherHours(part)] }), code);

describe('a row of other hours', () => {
  test.each([
    [0.5, []],
    [0, ['W43 otherHours 2 hours']],
    [-1, ['W43 otherHours 2 hours']],
  ])('of %d hours gives %j', (hours, expected) => {
    expect(places({ hours }, 'W43')).toEqual(expected);
  });

  test('names somebody of the roster', () => {
    expect(places({}, 'V34')).toEqual([]);
    expect(places({ memberId: 'R999' }, 'V34')).toEqual(['V34 otherHours 2 memberId']);
  });

  test('may lack its whole tab', () => {
    const { otherHours, ...without } = aWorkbook();
    expect(otherHours).toBeDefined();
    expect(placesIn(without, 'W03')).toEqual([]);
  });
});
