import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { attendanceRows, statusWords } from '#core/model/attendance-rows';
import { applyLeave, restoreMark, type LeaveMark, type MarkPlan } from '#core/leave/mark-plan';
import { aMark } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const { book } = readBook(aWorkbook(), toDay('2026-03-09'));
const tools = { statuses: statusWords(book), language: 'zh-CN' } as const;
const leave = (part: Partial<LeaveMark> = {}): LeaveMark => ({
  kind: 'personal',
  markBefore: null,
  sessionId: 'S01',
  memberId: 'R001',
  isHeld: true,
  ...part,
});
const rowsOf = (...marks: Parameters<typeof aMark>[0][]) => {
  const read = readBook(aWorkbook({ attendance: marks.map((mark) => aMark(mark)) }), book.today);
  return attendanceRows(read.book)('S01', 'R001');
};
const told = (plan: MarkPlan) =>
  plan.kind === 'change' ? [plan.rows, plan.values, plan.before, plan.after] : plan.kind;

describe('leave that comes to count', () => {
  test.each([
    ['absent', [{ status: '缺席' }], [[2], { status: '事假' }, '缺席', '事假']],
    ['absent by code', [{ status: 'absent' }], [[2], { status: '事假' }, 'absent', '事假']],
    ['another leave', [{ status: '病假' }], [[2], { status: '事假' }, '病假', '事假']],
    ['on this leave already', [{ status: '事假' }], 'none'],
    ['present', [{ status: '出勤' }], 'attended'],
    ['late', [{ status: '迟到' }], 'attended'],
    ['exempt', [{ status: '免训' }], 'kept'],
    ['by no known word', [{ status: '到' }], 'unclear'],
    ['twice and differently', [{ status: '缺席' }, { status: '出勤' }], 'unclear'],
    [
      'twice alike',
      [{ status: '缺席' }, { status: '缺席' }],
      [[2, 3], { status: '事假' }, '缺席', '事假'],
    ],
  ])('of a person marked %s', (_, marks, expected) => {
    expect(told(applyLeave(leave(), rowsOf(...marks), tools))).toEqual(expected);
  });

  it('adds the mark of a held session that has none, and none before it is held', () => {
    const added = [[], { sessionId: 'S01', memberId: 'R001', status: '事假' }, '未登记', '事假'];
    expect(told(applyLeave(leave(), [], tools))).toEqual(added);
    expect(told(applyLeave(leave({ isHeld: false }), [], tools))).toBe('none');
  });

  it('says so when the workbook has no status for it', () => {
    const only = readBook(aWorkbook({ statuses: [] }), book.today).book;
    const none = { ...tools, statuses: statusWords(only) };
    expect(told(applyLeave(leave(), rowsOf({ status: '缺席' }), none))).toBe('noStatus');
  });

  test.each([
    ['no other leave', null, '病假'],
    ['another leave over an absence', '缺席', '缺席'],
    ['another leave over nothing', '未登记', '未登记'],
  ])('in place of %s remembers what stood before all leave', (_, markBefore, remembered) => {
    const plan = applyLeave(leave({ markBefore }), rowsOf({ status: '病假' }), tools);
    expect(plan).toMatchObject({ values: { status: '事假' }, markBefore: remembered });
  });

  it('remembers what a clerk entered over an older leave', () => {
    const plan = applyLeave(leave({ markBefore: '缺席' }), rowsOf({ status: 'absent' }), tools);
    expect(plan).toMatchObject({ markBefore: 'absent' });
  });
});

describe('leave that no longer counts', () => {
  const ON_LEAVE = { status: '事假' };
  test.each([
    ['the mark it replaced', '缺席', ON_LEAVE, [[2], { status: '缺席' }, '事假', '缺席']],
    [
      'no mark',
      '未登记',
      ON_LEAVE,
      [[2], { sessionId: null, memberId: null, status: null }, '事假', '未登记'],
    ],
    [
      'no mark, in English',
      'Not recorded',
      ON_LEAVE,
      [[2], { sessionId: null, memberId: null, status: null }, '事假', '未登记'],
    ],
    [
      'a mark nobody knows',
      null,
      ON_LEAVE,
      [[2], { sessionId: null, memberId: null, status: null }, '事假', '未登记'],
    ],
    [
      'no mark, but keeps a remark',
      null,
      { status: '事假', remark: '来过' },
      [[2], { status: null }, '事假', '未登记'],
    ],
    ['nothing when a clerk changed it since', '缺席', { status: '出勤' }, 'kept'],
    [
      'the mark it replaced, though its kind was corrected since',
      '缺席',
      { status: '公差' },
      [[2], { status: '缺席' }, '公差', '缺席'],
    ],
    ['nothing when the same stood there before', '事假', ON_LEAVE, 'none'],
    ['nothing when it never changed a mark', null, { status: '缺席' }, 'none'],
  ])('gives back %s', (_, markBefore, mark, expected) => {
    expect(told(restoreMark(leave({ markBefore }), rowsOf(mark), tools))).toEqual(expected);
  });

  it('gives back exactly what it took, whatever that was', () => {
    const word = fc.constantFrom('缺席', 'absent', '病假', '公差', 'sick');
    fc.assert(
      fc.property(word, fc.constantFrom('personal', 'sick', 'official'), (status, kind) => {
        const taken = applyLeave(leave({ kind }), rowsOf({ status }), tools);
        if (taken.kind !== 'change') return;
        const now = rowsOf({ status: taken.after });
        const back = restoreMark(leave({ kind, markBefore: taken.markBefore }), now, tools);
        expect(back).toMatchObject({ kind: 'change', values: { status } });
      }),
    );
  });
});
