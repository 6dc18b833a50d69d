// Several decisions on leave at once are the same as one after another, in one write.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LeavesDecided, LeaveDecisionRequest } from '#core/contract/leave-register';
import { AppError } from '#functions/errors';
import type { TestApplication } from '#test/support/application';
import { aLeave, aMark, aMember, aSession } from '#test/support/builders/rows';
import { app, list, PENDING } from '#test/support/leave-app';

const MEMBERS = ['R001', 'R002', 'R003'] as const;
const SESSIONS = ['S01', 'S02'] as const;

const aProgramme = (leave: readonly Parameters<typeof aLeave>[0][]): TestApplication =>
  app({
    roster: MEMBERS.map((id, at) => aMember({ id, name: `听课人${at}`, personOrder: at })),
    schedule: SESSIONS.map((id, at) => aSession({ id, number: at + 1, state: 'held' })),
    attendance: [aMark({ memberId: 'R002', status: '缺席' })],
    leave: leave.map((part, at) => aLeave({ id: `L${at + 1}`, ...PENDING, ...part })),
  });

const many = async (on: TestApplication, decisions: readonly LeaveDecisionRequest[]) =>
  (await on.call('leaveRegister', {
    action: 'decideMany',
    decisions: [...decisions],
  })) as LeavesDecided; // several were asked for

async function oneByOne(on: TestApplication, decisions: readonly LeaveDecisionRequest[]) {
  for (const decision of decisions) {
    try {
      await on.call('leaveRegister', { action: 'decide', ...decision });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

const TABS = ['leave', 'attendance', 'log'] as const;
const rows = (on: TestApplication) => TABS.map((tab) => on.workbook.rowsOf(tab));
const by = (leaveId: string, event: LeaveDecisionRequest['event']): LeaveDecisionRequest => ({
  leaveId,
  event,
  approver: '区委书记',
});

describe('several decisions at once', () => {
  test('write what each of them would write alone', async () => {
    const leave = [
      { memberId: 'R001', kind: 'personal' },
      { memberId: 'R002', kind: 'sick' },
      { memberId: 'R003', sessionId: 'S02', kind: 'official' },
    ] as const;
    const decisions = [by('L1', 'approve'), by('L2', 'approve'), by('L3', 'refuse')];
    const [together, alone] = [aProgramme(leave), aProgramme(leave)];
    const { decided, refused } = await many(together, decisions);
    await oneByOne(alone, decisions);
    expect(rows(together)).toEqual(rows(alone));
    expect(refused).toEqual([]);
    expect(decided.map(({ leave: { name, state }, mark }) => [name, state, mark.after])).toEqual([
      ['听课人0', 'approved', '事假'],
      ['听课人1', 'approved', '病假'],
      ['听课人2', 'refused', ''],
    ]);
    expect((await list(together)).pending).toEqual([]);
  });

  test('what is refused keeps none of the others from being written', async () => {
    const on = aProgramme([{ memberId: 'R001' }, { memberId: 'R002', kind: null as never }]);
    const { decided, refused } = await many(on, [
      by('L2', 'approve'),
      by('L9', 'approve'),
      by('L1', 'approve'),
      by('L1', 'approve'),
    ]);
    expect(decided.map(({ leave }) => leave.id)).toEqual(['L1']);
    expect(refused.map(({ position, reason }) => [position, reason.slice(0, 22)])).toEqual([
      [0, '这条请假没有填类型，未写入。 请在“请假”里'],
      [1, '“请假”中没有编号为 L9 的一条，或编号重'],
      [3, '同一人同一期的另一条请假刚刚处理过，这一条未'],
    ]);
  });

  test('of any kind, in any order, give the same rows as the first of each person and session one after another', async () => {
    const leave = fc.record({
      memberId: fc.constantFrom(...MEMBERS),
      sessionId: fc.constantFrom(...SESSIONS),
      kind: fc.constantFrom('personal', 'sick', 'official'),
      minutes: fc.constantFrom(null, 30, 150),
    });
    const decision = fc.record({
      leave: fc.integer({ min: 1, max: 5 }),
      event: fc.constantFrom('approve', 'refuse', 'cancel', 'return', 'makeUp'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(leave, { minLength: 1, maxLength: 4 }),
        fc.array(decision, { minLength: 1, maxLength: 6 }),
        async (leaves, events) => {
          const decisions = events.map((each) => by(`L${each.leave}`, each.event));
          const [together, alone] = [aProgramme(leaves), aProgramme(leaves)];
          const { decided, refused } = await many(together, decisions);
          const made = decisions.filter(
            (_, position) => !refused.some((one) => one.position === position),
          );
          await oneByOne(alone, made);
          expect(rows(together)).toEqual(rows(alone));
          expect(decided.length + refused.length).toBe(decisions.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
