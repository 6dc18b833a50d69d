import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openBrowser } from '#workbench/server/open-browser';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-browser-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function firstLineOf(file: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.includes('\n')) return text.trimEnd();
    await wait(20);
  }
  return 'the command was not run';
}

describe('openBrowser', () => {
  test.each([
    ['linux', 'xdg-open', 'http://127.0.0.1:8420'],
    ['darwin', 'open', 'http://127.0.0.1:8420'],
    ['win32', 'cmd', '/c start "" http://127.0.0.1:8420'],
  ] as const)("asks the system's own command on %s", async (platform, command, args) => {
    const opened = join(folder, 'opened');
    await writeFile(join(folder, command), `#!/bin/sh\necho "$@" > ${opened}\n`, { mode: 0o755 });
    openBrowser('http://127.0.0.1:8420', { platform, env: { PATH: folder } });
    expect(await firstLineOf(opened)).toBe(args);
  });

  it('does nothing where there is no such command', async () => {
    openBrowser('http://127.0.0.1:8420', { platform: 'linux', env: { PATH: folder } });
    // An unheard error event would end the process.
    await wait(100);
  });
});
