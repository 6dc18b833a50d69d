// Clerks at the buttons, clerks in the grid and people at the public pages at the same time, through the whole workbench over HTTP.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LeaveDecided, LeaveListed } from '#core/contract/leave-register';
import type { SignInScreen } from '#core/contract/sign-in-sheet';
import { appendRows } from '#core/workbook/write/append-rows';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { placeOf } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import { localSheetsClient, type SheetsRequest } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { rowsIn } from '#test/support/builders/tables';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { call } from './function-client';

let workbench: RunningWorkbench;
beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'district' });
});
afterAll(() => workbench.close());

const client = () => localSheetsClient(`${workbench.url}/`);
const read = () => googleWorkbook(client).read(workbench.spreadsheetId, TAB_KEYS);
const leaveRows = async () => rowsIn((await read()).tables.leave).slice(1);
const leaveColumn = (name: string): number => Object.keys(TABS.leave.columns).indexOf(name);
const edit = (...requests: SheetsRequest[]) =>
  client().spreadsheets.batchUpdate({
    spreadsheetId: workbench.spreadsheetId,
    requestBody: { requests },
  });
const pending = async () =>
  ((await call(workbench, 'leaveRegister', { action: 'list' })) as LeaveListed).pending; // the list was asked for

/** Asks for leave from the session of 5 December. */
async function addLeave(id: string, memberId: string): Promise<void> {
  const snapshot = await read();
  const row = {
    id,
    sessionId: 'S12',
    memberId,
    kind: 'personal',
    reason: '家中有事',
    decision: 'pending',
  } as const;
  await googleWorkbook(client).apply(
    snapshot,
    appendRows(snapshot, 'leave', { rows: [row], language: 'zh-CN' }),
  );
}

/** Decides on a leave while Google takes a second and a half to write; meanwhile a clerk edits the tab. */
async function decideWhile(leaveId: string, meanwhile: SheetsRequest): Promise<LeaveDecided> {
  const slow = { kind: 'slow', method: 'spreadsheets.batchUpdate', delayMilliseconds: 1500 };
  await fetch(`${workbench.url}/faults`, { method: 'POST', body: JSON.stringify(slow) });
  const decided = call(workbench, 'leaveRegister', {
    action: 'decide',
    event: 'approve',
    leaveId,
    approver: '韩雪',
  });
  await setTimeout(700);
  await edit(meanwhile);
  return (await decided) as LeaveDecided; // a decision was asked for
}

