// What each function costs: calls to the Sheets API, bytes in both directions, and milliseconds of its own processor.
// `npm run bench -- function-prices [rows]`
import { appendFileSync } from 'node:fs';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionName, RequestOf } from '#core/contract/functions';
import { findHeaders } from '#core/workbook/headers';
import { tableOf } from '#core/workbook/snapshot';
import type { Tab } from '#core/workbook/tab';
import { TABS } from '#core/workbook/tabs/index';
import { writeRow } from '#core/workbook/write/write-row';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { readConfig } from '#functions/config';
import { wire } from '#functions/wire';
import { prepareWorkbook } from '#workbench/samples/prepare-workbook';
import { inLanguage } from '#workbench/samples/sample-changes';
import { DISTRICT_TIME } from '#workbench/samples/sample-time';
import { runProxy, type Traffic } from './counting-proxy';
import { grownSample } from './grown-sample';
import { COMMAND_LINE, IS_FULL } from './report';

const SIZES = [1500, 15_000];
const FULL_SIZES = [...SIZES, 150_000];
const AUDIENCE = 'script-of-the-bench.apps.example.org';
const CALLER = { email: 'admin@example.org', audience: AUDIENCE };

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'spreadsheetId'> : never;
type Requests = { readonly [Name in FunctionName]: WithoutId<RequestOf<Name>> | null };

/** Null: it needs what an earlier answer showed, a second workbook, or a mail server. In this order, those that write last. */
const REQUESTS: Requests = {
  dashboard: { action: 'week' },
  checkEntries: {},
  checkRows: { sheetId: 0, firstRow: 2, lastRow: 2 },
  weeklyNotice: { action: 'preview' },
  noticeProgress: {},
  absenceFollowUp: { action: 'preview' },
  leaveRegister: { action: 'list' },
  lectureFees: { action: 'preview' },
  speakerCard: { action: 'card' },
  topicOrders: { action: 'look' },
  importRows: { action: 'sources' },
  planQuarter: { action: 'preview', from: '2027-01-01', to: '2027-03-31' },
  activityPlan: { from: '2026-11-01', to: '2026-12-31' },
  bulletin: { length: 'month' },
  rollUp: {},
  attendanceReport: { action: 'write' },
  hoursLedger: { action: 'write' },
  budgetReport: { report: 'execution' },
  evaluationReport: {},
  topicRanking: {},
  yearPlan: {},
  signInSheet: { action: 'make' },
  setUpWorkbook: {},
  applySuggestions: null,
  startYear: null,
  runDue: null,
};

/** Without figures: one of its requests is larger than Google takes. */
interface Price extends Partial<Traffic> {
  readonly name: string;
  readonly rows: number;
  readonly milliseconds?: number;
}

/** Throws what else goes wrong. */
async function unlessTooLarge(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!String(error).includes('Request payload size exceeds the limit')) throw error;
  }
}

