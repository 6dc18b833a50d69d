/** Runs a script of deploy/ in a folder of its own, with stand-ins for the programs it calls. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe } from '@jest/globals';

export interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly problem: string;
  /** What the stand-ins wrote into the file `$CALLS`. */
  readonly calls: string;
}

export interface ScriptParts {
  readonly variables: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Bash by the name of the program it replaces. */
  readonly programs: Readonly<Record<string, string>>;
}

/** Windows has no bash of its own; the scripts are for the others. */
export const onUnix = process.platform === 'win32' ? describe.skip : describe;

export function runScript(name: string, { variables, args = [], programs }: ScriptParts): Run {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-deploy-'));
  try {
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'deploy'));
    const script = join(folder, 'deploy', name);
    copyFileSync(join(process.cwd(), 'deploy', name), script);
    for (const [program, text] of Object.entries(programs))
      writeFileSync(join(folder, 'bin', program), text, { mode: 0o755 });
    const calls = join(folder, 'calls');
    writeFileSync(calls, '');
    const path = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const run = spawnSync('bash', [script, ...args], {
      env: { PATH: path, CALLS: calls, ...variables },
      encoding: 'utf8',
    });
    return {
      status: run.status,
      output: run.stdout,
      problem: run.stderr,
      calls: readFileSync(calls, 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
