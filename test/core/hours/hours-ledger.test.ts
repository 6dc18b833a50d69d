import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildHoursLedger } from '#core/hours/hours-ledger';
import { HOUR, missingHours, type HoursLine } from '#core/hours/hours-line';
import { hoursSheet } from '#core/hours/hours-sheet';
import { hoursTargets } from '#core/hours/hours-target';
import { readOtherHours } from '#core/hours/other-hours';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { toDay } from '#core/calendar/day';
import type { Language } from '#core/text/language';
import { defaultSettings } from '#core/workbook/read/settings';
import { aMark, aMember, aSession, aStatus, someOtherHours } from '#test/support/builders/rows';
import { inFive, yearly } from './target-standards';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

const held = (id: string, date: string, part: Parameters<typeof aSession>[0] = {}) =>
  aSession({ id, date: toDay(date), state: 'held', ...part });
const mark = (sessionId: string, status = '出勤', memberId = 'R001') =>
  aMark({ sessionId, memberId, status });

const tables = (rows: Rows = {}) =>
  aWorkbook({ roster: [aMember({ rankClass: 'township' })], standards: [yearly, inFive], ...rows });
const ledger = (rows: Rows = {}, year = 2026): HoursLine[] => {
  const workbook = tables(rows);
  const reading = readAttendanceData(workbook);
  const other = readOtherHours(workbook.otherHours, reading);
  return buildHoursLedger(
    { data: reading, other, targets: hoursTargets(workbook.standards, year) },
    year,
  );
};
/** In hours. */
const inHours = (parts: number | null | undefined): number | null =>
  parts === null || parts === undefined ? null : parts / HOUR;

