// `npm run provision` and `npm run upgrade-scripts` against the local Drive, Sheets and Apps Script APIs.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { entriesOf } from '#core/model/book';
import { readRegistry } from '#core/registry/registry';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { personClients } from '../../../scripts/provision/person-clients';
import type { WorkbookPort } from '#functions/ports/workbook';
import type { LocalGoogle } from '#test/support/local-google';
import { provision } from '../../../scripts/provision/main';
import { upgradeScripts } from '../../../scripts/provision/upgrade';
import type { Google } from '../../../scripts/provision/steps';
import { ACCOUNT, aDeployment, writeScript, type TestDeployment } from './a-deployment';
import { killedAfter } from './killed-after';

let deployment: TestDeployment;
let local: LocalGoogle;
let workbook: WorkbookPort;
let registryId: string;
let google: Google;
let folder: string;
let printed: string[];

beforeAll(async () => {
  deployment = await aDeployment();
  ({ local, workbook, registryId, google, folder } = deployment);
});
afterAll(() => deployment.close());
beforeEach(() => {
  printed = [];
});

const around = (over: { google?: Google } = {}) =>
  deployment.around((line) => void printed.push(line), over);

const run = (...argv: string[]) => provision(argv, around());
const ID = 'id-of-a-spreadsheet-0001';
const clerks = ['--clerks', 'a@example.org,b@example.org'];

/** All that is in place for a name. */
async function stateOf(name: string) {
  const ids = local.sheets
    .list()
    .flatMap(({ title, spreadsheetId }) => (title === name ? spreadsheetId : []));
  const [id = ''] = ids;
  const shares = await google.drive.shares(id);
  const entry = readRegistry(await workbook.read(registryId, ['workbooks'])).workbooks.get(id);
  const snapshot = await workbook.read(id, ['roles', 'settings', 'schedule']);
  const script = await local.projects.find(entry?.scriptId ?? 'none');
  return {
    spreadsheets: ids.length,
    locale: snapshot.locale,
    shares: shares.map(({ email, role }) => `${email ?? ''} ${role}`).sort(),
    roles: entriesOf(snapshot.tables, 'roles').map(
      ({ cells }) => `${cells.email ?? ''} ${cells.role ?? ''}`,
    ),
    isSetUp: snapshot.tables.schedule !== undefined,
    files: script?.files.map((file) => file.name),
    isBound: script?.parentId === id,
    entry: entry && { name: entry.name, state: entry.state, clientIds: entry.clientIds },
  };
}

const IN_PLACE = (name: string) => ({
  spreadsheets: 1,
  locale: 'zh_CN',
  shares: [
    'a@example.org writer',
    'b@example.org writer',
    `${ACCOUNT} writer`,
    'owner@example.org owner',
  ],
  roles: ['admin@example.org admin', 'a@example.org clerk', 'b@example.org clerk'],
  isSetUp: true,
  files: ['appsscript', 'main', 'sidebar'],
  isBound: true,
  entry: { name, state: 'active', clientIds: [] },
});

