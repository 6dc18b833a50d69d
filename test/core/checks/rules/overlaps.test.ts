import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { clockTimeOf, toClockTime, toDay } from '#core/calendar/day';
import { aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { findingsIn, placesIn } from '#test/support/builders/places';

type Part = Parameters<typeof aSession>[0];
/** Two sessions on one day that share nothing but what the test says. */
const pair = (first: Part, second: Part): string[] =>
  placesIn(
    aWorkbook({
      roster: [
        aMember(),
        aMember({ id: 'R002', name: '沈国栋', unit: '区法院', category: 'justice' }),
      ],
      schedule: [
        aSession({ speakerId: null, venue: '甲', audience: '四套班子', ...first }),
        aSession({
          id: 'S02',
          number: 2,
          speakerId: null,
          venue: '乙',
          audience: '法检两长',
          ...second,
        }),
      ],
    }),
    'V08',
  );

describe('two sessions at once', () => {
  it('may not share a room, whatever its spaces', () => {
    expect(pair({ venue: '区委 礼堂' }, { venue: '区委礼堂' })).toEqual([
      'V08 schedule 2 venue',
      'V08 schedule 3 venue',
    ]);
  });

  it('may not share a lecturer', () => {
    const found = pair({ speakerId: 'T01' }, { speakerId: 'T01' });
    expect(found).toEqual(['V08 schedule 2 speakerId', 'V08 schedule 3 speakerId']);
  });

  test.each([
    [null, '四套班子'],
    ['全体', '区委'],
    ['四套班子', '区委'],
    ['四套班子、法检两长', '法检两长'],
  ])('may not share people: %s and %s', (first, second) => {
    const found = pair({ audience: first }, { audience: second });
    expect(found).toEqual(['V08 schedule 2 audience', 'V08 schedule 3 audience']);
  });

  it('are fine with different rooms, lecturers and people', () => {
    expect(pair({}, {})).toEqual([]);
  });

  test.each([
    ['16:59', 2],
    ['17:00', 0],
    ['17:01', 0],
  ])('do not clash when the second begins at %s, the first ending at 17:00', (start, count) => {
    const second = { venue: '甲', start: toClockTime(start), end: toClockTime('18:00') };
    expect(pair({}, second)).toHaveLength(count);
  });

  it('do not clash on different days, when one is cancelled, or when a time is wrong', () => {
    expect(pair({}, { venue: '甲', date: toDay('2026-03-13') })).toEqual([]);
    expect(pair({}, { venue: '甲', state: 'cancelled' })).toEqual([]);
    expect(
      pair({}, { venue: '甲', start: toClockTime('17:00'), end: toClockTime('14:00') }),
    ).toEqual([]);
  });

  it('name each other and the time taken', () => {
    const [first] = findingsIn(
      aWorkbook({
        schedule: [aSession({ speakerId: null }), aSession({ id: 'S02', speakerId: null })],
      }),
      'V08',
    );
    expect(first?.facts).toMatchObject({ other: 'S02', start: '14:30', end: '17:00' });
  });
});

const minutes = fc.integer({ min: 8 * 60, max: 18 * 60 });
const stretch = fc
  .tuple(minutes, fc.integer({ min: 1, max: 180 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('overlap', () => {
  const found = (stretches: readonly { start: number; end: number }[]): Set<string> =>
    new Set(
      findingsIn(
        aWorkbook({
          schedule: stretches.map(({ start, end }, index) =>
            aSession({
              id: `S${index}`,
              speakerId: null,
              start: clockTimeOf(start),
              end: clockTimeOf(end),
            }),
          ),
        }),
        'V08',
      )
        .filter(({ column }) => column === 'venue')
        .map(({ row }) => String(row)),
    );

  it('is reported for exactly the sessions that overlap another', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (all) => {
        const expected = all.flatMap((a, index) =>
          all.some((b, other) => index !== other && a.start < b.end && b.start < a.end)
            ? [String(index + 2)]
            : [],
        );
        expect(found(all)).toEqual(new Set(expected));
      }),
      { numRuns: 60 },
    );
  });
});
