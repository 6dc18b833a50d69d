import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aSession, aStatus } from '#test/support/builders/rows';
import { aTable, aWorkbook } from '#test/support/builders/tables';
import { count, fractions, held, marks, people } from './counting';

describe('rates A and B', () => {
  test.each([
    ['present, late and left early are attended', ['出勤', '迟到', '出勤', '迟到'], '4/4 4/4'],
    [
      'official duty stays due in A and is taken out in B',
      ['出勤', '公差', '出勤', '出勤'],
      '3/4 3/3',
    ],
    ['sick and personal leave stay due in both', ['出勤', '病假', '事假', '出勤'], '2/4 2/4'],
    ['an exempt person is in neither', ['出勤', '免训', '缺席', '出勤'], '2/3 2/3'],
    ['everybody excused leaves no basis for B', ['公差', '公差', '公差', '公差'], '0/4 0/0'],
    ['codes are as good as labels', ['present', 'OFFICIAL', 'absent', ' 出 勤 '], '2/4 2/3'],
  ])('%s', (_, statuses, expected) => {
    const attendance = count(
      aWorkbook({ roster: people, schedule: [held()], attendance: marks(...statuses) }),
    );
    expect(fractions(attendance)).toBe(expected);
  });

  test('an excused status with a credit earns it in A and is out of both parts of B', () => {
    const statuses = [aStatus(), aStatus({ code: 'paid', label: '公差', treatment: 'excused' })];
    const attendance = marks('出勤', '公差', '公差');
    const tables = aWorkbook({ statuses, roster: people, schedule: [held()], attendance });
    expect(fractions(count(tables))).toBe('3/3 1/1');
  });

  test('credits of part of a session add up exactly', () => {
    const tables = aWorkbook({
      statuses: [aStatus(), aStatus({ code: 'half', label: '半程', credit: 0.1 })],
      roster: people,
      schedule: [held()],
      attendance: marks('半程', '半程', '半程', '出勤'),
    });
    expect(fractions(count(tables))).toBe('1.3/4 1.3/4');
  });

  test('the series rate adds sessions up and is not the mean of their rates', () => {
    const tables = aWorkbook({
      roster: people,
      schedule: [
        held(),
        held({ id: 'S02', date: toDay('2026-03-13'), audience: '某单位、区委' }),
        held({ id: 'S03', date: toDay('2026-03-20'), audience: '区政协' }),
      ],
      attendance: [
        ...marks('出勤', '出勤', '出勤', '缺席'),
        aMark({ sessionId: 'S02', memberId: 'R001', status: '缺席' }),
      ],
    });
    const attendance = count(tables);
    expect(fractions(attendance)).toBe('3/5 3/5'); // the mean of 3/4 and 0/1 would be 37.5%
    expect(attendance.sessions.map(({ tally }) => fractions(attendance, tally))).toEqual([
      '3/4 3/4',
      '0/1 0/1',
      '0/0 0/0',
    ]);
  });
});

describe('which sessions count', () => {
  const tables = aWorkbook({
    roster: people.slice(0, 1),
    schedule: [
      held({ id: 'S03', date: toDay('2026-04-03') }),
      held(),
      aSession({ id: 'S02', state: 'cancelled', date: toDay('2026-03-13') }),
      aSession({ id: 'S04', date: toDay('2026-04-10') }),
      aSession({ id: 'S05', date: toDay('2027-01-08') }),
    ],
    attendance: ['S01', 'S02', 'S03', 'S04'].map((sessionId) =>
      aMark({ sessionId, status: sessionId === 'S03' ? '缺席' : '出勤' }),
    ),
  });

  it('takes held ones only, by date, and by month', () => {
    const attendance = count(tables);
    expect(fractions(attendance)).toBe('1/2 1/2');
    expect(attendance.sessions.map(({ session }) => session.id)).toEqual(['S01', 'S03']);
    expect(attendance.months.map(({ key, tally }) => [key, fractions(attendance, tally)])).toEqual([
      ['2026-03', '1/1 1/1'],
      ['2026-04', '0/1 0/1'],
    ]);
  });

  it('takes first and last day of the period with it', () => {
    expect(fractions(count(tables, { from: toDay('2026-03-06'), to: toDay('2026-04-02') }))).toBe(
      '1/1 1/1',
    );
    expect(fractions(count(tables, { from: toDay('2026-03-07'), to: toDay('2026-04-03') }))).toBe(
      '0/1 0/1',
    );
  });

  it('looks at the whole programme for what is still to come, whatever the period', () => {
    const [line] = count(tables, { from: toDay('2026-03-01'), to: toDay('2026-03-31') }).people;
    expect(line?.planned).toBe(1); // S05 is in the next year
    expect(line?.toDate.counts.slice(0, 1)).toEqual([1]);
    expect(line?.toDate.counts[5]).toBe(1);
  });
});

describe('groups', () => {
  const roster = [
    aMember({ id: 'R004', unit: '区教育局', category: 'department', unitOrder: 200 }),
    aMember({
      id: 'R003',
      unit: '听松街道',
      category: 'subdistrict',
      unitOrder: 100,
      personOrder: 20,
    }),
    aMember({
      id: 'R002',
      unit: '听松街道',
      category: 'subdistrict',
      unitOrder: 100,
      personOrder: 10,
    }),
    aMember({ id: 'R001' }),
  ];
  const attendance = count(
    aWorkbook({ roster, schedule: [held()], attendance: marks('出勤', '公差', '迟到', '缺席') }),
  );

  it('keeps the official order of people, units and categories', () => {
    expect(attendance.people.map(({ person }) => person.id)).toEqual([
      'R001',
      'R002',
      'R003',
      'R004',
    ]);
    expect(attendance.units.map(({ key }) => key)).toEqual(['区委', '听松街道', '区教育局']);
    expect(attendance.categories.map(({ key }) => key)).toEqual([
      'leadership',
      'subdistrict',
      'department',
    ]);
  });

  it('adds people up by unit', () => {
    expect(attendance.units.map(({ tally }) => fractions(attendance, tally))).toEqual([
      '1/1 1/1',
      '1/2 1/1',
      '0/1 0/1',
    ]);
  });

  it('puts a person without an order last', () => {
    const table = aTable('roster', [
      { ...aMember({ id: 'R001' }), unitOrder: null as never },
      aMember({ id: 'R002', unitOrder: 900 }),
    ]);
    const tables = { ...aWorkbook({ schedule: [held()] }), roster: table };
    expect(count(tables).people.map(({ person }) => person.id)).toEqual(['R002', 'R001']);
  });
});
