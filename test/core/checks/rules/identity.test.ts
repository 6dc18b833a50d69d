import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import {
  aBudgetLine,
  aLeave,
  aMark,
  aMember,
  anExpense,
  anOrder,
  aSession,
  aSpeaker,
  aTopic,
} from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aTable, aWorkbook, rowsIn, withCellIn } from '#test/support/builders/tables';

describe('a key that occurs twice', () => {
  test.each([
    ['roster', { roster: [aMember(), aMember({ name: '沈国栋' })] }, 'id'],
    [
      'schedule',
      {
        schedule: [
          aSession({ speakerId: null }),
          aSession({ speakerId: null, state: 'cancelled' }),
        ],
      },
      'id',
    ],
    ['speakers', { speakers: [aSpeaker(), aSpeaker({ name: '何清' })] }, 'id'],
    ['topics', { topics: [aTopic(), aTopic()] }, 'id'],
    [
      'orders',
      { roster: [aMember()], topics: [aTopic()], orders: [anOrder(), anOrder()] },
      'topicId',
    ],
    ['budget', { budget: [aBudgetLine(), aBudgetLine()] }, 'head'],
    [
      'expenses',
      {
        expenses: [
          anExpense({ head: 'venue', sessionId: null, net: null, gross: null, tax: null }),
          anExpense({ head: 'venue', sessionId: null, net: null, gross: null, tax: null }),
        ],
      },
      'id',
    ],
    [
      'settings',
      {
        settings: [
          { name: '年度', value: '2026' },
          { name: '年 度', value: '2025' },
        ],
      },
      'name',
    ],
    [
      'roles',
      {
        roles: [
          { email: 'a@example.org', role: 'admin' as const },
          { email: 'A@example.org', role: 'clerk' as const },
        ],
      },
      'email',
    ],
    [
      'contacts',
      {
        contacts: [
          { id: 'C1', name: '甲', receives: 'digest' as const },
          { id: 'C1', name: '乙', receives: 'summary' as const },
        ],
      },
      'id',
    ],
  ] as const)('is told in both rows of %s', (tab, rows, column) => {
    expect(placesIn(aWorkbook(rows), 'W22')).toEqual([
      `W22 ${tab} 2 ${column}`,
      `W22 ${tab} 3 ${column}`,
    ]);
  });

  it('is found whatever the spaces', () => {
    const roster = aTable('roster', [
      aMember({ id: 'R001' }),
      aMember({ id: 'R 001', name: '沈国栋' }),
    ]);
    expect(placesIn({ ...aWorkbook(), roster }, 'W22')).toHaveLength(2);
  });
});

describe('a topic that a person ordered twice', () => {
  const ROUND = [
    { name: '点单开始', value: '2026-03-02' },
    { name: '点单截止', value: '2026-03-13' },
  ];
  test.each([
    ['in one round', ['2026-03-03', '2026-03-04'], ROUND, 2],
    ['in the round, once without a day', ['2026-03-03', null], ROUND, 2],
    ['in two rounds', ['2026-01-05', '2026-03-04'], ROUND, 0],
    ['on one day of a former round', ['2026-01-05', '2026-01-05'], ROUND, 2],
    ['on two days, without a round', ['2026-01-05', '2026-03-04'], [], 0],
    ['without days, without a round', [null, null], [], 2],
  ] as const)('%s', (_, days, settings, findings) => {
    const orders = days.map((day) => anOrder({ date: day === null ? null : toDay(day) }));
    const tables = aWorkbook({ roster: [aMember()], topics: [aTopic()], orders, settings });
    expect(placesIn(tables, 'W22')).toHaveLength(findings);
  });
});

describe('an id of another tab', () => {
  const known = {
    roster: [aMember()],
    topics: [aTopic()],
    speakers: [aSpeaker()],
    schedule: [aSession()],
  };
  const none = { head: 'venue' as const, net: null, gross: null, tax: null };

  test.each([
    [{ schedule: [aSession({ topicId: 'P99' })] }, ['W23 schedule 2 topicId']],
    [{ schedule: [aSession({ speakerId: 'T99' })] }, ['W23 schedule 2 speakerId']],
    [{ leave: [aLeave({ sessionId: 'S99' })] }, ['W23 leave 2 sessionId']],
    [{ leave: [aLeave({ memberId: 'R99' })] }, ['V34 leave 2 memberId']],
    [{ topics: [aTopic({ speakerId: 'T99' })] }, ['W23 topics 2 speakerId']],
    [{ orders: [anOrder({ memberId: 'R99' })] }, ['V34 orders 2 memberId']],
    [{ orders: [anOrder({ topicId: 'P99' })] }, ['W23 orders 2 topicId']],
    [{ expenses: [anExpense({ ...none, sessionId: 'S99' })] }, ['W23 expenses 2 sessionId']],
    [{ attendance: [aMark({ sessionId: 'S99' })] }, ['W23 attendance 2 sessionId']],
    [{ attendance: [aMark({ memberId: 'R99' })] }, ['V34 attendance 2 memberId']],
    [{ schedule: [aSession({ topicId: 'P01' })] }, []],
    [{ orders: [anOrder({ memberId: 'R0 01' })] }, []],
  ])('in %j gives %j', (rows, expected) => {
    const found = placesIn(aWorkbook({ ...known, ...rows })).filter((place) =>
      /^(W23|V34)/.test(place),
    );
    expect(found).toEqual(expected);
  });

  it('that differs in width or case only is offered right', () => {
    const [found] = findingsIn(
      aWorkbook({ ...known, attendance: [aMark({ memberId: 'ｒ００１' })] }),
      'V34',
    );
    expect(found?.fix).toMatchObject({ before: 'ｒ００１', after: 'R001' });
  });

  it('is not called unknown while the row it may mean has no readable id', () => {
    const marks = [
      aMark(),
      aMark({ memberId: 'R002' }),
      aMark({ memberId: 'R002', sessionId: 'S02' }),
    ];
    const schedule = [
      aSession({ speakerId: null }),
      aSession({ id: 'S02', speakerId: null, number: 2 }),
    ];
    const roster = [aMember(), aMember({ id: 'R002', name: '沈国栋', unit: '区法院' })];
    const tables = aWorkbook({ roster, schedule, attendance: marks });
    const broken = withCellIn(tables, { tab: 'roster', row: 3, column: 'id' }, '#REF!');
    expect(placesIn(broken, 'V34')).toEqual([]);
    expect(placesIn(broken, 'W09')).toEqual(['W09 roster 3 id']);
    const another = withCellIn(broken, { tab: 'attendance', row: 2, column: 'memberId' }, 'R007');
    expect(placesIn(another, 'V34')).toHaveLength(3); // two unknown ids, one unreadable row
  });

  it('is not checked without the tab or without its id column', () => {
    const { roster, ...without } = aWorkbook({
      schedule: known.schedule,
      speakers: known.speakers,
      attendance: [aMark()],
    });
    expect(rowsIn(roster)).toHaveLength(1);
    expect(placesIn(without, 'V34')).toEqual([]);
    const noIds = withCellIn(
      aWorkbook({ ...known, attendance: [aMark()] }),
      { tab: 'roster', row: 1, column: 'id' },
      '我的编号',
    );
    expect(placesIn(noIds)).toEqual(['W01 roster 1 id']);
  });
});
