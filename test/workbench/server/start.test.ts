import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CFB, utils, write } from '@e965/xlsx';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { withServer } from './ask';

const TIMEOUT = 120_000;

let folder = '';
let dataFile = '';
const started: ChildProcess[] = [];

beforeAll(() => promisify(execFile)(process.execPath, ['scripts/build-workbench.mjs']), TIMEOUT);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-start-'));
  dataFile = join(folder, 'deep', 'workbook.json');
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) await endingOn(child, 'SIGKILL');
  }
  await rm(folder, { recursive: true });
});

/** `npm start` with these options, as npm runs it. */
function run(...options: string[]): ChildProcess {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...options], { stdio: 'pipe' });
  started.push(child);
  return child;
}

/** Sends the signal and answers the exit code, or the signal that ended the process. */
async function endingOn(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const exited = once(child, 'exit');
  child.kill(signal);
  return exited;
}

/** What is used here of the library's writer of ZIP files, which it declares as any. */
interface Zip {
  read(bytes: unknown, options: { type: 'buffer' }): object;
  write(zip: object, options: { type: 'buffer'; fileType: 'zip' }): Buffer;
  readonly utils: { cfb_add(zip: object, path: string, content: Buffer): void };
}

/** An .xlsx file that takes some seconds to read. */
function heavyFile(): Buffer {
  const zip = CFB as Zip;
  const workbook = utils.book_new(utils.aoa_to_sheet([[1]]), 'S');
  const parts = zip.read(write(workbook, { type: 'buffer' }), { type: 'buffer' });
  const rows = `<row>${'<c><v>1</v></c>'.repeat(5)}</row>`.repeat(200_000);
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  zip.utils.cfb_add(parts, '/xl/worksheets/sheet1.xml', Buffer.from(sheet));
  return zip.write(parts, { type: 'buffer', fileType: 'zip' });
}

async function waitForFile(path: string): Promise<void> {
  for (;;) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await setTimeout(20);
  }
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function outcomeOf(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, ...texts };
}

interface Ready {
  readonly lines: readonly string[];
  readonly url: string;
  readonly valuesUrl: string;
}

/** Resolves when the last line is there; fails with what was said when the process ends instead. */
async function ready(child: ChildProcess): Promise<Ready> {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (/^Lectern is ready.*\n/m.test(text)) resolve();
    });
    child.on('exit', () => reject(new Error(text)));
  });
  const valuesUrl = /Sheets API +(\S+)/.exec(text)?.[1] ?? '';
  const url = /Lectern is ready at (\S+)\/\n/.exec(text)?.[1] ?? '';
  return { lines: text.trimEnd().split('\n'), url, valuesUrl: `${valuesUrl}/values/T900` };
}

function startEmpty(): ChildProcess {
  return run('--port', '0', '--data', dataFile, '--sample', 'empty', '--no-open');
}

const HEADERS = { authorization: 'Bearer test', 'content-type': 'application/json' };

