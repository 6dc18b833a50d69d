// A cadre who changed units: one id, two rows, one from the day after the other ends. Every rule looks at the row of its own day.
import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { headCounts } from '#core/attendance/head-counts';
import { renderFinding } from '#core/workbook/finding';
import { dueProblem } from '#core/leave/due-problem';
import { leaveLines } from '#core/leave/leave-line';
import { leaveShares } from '#core/leave/leave-share';
import { aLeave, aMark, aMember, anApprover, aSession } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const TODAY = toDay('2026-05-04');
const day = (value: string | null) => (value === null ? null : toDay(value));

/** At the development office until 31 March, at the finance office from 1 April. */
const MOVED = { id: 'R005', name: '邹景行', category: 'department' as const };
const before = aMember({
  ...MOVED,
  unit: '区发改局',
  post: '副局长',
  unitOrder: 30,
  to: toDay('2026-03-31'),
});
const after = aMember({
  ...MOVED,
  unit: '区财政局',
  post: '局长',
  unitOrder: 40,
  from: toDay('2026-04-01'),
});
const secretary = aMember();
const roster = [secretary, before, after];

const held = (id: string, date: string, part: Parameters<typeof aSession>[0] = {}) =>
  aSession({
    id,
    number: Number(id.slice(1)),
    date: toDay(date),
    speakerId: null,
    state: 'held',
    ...part,
  });
const schedule = [held('S01', '2026-03-27'), held('S02', '2026-04-03')];
const everybody = ['S01', 'S02'].flatMap((sessionId) =>
  ['R001', 'R005'].map((memberId) => aMark({ sessionId, memberId })),
);

describe('two rows with one id', () => {
  test.each<[string, string | null, string | null, string[]]>([
    [
      'W22 violating: valid together for a month',
      '2026-04-30',
      '2026-04-01',
      ['W22 roster 2 id', 'W22 roster 3 id'],
    ],
    ['W22 violating: neither has an end', null, null, ['W22 roster 2 id', 'W22 roster 3 id']],
    [
      'W22 boundary: both valid on one day',
      '2026-04-01',
      '2026-04-01',
      ['W22 roster 2 id', 'W22 roster 3 id'],
    ],
    ['W22 inside: the next day', '2026-03-31', '2026-04-01', []],
    ['W22 inside: with a gap between', '2026-03-15', '2026-04-01', []],
  ])('%s', (_, to, from, expected) => {
    const rows = [
      { ...before, to: day(to) },
      { ...after, from: day(from) },
    ];
    expect(placesIn(aWorkbook({ roster: rows }), 'W22')).toEqual(expected);
  });

  it('W22 names the rows that overlap, and none that does not overlap', () => {
    const rows = [
      { ...before, to: toDay('2026-01-31') },
      aMember({ ...MOVED, unit: '区统计局', from: toDay('2026-02-01'), to: toDay('2026-04-01') }),
      after,
    ];
    const found = findingsIn(aWorkbook({ roster: rows }), 'W22');
    expect(found.map(({ row, facts }) => [row, facts['rows']])).toEqual([
      [3, '3、4'],
      [4, '3、4'],
    ]);
  });

  it('W22 is one id for two people, also when one follows the other', () => {
    const rows = [before, { ...after, name: '温若水' }];
    const [found] = findingsIn(aWorkbook({ roster: rows }), 'W22');
    expect(found && renderFinding(found, 'zh-CN').message).toBe(
      '编号“R005”先后用于不同的人：邹景行、温若水（第2、3行）。',
    );
    expect(placesIn(aWorkbook({ roster: [before, { ...after, name: '邹 景行' }] }), 'W22')).toEqual(
      [],
    );
  });

  it('W22 says nothing of days that cannot be read, which are reported already', () => {
    const tables = withCellIn(
      aWorkbook({ roster: [before, after] }),
      { tab: 'roster', row: 2, column: 'to' },
      '三月底',
    );
    expect(placesIn(tables)).toEqual(['V01 roster 2 to']);
  });
});

