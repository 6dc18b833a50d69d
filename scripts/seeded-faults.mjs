// `npm run faults [-- words]`: puts the faults of scripts/seeded-faults/faults.json into the product one by one and runs the tests that
// must notice each. With words: only the faults whose subject, file or text has one of them. Exit code 1 when a fault is not noticed.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const JEST = [path('../node_modules/jest/bin/jest.js'), '--config'];
const CONFIG = path('./seeded-faults/jest.config.mjs');

/** Resolves to jest's own report of these tests with the fault in place. */
function runJest(fault, tests) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...JEST, CONFIG, '--json', '-i', tests], {
      env: { ...process.env, LECTERN_SEEDED_FAULT: JSON.stringify(fault) },
      cwd: path('..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    child.on('close', () => {
      try {
        resolve(JSON.parse(output.stdout));
      } catch {
        reject(new Error(`jest gave no report:\n${output.stderr}`));
      }
    });
  });
}

/** The name of the first test that fails; null: none does. Throws when a suite cannot run, which proves nothing. */
async function noticedBy(fault) {
  for (const tests of fault.tests) {
    const report = await runJest(fault, tests);
    if (report.numTotalTests === 0) throw new Error(`no tests in ${tests}`);
    for (const suite of report.testResults) {
      const failed = suite.assertionResults.find(({ status }) => status === 'failed');
      if (failed) return failed.fullName;
      if (suite.status === 'failed') throw new Error(`${suite.name}: ${suite.message}`);
    }
  }
  return null;
}

const list = JSON.parse(await readFile(path('./seeded-faults/faults.json'), 'utf8'));
const words = process.argv.slice(2);
const wanted = list.filter((fault) => {
  const text = JSON.stringify(fault);
  return words.length === 0 || words.some((word) => text.includes(word));
});
const queue = [...wanted];
const counts = new Map();
const unnoticed = [];
async function work() {
  for (let fault = queue.shift(); fault; fault = queue.shift()) {
    const { subject, file, from, to } = fault;
    const test = await noticedBy(fault);
    const [noticed = 0, all = 0] = counts.get(subject) ?? [];
    counts.set(subject, [noticed + (test === null ? 0 : 1), all + 1]);
    if (test === null) unnoticed.push(fault);
    console.log(
      `${test === null ? 'NOT NOTICED' : 'noticed'}  ${file}: ${from} → ${to || '(nothing)'}`,
    );
    if (test !== null) console.log(`         by: ${test}`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
for (const [subject, [noticed, all]] of [...counts].toSorted())
  console.log(`${subject.padEnd(12)} ${String(noticed).padStart(3)} of ${all} noticed`);
console.log(`${wanted.length - unnoticed.length} noticed, ${unnoticed.length} not noticed`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;
