import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import type { LeaveApplied, LeaveDecided, LeaveReported } from '#core/contract/leave-register';
import { AppError } from '#functions/errors';
import { aLeave, aMark, aSession } from '#test/support/builders/rows';
import { app, APPROVED, cell, decide, list, log, PENDING } from '#test/support/leave-app';

describe('leaveRegister list', () => {
  it('shows what waits, what can be done, and who may approve; it writes nothing', async () => {
    const on = app();
    const { pending, toClose, toMakeUp, coming } = await list(on);
    expect(pending).toEqual([
      {
        id: 'L001',
        row: 2,
        content: '["S01","R002","personal","家中有事","","","pending"]',
        name: '沈国栋',
        unit: '区委',
        session: { id: 'S01', title: '区域经济协调发展', date: '2026-03-06' },
        kind: '事假',
        minutes: null,
        reason: '家中有事',
        state: 'pending',
        stateLabel: '待批',
        approver: '区委书记',
        makeUp: '',
        concerns: [],
        events: ['approve', 'refuse', 'cancel'],
        sheetId: 3,
        cell: 'I2',
      },
    ]);
    expect([toClose, toMakeUp, coming]).toEqual([[], [], []]);
    expect(on.workbook.applied).toEqual([]);
  });
});

describe('leaveRegister decide', () => {
  it('approves after the roll call: the mark becomes leave, remembered and logged, in one write', async () => {
    const on = app();
    const done = await decide(on, 'approve', { ...APPROVED, reason: '补批' });
    expect(done.mark).toEqual({ kind: 'change', before: '缺席', after: '事假' });
    expect(done.leave).toMatchObject({
      state: 'approved',
      approver: '周文远',
      concerns: ['事后审批：2026-03-09'],
    });
    expect(cell(on, 'attendance', 1, 'status')).toBe('事假');
    expect(
      ['decision', 'approver', 'markBefore'].map((column) => cell(on, 'leave', 0, column)),
    ).toEqual(['同意', '周文远', '缺席']);
    expect(log(on)).toEqual([
      ['准假', 'L001 S01 R002 沈国栋', '待批', '已准假 周文远', '补批'],
      ['准假改考勤', 'L001 S01 R002 沈国栋', '缺席', '事假'],
    ]);
    expect(on.workbook.applied).toHaveLength(1);
  });

  test.each([
    ['cancel', {}, '撤销'],
    ['refuse', APPROVED, '不同意'],
  ] as const)('%s gives the mark back', async (event, more, decision) => {
    const on = app();
    await decide(on, 'approve', APPROVED);
    const done = await decide(on, event, more);
    expect(done.mark).toEqual({ kind: 'change', before: '事假', after: '缺席' });
    expect(cell(on, 'attendance', 1, 'status')).toBe('缺席');
    expect(['decision', 'markBefore'].map((column) => cell(on, 'leave', 0, column))).toEqual([
      decision,
      '',
    ]);
    expect(log(on).at(-1)).toEqual(['撤假还考勤', 'L001 S01 R002 沈国栋', '事假', '缺席']);
  });

  it('leaves the mark of somebody who came, and says so', async () => {
    const on = app({ attendance: [aMark({ memberId: 'R002', status: '迟到' })] });
    expect((await decide(on, 'approve', APPROVED)).mark.kind).toBe('attended');
    expect(cell(on, 'attendance', 0, 'status')).toBe('迟到');
  });

  it('is closed on return and made up, and waits in the list until then', async () => {
    const on = app();
    await decide(on, 'approve', APPROVED);
    expect((await list(on)).toClose.map(({ id }) => id)).toEqual(['L001']);
    await decide(on, 'return', { makeUp: '观看录像' });
    expect((await list(on)).toMakeUp.map(({ id, makeUp }) => [id, makeUp])).toEqual([
      ['L001', '观看录像'],
    ]);
    const done = await decide(on, 'makeUp', { on: '2026-03-08' });
    expect(done.leave).toMatchObject({ state: 'madeUp', events: [] });
    const { pending, toClose, toMakeUp } = await list(on);
    expect([pending, toClose, toMakeUp]).toEqual([[], [], []]);
  });

  it('leaves a mark to another leave of the same session that counts', async () => {
    const second = aLeave({ id: 'L002', memberId: 'R002' });
    const on = app({
      leave: [aLeave({ memberId: 'R002', markBefore: '缺席' }), second],
      attendance: [aMark({ memberId: 'R002', status: '事假' })],
    });
    expect((await decide(on, 'cancel')).mark.kind).toBe('none');
    expect(cell(on, 'attendance', 0, 'status')).toBe('事假');
    expect(await on.call('leaveRegister', { action: 'apply' })).toMatchObject({ restored: 0 });
  });

  it('approved on the day, but after the session had begun, is pointed out then and later', async () => {
    const on = app({ schedule: [aSession({ date: toDay('2026-03-09'), state: 'held' })] });
    on.setNow('2026-03-09T08:30:00Z'); // half past four in Shanghai
    const { concerns } = (await decide(on, 'approve', APPROVED)).leave;
    expect(concerns).toEqual(['事后审批：2026-03-09 16:30']);
    expect((await list(on)).toClose.map((leave) => leave.concerns)).toEqual([concerns]);
  });

  it('waits for its make-up though nobody wrote how, and until then can be reached', async () => {
    const on = app();
    await decide(on, 'approve', APPROVED);
    await decide(on, 'return');
    expect((await list(on)).toMakeUp.map(({ id, events }) => [id, events])).toEqual([
      ['L001', ['refuse', 'cancel', 'makeUp']],
    ]);
    await decide(on, 'makeUp', { makeUp: '线上课程' });
    expect(cell(on, 'leave', 0, 'makeUp')).toBe('线上课程');
  });

  it('no longer claims a mark that a clerk changed since', async () => {
    const on = app({
      leave: [aLeave({ memberId: 'R002', markBefore: '缺席' })],
      attendance: [aMark({ memberId: 'R002', status: '出勤' })],
    });
    expect((await decide(on, 'cancel')).mark.kind).toBe('kept');
    expect(cell(on, 'leave', 0, 'markBefore')).toBe('');
  });

  it('points out a person who approves his own leave', async () => {
    const on = app();
    expect((await decide(on, 'approve', { approver: '沈国栋' })).leave.concerns).toContain(
      '本人批准',
    );
  });

  test.each([
    ['no such leave', 'approve', { ...APPROVED, leaveId: 'L999' }, 'noLeave'],
    ['no approver', 'approve', {}, 'noApprover'],
    ['a state it cannot follow', 'makeUp', {}, 'leaveNotNow'],
    ['a day that does not exist', 'approve', { ...APPROVED, on: '2026-02-30' }, 'badDay'],
    ['a day to come', 'approve', { ...APPROVED, on: '2026-03-10' }, 'dayToCome'],
    ['no leave at all', 'approve', { ...APPROVED, leaveId: '' }, 'leaveMoved'],
  ] as const)('refuses %s and writes nothing', async (_, event, more, refusal) => {
    const on = app();
    await expect(decide(on, event, more)).rejects.toMatchObject({ refusal });
    expect(on.workbook.applied).toEqual([]);
  });

  it('does not close leave before its session', async () => {
    const on = app({
      schedule: [aSession({ date: toDay('2026-03-13') })],
      leave: [aLeave({ memberId: 'R002' })],
    });
    await expect(decide(on, 'return')).rejects.toMatchObject({ refusal: 'leaveTooEarly' });
  });

  it('is made once when two clerks press at the same moment', async () => {
    const on = app();
    const both = await Promise.allSettled([
      decide(on, 'approve', APPROVED),
      decide(on, 'approve', APPROVED),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(on.workbook.rowsOf('log')).toHaveLength(2);
  });

  it('refuses an ID that two rows share', async () => {
    const on = app({ leave: [aLeave(PENDING), aLeave({ memberId: 'R002', ...PENDING })] });
    await expect(decide(on, 'approve', APPROVED)).rejects.toMatchObject({ refusal: 'noLeave' });
  });
});

describe('the mark along a leave’s life', () => {
  const step = fc.constantFrom<LeaveDecided['event']>(
    'approve',
    'refuse',
    'cancel',
    'return',
    'makeUp',
  );
  it('is the leave’s while it counts and what it was before otherwise, whatever is decided in whatever order', async () => {
    const was = fc.constantFrom('缺席', 'absent', '病假', '公差');
    await fc.assert(
      fc.asyncProperty(was, fc.array(step, { maxLength: 8 }), async (before, events) => {
        const on = app({ attendance: [aMark({ memberId: 'R002', status: before })] });
        for (const event of events)
          await decide(on, event, APPROVED).catch((error: unknown) => {
            if (!(error instanceof AppError) || error.refusal !== 'leaveNotNow') throw error;
          });
        const isOn = cell(on, 'leave', 0, 'decision') === '同意';
        expect(cell(on, 'attendance', 0, 'status')).toBe(isOn ? '事假' : before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('leaveRegister apply', () => {
  it('brings the marks in line with what was typed, once', async () => {
    const typed = [
      aLeave({ memberId: 'R002' }),
      aLeave({ id: 'L002', kind: 'sick' }),
      aLeave({ id: 'L003', memberId: 'R003', decision: 'refused', markBefore: '缺席' }),
      aLeave({ id: 'L004', memberId: 'R003', decision: 'refused' }),
    ];
    const attendance = [
      aMark(),
      aMark({ memberId: 'R002', status: '缺席' }),
      aMark({ memberId: 'R003', status: '事假' }),
    ];
    const on = app({ leave: typed, attendance });
    const apply = async () => (await on.call('leaveRegister', { action: 'apply' })) as LeaveApplied; // marks were asked for
    const done = await apply();
    expect([
      done.applied,
      done.restored,
      done.open.map(({ leave, why }) => [leave.id, why]),
    ]).toEqual([1, 1, [['L002', 'attended']]]);
    expect([0, 1, 2].map((row) => cell(on, 'attendance', row, 'status'))).toEqual([
      '出勤',
      '事假',
      '缺席',
    ]);
    expect(log(on).map(([action, target]) => [action, target])).toEqual([
      ['准假改考勤', 'L001 S01 R002 沈国栋'],
      ['撤假还考勤', 'L003 S01 R003'],
    ]);
    expect(await apply()).toMatchObject({ applied: 0, restored: 0 });
    expect(on.workbook.applied).toHaveLength(1);
  });
});

describe('leaveRegister report', () => {
  it('writes the register with what is overdue', async () => {
    const leave = [
      aLeave({ memberId: 'R002', returnedOn: toDay('2026-03-09'), makeUp: '观看录像' }),
      aLeave({ id: 'L002', ...PENDING, minutes: 40 }),
    ];
    const on = app({ leave });
    on.setNow('2026-04-10T01:00:00Z');
    const done = (await on.call('leaveRegister', { action: 'report' })) as LeaveReported; // the register was asked for
    expect(done).toMatchObject({
      total: 2,
      pending: 1,
      toClose: 0,
      toMakeUp: 1,
      overdue: 1,
      tab: { title: '报表-请假登记' },
    });
    const rows = on.workbook.rowsOf('report-leave');
    expect(rows[1]).toEqual(['共 2 条：待批 1，未销假 0，待补课 1，补课逾期 1。']);
    expect(
      rows.slice(-2).map((row) => [row[1], row[7], row[9], row[13], row[17] ?? '', row[18] ?? '']),
    ).toEqual([
      ['周文远', '40分钟', '待批', '出勤', '', ''],
      ['沈国栋', '半天', '已销假', '缺席', 5, '本人批准；补课已逾期5天'],
    ]);
  });
});
