import { expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aStandard, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { anApplication } from '#test/support/application';

test('the hours ledger is written to its tab, and who will miss the target is named', async () => {
  const session = aSession({ state: 'held', creditedHours: 4 });
  const app = anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      standards: [aStandard({ item: 'hoursYearly', scope: '乡科级', value: 8 })],
      roster: [
        ...['周文远', '安宁', '白露', '韩雪'].map((name, at) =>
          aMember({
            id: `R00${at}`,
            name,
            personOrder: at,
            rankClass: at === 3 ? null : 'township',
          }),
        ),
        aMember({ id: 'R004', name: '钱云', rankClass: 'township', to: toDay('2026-03-06') }),
        aMember({ id: 'R005', name: '高远', rankClass: 'township', to: toDay('2025-12-31') }),
      ],
      schedule: [
        session,
        { ...session, id: 'S02', date: toDay('2026-03-13') },
        { ...session, id: 'S03', date: toDay('2026-04-10'), state: 'planned' },
      ],
      attendance: [
        ...['R000', 'R001', 'R002'].map((memberId) => aMark({ memberId })),
        aMark({ sessionId: 'S02', memberId: 'R000' }),
        aMark({ sessionId: 'S02', memberId: 'R001', status: '缺席' }),
      ],
    }),
  );
  const answer = await app.call('hoursLedger', {});
  // R000: 8 of 8. R001: 4 + 4 × 1/2 = 6 of 8. R002: 4 + 4 × 1/1 = 8 of 8. R003 has no target, R004 left, R005 before the year.
  expect(answer).toMatchObject({
    year: 2026,
    people: 5,
    left: 1,
    withTarget: 3,
    reached: 1,
    onCourse: 1,
    shortCount: 1,
    short: [{ name: '安宁', unit: '区委', missing: 2, target: 8 }],
    tab: { title: '报表-学时台账' },
  });
  const again = await app.call('hoursLedger', { year: 2026 });
  expect(again.tab).toEqual(answer.tab);
  expect((await app.call('hoursLedger', { year: 2025 })).people).toBe(0);
});
