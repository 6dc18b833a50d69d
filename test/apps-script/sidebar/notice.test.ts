// Kinds of notice, a test mail, and mails in doubt, in the built sidebar.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticeProgressResponse } from '#core/contract/notice-progress';
import type { Problem } from '#core/contract/problem';
import type { NoticeSent } from '#core/contract/weekly-notice';
import type { Language } from '#core/text/language';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { aContext, aPreview, aProblem, aSend, aSending } from './answers';
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
    async (name, values) => {
      if (name === 'getContext') return aContext({ language });
      try {
        return { ok: true, value: await answer(values[1] as Record<string, unknown>) };
      } catch (error) {
        if (error instanceof Refused) return { ok: false, problem: error.problem };
        throw error;
      }
    },
    { progress },
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
      {
        action: 'send',
        kind: 'change',
        occasionId: 'S011',
        fingerprint: 'a'.repeat(64),
        seconds: 50,
      },
    ]);
  });

  it('is of another session when the clerk chooses one', async () => {
    const sessions = [
      { id: 'S011', date: '2026-11-27', title: '基层治理' },
      { id: 'S012', date: '2026-12-04', title: '老旧小区改造' },
    ];
    const { page, press, calls } = await open(({ action, occasionId = 'S011' }) => {
      if (action === 'send') return aSending();
      const { occasion } = aPreview();
      return aPreview({ occasion: { ...occasion, id: String(occasionId) }, sessions });
    });
    await press('notice-preview');
    const choice = page.locator('[data-action="notice-session"]');
    expect(await choice.locator('option').allTextContents()).toEqual([
      '2026-11-27 基层治理',
      '2026-12-04 老旧小区改造',
    ]);
    await choice.selectOption('S012');
    await page.waitForFunction(
      "document.querySelector('[data-action=notice-session]')?.value === 'S012'",
    );
    await press('notice-send');
    await press('notice-send-confirm');
    await page.getByText('已发送 2 封。').waitFor();
    expect(calls[0]?.[2]).not.toHaveProperty('occasionId');
    expect(calls.map(([, , request]) => request)).toMatchObject([
      { action: 'preview' },
      { action: 'preview', occasionId: 'S012' },
      { action: 'send', occasionId: 'S012' },
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
      occasionId: 'S011',
      memberId: 'P001',
    });
  });

  it('lets a clerk resolve a mail in doubt, and previews again', async () => {
    const skipped = [{ memberId: 'P003', name: '钱云', code: 'unconfirmed', reason: '结果不明' }];
    const { part, press, calls } = await open(({ action }) =>
      action === 'resolve'
        ? { action, resolved: [{ memberId: 'P003', as: 'retry' }] }
        : aPreview({ skipped }),
    );
    await press('notice-preview');
    expect(await part('notice-doubt').textContent()).toContain('钱云');
    await press('notice-doubt-retry');
    await part('notice-doubt').waitFor();
    expect(calls[1]?.[2]).toEqual({
      action: 'resolve',
      kind: 'weekly',
      occasionId: 'S011',
      memberIds: ['P003'],
      as: 'retry',
    });
    expect(await part('notice-doubt').locator('.all').count()).toBe(0);
  });

  it('resolves all mails in doubt with one press', async () => {
    const skipped = ['P003', 'P007'].map((memberId) => ({
      memberId,
      name: memberId,
      code: 'unconfirmed',
      reason: '结果不明',
    }));
    const { part, press, calls } = await open(({ action }) =>
      action === 'resolve' ? { action, resolved: [] } : aPreview({ skipped }),
    );
    await press('notice-preview');
    await part('notice-doubt').locator('.all [data-action=notice-doubt-sent]').click();
    await part('notice-doubt').waitFor();
    expect(calls[1]?.[2]).toMatchObject({ memberIds: ['P003', 'P007'], as: 'sent' });
  });
});

