// A cell that cannot be read is one finding, not several.
import { describe, expect, it, test } from '@jest/globals';
import { CHECKED_TABS } from '#core/model/book';
import { checkWorkbook } from '#core/checks/check-workbook';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import type { Finding } from '#core/workbook/finding';
import { TODAY } from '#workbench/samples/sessions';
import {
  aHoliday,
  aMark,
  aMember,
  anExpense,
  aStandard,
  aSession,
} from '#test/support/builders/rows';
import { placesIn } from '#test/support/builders/places';
import { sampleTables } from '#test/support/builders/sample-tables';
import { aWorkbook, columnsOf, rowsIn, withCellIn } from '#test/support/builders/tables';

describe('in the sample district', () => {
  const tables = sampleTables([]);
  const say = ({ rule, tab, row, column }: Finding): string =>
    [rule.code, rule.message.en.slice(0, 40), tab, row, column].join(' ');
  const known = new Set(checkWorkbook(tables, TODAY).findings.map(say));
  const cells = CHECKED_TABS.flatMap((tab) => {
    const last = rowsIn(tables[tab]).length;
    const rows = [...new Set([2, 3, Math.ceil(last / 2)])].filter((row) => row <= last);
    return columnsOf(tab).flatMap((column) =>
      rows.flatMap((row) => ['#REF!', ''].map((cell) => ({ tab, row, column, cell }))),
    );
  });

  test.each(CHECKED_TABS)(
    'no cell of %s that cannot be read leads to a finding elsewhere',
    (tab) => {
      const followed = cells
        .filter((place) => place.tab === tab)
        .flatMap(({ cell, ...place }) => {
          const found = checkWorkbook(withCellIn(tables, place, cell), TODAY).findings;
          const isThere = ({ tab: at, row, column }: Finding): boolean =>
            at === place.tab && row === place.row && column === place.column;
          const fresh = found.filter((one) => !known.has(say(one)));
          // A cell that is no finding itself may well change what is said of others.
          return fresh.some(isThere) ? fresh.filter((one) => !isThere(one)).map(say) : [];
        });
      expect(followed).toEqual([]);
    },
  );
});

describe('a cell that is refused', () => {
  const roster = [aMember(), aMember({ id: 'R002', name: '沈国栋', unit: '区人大' })];
  const on = (number: number, date: string) =>
    aSession({ id: `S0${number}`, number, date: toDay(date), speakerId: null });
  const weeks = [on(1, '2026-03-06'), on(2, '2026-03-13'), on(3, '2026-03-20')];

  test.each([
    ['number', '二'],
    ['date', '2026.3.32'],
    ['state', '？'],
  ])('as the %s of a session makes no gap in the numbers', (column, cell) => {
    const place = { tab: 'schedule', row: 3, column } as const;
    const tables = withCellIn(aWorkbook({ roster, schedule: weeks }), place, cell);
    expect(placesIn(tables, 'V09')).toEqual([]);
    const twoGone = weeks.map((session) => ({
      ...session,
      number: session.number === 3 ? 4 : session.number,
    }));
    const gap = withCellIn(aWorkbook({ roster, schedule: twoGone }), place, cell);
    expect(placesIn(gap, 'V09')).toEqual(['V09 schedule 4 number']);
  });

  it('does not matter to the number of a cancelled session, which is no gap', () => {
    const [first, second, third] = weeks;
    const schedule = [first!, { ...second!, state: 'cancelled' as const }, third!];
    expect(placesIn(aWorkbook({ roster, schedule }), 'V09')).toEqual([]);
    expect(placesIn(aWorkbook({ roster, schedule: [first!, third!] }), 'V09')).toEqual([
      'V09 schedule 3 number',
    ]);
  });

  const held = aSession({ state: 'held', date: toDay('2026-02-27'), speakerId: null });
  const bill = anExpense({
    head: 'materials',
    net: null,
    gross: null,
    tax: null,
    amount: toCents(600_00),
    headCount: 2,
  });
  const marks = [aMark(), aMark({ memberId: 'R002' })];
  const quota = aStandard({ item: 'quota', scope: '三类', value: 300, unit: '元/人天' });

  test.each([
    ['status', '#REF!', []],
    ['status', '到', []],
    ['status', '', []],
    ['memberId', 'R999', []],
    ['sessionId', '#REF!', []],
    ['status', '缺席', ['V22 schedule 2 id', 'V27 expenses 2 headCount']],
  ])('as %s of a mark (%j) leaves the number of people open: %j', (column, cell, expected) => {
    const tables = aWorkbook({
      roster,
      schedule: [held],
      attendance: marks,
      expenses: [bill],
      standards: [quota],
    });
    const place = { tab: 'attendance', row: 3, column } as const;
    const found = placesIn(withCellIn(tables, place, cell));
    expect(found.filter((one) => /^V2[27]/.test(one))).toEqual(expected);
  });

  it('is no expense in a row of totals, which needs no bill', () => {
    const total = { id: '合计', amount: toCents(600_00) };
    const tables = aWorkbook({
      schedule: [held],
      roster,
      expenses: [bill, total, { ...total, date: toDay('2026-03-09') }],
    });
    expect(placesIn(tables, 'V26').filter((place) => place.includes('expenses'))).toEqual([]);
  });

  it('in the holidays leaves the day open', () => {
    const schedule = [on(1, '2027-03-05')];
    const holidays = [aHoliday({ date: toDay('2027-03-05') })];
    const tables = aWorkbook({ roster, schedule, holidays });
    const place = { tab: 'holidays', row: 2, column: 'kind' } as const;
    expect(placesIn(withCellIn(tables, place, '？'))).toEqual(['W06 holidays 2 kind']);
  });

  it('in the settings is not checked with the default', () => {
    const schedule = [aSession({ date: toDay('2026-03-04'), speakerId: null })];
    const settings = [{ name: '上课时段', value: '周三下午' }];
    expect(placesIn(aWorkbook({ roster, schedule, settings }))).toEqual(['W10 settings 2 value']);
  });
});
