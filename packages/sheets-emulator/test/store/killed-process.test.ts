import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { temporaryFolder } from '#test/support/temporary-folder';
import { DataFile } from '#src/store/data-file';
import { openStore } from '#src/store/spreadsheet-store';

const now = () => new Date('2026-11-23T02:00:00Z');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  program = join(folder.path, 'write-forever.cjs');
  await build({
    entryPoints: [join(__dirname, '../support/write-forever.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: program,
    logLevel: 'error',
  });
});
afterAll(() => folder.remove());

/** Runs the writer until it has reported some writes, kills it, and returns the last number it reported. */
function writeUntilKilled(file: string, reports: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > reports) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', () => {
      const complete = output.split('\n').slice(0, -1);
      resolve(Number(complete.at(-1) ?? -1));
    });
  });
}

describe('a process killed while it writes', () => {
  it.each([1, 2, 3, 5, 8, 13])(
    'leaves every write that it had answered, after %i of them',
    async (reports) => {
      const file = join(folder.path, `data-${reports}.json`);
      const answered = await writeUntilKilled(file, reports);
      const [spreadsheet] = (await openStore({ file: new DataFile(file), now })).all();
      const grid = spreadsheet?.sheets[0]?.grid;
      const kept = Number(grid?.cell(0, 0));
      expect(answered).toBeGreaterThanOrEqual(reports - 1);
      // The write in flight may have become durable before it could be answered.
      expect(kept).toBeGreaterThanOrEqual(answered);
      expect(grid?.cell(1999, 0)).toBe(`row 1999 of write ${kept}`);
    },
    30_000,
  );
});
