// Kinds of notice, a test mail, and mails in doubt, in the built sidebar.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticeProgressResponse } from '#core/contract/notice-progress';
import type { Language } from '#core/text/language';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { aContext, aPreview, aSend, aSending } from './answers';
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

async function open(
  answer: (request: Readonly<Record<string, unknown>>) => unknown,
  progress?: () => NoticeProgressResponse,
  language: Language = 'zh-CN',
): Promise<OpenSidebar> {
  sidebar = await openSidebar(
    browser,
    project.read('sidebar.html'),
    async (name, values) =>
      name === 'getContext'
        ? aContext({ language })
        : { ok: true, value: await answer(values[1] as Record<string, unknown>) },
    progress,
  );
  return sidebar;
}

describe('the notice', () => {
  it('is previewed and sent in the kind that is chosen', async () => {
    const { page, part, press, calls } = await open(({ action, kind }) =>
      action === 'send' ? aSending() : aPreview({ kind: kind === 'change' ? 'change' : 'weekly' }),
    );
    await page.selectOption('[data-action="notice-kind"]', 'change');
    await press('notice-send');
    expect(await page.locator('dialog').textContent()).toContain('变更通知');
    await press('notice-send-confirm');
    await part('notice-status').getByText('已发送 2 封。').waitFor();
    expect(calls.map(([, , request]) => request)).toEqual([
      { action: 'preview', kind: 'change' },
      { action: 'send', kind: 'change', sessionId: 'S011', digest: 'a'.repeat(64) },
    ]);
  });

  it('can be sent to the clerk first', async () => {
    const { part, press, calls } = await open(({ action }) =>
      action === 'test' ? { action, to: 'clerk@example.org' } : aPreview(),
    );
    await press('notice-preview');
    await press('notice-test');
    await part('notice-tested').getByText('已发到 clerk@example.org。').waitFor();
    expect(calls[1]?.[2]).toEqual({
      action: 'test',
      kind: 'weekly',
      sessionId: 'S011',
      memberId: 'P001',
    });
  });

  it('lets a clerk settle a mail in doubt, and previews again', async () => {
    const skipped = [{ memberId: 'P003', name: '钱云', code: 'unconfirmed', reason: '结果不明' }];
    const { part, press, calls } = await open(({ action }) =>
      action === 'settle' ? { action, memberId: 'P003', as: 'retry' } : aPreview({ skipped }),
    );
    await press('notice-preview');
    expect(await part('notice-doubt').textContent()).toContain('钱云');
    await press('notice-doubt-retry');
    await part('notice-doubt').waitFor();
    expect(calls[1]?.[2]).toEqual({
      action: 'settle',
      kind: 'weekly',
      sessionId: 'S011',
      memberId: 'P003',
      as: 'retry',
    });
  });
});

describe('a running send', () => {
  it.each([
    ['zh-CN', '正在发送变更通知：120 / 300', '发送已结束：已发 298 封，共 300 封。'],
    ['en', 'Sending (Change): 120 of 300', 'The send is over: 298 of 300 sent.'],
  ] as const)('is seen when the sidebar is opened again, to its end (%s)', async (language, running, finished) => {
    const sends = [aSend(), aSend({ state: 'finished', sent: 298, waiting: 0 })];
    const { part } = await open(() => aPreview(), () => ({ sends: [sends.shift() ?? aSend()], isDeploymentAdmin: false }), language);
    await part('notice-status').getByText(running).waitFor();
    await part('notice-status').getByText(finished).waitFor();
    expect(await part('notice-progress').textContent()).toContain('第 11 期 基层治理');
  }); // prettier-ignore

  it('that was interrupted can be continued, after one more look at who is left', async () => {
    const interrupted = aSend({ state: 'interrupted' });
    const { page, part, press, calls } = await open(
      () => aPreview({ kind: 'change' }),
      () => ({ sends: [interrupted], isDeploymentAdmin: false }),
    );
    await part('notice-status').getByText('上次发送中断，还有 180 人未发。').waitFor();
    await press('notice-continue');
    await part('notice-status').getByText('可以发送给 2 人。').waitFor();
    expect(await page.inputValue('[data-action="notice-kind"]')).toBe('change');
    expect(calls).toEqual([
      ['callFunction', 'weeklyNotice', { action: 'preview', kind: 'change', sessionId: 'S011' }],
    ]);
  });

  it('says how far it has come while this sidebar waits for it', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const sending = new Promise((resolve) => (finish = resolve));
    const { part, press } = await open(
      ({ action }) => (action === 'send' ? sending : aPreview()),
      () => ({ sends: [aSend({ kind: 'weekly' })], isDeploymentAdmin: false }),
    );
    await part('notice-status').getByText('正在发送上课通知：120 / 300').waitFor();
    await press('notice-preview');
    await press('notice-send');
    await press('notice-send-confirm');
    await part('notice-status').getByText('正在发送给 2 人').waitFor();
    await part('notice-status').getByText('正在发送上课通知：120 / 300').waitFor();
    finish(aSending());
    await part('notice-status').getByText('已发送 2 封。').waitFor();
  });
});

describe('an administrator of the deployment', () => {
  it.each([
    ['zh-CN', '日常工作请换用只登记在“权限”里的账号'],
    ['zh-TW', '日常工作請換用只登記在「權限」裡的帳號'],
    ['en', 'for daily work use one that stands in Roles only'],
  ] as const)('is advised in one line to work with another account (%s), by a call made anyway', async (language, words) => {
    const sends = [aSend(), aSend({ state: 'finished', sent: 298, waiting: 0 })];
    const { page, part, calls } = await open(() => aPreview(), () => ({ sends: [sends.shift() ?? aSend()], isDeploymentAdmin: true }), language);
    await part('deployment-admin').waitFor();
    expect(await part('deployment-admin').textContent()).toContain(words);
    await part('notice-progress').waitFor();
    expect(await part('deployment-admin').count()).toBe(1);
    expect(calls).toEqual([]);
    expect(await page.locator('.advice + main').count()).toBe(1);
  }); // prettier-ignore

  it('is the only one who is', async () => {
    const { part } = await open(() => aPreview(), () => ({ sends: [aSend({ state: 'interrupted' })], isDeploymentAdmin: false }));
    await part('notice-progress').waitFor();
    expect(await part('deployment-admin').count()).toBe(0);
  }); // prettier-ignore
});
