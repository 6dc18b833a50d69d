import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { findingsIn, MONDAY, placesIn } from '#test/support/builders/places';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const people = [
  aMember(),
  aMember({ id: 'R002', name: '沈国栋', unit: '区人大', personOrder: 20 }),
  aMember({ id: 'R003', name: '韩雪', unit: '区政府', personOrder: 30 }),
];
const schedule = [aSession({ speakerId: null })];
const held = [aSession({ speakerId: null, state: 'held', date: toDay('2026-02-27') })];

describe('an attendance status', () => {
  test.each([
    ['出勤', []],
    ['present', []],
    ['PRESENT', []],
    ['出 勤', []],
    ['到', ['V29 attendance 2 status']],
    ['√', ['V29 attendance 2 status']],
  ])('%s gives %j', (status, expected) => {
    expect(
      placesIn(aWorkbook({ roster: people, schedule, attendance: [aMark({ status })] }), 'V29'),
    ).toEqual(expected);
  });

  it('is not called unknown while a row of the statuses tab cannot be read', () => {
    const tables = aWorkbook({ roster: people, schedule, attendance: [aMark({ status: '到' })] });
    expect(
      placesIn(withCellIn(tables, { tab: 'statuses', row: 3, column: 'label' }, '#N/A'), 'V29'),
    ).toEqual([]);
  });

  it('names what may be chosen', () => {
    const [found] = findingsIn(
      aWorkbook({ roster: people, schedule, attendance: [aMark({ status: '到' })] }),
      'V29',
    );
    expect(found?.facts).toMatchObject({ choices: '出勤、迟到、公差、病假、事假、缺席、免训' });
  });
});

describe('a person with two rows for one session', () => {
  it('is reported in every row, naming another', () => {
    const attendance = [aMark(), aMark({ memberId: 'R002' }), aMark({ status: '缺席' }), aMark()];
    const found = findingsIn(aWorkbook({ roster: people, schedule, attendance }), 'V29');
    expect(found.map(({ row, facts }) => [row, facts['other']])).toEqual([
      [2, 5],
      [4, 2],
      [5, 2],
    ]);
  });

  it('is found among ids too many for a table of all pairs', () => {
    const attendance = Array.from({ length: 400 }, (_, index) =>
      aMark({ sessionId: `S${index}`, memberId: `R${index}` }),
    );
    const found = findingsIn(
      aWorkbook({
        roster: people,
        schedule,
        attendance: [...attendance, aMark({ sessionId: 'S7', memberId: 'R7' })],
      }),
      'V29',
    );
    expect(found.map(({ row }) => row)).toEqual([9, 402]);
  });
});

describe('a person in the attendance', () => {
  test.each([
    [{ from: toDay('2026-03-06') }, []],
    [{ from: toDay('2026-03-07') }, ['V34 attendance 2 memberId']],
    [{ to: toDay('2026-03-06') }, []],
    [{ to: toDay('2026-03-05') }, ['V34 attendance 2 memberId']],
    [{ name: '空缺' }, ['V34 attendance 2 memberId']],
  ])('with %j on the roster and a session on 2026-03-06 gives %j', (part, expected) => {
    const tables = aWorkbook({ roster: [aMember(part)], schedule, attendance: [aMark()] });
    expect(placesIn(tables, 'V34')).toEqual(expected);
  });

  it('is not checked while the roster’s dates or the session’s day cannot be read', () => {
    const tables = aWorkbook({
      roster: [aMember({ to: toDay('2026-03-05') })],
      schedule,
      attendance: [aMark()],
    });
    expect(
      placesIn(withCellIn(tables, { tab: 'roster', row: 2, column: 'to' }, '?'), 'V34'),
    ).toEqual([]);
    expect(
      placesIn(withCellIn(tables, { tab: 'schedule', row: 2, column: 'date' }, '?'), 'V34'),
    ).toEqual([]);
  });
});

describe('应到 = 实到 + 请假 + 缺席', () => {
  const marks = [
    aMark(),
    aMark({ memberId: 'R002', status: '事假' }),
    aMark({ memberId: 'R003', status: '缺席' }),
  ];
  const balance = (attendance: typeof marks, rows: Parameters<typeof aWorkbook>[0] = {}) =>
    findingsIn(aWorkbook({ roster: people, schedule: held, attendance, ...rows }), 'V32');

  it('holds when everybody due has a row', () => {
    expect(balance(marks)).toEqual([]);
  });

  it('does not apply when somebody has none, and shows the count', () => {
    const [found, ...rest] = balance(marks.slice(0, 2));
    expect(found).toMatchObject({
      tab: 'schedule',
      row: 2,
      facts: { due: 3, present: 1, leave: 1, absent: 0, missing: 1, names: '韩雪' },
    });
    expect(rest).toEqual([]);
  });

  it('counts only people due that day and called', () => {
    const roster = [
      ...people.slice(0, 2),
      aMember({ id: 'R003', name: '韩雪', unit: '区政府', from: toDay('2026-03-01') }),
    ];
    expect(balance(marks.slice(0, 2), { roster })).toEqual([]);
    const schedule = [
      aSession({
        speakerId: null,
        state: 'held',
        date: toDay('2026-02-27'),
        audience: '区委、区人大',
      }),
    ];
    expect(balance(marks.slice(0, 2), { schedule })).toEqual([]);
  });

  it('leaves out people who are exempt', () => {
    const [found] = balance([aMark({ status: '免训' }), aMark({ memberId: 'R002' })]);
    expect(found?.facts).toMatchObject({ due: 2, present: 1, missing: 1 });
  });

  it('is not checked before the session is held', () => {
    const planned = [aSession({ speakerId: null, date: toDay('2026-02-27') })];
    expect(balance([], { schedule: planned })).toEqual([]);
    const tomorrow = [aSession({ speakerId: null, state: 'held', date: toDay('2026-03-03') })];
    expect(findingsIn(aWorkbook({ roster: people, schedule: tomorrow }), 'V32', MONDAY)).toEqual(
      [],
    );
  });

  it('is not blamed for an id or a status that is a finding already', () => {
    expect(balance([...marks.slice(0, 2), aMark({ memberId: 'R099' })])).toEqual([]);
    expect(balance([...marks.slice(0, 2), aMark({ memberId: 'R003', status: '到' })])).toEqual([]);
    const tables = aWorkbook({ roster: people, schedule: held, attendance: marks });
    expect(
      placesIn(
        withCellIn(tables, { tab: 'attendance', row: 3, column: 'memberId' }, '#REF!'),
        'V32',
      ),
    ).toEqual([]);
  });
});
