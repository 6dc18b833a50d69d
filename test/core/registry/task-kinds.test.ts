import { describe, expect, test } from '@jest/globals';
import type { RegisteredWorkbook } from '#core/registry/registry';
import { factLoadName, TASK_KINDS } from '#core/registry/task-kinds';

const SHANGHAI = 'Asia/Shanghai';
/** 00:00 of 3 March 2026 in Shanghai. */
const MIDNIGHT = Date.parse('2026-03-02T16:00:00Z');
const QUARTER = 900_000;

const aWorkbook = (more: Partial<RegisteredWorkbook> = {}): RegisteredWorkbook => ({
  id: 'workbook-of-district-a-0001',
  name: '示范区',
  district: '示范区',
  region: '某市',
  state: 'active',
  contact: '',
  scriptId: null,
  clientIds: [],
  account: null,
  nextDue: null,
  queuedAt: null,
  // Yesterday noon: last night's look is still to come.
  lastRun: new Date(MIDNIGHT - 12 * 3_600_000),
  lastError: null,
  row: 2,
  ...more,
});

/** The quarters of an hour of 3 March, counted from midnight, in which it is due. */
function quartersOf(kind: 'runDue' | 'rollUp', workbook: RegisteredWorkbook, offset = 0): number[] {
  return Array.from({ length: 96 }, (_, quarter) => quarter).filter((quarter) =>
    TASK_KINDS[kind].isDue(workbook, {
      now: new Date(MIDNIGHT + quarter * QUARTER + offset),
      timeZone: SHANGHAI,
    }),
  );
}

describe('a roll-up', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `workbook-number-${index}`);

  test.each([0, 1, QUARTER - 1])('is due once a night, %i ms into a quarter', (offset) => {
    for (const id of ids) expect(quartersOf('rollUp', aWorkbook({ id }), offset)).toHaveLength(1);
  });

  test('comes a quarter after the night’s look, between 1:15 and 5:15', () => {
    for (const id of ids) {
      const [look = NaN] = quartersOf('runDue', aWorkbook({ id }));
      expect(quartersOf('rollUp', aWorkbook({ id }))).toEqual([look + 1]);
      expect(look + 1).toBeGreaterThanOrEqual(5);
      expect(look + 1).toBeLessThanOrEqual(20);
    }
  });

  test('needs no run before it, and one that is queued does not keep it back', () => {
    const never = aWorkbook({ lastRun: null, queuedAt: new Date(MIDNIGHT) });
    expect(quartersOf('rollUp', never)).toHaveLength(1);
  });

  test.each(['paused', 'closed'] as const)('is not made of a workbook that is %s', (state) => {
    expect(quartersOf('rollUp', aWorkbook({ state }))).toEqual([]);
  });
});

test.each([
  ['2026-03-02T21:59:59Z', null],
  ['2026-03-02T22:00:00Z', 'facts-2026-03-03'],
  ['2026-03-02T22:59:59Z', 'facts-2026-03-03'],
  ['2026-03-02T23:00:00Z', null],
  ['2026-03-03T22:15:00Z', 'facts-2026-03-04'],
])('at %s (Shanghai is eight hours ahead) the load is called %p', (now, name) => {
  expect(factLoadName({ now: new Date(now), timeZone: SHANGHAI })).toBe(name);
});
