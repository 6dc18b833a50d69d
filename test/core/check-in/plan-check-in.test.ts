import { describe, expect, it, test } from '@jest/globals';
import { toClockTime, toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { identify } from '#core/check-in/identify';
import { planCheckIns } from '#core/check-in/plan-check-in';
import { aLeave, aMark, aMember, aSession } from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';
import { toTimedSession } from '#core/model/session';

const PEOPLE = [
  aMember({ phone: '000-0000-0001' }),
  aMember({ id: 'R002', name: '沈国栋', phone: '13800000002', category: 'department' }),
  aMember({ id: 'R003', name: '沈国栋', phone: '000-0000-0003' }),
  aMember({ id: 'R004', name: '范立城', phone: '000-0000-0009' }),
  aMember({ id: 'R005', name: '范立城', phone: '111-1111-0009' }),
  aMember({ id: 'R006', name: '柳叶青', phone: null }),
  aMember({ id: 'R007', name: '甄若谷', phone: '000-0000-0007', to: toDay('2026-03-05') }),
  aMember({ id: 'R008', name: '买买提·艾力', phone: '000-0000-0008' }),
];
const factsOf = (rows: Parameters<typeof aWorkbook>[0] = {}) => {
  const tables = aWorkbook({ roster: PEOPLE, schedule: [aSession()], ...rows });
  const { book } = readBook(tables, toDay('2026-03-06'));
  const entry = book.sessions.get('S01');
  const session = entry && toTimedSession(entry);
  if (!session) throw new Error('the builder’s session can be held');
  return { book, session, snapshot: aSnapshot(tables) };
};

describe('who checks in', () => {
  test.each([
    ['周文远', '0001', 'R001'],
    [' 周　文 远 ', ' ０００１ ', 'R001'],
    ['周文远', '0002', null],
    ['周文远', '', null],
    ['周文远', '001', null],
    ['周文远', '00001', null],
    ['', '0001', null],
    ['沈国栋', '0002', 'R002'],
    ['沈国栋', '0003', 'R003'],
    ['范立城', '0009', null],
    // The whole number says which of two with the same last digits it is.
    ['范立城', '111-1111-0009', 'R005'],
    ['周文远', '000-0000-0001', 'R001'],
    ['周文远', '０００００００００１', null],
    ['沈国栋', '138 0000 0002', 'R002'],
    ['沈国栋', '+86 138 0000 0002', 'R002'],
    ['沈国栋', '0086 13800000002', 'R002'],
    ['沈国栋', '13900000002', null],
    ['沈国栋', '800000002', null],
    ['柳叶青', '13800000002', null],
    ['柳叶青', '', null],
    ['买买提·艾力', '0008', 'R008'],
    ['买买提・艾力', '0008', 'R008'],
    ['买买提•艾力', '0008', 'R008'],
    ['买买提 ‧ 艾力', '0008', 'R008'],
    ['买买提艾力', '0008', null],
    ['甄若谷', '0007', null],
  ])('%p with %p is %p', (name, digits, id) => {
    const { book, session } = factsOf();
    expect(identify(book, session, { name, digits })).toBe(id);
  });

  it('is nobody whom the session is not for', () => {
    const { book, session } = factsOf({ schedule: [aSession({ audience: '区直部门' })] });
    expect(identify(book, session, { name: '周文远', digits: '0001' })).toBeNull();
    expect(identify(book, session, { name: '沈国栋', digits: '0002' })).toBe('R002');
  });
});

const claim = (time: string, name = '周文远', digits = '0001') => ({
  name,
  digits,
  at: '2026-03-06T06:20:00.000Z',
  time: toClockTime(time),
});

describe('the mark of a person who checks in', () => {
  test.each([
    ['14:20', '出勤', [['S01', 'R001', '出勤', 860 / 1440, null, null, null]]],
    ['14:35', '出勤', [['S01', 'R001', '出勤', 875 / 1440, null, null, null]]],
    ['14:36', '迟到', [['S01', 'R001', '迟到', 876 / 1440, null, 6, null]]],
  ])('at %s is %s', (time, status, rows) => {
    const { results, changes } = planCheckIns(factsOf(), [claim(time)]);
    expect(results).toEqual([{ outcome: 'in', name: '周文远', status, time }]);
    expect(changes).toEqual([{ kind: 'appendRows', sheetId: 2, firstRow: 1, isFirst: true, rows }]);
  });

  test.each([
    ['14:44', null, '迟到', 14],
    ['14:44', 30, '出勤', 30],
    ['15:06', 30, '迟到', 36],
  ])('at %s with leave for %p minutes is %s', (time, minutes, ...expected) => {
    const facts = factsOf({ leave: minutes === null ? [] : [aLeave({ minutes })] });
    const { changes } = planCheckIns(facts, [claim(time)]);
    const [status, missed] = expected;
    expect(changes).toMatchObject([
      { rows: [['S01', 'R001', status, expect.any(Number), null, missed, null]] },
    ]);
  });

  test.each([
    ['出勤', 'again'],
    ['迟到', 'again'],
    ['缺席', 'kept'],
    ['免训', 'kept'],
    ['到', 'kept'],
  ])('stays %s', (status, outcome) => {
    const facts = factsOf({ attendance: [aMark({ status, in: toClockTime('14:01') })] });
    const { results, changes } = planCheckIns(facts, [claim('14:50')]);
    expect([results[0]?.outcome, changes]).toEqual([outcome, []]);
  });

  it('replaces leave, and the log has it', () => {
    const facts = factsOf({ attendance: [aMark({ status: '事假', remark: '原定出差' })] });
    const { changes } = planCheckIns(facts, [claim('14:20')]);
    expect(changes).toEqual([
      {
        kind: 'writeCells',
        sheetId: 2,
        firstRow: 1,
        firstColumn: 0,
        rows: [[undefined, undefined, '出勤', 860 / 1440]],
      },
      {
        kind: 'appendRows',
        sheetId: facts.snapshot.tables.log?.sheetId,
        firstRow: 1,
        isFirst: true,
        rows: [
          ['2026-03-06T06:20:00.000Z', '扫码签到', '扫码签到', 'S01 R001 周文远', '事假', '出勤'],
        ],
      },
    ]);
  });

  it('is one, however often and at whatever times a person is in one write', () => {
    const claims = [
      claim('14:20'),
      claim('14:40'),
      claim('14:41', '谁'),
      claim('14:36', '沈国栋', '0003'),
    ];
    const { results, changes } = planCheckIns(factsOf(), claims);
    expect(results.map(({ outcome }) => outcome)).toEqual(['in', 'again', 'unknown', 'in']);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      rows: [
        ['S01', 'R001', '出勤'],
        ['S01', 'R003', '迟到'],
      ].map((row) => expect.arrayContaining(row)),
    });
  });
});
