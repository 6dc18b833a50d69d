import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import type { Cell } from '#core/workbook/table';
import { AppError } from '#functions/errors';
import { anApplication, CLERK, type TestApplication } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aRawTable, aTable, aWorkbook, rowsIn } from '#test/support/builders/tables';

const SCHEDULE = TAB_KEYS.indexOf('schedule') + 1; // the builders' sheet id
const CHECKS = TAB_KEYS.indexOf('checks') + 1;
const SATURDAY = '星期六';

/** Two Friday sessions that say they are on a Saturday. */
function aWrongWorkbook(): TestApplication {
  const second = { id: 'S02', number: 2, date: toDay('2026-03-13') };
  return anApplication(
    aWorkbook({
      roles: [{ email: CLERK.email, role: 'clerk' }],
      roster: [aMember()],
      speakers: [aSpeaker()],
      schedule: [aSession({ weekday: SATURDAY }), aSession({ ...second, weekday: SATURDAY })],
    }),
  );
}

const rows = (firstRow: number, lastRow = firstRow) => ({ sheetId: SCHEDULE, firstRow, lastRow });
const marksOf = (app: TestApplication): string[] =>
  app.workbook.decorationsOf('schedule').map((mark) => mark.slice(0, 3));

describe('checkRows', () => {
  it('returns and highlights what is wrong with the edited row only', async () => {
    const app = aWrongWorkbook();
    const answer = await app.call('checkRows', rows(3));
    expect(answer).toMatchObject({
      checked: { tabTitle: '日程', firstRow: 3, lastRow: 3 },
      notChecked: 0,
      counts: { error: 1, warning: 0, info: 0 },
    });
    expect(answer.findings.map(({ rule, cell }) => [rule, cell])).toEqual([['V06', 'D3']]);
    expect(marksOf(app)).toEqual(['D3:']);
    expect(app.workbook.rowsOf('checks')).toEqual([]);
  });

  it('removes the highlight as soon as the cell is corrected, and leaves other rows’ highlights alone', async () => {
    const app = aWrongWorkbook();
    await app.call('checkEntries', {});
    expect(marksOf(app)).toEqual(['D2:', 'D3:']);
    const [, mended = []] = rowsIn(aTable('schedule', [aSession()]));
    await app.workbook.edit([
      { kind: 'writeCells', sheetId: SCHEDULE, firstRow: 1, firstColumn: 0, rows: [[...mended]] },
    ]);
    expect((await app.call('checkRows', rows(2))).findings).toEqual([]);
    expect(marksOf(app)).toEqual(['D3:']);
    await app.call('checkEntries', {}); // the tab is still remembered as marked
    expect(marksOf(app)).toEqual(['D3:']);
  });

  it('writes nothing when the row is right', async () => {
    const app = aWrongWorkbook();
    await app.call('checkRows', rows(9));
    expect(app.workbook.applied).toEqual([]);
  });

  it.each([
    ['a tab that is not checked', CHECKS],
    ['a tab that is not Lectern’s', 999],
  ])('leaves %s alone', async (_, sheetId) => {
    const app = aWrongWorkbook();
    const answer = await app.call('checkRows', { ...rows(2), sheetId });
    expect(answer).toMatchObject({ checked: null, findings: [] });
    expect(app.workbook.applied).toEqual([]);
  });

  it('checks the first 500 rows of a large paste and says how many wait', async () => {
    const answer = await aWrongWorkbook().call('checkRows', rows(3, 2002));
    expect([answer.checked?.lastRow, answer.notChecked]).toEqual([502, 1500]);
  });

  describe('a name that was typed for an id', () => {
    const ATTENDANCE = TAB_KEYS.indexOf('attendance') + 1;
    const HEADER = ['期次编号', '人员编号', '姓名', '状态'];
    const WANG = aMember({ id: 'R002', name: '王芳', unit: '区教育局' });
    const SECOND = aMember({ id: 'R003', name: '王芳', unit: '区财政局' });
    const appWith = (rows: Cell[][], roster = [aMember(), WANG]): TestApplication =>
      anApplication({
        ...aWorkbook({
          roles: [{ email: CLERK.email, role: 'clerk' }],
          roster,
          speakers: [aSpeaker()],
          schedule: [aSession()],
        }),
        attendance: aRawTable('attendance', [HEADER, ...rows]),
      });
    const cells = async ({ workbook }: TestApplication): Promise<Cell[][]> =>
      rowsIn((await workbook.read('', ['attendance'])).tables.attendance).slice(1);
    const edited = (firstColumn: number, lastColumn: number, row = 2) => ({
      ...{ sheetId: ATTENDANCE, firstRow: row, lastRow: row, firstColumn, lastColumn },
    });

    it('becomes the id, with the name beside it, and the answer says so', async () => {
      const app = appWith([['S01', '王芳', '', '出勤']]);
      const answer = await app.call('checkRows', edited(2, 2));
      expect(answer).toMatchObject({
        entered: [{ cell: 'B2', words: '王芳', id: 'R002' }],
        enteredCount: 1,
        findings: [],
      });
      expect(await cells(app)).toEqual([['S01', 'R002', '王芳', '出勤']]);
      expect(app.workbook.decorationsOf('attendance')).toEqual([]);
    });

    it('of two people stays, is marked, and each of them is offered', async () => {
      const app = appWith([['S01', '王芳', '', '出勤']], [aMember(), WANG, SECOND]);
      const answer = await app.call('checkRows', edited(2, 2));
      expect(answer).toMatchObject({ entered: [], counts: { error: 1 } });
      expect(answer.findings.map(({ rule, fix }) => [rule, fix?.after])).toEqual([
        ['V34', 'R002 区教育局'],
        ['V34', 'R003 区财政局'],
      ]);
      expect(await cells(app)).toEqual([['S01', '王芳', '', '出勤']]);
      await app.call('applySuggestions', {
        choices: [{ tab: 'attendance', cell: 'B2', before: '王芳', after: 'R003 区财政局' }],
      });
      expect(await cells(app)).toEqual([['S01', 'R003', '王芳', '出勤']]);
    });

    it('is entered for a name that was chosen beside it', async () => {
      const app = appWith([['S01', '', '王芳', '出勤']]);
      await app.call('checkRows', edited(3, 3));
      expect(await cells(app)).toEqual([['S01', 'R002', '王芳', '出勤']]);
    });

    it('is corrected in the edited rows only', async () => {
      const app = appWith([
        ['S01', 'R001', '', '出勤'],
        ['S01', '王芳', '', '缺席'],
      ]);
      await app.call('checkRows', edited(1, 4));
      expect(await cells(app)).toEqual([
        ['S01', 'R001', '周文远', '出勤'],
        ['S01', '王芳', '', '缺席'],
      ]);
    });

    it('is left alone where a clerk protected the cells, and is found all the same', async () => {
      const app = appWith([['S01', '王芳', '', '出勤']]);
      app.workbook.beforeApply = () => {
        throw new AppError('cellsProtected');
      };
      const answer = await app.call('checkRows', edited(2, 2));
      expect(answer).toMatchObject({ entered: [], enteredCount: 0, counts: { error: 1 } });
    });
  });
});
