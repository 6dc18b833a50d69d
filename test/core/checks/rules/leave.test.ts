import { describe, expect, it, test } from '@jest/globals';
import { addDays, toClockTime, toDay } from '#core/calendar/day';
import { leaveShares } from '#core/leave/leave-share';
import { readBook } from '#core/model/book';
import { renderFinding } from '#core/workbook/finding';
import { aLeave, aMark, aMember, anApprover, aSession } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aWorkbook } from '#test/support/builders/tables';

const roster = [aMember(), aMember({ id: 'R002', name: '沈国栋', unit: '区人大' })];
const schedule = [aSession({ speakerId: null })];
type Part = Parameters<typeof aLeave>[0];
const codes = (part: Part, only: string, today = '2026-03-02'): string[] =>
  placesIn(aWorkbook({ roster, schedule, leave: [aLeave(part)] }), only, toDay(today));

describe('a leave', () => {
  test.each([
    [{}, []],
    [{ approver: null }, ['V30 leave 2 approver']],
    [{ decidedOn: null }, ['V30 leave 2 decidedOn']],
    [{ decidedOn: toDay('2026-03-06') }, []],
    [{ decidedOn: toDay('2026-03-07') }, ['V30 leave 2 decidedOn']],
    [{ kind: 'sick' as const }, ['V30 leave 2 proof']],
    [{ kind: 'sick' as const, proof: '区医院诊断书' }, []],
    [{ kind: 'official' as const }, ['V30 leave 2 proof']],
    [{ kind: 'official' as const, decision: 'refused' as const }, []],
    [{ decision: 'pending' as const, approver: null, decidedOn: null }, []],
    [{ decision: null, approver: null, decidedOn: null }, []],
  ])('with %j gives %j', (part, expected) => {
    expect(codes(part, 'V30')).toEqual(expected);
  });

  it('decided after the session had begun is a warning that says what was done, and takes a reason', () => {
    const late = (part: Part) =>
      findingsIn(aWorkbook({ roster, schedule, leave: [aLeave(part)] }), 'V30').map((found) => [
        found.rule.severity,
        renderFinding(found, 'zh-CN').message,
      ]);
    const on = { decidedOn: toDay('2026-03-06'), decidedAt: toClockTime('16:30') };
    expect(late({ ...on, markBefore: '缺席' })).toEqual([
      ['warning', '2026-03-06 16:30才审批，晚于上课时间2026-03-06；考勤已由“缺席”改为“事假”。'],
    ]);
    expect(late({ ...on, minutes: 40, markBefore: '0′→40′' })).toEqual([
      ['warning', '2026-03-06 16:30才审批，晚于上课时间2026-03-06；考勤已记缺课40分钟。'],
    ]);
    expect(late({ ...on, minutes: 40, markBefore: '40′' })).toEqual([
      ['warning', '2026-03-06 16:30才审批，晚于上课时间2026-03-06；考勤没有因此改动。'],
    ]);
    expect(late({ decidedOn: toDay('2026-03-07') })).toEqual([
      ['warning', '2026-03-07才审批，晚于上课时间2026-03-06；考勤没有因此改动。'],
    ]);
    expect(late({ ...on, decidedAt: toClockTime('14:30') })).toEqual([]);
    expect(late({ ...on, decision: 'refused' })).toEqual([]);
  });

  test.each([
    ['2026-03-06', []],
    ['2026-03-07', ['V30 leave 2 decision']],
  ])('still undecided on %s, the session being on 2026-03-06, gives %j', (today, expected) => {
    expect(codes({ decision: 'pending', approver: null, decidedOn: null }, 'V30', today)).toEqual(
      expected,
    );
  });

  it('may not be approved by the person who asks', () => {
    expect(codes({ approver: '周 文远' }, 'V31')).toEqual(['V31 leave 2 approver']);
    expect(codes({ approver: 'R001' }, 'V31')).toEqual(['V31 leave 2 approver']);
    expect(codes({ approver: '区委区委书记' }, 'V31')).toEqual(['V31 leave 2 approver']);
    expect(codes({ approver: '沈国栋' }, 'V31')).toEqual([]);
  });

  test.each([
    ['周文远', []],
    ['区委书记', []],
    ['韩雪', ['V31 leave 2 approver']],
    ['沈国栋', ['V31 leave 2 approver']],
  ])('approved by %s, where the secretary decides, gives %j', (approver, expected) => {
    const leave = [aLeave({ memberId: 'R002', approver })];
    const approvers = [anApprover({ scope: '区人大' })];
    expect(placesIn(aWorkbook({ roster, schedule, leave, approvers }), 'V31')).toEqual(expected);
  });

  it('that was cancelled needs neither approver nor proof', () => {
    const part = { kind: 'sick', decision: 'cancelled', approver: null, decidedOn: null } as const;
    expect([codes(part, 'V30'), codes({ ...part, approver: 'R001' }, 'V31')]).toEqual([[], []]);
  });

  it('has the time to be made up in that the settings give', () => {
    const settings = [{ name: '补课期限(天)', value: '10' }];
    const book = aWorkbook({ roster, schedule, settings, leave: [aLeave({ makeUp: '看录像' })] });
    expect(placesIn(book, 'V33', toDay('2026-03-16'))).toEqual([]);
    expect(placesIn(book, 'V33', toDay('2026-03-17'))).toEqual(['V33 leave 2 makeUpDone']);
  });

  test.each([
    ['2026-04-05', null, []],
    ['2026-04-06', null, ['V33 leave 2 makeUpDone']],
    ['2026-04-06', '2026-04-06', []],
  ])('on %s, made up %s, gives %j', (today, done, expected) => {
    const part = { makeUpDone: done === null ? null : toDay(done) };
    expect(codes(part, 'V33', today)).toEqual(expected); // 30 days after 2026-03-06 is 2026-04-05
  });

  it('names the person where a make-up, a decision or a proof is missing', () => {
    const message = (part: Part, code: string) =>
      findingsIn(
        aWorkbook({ roster, schedule, leave: [aLeave(part)] }),
        code,
        toDay('2026-06-01'),
      ).map((found) => renderFinding(found, 'zh-CN').message);
    expect(message({}, 'V33')).toEqual([
      '周文远：2026-03-06的课应在30天内补学，已过2026-04-05仍未完成。',
    ]);
    const open = { decision: 'pending', approver: null, decidedOn: null } as const;
    expect(message(open, 'V30')).toEqual(['周文远：2026-03-06的课已上，请假还没有审批。']);
    expect(message({ kind: 'sick' }, 'V30')).toEqual(['周文远的病假没有证明材料。']);
    expect(message({ ...open, memberId: 'R999' }, 'V30')).toEqual([
      'R999：2026-03-06的课已上，请假还没有审批。',
    ]);
  });

  test.each([
    ['区人大', {}, ['V34 leave 2 memberId']],
    ['区人大', { decision: 'pending' as const }, ['V34 leave 2 memberId']],
    ['区人大', { decision: 'cancelled' as const }, []],
    ['区委、区人大', {}, []],
    ['全体', {}, []],
  ])('from a session for %s, with %j, gives %j', (audience, part, expected) => {
    const called = [aSession({ speakerId: null, audience })];
    const tables = aWorkbook({ roster, schedule: called, leave: [aLeave(part)] });
    expect(placesIn(tables, 'V34')).toEqual(expected);
  });

  it('is for people on the roster that day', () => {
    const gone = [aMember({ to: toDay('2026-03-05') })];
    expect(placesIn(aWorkbook({ roster: gone, schedule, leave: [aLeave()] }), 'V34')).toEqual([
      'V34 leave 2 memberId',
    ]);
  });
});

