/** One data file, one workbench: a second process would overwrite what the first one writes. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface DataLock {
  release(): Promise<void>;
}

/** Throws, saying by whom, when the data file is in use. */
export async function lockDataFile(dataFile: string): Promise<DataLock> {
  const file = `${dataFile}.lock`;
  await mkdir(dirname(file), { recursive: true });
  const holder = await readHolder(file);
  if (holder !== null && isAlive(holder)) {
    throw new Error(
      `The data file ${dataFile} is in use by process ${holder}. End that one, or name another file with --data.`,
    );
  }
  // Nobody is left of a killed process but its lock.
  if (holder !== null) await rm(file, { force: true });
  const handle = await open(file, 'wx');
  await handle.writeFile(String(process.pid));
  await handle.close();
  return { release: () => rm(file, { force: true }) };
}

async function readHolder(file: string): Promise<number | null> {
  try {
    return Number.parseInt(await readFile(file, 'utf8'), 10);
  } catch {
    return null; // no lock
  }
}

function isAlive(processId: number): boolean {
  try {
    // Signal 0 only asks; a number that names no process, or is none, throws.
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
