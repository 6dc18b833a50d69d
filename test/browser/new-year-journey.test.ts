// Last year's sample becomes next year's: in the sidebar of an empty workbook, through the front door, into the grid.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { prepareWorkbook } from '#workbench/samples/prepare-workbook';
import { post } from '#test/journeys/function-client';
import { sheetsClient, type SheetsClient } from './sheets-client';
import { openPage, type WorkbenchPage } from './workbench-page';

const MINUTES = 60_000;

describe('an administrator at the end of the year', () => {
  let workbench: RunningWorkbench;
  let browser: Browser;
  let admin: WorkbenchPage;
  let sheets: SheetsClient;
  let lastYear = '';
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench({ sample: 'empty', clock: '2026-12-31T12:00:00+08:00' });
    closing.push(() => workbench.close());
    sheets = sheetsClient(workbench);
    const rootUrl = `${workbench.url}/`;
    lastYear = await prepareWorkbook({ rootUrl, sample: 'district', language: 'zh-CN' });
    browser = await launchBrowser();
    closing.push(() => browser.close());
    admin = await openPage(browser, workbench);
  }, 3 * MINUTES);

  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  const action = (name: string) => admin.sidebar.locator(`[data-action=${name}]`);
  const part = (name: string) => admin.sidebar.locator(`[data-testid=new-year-${name}]`);

  async function preview(source: string): Promise<void> {
    await admin.sidebar.locator('[data-field=new-year-source]').fill(source);
    await action('new-year-preview').click();
  }

  it(
    'is told that a link leads to no workbook, and corrects it',
    async () => {
      await action('new-year').click();
      await preview('no-such-workbook');
      await admin.sidebar.getByText('没有可以转入的来源工作簿。').waitFor();
      await admin.sidebar.getByRole('button', { name: '核对链接' }).click();
      await preview(`https://docs.google.com/spreadsheets/d/${lastYear}/edit#gid=0`);
      await part('status').getByText('将从“云溪区领导干部理论学习 2026”转入2027年度。').waitFor();
      expect(await part('tabs').locator('li').first().textContent()).toBe(
        '花名册：111 行，不转入 1 行',
      );
      expect(await part('hours').textContent()).toContain('111 人写入“以前累计”');
      expect(await sheets.values('花名册!A2:A500')).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'writes the new year, and is refused a second one',
    async () => {
      await action('new-year-apply').click();
      await part('status').getByText('已从“云溪区领导干部理论学习 2026”转入2027年度。').waitFor();
      expect(await sheets.values('花名册!A2:A500')).toHaveLength(111);
      // 46387 is 31 December 2026.
      const [total] = await sheets.values('其他学时!A2:E2');
      expect(total).toEqual(['M001', '贺知行', 46387, 331, '以前累计']);
      expect((await sheets.values('上年度未了事项!A6:B6'))[0]).toEqual(['未补课', 'S02']);
      const empty = ['日程', '考勤', '请假', '点单', '回执', '通知记录'];
      const cells = await Promise.all(empty.map((tab) => sheets.values(`${tab}!A2:C100`)));
      expect(cells.flat()).toEqual([]);
      await action('new-year').click();
      await preview(lastYear);
      await part('status')
        .getByText(/不能转入：/)
        .waitFor();
      expect(await action('new-year-apply').count()).toBe(0);
    },
    2 * MINUTES,
  );

  it(
    'begins another new year in a copy of last year’s workbook, over HTTP',
    async () => {
      const copy = await copyOf(lastYear);
      const start = (request: object) => startYear({ spreadsheetId: copy, ...request });
      const shown = await start({ action: 'preview' });
      expect(shown.body).toMatchObject({ year: 2027, sourceTitle: '2026年度工作簿' });
      const { fingerprint } = shown.body as { fingerprint: string }; // of a preview
      const applied = await start({ action: 'apply', fingerprint });
      expect(applied.body).toMatchObject({ action: 'apply', tab: { title: '上年度未了事项' } });
      const inCopy = sheetsClient({ url: workbench.url, spreadsheetId: copy });
      expect(await inCopy.values('花名册!A2:A500')).toHaveLength(111);
      expect(await inCopy.values('考勤!A2:C2000')).toEqual([]);
      const again = await start({ action: 'apply', fingerprint });
      expect([again.status, again.body]).toMatchObject([
        400,
        { detail: '本工作簿不是副本，或者已经转入过、初始化过。' },
      ]);
    },
    2 * MINUTES,
  );

  async function copyOf(id: string): Promise<string> {
    const response = await fetch(`${workbench.url}/drive/v3/files/${id}/copy`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer local' },
      body: JSON.stringify({ name: '云溪区领导干部理论学习 2027' }),
    });
    return ((await response.json()) as { id: string }).id; // Drive's own answer
  }

  async function startYear(request: object): Promise<{ status: number; body: unknown }> {
    const body = JSON.stringify({ language: 'zh-CN', ...request });
    const response = await post(workbench, 'api/startYear', { body, email: 'admin@example.org' });
    return { status: response.status, body: await response.json() };
  }

  it('met no error and asked no other machine for anything', () => {
    expect(admin.troubles).toEqual([]);
  });
});
