// A clerk's main job in the page: correct an entry, check, go to what is wrong, send the notice, see it in the inbox.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { pdfPages } from '#test/support/pdf-text';
import { readZip } from '#test/support/read-zip';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { narrowAndDark } from './narrow-and-dark';
import { sheetsClient, type SheetsClient } from './sheets-client';
import { eventually, openPage, type WorkbenchPage } from './workbench-page';

// The Monday before the sample's next session, S11 on 2026-11-27.
const MONDAY = '2026-11-23T09:00:00+08:00';
const MINUTES = 60_000;

const SIGN_IN_SHEET = '签到-S11';
const PAYMENT_SHEET = '报表-讲课费发放表';
const NO_MORE = [false, false, false, false];

describe('a clerk at the workbench', () => {
  let workbench: RunningWorkbench;
  let browser: Browser;
  let clerk: WorkbenchPage;
  let sheets: SheetsClient;

  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench({ sample: 'district', clock: MONDAY });
    closing.push(() => workbench.close());
    browser = await launchBrowser();
    closing.push(() => browser.close());
    clerk = await openPage(browser, workbench);
    sheets = sheetsClient(workbench);
  }, 3 * MINUTES);

  afterAll(async () => {
    // In reverse, and only what was opened.
    for (const close of closing.reverse()) await close();
  });

  it('sees the workbook as the server holds it', async () => {
    const [[id, number, day, weekday]] = (await sheets.values('日程!A12:D12')) as [
      [string, number, number, string],
    ];
    const shown = ['A12', 'B12', 'C12', 'D12'].map((a1) => clerk.readCell('日程', a1));
    expect(await Promise.all(shown)).toEqual([id, number, day, weekday]);
    expect(id).toBe('S11');
  });

  it(
    'changes the venue in the grid, and the server has it',
    async () => {
      await clerk.enter('日程', 'J12', '云溪区图书馆一楼');
      const venue = await eventually(
        async () => (await sheets.values('日程!J12'))[0]?.[0],
        (value) => value === '云溪区图书馆一楼',
      );
      expect(venue).toBe('云溪区图书馆一楼');
    },
    MINUTES,
  );

  it(
    'checks the entries and sees the findings, also in their tab',
    async () => {
      await clerk.sidebar.locator('[data-action=check]').click();
      const finding = clerk.sidebar.locator('[data-testid=finding]', { hasText: '日程 · F15' });
      await finding.waitFor();
      const [, firstRow] = await sheets.values('校验结果!A1:E2');
      const message = await eventually(
        () => clerk.readCell('校验结果', 'E2'),
        (value) => value === firstRow?.[4],
      );
      expect(message).toBe(firstRow?.[4]);
      expect(message).not.toBe('');
    },
    MINUTES,
  );

  it(
    'goes from a finding to its cell',
    async () => {
      await clerk.select('花名册', 'A1');
      await clerk.sidebar.locator('[data-testid=finding]', { hasText: '日程 · F15' }).click();
      const place = await eventually(
        async () => `${await clerk.activeTab()}!${await clerk.selectedCell()}`,
        (value) => value === '日程!F15',
      );
      expect(place).toBe('日程!F15');
    },
    MINUTES,
  );

  it(
    'goes from the checks tab to the cell by its link',
    async () => {
      await clerk.select('校验结果', 'A1');
      await clerk.clickCell('C2');
      const [first] = await sheets.values('校验结果!B2:C2');
      const wanted = first?.join('!');
      const place = await eventually(
        async () => `${await clerk.activeTab()}!${await clerk.selectedCell()}`,
        (value) => value === wanted,
      );
      expect(place).toBe(wanted);
    },
    MINUTES,
  );

  it(
    'finds a wrong cell marked, mends it while rows are checked as they are typed, and the mark is gone',
    async () => {
      await clerk.select('日程', 'F15');
      const note = clerk.page.locator('[role=note]');
      await note.waitFor();
      expect(await note.innerText()).toContain('V07');
      await clerk.sidebar.locator('[data-testid=while-typing]').check();
      await clerk.sidebar.locator('[data-testid=while-typing]:enabled').waitFor();
      await clerk.enter('日程', 'F15', '11:30');
      const mended = await eventually(
        () => sheets.markOf('日程!F15'),
        (mark) => mark.note === '',
      );
      expect(mended).toEqual({ note: '', red: null });
    },
    MINUTES,
  );

  it(
    'is told at once when a row becomes wrong, and has the mark taken away again',
    async () => {
      await clerk.enter('日程', 'D12', '星期二');
      const toast = clerk.page.locator('.toast', { hasText: 'D12' });
      await toast.waitFor();
      const mark = await eventually(
        () => sheets.markOf('日程!D12'),
        ({ note }) => note !== '',
      );
      expect(mark.note).toMatch(/^── 讲台 Lectern ──\nV06 /);
      await clerk.enter('日程', 'D12', '星期五');
      const after = await eventually(
        () => sheets.markOf('日程!D12'),
        ({ note }) => note === '',
      );
      expect(after).toEqual({ note: '', red: null });
    },
    MINUTES,
  );

  it(
    'types a name where an id belongs, or chooses one beside it, and gets the id',
    async () => {
      const mark = async (): Promise<unknown> => (await sheets.values('考勤!A2:C2'))[0];
      const before = await mark();
      expect(before).toEqual(['S01', 'M001', '贺知行']);
      await clerk.enter('考勤', 'B2', '沈砚秋');
      await clerk.page.locator('.toast', { hasText: '“沈砚秋”已填成编号 M002' }).waitFor();
      expect(await mark()).toEqual(['S01', 'M002', '沈砚秋']);
      await clerk.enter('考勤', 'C2', '贺知行');
      await eventually(mark, (cells) => Array.isArray(cells) && cells[1] === 'M001');
      expect(await mark()).toEqual(before);
      expect(
        await eventually(
          () => clerk.readCell('考勤', 'B2'),
          (id) => id === 'M001',
        ),
      ).toBe('M001');
      await clerk.sidebar.locator('[data-testid=while-typing]').uncheck();
    },
    2 * MINUTES,
  );

  it(
    'names a session by its ID in small letters, by its number and as 第12期',
    async () => {
      await clerk.sidebar.locator('[data-panel=planning] summary').click();
      const shown = clerk.sidebar.locator('[data-panel=planning] [data-testid=speaker-session]');
      for (const [words, day] of [
        ['s12', '12月5日'],
        ['11', '11月27日'],
        ['第12期', '12月5日'],
      ] as const) {
        await clerk.sidebar.locator('[data-field=speaker-session]').fill(words);
        await clerk.sidebar.locator('[data-action=speaker-card]').click();
        const text = await eventually(
          () => shown.innerText(),
          (one) => one.includes(day),
        );
        expect(text).toContain(day);
      }
    },
    MINUTES,
  );

  it(
    'previews the notice with the venue just entered',
    async () => {
      await clerk.sidebar.locator('[data-action=notice-preview]').click();
      const session = clerk.sidebar.locator('[data-testid=notice-session]');
      expect(await session.innerText()).toContain('云溪区图书馆一楼');
      const choice = clerk.sidebar.locator('[data-action=notice-session]');
      for (const [id, isNext] of [
        ['S12', false],
        ['S11', true],
      ] as const) {
        await choice.selectOption(id);
        await eventually(
          async () => (await session.innerText()).includes('云溪区图书馆一楼'),
          (found) => found === isNext,
        );
        await clerk.sidebar.locator('[data-action=notice-send]').waitFor();
        expect(await choice.inputValue()).toBe(id);
      }
      expect(await workbench.messages()).toEqual([]);
    },
    MINUTES,
  );

  it(
    'sends the notice and finds every message in the inbox',
    async () => {
      const send = clerk.sidebar.locator('[data-action=notice-send]');
      const promised = Number(/\d+/.exec(await send.innerText())?.[0]);
      await send.click();
      await clerk.sidebar.locator('[data-action=notice-send-confirm]').click();
      const unread = clerk.page.locator('.inbox-button .badge');
      await eventually(
        async () => (await workbench.messages()).length,
        (count) => count === promised,
      );
      const messages = await workbench.messages();
      expect(promised).toBeGreaterThan(50);
      expect(messages).toHaveLength(promised);
      const shown = promised > 99 ? '99+' : String(promised);
      expect(
        await eventually(
          () => unread.innerText(),
          (text) => text === shown,
        ),
      ).toBe(shown);
    },
    2 * MINUTES,
  );

  it(
    'reads a message in the drawer, where its HTML can do nothing',
    async () => {
      await clerk.page.locator('.inbox-button > button').click();
      await clerk.page.locator('.mail-item').first().click();
      const [newest] = await workbench.messages();
      const title = clerk.page.locator('.mail-head h2');
      expect(
        await eventually(
          () => title.innerText(),
          (text) => text === newest?.subject,
        ),
      ).toBe(newest?.subject);
      const frame = clerk.page.locator('.mail-frame');
      expect(await frame.getAttribute('sandbox')).toBe('');
      const text = clerk.page.frameLocator('.mail-frame').locator('body');
      expect(await text.innerText()).toContain('云溪区图书馆一楼');
      await clerk.page.keyboard.press('Escape');
    },
    MINUTES,
  );

  it(
    'gets the attendance report as a new tab with a chart, without reloading',
    async () => {
      const report = '报表-出勤-按期次';
      expect(await clerk.tabs()).not.toContain(report);
      await clerk.sidebar.locator('[data-action=attendance]').click();
      await eventually(
        () => clerk.tabs(),
        (tabs) => tabs.includes(report),
      );
      await clerk.select(report, 'A1');
      await clerk.page.locator('.chart svg path').first().waitFor({ state: 'attached' });
      expect(await clerk.activeTab()).toBe(report);
    },
    MINUTES,
  );

  it(
    'gets to the charts by the link above the header of the report, also when they are folded',
    async () => {
      const charts = clerk.page.locator('.charts');
      const heading = await sheets.values('报表-出勤-按期次!A1:A9');
      const row = heading.findIndex(([text]) => String(text).startsWith('图表在表格下方')) + 1;
      expect(row).toBeGreaterThan(1);
      await charts.locator('.charts-toggle').click();
      expect(await charts.locator('.chart').first().isVisible()).toBe(false);
      await clerk.clickCell(`A${row}`);
      await charts.locator('.chart-view:focus').waitFor();
      await charts.locator('.chart svg').first().waitFor();
      expect(await charts.locator('.charts-toggle').getAttribute('aria-expanded')).toBe('true');
      expect(await clerk.selectedCell()).toBe(`A${row}`);
    },
    MINUTES,
  );

  narrowAndDark(() => ({ clerk, url: workbench.url }));

  it(
    'is told to use one browser profile per account when Google refuses the account, and goes on when it no longer does',
    async () => {
      const refuse = (refusal: string | null) =>
        fetch(`${workbench.url}/apps-script/refusal`, {
          method: 'PUT',
          body: JSON.stringify({ refusal }),
        });
      await refuse('permission-denied');
      await clerk.sidebar.locator('[data-action=check]').click();
      const problem = clerk.sidebar.locator('[data-testid=check-error]');
      expect(await problem.innerText()).toContain('每个账号各用一个浏览器个人资料');
      await refuse(null);
      await problem.locator('[data-action=retry]').click();
      await clerk.sidebar.locator('[data-testid=finding]').first().waitFor();
    },
    MINUTES,
  );

  it(
    'prints the sign-in sheet: A4 upright, its header on each page, as few pages as it needs',
    async () => {
      await clerk.sidebar.locator('[data-action=sign-in-make]').click();
      const pages = await printed(SIGN_IN_SHEET);
      // A hundred and eleven people in rows high enough to sign in, below a heading that is printed once.
      expect(pages).toHaveLength(5);
      expect(new Set(pages.map(({ size }) => size))).toEqual(new Set(['595x842']));
      const header = '序号姓名单位职务签到状态时间备注编号';
      expect(pages.map(({ text }) => text.split(header).length - 1)).toEqual([1, 1, 1, 1, 1]);
      const heading = '云溪区领导干部理论学习签到表第11期';
      expect(pages.map(({ text }) => text.includes(heading))).toEqual([true, ...NO_MORE]);
      pages.forEach(({ text }, index) => expect(text).toContain(`签到-S11${index + 1}/5`));
      const people = pages.map(({ text }) => text.match(/M\d{3}/g) ?? []);
      expect(people.flat()).toHaveLength(111);
      // The number of a group is not the last line of a page, away from its people.
      pages.forEach(({ text }) => expect(text).not.toMatch(/\(\d+人\)$/));
      // Nothing of the page around the grid.
      expect(pages[0]?.text).not.toContain('常用函数');
    },
    2 * MINUTES,
  );

  it(
    'prints the payment sheet on one page of A4 on its side, with the lines to sign on',
    async () => {
      await clerk.sidebar.locator('[data-action=budget-fee]').click();
      await clerk.sidebar.locator('[data-action=fee-sheet]').click();
      const pages = await printed(PAYMENT_SHEET);
      expect(pages.map(({ size }) => size)).toEqual(['842x595']);
      const { text } = pages[0] ?? { text: '' };
      for (const words of [
        '讲课费发放表(2026-11)',
        '卡号(手填后四位)',
        '签字',
        '合计',
        '经办:',
        '审批:',
      ]) {
        expect(text).toContain(words);
      }
    },
    2 * MINUTES,
  );

  it(
    'downloads a file that is ready to print and has the chart',
    async () => {
      const file = await fetch(`${workbench.url}/workbench/workbook.xlsx`);
      const parts = readZip(Buffer.from(await file.arrayBuffer()));
      const book = parts.get('xl/workbook.xml') ?? '';
      const titles = [...book.matchAll(/Print_Titles" localSheetId="\d+">([^<]+)</g)];
      const ranges = titles.map(([, range]) => range);
      expect(ranges).toContain(`'${SIGN_IN_SHEET}'!$7:$7`);
      expect(ranges).toContain(`'${PAYMENT_SHEET}'!$7:$7`);
      expect(ranges).toContain(`'花名册'!$1:$1`);
      const setUp = (title: string): string | undefined => {
        const position = [...book.matchAll(/<sheet name="([^"]+)"/g)].findIndex(
          ([, name]) => name === title,
        );
        const sheet = parts.get(`xl/worksheets/sheet${position + 1}.xml`) ?? '';
        expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
        return /<pageSetup [^>]*>/.exec(sheet)?.[0];
      };
      const page = (way: string) =>
        `<pageSetup paperSize="9" orientation="${way}" fitToWidth="1" fitToHeight="0"/>`;
      expect(setUp(SIGN_IN_SHEET)).toBe(page('portrait'));
      expect(setUp(PAYMENT_SHEET)).toBe(page('landscape'));
      expect([...parts.keys()].filter((name) => name.startsWith('xl/charts/chart'))).not.toEqual(
        [],
      );
    },
    MINUTES,
  );

  it('met no error and asked no other machine for anything', () => {
    expect(clerk.troubles).toEqual([]);
  });

  /** The tab as Ctrl-P prints it: the size of each page in points, and its text without spaces and with narrow signs. */
  async function printed(tab: string): Promise<{ size: string; text: string }[]> {
    await eventually(
      () => clerk.tabs(),
      (tabs) => tabs.includes(tab),
    );
    await clerk.select(tab, 'A1');
    await clerk.settled();
    const pdf = await clerk.page.pdf({ preferCSSPageSize: true });
    return pdfPages(pdf).map(({ width, height, text }) => ({
      size: `${Math.round(width)}x${Math.round(height)}`,
      text: text.normalize('NFKC').replaceAll(/\s/g, ''),
    }));
  }
});
