// `npm run push -- [--add-on] [--api-url URL]`: builds the script of a workbook, or the add-on, and has clasp push it.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildAppsScript } from './build-apps-script.mjs';

const { values } = parseArgs({
  options: {
    'add-on': { type: 'boolean', default: false },
    'api-url': { type: 'string', default: '' },
  },
});
const addOn = values['add-on'];
const project = addOn ? '.clasp.add-on.json' : '.clasp.json';

try {
  // clasp itself would only report missing settings.
  const { scriptId } = JSON.parse(await readFile(project, 'utf8'));
  if (!scriptId)
    throw new Error(`Put the script id into ${project} first; docs/operations.md says how.`);
  await buildAppsScript({ addOn, apiUrl: values['api-url'] });
  process.exitCode = await pushWithClasp();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function pushWithClasp() {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    const clasp = spawn('clasp', ['--project', project, 'push', '--force'], {
      stdio: 'inherit',
      shell,
    });
    clasp.on('error', reject);
    clasp.on('close', (code) => resolve(code ?? 1));
  });
}
