// Several Google accounts in one browser: how Google refuses the call, and what the built sidebar makes of it wherever it says that something failed.
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { Language } from '#core/text/language';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { aCheck, aContext, aPreview, aProblem } from './answers';
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

const DENIED =
  "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
const UNAUTHORIZED = 'ScriptError: Authorization is required to perform that action.';

type Answers = Readonly<Record<string, (values: readonly unknown[]) => unknown>>;

/** `answers` by the script's function; what they throw is what Google refuses with. */
async function open(answers: Answers, language: Language = 'zh-CN'): Promise<OpenSidebar> {
  const all: Answers = { getContext: () => aContext({ language }), ...answers };
  sidebar = await openSidebar(browser, project.read('sidebar.html'), (name, values) =>
    all[name]?.(values),
  );
  return sidebar;
}

function refuse(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}

const WORDS: Readonly<Record<Language, readonly [string, string, string]>> = {
  'zh-CN': ['这个浏览器里可能登录了多个 Google 账号', '每个账号各用一个浏览器个人资料', 'zh-Hans'],
  'zh-TW': ['這個瀏覽器裡可能登入了多個 Google 帳號', '每個帳號各用一個瀏覽器設定檔', 'zh-Hant'],
  en: ['Several Google accounts may be signed in', 'Use one browser profile per account', 'en'],
};

describe('an action that Google refuses to the account', () => {
  test.each<[Language, string]>([
    ['zh-CN', DENIED],
    ['zh-TW', DENIED],
    ['en', DENIED],
    ['en', UNAUTHORIZED],
    ['zh-CN', '需要授权才能执行该操作。'],
    ['zh-TW', '必須授權才能執行這個動作。'],
    ['en', 'You do not have permission to access the requested document.'],
    ['en', 'No item with the given ID could be found, or you do not have permission to access it.'],
  ])(
    'says in %s what to do, with Google’s help, and not to check the connection: %s',
    async (language, message) => {
      const { part, press } = await open({ callFunction: refuse(message) }, language);
      await press('check');
      const shown = (await part('check-error').textContent()) ?? '';
      const [detail, nextStep, inLanguage] = WORDS[language];
      expect(shown).toContain(detail);
      expect(shown).toContain(nextStep);
      expect(shown).not.toMatch(/检查网络|檢查網路|connection|PERMISSION_DENIED/);
      const link = part('check-error').locator('a');
      expect(await link.getAttribute('href')).toBe(
        `https://support.google.com/chrome/answer/2364824?hl=${inLanguage}`,
      );
      expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
        '_blank',
        'noreferrer',
      ]);
    },
  );

  it('can be tried again', async () => {
    const answers = [refuse(DENIED), () => ({ ok: true, value: aCheck() })];
    const { part, press } = await open({ callFunction: () => answers.shift()?.() });
    await press('check');
    await press('retry');
    await part('finding').waitFor();
  });
});

describe('the same words stand', () => {
  const [detail, nextStep] = WORDS['zh-CN'];

  it('where the sidebar could not open', async () => {
    const { page, part } = await open({ getContext: refuse(UNAUTHORIZED) });
    await part('open-error').waitFor();
    const shown = await part('open-error').textContent();
    // The script has not returned the user's language; the browser's is English here.
    expect(shown).toContain(WORDS.en[1]);
    expect(await page.locator('.problem a').count()).toBe(1);
  });

  it('in the line that says a cell could not be gone to', async () => {
    const { part, press } = await open({
      callFunction: () => ({ ok: true, value: aCheck() }),
      goToCell: refuse(DENIED),
    });
    await press('check');
    await part('finding').click();
    await part('toast').getByText(detail).waitFor();
    expect(await part('toast').textContent()).toContain(nextStep);
  });

  it('beside the switch of the check while typing, which stays as it was', async () => {
    const { page, part } = await open({ setCheckingEdits: refuse(DENIED) });
    await part('while-typing').click();
    const line = page.locator('.while-typing [role=status]');
    await line.getByText(detail).waitFor();
    expect(await line.textContent()).toContain(nextStep);
    expect(await part('while-typing').isChecked()).toBe(false);
  });

  it('beside a mail in doubt, and beside a mail sent as a test', async () => {
    const skipped = [{ memberId: 'P003', name: '钱云', code: 'unconfirmed', reason: '结果不明' }];
    const { page, part, press } = await open({
      callFunction: ([, request]) =>
        (request as { action: string }).action === 'preview'
          ? { ok: true, value: aPreview({ skipped }) }
          : refuse(DENIED)(),
    });
    await press('notice-preview');
    await press('notice-doubt-sent');
    await page.locator('[data-testid=notice-doubt] [role=alert]').getByText(nextStep).waitFor();
    await press('notice-test');
    await part('notice-tested').getByText(nextStep).waitFor();
  });

  it('when the script was let in, and refused on its way to the functions', async () => {
    const detailOfScript =
      '连接不上 Lectern 服务。 (You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request)';
    const problem = aProblem({ detail: detailOfScript, requestId: '' });
    const { part, press } = await open({ callFunction: () => ({ ok: false, problem }) });
    await press('check');
    expect(await part('check-error').textContent()).toContain(nextStep);
  });

  it('but not for a function’s own answer, whatever words of the workbook it has', async () => {
    const problem = aProblem({ detail: '预览之后有改动：授权。', requestId: 'r-1' });
    const { part, press } = await open({ callFunction: () => ({ ok: false, problem }) });
    await press('check');
    const shown = (await part('check-error').textContent()) ?? '';
    expect(shown).toContain('预览之后有改动：授权。');
    expect(shown).not.toContain(nextStep);
  });
});
