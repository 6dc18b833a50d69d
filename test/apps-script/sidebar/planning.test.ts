import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { PlanPreview } from '#core/contract/plan-quarter';
import type { SpeakerCardShown } from '#core/contract/speaker-card';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { runScript } from '../fake-google';
import { aContext, aPreview } from './answers';
import { openSidebar, type OpenSidebar } from './open-sidebar';

const project = buildProject();
const late = runScript(project.read('main.js')).call('getLatePanels');
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

type Call = readonly [name: string, request: Readonly<Record<string, unknown>>];

/** What the sidebar calls is kept; each answer is by the function's name and its action. */
async function open(answers: Readonly<Record<string, unknown>>) {
  const calls: Call[] = [];
  sidebar = await openSidebar(browser, project.read('sidebar.html'), (name, values) => {
    if (name === 'getContext') return aContext();
    if (name === 'goToCell') return true;
    if (name === 'getLatePanels') return late;
    const [called, request] = [String(values[0]), values[1] as Call[1]];
    calls.push([called, request]);
    const { action } = request;
    return {
      ok: true,
      value: answers[typeof action === 'string' ? `${called} ${action}` : called],
    };
  });
  return { page: sidebar.page, calls };
}

const amount = (cents: number, text: string) => ({ cents, text });
const TAB = { title: '排课建议', sheetId: 77 };
const PLAN: PlanPreview = {
  action: 'preview',
  from: '2027-01-01',
  to: '2027-03-31',
  slots: 10,
  proposals: [
    {
      when: '2027年1月8日（星期五）下午2:30—5:00',
      title: '数据资源与数字政府',
      speaker: '闻人达',
      venue: '区委党校报告厅',
      fee: amount(5357_14, '5,357.14'),
      reason: '点单第1位（25分，9人）',
    },
  ],
  fees: amount(5357_14, '5,357.14'),
  concerns: ['2027年没有师资费预算，讲课费没有与预算比较。'],
  tab: TAB,
};
const CARD: SpeakerCardShown = {
  action: 'card',
  session: {
    id: 'S11',
    title: '营商环境与民营经济',
    when: '2026年11月27日（星期五）下午2:30—5:00',
  },
  speaker: {
    name: '方令仪',
    unit: '省委党校',
    level: '正高',
    tier: '省',
    field: '高质量发展',
    unavailable: '',
  },
  years: [{ year: 2026, sessions: 1, hours: '3', fees: amount(3550_00, '3,550.00') }],
  last: '2026-09-12',
  score: null,
  answer: { label: '希望改期', isMoved: true, lines: [{ label: '可行日期', value: '12月4日' }] },
  warnings: ['方令仪在2026-10-30授课，间隔不足60天'],
};

describe('the planning panel', () => {
  test('shows each proposal with its reason, and what is not met, then writes the same period', async () => {
    const { page, calls } = await open({
      'planQuarter preview': PLAN,
      'planQuarter write': { ...PLAN, action: 'write' },
    });
    await page.click('[data-panel="planning"] summary');
    await page.fill('[data-field="plan-from"]', '2027-01-01');
    await page.fill('[data-field="plan-to"]', '2027-03-31');
    await page.click('[data-action="planning-preview"]');
    const proposals = await page.textContent('[data-testid="proposals"]');
    expect(proposals).toContain('数据资源与数字政府');
    expect(proposals).toContain('点单第1位（25分，9人）');
    expect(await page.textContent('[data-testid="concerns"]')).toContain('没有师资费预算');
    await page.click('[data-action="planning-write"]');
    await page.waitForSelector('[data-testid="planning-result"] [data-testid="tab-link"]');
    const period = { from: '2027-01-01', to: '2027-03-31' };
    expect(calls.slice(-2)).toEqual([
      ['planQuarter', { action: 'preview', ...period }],
      ['planQuarter', { action: 'write', ...period }],
    ]);
  });

  test('says that no row is ticked', async () => {
    const answer = { action: 'accept', ticked: 0, sessions: [], concerns: [], tab: TAB };
    const { page } = await open({ 'planQuarter accept': answer });
    await page.click('[data-action="planning-accept"]');
    await page.waitForSelector('[data-testid="planning-result"] [data-testid="tab-link"]');
    expect(await page.textContent('[data-testid="planning-status"]')).toMatch(
      /没有勾选的行|No row/,
    );
  });

  test('shows a speaker’s card with what speaks against the session, and previews the invitation', async () => {
    const { page, calls } = await open({ 'speakerCard card': CARD });
    await page.click('[data-action="speaker-card"]');
    expect(await page.textContent('[data-testid="concerns"]')).toContain('间隔不足60天');
    expect(await page.textContent('[data-testid="speaker-answer"]')).toContain('12月4日');
    await page.click('[data-action="speaker-invite"]');
    await page.waitForSelector('[data-testid="notice-error"]');
    expect(calls.at(-1)).toEqual([
      'weeklyNotice',
      { action: 'preview', kind: 'invitation', occasionId: 'S11' },
    ]);
  });

  test('shows in the invitation’s preview what speaks against the session, above the button to send', async () => {
    const warnings = ['方令仪在2026-10-16授课，间隔不足60天'];
    const preview = aPreview({ kind: 'invitation', messages: 1, warnings });
    const answers = { 'speakerCard card': CARD, 'weeklyNotice preview': preview };
    const { page } = await open(answers);
    await page.click('[data-action="speaker-card"]');
    await page.click('[data-action="speaker-invite"]');
    await page.waitForSelector('[data-action="notice-send"]');
    expect(
      await page.textContent('[data-testid="notice-result"] [data-testid="concerns"]'),
    ).toContain('间隔不足60天');
  });

  test('shows the activity plan, and makes its file only when it is asked for', async () => {
    const paper = { title: '活动方案', html: '<h1>活动方案</h1>', text: '活动方案', file: null };
    const plan = { from: '2027-01-01', to: '2027-03-31', sessions: 3, fees: amount(0, '0.00') };
    const answers: Record<string, unknown> = { activityPlan: { ...plan, document: paper } };
    const { page, calls } = await open(answers);
    await page.click('[data-action="planning-activity"]');
    await page.waitForSelector('[data-testid="document-preview"]');
    answers['activityPlan'] = {
      ...plan,
      document: { ...paper, file: { name: '活动方案.docx', content: 'UEsDBA==' } },
    };
    await page.click('[data-action="document-file"]');
    const link = await page.waitForSelector('[data-testid="document-file"]');
    expect(await link.getAttribute('download')).toBe('活动方案.docx');
    expect(await link.getAttribute('href')).toMatch(/;base64,UEsDBA==$/);
    expect(calls.map(([, request]) => request['withFile'])).toEqual([false, true]);
    await page.evaluate(
      `Object.defineProperty(navigator, 'clipboard', { value: { write: () => Promise.reject(new Error('denied')) } })`,
    );
    await page.click('[data-action="document-copy"]');
    await page
      .locator('[data-testid="document-copied"]')
      .getByText(/浏览器不允许复制|does not allow copying/)
      .waitFor();
  });
});
