// Two commands put three districts in place: the workbench with a registry, and `npm run provision` with a list, as processes of their own.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DispatchResponse } from '#core/contract/dispatch';
import { entriesOf } from '#core/model/book';
import { formatLease } from '#core/notice/ledger/lease';
import { readRegistry, type RegisteredWorkbook } from '#core/registry/registry';
import { emptyBasis } from '#core/workbook/snapshot';
import { appendRows } from '#core/workbook/write/append-rows';
import { updateRow } from '#core/workbook/write/update-row';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { doctor } from '../../scripts/doctor/main';
import { upgradeScripts } from '../../scripts/provision/upgrade';
import { rollUp } from '../../scripts/roll-up/main';

const CLERK = 'clerk@example.org';

let workbench: RunningWorkbench;
let folder: string;
beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'empty', hasRegistry: true });
  folder = await mkdtemp(join(tmpdir(), 'lectern-districts-'));
  const rows = ['name,clerks,district', `北河区,${CLERK},北河区`, `南山区,${CLERK},南山区`];
  await writeFile(join(folder, 'districts.csv'), rows.join('\n'));
});
afterAll(async () => {
  await workbench.close();
  await rm(folder, { recursive: true });
});

const workbook = () => {
  const client = localSheetsClient(`${workbench.url}/`);
  return googleWorkbook(() => client);
};

async function settings(): Promise<Record<string, string>> {
  const response = await fetch(`${workbench.url}/workbench/deployment`);
  return (await response.json()) as Record<string, string>; // the workbench's own settings are strings
}

async function registered(): Promise<Map<string, RegisteredWorkbook>> {
  const { LECTERN_REGISTRY: id = '' } = await settings();
  const { workbooks } = readRegistry(await workbook().read(id, ['workbooks']));
  return new Map([...workbooks.values()].map((one) => [one.name, one]));
}

/** Two people and a session on Friday 6 March 2026, whose notice goes out by itself on the Monday before, at nine. */
async function makeDue(id: string): Promise<void> {
  const port = workbook();
  const snapshot = await port.read(id, ['settings', 'schedule', 'roster', 'speakers']);
  const language = 'zh-CN';
  const settings = entriesOf(snapshot.tables, 'settings');
  const row = settings.find(({ cells }) => cells.name === '自动发送')?.row ?? 0;
  const people = ['R001', 'R002'].map((one) =>
    aMember({ id: one, email: `${one}.${ownPart(id)}@example.org`.toLowerCase() }),
  );
  await port.apply(snapshot, [
    ...appendRows(snapshot, 'roster', { rows: people, language }),
    ...appendRows(snapshot, 'speakers', { rows: [aSpeaker()], language }),
    ...appendRows(snapshot, 'schedule', { rows: [aSession()], language }),
    ...updateRow(snapshot, 'settings', { row, values: { value: '是' }, language }),
  ]);
}

/** The session was held, and so many of its two people came. */
async function hold(id: string, came: number): Promise<void> {
  const port = workbook();
  const snapshot = await port.read(id, ['schedule', 'attendance']);
  const language = 'zh-CN';
  const [row = 0] = entriesOf(snapshot.tables, 'schedule').map((entry) => entry.row);
  const marks = ['R001', 'R002'].map((memberId, at) =>
    aMark({ sessionId: 'S01', memberId, status: at < came ? '出勤' : '缺席' }),
  );
  await port.apply(snapshot, [
    ...appendRows(snapshot, 'attendance', { rows: marks, language }),
    ...updateRow(snapshot, 'schedule', { row, values: { state: 'held' }, language }),
  ]);
}

/** Every quarter of an hour of a night, from 00:45 to 05:30. */
async function passNight(day: string): Promise<DispatchResponse['runs']> {
  const runs: DispatchResponse['runs'][] = [];
  for (let minutes = 45; minutes <= 330; minutes += 15) {
    const time = [Math.floor(minutes / 60), minutes % 60].map((part) => `0${part}`.slice(-2));
    await workbench.setClock(`${day}T${time.join(':')}:00+08:00`);
    runs.push((await tick()).runs);
  }
  return runs.flat();
}