const CONTINUE = { action: 'continue', kind: 'weekly', occasionId: 'S011', seconds: 50 };
/** A function's refusal, as the script hands it over. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

describe('a send larger than one call', () => {
  const failed = { memberId: 'P009', name: '孙玉', code: 'failed', reason: 'refused (550)' };
  const later = { memberId: 'P008', name: '吴敏', code: 'retry', reason: 'refused for now (429)' };
  const send = async (rest: (count: number) => NoticeSent): Promise<OpenSidebar> => {
    let count = 0;
    const opened = await open(({ action }) => {
      if (action === 'preview') return aPreview();
      if (action === 'send') return aSending({ sent: 40, waiting: 60, failed: [failed, later] });
      count += 1;
      return rest(count);
    });
    await opened.press('notice-preview');
    await opened.press('notice-send');
    await opened.press('notice-send-confirm');
    return opened;
  };

  it('is called until nothing is left, and reported as one', async () => {
    const { part, calls } = await send((count) =>
      aSending(count === 1 ? { sent: 41, waiting: 20 } : { sent: 20 }),
    );
    await part('notice-status').getByText('已发送 101 封。').waitFor();
    expect(calls.slice(2).map(([, , request]) => request)).toEqual([CONTINUE, CONTINUE]);
    const result = await part('notice-result').textContent();
    expect([result?.includes('孙玉'), result?.includes('吴敏')]).toEqual([true, false]);
  });

  it('that may not go on says what was sent and why the rest was not', async () => {
    const detail = '预览之后有改动：日程。其余 60 人没有发送。';
    const { part, calls } = await send(() => {
      throw new Refused(aProblem({ code: 'preview-outdated', detail, nextStep: '请重新预览。' }));
    });
    await part('notice-status').getByText('已发送 40 封。').waitFor();
    expect(await part('notice-stopped').textContent()).toBe(`${detail} 请重新预览。`);
    expect(calls).toHaveLength(3);
  });
});

describe('a send at rest', () => {
  it('goes on by itself when the sidebar is opened, without anybody pressing', async () => {
    const sends = [
      aSend({ kind: 'weekly', state: 'paused' }),
      aSend({ kind: 'weekly', state: 'finished', sent: 300, failed: 0, waiting: 0 }),
    ];
    const { part, calls } = await open(
      () => aSending({ sent: 180 }),
      () => ({ sends: [sends.shift() ?? aSend({ state: 'finished' })], isDeploymentAdmin: false }),
    );
    await part('notice-status').getByText('发送已结束：已发 300 封，共 300 封。').waitFor();
    expect(calls.map(([, , request]) => request)).toEqual([CONTINUE]);
  });

  it('that may not go on asks for a new preview and says why', async () => {
    const detail = '预览之后有改动：日程。其余 180 人没有发送。';
    const { part, press, calls } = await open(
      ({ action }) => {
        if (action !== 'continue') return aPreview();
        throw new Refused(aProblem({ code: 'preview-outdated', detail, nextStep: '请重新预览。' }));
      },
      () => ({ sends: [aSend({ kind: 'weekly', state: 'paused' })], isDeploymentAdmin: false }),
    );
    expect(await part('notice-stopped').textContent()).toBe(`${detail} 请重新预览。`);
    await press('notice-continue');
    await part('notice-status').getByText('可以发送给 2 人。').waitFor();
    expect(calls.map(([, , request]) => request)).toEqual([
      CONTINUE,
      { action: 'preview', occasionId: 'S011' },
    ]);
  });

  it('is asked only once more when the call has nothing left to do', async () => {
    const { part, calls } = await open(
      () => aSending({ sent: 0 }),
      () => ({
        sends: [aSend({ kind: 'weekly', state: 'paused', waiting: 3 })],
        isDeploymentAdmin: false,
      }),
    );
    await part('notice-status').getByText('上次发送中断，还有 3 人未发。').waitFor();
    expect(calls).toHaveLength(1);
  });
});

describe('a running send', () => {
  it.each([
    ['zh-CN', '正在发送变更通知：120 / 300', '发送已结束：已发 298 封，共 300 封。'],
    ['en', 'Sending (Change): 120 of 300', 'Sending finished: 298 of 300 sent.'],
  ] as const)(
    'is seen when the sidebar is opened again, to its end (%s)',
    async (language, running, finished) => {
      const sends = [aSend(), aSend({ state: 'finished', sent: 298, waiting: 0 })];
      const { part } = await open(
        () => aPreview(),
        () => ({ sends: [sends.shift() ?? aSend()], isDeploymentAdmin: false }),
        language,
      );
      await part('notice-status').getByText(running).waitFor();
      await part('notice-status').getByText(finished).waitFor();
      expect(await part('notice-progress').textContent()).toContain('第 11 期 基层治理');
    },
  );

  it('keeps its line folded while another card is at work, and shows it when it is unfolded', async () => {
    let waiting = 180;
    const { page, part, press } = await open(
      () => ({ action: 'list', pending: [], toClose: [], toMakeUp: [], coming: [] }),
      () => ({ sends: [aSend({ waiting })], isDeploymentAdmin: false }),
    );
    await part('notice-status').getByText('120 / 300').waitFor();
    await press('leave-list');
    await part('leave-status').getByText('没有').waitFor();
    waiting = 100;
    await part('notice-status').getByText('200 / 300').waitFor({ state: 'attached' });
    expect(await page.locator('[data-panel] > .status:visible').count()).toBe(1);
    await page.click('[data-panel="notice"] .fold');
    expect(await part('notice-status').isVisible()).toBe(true);
  });

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
      ['callFunction', 'weeklyNotice', { action: 'preview', kind: 'change', occasionId: 'S011' }],
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
    ['en', 'for daily work use an account that is listed in Roles only'],
  ] as const)(
    'is advised in one line to work with another account (%s), by a call made anyway',
    async (language, words) => {
      const sends = [aSend(), aSend({ state: 'finished', sent: 298, waiting: 0 })];
      const { page, part, calls } = await open(
        () => aPreview(),
        () => ({ sends: [sends.shift() ?? aSend()], isDeploymentAdmin: true }),
        language,
      );
      await part('deployment-admin').waitFor();
      expect(await part('deployment-admin').textContent()).toContain(words);
      await part('notice-progress').waitFor();
      expect(await part('deployment-admin').count()).toBe(1);
      expect(calls).toEqual([]);
      expect(await page.locator('.advice + main').count()).toBe(1);
    },
  );

  it('is the only one who is', async () => {
    const { part } = await open(
      () => aPreview(),
      () => ({ sends: [aSend({ state: 'interrupted' })], isDeploymentAdmin: false }),
    );
    await part('notice-progress').waitFor();
    expect(await part('deployment-admin').count()).toBe(0);
  });
});