describe('a cadre who moved', () => {
  it('V34 V32 W22: has no finding for marks before and after', () => {
    expect(placesIn(aWorkbook({ roster, schedule, attendance: everybody }), '', TODAY)).toEqual([]);
  });

  it('V34 is not on the roster between two terms, nor before the first', () => {
    const gap = [secretary, { ...before, to: toDay('2026-03-20') }, after];
    const found = findingsIn(
      aWorkbook({ roster: gap, schedule, attendance: everybody }),
      'V34',
      TODAY,
    );
    expect(found.map((one) => renderFinding(one, 'zh-CN').message)).toEqual([
      '2026-03-27当天“R005”（邹景行）不在册。',
    ]);
  });

  it('V32 is missed when not marked after the move', () => {
    const marks = everybody.filter(
      ({ sessionId, memberId }) => `${sessionId}${memberId}` !== 'S02R005',
    );
    const [found] = findingsIn(aWorkbook({ roster, schedule, attendance: marks }), 'V32', TODAY);
    expect(found?.facts).toMatchObject({ due: 2, present: 1, missing: 1, names: '邹景行' });
  });

  test.each([
    ['V32 inside: for the old unit before the move', '2026-03-27', '区发改局', []],
    [
      'V32 inside: for the old unit after the move, who is not due',
      '2026-04-03',
      '区发改局',
      ['V34 attendance 2 memberId'],
    ],
    ['V32 inside: for the new unit after the move', '2026-04-03', '区财政局', []],
    [
      'V32 violating: nobody else of the new unit is marked',
      '2026-04-03',
      '区财政局、四套班子',
      ['V32 schedule 2 state'],
    ],
  ])('%s', (_, date, audience, expected) => {
    const tables = aWorkbook({
      roster,
      schedule: [held('S01', date, { audience })],
      attendance: [aMark({ memberId: 'R005' })],
    });
    expect(placesIn(tables, 'V', TODAY).filter((place) => !place.startsWith('V33'))).toEqual(
      expected,
    );
  });

  it('counts once among those due, in the unit of the day', () => {
    const { book } = readBook(
      aWorkbook({ roster, schedule: [held('S01', '2026-04-03', { audience: '区财政局' })] }),
      TODAY,
    );
    const counts = headCounts(book);
    expect(counts.due('S01')).toBe(1);
  });
});

describe('leave of a cadre who moved', () => {
  const leave = aLeave({
    memberId: 'R005',
    sessionId: 'S02',
    approver: '周文远',
    decidedOn: toDay('2026-04-02'),
  });
  const approvers = [
    anApprover({ scope: '区财政局', approver: '区财政局分管区长' }),
    anApprover({ scope: '区发改局', approver: '区委书记' }),
  ];

  it('V34 for a session after the move is on the roster', () => {
    expect(placesIn(aWorkbook({ roster, schedule, leave: [leave] }), 'V34', TODAY)).toEqual([]);
  });

  it('V31 is approved by the approver of the post on the day of the decision', () => {
    const of = (decidedOn: string) =>
      placesIn(
        aWorkbook({
          roster,
          schedule,
          approvers,
          leave: [{ ...leave, decidedOn: toDay(decidedOn) }],
        }),
        'V31',
        TODAY,
      );
    expect(of('2026-03-31')).toEqual([]);
    expect(of('2026-04-01')).toEqual(['V31 leave 2 approver']);
  });

  it('V31 is not approved by somebody who has left the post by then', () => {
    const of = (to: string) =>
      placesIn(
        aWorkbook({
          roster: [{ ...secretary, to: toDay(to) }, before, after],
          schedule,
          approvers: [anApprover()],
          leave: [leave],
        }),
        'V31',
        TODAY,
      );
    expect(of('2026-04-02')).toEqual([]);
    expect(of('2026-04-01')).toEqual(['V31 leave 2 approver']);
  });

  it('can be approved, unless the person was not there that day or the session is for the other unit', () => {
    const { book } = readBook(
      aWorkbook({
        roster,
        schedule: [...schedule, held('S03', '2026-04-10', { audience: '区发改局' })],
      }),
      TODAY,
    );
    const asked = { kind: 'personal' as const, memberId: 'R005' };
    expect(dueProblem(book, { ...asked, sessionId: 'S01' })).toBeNull();
    expect(dueProblem(book, { ...asked, sessionId: 'S02' })).toBeNull();
    expect(dueProblem(book, { ...asked, sessionId: 'S03' })).toBe('notDue');
  });

  it('is in the register under the unit of the session’s day', () => {
    const { book } = readBook(
      aWorkbook({ roster, schedule, leave: [{ ...leave, id: 'L002', sessionId: 'S01' }, leave] }),
      TODAY,
    );
    expect(leaveLines(book).map(({ date, member }) => [date, member.unit])).toEqual([
      ['2026-03-27', '区发改局'],
      ['2026-04-03', '区财政局'],
    ]);
  });

  it('V33 is measured against the sessions of both terms', () => {
    const year = Array.from({ length: 8 }, (_, index) =>
      held(`S0${index + 1}`, index < 4 ? `2026-03-0${index + 1}` : `2026-04-0${index - 3}`),
    );
    const leaves = ['S02', 'S06'].map((sessionId, index) => ({
      ...leave,
      id: `L00${index}`,
      sessionId,
    }));
    const tables = aWorkbook({ roster, schedule: year, leave: leaves });
    expect(leaveShares(readBook(tables, TODAY).book)('R005', 2026)).toEqual({ leaves: 2, due: 8 });
    const found = findingsIn(tables, 'V33', TODAY).filter(({ tab }) => tab === 'roster');
    expect(found.map(({ row, facts }) => [row, facts['total'], facts['leaves']])).toEqual([
      [4, 8, 2],
    ]);
  });
});
