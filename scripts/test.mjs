// `npm test`: builds, then checks and tests side by side, so that no core waits. The last line counts.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildAppsScript } from './build-apps-script.mjs';
import { buildFunctions } from './build-functions.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
/** A larger nursery: what compilers and tests throw away at once is then seldom copied (a tenth of their time). */
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=128`,
};

function run(program, show) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (show) process.stdout.write(chunk);
      });
    }
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

await buildFunctions();
await buildAppsScript();
const [tests, checks] = await Promise.all([
  run([path('../node_modules/jest/bin/jest.js'), ...process.argv.slice(2)], true),
  run([path('./check.mjs')], false),
]);
console.log(`\n${checks.output}`);
const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/m.exec(tests.output) ?? [];
const broken = Number(failed) === 0 && !tests.ok ? 1 : 0;
console.log(`${passed} passed, ${Number(failed) + broken + (checks.ok ? 0 : 1)} failed`);
process.exitCode = tests.ok && checks.ok ? 0 : 1;
