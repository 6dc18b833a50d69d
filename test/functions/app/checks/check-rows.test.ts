import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { anApplication, CLERK, type TestApplication } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aTable, aWorkbook, rowsIn } from '#test/support/builders/tables';

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
});
