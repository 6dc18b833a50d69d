// Keys, scrolling, notes, finding, sorting and filtering in the grid. Part of a suite: no browser of its own.
import { expect, it } from '@jest/globals';
import { MINUTES, SHEET_ID, TAB, type PracticeTab } from './practice-tab';
import { eventually } from './workbench-page';

/** In the page. */
const FOCUS_IN_GRID =
  "document.querySelector('.grid').contains(document.activeElement) || document.activeElement === document.body";
const WATCH_WHEEL =
  "globalThis.wheels = []; window.addEventListener('wheel', (event) => globalThis.wheels.push(event.defaultPrevented))";

export function keysAndTools(parts: () => PracticeTab): void {
  it(
    'opens a drop-down with Enter or Alt+Down, chooses with the arrows, and lets Tab leave the grid',
    async () => {
      const { grid, sheets, onServer, reached } = parts();
      const range = {
        sheetId: SHEET_ID,
        startRowIndex: 4,
        endRowIndex: 5,
        startColumnIndex: 7,
        endColumnIndex: 8,
      };
      const values = ['甲', '乙', '丙'].map((userEnteredValue) => ({ userEnteredValue }));
      const rule = { condition: { type: 'ONE_OF_LIST', values }, showCustomUi: true };
      await sheets.batchUpdate({ setDataValidation: { range, rule } });
      await reached('H6');
      const list = grid.page.locator('[data-u-comp=sheets-dropdown-list]');
      const marked = list.locator('.option-marked');
      await grid.select(TAB, 'A1');
      await grid.clickCell('H5');
      await grid.page.keyboard.press('Enter');
      await marked.waitFor();
      expect(await marked.innerText()).toBe('甲');
      await grid.page.keyboard.press('ArrowDown');
      expect(await marked.innerText()).toBe('乙');
      await grid.page.keyboard.press('Enter');
      expect(await onServer('H5', '乙')).toBe('乙');
      expect(await grid.selectedCell()).toBe('H5');
      await grid.page.keyboard.press('Alt+ArrowDown');
      await marked.waitFor();
      expect(await marked.innerText()).toBe('乙');
      // Choosing what is chosen already does not empty the cell.
      await grid.page.keyboard.press('Enter');
      await list.waitFor({ state: 'detached' });
      await grid.page.keyboard.press('Enter');
      await list.waitFor();
      await grid.page.keyboard.press('Escape');
      await list.waitFor({ state: 'detached' });
      expect(await grid.readCell(TAB, 'H5')).toBe('乙');
      const focused = () => grid.page.evaluate<boolean>(FOCUS_IN_GRID);
      await grid.page.keyboard.press('Tab');
      expect(await focused()).toBe(true);
      expect(await grid.selectedCell()).toBe('I5');
      await grid.page.keyboard.press('Escape');
      await grid.page.keyboard.press('Tab');
      expect(await focused()).toBe(false);
      expect(await grid.page.locator(':focus').getAttribute('data-tool')).toBe('find');
      await grid.clickCell('A1');
      await grid.page.keyboard.press('Escape');
      await grid.page.keyboard.press('Shift+Tab');
      expect(await focused()).toBe(false);
      await grid.clickCell('A1');
    },
    2 * MINUTES,
  );

  it(
    'finds in the tab, and sorts and filters its rows for everybody',
    async () => {
      const { grid, sheets, onServer, inGrid, reached } = parts();
      await sheets.write(`${TAB}!D31:E34`, [
        ['林', '机关'],
        ['周敏', '街道'],
        ['ＡＢ', '机关'],
        ['王', '街道'],
      ]);
      expect(await inGrid('E34', '街道')).toBe('街道');
      await grid.select(TAB, 'A1');
      await grid.clickCell('A1');
      await grid.page.keyboard.press('Control+F');
      await grid.page.keyboard.insertText('街道');
      await grid.page.keyboard.press('Enter');
      const count = grid.page.locator('.find-count');
      expect([await count.innerText(), await grid.selectedCell()]).toEqual([
        '第 1 处，共 2 处',
        'E32',
      ]);
      await grid.page.keyboard.press('Enter');
      expect(await grid.selectedCell()).toBe('E34');
      await grid.page.keyboard.press('Control+A');
      await grid.page.keyboard.insertText('ab');
      await grid.page.keyboard.press('Enter');
      expect(await grid.selectedCell()).toBe('D33');
      await grid.page.keyboard.press('Escape');
      const tool = (name: string) => grid.page.locator(`[data-tool=${name}]`);
      const apply = () => grid.page.locator('.filter-panel [type=submit]').click();
      const hiddenRows = (wanted: number) =>
        eventually(
          () => sheets.hiddenRows(TAB),
          (rows) => rows.length === wanted,
        );
      await grid.select(TAB, 'E32');
      await tool('filter').click();
      await grid.page.locator('.filter-list label', { hasText: '机关' }).locator('input').uncheck();
      await apply();
      expect(await hiddenRows(2)).toEqual([31, 33]);
      await reached('C6');
      await tool('filter').click();
      await grid.page.getByRole('button', { name: '全选', exact: true }).click();
      await apply();
      expect(await hiddenRows(0)).toEqual([]);
      await reached('C7');
      await grid.select(TAB, 'E32');
      await tool('ascending').click();
      expect(await onServer('E1', '机关')).toBe('机关');
      expect(await inGrid('E1', '机关')).toBe('机关');
    },
    3 * MINUTES,
  );

  it(
    'stays on the page when it is scrolled left past the first column',
    async () => {
      const { grid } = parts();
      await grid.select(TAB, 'A1');
      const { x, y } = await grid.page.evaluate<{ x: number; y: number }>("lectern.cellBox('C3')");
      await grid.page.evaluate(WATCH_WHEEL);
      await grid.page.mouse.move(x + 4, y + 4);
      await grid.page.mouse.wheel(-300, 0);
      expect(
        await eventually(
          () => grid.page.evaluate<boolean[]>('globalThis.wheels'),
          (wheels) => wheels.length > 0,
        ),
      ).toEqual([true]);
    },
    MINUTES,
  );

  it(
    'keeps the note of a cell at the right edge off the sidebar',
    async () => {
      const { grid, sheets, reached } = parts();
      const start = { sheetId: SHEET_ID, rowIndex: 1, columnIndex: 9 };
      const note =
        '这一格的说明比较长，要在表格里面显示，不能盖住右边的侧边栏，否则侧边栏上的按钮按不到。';
      await sheets.batchUpdate({
        updateCells: { start, rows: [{ values: [{ note }] }], fields: 'note' },
      });
      await reached('C5');
      await grid.select(TAB, 'J2');
      const card = grid.page.locator('.note');
      await card.waitFor();
      const edges = await eventually(
        async () => ({
          card: await card.boundingBox(),
          side: await grid.page.locator('.side').boundingBox(),
        }),
        ({ card: box }) => box !== null && box.x > 0,
      );
      expect((edges.card?.x ?? Infinity) + (edges.card?.width ?? 0)).toBeLessThanOrEqual(
        edges.side?.x ?? 0,
      );
      await grid.select(TAB, 'A1');
    },
    MINUTES,
  );
}
