// Types, lint, format, import rules, unused code: all of them, two at a time, every failure shown.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
const CHECKS = [
  ['types and lint', 'oxlint', []],
  [
    'import rules',
    'depcruise',
    ['core', 'functions', 'workbench', 'apps-script', 'packages', 'test', 'bench', 'scripts'],
  ],
  // Files that have not changed since the last run are not formatted again.
  [
    'format',
    'prettier',
    ['--check', '--cache', '--cache-strategy=content', '--log-level=warn', '.'],
  ],
  ['unused code', 'knip', []],
];

function run([label, command, args]) {
  return new Promise((resolve) => {
    const child = spawn(bin(command), args, { shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ label, ok: code === 0, output }));
  });
}

const queue = [...CHECKS];
let failed = 0;
async function worker() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { label, ok, output } = await run(next);
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${label}`);
    if (!ok) {
      failed += 1;
      console.log(output);
    }
  }
}
await Promise.all([worker(), worker()]);
process.exitCode = failed === 0 ? 0 : 1;
