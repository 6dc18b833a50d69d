import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import type { StepKey } from '#core/contract/dashboard';
import { weekSteps } from '#core/dashboard/week';
import { readBook } from '#core/model/book';
import { signInKey } from '#core/sign-in/sheet';
import type { Language } from '#core/text/language';
import { aLeave, aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { InMemoryWorkbook, WORKBOOK_ID } from '#test/support/in-memory-workbook';
import { TAB_KEYS } from '#core/workbook/tab-keys';

type Rows = Parameters<typeof aWorkbook>[0];

const PEOPLE = [
  aMember(),
  aMember({ id: 'R002', name: '沈国栋', personOrder: 20, email: 'r002@example.org' }),
  aMember({ id: 'R003', name: '柳叶青', personOrder: 30, email: 'r003@example.org' }),
];
/** Held on Friday 27 February, planned for Friday 6 March. */
const HELD = aSession({ id: 'S00', number: 1, date: toDay('2026-02-27'), state: 'held' });
const NEXT = aSession({ number: 2 });

/** `sheetOf`: a session that has a sign-in sheet. */
async function steps(
  { sheetOf, ...rows }: Rows & { readonly sheetOf?: string },
  now = '2026-03-02T09:00:00+08:00',
  language: Language = 'zh-CN',
) {
  const tables = aWorkbook({
    roster: PEOPLE,
    speakers: [aSpeaker()],
    schedule: [HELD, NEXT],
    ...rows,
  });
  const known = await new InMemoryWorkbook(tables).read(WORKBOOK_ID, TAB_KEYS);
  const [place] = known.places;
  const sheet = place &&
    sheetOf !== undefined && { ...place, key: signInKey(sheetOf), sheetId: 99 };
  const snapshot = { ...known, places: [...known.places, ...(sheet ? [sheet] : [])] };
  const instant = new Date(now);
  const read = readBook(snapshot.tables, toLocalTime(instant, 'Asia/Shanghai').day);
  return weekSteps({ snapshot, read, now: instant, language });
}

/** State, words and action of one step. */
async function step(key: StepKey, ...given: Parameters<typeof steps>) {
  const found = (await steps(...given)).find((one) => one.key === key);
  return found && [found.state, found.words, found.action];
}

const mail = (memberId: string, part: object = {}) => ({
  key: `${WORKBOOK_ID}|S01|weekly|${memberId}`,
  sessionId: 'S01',
  kind: 'weekly' as const,
  memberId,
  recipient: `${memberId.toLowerCase()}@example.org`,
  state: 'sent' as const,
  updatedAt: '2026-03-02T01:00:00Z',
  ...part,
});
const MAILED = PEOPLE.map(({ id }) => mail(id));

describe('the session of the week', () => {
  test('is the next planned one, with when and where', async () => {
    expect(await step('session', {})).toEqual([
      'done',
      '第2期：区域经济协调发展，2026年3月6日（星期五）下午2:30—5:00，区委礼堂',
      null,
    ]);
  });

  test('is to be completed when something that people are told is missing', async () => {
    const schedule = [HELD, { ...NEXT, venue: '', speakerId: null }];
    const [first] = await steps({ schedule }, undefined, 'en');
    expect([first?.state, first?.words, first?.place]).toEqual([
      'todo',
      'Session 2: 区域经济协调发展: still missing: Venue, Speaker ID',
      { tab: 'schedule', row: 3, column: 'venue' },
    ]);
  });

  test('is none when nothing is planned', async () => {
    expect(await step('session', { schedule: [HELD] })).toEqual([
      'later',
      '日程里没有待办的期次',
      null,
    ]);
  });
});

describe('the check', () => {
  test('counts errors, and leads to the first', async () => {
    const roster = [...PEOPLE, aMember({ name: '同号' })];
    const found = (await steps({ roster, schedule: [NEXT] })).find(({ key }) => key === 'check');
    expect([found?.state, found?.words, found?.place]).toMatchObject([
      'todo',
      '2 个错误要改正',
      { tab: 'roster', row: 2, column: 'id' },
    ]);
  });
});

describe('the notice', () => {
  test.each([
    ['2026-03-01T09:00:00+08:00', ['later', '提前 4 天发送，共 3 人', 'weekly']],
    ['2026-03-02T09:00:00+08:00', ['todo', '已发送 0，共 3 人', 'weekly']],
  ])('is to be sent from its day on: %s', async (now, wanted) => {
    expect(await step('notice', {}, now)).toEqual(wanted);
  });

  test('says how many of all have it', async () => {
    expect(await step('notice', { notices: MAILED.slice(0, 2) })).toEqual([
      'todo',
      '已发送 2，共 3 人',
      'weekly',
    ]);
    expect((await step('notice', { notices: MAILED }))?.slice(0, 2)).toEqual([
      'done',
      '已发送 3，共 3 人',
    ]);
  });

  test('is not done while nobody knows of a mail whether it left', async () => {
    const notices = [...MAILED.slice(0, 2), mail('R003', { state: 'unknown' })];
    expect(await step('notice', { notices })).toEqual([
      'todo',
      '已发送 2，共 3 人，1 封结果不明',
      'weekly',
    ]);
  });

  test('is followed by a change when the details are others now', async () => {
    const notices = MAILED.map((sent) => ({ ...sent, told: '另一个时间、另一个地点' }));
    expect(await step('notice', { notices })).toEqual(['todo', '安排已变，3 人还不知道', 'change']);
  });
});

describe('replies', () => {
  const reply = (memberId: string) => ({
    sessionId: 'S01',
    memberId,
    answer: 'attend' as const,
    at: '2026-03-02T02:00:00Z',
  });

  test('come after the notice', async () => {
    expect(await step('replies', {})).toEqual(['later', '发出通知后才有回执', null]);
  });

  test('are counted with requests for leave, and waited for until the reminder is due', async () => {
    const rows = {
      notices: MAILED,
      replies: [reply('R001')],
      leave: [aLeave({ memberId: 'R002', decision: 'pending' as const, decidedOn: null })],
    };
    const counted = '已答复 2，共 3 人：参加 1，请假 1，未答复 1';
    expect(await step('replies', rows)).toEqual(['waiting', counted, 'reminder']);
    expect(await step('replies', rows, '2026-03-05T09:00:00+08:00')).toEqual([
      'todo',
      counted,
      'reminder',
    ]);
  });

  test.each([
    ['refused', { decision: 'refused' as const }, '参加 1，请假 0，未答复 2'],
    ['withdrawn', { decision: null, returnedOn: toDay('2026-03-02') }, '参加 1，请假 0，未答复 2'],
    ['approved', {}, '参加 0，请假 1，未答复 2'],
    ['of another session', { sessionId: 'S02' }, '参加 0，请假 0，未答复 3'],
  ])('count leave that is %s', async (_, part, expected) => {
    const rows = { notices: MAILED, leave: [aLeave({ memberId: 'R002', ...part })] };
    expect((await step('replies', rows))?.[1]).toContain(expected);
  });

  test('of a person who answered after the reminder still count', async () => {
    const reminded = mail('R001', { key: `${WORKBOOK_ID}|S01|reminder|R001`, kind: 'reminder' });
    const rows = { notices: [...MAILED, reminded], replies: PEOPLE.map(({ id }) => reply(id)) };
    const words = '已答复 3，共 3 人：参加 3，请假 0，未答复 0';
    expect(await step('replies', rows)).toEqual(['done', words, null]);
  });
});

test('leave that waits for a decision is to be decided', async () => {
  const leave = [aLeave({ decision: null, decidedOn: null })];
  expect(await step('leave', { leave })).toEqual(['todo', '1 条待批', 'leave']);
  expect(await step('leave', {})).toEqual(['done', '没有待批的请假', 'leave']);
});

describe('the sign-in', () => {
  const marks = PEOPLE.map(({ id }) => aMark({ sessionId: 'S00', memberId: id }));

  test('of the last session is done when everybody due has a mark', async () => {
    expect(await step('signIn', { attendance: marks })).toEqual([
      'done',
      '第1期：应到 3，实到 3',
      null,
    ]);
    const open = '第1期：应到 3，实到 2，1 人没有登记或待核实';
    const rows = { attendance: marks.slice(1) };
    expect(await step('signIn', rows)).toEqual(['todo', open, null]);
    expect(await step('signIn', { ...rows, sheetOf: 'S00' })).toEqual(['todo', open, 'closeSheet']);
  });

  const NO_SHEET = '第2期：没有签到表；请指定期次生成，或登记考勤后把状态改为“已办”';
  test.each([
    ['06T09:00', undefined, ['todo', '第2期：今天上课，还没有签到表', 'makeSheet']],
    ['06T14:29', 'S01', ['later', '第2期：签到表已生成，14:30 开始', null]],
    ['06T14:30', 'S01', ['todo', '第2期：签到还没有结束', 'closeSheet']],
    ['07T09:00', 'S01', ['todo', '第2期：签到还没有结束', 'closeSheet']],
    ['07T09:00', undefined, ['todo', NO_SHEET, null]],
  ])('of a planned session on 2026-03-%s, sheet of %s', async (time, sheetOf, wanted) => {
    const rows = sheetOf === undefined ? {} : { sheetOf };
    expect(await step('signIn', rows, `2026-03-${time}:00+08:00`)).toEqual(wanted);
  });

  test('without a sheet leads to the attendance once the session was held', async () => {
    const found = (await steps({ attendance: marks })).find(({ key }) => key === 'signIn');
    expect(found?.place).toEqual({ tab: 'attendance', row: null, column: null });
  });

  test('of a first session is still to come', async () => {
    expect(await step('signIn', { schedule: [NEXT] })).toEqual([
      'later',
      '第2期：2026-03-06 上课',
      'makeSheet',
    ]);
  });
});

describe('the lecture fee', () => {
  const paid = {
    id: 'E001',
    sessionId: 'S00',
    date: toDay('2026-02-28'),
    head: 'lecturer' as const,
    payee: '陆明哲',
    net: 3000_00 as never,
  };

  test('of a held session is to be recorded', async () => {
    expect(await step('fee', {})).toEqual(['todo', '第1期：还没有入账', 'fee']);
    expect(await step('fee', { expenses: [paid] })).toEqual(['done', '已办各期都已入账', null]);
  });

  test('is not expected before a session was held', async () => {
    expect(await step('fee', { schedule: [NEXT] })).toEqual(['later', '还没有已办的期次', null]);
  });
});

describe('the follow-up', () => {
  const attendance = [
    aMark({ sessionId: 'S00', memberId: 'R001', status: '缺席' }),
    aMark({ sessionId: 'S00', memberId: 'R002' }),
    aMark({ sessionId: 'S00', memberId: 'R003' }),
  ];

  test('is due while somebody absent without leave has no mail', async () => {
    expect(await step('followUp', { attendance })).toEqual([
      'todo',
      '第1期：无故缺席 1 人，1 人待提醒',
      'followUp',
    ]);
    const key = `${WORKBOOK_ID}|S00|absence|R001`;
    const notices = [mail('R001', { key, sessionId: 'S00', kind: 'absence' })];
    expect(await step('followUp', { attendance, notices })).toEqual([
      'done',
      '第1期：无故缺席 1 人，没有要发送的提醒',
      null,
    ]);
  });
});
