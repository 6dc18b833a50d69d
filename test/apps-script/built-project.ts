// What clasp would push, built into a folder of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BUILD = resolve('scripts/build-apps-script.mjs');

export interface BuiltProject {
  readonly folder: string;
  read(name: string): string;
  remove(): void;
}

export function buildProject(...options: string[]): BuiltProject {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-apps-script-'));
  build(folder, ...options);
  return {
    folder,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the build printed; throws when it failed. */
export function build(folder: string, ...options: string[]): string {
  const args = [BUILD, '--outdir', folder, ...options];
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
}
