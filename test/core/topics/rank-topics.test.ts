// Demand for topics: the numbers written out, and what must hold whatever people order.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { coverageOf } from '#core/topics/coverage';
import { pointsOf, rankTopics, type TopicRanking } from '#core/topics/rank-topics';
import { sourceBalance } from '#core/topics/source-balance';
import { aMember, anOrder, aSession, aTopic } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

const TODAY = toDay('2026-03-10');
const PERIOD = { from: toDay('2026-03-02'), to: toDay('2026-03-13') };
const OPTIONS = { period: PERIOD, asOf: TODAY, points: [3, 2, 1] };
const DAY = toDay('2026-03-03');

const PEOPLE = [
  aMember({ id: 'R1', name: '甲', unit: '区委办', category: 'leadership', unitOrder: 1 }),
  aMember({ id: 'R2', name: '乙', unit: '区委办', category: 'leadership', unitOrder: 1 }),
  aMember({ id: 'R3', name: '丙', unit: '教育局', category: 'department', unitOrder: 2 }),
  aMember({ id: 'R4', name: '丁', unit: '档案馆', category: 'department', unitOrder: 3 }),
];
const TOPICS = [
  aTopic({ id: 'P1', title: '数字政府', source: 'higher' }),
  aTopic({ id: 'P2', title: '养老服务', source: 'public' }),
  aTopic({ id: 'P3', title: '文旅融合', source: 'local' }),
  aTopic({ id: 'P4', title: '已讲专题', source: 'higher', state: 'done' }),
];
const order = (memberId: string, topicId: string, priority: number | null, date = DAY) =>
  anOrder({ memberId, topicId, priority, date });

const bookOf = (rows: Rows = {}) =>
  readBook(aWorkbook({ roster: PEOPLE, topics: TOPICS, ...rows }), TODAY).book;
const ranked = (orders: Rows['orders'] = [], rows: Rows = {}): TopicRanking =>
  rankTopics(bookOf({ orders, ...rows }), OPTIONS);
const line = ({ topics }: TopicRanking, id: string) => topics.find((topic) => topic.id === id);

