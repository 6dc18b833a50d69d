import { describe, expect, it, test } from '@jest/globals';
import { toClockTime } from '#core/calendar/day';
import { renderFinding } from '#core/workbook/finding';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Part = Parameters<typeof aSession>[0];
const at = (start: string, end: string, taughtHours: number, part: Part = {}): Part => ({
  start: toClockTime(start),
  end: toClockTime(end),
  taughtHours,
  ...part,
});
const two = (first: Part, second: Part) =>
  aWorkbook({
    speakers: [aSpeaker(), aSpeaker({ id: 'T02', name: '何清', unit: '市委党校' })],
    schedule: [
      aSession(first),
      aSession({ id: 'S02', number: 2, title: '数字政府建设', ...second }),
    ],
  });
const BOTH = ['V10 schedule 2 taughtHours', 'V10 schedule 3 taughtHours'];

describe('sessions of one lecturer on one half-day', () => {
  test.each<[string, Part, Part, string[]]>([
    [
      'V10 violating: three and three hours',
      at('13:00', '15:15', 3),
      at('15:30', '17:45', 3),
      BOTH,
    ],
    ['V10 boundary: four and a quarter', at('13:00', '15:00', 2), at('15:30', '17:30', 2.25), BOTH],
    ['V10 inside: two and two', at('13:00', '15:00', 2), at('15:30', '17:30', 2), []],
    ['V10 inside: morning and afternoon', at('09:00', '11:30', 3), at('14:00', '16:30', 3), []],
    ['V10 inside: afternoon and evening', at('14:00', '16:30', 3), at('19:00', '21:30', 3), []],
    [
      'V10 inside: two lecturers',
      at('13:00', '15:15', 3),
      at('15:30', '17:45', 3, { speakerId: 'T02' }),
      [],
    ],
    [
      'V10 inside: one is cancelled',
      at('13:00', '15:15', 3),
      at('15:30', '17:45', 3, { state: 'cancelled' }),
      [],
    ],
    [
      'V10 inside: at once, which is another rule’s',
      at('14:30', '17:00', 3),
      at('14:30', '17:00', 3),
      [],
    ],
    ['V10 violating: five alone and two', at('13:00', '16:45', 5), at('16:45', '18:30', 2), BOTH],
  ])('%s', (_, first, second, expected) => {
    expect(placesIn(two(first, second), 'V10')).toEqual(expected);
  });

  it('V10 names lecturer, day and sum', () => {
    const [found] = findingsIn(two(at('13:00', '15:15', 3), at('15:30', '17:45', 3)), 'V10');
    expect(found && renderFinding(found, 'zh-CN').message).toBe(
      '“陆明哲”2026-03-06同一半天授课共6学时（第2、3行），超过4学时的上限（市财行〔2017〕8号）。',
    );
  });
});
