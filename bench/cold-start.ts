// How long the deployed `api` takes from its start to the first answer, beside the functions framework's own hello.
// `npm run bench -- cold-start [rounds]`
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { COMMAND_LINE, median, report } from './report';

/** Below the repository, so that the framework which the bundle leaves out is the repository's own. */
const FOLDER = resolve('.lectern/bench/cold-start');
const FRAMEWORK = resolve('node_modules/@google-cloud/functions-framework/build/src/main.js');
const REPORTER = join(FOLDER, 'report-usage.cjs');

interface Start {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly megabytes: number;
}

interface Program {
  readonly name: string;
  readonly target: string;
  readonly source: string;
  /** Of the first answer. */
  readonly status: number;
}

const HELLO: Program = {
  name: 'hello of the framework',
  target: 'hello',
  source: join(FOLDER, 'hello.cjs'),
  status: 200,
};
/** Without a token: what an answer costs before anything of Google's is needed. */
const REFUSED: Program = {
  name: 'Lectern, refused without a token',
  target: 'api',
  source: join(FOLDER, 'index.cjs'),
  status: 401,
};

void main(Number(COMMAND_LINE[0] ?? 15));

async function main(rounds: number): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  execFileSync(process.execPath, ['scripts/build-functions.mjs', FOLDER]);
  writeFileSync(
    HELLO.source,
    "require('@google-cloud/functions-framework').http('hello', (_, response) => response.send('hello'));\n",
  );
  writeFileSync(
    REPORTER,
    "process.on('message', () => process.send({ ...process.cpuUsage(), rss: process.memoryUsage.rss() }));\n",
  );
  const starts = new Map([HELLO, REFUSED].map((program) => [program, [] as Start[]]));
  // In turn, so that what else the machine does meets both.
  for (let round = 0; round < rounds; round += 1)
    for (const [program, measured] of starts) measured.push(await startOnce(program));
  const ours = medians(starts.get(REFUSED) ?? []);
  for (const [{ name }, measured] of starts) {
    const { milliseconds, cpuMilliseconds, megabytes } = medians(measured);
    report({
      task: 'Start to first answer, time of the processor in brackets',
      size: `${rounds} starts`,
      program: name,
      result: `${milliseconds.toFixed(0)} ms (${cpuMilliseconds.toFixed(0)} ms)`,
      timesLectern: cpuMilliseconds / ours.cpuMilliseconds,
      megabytes,
    });
  }
}

function medians(starts: readonly Start[]): Start {
  return {
    milliseconds: median(starts.map((start) => start.milliseconds)),
    cpuMilliseconds: median(starts.map((start) => start.cpuMilliseconds)),
    megabytes: median(starts.map((start) => start.megabytes)),
  };
}

async function startOnce({ target, source, status }: Program): Promise<Start> {
  const port = await freePort();
  const started = performance.now();
  const child = fork(FRAMEWORK, [`--target=${target}`, `--source=${source}`], {
    execArgv: ['--require', REPORTER],
    env: {
      ...process.env,
      PORT: String(port),
      NODE_ENV: 'production',
      LECTERN_AUDIENCES: 'client',
      LECTERN_WORKBOOKS: 'workbook-of-the-bench-0001',
    },
    silent: true,
  });
  try {
    const found = await firstStatus(`http://127.0.0.1:${port}/checkEntries`);
    const milliseconds = performance.now() - started;
    if (found !== status) throw new Error(`${target} answered ${found}, not ${status}`);
    return { milliseconds, ...(await usageOf(child)) };
  } finally {
    child.kill();
  }
}

async function firstStatus(url: string): Promise<number> {
  for (let attempt = 0; attempt < 10_000; attempt += 1) {
    try {
      const options = { method: 'POST', headers: { 'content-type': 'application/json' } };
      return (await fetch(url, { ...options, body: '{}' })).status;
    } catch {
      await wait(3); // it is still starting
    }
  }
  throw new Error('the framework did not start');
}

function usageOf(child: ChildProcess): Promise<Omit<Start, 'milliseconds'>> {
  return new Promise((resolveUsage) => {
    child.once('message', (message) => {
      // What the reporter sends.
      const { user, system, rss } = message as { user: number; system: number; rss: number };
      resolveUsage({ cpuMilliseconds: (user + system) / 1000, megabytes: rss / 1_048_576 });
    });
    child.send('usage');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolvePort) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo; // listening on TCP
      probe.close(() => resolvePort(port));
    });
  });
}
