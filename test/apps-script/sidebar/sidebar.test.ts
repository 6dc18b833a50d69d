import { afterAll, afterEach, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { runScript } from '../fake-google';
import { aCheck, aContext, aFinding, aPreview, aProblem, aSample, aSending } from './answers';
import { openSidebar, type Answer, type OpenSidebar } from './open-sidebar';
import { describeAttendance } from './attendance';
import { describeLeave } from './leave';
import { describeSuggestions } from './suggestions';

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

/** Opens the sidebar; `answer` answers the calls of functions, by function name and request. */
async function open(
  answer: (name: string, request: Readonly<Record<string, unknown>>) => unknown,
  context = aContext(),
): Promise<OpenSidebar> {
  const all: Answer = (name, values) => {
    if (name === 'getContext') return context;
    if (name === 'getLatePanels') return runScript(project.read('main.js')).call('getLatePanels');
    if (name === 'goToCell') return true;
    return answer(String(values[0]), values[1] as Record<string, unknown>);
  };
  sidebar = await openSidebar(browser, project.read('sidebar.html'), all);
  return sidebar;
}

const value = (found: unknown) => ({ ok: true, value: found });

describe('opening', () => {
  test.each([
    [
      'zh-CN',
      [
        '本周',
        '校验录入',
        '请假',
        '签到',
        '考勤统计',
        '本周通知',
        '经费',
        '点单',
        '评价与通报',
        '计划与师资',
        '导入',
        '新年度',
        '初始化工作簿',
      ],
    ],
    [
      'zh-TW',
      [
        '本週',
        '檢核輸入',
        '請假',
        '簽到',
        '考勤統計',
        '本週通知',
        '經費',
        '點單',
        '評價與通報',
        '計劃與師資',
        '匯入',
        '新年度',
        '初始化活頁簿',
      ],
    ],
    [
      'en',
      [
        'This week',
        'Check entries',
        'Leave',
        'Sign-in',
        'Attendance',
        "This week's notice",
        'Budget',
        'Ordering topics',
        'Evaluation and bulletin',
        'Planning and speakers',
        'Import',
        'New year',
        'Set up the workbook',
      ],
    ],
  ] as const)('shows the panels in the user’s language %s', async (language, titles) => {
    const { page } = await open(() => null, aContext({ language }));
    await page.waitForSelector('.card');
    expect(await page.locator('h2').allTextContents()).toEqual(titles);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
  });

  it('leads from the icon at the top to its panel, ready for the keyboard', async () => {
    const { page } = await open(() => null, aContext({ language: 'en' }));
    await page.getByRole('navigation').getByRole('button', { name: 'Set up the workbook' }).click();
    const panel = page.locator('[data-panel="set-up"]');
    expect(await panel.locator('[data-action="set-up"]:focus').count()).toBe(1);
    const box = await panel.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 700)).toBeLessThan(700);
  });

  it('starts with a check when the menu asked for one', async () => {
    const { part, calls } = await open(() => value(aCheck()), aContext({ start: 'check' }));
    await part('finding').waitFor();
    expect(calls).toEqual([['callFunction', 'checkEntries', {}]]);
  });

  it('can be tried again when the script did not answer', async () => {
    let failures = 1;
    sidebar = await openSidebar(browser, project.read('sidebar.html'), (name) => {
      if (failures-- > 0) throw new Error('the script did not start');
      return name === 'getContext' ? aContext() : null;
    });
    await sidebar.part('open-error').waitFor();
    expect(await sidebar.part('open-error').textContent()).toContain('the script did not start');
    await sidebar.press('retry');
    await sidebar.page.waitForSelector('.card');
  });
});