async function writeCell(valuesUrl: string, value: number): Promise<void> {
  const response = await fetch(`${valuesUrl}?valueInputOption=RAW`, {
    method: 'PUT',
    headers: HEADERS,
    body: JSON.stringify({ values: [[value]] }),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function readCell(valuesUrl: string): Promise<number> {
  const response = await fetch(`${valuesUrl}?valueRenderOption=UNFORMATTED_VALUE`, {
    headers: HEADERS,
  });
  const { values } = (await response.json()) as { values?: number[][] };
  return values?.[0]?.[0] ?? 0;
}

describe('npm start', () => {
  it(
    'prints one line per address, the last that it is ready, and ends cleanly on Ctrl+C',
    async () => {
      await mkdir(join(folder, 'deep'));
      // Of a data file that was moved away: the year 2057.
      await writeFile(`${dataFile}.clock`, '{"aheadMilliseconds":978307200000}');
      const child = startEmpty();
      const { lines, url } = await ready(child);
      const time = (await (await fetch(`${url}/clock`)).json()) as { now: string };
      expect(Date.parse(time.now) - Date.now()).toBeLessThan(86_400_000);
      expect(lines.map((line) => line.split(/ {2,}/)[0])).toEqual([
        'Page',
        'Inbox',
        'Sheets API',
        'Functions',
        'Front door',
        'Identity',
        'Clock',
        'SMTP',
        'Data file',
        `Lectern is ready at ${url}/`,
      ]);
      expect((await fetch(`${url}/`)).status).toBe(200);
      expect(await endingOn(child, 'SIGINT')).toEqual([0, null]);
      expect(await readdir(join(folder, 'deep'))).toEqual([
        'workbook.json',
        'workbook.json.clock',
        'workbook.json.key',
        'workbook.json.mail',
      ]);
    },
    TIMEOUT,
  );

  it(
    'keeps every acknowledged write when it is killed in the middle of writing',
    async () => {
      const first = startEmpty();
      const { valuesUrl } = await ready(first);
      let acknowledged = 0;
      const writing = (async () => {
        for (let value = 1; ; value += 1) {
          await writeCell(valuesUrl, value);
          acknowledged = value;
          if (value === 20) first.kill('SIGKILL');
        }
      })();
      await expect(writing).rejects.toThrow();
      expect(acknowledged).toBeGreaterThanOrEqual(20);

      const again = await ready(startEmpty());
      const kept = await readCell(again.valuesUrl);
      // The write that was under way may have arrived or not.
      expect([acknowledged, acknowledged + 1]).toContain(kept);
      await writeCell(again.valuesUrl, 7);
      expect(await readCell(again.valuesUrl)).toBe(7);
    },
    TIMEOUT,
  );

  it(
    'refuses a data file that another workbench has open, and leaves it to that one',
    async () => {
      const first = startEmpty();
      const { valuesUrl } = await ready(first);
      const second = await outcomeOf(startEmpty());
      expect(second.code).toBe(1);
      expect(second.stderr).toContain(`The data file ${dataFile} is in use by process`);
      await writeCell(valuesUrl, 3);
      expect(await readCell(valuesUrl)).toBe(3);
      expect(await endingOn(first, 'SIGTERM')).toEqual([0, null]);
    },
    TIMEOUT,
  );

  it(
    'ends on a stop signal while it is reading a file, however long that takes',
    async () => {
      const file = join(folder, 'heavy.xlsx');
      await writeFile(file, heavyFile());
      const child = run('--port', '0', '--data', dataFile, '--open', file, '--no-open');
      await waitForFile(`${dataFile}.lock`);
      await setTimeout(500);
      expect(await endingOn(child, 'SIGTERM')).toEqual([null, 'SIGTERM']);
      // It had not come to the end of the file.
      expect(await readdir(join(folder, 'deep'))).toEqual(['workbook.json.lock']);
    },
    TIMEOUT,
  );

  it(
    'says in one line that the port is taken',
    () =>
      withServer(async ({ port }) => {
        const child = run('--port', String(port), '--data', dataFile, '--no-open');
        expect(await outcomeOf(child)).toEqual({
          code: 1,
          stdout: '',
          stderr: `Lectern did not start. Port ${port} is in use. Choose another with --port N; with --port 0 the system chooses.\n`,
        });
        expect(await readdir(join(folder, 'deep'))).toEqual([]);
      }),
    TIMEOUT,
  );

  it(
    'refuses a bad option in one line with exit code 2',
    async () => {
      expect(await outcomeOf(run('--sample', 'village'))).toEqual({
        code: 2,
        stdout: '',
        stderr: '--sample takes district or empty, not "village". See npm start -- --help\n',
      });
    },
    TIMEOUT,
  );

  it(
    'explains its options and starts nothing',
    async () => {
      const { code, stdout } = await outcomeOf(run('--help', '--data', dataFile));
      expect([code, stdout.includes('--no-open')]).toEqual([0, true]);
      await expect(readFile(dataFile)).rejects.toMatchObject({ code: 'ENOENT' });
    },
    TIMEOUT,
  );
});
