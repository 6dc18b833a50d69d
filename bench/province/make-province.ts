// A province before its Monday morning: workbooks in each of which a notice is due, and the registry that lists them.
import { toDay } from '#core/calendar/day';
import { enterWorkbook, noteWorkbooks } from '#core/registry/change-registry';
import { readRegistry } from '#core/registry/registry';
import { planSetUp } from '#core/set-up/plan-set-up';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import type { SheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { NOTICE_TABS } from '#functions/app/notice/weekly-notice';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { workbookOnSheets } from '#test/support/workbook-on-sheets';

export interface Province {
  readonly workbooks: number;
  /** Service accounts that share the workbooks out. */
  readonly accounts: number;
  /** Who carries tasks out: `process` within dispatch, `tasks` as Cloud Tasks does. */
  readonly queue: 'process' | 'tasks';
  /** What a process paces itself to; Google's limit unless given. */
  readonly requestsPerMinute?: number;
}

/** When the notices are due; the workbooks were looked at in the night before Sunday. */
export const NINE = '2026-03-02T09:00:00+08:00';
const SUNDAY = new Date('2026-03-01T03:00:00+08:00');

/** In each workbook. */
export const PEOPLE: readonly string[] = ['R001', 'R002'];

interface DrivePlace {
  readonly rootUrl: string;
  readonly id: string;
}

async function postToDrive(
  { rootUrl, id }: DrivePlace,
  what: 'copy' | 'permissions',
  body: object,
): Promise<string> {
  const response = await fetch(`${rootUrl}drive/v3/files/${id}/${what}`, {
    method: 'POST',
    headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  const made = (await response.json()) as { id: string }; // as Drive answers both
  return made.id;
}

export const addressOf = (memberId: string): string => `${memberId.toLowerCase()}@example.org`;

/** Copies of one: two people, and a session on Friday. */
export async function makeWorkbooks(
  client: SheetsClient,
  rootUrl: string,
  { workbooks: count, accounts }: Province,
): Promise<string[]> {
  const people = PEOPLE.map((id) => aMember({ id, email: addressOf(id) }));
  const template = await workbookOnSheets(client, {
    tabs: ['roles', ...NOTICE_TABS],
    rows: { roster: people, speakers: [aSpeaker()], schedule: [aSession()] },
    settings: { 自动发送: '是' },
    isTemplate: true,
  });
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await postToDrive({ rootUrl, id: template }, 'copy', { name: `第${index + 1}区` });
    const emailAddress = accountName(index, accounts);
    if (emailAddress) {
      const share = { type: 'user', role: 'writer', emailAddress };
      await postToDrive({ rootUrl, id }, 'permissions', share);
    }
    ids.push(id);
  }
  return ids;
}

/** Of several accounts none is the deployment's own, which keeps the registry; one alone does both. */
const accountName = (index: number, accounts: number): string | undefined =>
  accounts === 1 ? undefined : `lectern-${(index % accounts) + 1}@project.iam.example.org`;

export async function makeRegistry(
  client: SheetsClient,
  ids: readonly string[],
  accounts: number,
): Promise<string> {
  const { data } = await client.spreadsheets.create({
    requestBody: { properties: { title: 'Registry', locale: 'zh_CN', timeZone: 'Asia/Shanghai' } },
  });
  const id = data.spreadsheetId ?? '';
  const port = googleWorkbook(() => client);
  const read = () => port.read(id, REGISTRY_TAB_KEYS);
  const blank = await read();
  const tabs = REGISTRY_TAB_KEYS;
  await port.apply(blank, planSetUp(blank, { language: 'zh-CN', admins: [], tabs }).changes);
  // One that provision has made, and rows that were pasted below it.
  const [first = ''] = ids;
  const snapshot = await read();
  const account = accountName(0, accounts);
  const entry = { name: '第1区', addedOn: toDay('2026-03-01'), ...(account && { account }) };
  await port.apply(snapshot, enterWorkbook(snapshot, { id: first, ...entry }));
  const again = await read();
  const { workbooks } = readRegistry(again);
  const shape = again.tables.workbooks;
  if (!shape || workbooks.size !== 1) throw new Error('the registry has its first row');
  const rows = ids.slice(1).flatMap((one, index) => {
    const account = accountName(index + 1, accounts);
    const workbook = { id: one, ...entry, name: `第${index + 2}区`, ...(account && { account }) };
    return enterWorkbook(again, workbook).flatMap((change) =>
      change.kind === 'appendRows' ? change.rows : [],
    );
  });
  const sheetId = shape.sheetId;
  const { rowCount = 0 } = again.places.find((place) => place.sheetId === sheetId) ?? {};
  const firstRow = 2;
  await port.apply(again, [
    { kind: 'growTab', sheetId, rowCount, addRows: rows.length, addColumns: 0 },
    { kind: 'writeCells', sheetId, firstRow, firstColumn: 0, rows },
  ]);
  const full = await read();
  const due = { lastRun: SUNDAY, nextDue: new Date(NINE), lastError: null };
  await port.apply(
    full,
    noteWorkbooks(
      full,
      ids.map((one) => ({ id: one, ...due })),
    ),
  );
  return id;
}
