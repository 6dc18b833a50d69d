// Facts in a folder of this machine: for the local workbench and for those who keep their figures on their own premises.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FactStore } from '../../ports/fact-store';

export function folderStore(folder: string): FactStore {
  return {
    async list(prefix) {
      const names = await namesBelow(folder);
      const files = new Map<string, string>();
      for (const name of names.filter((one) => one.startsWith(prefix)))
        files.set(
          name,
          createHash('md5')
            .update(await readFile(join(folder, name)))
            .digest('base64'),
        );
      return files;
    },
    async write(name, content) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      // Whoever adds up at this moment reads the old file or the new one.
      await writeFile(`${path}.part`, content);
      await rename(`${path}.part`, path);
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

async function namesBelow(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => name.split('\\').join('/'));
}
