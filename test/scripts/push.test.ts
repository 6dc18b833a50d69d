// `npm run push` with a stand-in for clasp that writes down what it is asked, in a copy of the project's own files.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-push-'));
  writeFileSync(join(folder, 'clasp'), `#!/bin/sh\necho "clasp $*"\n`);
  chmodSync(join(folder, 'clasp'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Windows has no shell script as a program. */
const onUnix = process.platform === 'win32' ? describe.skip : describe;

function push(file: string, project: object, ...options: string[]) {
  writeFileSync(join(folder, file), JSON.stringify(project));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('scripts/push.mjs'), ...options],
    {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

onUnix('npm run push', () => {
  it('hands the script of a workbook to clasp', () => {
    const run = push('.clasp.json', { scriptId: 'one' });
    expect(run).toEqual({
      status: 0,
      stdout: 'clasp --project .clasp.json push --force\n',
      stderr: '',
    });
  });

  it('hands the add-on, with its address, to a project of its own', () => {
    const address = ['--api-url', 'https://api-1234.a.run.app'];
    const run = push('.clasp.add-on.json', { scriptId: 'two' }, '--add-on', ...address);
    expect(run).toEqual({
      status: 0,
      stdout: 'clasp --project .clasp.add-on.json push --force\n',
      stderr: '',
    });
  });

  it.each([
    ['the add-on’s address is missing', { scriptId: 'two' }, 'The add-on needs the address'],
    [
      'the script id is missing',
      { scriptId: '' },
      'Put the script id into .clasp.add-on.json first',
    ],
  ])('pushes nothing when %s', (_, project, words) => {
    const run = push('.clasp.add-on.json', project, '--add-on');
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toContain(words);
  });

  it('finds each variant where it is built', () => {
    const rootDir = (file: string): unknown =>
      (JSON.parse(readFileSync(file, 'utf8')) as { rootDir: unknown }).rootDir;
    expect([rootDir('.clasp.json'), rootDir('.clasp.add-on.json')]).toEqual([
      'apps-script/dist',
      'dist/add-on',
    ]);
  });
});
