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
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows cannot open folders: there the rename alone has to do.
  }
}

const CHUNK_BYTES = 1_048_576;

/** Small pieces together, so that the disk is asked a few times and not once for each sheet. */
function* inChunks(pieces: Pieces): Generator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    held.push(bytes);
    size += bytes.length;
    if (size < CHUNK_BYTES) continue;
    yield held.length === 1 ? bytes : Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (held.length > 0) yield Buffer.concat(held);
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
      for (const chunk of inChunks(pieces)) await file.appendFile(chunk);
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
