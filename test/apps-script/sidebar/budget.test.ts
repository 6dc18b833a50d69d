import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ExecutionAnswer, SettlementAnswer } from '#core/contract/budget-report';
import type { FeePreview } from '#core/contract/lecture-fees';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { aContext, aFinding, aProblem } from './answers';
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
  answer: (name: string, request: Readonly<Record<string, unknown>>) => unknown,
): Promise<OpenSidebar> {
  sidebar = await openSidebar(browser, project.read('sidebar.html'), (name, values) => {
    if (name === 'getContext') return aContext();
    if (name === 'goToCell') return true;
    return answer(String(values[0]), values[1] as Record<string, unknown>);
  });
  return sidebar;
}

/** Whether the control has the value, asked in the page. */
const valueOf = (action: string, wanted: string): string =>
  `document.querySelector('[data-action="${action}"]')?.value === '${wanted}'`;

const value = (found: unknown) => ({ ok: true, value: found });
const amount = (cents: number, text: string) => ({ cents, text });
const TAXED = { gross: amount(3550_00, '3,550.00'), tax: amount(550_00, '550.00') };
const TAB = { title: '报表-讲课费发放表', sheetId: 31 };
const FINGERPRINT = 'a'.repeat(64);

const aFee = (changes: Partial<FeePreview> = {}): FeePreview => ({
  action: 'preview',
  session: { id: 'S011', title: '区域经济协调发展', when: '2026年11月27日（星期五）下午2:30' },
  sessions: [
    { id: 'S011', date: '2026-11-27', title: '区域经济协调发展' },
    { id: 'S010', date: '2026-11-20', title: '城市内涝的应急处置' },
  ],
  speaker: { name: '方令仪', title: '正高' },
  steps: [
    { label: '税后', working: '3学时 × 1,000.00元', result: '3,000.00' },
    { label: '税前', working: '(3,000.00 − 160.00) ÷ 0.8', result: '3,550.00' },
  ],
  net: amount(3000_00, '3,000.00'),
  ...TAXED,
  taxBasis: 'month',
  alone: TAXED,
  together: TAXED,
  earlierInMonth: 0,
  banner: null,
  recorded: null,
  findings: [],
  canConfirm: true,
  fingerprint: FINGERPRINT,
  ...changes,
});
const SHEET = {
  action: 'sheet',
  payments: 2,
  net: amount(6000_00, '6,000.00'),
  ...TAXED,
  tab: TAB,
};
const aBooking = (outcome: 'written' | 'alreadyRecorded') => ({
  action: 'confirm',
  outcome,
  expenseId: 'E028',
  ...TAXED,
  tab: outcome === 'written' ? TAB : null,
});

describe('the session’s fee', () => {
  it('is shown step by step, and its sheet is one press away', async () => {
    const { part, press, calls } = await open((_, { action }) =>
      value(action === 'sheet' ? SHEET : aFee()),
    );
    await press('budget-fee');
    const steps = await part('fee-steps').textContent();
    expect(steps).toContain('税前(3,000.00 − 160.00) ÷ 0.83,550.00');
    expect(await part('budget-status').textContent()).toBe(
      '税后 3,000.00 元，税前 3,550.00 元，个税 550.00 元。',
    );
    await press('fee-sheet');
    await part('tab-link').click();
    expect(calls).toEqual([
      ['callFunction', 'lectureFees', { action: 'preview' }],
      ['callFunction', 'lectureFees', { action: 'sheet', sessionId: 'S011' }],
      ['goToCell', 31, null],
    ]);
  });

  it('is of another session when the clerk chooses one', async () => {
    const { page, part, press, calls } = await open((_, { sessionId = 'S011' }) =>
      value(aFee({ session: { ...aFee().session, id: String(sessionId) } })),
    );
    await press('budget-fee');
    const choice = page.locator('[data-action="fee-session"]');
    expect(await choice.locator('option').allTextContents()).toEqual([
      '2026-11-27 区域经济协调发展',
      '2026-11-20 城市内涝的应急处置',
    ]);
    await choice.selectOption('S010');
    await page.waitForFunction(valueOf('fee-session', 'S010'));
    await part('fee-steps').waitFor();
    await press('fee-sheet');
    expect(calls.map(([, , request]) => request)).toEqual([
      { action: 'preview' },
      { action: 'preview', sessionId: 'S010' },
      { action: 'sheet', sessionId: 'S010' },
    ]);
  });

  it('is booked only after the clerk has confirmed, and exactly as shown', async () => {
    const { page, part, press, calls } = await open((_, { action }) =>
      value(action === 'confirm' ? aBooking('written') : aFee()),
    );
    await press('budget-fee');
    await press('fee-confirm');
    expect(await page.locator('dialog').textContent()).toContain('把税前 3,550.00 元记入支出？');
    await press('fee-book-cancel');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(calls).toHaveLength(1);
    await press('fee-confirm');
    await press('fee-book-confirm');
    await part('budget-status').getByText('已入账：E028，税前 3,550.00 元。').waitFor();
    expect(calls.slice(1)).toEqual([
      [
        'callFunction',
        'lectureFees',
        { action: 'confirm', sessionId: 'S011', fingerprint: FINGERPRINT },
      ],
    ]);
  });

  it('is worked out, listed and booked by what the clerk chose', async () => {
    const { page, part, press, calls } = await open((_, { action }) =>
      value(action === 'confirm' ? aBooking('written') : aFee()),
    );
    const choice = {
      perHourCents: 800_50,
      paidOn: '2026-12-02',
      taxBasis: 'separate',
      taxReason: '不同项目',
      approvalNumber: '云组审〔2026〕9号',
    };
    await page.click('.fee-choice summary');
    await page.fill('[data-field="fee-rate"]', '800.50');
    await page.fill('[data-field="fee-day"]', '2026-12-02');
    await page.fill('[data-field="fee-approval"]', '云组审〔2026〕9号');
    await page.check('[data-field="fee-separate"]');
    await press('budget-fee');
    expect(await page.locator('[data-field="fee-reason"]:invalid').count()).toBe(1);
    expect(calls).toEqual([]);
    await page.fill('[data-field="fee-reason"]', '不同项目');
    await press('budget-fee');
    await press('fee-confirm');
    await press('fee-book-confirm');
    await part('tab-link').waitFor();
    expect(calls.map(([, , request]) => request)).toEqual([
      { action: 'preview', ...choice },
      { action: 'confirm', sessionId: 'S011', fingerprint: FINGERPRINT, ...choice },
    ]);
  });

  it('says that it was booked before and nothing was written', async () => {
    const { part, press } = await open((_, { action }) =>
      value(action === 'confirm' ? aBooking('alreadyRecorded') : aFee()),
    );
    await press('budget-fee');
    await press('fee-confirm');
    await press('fee-book-confirm');
    await part('budget-status').getByText('这次没有写入').waitFor();
  });

  it('cannot be booked while something is wrong, and says what', async () => {
    const fee = aFee({
      canConfirm: false,
      findings: [aFinding({ rule: 'V12' })],
      banner: '财行〔2016〕540号是中央标准',
    });
    const { page, part, press } = await open(() => value(fee));
    await press('budget-fee');
    await part('finding').waitFor();
    expect(await page.locator('[data-action="fee-confirm"]').count()).toBe(0);
    expect(await part('budget-result').textContent()).toContain('财行〔2016〕540号是中央标准');
  });

  it('is worked out again when the workbook changed since', async () => {
    const { part, press, calls } = await open((_, { action }) =>
      action === 'confirm'
        ? { ok: false, problem: aProblem({ code: 'preview-outdated' }) }
        : value(aFee()),
    );
    await press('budget-fee');
    await press('fee-confirm');
    await press('fee-book-confirm');
    await part('budget-error').waitFor();
    await press('retry');
    await part('fee-steps').waitFor();
    expect(calls.at(-1)?.[2]).toEqual({ action: 'preview', sessionId: 'S011' });
  });
});

