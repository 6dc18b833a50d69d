// The grid and the server hold the same workbook, whichever side changes it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { keysAndTools } from './keys-and-tools';
import { sheetsClient, type SheetsClient } from './sheets-client';
import { twoPagesAtOnce } from './two-pages-at-once';
import { SHEET_ID, TAB } from './practice-tab';
import { eventually, openPage, type WorkbenchPage } from './workbench-page';

const MINUTES = 60_000;

describe('the grid and the server', () => {
  let workbench: RunningWorkbench;
  let browser: Browser;
  let grid: WorkbenchPage;
  let sheets: SheetsClient;

  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench({ sample: 'empty' });
    closing.push(() => workbench.close());
    sheets = sheetsClient(workbench);
    browser = await launchBrowser();
    closing.push(() => browser.close());
    grid = await openPage(browser, workbench);
    const properties = {
      sheetId: SHEET_ID,
      title: TAB,
      gridProperties: { rowCount: 40, columnCount: 12 },
    };
    await sheets.batchUpdate({ addSheet: { properties } });
    await eventually(
      () => grid.tabs(),
      (tabs) => tabs.includes(TAB),
    );
  }, 3 * MINUTES);

  afterAll(async () => {
    // In reverse, and only what was opened.
    for (const close of closing.reverse()) await close();
  });

  afterEach(async () => {
    await grid.page.unrouteAll();
  });

  const onServer = (a1: string, wanted: unknown) =>
    eventually(
      async () => (await sheets.values(`${TAB}!${a1}`))[0]?.[0],
      (value) => value === wanted,
    );
  const inGrid = (a1: string, wanted: unknown) =>
    eventually(
      () => grid.readCell(TAB, a1),
      (value) => value === wanted,
    );
  const parts = () => ({ grid, sheets, onServer, inGrid, reached });
  /** A tab comes whole: once this cell shows a later write, whatever was changed before it is there too. */
  const reached = async (a1: string): Promise<void> => {
    await sheets.write(`${TAB}!${a1}`, [['到']]);
    expect(await inGrid(a1, '到')).toBe('到');
  };

  it(
    'takes over what others write, each value with its type',
    async () => {
      await sheets.write(`${TAB}!A1:D1`, [['远端', 12.5, true, '=1+1']]);
      expect(await inGrid('A1', '远端')).toBe('远端');
      expect(await grid.readCell(TAB, 'B1')).toBe(12.5);
      expect(await grid.readCell(TAB, 'C1')).toBe(true);
      expect(await grid.readCell(TAB, 'D1')).toBe('=1+1');
    },
    MINUTES,
  );

  it(
    'sends a date as the number it is, with its format',
    async () => {
      await grid.enter(TAB, 'A3', '2026/3/5');
      expect(await onServer('A3', 46086)).toBe(46086);
      expect(await sheets.formatOf(`${TAB}!A3`)).toMatchObject({ numberFormat: { type: 'DATE' } });
    },
    MINUTES,
  );

  it(
    'keeps leading zeros in a cell formatted as text',
    async () => {
      await sheets.batchUpdate({
        repeatCell: {
          range: {
            sheetId: SHEET_ID,
            startRowIndex: 3,
            endRowIndex: 4,
            startColumnIndex: 0,
            endColumnIndex: 1,
          },
          cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      });
      await reached('B4');
      await grid.enter(TAB, 'A4', '00713812345');
      expect(await onServer('A4', '00713812345')).toBe('00713812345');
      expect(await grid.readCell(TAB, 'A4')).toBe('00713812345');
    },
    MINUTES,
  );

  it(
    'keeps a formula a formula, and shows its result',
    async () => {
      await grid.enter(TAB, 'A5', '=SUM(B5:C5)+1');
      expect(await onServer('A5', '=SUM(B5:C5)+1')).toBe('=SUM(B5:C5)+1');
      expect(await inGrid('A5', 1)).toBe(1);
      await sheets.write(`${TAB}!B5:C5`, [[20, 21]]);
      expect(await inGrid('A5', 42)).toBe(42);
    },
    MINUTES,
  );

  it(
    'shows the note of a cell beside it when the cell is chosen',
    async () => {
      const start = { sheetId: SHEET_ID, rowIndex: 1, columnIndex: 1 };
      const rows = [{ values: [{ note: '与第 7 行重复。' }] }];
      await sheets.batchUpdate({ updateCells: { start, rows, fields: 'note' } });
      await reached('C4');
      await grid.select(TAB, 'B2');
      const note = grid.page.locator('.note');
      await note.waitFor();
      expect(await note.innerText()).toBe('与第 7 行重复。');
      await grid.select(TAB, 'D2');
      await note.waitFor({ state: 'detached' });
    },
    MINUTES,
  );

  it(
    'empties on the server what Delete empties in the grid, and undo brings it back',
    async () => {
      await sheets.write(`${TAB}!A6`, [['要删的']]);
      await inGrid('A6', '要删的');
      await grid.select(TAB, 'A6');
      await grid.page.keyboard.press('Delete');
      expect(await onServer('A6', undefined)).toBeUndefined();
      await grid.page.keyboard.press('Control+Z');
      expect(await onServer('A6', '要删的')).toBe('要删的');
    },
    MINUTES,
  );

  it(
    'goes back to the server’s value when the server refuses, and says why',
    async () => {
      await sheets.write(`${TAB}!A7`, [['原值']]);
      await inGrid('A7', '原值');
      await grid.page.route('**/values:batchUpdate', (route) =>
        route.fulfill({ status: 403, json: { error: { message: 'This cell is protected.' } } }),
      );
      await grid.enter(TAB, 'A7', '不许');
      const toast = grid.page.locator('.toast');
      await toast.waitFor();
      expect(await toast.innerText()).toContain('This cell is protected.');
      // Below the cells, not over them.
      const [said, cells] = await Promise.all([
        toast.boundingBox(),
        grid.page.locator('.grid').boundingBox(),
      ]);
      expect(said?.y).toBeGreaterThanOrEqual((cells?.y ?? Infinity) + (cells?.height ?? 0));
      expect(await inGrid('A7', '原值')).toBe('原值');
      expect(await sheets.values(`${TAB}!A7`)).toEqual([['原值']]);
    },
    MINUTES,
  );

  it(
    'does not mix a write from elsewhere into a cell that is being typed in',
    async () => {
      await grid.select(TAB, 'A8');
      await grid.page.keyboard.press('F2');
      await grid.page.keyboard.insertText('我在');
      await sheets.write(`${TAB}!A8:B8`, [['别人', '旁边']]);
      expect(await inGrid('B8', '旁边')).toBe('旁边');
      await grid.page.keyboard.insertText('输入');
      await grid.page.keyboard.press('Enter');
      expect(await onServer('A8', '我在输入')).toBe('我在输入');
    },
    MINUTES,
  );

  it(
    'shows the write from elsewhere once the typing is given up',
    async () => {
      await grid.select(TAB, 'A9');
      await grid.page.keyboard.press('F2');
      await grid.page.keyboard.insertText('算了');
      await sheets.write(`${TAB}!A9:B9`, [['别人的', '旁边']]);
      await inGrid('B9', '旁边');
      await grid.page.keyboard.press('Escape');
      expect(await inGrid('A9', '别人的')).toBe('别人的');
    },
    MINUTES,
  );

  twoPagesAtOnce(parts);
  keysAndTools(parts);

  it(
    'never sends back what came from the server',
    async () => {
      const posts: string[] = [];
      await grid.page.route('**/v4/**', (route, request) => {
        if (request.method() === 'POST') posts.push(request.url());
        return route.continue();
      });
      await sheets.write(`${TAB}!A10:A12`, [['一'], ['二'], ['三']]);
      await inGrid('A12', '三');
      await grid.settled();
      expect(posts).toEqual([]);
    },
    MINUTES,
  );

  it(
    'deletes and inserts rows on the server as in the grid',
    async () => {
      await sheets.write(`${TAB}!A14:A16`, [['上'], ['中'], ['下']]);
      await inGrid('A16', '下');
      await grid.chooseInRowMenu(TAB, 15, '删除选中行');
      expect(await onServer('A15', '下')).toBe('下');
      expect(await grid.readCell(TAB, 'A15')).toBe('下');
      await grid.page.keyboard.press('Control+Z');
      expect(await onServer('A16', '下')).toBe('下');
      expect(await onServer('A15', '中')).toBe('中');
    },
    MINUTES,
  );

  it(
    'follows tabs that come, change their name and go, without a reload',
    async () => {
      const properties = { sheetId: 77, title: '临时', index: 0 };
      await sheets.batchUpdate({ addSheet: { properties } });
      expect(
        (
          await eventually(
            () => grid.tabs(),
            (tabs) => tabs.includes('临时'),
          )
        )[0],
      ).toBe('临时');
      await sheets.batchUpdate({
        updateSheetProperties: { properties: { sheetId: 77, title: '改名' }, fields: 'title' },
      });
      expect(
        await eventually(
          () => grid.tabs(),
          (tabs) => tabs.includes('改名'),
        ),
      ).toContain('改名');
      await grid.select('改名', 'A1');
      await sheets.batchUpdate({ deleteSheet: { sheetId: 77 } });
      const tabs = await eventually(
        () => grid.tabs(),
        (titles) => !titles.includes('改名'),
      );
      expect(tabs).not.toContain('改名');
      expect(tabs).toContain(await grid.activeTab());
    },
    MINUTES,
  );

  it(
    'makes a tab added in the grid on the server, with what is typed in it',
    async () => {
      const before = await grid.tabs();
      await grid.page.locator('[data-u-comp=sheet-bar-append-button]').first().click();
      const after = await eventually(
        () => grid.tabs(),
        (tabs) => tabs.length > before.length,
      );
      const [added = ''] = after.filter((tab) => !before.includes(tab));
      await grid.enter(added, 'B2', '新表');
      const stored = await eventually(
        () => sheets.values(`'${added}'!B2`).catch(() => []),
        (values) => values[0]?.[0] === '新表',
      );
      expect(stored).toEqual([['新表']]);
    },
    MINUTES,
  );

  it('met no error', () => {
    // Asked for above: a refusal.
    const expected = /the server responded with a status of 403/;
    expect(grid.troubles.filter((trouble) => !expected.test(trouble))).toEqual([]);
  });
});
