// What each function costs: calls to the Sheets API, bytes in both directions, and milliseconds of its own processor.
// `npm run bench -- function-prices [rows]`
import { appendFileSync } from 'node:fs';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionName, RequestOf } from '#core/contract/functions';
import { readConfig } from '#functions/config';
import { wire } from '#functions/wire';
import { prepareWorkbook } from '#workbench/samples/prepare-workbook';
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

interface Price extends Traffic {
  readonly name: string;
  readonly rows: number;
  readonly milliseconds: number;
}

function report(price: Price): void {
  const { name, rows, calls, received, sent, milliseconds } = price;
  const figures = [
    `${calls} calls`,
    `${received} B in`,
    `${sent} B out`,
    `${milliseconds.toFixed(0)} ms`,
  ];
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

async function pricesAt(rows: number, emulatorUrl: string, folder: string): Promise<void> {
  const proxy = fork(__filename, ['proxy', emulatorUrl]);
  const [port] = (await once(proxy, 'message')) as [number];
  const counted = async (): Promise<Traffic> => {
    proxy.send('count');
    const [traffic] = (await once(proxy, 'message')) as [Traffic]; // what runProxy sends
    return traffic;
  };
  try {
    const id = await prepareWorkbook({
      rootUrl: emulatorUrl,
      sample: 'district',
      language: 'zh-CN',
      rows: grownSample(rows),
    });
    const config = readConfig({
      LECTERN_AUDIENCES: AUDIENCE,
      LECTERN_WORKBOOKS: id,
      LECTERN_ADMINS: CALLER.email,
      LECTERN_SHEETS_ROOT_URL: `http://127.0.0.1:${port}/`,
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
      // The first call compiles and loads; the second is counted.
      await functions.run(name, asked, CALLER);
      await counted();
      const before = process.cpuUsage();
      await functions.run(name, asked, CALLER);
      const { user, system } = process.cpuUsage(before);
      const traffic = await counted();
      if (traffic.withoutGzip > 0) throw new Error(`${name} did not ask for gzipped answers.`);
      report({ name, rows, ...traffic, milliseconds: (user + system) / 1000 });
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
