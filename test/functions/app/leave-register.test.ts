import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import type {
  LeaveApplied,
  LeaveDecided,
  LeaveListed,
  LeaveReported,
} from '#core/contract/leave-register';
import { TABS } from '#core/workbook/tabs/index';
import { AppError } from '#functions/errors';
import { anApplication, type TestApplication } from '#test/support/application';
import { aLeave, aMark, aMember, anApprover, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = Parameters<typeof aWorkbook>[0];
const PENDING = { decision: 'pending', approver: null, decidedOn: null } as const;

/** Monday 9 March 2026, three days after the held session, at which 沈国栋 is marked absent and has asked for leave. */
const app = (rows: Rows = {}): TestApplication => {
  const made = anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      roster: [aMember(), aMember({ id: 'R002', name: '沈国栋', personOrder: 20 })],
      schedule: [aSession({ state: 'held' })],
      attendance: [aMark(), aMark({ memberId: 'R002', status: '缺席' })],
      leave: [aLeave({ memberId: 'R002', ...PENDING })],
      approvers: [anApprover({ approver: '区委书记' })],
      ...rows,
    }),
  );
  made.setNow('2026-03-09T01:00:00Z');
  return made;
};
const decide = async (on: TestApplication, event: LeaveDecided['event'], more: object = {}) =>
  (await on.call('leaveRegister', {
    action: 'decide',
    leaveId: 'L001',
    event,
    ...more,
  })) as LeaveDecided; // a decision was asked for
const list = async (on: TestApplication) =>
  (await on.call('leaveRegister', { action: 'list' })) as LeaveListed; // the list was asked for
const cell = (on: TestApplication, tab: 'leave' | 'attendance', row: number, column: string) =>
  on.workbook.rowsOf(tab)[row]?.[Object.keys(TABS[tab].columns).indexOf(column)] ?? '';
const log = (on: TestApplication) => on.workbook.rowsOf('log').map((row) => row.slice(2, 7));
const APPROVED = { approver: '周文远' };

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
    expect((await decide(on, 'approve', APPROVED)).mark.kind).toBe('came');
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
    const on = app({ leave: [aLeave({ memberId: 'R002', markBefore: '缺席' }), second], attendance: [aMark({ memberId: 'R002', status: '事假' })] });
    expect((await decide(on, 'cancel')).mark.kind).toBe('none');
    expect(cell(on, 'attendance', 0, 'status')).toBe('事假');
    expect(await on.call('leaveRegister', { action: 'apply' })).toMatchObject({ givenBack: 0 });
  }); // prettier-ignore

  it('no longer claims a mark that a clerk changed since', async () => {
    const on = app({ leave: [aLeave({ memberId: 'R002', markBefore: '缺席' })], attendance: [aMark({ memberId: 'R002', status: '出勤' })] });
    expect((await decide(on, 'cancel')).mark.kind).toBe('kept');
    expect(cell(on, 'leave', 0, 'markBefore')).toBe('');
  }); // prettier-ignore

  it('points out whoever approves his own leave', async () => {
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
    const both = await Promise.allSettled([decide(on, 'approve', APPROVED), decide(on, 'approve', APPROVED)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(on.workbook.rowsOf('log')).toHaveLength(2);
  }); // prettier-ignore

  it('refuses an ID that two rows share', async () => {
    const on = app({ leave: [aLeave(PENDING), aLeave({ memberId: 'R002', ...PENDING })] });
    await expect(decide(on, 'approve', APPROVED)).rejects.toMatchObject({ refusal: 'noLeave' });
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
    const both = await Promise.allSettled([decide(on, 'approve', wish), decide(on, 'approve', wish)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ids(on)).toEqual(['L001']);
  });
}); // prettier-ignore

describe('the mark along a leave’s life', () => {
  const step = fc.constantFrom<LeaveDecided['event']>('approve', 'refuse', 'cancel', 'return', 'makeUp');
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
}); // prettier-ignore

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
      done.givenBack,
      done.open.map(({ leave, why }) => [leave.id, why]),
    ]).toEqual([1, 1, [['L002', 'came']]]);
    expect([0, 1, 2].map((row) => cell(on, 'attendance', row, 'status'))).toEqual([
      '出勤',
      '事假',
      '缺席',
    ]);
    expect(log(on).map(([action, target]) => [action, target])).toEqual([
      ['准假改考勤', 'L001 S01 R002 沈国栋'],
      ['撤假还考勤', 'L003 S01 R003'],
    ]);
    expect(await apply()).toMatchObject({ applied: 0, givenBack: 0 });
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
