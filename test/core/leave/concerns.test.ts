import { describe, expect, it, test } from '@jest/globals';
import { addDays, toClockTime, toDay } from '#core/calendar/day';
import { readBook, type Book } from '#core/model/book';
import { approverEntitlement, suggestedApprover } from '#core/leave/approvers';
import { findConcerns, formatConcern } from '#core/leave/concerns';
import { isTooMuch, leaveShares } from '#core/leave/leave-share';
import { makeUpDueOn } from '#core/leave/make-up';
import { openLeave } from '#core/leave/leave-line';
import { aLeave, aMember, anApprover, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = Parameters<typeof aWorkbook>[0];
const SECRETARY = aMember();
const HEAD = aMember({
  id: 'R002',
  name: '沈国栋',
  unit: '区发展改革局',
  post: '局长',
  category: 'department',
  unitOrder: 20,
});
const EXECUTIVE = aMember({
  id: 'R003',
  name: '范立城',
  post: '区委常委、常务副区长',
  personOrder: 20,
});
const bookOf = (rows: Rows, today = '2026-03-09'): Book =>
  readBook(
    aWorkbook({ schedule: [aSession()], roster: [SECRETARY, HEAD, EXECUTIVE], ...rows }),
    toDay(today),
  ).book;
const concerns = (leave: Parameters<typeof aLeave>[0], rows: Rows = {}, today?: string) => {
  const book = bookOf(
    { leave: [aLeave({ memberId: 'R002', approver: '周文远', ...leave })], ...rows },
    today,
  );
  return book.entries.leave.flatMap((entry) =>
    findConcerns(book)(entry).map((found) => formatConcern(found, 'zh-CN')),
  );
};

describe('what to look at in a leave', () => {
  test.each([
    ['asked the day before', { requestedOn: toDay('2026-03-05') }, []],
    [
      'asked on the day',
      { requestedOn: toDay('2026-03-06') },
      ['临时请假：2026-03-06申请，应提前1天'],
    ],
    ['asked the day after', { requestedOn: toDay('2026-03-07') }, ['事后请假：2026-03-07申请']],
    ['decided on the day', { decidedOn: toDay('2026-03-06') }, []],
    [
      'decided as the session began',
      { decidedOn: toDay('2026-03-06'), decidedAt: toClockTime('14:30') },
      [],
    ],
    [
      'decided a minute later',
      { decidedOn: toDay('2026-03-06'), decidedAt: toClockTime('14:31') },
      ['事后审批：2026-03-06 14:31'],
    ],
    [
      'decided late the day before',
      { decidedOn: toDay('2026-03-05'), decidedAt: toClockTime('23:00') },
      [],
    ],
    ['decided the day after', { decidedOn: toDay('2026-03-07') }, ['事后审批：2026-03-07']],
    ['approved by oneself', { approver: '沈 国栋' }, ['本人批准']],
    ['approved by oneself, by post', { approver: '局长' }, ['本人批准']],
    ['approved by oneself, by unit and post', { approver: '区发展改革局局长' }, ['本人批准']],
    ['approved by oneself, by ID', { approver: 'R002' }, ['本人批准']],
    ['pending, with oneself named', { decision: 'pending', approver: '沈国栋' }, []],
    ['sick without a paper', { kind: 'sick' }, ['没有证明材料']],
    ['sick with a paper', { kind: 'sick', proof: '病历' }, []],
    ['to be made up by today', { makeUp: '观看录像' }, [], '2026-04-05'],
    ['to be made up by yesterday', { makeUp: '观看录像' }, ['补课已逾期1天'], '2026-04-06'],
    ['missed whole with leave, nothing arranged', {}, ['补课已逾期1天'], '2026-04-06'],
    [
      'missed whole with leave, closed',
      { returnedOn: toDay('2026-03-09') },
      ['补课已逾期1天'],
      '2026-04-06',
    ],
    ['missed in part', { minutes: 40 }, [], '2026-04-06'],
    [
      'missed in part, with a make-up arranged',
      { minutes: 40, makeUp: '观看录像' },
      ['补课已逾期1天'],
      '2026-04-06',
    ],
    ['not approved', { decision: 'refused', makeUp: '观看录像' }, [], '2026-04-06'],
    ['made up', { makeUp: '观看录像', makeUpDone: toDay('2026-03-20') }, [], '2026-04-06'],
  ] as const)('%s', (_, leave, expected, ...[today]: string[]) => {
    expect(concerns(leave, {}, today)).toEqual(expected);
  });

  it('is one make-up after leave for parts that together are the whole session', () => {
    const parts = [aLeave({ minutes: 75 }), aLeave({ id: 'L002', minutes: 75 })];
    const schedule = [aSession({ state: 'held' })];
    const owed = (leave: typeof parts) =>
      leave.map(({ id }) => {
        const book = bookOf({ schedule, leave });
        const entry = book.entries.leave.find(({ cells }) => cells.id === id);
        return entry ? makeUpDueOn(book, entry.cells) : 'gone';
      });
    expect(owed(parts)).toEqual([null, '2026-04-05']);
    expect(owed([aLeave({ minutes: 75 }), aLeave({ id: 'L002', minutes: 74 })])).toEqual([
      null,
      null,
    ]);
    expect(owed([aLeave({ minutes: 75 }), aLeave({ id: 'L002' })])).toEqual([null, '2026-04-05']);
  });

  it('is not a make-up after leave of a kind that the settings exempt', () => {
    const settings = [{ name: '免补课的请假类型', value: '事假' }];
    expect(concerns({}, { settings }, '2026-04-06')).toEqual([]);
    expect(concerns({ kind: 'sick', proof: '病历' }, { settings }, '2026-04-06')).toEqual([
      '补课已逾期1天',
    ]);
    expect(concerns({ makeUp: '观看录像' }, { settings }, '2026-04-06')).toEqual(['补课已逾期1天']);
  });

  it('is the approver, where the rules name another', () => {
    const approvers = [anApprover({ scope: '区直部门', approver: '常务副区长' })];
    expect(concerns({}, { approvers })).toEqual(['“周文远”无权批准，见“审批权限”']);
    expect(concerns({ approver: '范立城' }, { approvers })).toEqual([]);
  });
});

describe('who may approve', () => {
  const rules = [
    anApprover({ scope: '区委书记', approver: '市委组织部' }),
    anApprover({ scope: '四套班子、法检两长', approver: '区委书记' }),
    anApprover({ scope: 'department', kind: 'official', approver: '范立城' }),
    anApprover({ scope: '区直部门', approver: '区委书记、R003' }),
  ];
  test.each([
    [SECRETARY, '市委组织部', 'personal', 'ok'],
    [SECRETARY, '范立城', 'personal', 'notEntitled'],
    [EXECUTIVE, '周文远', 'personal', 'ok'],
    [EXECUTIVE, '范立城', 'personal', 'self'],
    [HEAD, '周文远', 'official', 'notEntitled'],
    [HEAD, '周文远', 'personal', 'ok'],
    [HEAD, '范立城', 'personal', 'ok'],
    [HEAD, '沈国栋', 'personal', 'self'],
    [
      aMember({ id: 'R009', name: '路人', category: 'subdistrict', post: null }),
      '谁',
      'sick',
      'noRule',
    ],
  ] as const)('%# %p', (member, approver, kind, expected) => {
    expect(approverEntitlement(bookOf({ approvers: rules }), member, { approver, kind })).toBe(
      expected,
    );
  });
});

describe('the person on leave, named by a post', () => {
  const rules = [anApprover({ approver: '区委书记、R003' })];
  const concernOf = (
    approver: string,
    roster: readonly ReturnType<typeof aMember>[],
    member = SECRETARY,
  ) =>
    approverEntitlement(bookOf({ approvers: rules, roster }), member, {
      approver,
      kind: 'personal',
      on: toDay('2026-03-04'),
    });
  const DEPUTY = aMember({ id: 'R010', name: '罗平', post: '区委副书记' });

  test.each([
    ['区委书记', SECRETARY, [SECRETARY, EXECUTIVE], 'self'],
    [
      '区委书记',
      SECRETARY,
      [SECRETARY, aMember({ id: 'R011', name: '前任', to: toDay('2026-03-03') })],
      'self',
    ],
    ['区委书记', SECRETARY, [SECRETARY, aMember({ id: 'R012', name: '空缺' })], 'self'],
    ['区委区委书记', SECRETARY, [SECRETARY], 'self'],
    ['常务副区长', EXECUTIVE, [SECRETARY, EXECUTIVE], 'self'],
    [
      '区委常委',
      EXECUTIVE,
      [EXECUTIVE, aMember({ id: 'R013', name: '林川', post: '区委常委、宣传部部长' })],
      'notEntitled',
    ],
    ['区委', SECRETARY, [SECRETARY, DEPUTY], 'notEntitled'],
    ['区委书记', DEPUTY, [SECRETARY, DEPUTY], 'ok'],
  ] as const)('as %s is %#', (approver, member, roster, expected) => {
    expect(concernOf(approver, roster, member)).toBe(expected);
  });

  it('is never suggested as approver', () => {
    const suggest = (member: typeof SECRETARY) =>
      suggestedApprover(bookOf({ approvers: rules }), member, {
        kind: 'personal',
        on: toDay('2026-03-04'),
      });
    expect([HEAD, SECRETARY, EXECUTIVE].map(suggest)).toEqual(['区委书记', 'R003', '区委书记']);
    const only = bookOf({ approvers: [anApprover({ approver: '区委书记' })] });
    expect(suggestedApprover(only, SECRETARY, { kind: null, on: toDay('2026-03-04') })).toBeNull();
  });
});

describe('the share of leave', () => {
  it('is reported of a request as it would become', () => {
    const days = Array.from({ length: 14 }, (_, week) => addDays(toDay('2026-03-06'), 7 * week));
    const schedule = days.map((date, index) => aSession({ id: `S${index}`, number: index, date }));
    const had = [aLeave({ sessionId: 'S0' }), aLeave({ id: 'L2', sessionId: 'S1' })];
    const said = (part: Parameters<typeof aLeave>[0]) => {
      const asked = aLeave({ id: 'L3', sessionId: 'S2', decision: null, decidedOn: null, ...part });
      const book = bookOf({ schedule, leave: [...had, asked] });
      const [entry] = book.entries.leave.slice(-1);
      return entry && findConcerns(book)(entry).map((found) => formatConcern(found, 'zh-CN'));
    };
    expect(said({})).toEqual(['准假后全年14期中请假3期，超过1/7']);
    expect(said({ minutes: 40 })).toEqual([]);
    expect(said({ sessionId: 'S1' })).toEqual(['本期另有已准的事假（L2）']);
    expect(said({ decision: 'refused' })).toEqual([]);
    expect(said({ decision: 'approved' })).toEqual(['全年14期中请假3期，超过1/7']);
  });

  const SEVENTH = { numerator: 1, denominator: 7 };
  test.each([
    [1, 7, false],
    [2, 7, true],
    [2, 14, false],
    [3, 14, true],
    [6, 6, false],
  ])('%i of %i sessions is too much: %p', (leaves, due, expected) => {
    expect(isTooMuch({ leaves, due }, SEVENTH)).toBe(expected);
  });

  it('counts the year’s whole sessions at which the person is due', () => {
    const days = Array.from({ length: 8 }, (_, week) => addDays(toDay('2026-03-06'), 7 * week));
    const schedule = [
      ...days.map((date, index) => aSession({ id: `S${index}`, number: index, date })),
      aSession({ id: 'S90', state: 'cancelled', date: toDay('2026-06-05') }),
      aSession({ id: 'S91', audience: '街道', date: toDay('2026-06-12') }),
      aSession({ id: 'S92', date: toDay('2027-01-08') }),
    ];
    const leave = [
      aLeave({ sessionId: 'S0' }),
      aLeave({ id: 'L2', sessionId: 'S0' }),
      aLeave({ id: 'L3', sessionId: 'S1', minutes: 30 }),
      aLeave({ id: 'L4', sessionId: 'S2', minutes: 150 }),
      aLeave({ id: 'L5', sessionId: 'S3', decision: 'refused' }),
      aLeave({ id: 'L6', sessionId: 'S92' }),
    ];
    expect(leaveShares(bookOf({ schedule, leave }))('R001', 2026)).toEqual({ leaves: 2, due: 8 });
    const more = aLeave({ id: 'L7', sessionId: 'S1', minutes: 120 });
    const together = bookOf({ schedule, leave: [...leave, more] });
    expect(leaveShares(together)('R001', 2026)).toEqual({ leaves: 3, due: 8 });
  });
});

describe('leave that waits for a clerk', () => {
  it('is pending, to be closed, or to be made up; of cancelled sessions nothing waits', () => {
    const schedule = [
      aSession({ state: 'held' }),
      aSession({ id: 'S02', state: 'cancelled' }),
      aSession({ id: 'S03', date: toDay('2026-03-13') }),
    ];
    const returned = { returnedOn: toDay('2026-03-09'), makeUp: '观看录像' };
    const leave = [
      aLeave({ id: 'L1', decision: null }),
      aLeave({ id: 'L2', sessionId: 'S02', decision: null }),
      aLeave({ id: 'L3' }),
      aLeave({ id: 'L4', sessionId: 'S03' }),
      aLeave({ id: 'L5', ...returned }),
      aLeave({ id: 'L6', ...returned, makeUpDone: toDay('2026-03-09') }),
    ];
    const { pending, toClose, toMakeUp, coming } = openLeave(bookOf({ schedule, leave }));
    expect(
      [pending, toClose, toMakeUp, coming].map((lines) => lines.map(({ cells }) => cells.id)),
    ).toEqual([['L1'], ['L3'], ['L5'], ['L4']]);
  });
});
