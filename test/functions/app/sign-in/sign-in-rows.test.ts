import { describe, expect, it, test } from '@jest/globals';
import type { Cell } from '#core/workbook/table';
import type { TestApplication } from '#test/support/application';
import { ALL, app, attendance, close, fill, make, rows } from '#test/support/sign-in';

const SHEET = 2001;
/** Rows and columns count from 0. */
const write = (on: TestApplication, firstRow: number, firstColumn: number, cells: Cell[]) =>
  on.workbook.edit([{ kind: 'writeCells', sheetId: SHEET, firstRow, firstColumn, rows: [cells] }]);
const append = (on: TestApplication, row: Cell[]) => on.workbook.addRows(SHEET, [row]);
const headerRow = (on: TestApplication): number =>
  on.workbook.rowsOf('sign-in-S01').findIndex((row) => row.includes('状态')) + 1;

describe('a sign-in sheet whose columns cannot be found', () => {
  test.each(['工号', '', '状态'])(
    'with %p for 编号 is neither closed nor made again, and loses nothing',
    async (label) => {
      const on = app();
      await make(on);
      await fill(on, ALL);
      await write(on, headerRow(on), 8, [label]);
      const before = rows(on);
      for (const press of [close, make]) {
        const refused = await press(on).catch((error: unknown) => error);
        expect(refused).toMatchObject({ refusal: 'sheetUnreadable' });
      }
      expect(rows(on)).toEqual(before);
      await write(on, headerRow(on), 8, ['编号']);
      expect((await close(on)).outcome).toBe('closed');
    },
  );

  it('is made anew when it is empty', async () => {
    const on = app();
    await make(on);
    const height = on.workbook.rowsOf('sign-in-S01').length + 1;
    const empty = Array.from({ length: height }, () => Array.from({ length: 9 }, () => null));
    await on.workbook.edit([
      { kind: 'writeCells', sheetId: SHEET, firstRow: 0, firstColumn: 0, rows: empty },
    ]);
    expect((await make(on)).due).toBe(4);
  });
});

describe('rows that are not as they were made', () => {
  it('a time that is none is asked about with its cell, and stays', async () => {
    const on = app();
    await make(on);
    await fill(on, { ...ALL, R004: ['出勤', '14点45'] });
    await make(on);
    const asked = await close(on);
    expect([asked.outcome, asked.unclear]).toEqual([
      'needsAnswers',
      [{ words: '柳叶青：时间“14点45”看不懂，请写成 14:45', sheetId: SHEET, cell: 'G12' }],
    ]);
  });

  it('two rows of a person that contradict each other are asked about, and both stay', async () => {
    const on = app();
    await make(on);
    await fill(on, ALL);
    await append(on, ['', '周文远', '', '', '', '缺席', '', '', 'R001']);
    await make(on);
    await make(on);
    expect(
      rows(on)
        .filter((row) => row[8] === 'R001')
        .map((row) => row[5]),
    ).toEqual(['出勤', '缺席']);
    const asked = await close(on);
    expect([asked.outcome, asked.unclear]).toEqual([
      'needsAnswers',
      [{ words: '周文远：有两行，内容不一致，请留一行', sheetId: SHEET, cell: 'F16' }],
    ]);
  });

  it('a person whom the clerk added is reported, not recorded, and keeps the signature and all cells', async () => {
    const on = app();
    await make(on);
    await fill(on, ALL);
    await append(on, ['', '王小明', '区委党校', '', '√', '出勤', 0.6, '旁听']);
    await make(on);
    await make(on);
    expect(rows(on).filter(([, name]) => name === '王小明')).toEqual([
      ['', '王小明', '区委党校', '', '√', '出勤', 0.6, '旁听'],
    ]);
    const closed = await close(on);
    expect(closed).toMatchObject({ outcome: 'closed', added: 4 });
    expect(closed.notTaken).toEqual([{ words: '王小明 出勤', sheetId: SHEET, cell: 'F16' }]);
    expect(attendance(on)).toHaveLength(4);
  });
});
