import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { readUnavailableDays } from '#core/speakers/unavailable-days';

const isUnavailable = (cell: string, day: string): boolean =>
  readUnavailableDays(cell).isUnavailable(toDay(day));

describe('readUnavailableDays', () => {
  test.each([
    ['2026-12-01', '2026-11-30', false],
    ['2026-12-01', '2026-12-01', true],
    ['2026-12-01', '2026-12-02', false],
    ['2026年12月1日', '2026-12-01', true],
    ['2026/12/1', '2026-12-01', true],
    ['2026.12.1', '2026-12-01', true],
    ['2026-12-01—2026-12-15', '2026-11-30', false],
    ['2026-12-01—2026-12-15', '2026-12-01', true],
    ['2026-12-01 至 2026-12-15', '2026-12-15', true],
    ['2026-12-01~2026-12-15', '2026-12-16', false],
    ['周五', '2026-12-04', true],
    ['每周六', '2026-12-05', true],
    ['Fri', '2026-12-05', false],
    ['2026-12-01、星期日；2027-01-08', '2027-01-08', true],
    ['', '2026-12-01', false],
  ])('%j on %s: %s', (cell, day, expected) => {
    expect(isUnavailable(cell, day)).toBe(expected);
    expect(readUnavailableDays(cell).unreadable).toEqual([]);
  });

  test.each([
    ['月底', ['月底']],
    ['2026-13-01', ['2026-13-01']],
    ['2026-12-15—2026-12-01', ['2026-12-15—2026-12-01']],
    ['周五、出差', ['出差']],
    ['5', ['5']],
  ])('gives what it does not understand: %j', (cell, expected) => {
    expect(readUnavailableDays(cell).unreadable).toEqual(expected);
  });
});
