// What is typed lands in the row that was meant, whatever others do to the rows meanwhile. Part of a suite: no browser of its own.
import { expect, it } from '@jest/globals';
import { MINUTES, SHEET_ID, TAB, type PracticeTab } from './practice-tab';
import { eventually } from './workbench-page';

export function twoPagesAtOnce(parts: () => PracticeTab): void {
  /** What another page does to the rows and columns of the tab. */
  const others = {
    rows: (startIndex: number) => ({
      sheetId: SHEET_ID,
      dimension: 'ROWS',
      startIndex,
      endIndex: startIndex + 1,
    }),
    insertRowAt: (index: number) =>
      parts().sheets.batchUpdate({ insertDimension: { range: others.rows(index) } }),
    deleteRow: (index: number) =>
      parts().sheets.batchUpdate({ deleteDimension: { range: others.rows(index) } }),
    moveColumn: (startIndex: number, destinationIndex: number) =>
      parts().sheets.batchUpdate({
        moveDimension: {
          source: {
            sheetId: SHEET_ID,
            dimension: 'COLUMNS',
            startIndex,
            endIndex: startIndex + 1,
          },
          destinationIndex,
        },
      }),
    sort: (startRowIndex: number, endRowIndex: number) =>
      parts().sheets.batchUpdate({
        sortRange: {
          range: { sheetId: SHEET_ID, startRowIndex, endRowIndex },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
        },
      }),
  };
  const type = async (a1: string, text: string): Promise<void> => {
    const { grid } = parts();
    await grid.select(TAB, a1);
    await grid.page.keyboard.press('F2');
    await grid.page.keyboard.press('Control+A');
    await grid.page.keyboard.insertText(text);
  };
  const names = async (): Promise<unknown[]> =>
    (await parts().sheets.values(`${TAB}!A20:B30`)).map(
      ([name, text]) => `${name ?? ''}${text ?? ''}`,
    );
  const namesAre = (wanted: string[]) =>
    eventually(names, (found) => JSON.stringify(found) === JSON.stringify(wanted));

  it(
    'writes into the row that was meant when a row is inserted above it meanwhile',
    async () => {
      const { grid, sheets, inGrid } = parts();
      await sheets.write(`${TAB}!A20:A24`, [['甲'], ['乙'], ['丙'], ['丁'], ['戊']]);
      expect(await inGrid('A24', '戊')).toBe('戊');
      await type('B22', '给丙');
      await others.insertRowAt(20);
      expect(await inGrid('A23', '丙')).toBe('丙');
      await grid.page.keyboard.insertText('的');
      await grid.page.keyboard.press('Enter');
      const wanted = ['甲', '', '乙', '丙给丙的', '丁', '戊'];
      expect(await namesAre(wanted)).toEqual(wanted);
      // The cursor is below, where typing goes on.
      expect(await grid.selectedCell()).toBe('B24');
      expect(await inGrid('B23', '给丙的')).toBe('给丙的');
    },
    MINUTES,
  );

  it(
    'also when Enter is pressed before the page knows of it',
    async () => {
      const { grid, inGrid } = parts();
      await type('B24', '给丁');
      await grid.page.route('**/v4/**includeGridData**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.continue();
      });
      await others.insertRowAt(20);
      await grid.page.keyboard.press('Enter');
      const wanted = ['甲', '', '', '乙', '丙给丙的', '丁给丁', '戊'];
      expect(await namesAre(wanted)).toEqual(wanted);
      expect(await inGrid('B25', '给丁')).toBe('给丁');
    },
    MINUTES,
  );

  it(
    'also when the rows are sorted',
    async () => {
      const { grid, sheets, inGrid } = parts();
      await sheets.write(`${TAB}!A20:B26`, [
        ['1', ''],
        ['2', ''],
        ['3', ''],
        ['4', ''],
        ['5', ''],
        ['', ''],
        ['', ''],
      ]);
      expect(await inGrid('A24', '5')).toBe('5');
      await type('B21', '给2');
      await others.sort(19, 24);
      expect(await inGrid('A20', '5')).toBe('5');
      await grid.page.keyboard.press('Enter');
      const sorted = ['5', '4', '3', '2给2', '1'];
      expect(await namesAre(sorted)).toEqual(sorted);
    },
    2 * MINUTES,
  );

  it(
    'also when the column is moved',
    async () => {
      const { grid, onServer, inGrid } = parts();
      await type('B20', '给5');
      await others.moveColumn(1, 6);
      expect(await inGrid('F23', '给2')).toBe('给2');
      await grid.page.keyboard.press('Enter');
      expect(await onServer('F20', '给5')).toBe('给5');
      await others.moveColumn(5, 1);
      expect(await inGrid('B20', '给5')).toBe('给5');
    },
    2 * MINUTES,
  );

  it(
    'keeps what was typed for copying when its row is deleted meanwhile',
    async () => {
      const { grid } = parts();
      await type('B22', '给三');
      await others.deleteRow(21);
      const kept = grid.page.locator('.homeless-text');
      await kept.waitFor();
      expect(await kept.locator('textarea').inputValue()).toBe('给三');
      expect(await kept.innerText()).toContain('已被别人删除');
      await grid.page.keyboard.press('Enter');
      const wanted = ['5给5', '4', '2给2', '1'];
      expect(await namesAre(wanted)).toEqual(wanted);
      await kept.getByRole('button', { name: '关闭' }).click();
      expect(await kept.count()).toBe(0);
      await grid.clickCell('A1');
    },
    2 * MINUTES,
  );

  it(
    'shows no panel when the row of an editor without an entry is deleted',
    async () => {
      const { grid, sheets, inGrid } = parts();
      await sheets.write(`${TAB}!A28:A29`, [['空'], ['下']]);
      expect(await inGrid('A29', '下')).toBe('下');
      await grid.select(TAB, 'B28');
      await grid.page.keyboard.press('F2');
      await others.deleteRow(27);
      expect(await inGrid('A28', '下')).toBe('下');
      expect(await grid.page.locator('.homeless-text').count()).toBe(0);
      await sheets.write(`${TAB}!A28`, [['']]);
      await grid.clickCell('A1');
    },
    2 * MINUTES,
  );

  it(
    'writes what was typed though it is what the cell showed, when the server holds another value by then',
    async () => {
      const { grid, sheets, onServer, inGrid } = parts();
      await sheets.write(`${TAB}!A27`, [['旧']]);
      expect(await inGrid('A27', '旧')).toBe('旧');
      await type('A27', '旧');
      await sheets.write(`${TAB}!A27:B27`, [['别人的', '旁边']]);
      expect(await inGrid('B27', '旁边')).toBe('旁边');
      await grid.page.keyboard.press('Enter');
      expect(await onServer('A27', '旧')).toBe('旧');
      expect(await inGrid('A27', '旧')).toBe('旧');
    },
    2 * MINUTES,
  );
}
