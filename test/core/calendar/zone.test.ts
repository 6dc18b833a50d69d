import { execFileSync } from 'node:child_process';
import { describe, expect, it, test } from '@jest/globals';
import { build } from 'esbuild';
import { toClockTime, toDay } from '#core/calendar/day';
import { formatInstant, parseInstant, toInstant, toLocalTime } from '#core/calendar/zone';

/** Every half-hour of the days around both changes of American and European summer time, and its way back. */
const PROBE = `
  import { toInstant, toLocalTime } from '#core/calendar/zone';
  const wrong = [];
  for (const day of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'])
    for (let half = -48; half < 96; half += 1) {
      const instant = new Date(Date.parse(day + 'T00:00:00Z') + half * 1800000);
      const local = toLocalTime(instant, 'Asia/Shanghai');
      const shown = local.day + 'T' + local.time;
      const right = new Date(instant.getTime() + 8 * 3600000).toISOString().slice(0, 16);
      const back = toInstant(local, 'Asia/Shanghai').getTime();
      if (shown !== right || back !== instant.getTime()) wrong.push(shown + ' for ' + right);
    }
  console.log(JSON.stringify(wrong));
`;

describe('the wall clock in Shanghai', () => {
  test.each(['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Shanghai'])(
    'is the same on a machine in %s, also when summer time begins and ends there',
    async (zone) => {
      const bundle = await build({
        stdin: { contents: PROBE, resolveDir: process.cwd(), loader: 'ts' },
        ...({ bundle: true, write: false, format: 'cjs', platform: 'node' } as const),
      });
      const output = execFileSync(process.execPath, ['-'], {
        input: bundle.outputFiles[0]?.text,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(JSON.parse(output)).toEqual([]);
    },
  );
});

describe('a zone with summer time', () => {
  const at = (day: string, time: string): string =>
    toInstant({ day: toDay(day), time: toClockTime(time) }, 'America/New_York').toISOString();

  test.each([
    ['the hour before summer time', '2026-03-08', '01:59', '2026-03-08T06:59:00.000Z'],
    ['the hour that is left out: an hour on', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['the hour after', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
    ['the hour that comes twice: the first', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['the hour after it', '2026-11-01', '02:00', '2026-11-01T07:00:00.000Z'],
  ])('%s', (_, day, time, expected) => {
    expect(at(day, time)).toBe(expected);
  });

  it('shows midnight as 00:00', () => {
    expect(toLocalTime(new Date('2026-03-06T16:00:00Z'), 'Asia/Shanghai')).toEqual({
      day: '2026-03-07',
      time: '00:00',
    });
  });
});

describe('an instant in a cell', () => {
  test.each([
    ['2026-03-06T06:30:05.000Z', 'Asia/Shanghai', '2026-03-06 14:30:05 +08:00'],
    ['2026-03-06T16:30:05.000Z', 'Asia/Shanghai', '2026-03-07 00:30:05 +08:00'],
    ['2026-03-06T06:30:04.001Z', 'Asia/Shanghai', '2026-03-06 14:30:05 +08:00'],
    ['2026-03-06T06:30:00.000Z', 'America/New_York', '2026-03-06 01:30:00 -05:00'],
    ['2026-07-06T06:30:00.000Z', 'America/New_York', '2026-07-06 02:30:00 -04:00'],
    ['2026-03-06T06:30:00.000Z', 'Asia/Kathmandu', '2026-03-06 12:15:00 +05:45'],
    ['2026-03-06T06:30:00.000Z', 'UTC', '2026-03-06 06:30:00 +00:00'],
  ])('%s in %s reads %s, and is read back', (iso, zone, words) => {
    expect(formatInstant(new Date(iso), zone)).toBe(words);
    const back = Date.parse(parseInstant(words));
    expect(back - Date.parse(iso)).toBeGreaterThanOrEqual(0);
    expect(back - Date.parse(iso)).toBeLessThan(1000);
  });

  test.each(['2026-03-06T06:30:05.123Z', '2026-03-06T14:30:05+08:00', '昨天', ''])(
    'of an earlier version, %p, is left as it is',
    (words) => {
      expect(parseInstant(words)).toBe(words);
    },
  );
});
