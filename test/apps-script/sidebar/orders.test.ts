// The panel of orders: the round, wishes that become topics, the ranking.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { OrdersLook } from '#core/contract/topic-orders';
import { accessibilityProblems } from '#test/support/accessibility';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { aContext, aProblem } from './answers';
import { openSidebar, type OpenSidebar } from './open-sidebar';

const project = buildProject();
let browser: Browser;
let sidebar: OpenSidebar | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await sidebar?.page.close();
  sidebar = null;
});
afterAll(async () => {
  await browser.close();
  project.remove();
});

const value = (found: unknown) => ({ ok: true, value: found });
const LOOK: OrdersLook = {
  action: 'look',
  round: {
    opens: '2026-10-19',
    closes: '2026-12-04',
    isOpen: true,
    asked: 111,
    ordered: 75,
    screen: 'https://pages.example.org/orderScreen?t=x.y',
  },
  topics: 5,
  wishes: [
    { id: 'W001', name: '林书言', wish: '低空经济与本区产业' },
    { id: 'W002', name: '许知行', wish: '网格员怎样减负' },
  ],
  sources: [
    { source: 'higher', label: '上级部署' },
    { source: 'local', label: '本区难点' },
  ],
};
const RANKING = {
  from: '2026-10-19',
  to: '2026-12-04',
  asked: 111,
  ordered: 75,
  topics: [
    { rank: 1, isTied: true, title: '数据资源与数字政府', points: 90, heads: 33 },
    { rank: 1, isTied: true, title: '文旅融合与古镇保护', points: 90, heads: 33 },
    { rank: 3, isTied: false, title: '学前教育资源布局', points: 71, heads: 30 },
  ],
  topicCount: 5,
  unheard: ['区档案馆', '区侨联'],
  tabs: [{ title: '报表-点单排名', sheetId: 2001 }],
};

async function open(
  answer: (name: string, request: Readonly<Record<string, unknown>>) => unknown,
): Promise<OpenSidebar> {
  sidebar = await openSidebar(browser, project.read('sidebar.html'), (name, values) => {
    if (name === 'getContext') return aContext();
    return answer(String(values[0]), values[1] as Record<string, unknown>);
  });
  return sidebar;
}

describe('the panel of orders', () => {
  it('shows the round with the code for the hall', async () => {
    const { press, part, page } = await open(() => value(LOOK));
    await press('orders-look');
    expect(await part('orders-status').innerText()).toBe('正在点单：2026-10-19 至 2026-12-04。');
    expect(await part('orders-count').innerText()).toBe('征求 111 人，已点单 75 人。');
    expect(await part('orders-screen').getAttribute('href')).toBe(LOOK.round?.screen);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('makes a wish a topic with the title and source that the clerk chose, and reads the list again', async () => {
    const adopted = { action: 'adopt', wishId: 'W001', topicId: 'T21', title: '低空经济' };
    const left = { ...LOOK, topics: 6, wishes: LOOK.wishes.slice(1) };
    const looks = [LOOK, left];
    const { press, part, page, calls } = await open((_, { action }) =>
      value(action === 'adopt' ? adopted : looks.shift()),
    );
    await press('orders-look');
    const first = part('orders-wish').first();
    expect(await first.locator('select').inputValue()).toBe('');
    await first.locator('input').fill('   ');
    await first.locator('button').click();
    // The field that is to be filled in next has the focus, with the browser's words beside it.
    expect(await first.locator('input:focus').count()).toBe(1);
    await first.locator('input').fill('  低空经济 ');
    await first.locator('button').click();
    expect(await first.locator('select:focus').count()).toBe(1);
    await first.locator('select').selectOption('local');
    await first.locator('button').click();
    await part('orders-adopted').waitFor();
    expect(await part('orders-adopted').innerText()).toBe('已列为专题 T21：低空经济');
    expect(await part('orders-wish').count()).toBe(1);
    expect(calls.map(([, name, request]) => [name, request])).toEqual([
      ['topicOrders', { action: 'look' }],
      [
        'topicOrders',
        {
          action: 'adopt',
          wishId: 'W001',
          wish: '低空经济与本区产业',
          title: '低空经济',
          source: 'local',
        },
      ],
      ['topicOrders', { action: 'look' }],
    ]);
    await page.close();
  });

  it('ranks, shows ties as ties, and names the units that were never heard', async () => {
    const { press, part } = await open(() => value(RANKING));
    await press('orders-rank');
    const cells = part('orders-ranking').locator('tbody tr');
    expect(await cells.allInnerTexts()).toEqual([
      '1（并列）\t数据资源与数字政府\t90\t33',
      '1（并列）\t文旅融合与古镇保护\t90\t33',
      '3\t学前教育资源布局\t71\t30',
    ]);
    expect(await part('orders-result').innerText()).toContain(
      '点过但从未回应的单位：区档案馆、区侨联',
    );
    expect(await part('orders-result').innerText()).toContain('这里列出前 3 条。');
  });

  it('says what to do without a round, and shows a refusal', async () => {
    const answers = [
      value({ ...LOOK, round: null, wishes: [] }),
      { ok: false, problem: aProblem() },
    ];
    const { press, part } = await open(() => answers.shift());
    await press('orders-look');
    expect(await part('orders-status').innerText()).toContain(
      '请在“设置”中填写“点单开始”和“点单截止”',
    );
    await press('orders-rank');
    await part('orders-error').waitFor();
    expect(await part('orders-error').innerText()).toContain(aProblem().detail);
  });
});
