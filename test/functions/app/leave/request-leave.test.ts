// Leave over a range of days, entered in one step.
import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import type { LeaveAsked } from '#core/contract/leave-register';
import { aLeave, aSession } from '#test/support/builders/rows';
import { app, cell } from '#test/support/leave-app';

const schedule = [
  aSession({ date: toDay('2026-03-13') }),
  aSession({ id: 'S02', number: 2, date: toDay('2026-03-20') }),
  aSession({ id: 'S03', number: 3, date: toDay('2026-03-27'), state: 'cancelled' }),
  aSession({ id: 'S04', number: 4, date: toDay('2026-03-28'), audience: '街道' }),
  aSession({ id: 'S05', number: 5, date: toDay('2026-04-03') }),
  aSession({ id: 'S06', number: 6, date: toDay('2026-04-10') }),
];
const range = { member: '沈国栋', kind: 'sick', from: '2026-03-20', to: '2026-04-03' } as const;
const ask = async (on: ReturnType<typeof app>, write: boolean, more: object = {}) =>
  (await on.call('leaveRegister', { action: 'ask', ...range, ...more, write })) as LeaveAsked; // leave was asked for
const ids = ({ sessions }: LeaveAsked): string[] => sessions.map(({ id }) => id);

describe('leave over a range of days', () => {
  it('is shown before it is written, and asks for each session at which the person is due', async () => {
    const on = app({ schedule, leave: [] });
    expect(ids(await ask(on, false))).toEqual(['S02', 'S05']);
    expect(on.workbook.rowsOf('leave')).toEqual([]);
    expect(ids(await ask(on, true, { reason: '住院' }))).toEqual(['S02', 'S05']);
    const row = (index: number) =>
      ['id', 'sessionId', 'memberId', 'kind', 'reason', 'decision'].map((column) =>
        cell(on, 'leave', index, column),
      );
    expect(row(0)).toEqual(['L001', 'S02', 'R002', '病假', '住院', '待批']);
    expect(row(1)).toEqual(['L002', 'S05', 'R002', '病假', '住院', '待批']);
    expect(on.workbook.rowsOf('log')).toHaveLength(2);
  });

  it('adds nothing when it is asked for again, nor beside leave that is there', async () => {
    const on = app({ schedule, leave: [aLeave({ memberId: 'R002', sessionId: 'S02' })] });
    expect(await ask(on, true)).toMatchObject({
      written: true,
      already: 1,
      sessions: [{ id: 'S05' }],
    });
    expect(await ask(on, true)).toMatchObject({ already: 2, sessions: [] });
    expect(on.workbook.rowsOf('leave')).toHaveLength(2);
  });

  it('is refused for somebody unknown, and for days that are none or the wrong way round', async () => {
    const on = app({ schedule, leave: [] });
    await expect(ask(on, true, { member: '某某' })).rejects.toMatchObject({
      refusal: 'leaveNoMember',
    });
    await expect(ask(on, true, { to: '2026-03-19' })).rejects.toMatchObject({ refusal: 'badDay' });
    await expect(ask(on, true, { from: '2026-02-30' })).rejects.toMatchObject({
      refusal: 'badDay',
    });
    expect(on.workbook.rowsOf('leave')).toEqual([]);
  });
});
