// What README.md says: its tables are those of the code, and its example runs.
import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..');

function runNode(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: FOLDER, encoding: 'utf8' });
}

describe('README.md', () => {
  it('has the tables that the code gives', () => {
    expect(() => runNode('scripts/build-readme.mjs', '--check')).not.toThrow();
  });

  it('shows how googleapis is pointed at the emulator, in a program of plain JavaScript', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const example = /\*\*\[googleapis\][\s\S]*?```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const program = `
      import { start } from 'sheets-emulator/node';
      const emulator = await start();
      ${example}
      const { data } = await sheets.spreadsheets.create({ requestBody: { properties: { title: 'Books' } } });
      const { data: list } = await drive.files.list();
      console.log(data.properties.title, list.files.map((file) => file.name));
      await emulator.close();
    `;
    expect(example).toContain('rootUrl: emulator.rootUrl');
    const printed = runNode('--input-type=module', '--eval', program);
    expect(printed).toBe("Books [ 'Books' ]\n");
  });
});