describe('a ledger line', () => {
  const schedule = [
    held('S01', '2026-03-06', { taughtHours: 3, creditedHours: 4 }),
    held('S02', '2026-03-13', { taughtHours: 2.5, creditedHours: 3.5 }),
    held('S03', '2026-03-20', { taughtHours: 4, creditedHours: 4 }),
    aSession({ id: 'S04', date: toDay('2026-04-03'), creditedHours: 4 }),
    aSession({ id: 'S05', date: toDay('2026-04-10'), creditedHours: 5, state: 'cancelled' }),
  ];

  it('keeps taught and credited hours apart and projects by the person’s own rate', () => {
    const attendance = [mark('S01'), mark('S02', '迟到'), mark('S03', '缺席')];
    const [line] = ledger({ schedule, attendance });
    expect(line).toMatchObject({
      sessions: 2,
      notRecorded: 0,
      rate: { numerator: 200, denominator: 300 },
    });
    expect([inHours(line?.taught), inHours(line?.credited)]).toEqual([5.5, 7.5]);
    const { progress } = line ?? {};
    expect([inHours(progress?.achieved), inHours(progress?.open)]).toEqual([7.5, 4]);
    // 7.5 + 4 × 2/3, to a ten-thousandth
    expect(inHours(progress?.projected)).toBe(10.1667);
    expect(progress && inHours(missingHours(progress, progress.achieved))).toBe(82.5);
  });

  it('takes a status’s credit as a share of the hours', () => {
    const statuses = [aStatus({ code: 'half', label: '半程', credit: 0.25 })];
    const [line] = ledger({ schedule, statuses, attendance: [mark('S01', '半程')] });
    expect([inHours(line?.taught), inHours(line?.credited)]).toEqual([0.75, 1]);
  });

  it('counts a session without a mark as not recorded: it earns nothing and lowers no rate', () => {
    const [line] = ledger({ schedule, attendance: [mark('S01'), mark('S02', '不明')] });
    expect(line).toMatchObject({ notRecorded: 2, rate: { numerator: 100, denominator: 100 } });
  });

  it('has no projection without a rate, unless nothing is open', () => {
    expect(ledger({ schedule, attendance: [] })[0]?.progress?.projected).toBeNull();
    const exempt = ['S01', 'S02', 'S03'].map((id) => mark(id, '免训'));
    const over = ledger({ schedule: schedule.slice(0, 3), attendance: exempt });
    expect(over[0]?.progress?.projected).toBe(0);
  });

  it.each([
    ['without a mark', []],
    ['with an unknown status', [mark('S02', '不明')]],
    ['with two marks that differ', [mark('S02', '出勤'), mark('S02', '缺席')]],
  ])('takes a held session %s as open, like a planned one', (_, unclear) => {
    const attendance = [mark('S01'), mark('S03'), ...unclear];
    const { progress } = ledger({ schedule, attendance })[0] ?? {};
    // 4 + 4 so far; 3.5 of S02 and 4 of S04 may still come, at a rate of 2/2.
    expect([progress?.achieved, progress?.open, progress?.projected].map(inHours)).toEqual([
      8, 7.5, 15.5,
    ]);
  });

  it('counts earlier years towards five years, and only this one in the year’s hours', () => {
    const roster = [aMember({ rankClass: 'county' })];
    const [line] = ledger({
      roster,
      schedule: [held('S00', '2024-05-10', { creditedHours: 6 }), ...schedule],
      attendance: [mark('S00'), mark('S01')],
    });
    expect([inHours(line?.credited), inHours(line?.progress?.achieved)]).toEqual([4, 10]);
  });

  it('follows joiners, counts a person of two units once, by the unit of the year’s last day, and keeps the official order', () => {
    const roster = [
      aMember({ id: 'R002', name: '阿', unitOrder: 20, rankClass: null }),
      aMember({ unit: '甲', unitOrder: 10, to: toDay('2026-03-10') }),
      aMember({ unit: '乙', unitOrder: 30, from: toDay('2026-03-11') }),
    ];
    const attendance = [mark('S01'), mark('S02'), mark('S03', '出勤', 'R002')];
    const lines = ledger({ roster, schedule, attendance });
    expect(
      lines.map(({ person, sessions, notRecorded }) => [person.unit, sessions, notRecorded]),
    ).toEqual([
      ['区委', 1, 2],
      ['乙', 2, 1],
    ]);
    expect(lines[0]?.progress).toBeNull();
  });

  const moved = [
    aMember({ unit: '教育局', unitOrder: 10, rankClass: 'township', to: toDay('2026-05-31') }),
    aMember({ unit: '区政府', unitOrder: 20, rankClass: 'county', from: toDay('2026-06-01') }),
  ];
  const years = [
    held('S00', '2024-05-10', { creditedHours: 4 }),
    held('S01', '2026-03-06', { creditedHours: 4 }),
    held('S02', '2026-09-04', { creditedHours: 4 }),
  ];

  it.each([
    [2026, ['区政府', 'county', 550, 12]],
    [2024, ['教育局', 'township', 90, 4]],
  ])(
    'in %i takes a promoted person’s target from the row of the year’s last day: %p',
    (year, expected) => {
      for (const roster of [moved, moved.toReversed()]) {
        const rows = {
          roster,
          schedule: years,
          attendance: ['S00', 'S01', 'S02'].map((id) => mark(id)),
        };
        const found = ledger(rows, year).map(({ person, progress }) => [
          person.unit,
          person.rankClass,
          progress?.hours,
          inHours(progress?.achieved),
        ]);
        expect(found).toEqual([expected]);
      }
    },
  );

  it.each([
    ['2025-12-31', []],
    ['2026-01-01', [['2026-01-01', null]]],
    ['2026-12-30', [['2026-12-30', null]]],
    ['2026-12-31', [[null, 90]]],
  ])('of somebody on the roster to %s is %j: whoever left has no target', (to, expected) => {
    const roster = [aMember({ rankClass: 'township', to: toDay(to) })];
    const day = held('S01', '2026-01-01', { creditedHours: 4 });
    const lines = ledger({ roster, schedule: [day], attendance: [mark('S01')] });
    expect(lines.map(({ left, progress }) => [left, progress?.hours ?? null])).toEqual(expected);
  });

  it('is not there for somebody gone for years, though the five years had sessions for them', () => {
    const roster = [aMember({ to: toDay('2024-06-01') })];
    expect(ledger({ roster, schedule: years, attendance: [mark('S00')] })).toEqual([]);
  });

  it('waits for the year in which a person comes', () => {
    const roster = [aMember({ from: toDay('2027-01-01') })];
    const later = [held('S09', '2027-02-05', { creditedHours: 4 })];
    expect(ledger({ roster, schedule: later }, 2026)).toEqual([]);
    expect(ledger({ roster, schedule: later }, 2027)).toHaveLength(1);
  });

  it('keeps the official order, whichever person was due first', () => {
    const roster = [
      aMember({ id: 'R001', personOrder: 20 }),
      aMember({ id: 'R002', personOrder: 10, from: toDay('2026-03-10') }),
    ];
    const lines = ledger({ roster, schedule });
    expect(lines.map(({ person }) => person.id)).toEqual(['R002', 'R001']);
  });

  it('adds hours from elsewhere: this year’s to the year, all within the target’s time to the target', () => {
    const otherHours = [
      someOtherHours({ date: toDay('2022-12-31'), hours: 500 }),
      someOtherHours({ date: toDay('2023-01-01'), hours: 100.5 }),
      someOtherHours({ date: toDay('2026-12-31'), hours: 40 }),
      someOtherHours({ date: toDay('2027-12-31'), hours: 8 }),
      someOtherHours({ date: toDay('2028-01-01'), hours: 9 }),
    ];
    const [line] = ledger({
      roster: [aMember({ rankClass: 'county' })],
      schedule,
      attendance: [mark('S01')],
      otherHours,
    });
    expect([line?.credited, line?.elsewhere].map(inHours)).toEqual([4, 40]);
    // 4 + 100.5 + 40 + 8
    expect([line?.progress?.achieved, line?.progress?.elsewhere].map(inHours)).toEqual([
      152.5, 148.5,
    ]);
  });

  it('lists a person who earned hours elsewhere only, and nobody for a row that says nothing', () => {
    const rows = (part: Parameters<typeof someOtherHours>[0]): number =>
      ledger({ otherHours: [someOtherHours(part)] }).length;
    expect([{}, { memberId: 'R999' }, { hours: 0 }, { hours: -1 }].map(rows)).toEqual([1, 0, 0, 0]);
  });

  it('needs no tab for hours from elsewhere', () => {
    const { otherHours, ...without } = tables({ schedule });
    expect(otherHours).toBeDefined();
    expect(readOtherHours(undefined, readAttendanceData(without))).toEqual([]);
  });

  it('never earns more than was credited, and never misses less than nothing', () => {
    const status = fc.constantFrom('出勤', '缺席', '公差', null);
    const drawn = fc.array(fc.tuple(status, fc.integer({ min: 0, max: 800 })), { maxLength: 8 });
    fc.assert(
      fc.property(drawn, (sessions) => {
        const [line] = ledger({
          schedule: sessions.map(([, hours], at) =>
            held(`S${at}`, '2026-03-06', { creditedHours: hours / 100 }),
          ),
          attendance: sessions.flatMap(([word], at) =>
            word === null ? [] : [mark(`S${at}`, word)],
          ),
        });
        const most = sessions.reduce((sum, [, hours]) => sum + hours * 100, 0);
        expect(line?.credited ?? 0).toBeLessThanOrEqual(most);
        expect(missingHours({ hours: 90 }, line?.credited ?? 0)).toBe(
          900_000 - Math.min(900_000, line?.credited ?? 0),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('the tab', () => {
  const sheetOf = (rows: Rows, language: Language = 'zh-CN') => {
    const workbook = tables(rows);
    const settings = { ...defaultSettings(language), programme: '每周一学' };
    const { sessions } = readAttendanceData(workbook).programme;
    const facts = {
      sessions,
      year: 2026,
      settings,
      tables: workbook,
      generatedAt: '2026-03-31 09:00',
    };
    return hoursSheet({ ...facts, lines: ledger(rows) });
  };
  const sheetIn = (language: Language) =>
    sheetOf(
      {
        roster: [aMember({ rankClass: 'township' }), aMember({ id: 'R002', rankClass: null })],
        schedule: [
          held('S01', '2026-03-06', { taughtHours: 3, creditedHours: 4 }),
          held('S02', '2026-03-13', { creditedHours: null }),
          aSession({ id: 'S03', date: toDay('2026-04-03'), creditedHours: 2 }),
        ],
        attendance: [mark('S01'), mark('S02', '缺席'), mark('S01', '出勤', 'R002')],
      },
      language,
    );

  it('prints what is reached, missing and expected, with the document', () => {
    const sheet = sheetIn('zh-CN');
    expect(sheet.rows).toEqual([
      [
        1,
        '周文远',
        '区委',
        '区委书记',
        '乡科级',
        1,
        0,
        3,
        4,
        0,
        90,
        '2026-01-01 至 2026-12-31',
        90,
        90,
        4,
        0,
        0.044,
        86,
        0.5,
        2,
        5,
        85,
        '条例',
      ],
      [
        2,
        '周文远',
        '区委',
        '区委书记',
        null,
        1,
        1,
        3,
        4,
        0,
        '—',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        null,
        null,
        null,
        null,
      ],
    ]);
    expect(sheet.heading[0]).toBe('每周一学2026年学时台账');
    expect(sheet.heading[5]).toBe('1 期没有填写认定学时，按 0 计。');
    expect(sheet.columns.map(({ label }) => label)).toContain('预计还差');
  });

  it('says that somebody left instead of a target', () => {
    const rows: Rows = {
      roster: [aMember({ to: toDay('2026-03-31') })],
      schedule: [held('S01', '2026-03-06', { taughtHours: 3, creditedHours: 4 })],
      attendance: [mark('S01')],
    };
    const sheet = sheetOf(rows);
    expect(sheet.rows).toEqual([
      [
        1,
        '周文远',
        '区委',
        '区委书记',
        '县处级',
        1,
        0,
        3,
        4,
        0,
        '已离册（2026-03-31）',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        null,
        null,
        null,
        null,
      ],
    ]);
    expect(sheet.heading).toContain('年内离册的 1 人只列已得学时，不作目标判断。');
  });

  it.each(['zh-TW', 'en'] as const)('is written in %s', (language) => {
    const { title, columns } = sheetIn(language);
    expect([title, columns.length]).toEqual([
      language === 'en' ? 'Report - hours ledger' : '報表-學時台賬',
      23,
    ]);
  });
});