describe('checking entries', () => {
  it('leads from a finding to its cell and from the last line to the checks tab', async () => {
    const { part, press, calls } = await open(() => value(aCheck()));
    await press('check');
    expect(await part('finding').textContent()).toContain('花名册 · C12');
    await part('finding').click();
    await part('tab-link').click();
    expect(calls.slice(1)).toEqual([
      ['goToCell', 5, 'C12'],
      ['goToCell', 9, null],
    ]);
  });

  it('counts by severity and says where all findings are', async () => {
    const counts = { error: 60, warning: 2, info: 0 };
    const findings = Array.from({ length: 60 }, () => aFinding());
    const { page, part, press } = await open(() => value(aCheck({ counts, findings })));
    await press('check');
    await part('tab-link').waitFor();
    expect(await page.locator('summary .count').allTextContents()).toEqual(['60', '2']);
    expect(await part('finding').count()).toBe(30);
    expect(await part('tab-link').textContent()).toBe('全部 62 条见工作表“校验结果”');
  });

  it('shows the content of cells as text, never as markup', async () => {
    const message = '<img src=x onerror="document.title=1"><b>粗</b>';
    const { page, part, press } = await open(() =>
      value(aCheck({ findings: [aFinding({ message, tabTitle: message })] })),
    );
    await press('check');
    expect(await part('finding').textContent()).toContain(message);
    expect(await page.locator('img, .finding b').count()).toBe(0);
  });

  it('keeps every action waiting while one is under way', async () => {
    let finish = (): void => undefined;
    const running = new Promise<void>((resolve) => (finish = resolve));
    const { page, part, press } = await open(() => running.then(() => value(aCheck())));
    await press('check');
    await page.waitForSelector('[data-panel="check"][aria-busy="true"]');
    expect(await page.locator('[data-action]:enabled').count()).toBe(0);
    expect(await part('check-status').textContent()).toBe('正在校验……');
    finish();
    await part('finding').waitFor();
    await page.waitForSelector('[data-action="check"]:enabled');
    expect(await page.locator('[data-action]:disabled').count()).toBe(0);
  });

  it('says what failed and what to do, and tries again', async () => {
    const answers = [{ ok: false, problem: aProblem() }, value(aCheck())];
    const { part, press } = await open(() => answers.shift());
    await press('check');
    const shown = await part('check-error').textContent();
    expect(shown).toContain('Google 没有回应。');
    expect(shown).toContain('怎么办：请稍后再试。');
    expect(shown).toContain('请求编号 r-4f1c');
    await press('retry');
    await part('finding').waitFor();
    expect(await part('check-error').count()).toBe(0);
  });
});

