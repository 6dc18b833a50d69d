// What the clerk does with a round of orders: looks at it, makes wishes topics, and ranks.
import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import type { OrdersLook } from '#core/contract/topic-orders';
import type { Tables } from '#core/workbook/table';
import { anApplication, LINKS } from '#test/support/application';
import { aMember, anOrder, aTopic } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;
const DAY = toDay('2026-03-02');
const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
const SETTINGS = [
  { name: '点单开始', value: '2026-03-02' },
  { name: '点单截止', value: '2026-03-13' },
];
const anApp = (rows: Rows = {}) =>
  anApplication(
    aWorkbook({
      roles: ROLES,
      settings: SETTINGS,
      roster: [
        aMember({ id: 'R1', name: '甲', unit: '区委办' }),
        aMember({ id: 'R1', name: '甲', unit: '财政局', unitOrder: 30 }),
        aMember({ id: 'R2', name: '乙', unit: '教育局', unitOrder: 20 }),
      ],
      topics: [aTopic({ id: 'P1', title: '数字政府' }), aTopic({ id: 'P2', title: '养老服务' })],
      orders: [anOrder({ memberId: 'R1', topicId: 'P1', date: DAY, priority: 1 })],
      wishes: [
        { id: 'W1', memberId: 'R2', wish: '低空经济', date: DAY },
        { id: 'W2', memberId: 'R1', wish: '撤回的', date: DAY, withdrawn: DAY },
      ],
      ...rows,
    }),
  );

/** As before Set up made the tab. */
const withoutWishes = (tables: Tables): Tables =>
  Object.fromEntries(Object.entries(tables).filter(([key]) => key !== 'wishes'));

describe('topicOrders', () => {
  test('shows the round, the code for the hall and the wishes that wait', async () => {
    const look = (await anApp().call('topicOrders', {
      action: 'look',
      language: 'zh-CN',
    })) as OrdersLook; // a look was asked for
    expect(look).toMatchObject({
      // R2 proposed a topic; one that was taken back, and a second row of R1, count for nothing.
      round: { opens: '2026-03-02', closes: '2026-03-13', isOpen: true, asked: 2, ordered: 2 },
      topics: 2,
      wishes: [{ id: 'W1', name: '乙', wish: '低空经济' }],
    });
    expect(look.sources.map(({ label }) => label)).toEqual(['上级部署', '本区难点', '群众关注']);
    const token = new URL(look.round?.screen ?? '').searchParams.get('t') ?? '';
    const claims = LINKS.verify('orderScreen', token, new Date('2026-03-13T15:59:59Z'));
    expect([claims.occasionId, claims.memberId]).toEqual(['2026-03-02', null]);
  });

  test('says that there is no round when the settings name none', async () => {
    expect(await anApp({ settings: [] }).call('topicOrders', { action: 'look' })).toMatchObject({
      round: null,
      wishes: [{ id: 'W1' }],
    });
  });

  test('makes a wish a topic once', async () => {
    const app = anApp();
    const request = {
      action: 'adopt',
      wishId: 'W1',
      wish: '低空经济',
      title: '低空经济与产业',
      source: 'local',
    } as const;
    const outdated = { ...request, wish: '数据安全' };
    await expect(app.call('topicOrders', outdated)).rejects.toMatchObject({
      refusal: 'wishChanged',
    });
    expect(app.workbook.rowsOf('topics')).toHaveLength(2);
    expect(await app.call('topicOrders', request)).toEqual({
      action: 'adopt',
      wishId: 'W1',
      topicId: 'P3',
      title: '低空经济与产业',
    });
    expect(app.workbook.rowsOf('topics').at(-1)?.slice(0, 3)).toEqual([
      'P3',
      '低空经济与产业',
      '本区难点',
    ]);
    expect(app.workbook.rowsOf('wishes')[0]?.[4]).toBe('P3');
    await expect(app.call('topicOrders', request)).rejects.toMatchObject({ refusal: 'noWish' });
    expect(app.workbook.rowsOf('topics')).toHaveLength(3);
  });

  test('is not for viewers', async () => {
    const roles = [{ email: 'clerk@example.org', role: 'viewer' as const }];
    await expect(anApp({ roles }).call('topicOrders', { action: 'look' })).rejects.toMatchObject({
      refusal: 'roleTooLow',
    });
  });
});

describe('topicRanking', () => {
  test('ranks the round of the settings and writes four report tabs', async () => {
    const app = anApp();
    const answer = await app.call('topicRanking', {});
    expect(answer).toMatchObject({
      from: '2026-03-02',
      to: '2026-03-13',
      asked: 2,
      ordered: 2,
      topics: [
        { rank: 1, isTied: false, title: '数字政府', points: 3, heads: 1 },
        { rank: 2, isTied: false, title: '养老服务', points: 0, heads: 0 },
      ],
      unheard: ['区委办'],
      tabs: [
        { title: '报表-点单排名' },
        { title: '报表-点单按单位' },
        { title: '报表-点单回应' },
        { title: '报表-专题来源' },
      ],
    });
  });

  test('takes other days, and refuses a period that ends before it begins', async () => {
    const app = anApp();
    const earlier = { from: '2026-01-01', to: '2026-01-31' };
    expect(await app.call('topicRanking', earlier)).toMatchObject({ ...earlier, ordered: 0 });
    const reversed = { from: '2026-02-01', to: '2026-01-31' };
    await expect(app.call('topicRanking', reversed)).rejects.toMatchObject({
      refusal: 'badPeriod',
    });
    const never = { from: '2026-02-30' };
    await expect(app.call('topicRanking', never)).rejects.toMatchObject({ refusal: 'badPeriod' });
  });

  test('without a round ranks the settings’ year, also before the wishes tab was made', async () => {
    const whole = aWorkbook({
      roles: ROLES,
      settings: [{ name: '年度', value: '2026' }],
      roster: [aMember({ id: 'R1' })],
      topics: [aTopic({ id: 'P1' })],
      orders: [anOrder({ memberId: 'R1', topicId: 'P1', date: DAY })],
    });
    expect(await anApplication(withoutWishes(whole)).call('topicRanking', {})).toMatchObject({
      from: '2026-01-01',
      to: '2026-12-31',
      ordered: 1,
    });
  });
});
