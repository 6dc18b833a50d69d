// The order page behind a personal link and behind the code in the hall, from request to rows.
import { describe, expect, test } from '@jest/globals';
import type { PageView } from '#functions/app/runtime/page-view';
import { runPage, type PageCase } from '#functions/app/runtime/page-case';
import { hallPage } from '#functions/app/topics/hall-page';
import { hallScreen } from '#functions/app/topics/hall-screen';
import { orderPage } from '#functions/app/topics/order-page';
import { createOrderStore } from '#functions/app/topics/save-orders';
import { checkInPage } from '#functions/app/sign-in/check-in-page';
import { createRateLimiter } from '#functions/app/sign-in/rate-limiter';
import { toClockTime, toDay } from '#core/calendar/day';
import type { LinkPurpose } from '#functions/ports/links';
import { pageMarkup } from '#functions/http/page-markup';
import type { Tables } from '#core/workbook/table';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { aMember, aSession, aTopic } from '#test/support/builders/rows';
import { aRawTable, aWorkbook, headerOf } from '#test/support/builders/tables';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

const SETTINGS = [
  { name: '点单开始', value: '2026-03-02' },
  { name: '点单截止', value: '2026-03-13' },
];
const PEOPLE = Array.from({ length: 12 }, (_, index) =>
  aMember({
    id: `R${index}`,
    name: `学员${index}`,
    personOrder: index,
    phone: `000-0000-${1000 + index}`,
  }),
);
const TOPICS = [
  aTopic({ id: 'P1', title: '数字政府', source: 'higher', summary: '<b>讲</b>数据怎么用' }),
  aTopic({ id: 'P2', title: '养老服务', source: 'public', summary: null }),
  aTopic({ id: 'P3', title: '已讲的专题', source: 'public', state: 'done' }),
];
const anApp = (rows: Parameters<typeof aWorkbook>[0] = {}): TestApplication =>
  anApplication(aWorkbook({ settings: SETTINGS, roster: PEOPLE, topics: TOPICS, ...rows }));

const tokenFor = (
  purpose: LinkPurpose,
  memberId: string | null,
  occasionId = '2026-03-02',
): string =>
  LINKS.token(purpose, {
    spreadsheetId: WORKBOOK_ID,
    occasionId,
    memberId,
    expires: new Date('2026-06-01T00:00:00Z'),
  });

type Form = Readonly<Record<string, string>>;

async function open(
  app: TestApplication,
  page: PageCase,
  token: string,
  form?: Form,
): Promise<PageView> {
  const request = { token, form: form ? new URLSearchParams(form) : null };
  const answer = await runPage(page, request, app.application);
  if ('refused' in answer) throw answer.refused;
  return answer.view;
}

const orders = (app: TestApplication): unknown[][] =>
  app.workbook
    .rowsOf('orders')
    .map(([memberId, topicId, , priority, withdrawn]) => [
      memberId,
      topicId,
      priority,
      withdrawn ?? '',
    ]);

/** As before Set up made the tab. */
const withoutWishes = (tables: Tables): Tables =>
  Object.fromEntries(Object.entries(tables).filter(([key]) => key !== 'wishes'));