describe('the budget', () => {
  it('is shown by head and leads to its tab', async () => {
    const amounts = {
      total: amount(1_200_000_00, '1,200,000.00'),
      spent: amount(0, '0.00'),
      committed: amount(0, '0.00'),
      left: amount(90_000_00, '90,000.00'),
      forecast: amount(0, '0.00'),
      rate: '91.7%',
    };
    const answer: ExecutionAnswer = {
      report: 'execution',
      year: 2026,
      leftOut: 1,
      overall: amounts,
      tab: { title: '报表-预算执行', sheetId: 32 },
      heads: [
        { head: 'lecturer', label: '师资费', state: 'near', stateLabel: '接近预算', ...amounts },
      ],
    };
    const { page, part, press, calls } = await open(() => value(answer));
    await press('budget-execution');
    await part('tab-link').waitFor();
    expect(await page.locator('[data-panel="budget"] tbody tr').allTextContents()).toEqual([
      '师资费91.7%90,000.00接近预算',
    ]);
    expect(await part('budget-status').textContent()).toBe(
      '2026 年执行率 91.7%，余额 90,000.00 元。',
    );
    expect(await part('budget-result').textContent()).toContain('1 行支出无法识别');
    expect(calls).toEqual([['callFunction', 'budgetReport', { report: 'execution' }]]);
  });

  it('is settled session by session, with the papers that are missing', async () => {
    const answer: SettlementAnswer = {
      report: 'settlement',
      session: { id: 'S010', title: '城市内涝的应急处置', date: '2026-11-20' },
      sessions: [
        { id: 'S010', date: '2026-11-20', title: '城市内涝的应急处置' },
        { id: 'S009', date: '2026-11-13', title: '应急管理' },
      ],
      due: 110,
      attended: 98,
      heads: [],
      budget: amount(0, '4,150.00'),
      actual: amount(0, '4,450.00'),
      perPerson: amount(0, '45.41'),
      quota: { limit: amount(0, '26,950.00'), actual: amount(0, '784.00'), isOver: false },
      papers: [
        { key: 'plan', label: '培训计划', isThere: true },
        { key: 'signIn', label: '签到表', isThere: false },
        { key: 'slip', label: '讲课费签收单', isThere: null },
      ],
      tab: { title: '报表-决算', sheetId: 33 },
    };
    const { page, part, press, calls } = await open((_, { sessionId = 'S010' }) =>
      value({ ...answer, session: { ...answer.session, id: sessionId } }),
    );
    await press('budget-settlement');
    expect(await part('papers-missing').textContent()).toBe('报销材料缺：签到表');
    await page.selectOption('[data-action="settlement-session"]', 'S009');
    await page.waitForFunction(valueOf('settlement-session', 'S009'));
    expect(calls.map(([, , request]) => request)).toEqual([
      { report: 'settlement' },
      { report: 'settlement', sessionId: 'S009' },
    ]);
    expect(await part('budget-result').textContent()).toContain('实到 98 人，人均 45.41 元。');
  });

  it('has the year report of training', async () => {
    const answer = {
      report: 'year',
      year: 2026,
      sessions: 10,
      cost: amount(0, '36,640.35'),
      tab: TAB,
    };
    const { part, press, calls } = await open(() => value(answer));
    await press('budget-year');
    await part('tab-link').waitFor();
    expect(await part('budget-status').textContent()).toBe(
      '2026 年已办 10 期，经费 36,640.35 元。',
    );
    expect(calls).toEqual([['callFunction', 'budgetReport', { report: 'year' }]]);
  });
});