describe('the ranking', () => {
  const orders = [
    order('R1', 'P1', 1),
    order('R1', 'P2', 2),
    order('R2', 'P2', 1),
    order('R3', 'P1', 3),
    order('R3', 'P4', 1),
  ];

  test('adds points by wish and counts heads of those asked', () => {
    const result = ranked(orders);
    expect(result.ordered).toEqual({ numerator: 3, denominator: 4 });
    expect(result.topics.map(({ id, rank, points }) => [id, rank, points])).toEqual([
      ['P2', 1, 5],
      ['P1', 2, 4],
      ['P3', 3, 0],
      ['P4', null, 3],
    ]);
    expect(line(result, 'P1')).toMatchObject({
      heads: { numerator: 2, denominator: 4 },
      places: [1, 0, 1, 0],
      isTied: false,
    });
  });

  test('says by category and by unit how many of those asked want it', () => {
    const topic = line(ranked(orders), 'P1');
    expect([...(topic?.byCategory ?? [])]).toEqual([
      ['leadership', { numerator: 1, denominator: 2 }],
      ['department', { numerator: 1, denominator: 2 }],
    ]);
    expect(topic?.byUnit).toEqual([
      { unit: '区委办', heads: { numerator: 1, denominator: 2 }, points: 3 },
      { unit: '教育局', heads: { numerator: 1, denominator: 1 }, points: 1 },
    ]);
  });

  test('shows a tie as a tie, and leaves the next rank out', () => {
    const result = ranked([order('R1', 'P1', 1), order('R2', 'P2', 1)]);
    expect(result.topics.map(({ id, rank, isTied }) => [id, rank, isTied])).toEqual([
      ['P1', 1, true],
      ['P2', 1, true],
      ['P3', 3, false],
    ]);
  });

  test('ranks equal points by heads', () => {
    // Three last wishes make as many points as one first wish.
    const result = ranked([
      order('R1', 'P1', 1),
      ...['R1', 'R2', 'R3'].map((id) => order(id, 'P2', 3)),
    ]);
    expect(result.topics.map(({ id, rank, points }) => [id, rank, points])).toEqual([
      ['P2', 1, 3],
      ['P1', 2, 3],
      ['P3', 3, 0],
    ]);
  });

  test('counts nothing that was taken back, of another time, of strangers or of no topic', () => {
    const result = ranked([
      anOrder({ memberId: 'R1', topicId: 'P1', date: DAY, withdrawn: DAY }),
      order('R2', 'P1', 1, toDay('2026-03-01')),
      order('R9', 'P1', 1),
      order('R3', 'P9', 1),
    ]);
    expect(line(result, 'P1')?.points).toBe(0);
    expect(result.leftOut).toBe(3);
  });

  test('counts a row without a day in the round of the settings only', () => {
    const orders = [order('R1', 'P1', 1), anOrder({ memberId: 'R2', topicId: 'P1', date: null })];
    const settings = [
      { name: '点单开始', value: '2026-03-02' },
      { name: '点单截止', value: '2026-03-13' },
    ];
    const headsIn = (from: string, to: string, rows: Rows = { settings }) => {
      const period = { from: toDay(from), to: toDay(to) };
      const ranking = rankTopics(bookOf({ orders, ...rows }), { ...OPTIONS, period });
      return line(ranking, 'P1')?.heads.numerator;
    };
    expect(headsIn('2026-03-02', '2026-03-13')).toBe(2);
    expect(headsIn('2026-01-01', '2026-12-31')).toBe(2);
    expect(headsIn('2026-03-02', '2026-03-03')).toBe(1);
    expect(headsIn('2025-12-01', '2025-12-31')).toBe(0);
    // Without a round it counts in the settings' year.
    const year = { settings: [{ name: '年度', value: '2026' }] };
    expect(headsIn('2026-01-01', '2026-12-31', year)).toBe(2);
    expect(headsIn('2025-01-01', '2025-12-31', year)).toBe(0);
  });

  test('counts those who only proposed a topic among those who ordered', () => {
    const wish = { id: 'W1', memberId: 'R3', wish: '文旅', date: DAY };
    const { ordered, topics } = ranked([order('R1', 'P1', 1)], { wishes: [wish] });
    expect(ordered).toEqual({ numerator: 2, denominator: 4 });
    expect(topics.map(({ points }) => points)).toEqual([3, 0, 0]);
  });

  test('counts a wish that became a topic as an order without a priority, once a person', () => {
    const wish = { id: 'W1', wish: '文旅', date: DAY, topicId: 'P3' };
    const wishes = [
      { ...wish, memberId: 'R1' },
      { ...wish, id: 'W2', memberId: 'R2' },
      { ...wish, id: 'W3', memberId: 'R3', topicId: null },
    ];
    const result = ranked([order('R2', 'P3', 1)], { wishes });
    // R2's first wish counts, not the row without a priority beside it.
    expect(line(result, 'P3')).toMatchObject({
      points: 4,
      heads: { numerator: 2 },
      places: [1, 0, 0, 1],
    });
  });

  test('knows what was given and what is planned; a cancelled session is neither', () => {
    const schedule = [
      aSession({ id: 'S1', topicId: 'P1', date: toDay('2026-01-09'), state: 'held' }),
      aSession({ id: 'S2', topicId: 'P1', date: toDay('2026-02-06'), state: 'held' }),
      aSession({ id: 'S3', topicId: 'P1', date: toDay('2026-02-13'), state: 'cancelled' }),
      aSession({ id: 'S4', topicId: 'P2', date: toDay('2026-03-20'), state: 'planned' }),
    ];
    const result = ranked([], { schedule });
    expect(line(result, 'P1')?.given).toEqual({ times: 2, last: '2026-02-06', next: null });
    expect(line(result, 'P2')?.given).toEqual({ times: 0, last: null, next: '2026-03-20' });
  });
});

test.each([
  [1, 3],
  [2, 2],
  [3, 1],
  [4, 1],
  [0, 1],
  [null, 1],
])('a wish in place %s is worth %s', (place, points) => {
  expect(pointsOf({ place }, [3, 2, 1])).toBe(points);
});

