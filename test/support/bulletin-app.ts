// A small programme whose bulletin can be written out by hand: two units, five people, two held sessions and two to come.
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { anApplication, type TestApplication } from './application';
import {
  aBudgetLine,
  aLeave,
  aMark,
  aMember,
  anExpense,
  aSession,
  aSpeaker,
} from './builders/rows';
import { aWorkbook } from './builders/tables';

type Rows = Parameters<typeof aWorkbook>[0];

const opened = (scores: readonly number[]) => ({
  sessionId: 'S01',
  score1: scores[0] ?? null,
  score2: scores[1] ?? null,
  score3: scores[2] ?? null,
  score4: scores[3] ?? null,
  score5: scores[4] ?? null,
});

/**
 * S01, 6 March: 周文远, 沈国栋 and 王静 came, 林一帆 was absent, 叶青 was on official duty. S02, 13 March: 周文远 and 王静 came, 沈国栋 had
 * sick leave, 林一帆 was absent again, 叶青 has no mark. So 10 are due, 9 counted, 5 attended; without official duty 8 are counted.
 */
export function bulletinApp(rows: Rows = {}): TestApplication {
  const app = anApplication(
    aWorkbook({
      roles: [
        { email: 'clerk@example.org', role: 'clerk' },
        { email: 'viewer@example.org', role: 'viewer' },
      ],
      roster: [
        aMember(),
        aMember({ id: 'R002', name: '沈国栋', post: '副书记', personOrder: 20 }),
        aMember({ id: 'R005', name: '王静', post: '秘书长', personOrder: 30 }),
        aMember({ id: 'R003', name: '林一帆', unit: '区财政局', post: '局长', unitOrder: 20 }),
        aMember({
          id: 'R004',
          name: '叶青',
          unit: '区财政局',
          post: '副局长',
          unitOrder: 20,
          personOrder: 20,
        }),
      ],
      speakers: [aSpeaker(), aSpeaker({ id: 'T02', name: '丁一凡', unit: null })],
      schedule: [
        aSession({ state: 'held' }),
        aSession({
          id: 'S02',
          number: 2,
          date: toDay('2026-03-13'),
          title: '财政与产业',
          speakerId: 'T02',
          state: 'held',
        }),
        aSession({ id: 'S03', number: 3, date: toDay('2026-03-27'), title: '依法行政' }),
        aSession({
          id: 'S04',
          number: 4,
          date: toDay('2026-04-03'),
          title: '城市治理',
          speakerId: 'T02',
          taughtHours: null,
        }),
        aSession({ id: 'S05', number: 5, date: toDay('2026-03-20'), state: 'cancelled' }),
      ],
      attendance: [
        aMark(),
        aMark({ memberId: 'R002' }),
        aMark({ memberId: 'R005' }),
        aMark({ memberId: 'R003', status: '缺席' }),
        aMark({ memberId: 'R004', status: '公差' }),
        aMark({ sessionId: 'S02' }),
        aMark({ sessionId: 'S02', memberId: 'R005' }),
        aMark({ sessionId: 'S02', memberId: 'R002', status: '病假' }),
        aMark({ sessionId: 'S02', memberId: 'R003', status: '缺席' }),
      ],
      leave: [
        aLeave({
          sessionId: 'S02',
          memberId: 'R002',
          kind: 'sick',
          returnedOn: toDay('2026-03-16'),
        }),
      ],
      budget: [aBudgetLine()],
      expenses: [
        anExpense(),
        anExpense({
          id: 'E002',
          sessionId: 'S02',
          date: toDay('2026-04-01'),
          amount: toCents(1000_00),
        }),
      ],
      evaluations: [opened([5, 5, 5, 5, 5]), opened([4, 4, 4, 4, 4]), opened([5, 4, 3, 2, 1])],
      settings: [{ name: '评价公布最少份数', value: '3' }],
      ...rows,
    }),
  );
  app.setNow('2026-03-23T01:00:00Z');
  return app;
}