function report(price: Price): void {
  const { name, rows, calls = 0, received = 0, sent = 0, milliseconds } = price;
  const figures =
    milliseconds === undefined
      ? ['more than 10 MB in one request']
      : [`${calls} calls`, `${received} B in`, `${sent} B out`, `${milliseconds.toFixed(0)} ms`];
  console.log(`${rows} rows  ${name.padEnd(18)}${figures.map((one) => one.padStart(16)).join('')}`);
  const file = process.env['LECTERN_BENCH_ROWS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(price)}\n`);
}

async function startEmulator(): Promise<{ child: ChildProcess; url: string }> {
  const program = 'packages/sheets-emulator/bin/sheets-emulator.mjs';
  const child = spawn(process.execPath, [program, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    const [url] = /http:\S+/.exec(text) ?? [];
    if (url !== undefined) return { child, url };
  }
  throw new Error('The emulator did not start.');
}

/** One request of the API takes ten megabytes: the rest of a large sample is appended. */
const FIRST_ROWS = 500;
const APPENDED_ROWS = 10_000;
const LARGE_TABS = ['roster', 'attendance'] as const;

async function preparedWorkbook(rootUrl: string, rows: number): Promise<string> {
  const sample = grownSample(rows);
  const first = LARGE_TABS.map((key) => [key, sample[key]?.slice(0, FIRST_ROWS) ?? []] as const);
  const id = await prepareWorkbook({
    rootUrl,
    sample: 'district',
    language: 'zh-CN',
    rows: { ...sample, ...Object.fromEntries(first) },
  });
  const client = localSheetsClient(rootUrl);
  const snapshot = await googleWorkbook(() => client).read(id, LARGE_TABS);
  for (const key of LARGE_TABS) {
    const tab: Tab = TABS[key];
    const { positions } = findHeaders(tab, tableOf(snapshot, key));
    const rest = (sample[key] ?? []).slice(FIRST_ROWS);
    for (let start = 0; start < rest.length; start += APPENDED_ROWS) {
      const values = rest
        .slice(start, start + APPENDED_ROWS)
        .map((row) => writeRow(tab, inLanguage(row, 'zh-CN'), positions, 'zh-CN'));
      await client.spreadsheets.values.append({
        spreadsheetId: id,
        range: `${tab.title['zh-CN']}!A1`,
        valueInputOption: 'RAW',
        requestBody: { values: values.map((cells) => [...cells]) },
      });
    }
  }
  return id;
}

async function pricesAt(rows: number, emulatorUrl: string, folder: string): Promise<void> {
  const proxy = fork(__filename, ['proxy', emulatorUrl]);
  const [port] = (await once(proxy, 'message')) as [number];
  const rootUrl = `http://127.0.0.1:${port}/`;
  const counted = async (): Promise<Traffic> => {
    proxy.send('count');
    const [traffic] = (await once(proxy, 'message')) as [Traffic]; // what runProxy sends
    return traffic;
  };
  try {
    const id = await preparedWorkbook(rootUrl, rows);
    const config = readConfig({
      LECTERN_AUDIENCES: AUDIENCE,
      LECTERN_WORKBOOKS: id,
      LECTERN_ADMINS: CALLER.email,
      LECTERN_SHEETS_ROOT_URL: rootUrl,
      LECTERN_SHEETS_ACCOUNT: 'owner@example.org',
      LECTERN_LINK_KEY: 'key-of-the-bench-0123456789abcdef',
      LECTERN_PAGES_URL: 'http://127.0.0.1:1/functions',
      LECTERN_ROLL_UP: folder,
    });
    const logger = { info: () => undefined, error: () => undefined };
    const clock = { now: () => new Date(DISTRICT_TIME) };
    const functions = wire(config, { clock, logger });
    for (const [name, request] of Object.entries(REQUESTS) as [FunctionName, object | null][]) {
      if (request === null) continue;
      const asked = { spreadsheetId: id, ...request } as RequestOf<typeof name>; // of the table above
      let figures: Omit<Price, 'name' | 'rows'> = {};
      await unlessTooLarge(async () => {
        // The first call compiles and loads; the second is counted.
        await functions.run(name, asked, CALLER);
        await counted();
        const before = process.cpuUsage();
        await functions.run(name, asked, CALLER);
        const { user, system } = process.cpuUsage(before);
        figures = { ...(await counted()), milliseconds: (user + system) / 1000 };
      });
      if ((figures.withoutGzip ?? 0) > 0)
        throw new Error(`${name} did not ask for gzipped answers.`);
      report({ name, rows, ...figures });
    }
  } finally {
    proxy.disconnect();
  }
}

async function run(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const { child, url } = await startEmulator();
  try {
    for (const rows of sizes) await pricesAt(rows, url, folder);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

const [command, argument] = COMMAND_LINE;
if (command === 'proxy') runProxy(argument ?? '');
else void run(command === undefined ? (IS_FULL ? FULL_SIZES : SIZES) : [Number(command)]);
