import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { BulletinResponse } from '#core/contract/bulletin';
import type { EvaluatedSession, EvaluationReportResponse } from '#core/contract/evaluation-report';
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

type Call = readonly [name: string, request: Readonly<Record<string, unknown>>];

/** What the sidebar calls is kept; each function is answered by `answer`. */
async function open(answer: (name: string, request: Call[1]) => unknown) {
  const calls: Call[] = [];
  sidebar = await openSidebar(browser, project.read('sidebar.html'), (name, values) => {
    if (name === 'getContext') return aContext();
    if (name === 'goToCell') return true;
    const [called, request] = [String(values[0]), values[1] as Call[1]];
    calls.push([called, request]);
    return answer(called, request);
  });
  return { page: sidebar.page, part: sidebar.part, press: sidebar.press, calls };
}

const value = (found: unknown) => ({ ok: true, value: found });

const BULLETIN: BulletinResponse = {
  from: '2026-10-01',
  to: '2026-12-31',
  period: '2026年第四季度',
  occasionId: 'quarter/2026-10-01/',
  document: {
    title: '关于2026年第四季度学习情况的通报',
    html: '<h1>学习情况的通报</h1><p>出勤率92.3%</p>',
    text: '关于2026年第四季度学习情况的通报',
    file: null,
  },
};

const SEALED: EvaluatedSession = {
  id: 'S10',
  number: 10,
  date: '2026-11-20',
  title: '基层治理',
  speaker: '方令仪',
  came: 80,
  received: 6,
  response: '7.5%',
  state: 'sealed',
  stateLabel: '密封',
  lastDay: '2026-11-27',
  canClose: true,
  figures: null,
  draft: null,
};
const SHOWN: EvaluatedSession = {
  ...SEALED,
  id: 'S09',
  date: '2026-11-13',
  title: '数字政府',
  state: 'shown',
  stateLabel: '已公布',
  canClose: false,
  figures: {
    answers: 6,
    items: [
      { label: '理论性', mean: '4.50' },
      { label: '信息量', mean: '4.67' },
    ],
    mean: '4.58',
    points: '91.7',
    satisfied: '96.7%',
    excellent: '61.5%',
  },
  draft: { subject: '第9期教学评价', text: '方令仪老师：\n总体4.58分' },
};
const RESULTS: EvaluationReportResponse = {
  from: '2026-01-01',
  to: '2026-12-31',
  sessions: [SEALED, SHOWN],
  opened: 0,
  broken: 1,
  leftOut: 2,
  tabs: [{ title: '评价-期次', sheetId: 71 }],
};

describe('the bulletin in its panel', () => {
  test('is previewed for the chosen period, day and number, and its file made only when asked for', async () => {
    const file = { name: '通报.docx', content: 'UEsDBA==' };
    const { page, part, press, calls } = await open((_, { withFile }) =>
      value(
        withFile === true ? { ...BULLETIN, document: { ...BULLETIN.document, file } } : BULLETIN,
      ),
    );
    await page.selectOption('[data-action="bulletin-length"]', 'quarter');
    await page.click('[data-panel="bulletin"] summary');
    await page.fill('[data-field="bulletin-day"]', '2026-11-20');
    await page.fill('[data-field="bulletin-number"]', ' 区组通〔2026〕12号 ');
    await press('bulletin-preview');
    await part('document-preview').waitFor();
    expect(await part('bulletin-status').textContent()).toBe('2026年第四季度的通报，请核对。');
    await press('document-file');
    const link = await page.waitForSelector('[data-testid="document-file"]');
    expect(await link.getAttribute('download')).toBe('通报.docx');
    const choice = { length: 'quarter', day: '2026-11-20', number: '区组通〔2026〕12号' };
    expect(calls).toEqual([
      ['bulletin', choice],
      ['bulletin', { ...choice, withFile: true }],
    ]);
  });

  test('asks for nothing beside the length where nothing was chosen', async () => {
    const { part, press, calls } = await open(() => value(BULLETIN));
    await press('bulletin-preview');
    await part('document-preview').waitFor();
    expect(calls).toEqual([['bulletin', { length: 'month' }]]);
  });

  test('is not asked for with a stroke in its number', async () => {
    const { page, press, calls } = await open(() => value(BULLETIN));
    await page.click('[data-panel="bulletin"] summary');
    await page.fill('[data-field="bulletin-number"]', '区组通/12号');
    await press('bulletin-preview');
    expect(await page.locator('[data-field="bulletin-number"]:focus:invalid').count()).toBe(1);
    expect(calls).toEqual([]);
  });

  test('is mailed from the notice panel, after a preview of the mail', async () => {
    const { page, press, calls } = await open((name) =>
      name === 'bulletin' ? value(BULLETIN) : { ok: false, problem: aProblem() },
    );
    await press('bulletin-preview');
    await press('bulletin-mail');
    await page.waitForSelector('[data-testid="notice-error"]');
    expect(calls.at(-1)).toEqual([
      'weeklyNotice',
      { action: 'preview', kind: 'bulletin', occasionId: 'quarter/2026-10-01/' },
    ]);
  });
});

