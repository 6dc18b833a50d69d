// Facts in a folder of this machine: for the local workbench and for those who keep their figures on their own premises.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FactStore } from '../../ports/fact-store';
import { toFolderError } from './fact-error';

export function folderStore(folder: string): FactStore {
  return {
    list: (prefix) => orRefused(listFiles(folder, prefix)),
    write: (name, content) => orRefused(writeWhole(join(folder, name), content)),
    remove: (name) => orRefused(rm(join(folder, name), { force: true })),
  };
}

async function orRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toFolderError(error);
  }
}

async function listFiles(folder: string, prefix: string): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true });
  const names = entries
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => name.split('\\').join('/'));
  const files = new Map<string, string>();
  for (const name of names.filter((one) => one.startsWith(prefix)))
    files.set(name, md5(await readFile(join(folder, name))));
  return files;
}

const md5 = (content: Buffer): string => createHash('md5').update(content).digest('base64');

async function writeWhole(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Who adds up at this moment reads the old file or the new one.
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}
