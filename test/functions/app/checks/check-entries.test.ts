import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import type { Tables } from '#core/workbook/table';
import { AppError } from '#functions/errors';
import { anApplication, CLERK } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aRawTable, aTable, aWorkbook, rowsIn } from '#test/support/builders/tables';
import { TAB_KEYS } from '#core/workbook/tab-keys';

const SCHEDULE = TAB_KEYS.indexOf('schedule') + 1; // the builders' sheet id

/** A Wednesday is outside the usual slots (a warning) and no Saturday (an error). */
const wrong = aSession({ date: toDay('2026-03-04'), weekday: '星期六' });
const tablesWith = (session = wrong): Tables =>
  aWorkbook({
    roles: [{ email: CLERK.email, role: 'clerk' }],
    roster: [aMember()],
    speakers: [aSpeaker()],
    schedule: [session],
  });

describe('checkEntries', () => {
  it('highlights the wrong cells and removes the highlights once they are corrected', async () => {
    const app = anApplication(tablesWith());
    const note = { sheetId: SCHEDULE, row: 1, column: 3, note: '会场要求', background: '#c9daf8' };
    app.workbook.decorate(note);
    const first = await app.call('checkEntries', {});
    expect([first.marked, first.notMarked]).toEqual([2, 0]);
    const marks = app.workbook.decorationsOf('schedule');
    expect(marks.map((mark) => mark.slice(0, 3))).toEqual(['D2:', 'E2:']);
    expect(marks[0]).toMatch(/^D2: 会场要求\n── 讲台 Lectern ──\nV06 .* #fbd9d5$/s);
    const [row = []] = app.workbook.rowsOf('schedule');
    const mended = rowsIn(aTable('schedule', [aSession()]))[1] ?? row;
    await app.workbook.edit([
      { kind: 'writeCells', sheetId: SCHEDULE, firstRow: 1, firstColumn: 0, rows: [[...mended]] },
    ]);
    expect(await app.call('checkEntries', {})).toMatchObject({ findings: [], marked: 0 });
    expect(app.workbook.decorationsOf('schedule')).toEqual(['D2: 会场要求 / #c9daf8']);
  });

  it('writes everything in one step, the list last, and nothing when nothing changed', async () => {
    const app = anApplication(tablesWith());
    await app.call('checkEntries', {});
    await app.call('checkEntries', {});
    const kinds = app.workbook.applied.map((changes) => changes.map(({ kind }) => kind));
    expect(kinds).toEqual([['decorateCells', 'flagHighlights', 'writeCells', 'linkCells']]);
  });

  it('keeps a warning with a reason in the list as a note without a mark, also when its row moved', async () => {
    const app = anApplication(tablesWith());
    await app.call('checkEntries', {});
    const rows = app.workbook.rowsOf('checks');
    const warned = rows.findIndex((row) => row[3] === 'V05');
    const checks = TAB_KEYS.indexOf('checks') + 1;
    await app.workbook.edit([
      {
        kind: 'writeCells',
        sheetId: checks,
        firstRow: warned + 1,
        firstColumn: 8,
        rows: [['区委同意']],
      },
      // Another session is put above it.
      {
        kind: 'writeCells',
        sheetId: SCHEDULE,
        firstRow: 1,
        firstColumn: 0,
        rows: rowsIn(
          aTable('schedule', [
            aSession({ id: 'S00', number: 0, date: toDay('2026-02-27') }),
            wrong,
          ]),
        ).slice(1),
      },
    ]);
    const again = await app.call('checkEntries', {});
    const accepted = again.findings.find(({ rule }) => rule === 'V05');
    expect(accepted).toMatchObject({
      severity: 'info',
      accepted: '区委同意',
      cell: 'E3',
      entry: 'S01',
    });
    const kept = app.workbook.rowsOf('checks').find((row) => row[3] === 'V05');
    expect([kept?.[2], kept?.[8]]).toEqual(['E3', '区委同意']);
    expect(app.workbook.decorationsOf('schedule').filter((mark) => mark.startsWith('E3'))).toEqual(
      [],
    );
  });

  it('lists what is wrong also when Google lets no mark be written, and says so', async () => {
    const app = anApplication(tablesWith());
    let refusals = 1;
    app.workbook.beforeApply = () => {
      if (refusals-- > 0) throw new AppError('cellsProtected');
    };
    const answer = await app.call('checkEntries', {});
    expect([answer.marked, answer.notMarked]).toEqual([0, 2]);
    expect(app.workbook.rowsOf('checks').map((row) => row[3])).toContain('W41');
    expect(app.workbook.decorationsOf('schedule')).toEqual([]);
    app.workbook.beforeApply = () => {
      throw new AppError('quotaReached');
    };
    await expect(app.call('checkEntries', {})).rejects.toMatchObject({ refusal: 'quotaReached' });
  });

  it('brings the names beside ids up to date, and touches them no second time', async () => {
    const app = anApplication({
      ...tablesWith(),
      roster: aTable('roster', [aMember()]),
      attendance: aRawTable('attendance', [
        ['期次编号', '人员编号', '姓名', '状态'],
        ['S01', 'R001', '周文选', '出勤'],
        ['S02', 'R001', '', '出勤'],
      ]),
    });
    const names = async () =>
      rowsIn((await app.workbook.read('', ['attendance'])).tables.attendance).map((row) => row[2]);
    await app.call('checkEntries', {});
    expect(await names()).toEqual(['姓名', '周文远', '周文远']);
    const sheetId = TAB_KEYS.indexOf('attendance') + 1;
    await app.call('checkEntries', {});
    expect(
      app.workbook.applied
        .slice(1)
        .flat()
        .filter((change) => change.kind === 'writeCells' && change.sheetId === sheetId),
    ).toEqual([]);
  });
});
