/** One file that is replaced whole and safely: temp file, fsync, rename, fsync of the folder. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const temporary = (path: string): string => `${path}.tmp`;

/** Undefined when there is no such file. What a killed process left half-written is removed. */
export async function readDataFile(path: string): Promise<string | undefined> {
  await rm(temporary(path), { force: true });
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows cannot open folders: there the rename alone has to do.
  }
}

/** When this returns, the text survives a crash; if it fails, the file still holds what it held. */
export async function writeDataFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(temporary(path), 'w');
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary(path), path);
  await syncFolder(path);
}
