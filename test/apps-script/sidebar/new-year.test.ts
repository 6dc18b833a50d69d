import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { StartYearApplied, StartYearPreview } from '#core/contract/start-year';
import type { Language } from '#core/text/language';
import { accessibilityProblems } from '#test/support/accessibility';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { runScript } from '../fake-google';
import { aContext, aProblem } from './answers';
import { openSidebar, type OpenSidebar } from './open-sidebar';

const project = buildProject();
const script = runScript(project.read('main.js')).call('getLatePanels');
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

const SOURCE = 'https://docs.google.com/spreadsheets/d/last-year/edit#gid=0';
const FINGERPRINT = 'a'.repeat(64);

const WRITTEN = {
  year: 2027,
  sourceTitle: '理论学习 2026',
  tabs: [
    { title: '花名册', rows: 111, leftOut: 2 },
    { title: '师资库', rows: 24, leftOut: 0 },
    { title: '模板', rows: 0, leftOut: 0 },
  ],
  emptied: [],
  reports: [],
  settings: 9,
  keptSettings: ['单位名称'],
  hours: { people: 108, from: '2026-01-01', to: '2026-12-31', notRecorded: 3 },
  matters: [
    {
      kind: 'fee' as const,
      label: '讲课费未入账',
      sessionId: 'S02',
      title: '数字政府',
      date: '2026-09-12',
      name: '方令仪',
      unit: '省委党校',
      dueOn: null,
      gross: { cents: 3550_00, text: '3,550.00' },
    },
  ],
  matterCounts: { makeUp: 40, fee: 1, session: 2 },
  unpaid: { cents: 3550_00, text: '3,550.00' },
};

const aYear = (changes: Partial<StartYearPreview> = {}): StartYearPreview => ({
  action: 'preview',
  ...WRITTEN,
  withEntries: [],
  canApply: true,
  fingerprint: FINGERPRINT,
  ...changes,
});
const APPLIED: StartYearApplied = {
  action: 'apply',
  ...WRITTEN,
  tab: { title: '上年度未了事项', sheetId: 88 },
};

type Refused = ReturnType<typeof aProblem>;
type Answers = Readonly<Record<'preview' | 'apply', StartYearPreview | StartYearApplied | Refused>>;

interface Wishes {
  readonly how?: 'link' | 'copy';
  readonly language?: Language;
}

/** Opens the panel, enters last year's workbook or says that this is a copy, and asks for the preview. */
async function preview(
  answers: Answers,
  { how = 'link', language = 'zh-CN' }: Wishes = {},
): Promise<OpenSidebar> {
  const opened = await openSidebar(browser, project.read('sidebar.html'), (name, [, request]) => {
    if (name === 'getContext') return aContext({ language });
    if (name === 'getLatePanels') return script;
    if (name === 'goToCell') return true;
    const { action } = request as { readonly action: keyof Answers }; // what the sidebar sends
    const answer = answers[action];
    return 'action' in answer ? { ok: true, value: answer } : { ok: false, problem: answer };
  });
  sidebar = opened;
  await opened.press('new-year');
  if (how === 'copy') await opened.press('new-year-copy');
  else {
    await opened.page.fill('[data-field="new-year-source"]', ` ${SOURCE} `);
    await opened.press('new-year-preview');
  }
  return opened;
}

