import { describe, expect, it, test } from '@jest/globals';
import { toClockTime, toDay, weekdayOf, type Day } from '#core/calendar/day';
import { aHoliday, aSession } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';
import { findingsIn, placesIn } from '#test/support/builders/places';

const session = { speakerId: null };
/** A session in the regular slot of its weekday. */
function on(date: Day, part: Parameters<typeof aSession>[0] = {}) {
  const [start, end] = weekdayOf(date) === 6 ? ['09:00', '11:30'] : ['14:30', '17:00'];
  return aSession({ ...session, date, start: toClockTime(start), end: toClockTime(end), ...part });
}
const calendarCodes = (...rows: ReturnType<typeof aSession>[]): string[] =>
  placesIn(aWorkbook({ schedule: rows })).filter((place) => /^V0[2-6]/.test(place));

describe('a session’s day', () => {
  test.each([
    ['2026-06-12', []],
    ['2026-06-19', ['V02 schedule 2 date']],
    ['2026-06-20', ['V02 schedule 2 date']],
    ['2026-06-26', []],
    ['2026-02-27', []],
    ['2026-02-28', ['V03 schedule 2 date']],
    ['2026-03-07', []],
    ['2026-10-10', ['V03 schedule 2 date']],
    ['2026-12-26', []],
    ['2027-01-02', ['V04 schedule 2 date']],
    ['2027-03-05', ['V04 schedule 2 date']],
  ])('%s gives %j', (date, expected) => {
    expect(calendarCodes(on(toDay(date)))).toEqual(expected);
  });

  it('on a Sunday worked in exchange is outside the slots, not an adjusted Saturday', () => {
    expect(calendarCodes(on(toDay('2026-09-20')))).toEqual(['V05 schedule 2 start']);
  });

  it('is not checked when the session is cancelled', () => {
    expect(calendarCodes(on(toDay('2026-06-19'), { state: 'cancelled' }))).toEqual([]);
  });

  it('with an exception reason stays listed as a note', () => {
    const [found, ...rest] = findingsIn(
      aWorkbook({ schedule: [on(toDay('2026-06-19'), { exceptionReason: '区委同意' })] }),
      'V02',
    );
    expect(found).toMatchObject({ rule: { severity: 'info' }, accepted: '区委同意' });
    expect(rest).toEqual([]);
  });

  it('without holiday data cannot be excused by a reason', () => {
    const [found] = findingsIn(
      aWorkbook({ schedule: [on(toDay('2027-03-05'), { exceptionReason: '急' })] }),
      'V04',
    );
    expect(found?.rule.severity).toBe('error');
  });

  it('follows the workbook’s own holidays before the built-in ones', () => {
    const friday = toDay('2026-03-06');
    const off = aWorkbook({ schedule: [on(friday)], holidays: [aHoliday({ date: friday })] });
    expect(placesIn(off, 'V02')).toEqual(['V02 schedule 2 date']);
    const work = aWorkbook({
      schedule: [on(toDay('2026-06-19'))],
      holidays: [aHoliday({ date: toDay('2026-06-19'), kind: 'work' })],
    });
    expect(placesIn(work, 'V02')).toEqual([]);
  });
});

describe('a day of a year without official data', () => {
  const saturday = toDay('2027-03-06');
  test.each([
    ['ordinary', []],
    ['work', ['V03 schedule 2 date']],
    ['off', ['V02 schedule 2 date']],
  ] as const)('entered as %s gives %j', (kind, expected) => {
    const holidays = [aHoliday({ date: saturday, kind, name: null })];
    const tables = aWorkbook({ schedule: [on(saturday)], holidays });
    expect(placesIn(tables).filter((place) => /^V0[2-6]/.test(place))).toEqual(expected);
  });
});

describe('a session’s slot', () => {
  test.each([
    ['14:30', '17:00', []],
    ['14:29', '17:00', ['V05 schedule 2 start']],
    ['14:31', '16:59', []],
    ['14:30', '17:01', ['V05 schedule 2 start']],
    ['09:00', '11:30', ['V05 schedule 2 start']],
  ])('on a Friday %s to %s gives %j', (start, end, expected) => {
    const times = { start: toClockTime(start), end: toClockTime(end) };
    expect(calendarCodes(on(toDay('2026-03-06'), times))).toEqual(expected);
  });

  it('is what the settings say', () => {
    const schedule = [on(toDay('2026-03-04'))];
    expect(placesIn(aWorkbook({ schedule }), 'V05')).toEqual(['V05 schedule 2 start']);
    const settings = [{ name: '上课时段', value: '周三 14:00-17:30' }];
    expect(placesIn(aWorkbook({ schedule, settings }), 'V05')).toEqual([]);
  });
});

describe('the weekday written beside the date', () => {
  test.each([
    ['周五', []],
    ['星期五', []],
    ['礼拜五', []],
    ['五', []],
    ['5', []],
    ['Fri', []],
    ['Friday afternoon', []],
    ['周五下午', []],
    ['（周五）', []],
    ['【周五】', []],
    ['(周六)', ['V06 schedule 2 weekday']],
    ['周５', []],
    ['周６', ['V06 schedule 2 weekday']],
    ['下午', []],
    ['上午', ['V07 schedule 2 weekday']],
    ['46087', []],
    ['46087.6', []],
    ['46088', ['V06 schedule 2 weekday']],
    ['6', []],
    ['4', ['V06 schedule 2 weekday']],
    ['7', ['V06 schedule 2 weekday']],
    ['8', ['V06 schedule 2 weekday']],
    ['周6', ['V06 schedule 2 weekday']],
    ['周六', ['V06 schedule 2 weekday']],
    ['星期四', ['V06 schedule 2 weekday']],
    ['待定', ['V06 schedule 2 weekday']],
  ])('%s beside 2026-03-06 gives %j', (weekday, expected) => {
    const tables = aWorkbook({ schedule: [on(toDay('2026-03-06'), { weekday })] });
    expect(placesIn(tables).filter((place) => place.endsWith('weekday'))).toEqual(expected);
  });

  test.each([
    ['2026-03-01', 1, []],
    ['2026-03-01', 7, []],
    ['2026-03-01', 2, ['V06 schedule 2 weekday']],
    ['2026-03-07', 7, []],
    ['2026-03-07', 6, []],
    ['2026-03-02', 2, []],
    ['2026-03-02', 1, []],
    ['2026-03-02', 3, ['V06 schedule 2 weekday']],
  ])('may be what WEEKDAY() gives: for %s the number %d gives %j', (date, number, expected) => {
    const tables = aWorkbook({ schedule: [on(toDay(date))] });
    const cell = { tab: 'schedule', row: 2, column: 'weekday' } as const;
    expect(placesIn(withCellIn(tables, cell, number), 'V06')).toEqual(expected);
  });

  it('is offered right, in the workbook’s language', () => {
    const [found] = findingsIn(
      aWorkbook({ schedule: [on(toDay('2026-03-06'), { weekday: '周六' })] }),
      'V06',
    );
    const place = { tab: 'schedule', row: 2, column: 'weekday' };
    expect(found?.fix).toEqual({ place, before: '周六', after: '周五', shown: '周五' });
  });
});