describe('npm run provision', () => {
  it('puts a workbook in place, says what it did, and changes nothing when repeated', async () => {
    expect(await run('--name', '云溪区', ...clerks)).toBe(0);
    expect(await stateOf('云溪区')).toEqual(IN_PLACE('云溪区'));
    expect(printed.slice(0, 3).join('\n')).toMatch(
      /^云溪区\n {2}spreadsheet: made: \S+\n {2}sharing: now with lectern@/,
    );
    const revision = local.sheets.list().length;
    printed = [];
    expect(await run('--name', '云溪区', ...clerks)).toBe(0);
    expect(printed.map((line) => line.replace(/: (\S+)$/, '')).slice(1, 8)).toEqual([
      '  spreadsheet: there already',
      '  sharing: as it should be',
      '  set-up: as it should be',
      '  roles: as they should be',
      '  script: there already',
      '  content and address: as they should be',
      '  registry: as it should be',
    ]);
    expect(local.sheets.list()).toHaveLength(revision);
  });

  it('takes a spreadsheet that is there, with its own locale and shares', async () => {
    const client = localSheetsClient(local.rootUrl);
    const { data } = await client.spreadsheets.create({
      requestBody: { properties: { title: '旧表', locale: 'zh_TW', timeZone: 'Asia/Taipei' } },
    });
    const id = data.spreadsheetId ?? '';
    const { drive } = personClients(local.rootUrl);
    const reader = { type: 'user', role: 'reader', emailAddress: 'A@example.org' };
    await drive.permissions.create({ fileId: id, requestBody: reader });
    const more = ['--district', '北河区', '--region', '云州市', '--client-id', 'one.example.org'];
    const from = `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
    expect(await run('--name', '北河区', '--from', from, ...clerks, ...more)).toBe(0);
    const shown = { ...(await stateOf('旧表')) };
    expect(shown).toEqual({
      ...IN_PLACE('北河区'),
      locale: 'zh_TW',
      shares: [
        'a@example.org writer',
        'b@example.org writer',
        `${ACCOUNT} writer`,
        'owner@example.org owner',
      ],
      entry: { name: '北河区', state: 'active', clientIds: ['one.example.org'] },
    });
    const { data: properties } = await client.spreadsheets.get({
      spreadsheetId: id,
      fields: 'properties.timeZone',
    });
    expect(properties.properties?.timeZone).toBe('Asia/Taipei');
    // The name alone finds it again; another spreadsheet does not become a second one of the name.
    expect(await run('--name', '北河区', ...clerks)).toBe(0);
    printed = [];
    const other = 'another-spreadsheet-of-somebody';
    expect(await run('--name', '北河区', '--from', other, ...clerks)).toBe(1);
    expect(printed.join('\n')).toContain(`already has the workbook ${id}`);
  });

  it('takes a list, and one that fails does not keep the others from being put in place', async () => {
    const file = join(folder, 'list.csv');
    const rows = [
      '名称,经办人,区县,工作簿',
      '甲区,a@example.org b@example.org,甲区,',
      '乙区,a@example.org,乙区,there-is-no-such-spreadsheet',
      '丙区,a@example.org;b@example.org,丙区,',
    ];
    await writeFile(file, `\uFEFF${rows.join('\r\n')}\r\n`);
    expect(await run('--list', file)).toBe(1);
    expect(printed.join('\n')).toContain('spreadsheet: FAILED. There is no such file or script');
    expect(printed.at(-1)).toBe(
      'Not in place: 乙区. Run the same command again: it goes on where it broke.',
    );
    expect(await stateOf('甲区')).toEqual(IN_PLACE('甲区'));
    expect(await stateOf('丙区')).toEqual(IN_PLACE('丙区'));
    await rm(file);
  });

  it('asks which is meant when somebody has copied the file, with its marks', async () => {
    expect(await run('--name', '双份区', ...clerks)).toBe(0);
    const [id = ''] = local.sheets
      .list()
      .flatMap(({ title, spreadsheetId }) => (title === '双份区' ? spreadsheetId : []));
    const { drive } = personClients(local.rootUrl);
    await drive.files.copy({ fileId: id, requestBody: { name: '副本' } });
    printed = [];
    expect(await run('--name', '双份区', ...clerks)).toBe(1);
    expect(printed.join('\n')).toContain('"双份区" has several workbooks');
    expect(await run('--name', '双份区', '--from', id, ...clerks)).toBe(0);
    expect(await stateOf('双份区')).toEqual(IN_PLACE('双份区'));
  });

  describe('for a new year', () => {
    const idOf = (name: string): string =>
      local.sheets.list().find(({ title }) => title === name)?.spreadsheetId ?? '';

    it('copies last year’s workbook and leaves it for "New year" to begin in', async () => {
      expect(await run('--name', '丁区 2026', ...clerks)).toBe(0);
      const old = idOf('丁区 2026');
      const before = await stateOf('丁区 2026');
      const argv = ['--name', '丁区 2027', '--copy-of', old, ...clerks];
      printed = [];
      expect(await run(...argv)).toBe(0);
      const copy = idOf('丁区 2027');
      expect(printed.join('\n')).toContain(`spreadsheet: copied: ${copy}`);
      expect(printed.join('\n')).toContain('set-up: left out, because it is a copy');
      expect(printed.join('\n')).toContain('script: came along with the copy');
      const inPlace = IN_PLACE('丁区 2027');
      expect(await stateOf('丁区 2027')).toEqual({ ...inPlace, files: undefined, isBound: false });
      // Still named after the other: a call in it is refused until the year has begun.
      expect((await workbook.read(copy, [])).ownId).toBe(old);
      printed = [];
      expect(await run(...argv)).toBe(0);
      expect(printed.join('\n')).toContain('spreadsheet: there already');
      expect(await stateOf('丁区 2026')).toEqual(before);
    });

    it('makes no second copy after it was killed behind the first', async () => {
      expect(await run('--name', '戊区 2026', ...clerks)).toBe(0);
      const argv = ['--name', '戊区 2027', '--copy-of', idOf('戊区 2026'), ...clerks];
      const killed = killedAfter(1, google);
      expect(await provision(argv, around({ google: killed.google }))).toBe(1);
      expect(killed.writes).toEqual(['drive.copy']);
      expect(await run(...argv)).toBe(0);
      expect((await stateOf('戊区 2027')).spreadsheets).toBe(1);
    });
  });

  it('makes no script where the add-on serves the workbook', async () => {
    expect(await run('--name', '插件区', '--add-on', ...clerks)).toBe(0);
    expect(await stateOf('插件区')).toMatchObject({
      files: undefined,
      isSetUp: true,
      spreadsheets: 1,
    });
  });

  it.each([
    [['--name', '甲区'], 'nobody is named as a clerk'],
    [['--name', '甲区', '--clerks', 'nobody'], '"nobody" is no address'],
    [['--clerks', 'a@example.org'], 'The name is missing'],
    [['--name', '甲区', '--list', 'x.csv'], 'in the file alone'],
    [['--name', '甲区', '--from', 'short', ...clerks], 'is no id of a spreadsheet'],
    [['--name', '甲区', '--from', ID, '--copy-of', ID, ...clerks], 'Leave one out'],
    [['--nmae', '甲区'], "Unknown option '--nmae'"],
    [['--name', '甲区', '--workbench', 'https://example.org', ...clerks], 'on this machine'],
  ])('begins nothing with %j', async (argv, words) => {
    const before = local.sheets.list().length;
    expect(await run(...argv)).toBe(2);
    expect(printed.join('\n')).toContain(words);
    expect(local.sheets.list()).toHaveLength(before);
  });

  it('names the settings that are missing', async () => {
    const environment = { LECTERN_ADMINS: 'nobody' };
    const argv = ['--name', '甲区', ...clerks];
    expect(await provision(argv, { ...around(), environment })).toBe(2);
    expect(printed.join('\n')).toContain('DEPLOY_SERVICE_ACCOUNT: the service account');
    expect(printed.join('\n')).toContain('LECTERN_ADMINS: addresses');
  });
});

const ALL_WRITES = [
  'drive.create',
  'drive.share',
  'drive.share',
  'drive.share',
  'workbook.setUp',
  'workbook.addClerks',
  'drive.setProperties',
  'script.create',
  'drive.setProperties',
  'script.replace',
  'registry.enter',
];

describe('a run that was killed', () => {
  it('has these writes when it is not', async () => {
    const { google: ports, writes } = killedAfter(0, google);
    await provision(['--name', '未中断区', ...clerks], around({ google: ports }));
    expect(writes).toEqual(ALL_WRITES);
  });

  it.each(ALL_WRITES.map((write, index) => [index + 1, write] as const))(
    'after its write %d, %s, goes on there',
    async (count, write) => {
      const name = `中断区${count}`;
      const argv = ['--name', name, ...clerks];
      const killed = killedAfter(count, google);
      expect(await provision(argv, around({ google: killed.google }))).toBe(1);
      expect(killed.writes.at(-1)).toBe(write);
      printed = [];
      expect(await provision(argv, around())).toBe(0);
      expect(await stateOf(name)).toEqual(IN_PLACE(name));
      // Google has no list of a file's scripts: an empty one that nobody knows of may stay, and that is said.
      expect(printed.join('\n').includes('an earlier run broke just here')).toBe(
        count === 7 || count === 8,
      );
    },
  );

  it('while it made the script leaves no script in the registry when the add-on is chosen next', async () => {
    const argv = ['--name', '改插件区', ...clerks];
    const killed = killedAfter(8, google);
    expect(await provision(argv, around({ google: killed.google }))).toBe(1);
    expect(killed.writes.at(-1)).toBe('script.create');
    expect(await provision([...argv, '--add-on'], around())).toBe(0);
    const { workbooks } = readRegistry(await workbook.read(registryId, ['workbooks']));
    const entry = [...workbooks.values()].find(({ name }) => name === '改插件区');
    expect(entry?.scriptId).toBeNull();
    expect(await provision(argv, around())).toBe(0);
    expect(await stateOf('改插件区')).toEqual(IN_PLACE('改插件区'));
  });

  it.each([
    ['the locale', 0, 1],
    // A write of cells is looked at again and needs no second run.
    ['the tabs', 1, 0],
  ])('whose answer about %s is lost in the middle of set-up', async (words, skip, status) => {
    const name = `中断区 ${words}`;
    const argv = ['--name', name, ...clerks];
    const order = { kind: 'lost-answer', method: 'spreadsheets.batchUpdate', skip };
    await fetch(`${local.rootUrl}faults`, { method: 'POST', body: JSON.stringify(order) });
    expect(await provision(argv, around())).toBe(status);
    expect(printed.join('\n').includes('set-up: FAILED.')).toBe(status === 1);
    await fetch(`${local.rootUrl}faults`, { method: 'DELETE' });
    expect(await provision(argv, around())).toBe(0);
    expect(await stateOf(name)).toEqual(IN_PLACE(name));
  });
});

describe('npm run upgrade-scripts', () => {
  const upgrade = (...argv: string[]) => upgradeScripts(argv, around());
  const filesOf = async (name: string) => {
    const { workbooks } = readRegistry(await workbook.read(registryId, ['workbooks']));
    const scriptId = [...workbooks.values()].find((one) => one.name === name)?.scriptId ?? '';
    return { scriptId, files: (await local.projects.find(scriptId))?.files ?? [] };
  };
  const lineOf = (name: string) => printed.find((line) => line.startsWith(`${name}: `));

  it('brings every script to this version, and lists those it could not', async () => {
    expect(await upgrade()).toBe(0);
    expect(lineOf('甲区')).toBe('甲区: of this version already');
    await writeScript(folder, '1.1.0');
    printed = [];
    expect(await upgrade('--check')).toBe(1);
    expect(lineOf('甲区')).toBe('甲区: 1.0.0 → 1.1.0');
    expect((await filesOf('甲区')).files[1]?.source).toContain('Lectern 1.0.0');

    const { scriptId, files } = await filesOf('丙区');
    const foreign = { name: 'macros', type: 'SERVER_JS' as const, source: 'function mine() {}' };
    await local.projects.replaceFiles(scriptId, [...files, foreign]);
    await rm(join(local.scriptFolder, `${(await filesOf('云溪区')).scriptId}.json`));
    printed = [];
    expect(await upgrade()).toBe(1);
    expect((await filesOf('甲区')).files[1]?.source).toContain('Lectern 1.1.0');
    expect(lineOf('丙区')).toContain("has files that are not Lectern's: macros");
    expect((await filesOf('丙区')).files).toHaveLength(4);
    expect(lineOf('云溪区')).toContain('FAILED. There is no such file or script');
    expect(printed.at(-1)).toBe('Not of this version: 云溪区, 丙区.');
    // 插件区 and the two copies.
    expect(printed.join('\n')).toContain('3 workbooks have no script in the registry');
  });

  it('sees an address that changed without a new version', async () => {
    await writeFile(join(folder, 'appsscript.json'), '{"urlFetchWhitelist": ["https://new/"]}');
    printed = [];
    await upgrade('--check');
    expect(lineOf('甲区')).toBe('甲区: 1.1.0, built or addressed otherwise');
  });
});
