// Notices that go out by the settings: the workbench's clock as the scheduler, through Gmail's drafts.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'district', runsSchedule: true });
  // The round of orders has mails of its own.
  await setSetting('点单开始', '否');
  await setSetting('自动发送', '是');
  await setSetting('发送方式', 'gmail');
  await write("'日程'!K12", '街道');
});
afterAll(() => workbench.close());

const sheets = () => localSheetsClient(`${workbench.url}/`);

async function cells(range: string): Promise<string[][]> {
  const { spreadsheetId } = workbench;
  const { data } = await sheets().spreadsheets.values.get({ spreadsheetId, range });
  return (data.values ?? []) as string[][]; // formatted values are strings
}

async function write(range: string, value: string): Promise<void> {
  await sheets().spreadsheets.values.update({
    spreadsheetId: workbench.spreadsheetId,
    range,
    valueInputOption: 'RAW',
    requestBody: { values: [[value]] },
  });
}

async function setSetting(name: string, value: string): Promise<void> {
  const row = (await cells("'设置'!A1:A200")).findIndex(([cell]) => cell === name);
  await write(`'设置'!B${row + 1}`, value);
}

/** Sets the clock and waits until the schedule has looked. */
async function atTime(now: string): Promise<void> {
  const runs = () => workbench.printed.filter((line) => line.includes('"runDue"')).length;
  const before = runs();
  await workbench.setClock(now);
  while (runs() === before) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Sub-district leaders with an address that can be used. */
const PEOPLE = 11;
const received = async (start: string): Promise<number> =>
  (await workbench.messages()).filter(({ subject }) => subject.startsWith(start)).length;

describe('the schedule, through Gmail', () => {
  test('sends nothing a minute early', async () => {
    await atTime('2026-11-23T08:59:00+08:00');
    expect(await workbench.messages()).toEqual([]);
  });

  test('sends the notice when it is due, each as a draft first, and only once', async () => {
    await atTime('2026-11-23T09:00:00+08:00');
    await atTime('2026-11-23T09:15:00+08:00');
    expect(await workbench.messages()).toHaveLength(PEOPLE);
    const rows = await cells("'通知记录'!A2:J");
    expect(rows.map((row) => row[6])).toEqual(Array.from({ length: PEOPLE }, () => '已发'));
    const drafts = new Set(rows.map((row) => row[9]));
    expect(drafts.size).toBe(PEOPLE);
    const [draft = ''] = [...drafts];
    const gone = await fetch(`${workbench.url}/gmail/v1/users/me/drafts/${draft}`);
    expect([draft.startsWith('r-'), gone.status]).toEqual([true, 404]);
  });

  test('tells of a new venue, and reminds a day late those who have not answered', async () => {
    const [row] = await cells("'通知记录'!B2:D2");
    await write("'日程'!J12", '区委党校二楼');
    await write("'回执'!A2", 'S11');
    await write("'回执'!B2", row?.[2] ?? '');
    await write("'回执'!D2", '参加');
    await atTime('2026-11-26T15:00:00+08:00');
    expect(await received('【变更】')).toBe(PEOPLE);
    expect(await received('【请回复】')).toBe(PEOPLE - 1);
  });

  test('sends nothing more once the session has begun', async () => {
    const before = (await workbench.messages()).length;
    await write("'日程'!J12", '体育馆');
    await atTime('2026-11-27T14:30:00+08:00');
    expect(await workbench.messages()).toHaveLength(before);
  });

  test('printed what was done, and no name, address or link', () => {
    const lines = workbench.printed.filter((line) => line.startsWith('schedule:'));
    expect(lines[0]).toBe(`schedule: weekly S11: ${PEOPLE} sent, 0 failed, 0 in doubt`);
    expect(workbench.printed.join('\n')).not.toMatch(/@example\.org|reply\?t=/);
  });
});
