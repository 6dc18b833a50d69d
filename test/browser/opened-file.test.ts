// An .xlsx file in the browser: what it had to leave out is said once, texts stay texts, and a tab is printed.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { sheetsClient, type SheetsClient } from './sheets-client';
import { eventually, openPage, type WorkbenchPage } from './workbench-page';

const MINUTES = 60_000;

/** A tab of texts in a column of dates, and one that is longer than a page. */
function workbookFile(): Uint8Array {
  const book = utils.book_new();
  const texts = utils.aoa_to_sheet([['日期'], ['20261211'], ['14.30'], [46087]]);
  for (const [address, cell] of Object.entries(texts)) {
    if (address.startsWith('A')) Object.assign(cell as object, { z: 'yyyy-mm-dd' });
  }
  utils.book_append_sheet(book, texts, '日程');
  const rows = Array.from({ length: 120 }, (_, index) => [`${index + 1}`, '周敏', '机关', '', '']);
  const list = utils.aoa_to_sheet([['序号', '姓名', '单位', '签名', '备注'], ...rows]);
  list['!cols'] = Array.from({ length: 5 }, () => ({ wpx: 260 }));
  utils.book_append_sheet(book, list, '签到');
  book.Workbook = { Names: [{ Name: 'Rate', Ref: '0.2' }] };
  return write(book, { bookType: 'xlsx', type: 'array' }) as Uint8Array; // what the type `array` gives
}

describe('an opened .xlsx file', () => {
  let folder = '';
  let workbench: RunningWorkbench;
  let browser: Browser;
  let grid: WorkbenchPage;
  let sheets: SheetsClient;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-opened-'));
    closing.push(() => rm(folder, { recursive: true }));
    const xlsxFile = join(folder, '登记.xlsx');
    await writeFile(xlsxFile, Buffer.from(workbookFile()));
    workbench = await startWorkbench({ sample: 'empty', xlsxFile });
    closing.push(() => workbench.close());
    sheets = sheetsClient(workbench);
    browser = await launchBrowser();
    closing.push(() => browser.close());
    grid = await openPage(browser, workbench);
  }, 3 * MINUTES);

  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  it(
    'says once what was left out, in the reader’s language',
    async () => {
      const list = grid.page.locator('.left-out');
      expect(await list.locator('li').allTextContents()).toEqual([
        '不代表单元格的名称没有带进来：Rate。用到它们的公式显示文件里的结果。',
      ]);
      const reopen = async (query: string): Promise<void> => {
        await grid.page.goto(`${workbench.url}/${query}`);
        await grid.page.waitForSelector('body[data-ready=true]');
      };
      await reopen('?lang=en');
      expect(await list.locator('li').allTextContents()).toEqual([
        'Names that stand for no cells were left out: Rate. Formulas with them show the result in the file.',
      ]);
      await reopen('');
      await list.getByRole('button', { name: '知道了' }).click();
      await grid.settled();
      await reopen('');
      expect(await list.count()).toBe(0);
    },
    2 * MINUTES,
  );

  it(
    'shows a text as that text, whatever the format of its column',
    async () => {
      const shown = (a1: string) =>
        grid.page.evaluate<string>(`lectern.displayed('日程', '${a1}')`);
      expect(await shown('A2')).toBe('20261211');
      expect(await shown('A3')).toBe('14.30');
      expect(await shown('A4')).toBe('2026-03-06');
      await sheets.batchUpdate({
        updateCells: {
          start: { sheetId: 0, rowIndex: 4 },
          rows: [{ values: [{ userEnteredValue: { stringValue: '3/6' } }] }],
          fields: 'userEnteredValue',
        },
      });
      expect(
        await eventually(
          () => shown('A5'),
          (text) => text !== '',
        ),
      ).toBe('3/6');
      // Typed here: what the server makes of it is what the grid shows.
      await grid.enter('日程', 'A6', "'20261212");
      await grid.settled();
      expect(await shown('A6')).toBe('20261212');
      expect((await sheets.values('日程!A6'))[0]?.[0]).toBe('20261212');
    },
    2 * MINUTES,
  );

  it(
    'prints the tab in front: A4, header on every page, as wide as the page',
    async () => {
      const properties = { sheetId: await sheetId('签到'), gridProperties: { frozenRowCount: 1 } };
      await sheets.batchUpdate({
        updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' },
      });
      await grid.select('签到', 'A1');
      await eventually(
        () => grid.page.evaluate<number>('lectern.frozenRows()'),
        (rows) => rows === 1,
      );
      await grid.settled();
      const pdf = (await grid.page.pdf({ preferCSSPageSize: true })).toString('latin1');
      // A4 lying on its side, in points; a hundred and twenty rows take several pages.
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(
        new Set(
          boxes.map(
            ([, width, height]) => `${Number(width).toFixed(0)}x${Number(height).toFixed(0)}`,
          ),
        ),
      ).toEqual(new Set(['842x595']));
      expect(boxes.length).toBeGreaterThanOrEqual(3);
      await grid.page.emulateMedia({ media: 'print' });
      await grid.page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      const table = grid.page.locator('.printed table');
      expect(await table.locator('thead td').allTextContents()).toEqual([
        '序号',
        '姓名',
        '单位',
        '签名',
        '备注',
      ]);
      expect(await table.locator('tbody tr').count()).toBe(120);
      // 277 mm are the page's width without its margins.
      const width = (await table.boundingBox())?.width ?? Infinity;
      expect(width).toBeLessThanOrEqual((277 * 96) / 25.4 + 1);
      expect(await grid.page.locator('header.top').isVisible()).toBe(false);
      await grid.page.evaluate("window.dispatchEvent(new Event('afterprint'))");
      expect(await grid.page.locator('.printed').count()).toBe(0);
      await grid.page.emulateMedia({ media: null });
    },
    2 * MINUTES,
  );

  async function sheetId(title: string): Promise<number> {
    const response = await fetch(
      `${workbench.url}/v4/spreadsheets/${workbench.spreadsheetId}?fields=sheets.properties(sheetId,title)`,
      { headers: { authorization: 'Bearer test' } },
    );
    const { sheets: tabs } = (await response.json()) as {
      sheets: { properties: { sheetId?: number; title: string } }[];
    };
    return tabs.find(({ properties }) => properties.title === title)?.properties.sheetId ?? 0;
  }
});