describe('a mark of leave', () => {
  const mark = (status: string, leave: ReturnType<typeof aLeave>[]): string[] =>
    placesIn(aWorkbook({ roster, schedule, leave, attendance: [aMark({ status })] }), 'V30');

  test.each([
    ['事假', {}, []],
    ['personal', {}, []],
    ['病假', {}, ['V30 attendance 2 status']],
    ['事假', { memberId: 'R002' }, ['V30 attendance 2 status']],
    ['事假', { decision: 'refused' as const }, ['V30 attendance 2 status']],
    ['事假', { minutes: 30 }, ['V30 attendance 2 status']],
    ['事假', { minutes: 150 }, []],
    ['出勤', { memberId: 'R002' }, []],
    ['缺席', { memberId: 'R002' }, []],
  ])('%s with a leave of %j gives %j', (status, part, expected) => {
    expect(mark(status, [aLeave(part)])).toEqual(expected);
  });

  it('is covered by parts that together are the whole session', () => {
    const parts = (minutes: number) => [aLeave({ minutes: 75 }), aLeave({ id: 'L002', minutes })];
    expect(mark('事假', parts(75))).toEqual([]);
    expect(mark('事假', parts(74))).toEqual(['V30 attendance 2 status']);
  });

  it('is taken as it is where no leave register is kept', () => {
    expect(mark('事假', [])).toEqual([]);
  });

  it('of a session before the first one with leave in the register is taken as it is', () => {
    const days = ['2026-03-06', '2026-03-13', '2026-03-20'].map(toDay);
    const sessions = days.map((date, index) =>
      aSession({ id: `S0${index + 1}`, number: index + 1, speakerId: null, date }),
    );
    const attendance = sessions.map(({ id }) => aMark({ sessionId: id, status: '事假' }));
    const found = (...leave: ReturnType<typeof aLeave>[]): string[] =>
      placesIn(aWorkbook({ roster, schedule: sessions, leave, attendance }), 'V30').filter(
        (place) => place.includes('attendance'),
      );
    const [third, first] = [aLeave({ sessionId: 'S03' }), aLeave({ id: 'L002', sessionId: 'S01' })];
    expect(found(third)).toEqual([]);
    expect(found(third, first)).toEqual(['V30 attendance 3 status']);
    expect(found(first)).toEqual(['V30 attendance 3 status', 'V30 attendance 4 status']);
    expect(found(aLeave({ sessionId: 'S99' }))).toEqual([]);
  });
});