describe('the notice', () => {
  it('is sent only after the clerk has confirmed, and exactly as previewed', async () => {
    const { page, part, press, calls } = await open((_, { action }) =>
      value(action === 'send' ? aSending() : aPreview()),
    );
    await press('notice-preview');
    await press('notice-send');
    expect(await page.locator('dialog').textContent()).toContain('发送给 2 人？');
    await press('notice-send-cancel');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(calls).toHaveLength(1);

    await press('notice-send');
    await press('notice-send-confirm');
    await part('notice-status').getByText('已发送 2 封。').waitFor();
    expect(calls.slice(1)).toEqual([
      [
        'callFunction',
        'weeklyNotice',
        { action: 'send', occasionId: 'S011', fingerprint: 'a'.repeat(64), seconds: 50 },
      ],
    ]);
  });

  it('is not sent by Enter or Escape in the question', async () => {
    const { page, press, calls } = await open(() => value(aPreview()));
    await press('notice-preview');
    for (const key of ['Enter', 'Escape']) {
      await press('notice-send');
      await page.keyboard.press(key);
      await page.waitForSelector('dialog', { state: 'detached' });
    }
    expect(calls).toHaveLength(1);
  });

  it('cannot be sent while findings block it', async () => {
    const { page, part, press } = await open(() => value(aPreview({ findings: [aFinding()] })));
    await press('notice-preview');
    await part('finding').waitFor();
    expect(await part('notice-status').textContent()).toBe('有 1 个错误，改正后才能发送。');
    expect(await page.locator('[data-action="notice-send"]').count()).toBe(0);
  });

  it('shows who is left out and why', async () => {
    const { part, press } = await open(() => value(aPreview()));
    await press('notice-preview');
    expect(await part('notice-skipped').textContent()).toBe('不发送1 人没有邮箱钱云');
  });

  it('shows the mail of the chosen person', async () => {
    const { page, part, press, calls } = await open((_, { memberId }) => {
      const sample = aSample('p2@example.org', '李秀英同志：');
      return value(memberId === 'P002' ? aPreview({ sample }) : aPreview());
    });
    await press('notice-preview');
    await page.selectOption('[data-action="notice-recipient"]', 'P002');
    await part('notice-sample').getByText('p2@example.org').waitFor();
    await page.frameLocator('iframe').getByText('李秀英同志：').waitFor();
    expect(calls[1]?.[2]).toEqual({ action: 'preview', occasionId: 'S011', memberId: 'P002' });
  });

  it('shows a new preview when the workbook changed in between', async () => {
    const newer = aPreview({ fingerprint: 'b'.repeat(64), messages: 1 });
    const { page, part, press } = await open((_, { memberId }) =>
      value(memberId === 'P002' ? newer : aPreview()),
    );
    await press('notice-preview');
    await page.selectOption('[data-action="notice-recipient"]', 'P002');
    await part('notice-status').getByText('工作簿有改动').waitFor();
    expect(await page.textContent('[data-action="notice-send"]')).toBe('发送给 1 人');
  });

  it('runs no script of the mail and fetches nothing for it', async () => {
    const html =
      '<script>parent.document.title = "taken"</script><img src="https://example.org/x">';
    const { page, press } = await open(() =>
      value(aPreview({ sample: { ...aSample('p1@example.org', ''), html } })),
    );
    const fetched: string[] = [];
    await page.route(/^https?:/, (route) => {
      fetched.push(route.request().url());
      return route.abort();
    });
    await press('notice-preview');
    await page.frameLocator('iframe').locator('img').waitFor({ state: 'attached' });
    expect(await page.getAttribute('iframe', 'sandbox')).toBe('');
    expect(await page.title()).toBe('讲台 Lectern');
    expect(fetched).toEqual([]);
  });

  test.each([
    ['google-unavailable', true],
    ['preview-outdated', false],
  ] as const)('that failed with %s is previewed again, not resent', async (code, doubt) => {
    const { part, press, calls } = await open((_, { action }) =>
      action === 'send' ? { ok: false, problem: aProblem({ code }) } : value(aPreview()),
    );
    await press('notice-preview');
    await press('notice-send');
    await press('notice-send-confirm');
    const shown = await part('notice-error').textContent();
    expect(shown?.includes('部分邮件可能已经发出')).toBe(doubt);
    await press('retry');
    await part('notice-sample').waitFor();
    expect(calls.at(-1)?.[2]).toEqual({ action: 'preview' });
  });

  it('names those for whom it is not certain', async () => {
    const unknown = [{ memberId: 'P002', name: '李秀英', code: 'unknown', reason: '连接中断' }];
    const { part, press } = await open((_, { action }) =>
      value(action === 'send' ? aSending({ sent: 1, unknown }) : aPreview()),
    );
    await press('notice-preview');
    await press('notice-send');
    await press('notice-send-confirm');
    expect(await part('notice-unknown').textContent()).toContain('连接中断李秀英');
    expect(await part('notice-result').textContent()).toContain('不要重复发送');
  });
});

describe('set-up', () => {
  it('shows which tabs are new', async () => {
    const { part, press } = await open(() =>
      value({
        created: ['日程', '考勤'],
        upgraded: [],
        unchanged: 15,
        remarks: ['“花名册”的列标题在第3行，保持原样。'],
      }),
    );
    await press('set-up');
    expect(await part('set-up-result').textContent()).toBe(
      '新建（2）日程、考勤“花名册”的列标题在第3行，保持原样。15 个工作表没有变化。',
    );
  });
});

describeLeave(open);
describeSuggestions(open);

describeAttendance(open);