describe('a leave is approved while a clerk edits the tab', () => {
  const sheetId = async () => placeOf(await read(), 'leave')?.sheetId ?? -1;
  test.each<[string, string, string, (sheet: number) => SheetsRequest]>([
    [
      'inserts a row above',
      'L901',
      'M040',
      (sheet) => ({
        insertDimension: {
          range: { sheetId: sheet, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        },
      }),
    ],
    [
      'deletes a row above',
      'L902',
      'M041',
      (sheet) => ({
        deleteDimension: {
          range: { sheetId: sheet, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        },
      }),
    ],
    [
      'sorts the rows',
      'L903',
      'M042',
      (sheet) => ({
        sortRange: {
          range: { sheetId: sheet, startRowIndex: 1 },
          sortSpecs: [{ dimensionIndex: leaveColumn('memberId'), sortOrder: 'DESCENDING' }],
        },
      }),
    ],
  ])('who %s', async (_, leaveId, memberId, request) => {
    const sheet = await sheetId();
    await addLeave(leaveId, memberId);
    const before = await leaveRows();
    const answer = await decideWhile(leaveId, request(sheet));
    expect(answer.leave.id).toBe(leaveId);
    const after = await leaveRows();
    const [id, decision] = [leaveColumn('id'), leaveColumn('decision')];
    expect(after.filter((row) => row[id] === leaveId).map((row) => row[decision])).toEqual([
      '同意',
    ]);
    // Everybody else's leave is as it was, wherever it is now.
    const others = (rows: readonly (readonly unknown[])[]) =>
      rows
        .filter((row) => row.length > 0 && row[id] !== leaveId)
        .map((row) => JSON.stringify(row))
        .sort();
    const gone = others(before).filter((row) => !others(after).includes(row));
    expect(others(after).filter((row) => !others(before).includes(row))).toEqual([]);
    expect(gone.length).toBeLessThanOrEqual(1); // the row that a clerk deleted
  });
});

test('two clerks, one who edits rows all the time, and a hall that checks in: nothing lost, nothing doubled', async () => {
  await workbench.setClock('2026-11-27T14:20:00+08:00');
  const { address } = (await call(workbench, 'signInSheet', { action: 'screen' })) as SignInScreen; // the screen was asked for
  const snapshot = await read();
  const sheets = (['attendance', 'leave', 'log'] as const).map(
    (key) => placeOf(snapshot, key)?.sheetId ?? -1,
  );
  const door = await doorBehind(address);
  const people = rowsIn(snapshot.tables.roster)
    .slice(1)
    .map((row) => ({
      name: String(row[Object.keys(TABS.roster.columns).indexOf('name')] ?? ''),
      phone: String(row[Object.keys(TABS.roster.columns).indexOf('phone')] ?? ''),
    }));
  const before = rowsIn(snapshot.tables.attendance).length;
  const end = Date.now() + 60_000;
  const came: string[] = [];
  const decided: string[] = [];
  let edits = 0;
  await Promise.all([
    (async () => {
      for (let step = 0; Date.now() < end; step += 1) {
        const sheetId = sheets[step % sheets.length] ?? -1;
        const row = 1 + (step % 7);
        const range = { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 };
        await edit(
          step % 3 === 2
            ? {
                sortRange: {
                  range: { sheetId, startRowIndex: 1 },
                  sortSpecs: [{ dimensionIndex: step % 2, sortOrder: 'ASCENDING' }],
                },
              }
            : { insertDimension: { range, inheritFromBefore: true } },
        );
        edits += 1;
        await setTimeout(400);
      }
    })(),
    (async () => {
      for (const { id } of await pending()) {
        if (Date.now() > end) return;
        const answer = await call(workbench, 'leaveRegister', {
          action: 'decide',
          event: 'refuse',
          leaveId: id,
          approver: '韩雪',
        });
        decided.push((answer as LeaveDecided).leave.id); // a decision was asked for
        await setTimeout(500);
      }
    })(),
    (async () => {
      for (let at = 0; at < people.length && Date.now() < end; at += 4) {
        const group = people
          .slice(at, at + 4)
          .filter(({ name, phone }) => name !== '' && phone !== '');
        const results = await Promise.all(
          group.map(({ name, phone }) => checkIn(door, name, phone.slice(-4))),
        );
        group.forEach(({ name }, index) => {
          if (results[index] === true) came.push(name);
        });
        await setTimeout(300);
      }
    })(),
  ]);
  await setTimeout(Math.max(0, end - Date.now()));
  const { tables } = await read();
  const marks = rowsIn(tables.attendance)
    .slice(1)
    .filter((row) => row.length > 0);
  const keys = marks.map((row) => `${row[0]} ${row[1]}`).filter((key) => key.startsWith('S11 '));
  expect(edits).toBeGreaterThan(50);
  expect(came.length).toBeGreaterThan(20);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toHaveLength(came.length);
  expect(marks).toHaveLength(before - 1 + came.length);
  const refused = rowsIn(tables.leave).filter((row) =>
    decided.includes(String(row[leaveColumn('id')])),
  );
  expect(refused.map((row) => row[leaveColumn('decision')])).toEqual(decided.map(() => '不同意'));
  const log = rowsIn(tables.log).filter((row) =>
    decided.some((id) => String(row[3]).startsWith(`${id} `)),
  );
  expect(log).toHaveLength(decided.length);
});

interface Door {
  readonly page: string;
  readonly token: string;
}

/** The page that the code on the screen leads to has the form's own token. */
async function doorBehind(screen: string): Promise<Door> {
  const shown = await (await fetch(screen)).text();
  const code = /class="code">\s*<a href="([^"]+)"/.exec(shown)?.[1] ?? '';
  const form = await (await fetch(code)).text();
  const token = /name="t" value="([^"]+)"/.exec(form)?.[1] ?? '';
  return { page: code.split('?')[0] ?? '', token };
}

/** Whether the page says that the person is in. */
async function checkIn({ page, token }: Door, name: string, digits: string): Promise<boolean> {
  const body = new URLSearchParams({ t: token, name, digits, action: 'checkIn' });
  return (await (await fetch(page, { method: 'POST', body })).text()).includes('签到成功');
}
