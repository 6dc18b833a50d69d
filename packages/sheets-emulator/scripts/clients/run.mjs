/**
 * Runs clients that others wrote against the emulator. Their sources are no part of this package: say where they are.
 *
 *   npm run clients -w sheets-emulator -- --google-spreadsheet node_modules/google-spreadsheet
 *   npm run clients -w sheets-emulator -- --google-spreadsheet-checkout ../node-google-spreadsheet
 *   npm run clients -w sheets-emulator -- --gspread ../venv/bin/python
 *
 * The first is an installed package, the second a checkout with its development packages installed, whose own tests are
 * run, the third a Python that can import gspread.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { start } from '../../node.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const { values: given } = parseArgs({
  options: {
    'google-spreadsheet': { type: 'string' },
    'google-spreadsheet-checkout': { type: 'string' },
    gspread: { type: 'string' },
  },
});

function run(command, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', fail);
    child.on('close', (code) => done(code === 0));
  });
}

async function googleSpreadsheetPackage(rootUrl, folder) {
  const entry = pathToFileURL(join(resolve(folder), 'dist', 'index.js')).href;
  const { runScenarios } = await import('./google-spreadsheet.mjs');
  return runScenarios(rootUrl, await import(entry));
}

const SERVICE_ACCOUNT = 'service-account@example.org';

/** The four files of that client's tests: who may read and write them is in their names. */
async function sharedFiles(rootUrl) {
  const post = async (path, body) => {
    const response = await fetch(`${rootUrl}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  };
  const service = (role) => ({ type: 'user', role, emailAddress: SERVICE_ACCOUNT });
  const kinds = {
    public: [{ type: 'anyone', role: 'writer' }],
    publicReadOnly: [{ type: 'anyone', role: 'reader' }],
    private: [service('writer')],
    privateReadOnly: [service('reader')],
  };
  const ids = {};
  for (const [kind, permissions] of Object.entries(kinds)) {
    const body = { properties: { title: kind }, sheets: [{ properties: { title: 'Sheet1' } }] };
    const { spreadsheetId } = await post('v4/spreadsheets', body);
    const headings = { values: [['col1', 'col2', 'col3']] };
    await post(`v4/spreadsheets/${spreadsheetId}/values/A1:append?valueInputOption=RAW`, headings);
    for (const permission of permissions) {
      await post(`drive/v3/files/${spreadsheetId}/permissions`, permission);
    }
    ids[kind] = spreadsheetId;
  }
  return ids;
}

/** Its own vitest runs its own tests; only who calls, which files, and where the calls go is ours. */
async function googleSpreadsheetCheckout(rootUrl, checkout) {
  const root = resolve(checkout);
  const folder = await mkdtemp(join(tmpdir(), 'google-spreadsheet-'));
  try {
    const config = {
      root,
      resolve: {
        alias: [
          { find: '%AUTH%', replacement: here('files-and-caller.mjs') },
          { find: 'varlock/env', replacement: here('environment.mjs') },
        ],
      },
      test: {
        setupFiles: [here('route-to-emulator.mjs')],
        fileParallelism: false,
        testTimeout: 20_000,
      },
    };
    const text = JSON.stringify(config).replace(
      '"%AUTH%"',
      String.raw`/^.*\/auth\/docs-and-auth$/`,
    );
    const configFile = join(folder, 'vitest.config.mjs');
    await writeFile(configFile, `export default ${text};\n`);
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    return await run(process.execPath, [vitest, 'run', '--config', configFile, '--root', root], {
      cwd: root,
      env: {
        ...process.env,
        EMULATOR_URL: rootUrl,
        EMULATOR_FILES: JSON.stringify(await sharedFiles(rootUrl)),
        EMULATOR_CALLER: SERVICE_ACCOUNT,
        GOOGLE_API_KEY: 'any-key',
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const CLIENTS = {
  'google-spreadsheet': googleSpreadsheetPackage,
  'google-spreadsheet-checkout': googleSpreadsheetCheckout,
  gspread: (rootUrl, python) => run(python, [here('gspread_client.py'), rootUrl]),
};

const wanted = Object.keys(CLIENTS).filter((name) => given[name] !== undefined);
if (wanted.length === 0) {
  console.error(
    `Say which client: ${Object.keys(CLIENTS)
      .map((name) => `--${name} PATH`)
      .join(', ')}`,
  );
  process.exit(2);
}
for (const name of wanted) {
  const emulator = await start();
  try {
    console.log(`\n${name}`);
    if (!(await CLIENTS[name](emulator.rootUrl, given[name]))) process.exitCode = 1;
  } finally {
    await emulator.close();
  }
}
