/** What the data file needs of a disk; the real one, and the only place that touches it. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Pieces } from './stored-file';

export interface Disk {
  /** Undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** When this returns, the content survives a crash; before that, any part of it may be there. */
  writeDurably(path: string, pieces: Pieces): Promise<void>;
  /** All at once: after a crash the old file is there, or the new one. */
  replace(path: string, by: string): Promise<void>;
  /** Nothing happens when there is no such file. */
  remove(path: string): Promise<void>;
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows cannot open folders: there the rename alone has to do.
  }
}

export const realDisk: Disk = {
  async read(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      // Under jest, Node's own errors are of another realm: instanceof would not know them.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },

  async writeDurably(path, pieces) {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w');
    try {
      for (const piece of pieces) await file.appendFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
  },

  async replace(path, by) {
    await rename(by, path);
    await syncFolder(path);
  },

  remove: (path) => rm(path, { force: true }),
};