describe('the page behind an invitation', () => {
  test('lists open topics by source with their sentence, everything escaped', async () => {
    const view = await open(anApp(), orderPage(), tokenFor('order', 'R1'));
    expect(view.lists).toEqual([
      { heading: '上级部署', items: [{ title: '数字政府', text: '<b>讲</b>数据怎么用' }] },
      { heading: '群众关注', items: [{ title: '养老服务', text: null }] },
    ]);
    expect(view.forms[0]?.fields.map(({ label }) => label)).toEqual([
      '第1志愿',
      '第2志愿',
      '第3志愿',
      '自提题目（可不填）',
    ]);
    const markup = pageMarkup(view, 'zh-CN');
    expect(markup).toContain('&lt;b&gt;讲&lt;/b&gt;');
    expect(markup).not.toContain('<b>');
    expect(markup).not.toContain('<script');
  });

  test('offers as many choices as the setting says', async () => {
    const settings = [...SETTINGS, { name: '最多点单数', value: '1' }];
    const view = await open(anApp({ settings }), orderPage(), tokenFor('order', 'R1'));
    expect(view.forms[0]?.fields).toHaveLength(2);
  });

  test('writes the order, shows it again at once, and takes a change until the closing day', async () => {
    const app = anApp();
    const page = orderPage();
    const token = tokenFor('order', 'R1');
    const first = { action: 'order', topic1: 'P2', topic2: '', topic3: 'P1', wish: ' 低空经济 ' };
    const saved = await open(app, page, token, first);
    expect(saved.notice).toEqual({
      tone: 'good',
      text: '已收到您的点单：\n1. 养老服务\n2. 数字政府\n自提：低空经济\n截止以前可以随时更改。',
    });
    expect(orders(app)).toEqual([
      ['R1', 'P2', 1, ''],
      ['R1', 'P1', 2, ''],
    ]);
    expect(app.workbook.rowsOf('wishes').map((row) => row.slice(0, 3))).toEqual([
      ['W001', 'R1', '低空经济'],
    ]);
    const shown = await open(app, page, token);
    expect(shown.forms[0]?.fields.map((field) => field.value)).toEqual([
      'P2',
      'P1',
      null,
      '低空经济',
    ]);
    await open(app, page, token, { action: 'order', topic1: 'P1', wish: '' });
    expect(orders(app)).toEqual([
      ['R1', 'P2', 1, 46083],
      ['R1', 'P1', 1, ''],
    ]);
  });

  test('loses nothing when all answer at once', async () => {
    const app = anApp();
    const page = orderPage();
    await Promise.all(
      PEOPLE.map(({ id }, index) =>
        open(app, page, tokenFor('order', id), {
          action: 'order',
          topic1: index % 2 === 0 ? 'P1' : 'P2',
          wish: `题目${index}`,
        }),
      ),
    );
    expect(orders(app).toSorted()).toEqual(
      PEOPLE.map(({ id }, index) => [id, index % 2 === 0 ? 'P1' : 'P2', 1, '']).toSorted(),
    );
    const wishes = app.workbook.rowsOf('wishes');
    expect(new Set(wishes.map(([id]) => id)).size).toBe(12);
    expect(wishes.map(([, memberId]) => memberId).toSorted()).toEqual(
      PEOPLE.map(({ id }) => id).toSorted(),
    );
  });

  test('loses nothing between two processes', async () => {
    const app = anApp();
    const pages = [orderPage(), orderPage(), hallPage()];
    await Promise.all(
      PEOPLE.map(({ id }, index) => {
        const page = pages[index % 3] ?? orderPage();
        const purpose = index % 3 === 2 ? 'orderForm' : 'order';
        return open(app, page, tokenFor(purpose, id), { action: 'order', topic1: 'P1', wish: '' });
      }),
    );
    expect(
      orders(app)
        .map(([memberId]) => memberId)
        .toSorted(),
    ).toEqual(PEOPLE.map(({ id }) => id).toSorted());
  });

  test.each([
    ['before the opening day', '2026-03-01T02:00:00Z', 'ordersClosed'],
    ['after the closing day', '2026-03-13T16:00:00Z', 'ordersClosed'],
  ])('is closed %s', async (_, now, refusal) => {
    const app = anApp();
    app.setNow(now);
    const form = { action: 'order', topic1: 'P1' };
    await expect(open(app, orderPage(), tokenFor('order', 'R1'))).rejects.toMatchObject({
      refusal,
    });
    await expect(open(app, orderPage(), tokenFor('order', 'R1'), form)).rejects.toMatchObject({
      refusal,
    });
    expect(orders(app)).toEqual([]);
  });

  test('takes no other link, nobody’s link, and no form that is not its own', async () => {
    const app = anApp();
    const page = orderPage();
    const refused = (token: string, form?: Form) => open(app, page, token, form);
    await expect(refused(tokenFor('reply', 'R1'))).rejects.toMatchObject({ refusal: 'badLink' });
    await expect(refused(tokenFor('order', null))).rejects.toMatchObject({ refusal: 'testLink' });
    await expect(refused(tokenFor('order', 'R99'))).rejects.toMatchObject({
      refusal: 'ordersClosed',
    });
    const old = tokenFor('order', 'R1', '2025-12-01');
    await expect(refused(old)).rejects.toMatchObject({ refusal: 'ordersClosed' });
    for (const form of [{ action: 'attend' }, { action: 'order', wish: '长'.repeat(101) }])
      await expect(refused(tokenFor('order', 'R1'), form)).rejects.toMatchObject({
        refusal: 'badOrder',
      });
    expect(orders(app)).toEqual([]);
  });

  test.each(['orders', 'wishes'] as const)(
    'says that the tab %s has no column for what is taken back, and loses nothing',
    async (key) => {
      const whole = aWorkbook({ settings: SETTINGS, roster: PEOPLE, topics: TOPICS });
      const header = headerOf(key).filter((label) => label !== '撤回日期');
      const app = anApplication({ ...whole, [key]: aRawTable(key, [header]) });
      const form = { action: 'order', topic1: 'P1', wish: '低空经济' };
      for (const given of [undefined, form])
        await expect(open(app, orderPage(), tokenFor('order', 'R1'), given)).rejects.toMatchObject({
          refusal: 'columnMissing',
        });
      expect(orders(app)).toEqual([]);
    },
  );

  test('says which tab is missing until the workbook was set up', async () => {
    const whole = aWorkbook({
      settings: SETTINGS,
      roster: PEOPLE,
      topics: TOPICS,
    });
    const app = anApplication(withoutWishes(whole));
    await expect(open(app, orderPage(), tokenFor('order', 'R1'))).rejects.toMatchObject({
      refusal: 'tabMissing',
    });
  });
});

