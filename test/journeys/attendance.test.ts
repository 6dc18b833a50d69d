// From a request for leave to the rate: approved, cancelled, signed in by sheet and by code, closed, counted.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LeaveDecided } from '#core/contract/leave-register';
import type { SignInClosed, SignInMade, SignInScreen } from '#core/contract/sign-in-sheet';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { call } from './function-client';

/** Each step goes over HTTP to real parts, which takes its time on a busy machine. */

let workbench: RunningWorkbench;

/** Monday 23 November 2026: S10 was held on Friday, S11 is on the coming one. */
beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'district', clock: '2026-11-23T09:00:00+08:00' });
});
afterAll(() => workbench.close());

async function cells(range: string): Promise<unknown[][]> {
  const { data } = await localSheetsClient(`${workbench.url}/`).spreadsheets.values.get({
    spreadsheetId: workbench.spreadsheetId,
    range,
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return data.values ?? [];
}

async function write(range: string, rows: unknown[][]): Promise<void> {
  await localSheetsClient(`${workbench.url}/`).spreadsheets.values.update({
    spreadsheetId: workbench.spreadsheetId,
    range,
    valueInputOption: 'RAW',
    requestBody: { values: rows },
  });
}

const marks = async (sessionId: string): Promise<unknown[][]> =>
  (await cells('考勤!A2:G2000')).filter(([session]) => session === sessionId);
const markOf = async (sessionId: string, memberId: string) =>
  (await marks(sessionId)).find(([, member]) => member === memberId)?.[3];
const decide = async (event: LeaveDecided['event'], more: object = {}) =>
  (await call(workbench, 'leaveRegister', {
    action: 'decide',
    leaveId: 'L200',
    event,
    ...more,
  })) as LeaveDecided; // a decision was asked for
const close = async (answers: object = {}) =>
  (await call(workbench, 'signInSheet', {
    action: 'close',
    sessionId: 'S11',
    ...answers,
  })) as SignInClosed; // closing was asked for

describe('leave asked for after the roll call', () => {
  let memberId = '';
  test('turns the absence into leave when it is approved', async () => {
    memberId = String((await marks('S10')).find(([, , , status]) => status === '缺席')?.[1]);
    await write('请假!A97:J97', [
      ['L200', 'S10', memberId, '', '病假', '发热就医', '', '病历', '', '待批'],
    ]);
    const { mark } = await decide('approve', { approver: '范立城' });
    expect(mark).toEqual({ kind: 'change', before: '缺席', after: '病假' });
    expect(await markOf('S10', memberId)).toBe('病假');
  });

  test('gives the absence back when it is cancelled, and the log tells both', async () => {
    const { mark } = await decide('cancel');
    expect(mark).toEqual({ kind: 'change', before: '病假', after: '缺席' });
    expect(await markOf('S10', memberId)).toBe('缺席');
    const log = await cells('操作记录!C2:F20');
    expect(log.map(([action, , before, after]) => [action, before, after])).toEqual([
      ['准假', '待批', '已准假 范立城'],
      ['准假改考勤', '缺席', '病假'],
      ['撤销请假', '已准假', '已撤销'],
      ['撤假还考勤', '病假', '缺席'],
    ]);
  });
});

describe('the session of 27 November', () => {
  let due = 0;
  test('has a sheet with leave filled in, lines, drop-downs and no telephone number', async () => {
    const made = (await call(workbench, 'signInSheet', { action: 'make' })) as SignInMade; // a sheet was asked for
    due = made.due;
    expect(made).toMatchObject({
      session: { id: 'S11' },
      onLeave: 2,
      marked: 2,
      tab: { title: '签到-S11' },
    });
    expect(JSON.stringify(await cells("'签到-S11'!A1:I200"))).not.toMatch(/000-0000/);
    const { data } = await localSheetsClient(`${workbench.url}/`).spreadsheets.get({
      spreadsheetId: workbench.spreadsheetId,
      ranges: ["'签到-S11'!F9"],
      fields:
        'sheets(properties(gridProperties(frozenRowCount)),data(rowData(values(dataValidation(condition),userEnteredFormat(borders)))))',
    });
    const [sheet] = data.sheets ?? [];
    const cell = sheet?.data?.[0]?.rowData?.[0]?.values?.[0];
    expect(sheet?.properties?.gridProperties?.frozenRowCount).toBe(7);
    expect(cell?.dataValidation?.condition?.values?.[0]).toEqual({ userEnteredValue: '出勤' });
    expect(cell?.userEnteredFormat?.borders?.top?.style).toBe('SOLID');
  });

  test('is checked in to by the code on the screen, with name and four digits', async () => {
    await workbench.setClock('2026-11-27T14:37:00+08:00');
    const { address } = (await call(workbench, 'signInSheet', {
      action: 'screen',
    })) as SignInScreen; // the screen was asked for
    const screen = await (await fetch(address)).text();
    expect(screen).toContain(`已到 0 人，应到 ${due} 人`);
    const code = /class="code">\s*<a href="([^"]+)"/.exec(screen)?.[1] ?? '';
    const form = await (await fetch(code)).text();
    const token = /name="t" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const body = new URLSearchParams({
      t: token,
      name: '贺知行',
      digits: '0001',
      action: 'checkIn',
    });
    const answer = await fetch(code.split('?')[0] ?? '', { method: 'POST', body });
    expect(await answer.text()).toContain('签到成功：贺知行，14:37，迟到。');
    expect(await marks('S11')).toEqual([['S11', 'M001', '贺知行', '迟到', 877 / 1440, '', 7]]);
  });

  test('is closed only when nobody is left in doubt, and then counts in the rates', async () => {
    const sheet = await cells("'签到-S11'!A8:I200");
    const row = sheet.findIndex(([, name]) => name === '沈砚秋') + 8;
    await write(`'签到-S11'!F${row}`, [['出勤']]);
    const asked = await close();
    expect([asked.outcome, asked.unmarked.length]).toEqual(['needsAnswers', due - 4]);
    const [first, ...others] = asked.unmarked.map(({ memberId }) => memberId);
    const answers = { absent: others, notRecorded: [first] };
    expect(await close(answers)).toMatchObject({
      outcome: 'closed',
      added: due - 2,
      changed: 0,
      absent: due - 5,
    });
    expect(await marks('S11')).toHaveLength(due - 1);
    expect(await close(answers)).toMatchObject({ outcome: 'closed', added: 0, changed: 0 });
    const day = { from: '2026-11-27', to: '2026-11-27' };
    const { overall, notRecorded } = await call(workbench, 'attendanceReport', day);
    // Two came; of those with a mark all are due, and one is on official duty.
    expect(overall.a).toMatchObject({ numerator: 2, denominator: due - 1 });
    expect(overall.b).toMatchObject({ numerator: 2, denominator: due - 2 });
    expect(notRecorded).toBe(1);
  });
});
