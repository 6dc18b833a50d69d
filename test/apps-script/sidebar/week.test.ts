// The week at the top of the sidebar: what it shows, where it leads, what it starts, and how many calls it costs.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { DashboardWeek } from '#core/contract/dashboard';
import { accessibilityProblems } from '#test/support/accessibility';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { aContext, aPreview, aProblem, aStep, aWeek } from './answers';
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

const NOTICE = aStep({
  key: 'notice',
  label: '通知',
  words: '已发送 2，共 3 人',
  action: 'reminder',
  target: { sheetId: 12, cell: null },
});
const DONE = aStep({
  key: 'fee',
  label: '讲课费',
  state: 'done',
  stateLabel: '完成',
  words: '已入账',
});
const WEEK = aWeek({ steps: [DONE, aStep(), NOTICE] });

interface Opened extends OpenSidebar {
  /** How often the week was asked for. */
  readonly weeks: () => number;
}

async function open(
  week: DashboardWeek | { readonly ok: false },
  answer: (name: string, request: Readonly<Record<string, unknown>>) => unknown = () => null,
): Promise<Opened> {
  let weeks = 0;
  const opened = await openSidebar(
    browser,
    project.read('sidebar.html'),
    (name, values) => {
      if (name === 'getContext') return aContext();
      if (name === 'goToCell') return true;
      return answer(String(values[0]), values[1] as Record<string, unknown>);
    },
    {
      week: () => {
        weeks += 1;
        return 'ok' in week ? { ok: false, problem: aProblem() } : value(week);
      },
    },
  );
  sidebar = opened;
  await opened.page.waitForSelector('.card');
  return { ...opened, weeks: () => weeks };
}

