// The year that a workbook's sessions are of, and the rows that a copy has of the new year already.
import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { otherYearOf, rowsFrom } from '#core/new-year/rows-of-the-year';
import { aSession } from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import { emptyYear, type Rows } from './planned-year';

const bookOf = (rows: Rows) => readBook(emptyYear('zh-CN', rows), toDay('2026-12-31')).book;
const on = (day: string, state: 'held' | 'planned' | 'cancelled' = 'held') =>
  aSession({ date: toDay(day), state });
const yearIs = (value: string) => [{ name: '年度', value }];

describe('the year of the sessions', () => {
  it.each([
    ['of the year in the settings', '2026', [on('2026-03-07'), on('2025-12-06')], null],
    ['held the year before', '2027', [on('2026-03-07')], 2026],
    ['held the year after', '2026', [on('2027-03-06')], 2027],
    [
      'held before, and one is planned',
      '2027',
      [on('2026-03-07'), on('2027-01-09', 'planned')],
      2026,
    ],
    ['planned the year before, none held', '2027', [on('2026-03-07', 'planned')], 2026],
    ['cancelled', '2027', [on('2026-03-07', 'cancelled')], null],
    ['none', '2027', [], null],
  ] as const)('%s', (_, year, schedule, expected) => {
    expect(otherYearOf(bookOf({ settings: yearIs(year), schedule: [...schedule] }))).toBe(expected);
  });
});

it('names the rows of the new year by tab; an expense for an earlier session is none', () => {
  const rows: Rows = {
    schedule: [on('2026-12-05'), { ...on('2027-01-09', 'planned'), id: 'S02' }],
    expenses: [
      { id: 'E1', date: toDay('2027-01-04'), sessionId: 'S01' },
      { id: 'E2', date: toDay('2027-01-04'), sessionId: 'S02' },
      { id: 'E3', date: toDay('2026-12-31') },
      { id: 'E4', date: toDay('2027-01-01') },
    ],
    proposals: [{ date: toDay('2027-02-06') }],
  };
  const copy = aSnapshot(emptyYear('zh-CN', rows));
  expect(rowsFrom(copy, bookOf(rows), toDay('2027-01-01'))).toEqual([
    { title: '日程', rows: [3] },
    { title: '排课建议', rows: [2] },
    { title: '支出', rows: [3, 5] },
  ]);
});
