import { describe, expect, it, test } from '@jest/globals';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { SolarDay } from 'tyme4ts';
import { addDays, toDay, type Day } from '#core/calendar/day';
import { dayKind, officialYears } from '#core/calendar/holidays';

function daysOf(first: string, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(toDay(first), index));
}

/** What an independent calendar says. */
function tymeKind(day: Day): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const solar = SolarDay.fromYmd(year, month, date);
  const legal = solar.getLegalHoliday();
  if (legal) return legal.isWork() ? 'work' : 'off';
  const weekday = solar.getWeek().getIndex();
  return weekday === 0 || weekday === 6 ? 'restDay' : 'workday';
}

describe('dayKind', () => {
  test.each([
    ['2026-06-18', 'workday'],
    ['2026-06-19', 'off'],
    ['2026-06-21', 'off'],
    ['2026-06-22', 'workday'],
    ['2026-02-28', 'work'],
    ['2026-03-07', 'restDay'],
    ['2026-03-06', 'workday'],
    ['2025-01-26', 'work'],
    ['2025-10-11', 'work'],
    ['2026-12-31', 'workday'],
    ['2027-01-01', 'unknown'],
    ['2003-12-31', 'unknown'],
  ])('says that %s is %s', (day, kind) => {
    expect(dayKind(toDay(day)).kind).toBe(kind);
  });

  it('agrees with an independent calendar on every day of 2025 and 2026', () => {
    const wrong = daysOf('2025-01-01', 730).filter((day) => dayKind(day).kind !== tymeKind(day));
    expect(wrong).toEqual([]);
  });

  it('names the holiday, also for a Saturday worked because of it', () => {
    expect(dayKind(toDay('2026-06-19'))).toMatchObject({
      name: { 'zh-CN': '端午节', en: 'Dragon Boat Festival' },
    });
    expect(dayKind(toDay('2026-02-28'))).toMatchObject({ name: { 'zh-CN': '春节' } });
  });

  it('never calls a day of a year without data a working day', () => {
    expect(new Set(daysOf('2027-01-01', 365).map((day) => dayKind(day).kind))).toEqual(
      new Set(['unknown']),
    );
  });

  it('lets the workbook correct the built-in data, also for a year without data', () => {
    const overrides = new Map([
      [toDay('2026-06-19'), { kind: 'work' as const, name: null }],
      [toDay('2027-02-06'), { kind: 'off' as const, name: '春节' }],
    ]);
    expect(dayKind(toDay('2026-06-19'), overrides)).toEqual({ kind: 'work', name: null });
    expect(dayKind(toDay('2027-02-06'), overrides)).toMatchObject({
      kind: 'off',
      name: { en: '春节' },
    });
    expect(dayKind(toDay('2027-02-07'), overrides).kind).toBe('unknown');
  });

  test.each([
    ['2027-02-06', 'restDay'],
    ['2027-02-05', 'workday'],
    ['2026-06-19', 'workday'],
    ['2026-02-28', 'restDay'],
  ])('lets the workbook say that %s is ordinary: it is a %s then', (day, kind) => {
    const overrides = new Map([[toDay(day), { kind: 'ordinary' as const, name: '普通周末' }]]);
    expect(dayKind(toDay(day), overrides)).toEqual({ kind, name: null });
  });

  it('has data from 2004 to 2026', () => {
    expect(officialYears()).toEqual({ first: 2004, last: 2026 });
  });
});

/** The whole calendar in one process per time zone, because the zone of a process is fixed at its start. */
const PROBE = `
import { addDays, toDay } from '#core/calendar/day';
import { dayKind } from '#core/calendar/holidays';
const kinds = Array.from({ length: 730 }, (_, index) => dayKind(addDays(toDay('2025-01-01'), index)).kind);
process.stdout.write(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), kinds }));
`;

describe('in another time zone of the process', () => {
  test.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/Los_Angeles', 480],
  ])('%s gives the same 730 days', async (zone, offset) => {
    const bundle = await build({
      stdin: { contents: PROBE, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
    });
    const output = execFileSync(process.execPath, ['-'], {
      input: bundle.outputFiles[0]?.text,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    const probe = JSON.parse(output) as { offset: number; kinds: string[] };
    const expected = daysOf('2025-01-01', 730).map(tymeKind);
    expect(probe.offset).toBe(offset);
    expect(digest(probe.kinds)).toBe(digest(expected));
  });
});

const digest = (kinds: readonly string[]): string =>
  createHash('sha256').update(kinds.join()).digest('hex');
