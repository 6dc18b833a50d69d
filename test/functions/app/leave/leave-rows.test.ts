// Which row of the leave tab is meant.
import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import type { LeaveApplied, LeaveFound } from '#core/contract/leave-register';
import type { TestApplication } from '#test/support/application';
import { aLeave, aMember, aSession } from '#test/support/builders/rows';
import { app, APPROVED, cell, decide, list, log, PENDING } from '#test/support/leave-app';

describe('leave that nobody needs', () => {
  const schedule = [
    aSession({ state: 'held' }),
    aSession({ id: 'S02', state: 'cancelled' }),
    aSession({ id: 'S03', state: 'held', audience: '街道' }),
  ];
  const roster = [aMember(), aMember({ id: 'R002', name: '沈国栋', to: toDay('2026-03-05') })];
  test.each([
    ['a person nobody knows', { memberId: 'M999' }, 'leaveNoMember'],
    ['a session nobody knows', { sessionId: 'S99' }, 'leaveNoSession'],
    ['a cancelled session', { sessionId: 'S02' }, 'leaveCancelledSession'],
    ['a session for others', { sessionId: 'S03' }, 'leaveNotDue'],
    ['a day after the term', { memberId: 'R002' }, 'leaveNotDue'],
    ['no kind', { kind: null }, 'leaveNoKind'],
  ] as const)('for %s is not approved, but can be refused', async (_, part, refusal) => {
    // The builder's rows have a kind; one that a clerk typed may lack it.
    const leave = [{ ...aLeave(PENDING), ...part } as ReturnType<typeof aLeave>];
    const on = app({ schedule, roster, leave });
    await expect(decide(on, 'approve', APPROVED)).rejects.toMatchObject({ refusal });
    expect(on.workbook.applied).toEqual([]);
    expect((await decide(on, 'refuse', APPROVED)).mark.kind).toBe('none');
  });

  it('gets no mark when its approval was typed; the clerk sees it, but not for cancelled sessions', async () => {
    const leave = [
      aLeave({ memberId: 'M999' }),
      aLeave({ id: 'L002', sessionId: 'S02' }),
      aLeave({ id: 'L003', sessionId: 'S03' }),
    ];
    const on = app({ schedule, roster, leave, attendance: [] });
    const { open } = (await on.call('leaveRegister', { action: 'apply' })) as LeaveApplied; // marks were asked for
    expect(open.map((each) => [each.leave.id, each.why])).toEqual([
      ['L001', 'notDue'],
      ['L003', 'notDue'],
    ]);
    expect(on.workbook.applied).toEqual([]);
  });
});

describe('leaveRegister find', () => {
  const leave = [
    aLeave({ memberId: 'R002', decision: 'refused' }),
    aLeave({ id: 'L002', returnedOn: toDay('2026-03-09'), makeUpDone: toDay('2026-03-09') }),
    aLeave({ id: 'L003', memberId: 'R002', sessionId: 'S02', decision: 'cancelled' }),
  ];
  test.each([
    ['S01', ['L002', 'L001']],
    ['s01', ['L002', 'L001']],
    ['沈 国栋', ['L001', 'L003']],
    ['R002', ['L001', 'L003']],
    ['周文远', ['L002']],
    ['无此人', []],
  ])('of %s gives %j in every state', async (wanted, ids) => {
    const on = app({ leave });
    const { leaves } = (await on.call('leaveRegister', { action: 'find', wanted })) as LeaveFound; // leave was asked for
    expect(leaves.map(({ id }) => id)).toEqual(ids);
  });
});

describe('leave that a clerk entered without an ID', () => {
  const typed = (part: Parameters<typeof aLeave>[0] = {}) =>
    aLeave({ memberId: 'R002', ...PENDING, id: null, decision: null, ...part });
  const shown = async (on: TestApplication, at = 0) => {
    const { id, row, content } = (await list(on)).pending[at] ?? { id: '', row: 0, content: '' };
    return { leaveId: id, row, content, ...APPROVED };
  };
  const ids = (on: TestApplication) => on.workbook.rowsOf('leave').map(([id]) => id);

  it('is decided, and gets the next ID in the same write', async () => {
    const on = app({ leave: [aLeave({ id: 'L013', sessionId: 'S02' }), typed()] });
    const done = await decide(on, 'approve', await shown(on));
    expect(done.leave).toMatchObject({ id: 'L014', state: 'approved' });
    expect(ids(on)).toEqual(['L013', 'L014']);
    expect(cell(on, 'attendance', 1, 'status')).toBe('事假');
    expect(log(on)[0]).toEqual(['准假', 'L014 S01 R002 沈国栋', '待批', '已准假 周文远']);
    expect(on.workbook.applied).toHaveLength(1);
  });

  it('is found where its row has moved to, also beside another one of the same person', async () => {
    const before = app({ leave: [typed({ reason: '开会' }), typed()] });
    const wish = await shown(before, 1);
    const moved = app({ leave: [typed(), typed({ reason: '开会' })] });
    expect((await decide(moved, 'refuse', wish)).leave.reason).toBe('家中有事');
    expect(ids(moved)).toEqual(['L001', '']);
  });

  test.each([
    ['changed', [typed({ reason: '开会' })]],
    ['decided', [typed({ decision: 'refused' })]],
    ['numbered', [typed({ id: 'L007' })]],
    ['removed', []],
    ['moved among rows just like it', [typed({ memberId: 'R001' }), typed(), typed()]],
  ])('is not decided when its row was %s meanwhile', async (_, leave) => {
    const wish = await shown(app({ leave: [typed()] }));
    const on = app({ leave });
    await expect(decide(on, 'approve', wish)).rejects.toMatchObject({ refusal: 'leaveMoved' });
    expect(on.workbook.applied).toEqual([]);
  });

  it('is numbered once when two clerks press at the same moment', async () => {
    const on = app({ leave: [typed()] });
    const wish = await shown(on);
    const both = await Promise.allSettled([
      decide(on, 'approve', wish),
      decide(on, 'approve', wish),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ids(on)).toEqual(['L001']);
  });
});