describe('whatever people order', () => {
  const anyOrder = fc.record({
    memberId: fc.constantFrom('R1', 'R2', 'R3', 'R4', 'R9'),
    topicId: fc.constantFrom('P1', 'P2', 'P3'),
    priority: fc.option(fc.integer({ min: 1, max: 4 })),
    date: fc.constantFrom(DAY, toDay('2026-02-01'), null),
    withdrawn: fc.constantFrom(null, null, DAY),
  });
  const anyOrders = fc.uniqueArray(anyOrder, {
    maxLength: 15,
    selector: ({ memberId, topicId }) => `${memberId} ${topicId}`,
  });
  const anyPoints = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 })
    .map((points) => points.toSorted((a, b) => b - a));

  test('the order of the rows makes no difference', () => {
    fc.assert(
      fc.property(anyOrders, anyPoints, fc.infiniteStream(fc.nat()), (orders, points, dice) => {
        const shuffled = orders
          .map((one) => ({ one, at: Number(dice.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const rank = (rows: typeof orders) =>
          rankTopics(bookOf({ orders: rows }), { ...OPTIONS, points }).topics;
        expect(rank(shuffled)).toEqual(rank(orders));
      }),
      { numRuns: 60 },
    );
  });

  test('a vote more never lowers its topic', () => {
    fc.assert(
      fc.property(anyOrders, anyPoints, anyOrder, (orders, points, vote) => {
        const without = orders.filter(
          ({ memberId, topicId }) => memberId !== vote.memberId || topicId !== vote.topicId,
        );
        const rankOf = (rows: typeof orders): number =>
          line(rankTopics(bookOf({ orders: rows }), { ...OPTIONS, points }), vote.topicId)?.rank ??
          0;
        expect(rankOf([...without, vote])).toBeLessThanOrEqual(rankOf(without));
      }),
      { numRuns: 60 },
    );
  });
});

describe('who was heard', () => {
  const schedule = [
    aSession({ id: 'S1', topicId: 'P4', date: toDay('2026-02-06'), state: 'held' }),
  ];
  const orders = [
    order('R1', 'P4', 1, toDay('2026-01-12')),
    order('R1', 'P1', 1),
    order('R3', 'P1', 2),
    order('R3', 'P2', 1),
  ];

  test('puts the least heard unit first and names what it waits for', () => {
    const book = bookOf({ orders, schedule });
    expect(coverageOf(book, rankTopics(book, OPTIONS))).toEqual([
      {
        unit: '教育局',
        ordered: { numerator: 1, denominator: 1 },
        heard: { numerator: 0, denominator: 2 },
        lastHeard: null,
        isUnheard: true,
        best: { rank: 1, titles: ['数字政府'] },
      },
      {
        unit: '区委办',
        ordered: { numerator: 1, denominator: 2 },
        heard: { numerator: 1, denominator: 2 },
        lastHeard: '2026-02-06',
        isUnheard: false,
        best: { rank: 1, titles: ['数字政府'] },
      },
      {
        unit: '档案馆',
        ordered: { numerator: 0, denominator: 1 },
        heard: { numerator: 0, denominator: 0 },
        lastHeard: null,
        isUnheard: false,
        best: null,
      },
    ]);
  });
});

describe('a wish is heard', () => {
  const GIVEN = toDay('2026-02-06');
  const held = aSession({ id: 'S1', topicId: 'P1', date: GIVEN, state: 'held' });
  const planned = { ...held, id: 'S2', date: toDay('2026-03-20'), state: 'planned' } as const;
  const [EARLIER, LATER] = [toDay('2026-01-12'), toDay('2026-03-03')];
  test.each([
    ['when its topic was given later', [held], [EARLIER], 'open', [1, GIVEN]],
    ['not by what was given before', [held], [LATER], 'open', [0, null]],
    ['when it is planned', [held, planned], [LATER], 'open', [1, null]],
    ['once, when it was repeated later', [held], [LATER, EARLIER], 'open', [1, GIVEN]],
    ['not while it waits', [], [EARLIER], 'open', [0, null]],
    ['when a clerk entered so, without a session', [], [EARLIER], 'done', [1, null]],
    ['not by a state that an earlier session gave', [held], [LATER], 'done', [0, null]],
  ] as const)('%s', (...row) => {
    const [, schedule, days, state, [heard, lastHeard]] = row;
    const orders = days.map((day) => order('R4', 'P1', 1, day));
    const book = bookOf({ schedule, orders, topics: [aTopic({ id: 'P1', state })] });
    const unit = coverageOf(book, rankTopics(book, OPTIONS)).find((one) => one.unit === '档案馆');
    expect(unit).toMatchObject({ heard: { numerator: heard, denominator: 1 }, lastHeard });
  });
});

test('the sources of the year’s sessions are compared with the shares that are set', () => {
  const session = (id: string, topicId: string, state: 'held' | 'planned' | 'cancelled') =>
    aSession({ id, topicId, state, date: toDay(`2026-01-${id.slice(1)}`) });
  const schedule = [
    session('S09', 'P1', 'held'),
    session('S16', 'P1', 'held'),
    session('S23', 'P4', 'planned'),
    session('S30', 'P2', 'held'),
    session('S31', 'P3', 'cancelled'),
    aSession({ id: 'S99', topicId: 'P3', date: toDay('2025-12-05'), state: 'held' }),
  ];
  const book = bookOf({ schedule, orders: [order('R1', 'P1', 1), order('R2', 'P3', 2)] });
  const shares = new Map([
    ['higher', 0.5],
    ['local', 0.3],
  ] as const);
  expect(sourceBalance(book, rankTopics(book, OPTIONS), { year: 2026, shares })).toEqual([
    {
      source: 'higher',
      open: { numerator: 1, denominator: 3 },
      points: { numerator: 3, denominator: 5 },
      heads: 1,
      sessions: { numerator: 3, denominator: 4 },
      target: 0.5,
      surplus: 1,
    },
    {
      source: 'local',
      open: { numerator: 1, denominator: 3 },
      points: { numerator: 2, denominator: 5 },
      heads: 1,
      sessions: { numerator: 0, denominator: 4 },
      target: 0.3,
      surplus: -1.2,
    },
    {
      source: 'public',
      open: { numerator: 1, denominator: 3 },
      points: { numerator: 0, denominator: 5 },
      heads: 0,
      sessions: { numerator: 1, denominator: 4 },
      target: null,
      surplus: null,
    },
  ]);
});
