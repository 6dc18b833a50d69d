import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { aMember, aSession } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aTable, aWorkbook } from '#test/support/builders/tables';

const both = ['V34 roster 2 name', 'V34 roster 3 name'];
type Part = Parameters<typeof aMember>[0];
const severities = (first: Part, second: Part): string[] =>
  findingsIn(
    {
      ...aWorkbook(),
      roster: aTable('roster', [aMember(first), aMember({ id: 'R002', ...second })]),
    },
    'V34',
  ).map(({ rule }) => rule.severity);

describe('two rows of one name', () => {
  it('in one unit are the same person, whatever the spaces', () => {
    expect(severities({ name: '梁宁' }, { name: '梁　宁' })).toEqual(['error', 'error']);
    expect(severities({ name: '梁宁' }, { name: '梁\u200B\uFEFF\u00A0宁' })).toEqual([
      'error',
      'error',
    ]);
  });

  it('in different units may be two people', () => {
    expect(severities({ name: '梁宁' }, { name: '梁宁', unit: '区法院' })).toEqual([
      'warning',
      'warning',
    ]);
  });

  test.each([
    ['2026-05-31', '2026-06-01', []],
    ['2026-06-01', '2026-06-01', both],
    ['2026-06-02', '2026-06-01', both],
    [null, '2026-06-01', both],
  ])('are fine when one ends %s and the other begins %s: %j', (to, from, expected) => {
    const roster = [
      aMember({ to: to === null ? null : toDay(to) }),
      aMember({ id: 'R002', from: toDay(from) }),
    ];
    expect(placesIn(aWorkbook({ roster }), 'V34')).toEqual(expected);
  });

  it('are fine as vacant posts', () => {
    expect(severities({ name: '空缺' }, { name: '空缺' })).toEqual([]);
  });
});

describe('the dates of a person', () => {
  test.each([
    ['2026-03-05', ['V34 roster 2 to']],
    ['2026-03-06', []],
    ['2026-03-07', []],
  ])('from 2026-03-06 to %s give %j', (to, expected) => {
    const roster = [aMember({ from: toDay('2026-03-06'), to: toDay(to) })];
    expect(placesIn(aWorkbook({ roster }), 'V34')).toEqual(expected);
  });
});

describe('an audience', () => {
  test.each([
    [null, 0],
    ['全体', 0],
    ['四套班子、区委', 0],
    ['法检两长', 1],
    ['四套班子、区卫健委、街道', 2],
  ])('%s names %d groups that nobody belongs to', (audience, count) => {
    const tables = aWorkbook({
      roster: [aMember()],
      schedule: [aSession({ speakerId: null, audience })],
    });
    expect(placesIn(tables, 'W24')).toEqual(Array(count).fill('W24 schedule 2 audience'));
  });
});
