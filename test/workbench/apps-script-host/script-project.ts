/** A small script project in a temporary folder, and the built worker that runs it. */
import { build, stop } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openAppsScriptHost,
  type AppsScriptHost,
  type HostParts,
} from '#workbench/apps-script-host/host';

export interface ScriptFolder {
  readonly folder: string;
  readonly workerFile: string;
  remove(): Promise<void>;
}

export async function writeScript(files: Record<string, string>): Promise<ScriptFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-script-'));
  const manifest = JSON.stringify({ timeZone: 'Asia/Shanghai', runtimeVersion: 'V8' });
  for (const [name, content] of Object.entries({ 'appsscript.json': manifest, ...files })) {
    await writeFile(join(folder, name), content);
  }
  const workerFile = join(folder, 'worker.cjs');
  await build({
    entryPoints: ['workbench/apps-script-host/worker.ts'],
    outfile: workerFile,
    bundle: true,
    platform: 'node',
    target: 'node20',
  });
  await stop();
  return { folder, workerFile, remove: () => rm(folder, { recursive: true }) };
}

export interface Noted {
  readonly selected: unknown[];
  readonly printed: string[];
  readonly toasts: string[];
}

export interface NotingHost extends AppsScriptHost, Noted {
  /** Calls a function as the sidebar does and answers its value. */
  value(functionName: string, ...args: unknown[]): Promise<unknown>;
  /** Calls a function that must fail and answers how. */
  failure(functionName: string, ...args: unknown[]): Promise<string>;
}

export async function openNotingHost(
  script: ScriptFolder,
  other: Partial<HostParts> = {},
): Promise<NotingHost> {
  const noted: Noted = { selected: [], printed: [], toasts: [] };
  const host = await openAppsScriptHost({
    projectFolder: script.folder,
    workerFile: script.workerFile,
    userEmail: 'clerk@example.org',
    scriptProperties: { LECTERN_API_URL: 'http://127.0.0.1:1/functions/api' },
    identityToken: () => 'the.identity.token',
    spreadsheet: () => Promise.resolve(SPREADSHEET),
    select: (selection) => void noted.selected.push(selection),
    toast: (message) => void noted.toasts.push(message),
    print: ({ level, text }) => void noted.printed.push(`${level}: ${text}`),
    ...other,
  });
  const run = async (functionName: string, args: readonly unknown[]) =>
    (await host.run({ functionName, args, language: 'zh-CN' })).result;
  return {
    ...host,
    ...noted,
    async value(functionName, ...args) {
      const result = await run(functionName, args);
      if (!result.ok) throw new Error(result.message);
      return result.value;
    },
    async failure(functionName, ...args) {
      const result = await run(functionName, args);
      return result.ok ? `no failure: ${JSON.stringify(result.value)}` : result.message;
    },
  };
}

const SPREADSHEET = {
  id: 'the-spreadsheet-id-of-twenty-plus',
  title: '讲座工作簿',
  locale: 'zh_CN',
  timeZone: 'Asia/Shanghai',
  sheets: [
    { sheetId: 11, title: '花名册', hidden: false },
    { sheetId: 12, title: "王's 报表", hidden: true },
  ],
};
