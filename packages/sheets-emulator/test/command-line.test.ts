import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readCommand } from '#src/command-line';
import { start } from '#src/start';
import { localSheetsClient } from './support/sheets-client';
import { temporaryFolder } from './support/temporary-folder';

const PROGRAM = join(__dirname, '../bin/sheets-emulator.mjs');

describe('the options', () => {
  test.each([
    [[], { kind: 'start', options: { port: 8765 } }],
    [['--port', '0', '--data', 'a.json'], { kind: 'start', options: { port: 0, file: 'a.json' } }],
    [['--port', '65535'], { kind: 'start', options: { port: 65_535 } }],
    [['--help'], { kind: 'help' }],
  ])('%j are read', (args, command) => {
    expect(readCommand(args)).toEqual(command);
  });

  test.each([
    [['--port', '65536'], '--port takes a number from 0 to 65535, not "65536".'],
    [['--port', 'http'], '--port takes a number from 0 to 65535, not "http".'],
    [['--file', 'a.json'], "Unknown option '--file'"],
    [['--data'], 'argument missing'],
    [['a.json'], "Unexpected argument 'a.json'"],
  ])('%j are refused', (args, message) => {
    expect(readCommand(args)).toEqual({
      kind: 'problem',
      message: expect.stringContaining(message),
    });
  });
});

describe('the program', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  function run(args: readonly string[]) {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines = createInterface(child.stdout);
    const errors = createInterface(child.stderr);
    const exited = once(child, 'exit') as Promise<[number | null]>;
    return { child, lines, errors, exited };
  }

  it('keeps what was written in the data file, and ends on a signal', async () => {
    const file = join(folder.path, 'sheets.json');
    const { child, lines, exited } = run(['--port', '0', '--data', file]);
    const [line] = (await once(lines, 'line')) as [string];
    const rootUrl = /^The Sheets emulator is ready at (http:\/\/127\.0\.0\.1:\d+\/)$/.exec(
      line,
    )?.[1];
    await localSheetsClient(rootUrl ?? '').spreadsheets.create({
      requestBody: { properties: { title: 'Kept' } },
    });
    child.kill('SIGTERM');
    expect((await exited)[0]).toBe(0);
    const again = await start({ file });
    expect(again.server.list().map(({ title }) => title)).toEqual(['Kept']);
    await again.close();
  });

  it('says so when the port is taken', async () => {
    const other = await start();
    const { errors, exited } = run(['--port', String(other.port)]);
    const [line] = (await once(errors, 'line')) as [string];
    expect(line).toContain('EADDRINUSE');
    expect((await exited)[0]).toBe(1);
    await other.close();
  });
});