describe('leave in a year', () => {
  /** So many weekly sessions, and leave for the first few of them. */
  function year(
    sessions: number,
    leaves: number,
    decision: 'approved' | 'refused' = 'approved',
  ): string[] {
    const dates = Array.from({ length: sessions }, (_, index) =>
      addDays(toDay('2026-03-06'), index * 7),
    );
    const rows = dates.map((date, index) =>
      aSession({ id: `S${index}`, number: index + 1, speakerId: null, date }),
    );
    const leave = rows
      .slice(0, leaves)
      .map(({ id }, index) => aLeave({ id: `L${index}`, sessionId: id, decision }));
    return placesIn(aWorkbook({ roster, schedule: rows, leave }), 'V33');
  }

  test.each([
    [6, 2, []],
    [7, 1, []],
    [7, 2, ['V33 roster 2 name']],
    [13, 2, ['V33 roster 2 name']],
    [14, 2, []],
    [40, 5, []],
    [40, 6, ['V33 roster 2 name']],
  ])('of %d sessions with %d on leave gives %j', (sessions, leaves, expected) => {
    expect(year(sessions, leaves)).toEqual(expected); // 40 / 7 = 5.7
  });

  it('is counted as where a leave is decided: two rows of one session are one session', () => {
    const session = (id: string, week: number) =>
      aSession({ id, speakerId: null, date: addDays(toDay('2026-03-06'), week * 7) });
    const schedule = [0, 1, 2, 3, 4, 5, 6].map((week) => session(`S${week}`, week));
    const doubled = [...schedule, session('S0', 0)];
    const leave = [aLeave({ sessionId: 'S0' })];
    const tables = aWorkbook({ roster, schedule: doubled, leave });
    const { book } = readBook(tables, toDay('2026-03-02'));
    expect(leaveShares(book)(leave[0]!.memberId, 2026)).toEqual({ leaves: 1, due: 7 });
    expect(placesIn(tables, 'V33')).toEqual([]);
    const two = aWorkbook({
      roster,
      schedule: doubled,
      leave: [...leave, aLeave({ id: 'L2', sessionId: 'S1' })],
    });
    expect(findingsIn(two, 'V33')[0]?.facts).toMatchObject({ total: 7, leaves: 2 });
  });

  it('that was refused does not count', () => {
    expect(year(7, 3, 'refused')).toEqual([]);
  });

  it('is reported with its numbers', () => {
    const rows = Array.from({ length: 7 }, (_, index) =>
      aSession({
        id: `S${index}`,
        number: index + 1,
        speakerId: null,
        date: addDays(toDay('2026-03-06'), index * 7),
      }),
    );
    const leave = rows
      .slice(0, 2)
      .map(({ id }, index) => aLeave({ id: `L${index}`, sessionId: id }));
    const [found] = findingsIn(aWorkbook({ roster, schedule: rows, leave }), 'V33');
    expect(found?.facts).toEqual({ year: '2026', total: 7, leaves: 2, limit: '1/7' });
  });
});
