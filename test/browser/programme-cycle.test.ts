// One lecture from the participants' orders to the leaders' page, as clerk, participants, speaker and leaders meet it: in Chinese, in a browser.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems } from '#test/support/accessibility';
import { launchBrowser } from '#test/support/browser';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { sheetsClient, type SheetsClient } from './sheets-client';
import { eventually, openPage, type WorkbenchPage } from './workbench-page';

/** The sample's eleventh and twelfth session are cancelled, so that the one planned for Saturday 2026-12-12 is the next. */
const MONDAY = '2026-11-23T09:00:00+08:00';
const WEEK_BEFORE = '2026-12-07T09:00:00+08:00';
const MORNING = '2026-12-12T08:40:00+08:00';
const EVENING = '2026-12-12T18:00:00+08:00';
const MINUTES = 60_000;
const LISTENERS = ['M001', 'M002', 'M004', 'M005', 'M007'];

describe('a lecture from its orders to the leaders’ page', () => {
  let workbench: RunningWorkbench;
  let browser: Browser;
  let clerk: WorkbenchPage;
  let sheets: SheetsClient;
  let telephone: Page;
  let title: string;
  let sessionId: string;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench({ sample: 'district', clock: MONDAY });
    closing.push(() => workbench.close());
    browser = await launchBrowser();
    closing.push(() => browser.close());
    clerk = await openPage(browser, workbench);
    telephone = await browser.newPage({ viewport: { width: 390, height: 800 }, locale: 'zh-CN' });
    sheets = sheetsClient(workbench);
  }, 4 * MINUTES);

  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  const part = (selector: string) => clerk.sidebar.locator(selector).first();
  const press = (action: string): Promise<void> =>
    part(`[data-action=${action}]`).click({ timeout: MINUTES });
  const shown = (card: string, words: string): Promise<void> =>
    clerk.sidebar.locator(`[data-panel=${card}]`, { hasText: words }).waitFor({ timeout: MINUTES });

  /** State and words of a step of the week, once it says what is expected. */
  const step = (key: string, expected: RegExp): Promise<string> =>
    eventually(
      () => clerk.sidebar.locator(`[data-step=${key}] .step-place`).innerText(),
      (words) => expected.test(words),
    );

  /** Opens a page without an account; nothing in it keeps anybody out. */
  async function visit(address: string): Promise<Page> {
    await telephone.goto(address);
    expect(await accessibilityProblems(telephone)).toEqual([]);
    return telephone;
  }

  const row = async (tab: string, id: string): Promise<readonly unknown[]> =>
    (await sheets.values(`${tab}!A1:Z200`)).find(([first]) => first === id) ?? [];

  const addressOf = async (memberId: string): Promise<string> =>
    String((await row('花名册', memberId))[8]);

  /** The link to this page in the newest mail to this address that has one. */
  async function linkIn(recipient: string, page: string): Promise<string> {
    for (const { id, to } of await workbench.messages()) {
      if (!to.includes(recipient)) continue;
      const answer = await fetch(`${workbench.url}/inbox/messages/${id}`);
      const { text } = (await answer.json()) as { readonly text: string };
      const [link] = new RegExp(`http\\S+/${page}\\?t=[\\w.-]+`).exec(text) ?? [];
      if (link !== undefined) return link;
    }
    throw new Error(`no mail to ${recipient} has a link to ${page}`);
  }

  /** Sends what the sidebar previews, and waits until as many mails have arrived as it promised. */
  async function send(): Promise<number> {
    const before = (await workbench.messages()).length;
    const words = await part('[data-action=notice-send]').innerText({ timeout: MINUTES });
    const promised = Number(/\d+/.exec(words)?.[0] ?? 1);
    await press('notice-send');
    await press('notice-send-confirm');
    const arrived = await eventually(
      async () => (await workbench.messages()).length - before,
      (count) => count === promised,
    );
    expect(arrived).toBe(promised);
    await part('[data-action=check]:enabled').waitFor({ timeout: MINUTES });
    return promised;
  }

  it(
    'takes a participant’s order from the reminder’s link, and ranks the topics with it',
    async () => {
      await clerk.enter('日程', 'N12', '取消');
      await clerk.enter('日程', 'N13', '取消');
      await clerk.settled();
      await part('[data-action=notice-kind]').selectOption('orderReminder');
      expect(await send()).toBe(32);
      const page = await visit(
        await linkIn(String((await workbench.messages())[0]?.to[0]), 'order'),
      );
      await page.selectOption('[name=topic1]', 'T16');
      await page.fill('[name=wish]', '低空经济怎样起步');
      await page.getByRole('button', { name: '提交点单' }).click();
      expect(await page.getByRole('status').innerText()).toContain('1. 老旧小区改造的群众工作');
      await press('orders-rank');
      const status = part('[data-testid=orders-status]');
      const ranked = await eventually(
        () => status.innerText(),
        (words) => words.includes('已写入报表'),
      );
      expect(ranked).toContain('征求 111 人，点单 78 人');
      // Before: 139 points by 54 people; a first wish has 3 points.
      const [place, id, , , points, heads] = (await sheets.values('报表-点单排名!A8:F8'))[0] ?? [];
      expect([place, id, points, heads]).toEqual(['1', 'T16', 142, 55]);
    },
    4 * MINUTES,
  );

  it(
    'proposes a session for the free week with reasons, and the ticked row becomes one',
    async () => {
      await part('[data-panel=planning] summary').click();
      await part('[data-field=plan-from]').fill('2026-12-07');
      await part('[data-field=plan-to]').fill('2026-12-13');
      await press('planning-preview');
      await press('planning-write');
      await shown('planning', '已写入 1 期');
      await clerk.enter('排课建议', 'B2', '是');
      await clerk.settled();
      await press('planning-accept');
      const [, , , , , , , proposed, , , , , , , , , accepted] = await eventually(
        () => row('排课建议', 'R001'),
        (cells) => cells[16] !== undefined && cells[16] !== '',
      );
      [title, sessionId] = [String(proposed), String(accepted)];
      const session = await row('日程', sessionId);
      expect(session.slice(2, 7)).toEqual([46_368, '周六', 9 / 24, 11.5 / 24, title]);
      expect(title).toBe('数据资源与数字政府');
    },
    3 * MINUTES,
  );

  it(
    'invites the speaker, who accepts on a page, and the card says so',
    async () => {
      await part('[data-field=speaker-session]').fill(sessionId);
      await press('speaker-card');
      await press('speaker-invite');
      expect(await send()).toBe(1);
      const [invitation] = await workbench.messages();
      const page = await visit(await linkIn(String(invitation?.to[0]), 'speaker'));
      expect(await page.locator('main').innerText()).toContain(title);
      await page.fill('[name=outline]', '一、改造前\n二、改造中');
      await page.getByRole('button', { name: '接受邀请' }).click();
      await page.getByRole('status').waitFor();
      await press('speaker-card');
      await part('[data-testid=speaker-answer]').waitFor({ timeout: MINUTES });
      expect(await part('[data-testid=speaker-answer]').innerText()).toContain('改造中');
    },
    3 * MINUTES,
  );

  it(
    'starts the notice from the week, sends it, and counts a reply',
    async () => {
      await workbench.setClock(WEEK_BEFORE);
      await press('week-refresh');
      expect(await step('session', new RegExp(title))).toContain('12月12日');
      await press('step-weekly');
      const promised = await send();
      expect(promised).toBeGreaterThan(100);
      expect(await step('notice', /已发送/)).toContain(`已发送 ${promised}`);
      const page = await visit(await linkIn(await addressOf('M001'), 'reply'));
      await page.getByRole('button', { name: '我参加' }).click();
      expect(await page.getByRole('status').innerText()).toContain('您将参加');
      await press('week-refresh');
      expect(await step('replies', /已答复 1/)).toContain('等待');
    },
    4 * MINUTES,
  );

  it(
    'makes the sign-in sheet on the day, a participant checks in by the code, and the evening closes it',
    async () => {
      await workbench.setClock(MORNING);
      await press('week-refresh');
      await step('signIn', /还没有签到表/);
      await press('step-makeSheet');
      await eventually(
        () => clerk.tabs(),
        (tabs) => tabs.includes(`签到-${sessionId}`),
      );
      await press('sign-in-screen');
      const screen = part('[data-testid=screen-link]');
      await telephone.goto(String(await screen.getAttribute('href', { timeout: MINUTES })));
      const code = await telephone.locator('.code a').getAttribute('href');
      const member = await row('花名册', 'M002');
      const page = await visit(String(code));
      await page.fill('[name=name]', String(member[1]));
      await page.fill('[name=digits]', String(member[9]).slice(-4));
      await page.getByRole('button', { name: '签到' }).click();
      expect(await page.getByRole('status').innerText()).toContain('签到成功');
      await workbench.setClock(EVENING);
      await press('week-refresh');
      await step('signIn', /签到还没有结束/);
      await press('step-closeSheet');
      await clerk.sidebar.getByRole('button', { name: '其余都到课' }).click({ timeout: MINUTES });
      await press('sign-in-answer');
      expect(await step('signIn', /应到 \d+，实到 \d+$/)).toContain('完成');
    },
    4 * MINUTES,
  );

  it(
    'asks those who came, opens five answers together, and keeps no name beside them',
    async () => {
      await part('[data-action=notice-kind]').selectOption('evaluation');
      await press('notice-preview');
      expect(await send()).toBeGreaterThan(90);
      for (const [index, memberId] of LISTENERS.entries()) {
        const page = await visit(await linkIn(await addressOf(memberId), 'evaluate'));
        for (const score of ['score1', 'score2', 'score3', 'score4', 'score5'])
          await page.check(`[name=${score}][value="${index < 2 ? 4 : 5}"]`);
        await page.getByRole('button', { name: '匿名提交' }).click();
        expect(await page.getByRole('status').innerText()).toContain('谢谢');
      }
      await press('evaluation-report');
      const session = clerk.sidebar.locator('[data-testid=evaluated-session]', { hasText: title });
      await session.locator('summary').click();
      await session.locator('[data-action=evaluation-close]').click();
      await clerk.sidebar.locator('[data-action=evaluation-close-confirm]').click();
      // Three times 5 and twice 4.
      await shown('bulletin', '4.60');
    },
    4 * MINUTES,
  );

  it(
    'writes the bulletin of the month with the figures of the evaluation',
    async () => {
      await press('bulletin-preview');
      const paper = clerk.sidebar.frameLocator('[data-testid=document-preview]');
      const words = await paper.locator('body').innerText({ timeout: MINUTES });
      expect(words).toContain('2026年12月');
      expect(words).toContain(title);
      expect(words).toContain('4.60');
    },
    2 * MINUTES,
  );

  it(
    'writes the dashboard, and gives the leaders a link that opens it without names',
    async () => {
      await press('dashboard-write');
      await eventually(
        () => clerk.tabs(),
        (tabs) => tabs.includes('工作台'),
      );
      const steps = await sheets.values('工作台!A6:C14');
      expect(steps.find(([item]) => item === '签到')?.[1]).toBe('完成');
      expect(steps.find(([item]) => item === '讲课费')?.[1]).toBe('待办');
      await clerk.select('工作台', 'A7');
      await clerk.page.locator('.chart svg path').first().waitFor({ state: 'attached' });
      await press('dashboard-link');
      const address = part('[data-testid=dashboard-address]');
      const page = await visit(await address.inputValue({ timeout: MINUTES }));
      expect(await page.locator('h1').innerText()).toBe('云溪区领导干部理论学习工作台');
      const words = await page.locator('main').innerText();
      const people = (await sheets.values('花名册!A2:B200')).map(([, name]) => String(name));
      expect(people.length).toBeGreaterThan(100);
      for (const name of people) expect(words).not.toContain(name);
    },
    3 * MINUTES,
  );

  it('met no error and asked no other machine for anything', () => {
    expect(clerk.troubles).toEqual([]);
  });
});