/** District, due, attended and rate A of each line of the ranking that `npm run rollup` writes. */
async function ranking(from: string): Promise<unknown[][]> {
  printed = [];
  const to = join(folder, 'report');
  const sql = resolve('scripts/roll-up/sql');
  expect(await rollUp(['--from', from, '--to', to], { sql, print: around().print })).toBe(0);
  const { Sheets } = read(await readFile(join(to, 'roll-up.xlsx')));
  const sheet = Sheets['各区县排名'];
  const lines = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).slice(1) : [];
  return lines.map((line) => [line[3], line[6], line[7], line[8]]);
}

/** What somebody types over the first header of the schedule. */
async function typeHeader(spreadsheetId: string, value: string): Promise<void> {
  await localSheetsClient(`${workbench.url}/`).spreadsheets.values.update({
    spreadsheetId,
    range: "'日程'!A1",
    valueInputOption: 'RAW',
    requestBody: { values: [[value]] },
  });
}

/** As Cloud Scheduler calls it. */
async function tick(): Promise<DispatchResponse> {
  const response = await fetch(`${workbench.url}/functions/worker/dispatch`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await workbench.token('scheduler@example.org')}`,
    },
    body: '{}',
  });
  return DispatchResponse.parse(await response.json());
}

/** How many mails went to the people of each workbook. */
async function mailsEach(ids: readonly string[]): Promise<number[]> {
  const messages = await workbench.messages();
  return ids.map((id) => messages.filter(({ to }) => to.join().includes(ownPart(id))).length);
}

/** Tells the people of one workbook from those of the others. */
const ownPart = (id: string): string => id.replace(/[-_]/g, '').slice(0, 12).toLowerCase();

/** As Cloud Tasks calls it: the answer's status and body. */
async function runTask(spreadsheetId: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${workbench.url}/functions/worker/runDue`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await workbench.token('scheduler@example.org')}`,
    },
    body: JSON.stringify({ spreadsheetId }),
  });
  return { status: response.status, body: await response.text() };
}

interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly printed: string;
}

/** Runs the command; kills it, as no program can notice, once it has printed this. */
function provision(killAt: string | null = null): Promise<Ended> {
  const list = join(folder, 'districts.csv');
  const argv = ['scripts/provision.mjs', '--list', list, '--workbench', workbench.url];
  const child = spawn(process.execPath, argv);
  let output = '';
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    if (killAt !== null && output.includes(killAt)) child.kill('SIGKILL');
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((done) => {
    child.on('close', (status, signal) => done({ status, signal, printed: output }));
  });
}

let printed: string[] = [];
const around = () => ({ environment: {}, print: (line: string) => void printed.push(line) });

describe('three districts', () => {
  test('are in place after two commands, also when one was killed in between', async () => {
    const killed = await provision('  script: made');
    expect(killed.signal).toBe('SIGKILL');
    const again = await provision();
    expect(again.printed).toContain('  script: there already');
    expect(again.printed).not.toContain('FAILED');
    expect(again.status).toBe(0);
    const workbooks = await registered();
    expect([...workbooks.keys()].slice(1)).toEqual(['北河区', '南山区']);
    expect([...workbooks.values()].map(({ state }) => state)).toEqual([
      'active',
      'active',
      'active',
    ]);
    expect(new Set([...workbooks.values()].map(({ scriptId }) => scriptId)).size).toBe(3);
  }, 300_000);

  test('have the built script, which knows the functions’ address', async () => {
    const { scriptId } = (await registered()).get('南山区') ?? {};
    const response = await fetch(`${workbench.url}/v1/projects/${scriptId ?? ''}/content`, {
      headers: { authorization: 'Bearer local' },
    });
    const { files } = (await response.json()) as { files: { name: string; source: string }[] }; // as the route writes them
    expect(files.map(({ name }) => name)).toEqual(['appsscript', 'main', 'sidebar']);
    expect(files[1]?.source).toContain(`${workbench.url}/functions/api`);
    printed = [];
    // The first command has built it for this address.
    const buildScript = () => Promise.resolve(resolve('dist/workbook-script'));
    const status = await upgradeScripts(['--workbench', workbench.url], {
      ...around(),
      buildScript,
    });
    expect(printed).toContain('北河区: of this version already');
    expect(status).toBe(0);
  });

  test('each have a doctor', async () => {
    const { id = '' } = (await registered()).get('北河区') ?? {};
    const argv = ['--workbook', id, '--person', 'nobody@example.org', '--language', 'zh-CN'];
    printed = [];
    const status = await doctor([...argv, '--workbench', workbench.url], {
      ...around(),
      version: '0',
    });
    const said = printed.join('\n');
    expect(status).toBe(1);
    expect(said).toContain('错误  nobody@example.org 不在“权限”中，所以被拒绝。');
    expect(said).not.toContain('没有登记');
    expect(said).not.toContain('邮件服务器拒绝');
  });

  test('are all served by one tick of the scheduler; a broken one harms nobody, and is served once it is mended', async () => {
    const ids = [...(await registered()).values()].map(({ id }) => id);
    for (const id of ids) await makeDue(id);
    const [, , broken = ''] = ids;
    await typeHeader(broken, '课次');
    await workbench.setClock('2026-03-02T09:00:00+08:00');
    const first = await tick();
    expect(first).toMatchObject({ workbooks: 3, tasks: 3 });
    expect(await mailsEach(ids)).toEqual([2, 2, 0]);
    const shown = [...(await registered()).values()];
    expect(shown.map(({ lastError }) => lastError)).toEqual([
      null,
      null,
      first.runs.find(({ spreadsheetId }) => spreadsheetId === broken)?.result.failed,
    ]);
    expect(shown[2]?.lastError).toContain('日程');
    expect(shown.every(({ lastRun }) => lastRun !== null)).toBe(true);
    await workbench.setClock('2026-03-02T09:15:00+08:00');
    expect(await tick()).toMatchObject({ tasks: 0 });
    await typeHeader(broken, '编号');
    await workbench.setClock('2026-03-02T10:01:00+08:00');
    expect(await tick()).toMatchObject({ tasks: 1 });
    expect(await mailsEach(ids)).toEqual([2, 2, 2]);
    expect((await registered()).get('南山区')).toMatchObject({ lastError: null });
  }, 300_000);

  test('answer the queue with 503 while somebody else sends, so that it tries again', async () => {
    const [first = ''] = [...(await registered()).values()].map(({ id }) => id);
    // The notice of the day before the session.
    await workbench.setClock('2026-03-05T09:00:00+08:00');
    const swap = (from: string | null, to: string | null) =>
      workbook().apply(emptyBasis(first), [{ kind: 'moveLease', from, to }]);
    const held = formatLease('a-clerk', 1, new Date('2026-03-05T09:00:00+08:00'));
    await swap(null, held);
    const before = (await mailsEach([first]))[0] ?? 0;
    const refused = await runTask(first);
    expect(refused.status).toBe(503);
    expect(refused.body).toContain('google-unavailable');
    expect(await mailsEach([first])).toEqual([before]);
    await swap(held, null);
    expect((await runTask(first)).status).toBe(200);
    expect(await mailsEach([first])).toEqual([before + 2]);
  });

  test('are rolled up over night: the report is the sum of their own, without the broken one until it is mended', async () => {
    const workbooks = await registered();
    const [first = '', north = '', south = ''] = [...workbooks.values()].map(({ id }) => id);
    const [name = ''] = workbooks.keys();
    const { LECTERN_ROLL_UP: facts = '' } = await settings();
    await hold(first, 2);
    await hold(north, 1);
    await hold(south, 0);
    await typeHeader(south, '课次');
    const night = (await passNight('2026-03-10')).filter(({ kind }) => kind === 'rollUp');
    const done = { weeks: 1, written: 1, removed: 0 };
    const resultOf = (id: string, runs = night) =>
      runs.filter(({ spreadsheetId }) => spreadsheetId === id).map(({ result }) => result);
    expect(resultOf(first)).toEqual([done]);
    expect(resultOf(north)).toEqual([done]);
    expect(resultOf(south)).toMatchObject([{ weeks: 0, failed: expect.stringContaining('日程') }]);
    expect((await registered()).get('南山区')?.lastError).toContain('日程');
    expect((await readdir(facts)).sort()).toEqual(
      [first, north].map((id) => `${id}.2026-03-02.ndjson`).sort(),
    );
    expect(await ranking(facts)).toEqual([
      [name, 2, 2, 1],
      ['北河区', 2, 1, 0.5],
    ]);

    await typeHeader(south, '编号');
    const second = (await passNight('2026-03-11')).filter(({ kind }) => kind === 'rollUp');
    expect([first, north, south].map((id) => resultOf(id, second))).toEqual([
      [{ ...done, written: 0 }],
      [{ ...done, written: 0 }],
      [done],
    ]);
    expect(await ranking(facts)).toEqual([
      [name, 2, 2, 1],
      ['北河区', 2, 1, 0.5],
      ['南山区', 2, 0, 0],
    ]);
  }, 300_000);
});