describe('the panel of a new year', () => {
  test('shows what is taken over and what is left open, then writes what was previewed', async () => {
    const { page, calls, press, part } = await preview({ preview: aYear(), apply: APPLIED });
    const tabs = await part('new-year-tabs').locator('li').allTextContents();
    expect(tabs).toEqual(['花名册：111 行，不转入 2 行', '师资库：24 行', '设置：9 项']);
    expect(await part('new-year-kept').locator('li').allTextContents()).toEqual(['单位名称']);
    const hours = await part('new-year-hours').textContent();
    expect(hours).toContain('108 人写入“以前累计”，2026-01-01 至 2026-12-31');
    expect(hours).toContain('3 处考勤没有记录');
    await part('new-year-matters').locator('summary').click();
    const matters = await part('new-year-matters').textContent();
    expect(matters).toContain('讲课费未入账 · 方令仪 · 省委党校');
    expect(matters).toContain('S02 · 数字政府 · 2026-09-12 · 3,550.00');
    expect(matters).toContain('… + 42');
    expect(await part('new-year-result').textContent()).toContain(
      '未补课 40 人次，讲课费未入账 1 笔，未办的期次 2 期',
    );
    expect(await part('new-year-unpaid').textContent()).toContain('3,550.00 元');
    expect(await part('new-year-status').textContent()).toBe('将从“理论学习 2026”转入2027年度。');
    await press('new-year-apply');
    await part('tab-link').click();
    expect(await part('new-year-status').textContent()).toBe('已从“理论学习 2026”转入2027年度。');
    expect(await page.locator('[data-action="new-year-apply"]').count()).toBe(0);
    expect(calls).toEqual([
      ['getLatePanels'],
      ['callFunction', 'startYear', { action: 'preview', source: SOURCE }],
      ['callFunction', 'startYear', { action: 'apply', source: SOURCE, fingerprint: FINGERPRINT }],
      ['goToCell', 88, null],
    ]);
  });

  test('begins in a copy without a link: shows what is emptied and deleted, and applies that', async () => {
    const copied = { emptied: [{ title: '考勤', rows: 1079 }], reports: ['签到-S05'] };
    const { page, calls, press, part } = await preview(
      { preview: aYear(copied), apply: { ...APPLIED, ...copied } },
      { how: 'copy' },
    );
    expect(await part('new-year-emptied').locator('li').allTextContents()).toEqual([
      '考勤：1,079 行',
    ]);
    await part('new-year-reports').locator('summary').click();
    expect(await part('new-year-reports').textContent()).toContain('签到-S05');
    expect(await part('new-year-status').textContent()).toContain('将把本副本改为2027年度的工作簿');
    expect(await page.inputValue('[data-field="new-year-source"]')).toBe('');
    await press('new-year-apply');
    await part('tab-link').waitFor();
    expect(await part('new-year-status').textContent()).toBe('本副本已改为2027年度的工作簿。');
    expect(calls).toEqual([
      ['getLatePanels'],
      ['callFunction', 'startYear', { action: 'preview' }],
      ['callFunction', 'startYear', { action: 'apply', fingerprint: FINGERPRINT }],
    ]);
  });

  test('asks for the workbook, and another workbook needs a preview of its own', async () => {
    const { page, calls, press, part } = await preview({ preview: aYear(), apply: APPLIED });
    await page.waitForSelector('[data-action="new-year-apply"]');
    await page.fill('[data-field="new-year-source"]', '  ');
    expect(await page.locator('[data-action="new-year-apply"]').count()).toBe(0);
    await press('new-year-preview');
    expect(calls).toHaveLength(2);
    await page.fill('[data-field="new-year-source"]', 'other-year');
    await press('new-year-preview');
    await part('new-year-tabs').waitFor();
    await page.waitForSelector('[data-action="new-year-apply"]');
    expect(calls.at(-1)).toEqual([
      'callFunction',
      'startYear',
      { action: 'preview', source: 'other-year' },
    ]);
  });

  test('says why a workbook with entries is refused, and offers no writing', async () => {
    const withEntries = ['花名册', '日程'];
    const refused = aYear({ canApply: false, withEntries });
    const { page, part } = await preview({ preview: refused, apply: APPLIED });
    await part('new-year-tabs').waitFor();
    expect(await part('new-year-status').textContent()).toContain('不能转入：花名册、日程');
    expect(await page.locator('[data-action="new-year-apply"]').count()).toBe(0);
  });

  test('a refused preview leads back to the link, a refused apply to a new preview', async () => {
    const wrong = await preview({ preview: aProblem(), apply: aProblem() });
    await wrong.part('new-year-error').getByRole('button', { name: '核对链接' }).click();
    expect(await wrong.page.inputValue('[data-field="new-year-source"]')).toBe(SOURCE);
    await wrong.page.close();
    const { calls, press, part } = await preview({ preview: aYear(), apply: aProblem() });
    await press('new-year-apply');
    await part('new-year-error').getByRole('button', { name: '更新预览' }).click();
    await part('new-year-tabs').waitFor();
    expect(calls.at(-1)).toEqual([
      'callFunction',
      'startYear',
      { action: 'preview', source: SOURCE },
    ]);
  });

  test.each(['zh-CN', 'zh-TW', 'en'] as const)('keeps nobody out in %s', async (language) => {
    const { page, part } = await preview({ preview: aYear(), apply: APPLIED }, { language });
    await part('new-year-matters').locator('summary').click();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
