// A deployment with a registry on the local Drive, Sheets and Apps Script APIs, and a small script in place of the built one.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planSetUp } from '#core/set-up/plan-set-up';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import type { WorkbookPort } from '#functions/ports/workbook';
import { startLocalGoogle, type LocalGoogle } from '#test/support/local-google';
import { connect } from '../../../scripts/provision/google';
import type { Surroundings } from '../../../scripts/provision/main';
import type { Google } from '../../../scripts/provision/steps';

export const ACCOUNT = 'lectern@example-project.iam.gserviceaccount.com';
export const NOW = () => new Date('2026-03-02T01:00:00Z');
const API = 'https://api-1234.a.run.app';

export interface TestDeployment {
  readonly local: LocalGoogle;
  readonly workbook: WorkbookPort;
  readonly registryId: string;
  readonly google: Google;
  /** Of the script. */
  readonly folder: string;
  around(print: (line: string) => void, over?: { google?: Google }): Surroundings;
  close(): Promise<void>;
}

export async function aDeployment(): Promise<TestDeployment> {
  const local = await startLocalGoogle(NOW);
  const client = localSheetsClient(local.rootUrl);
  const workbook = googleWorkbook(() => client);
  const { data } = await client.spreadsheets.create({
    requestBody: { properties: { title: '登记簿', locale: 'zh_CN' } },
  });
  const registryId = data.spreadsheetId ?? '';
  const tabs = REGISTRY_TAB_KEYS;
  const blank = await workbook.read(registryId, tabs);
  await workbook.apply(blank, planSetUp(blank, { language: 'zh-CN', admins: [], tabs }).changes);
  const { rootUrl } = local;
  const deployment = { account: ACCOUNT, admins: ['admin@example.org'], registryId, apiUrl: API };
  const folder = await mkdtemp(join(tmpdir(), 'lectern-script-'));
  await writeScript(folder, '1.0.0');
  return {
    ...{ local, workbook, registryId, folder },
    google: connect({ rootUrl, ...deployment }),
    around: (print, over = {}) => ({
      environment: {
        DEPLOY_SERVICE_ACCOUNT: ACCOUNT,
        LECTERN_ADMINS: 'admin@example.org',
        LECTERN_REGISTRY: registryId,
        LECTERN_API_URL: API,
        LECTERN_SHEETS_ROOT_URL: rootUrl,
      },
      print,
      buildScript: (apiUrl) => Promise.resolve(apiUrl === API ? folder : ''),
      now: NOW,
      ...over,
    }),
    async close() {
      await local.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A small script in the form of the built one: the build itself has tests of its own. */
export async function writeScript(folder: string, version: string): Promise<void> {
  const main = `// Lectern ${version}, built from apps-script/server; edit there.\nfunction onOpen() {}\n`;
  await writeFile(join(folder, 'main.js'), main);
  await writeFile(join(folder, 'sidebar.html'), '<p>Lectern</p>');
  await writeFile(join(folder, 'appsscript.json'), '{"timeZone": "Asia/Shanghai"}');
  await writeFile(join(folder, '.inputs'), 'not a file of the script');
}