describe('the evaluations in the panel', () => {
  test('show figures and draft where results are shown, and neither where they are sealed', async () => {
    const { page, part, press } = await open(() => value(RESULTS));
    await press('evaluation-report');
    const sessions = part('evaluated-session');
    await sessions.first().waitFor();
    expect(await part('bulletin-status').textContent()).toBe('有评价的2期，已公布1期。');
    expect(await part('bulletin-result').textContent()).toContain('有3份评价无法计入。');
    expect(await sessions.nth(0).textContent()).toBe(
      '2026-11-20 基层治理密封收回6份，实到80人，回收率7.5%。密封至2026-11-27，到期以后汇总时一并启封。提前截止并启封',
    );
    expect(await sessions.nth(1).textContent()).toContain(
      '平均4.58分（百分制91.7），满意率96.7%，优秀率61.5%。',
    );
    expect(await sessions.nth(1).textContent()).toContain('理论性 4.50');
    expect(await sessions.nth(1).locator('textarea').inputValue()).toBe(
      '第9期教学评价\n\n方令仪老师：\n总体4.58分',
    );
    expect(await page.locator('[data-action="evaluation-close"]').count()).toBe(1);
    expect(await part('tab-link').textContent()).toContain('评价-期次');
  });

  test('are closed early only after a question, and not twice by trying again', async () => {
    let calledClose = 0;
    const { page, part, press, calls } = await open((_, { close }) => {
      if (close === undefined) return value(RESULTS);
      calledClose += 1;
      return { ok: false, problem: aProblem() };
    });
    await press('evaluation-report');
    await part('evaluated-session').first().locator('summary').click();
    await press('evaluation-close');
    expect(await page.locator('dialog').textContent()).toContain('已收回6份');
    await press('evaluation-close-cancel');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(calls).toEqual([['evaluationReport', {}]]);

    await press('evaluation-close');
    await press('evaluation-close-confirm');
    await part('bulletin-error').waitFor();
    await press('retry');
    await part('evaluated-session').first().waitFor();
    expect(calls.slice(1)).toEqual([
      ['evaluationReport', { close: 'S10' }],
      ['evaluationReport', {}],
    ]);
    expect(calledClose).toBe(1);
  });

  test('lead to the mail with the link', async () => {
    const { page, press, calls } = await open((name) =>
      name === 'evaluationReport' ? value(RESULTS) : { ok: false, problem: aProblem() },
    );
    await press('evaluation-report');
    await press('evaluation-invite');
    await page.waitForSelector('[data-testid="notice-error"]');
    expect(calls.at(-1)).toEqual(['weeklyNotice', { action: 'preview', kind: 'evaluation' }]);
  });
});
