import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { CellKind } from '#core/workbook/column';
import { dayOrderOf } from '#core/calendar/day-order';
import { interpretCell, interpretations } from '#core/workbook/read/interpret-cell';
import type { Cell } from '#core/workbook/table';
import { cellSchema } from '#core/workbook/read/cell-schema';
import { serialToDay } from '#core/calendar/day';

const KINDS: readonly CellKind[] = [
  'text',
  'id',
  'name',
  'email',
  'phone',
  'day',
  'time',
  'instant',
  'integer',
  'decimal',
  'percent',
  'money',
  'yesNo',
];

describe('understand', () => {
  test.each<[CellKind, Cell, Cell | null, string | null]>([
    ['day', '2026年3月6日', 46087, '2026-03-06'],
    ['day', '2026.3.6', 46087, '2026-03-06'],
    ['day', '2026/03/06', 46087, '2026-03-06'],
    ['day', '２０２６－３－６', 46087, '2026-03-06'],
    ['day', ' 2026 年 3 月 6 日 ', 46087, '2026-03-06'],
    ['day', '2026年3月6日（周五）', 46087, '2026-03-06'],
    ['day', '20260306', 46087, '2026-03-06'],
    ['day', 20260306, 46087, '2026-03-06'],
    ['day', '3月6日', 46087, '2026-03-06'],
    ['day', '3月6号', 46087, '2026-03-06'],
    ['day', '二〇二六年三月六日', 46087, '2026-03-06'],
    ['day', '二零二六年三月六日', 46087, '2026-03-06'],
    ['day', '二○二六年十二月三十一日', 46387, '2026-12-31'],
    ['day', '二〇二六年三月二十六日（周四）', 46107, '2026-03-26'],
    ['day', '三月六日', 46087, '2026-03-06'],
    ['day', '三月六号', 46087, '2026-03-06'],
    ['day', '十月廿六日', 46321, '2026-10-26'],
    ['day', '2026年三月十日', 46091, '2026-03-10'],
    ['day', '三月三十三日', null, null],
    ['day', '三月六十日', null, null],
    ['day', '3/6', 46087, '2026-03-06'],
    ['day', '3/6/2026', 46087, '2026-03-06'],
    ['day', '2026.2.30', null, null],
    ['day', '2月29日', null, null],
    ['day', '13月1日', null, null],
    ['day', '下周五', null, null],
    ['day', 6.26, 46199, '2026-06-26'],
    ['day', '6.26', 46199, '2026-06-26'],
    ['day', '6/5', 46178, '2026-06-05'],
    ['day', 6.5, 46178, '2026-06-05'],
    ['day', 12.4, 46360, '2026-12-04'],
    ['day', 6.3, null, null], // 3 June, or 30 June without its zero
    ['day', '6.3', 46176, '2026-06-03'],
    ['day', 2.3, 46056, '2026-02-03'], // there is no 30 February
    ['day', 13.26, null, null],
    ['day', 6.31, null, null],
    ['day', 46087, null, null],
    ['time', '9：00', 0.375, '09:00'],
    ['time', '９:３０', 9.5 / 24, '09:30'],
    ['time', '9点半', 9.5 / 24, '09:30'],
    ['time', '14时30分', 14.5 / 24, '14:30'],
    ['time', '14點', 14 / 24, '14:00'],
    ['time', '下午2:30', 14.5 / 24, '14:30'],
    ['time', '2:30 PM', 14.5 / 24, '14:30'],
    ['time', '14:30:00', 14.5 / 24, '14:30'],
    ['time', '1430', 14.5 / 24, '14:30'],
    ['time', '930', 9.5 / 24, '09:30'],
    ['time', '14.30', 14.5 / 24, '14:30'],
    ['time', 14.3, 14.5 / 24, '14:30'],
    ['time', 9.05, 9 / 24 + 5 / 1440, '09:05'],
    ['time', '14.3', null, null], // 14:30 or 14:03
    ['time', 9.5, null, null], // 9:50, or half past nine
    ['time', '9.5', null, null],
    ['time', '中午1点半', 13.5 / 24, '13:30'],
    ['time', '中午12点', 0.5, '12:00'],
    ['time', '中午11点半', 11.5 / 24, '11:30'],
    ['time', '中午3点', null, null],
    ['time', '中午12:30-2:00', 12.5 / 24, '12:30'],
    ['time', '下午12:30', 12.5 / 24, '12:30'],
    ['time', '晚上7点', 19 / 24, '19:00'],
    ['time', '晚上19:00', 19 / 24, '19:00'],
    ['time', '晚上12点', null, null], // the end of this day, or of another
    ['time', '晚上1点', null, null],
    ['time', '12:30 AM', null, null],
    ['time', '上午14:30', null, null],
    ['time', '14-30', 14.5 / 24, '14:30'],
    ['time', '9-11', null, null], // 9:11, or from nine to eleven
    ['time', '下午2点半', 14.5 / 24, '14:30'],
    ['time', '下午2点整', 14 / 24, '14:00'],
    ['time', '14:30-17:00', 14.5 / 24, '14:30'],
    ['time', '14：30—17：00', 14.5 / 24, '14:30'],
    ['time', '下午2:30至5:00', 14.5 / 24, '14:30'],
    ['time', '9.00-11.30', 9 / 24, '09:00'],
    ['time', '17:00-14:30', null, null],
    ['time', '24:00', null, null],
    ['time', '9:60', null, null],
    ['integer', '１２', 12, '12'],
    ['integer', '12人', 12, '12'],
    ['integer', '12.5', null, null],
    ['integer', '第5期', 5, '5'],
    ['integer', '第１２期', 12, '12'],
    ['integer', '5期', 5, '5'],
    ['integer', '第期', null, null],
    ['decimal', '3学时', 3, '3'],
    ['decimal', '２．５', 2.5, '2.5'],
    ['money', '3,550.00元', 3550, '3550'],
    ['money', '￥1,000', 1000, '1000'],
    ['money', '1.2万', 12_000, '12000'],
    ['money', '1.005', null, null],
    ['money', '三千', null, null],
    ['percent', '90%', 0.9, '90%'],
    ['percent', '９０％', 0.9, '90%'],
    ['percent', '0.9', 0.9, '0.9'],
    ['percent', '120%', null, null],
    ['email', 'a＠example.org', 'a@example.org', 'a@example.org'],
    ['email', 'a @example.org；', 'a@example.org', 'a@example.org'],
    ['email', 'mailto:A@example.org', 'a@example.org', 'a@example.org'],
    ['email', '周文远 <A@example.org>', 'a@example.org', 'a@example.org'],
    ['email', '周文远＜a@example.org＞', 'a@example.org', 'a@example.org'],
    ['email', 'Zhou Wenyuan <a@example.org>', 'a@example.org', 'a@example.org'],
    ['email', 'Zhou a@example.org', 'a@example.org', 'a@example.org'],
    ['email', '周文远（a@example.org）', 'a@example.org', 'a@example.org'],
    ['email', '邮箱：a@example.org。', 'a@example.org', 'a@example.org'],
    ['email', 'a@example。org', 'a@example.org', 'a@example.org'],
    ['email', 'ａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'a@example.org', 'a@example.org'],
    ['email', 'a@exam ple.org', 'a@example.org', 'a@example.org'],
    ['email', 'a@example.org、b@example.org', null, null],
    ['email', 'a@example.org/b@example.org', null, null],
    ['email', "o'brien@example.org；", "o'brien@example.org", "o'brien@example.org"],
    ['email', '_wang@example.org；', '_wang@example.org', '_wang@example.org'],
    ['email', '邮箱zhou@example.org', 'zhou@example.org', 'zhou@example.org'],
    ['email', 'Zhou a@exam ple.org', 'a@example.org', 'a@example.org'],
    // Half of an address is somebody else’s.
    ['email', 'li&wang@example.org；', null, null],
    ['email', 'li/wang@example.org', null, null],
    ['email', 'joséb@example.org；', null, null],
    ['email', 'zhou. wen@example.org', null, null],
    ['email', 'a@b@example.org', null, null],
    ['email', 'a@example.org；li&wang@example.org', null, null],
    ['email', 'a@example.orgé', null, null],
    ['email', 'a@example.org_b', null, null],
    ['email', 'a@example.org; A@example.org', 'a@example.org', 'a@example.org'],
    ['email', 'a#example.org', null, null],
    ['id', 'R 001', 'R001', 'R001'],
    ['id', 'Ｒ００１', 'R001', 'R001'],
    ['id', 'R001', null, null],
    ['phone', 13800000000, '13800000000', '13800000000'],
    ['phone', '138 0000 0000', '13800000000', '13800000000'],
    ['text', ' x ', null, null],
    ['yesNo', '也许', null, null],
  ])('takes the %s %j for %j', (kind, cell, after, shown) => {
    const understood = interpretCell(kind, cell, { year: 2026 });
    if (after === null) expect(understood).toBeNull();
    else {
      expect(understood?.shown).toBe(shown);
      if (typeof after === 'number') expect(understood?.after).toBeCloseTo(after, 10);
      else expect(understood?.after).toBe(after);
    }
  });

  it('writes the right day', () => {
    expect(serialToDay(46087)).toBe('2026-03-06');
  });

  it('takes a day without a year for one of the programme’s year', () => {
    expect(interpretCell('day', '12月31日', { year: 2025 })?.shown).toBe('2025-12-31');
  });

  it('never offers what would be refused, and never what is there already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.double(),
          fc.boolean(),
          fc
            .date({ noInvalidDate: true })
            .map((date) => date.toISOString().slice(0, 10).replaceAll('-', '.')),
        ),
        (kind, cell) => {
          const understood = interpretCell(kind, cell, { year: 2026 });
          if (!understood) return;
          expect(understood.after).not.toBe(cell);
          expect(cellSchema(kind).schema.safeParse(understood.after).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['zh_CN', '3/6', '2026-03-06'],
    ['', '3/6', '2026-03-06'],
    ['en_US', '3/6', '2026-03-06'],
    ['en_GB', '3/6', '2026-06-03'],
    ['de_DE', '3/6/2026', '2026-06-03'],
    ['en_GB', '13/1', '2026-01-13'],
    ['zh_CN', '13/1', undefined],
    ['en_CA', '3/6', undefined],
    ['en_GB', '2026/3/6', '2026-03-06'],
  ])('in a workbook of %s, %s is %s', (locale, cell, shown) => {
    const context = { year: 2026, dayOrder: dayOrderOf(locale) };
    expect(interpretCell('day', cell, context)?.shown).toBe(shown);
  });

  test('offers each of several addresses', () => {
    const context = { year: 2026, dayOrder: null, isEnd: false };
    const words = '周 <a@example.org>，b@example。org；a@example.org';
    expect(interpretations('email', words, context).map(({ shown }) => shown)).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
  });

  test('takes the second time for the end', () => {
    const end = { year: 2026, isEnd: true };
    expect(interpretCell('time', '14:30-17:00', end)?.shown).toBe('17:00');
    expect(interpretCell('time', '下午2:30-5:00', end)?.shown).toBe('17:00');
    expect(interpretCell('time', '17.00', end)?.shown).toBe('17:00');
  });
});