describe('the code in the hall', () => {
  const identify = (app: TestApplication, page: PageCase, name: string, digits: string) =>
    open(app, page, tokenFor('orderForm', null), { action: 'identify', name, digits });

  test('asks who it is, then takes the order', async () => {
    const app = anApp();
    const page = hallPage();
    const asked = await open(app, page, tokenFor('orderHall', null));
    expect(asked.forms[0]?.fields.map(({ name }) => name)).toEqual(['name', 'digits']);
    expect(asked.facts).toEqual([]);
    const own = await open(app, page, asked.forms[0]?.token ?? '', {
      action: 'identify',
      name: '学员3',
      digits: '1003',
    });
    expect(own.facts[0]).toEqual({ label: '姓名', value: '学员3' });
    await open(app, page, own.forms[0]?.token ?? '', { action: 'order', topic1: 'P1', wish: '' });
    expect(orders(app)).toEqual([['R3', 'P1', 1, '']]);
  });

  test('refuses the sixth wrong guess at a name, also the right one', async () => {
    const app = anApp();
    const page = hallPage();
    for (let guess = 0; guess < 5; guess += 1) {
      const { notice, facts } = await identify(app, page, '学员3', `000${guess}`);
      expect([notice?.tone, facts]).toEqual(['warning', []]);
    }
    await expect(identify(app, page, '学员3', '1003')).rejects.toMatchObject({
      refusal: 'tooManyGuesses',
    });
    expect((await identify(app, page, '学员4', '1004')).facts[0]?.value).toBe('学员4');
  });

  test('shares the wrong guesses with the check-in', async () => {
    const schedule = [aSession({ date: toDay('2026-03-02'), start: toClockTime('09:30') })];
    const app = anApp({ schedule });
    app.setNow('2026-03-02T01:00:00Z');
    const guesses = createRateLimiter();
    const [hall, checkIn] = [hallPage({ guesses }), checkInPage(guesses)];
    for (let guess = 0; guess < 5; guess += 1) await identify(app, hall, '学员3', `000${guess}`);
    const form = { action: 'checkIn', name: ' 学员3', digits: '1003' };
    await expect(
      open(app, checkIn, tokenFor('checkInForm', null, 'S01'), form),
    ).rejects.toMatchObject({ refusal: 'tooManyGuesses' });
    expect(app.workbook.rowsOf('attendance')).toEqual([]);
  });

  test('shows an order on both pages as soon as it is written by one', async () => {
    const app = anApp();
    const store = createOrderStore();
    const [page, hall] = [orderPage(store), hallPage({ orders: store })];
    const token = tokenFor('order', 'R3');
    expect((await open(app, page, token)).notice).toBeNull();
    const form = { action: 'order', topic1: 'P1', wish: '' };
    await open(app, hall, tokenFor('orderForm', 'R3'), form);
    expect((await open(app, page, token)).notice?.text).toContain('1. 数字政府');
  });

  test('gives nobody a form with the code itself, nor another’s with a personal link', async () => {
    const app = anApp();
    const page = hallPage();
    const form = { action: 'order', topic1: 'P1' };
    for (const token of [tokenFor('orderHall', null), tokenFor('order', 'R1')])
      await expect(open(app, page, token, form)).rejects.toMatchObject({ refusal: 'badLink' });
    await expect(open(app, page, tokenFor('orderForm', null), form)).resolves.toMatchObject({
      notice: { tone: 'warning' },
    });
    expect(orders(app)).toEqual([]);
  });

  test('is shown on a screen with the number of those who have ordered, without names', async () => {
    const app = anApp();
    await open(app, orderPage(), tokenFor('order', 'R1'), {
      action: 'order',
      topic1: 'P1',
      wish: '',
    });
    const view = await open(app, hallScreen, tokenFor('orderScreen', null));
    expect(view.notice?.text).toBe('已点单 1 人，共 12 人');
    expect(view.code?.address).toMatch(/^https:\/\/pages\.example\.org\/orderHall\?t=/);
    expect(JSON.stringify(view)).not.toContain('学员');
    app.setNow('2026-03-14T02:00:00Z');
    expect((await open(app, hallScreen, tokenFor('orderScreen', null))).code).toBeUndefined();
  });
});
