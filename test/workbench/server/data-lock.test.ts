import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFile } from '#workbench/server/data-lock';

let folder = '';
let dataFile = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-lock-'));
  dataFile = join(folder, 'deep', 'workbook.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('lockDataFile', () => {
  it('refuses a data file that another process uses, and says which', async () => {
    const lock = await lockDataFile(dataFile);
    await expect(lockDataFile(dataFile)).rejects.toThrow(
      `The data file ${dataFile} is in use by process ${process.pid}. End that one, or name another file with --data.`,
    );
    await lock.release();
  });

  it('leaves nothing behind when it is released', async () => {
    const lock = await lockDataFile(dataFile);
    await lock.release();
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
    await (await lockDataFile(dataFile)).release();
  });

  it('takes over the lock of a process that is gone', async () => {
    const gone = spawnSync(process.execPath, ['-e', 'console.log(process.pid)']).stdout.toString();
    await (await lockDataFile(dataFile)).release();
    await writeFile(`${dataFile}.lock`, gone);
    await (await lockDataFile(dataFile)).release();
  });

  it('takes over a lock that was never finished', async () => {
    await (await lockDataFile(dataFile)).release();
    await writeFile(`${dataFile}.lock`, '');
    await (await lockDataFile(dataFile)).release();
  });
});