describe('the week', () => {
  it('shows each step with its state, and which comes next', async () => {
    const { page, part } = await open(WEEK);
    await part('steps').waitFor();
    expect(await page.locator('.steps li').allInnerTexts()).toEqual([
      expect.stringMatching(/^讲课费\s+完成\s+已入账$/),
      expect.stringMatching(/^请假\s+待办 · 下一步\s+2 条待批\s+去办$/),
      expect.stringMatching(/^通知\s+待办\s+已发送 2，共 3 人\s+去办$/),
    ]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('leads from a step to its place', async () => {
    const { page, calls } = await open(WEEK);
    await page.click('[data-step=leave] .step-place');
    await page.click('[data-step=notice] .step-place');
    expect(calls).toEqual([
      ['goToCell', 3, 'I96'],
      ['goToCell', 12, null],
    ]);
  });

  it('starts what its panel starts', async () => {
    const { press, calls, part } = await open(WEEK, () =>
      value({ action: 'list', pending: [], toClose: [], toMakeUp: [], coming: [] }),
    );
    await press('step-leave');
    await part('leave-status').getByText('没有').waitFor();
    expect(calls).toEqual([['callFunction', 'leaveRegister', { action: 'list' }]]);
  });

  it('starts a notice of its kind as a preview', async () => {
    const { press, calls, part } = await open(WEEK, () => value(aPreview({ kind: 'reminder' })));
    await press('step-reminder');
    await part('notice-sample').waitFor();
    expect(calls).toEqual([
      ['callFunction', 'weeklyNotice', { action: 'preview', kind: 'reminder' }],
    ]);
  });

  it('is asked for once when the sidebar opens, and again after an action', async () => {
    const { press, part, weeks, page } = await open(WEEK, () => ({
      ok: false,
      problem: aProblem(),
    }));
    await part('steps').waitFor();
    expect(weeks()).toBe(1);
    await press('check');
    await part('check-error').waitFor();
    await page.waitForFunction('document.querySelector("[data-testid=steps]") !== null');
    expect(weeks()).toBe(2);
  });

  it('is not asked for again after an action that only reads', async () => {
    const { press, part, weeks } = await open(WEEK, (name) =>
      value(
        name === 'weeklyNotice'
          ? aPreview()
          : { action: 'list', pending: [], toClose: [], toMakeUp: [], coming: [] },
      ),
    );
    await part('steps').waitFor();
    await press('notice-preview');
    await part('notice-sample').waitFor();
    await press('leave-list');
    await part('leave-status').getByText('没有').waitFor();
    // Of two status lines one would report what is over.
    expect(await part('notice-status').isVisible()).toBe(false);
    expect(weeks()).toBe(1);
  });

  it('says why it cannot be shown, and keeps no panel from working', async () => {
    const { part, press } = await open({ ok: false }, () => value(aPreview()));
    await part('week').getByText('看不到本周情况。Google 没有回应。').waitFor();
    await press('notice-preview');
    await part('notice-sample').waitFor();
  });

  it('does not keep the panels waiting', async () => {
    const never = new Promise<never>(() => undefined);
    const opened = await openSidebar(
      browser,
      project.read('sidebar.html'),
      (name) => (name === 'getContext' ? aContext() : value(aPreview())),
      { week: () => never },
    );
    sidebar = opened;
    await opened.press('notice-preview');
    await opened.part('notice-sample').waitFor();
  });
});

const TOTALS = {
  year: 2026,
  from: '2026-01-01',
  to: '2026-11-23',
  overall: {
    a: { numerator: 959, denominator: 1072, text: '89.5%' },
    b: { numerator: 959, denominator: 1022, text: '93.8%' },
  },
  budget: {
    total: { cents: 19200000, text: '192,000.00' },
    spent: { cents: 3931085, text: '39,310.85' },
    left: { cents: 14391415, text: '143,914.15' },
    rate: '20.5%',
  },
  hours: { reached: 12, withTarget: 111 },
};

describe('the dashboard', () => {
  it('is written, and its figures are shown with the way to its tab', async () => {
    const { press, part, calls } = await open(WEEK, () =>
      value({ action: 'write', ...TOTALS, tab: { title: '工作台', sheetId: 77 } }),
    );
    await press('dashboard-write');
    await part('dashboard-status').getByText('工作台已更新。').waitFor();
    expect(await part('dashboard-result').textContent()).toContain('89.5%');
    await part('tab-link').click();
    expect(calls).toEqual([
      ['callFunction', 'dashboard', { action: 'write' }],
      ['goToCell', 77, null],
    ]);
  });

  it('gives a link for leaders, with the day until which it is valid', async () => {
    const address = 'https://pages.example.org/dashboard?t=a.b';
    const { press, part, page } = await open(WEEK, () =>
      value({ action: 'link', address, until: '2026-12-23' }),
    );
    await press('dashboard-link');
    await part('dashboard-status').getByText('2026-12-23').waitFor();
    expect(await part('dashboard-address').inputValue()).toBe(address);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a viewer', () => {
  it('reads figures, starts nothing and makes no link', async () => {
    const { page, press, part, calls } = await open(aWeek({ ...WEEK, role: 'viewer' }), (name) =>
      name === 'dashboard'
        ? value({ action: 'figures', ...TOTALS })
        : { ok: false, problem: aProblem() },
    );
    await part('steps').waitFor();
    expect(await page.locator('[data-action^=step-]').count()).toBe(0);
    expect(await page.locator('[data-action=dashboard-link]').isVisible()).toBe(false);
    await press('dashboard-write');
    await part('dashboard-status').getByText('2026-01-01 至 2026-11-23').waitFor();
    await press('attendance');
    await press('hours');
    await press('budget-execution');
    await part('budget-error').waitFor();
    expect(calls.map(([, name, request]) => [name, request])).toEqual([
      ['dashboard', { action: 'figures' }],
      ['attendanceReport', { action: 'read' }],
      ['hoursLedger', { action: 'read' }],
      ['budgetReport', { report: 'execution', action: 'read' }],
    ]);
  });
});
