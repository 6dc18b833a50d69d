// Monday mornings of provinces of several sizes, simulated, as a table of docs/operations.md. `node bench/run.mjs province`; with a number
// of workbooks only that one is simulated, and nothing is written.
import { readFile, writeFile } from 'node:fs/promises';
import { putBetweenMarks, renderTable } from '../scripts/marked-table';
import { minutesByArithmetic } from './province/arithmetic';
import type { Province } from './province/make-province';
import { simulateProvince, type Morning } from './province/simulate-province';

const PROVINCES: readonly Province[] = [
  { workbooks: 120, accounts: 1, queue: 'process' },
  { workbooks: 120, accounts: 1, queue: 'tasks' },
  { workbooks: 120, accounts: 5, queue: 'tasks' },
  { workbooks: 1000, accounts: 5, queue: 'tasks' },
  { workbooks: 3000, accounts: 5, queue: 'tasks' },
];

const HEADING = [
  'workbooks',
  'accounts',
  'carried out by',
  'reads',
  'writes',
  'refused (429)',
  'answered 503',
  'mails',
  'nobody / twice',
  'minutes',
  'by arithmetic',
];

const FILE = 'docs/operations.md';

async function main(wanted: number | null): Promise<void> {
  const rows: string[][] = [];
  for (const province of wanted === null ? PROVINCES : ofSize(wanted)) {
    const began = performance.now();
    const row = toRow(await simulateProvince(province));
    rows.push(row);
    const seconds = Math.round((performance.now() - began) / 1000);
    const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`${row.join(' | ')}   (took ${seconds} s, ${megabytes} MB)`);
  }
  if (wanted !== null) return;
  const text = await readFile(FILE, 'utf8');
  await writeFile(FILE, putBetweenMarks(text, 'province', renderTable(HEADING, rows)));
}

const ofSize = (workbooks: number): Province[] => [
  { workbooks, accounts: 1, queue: 'process' },
  { workbooks, accounts: 5, queue: 'tasks' },
];

function toRow(morning: Morning): string[] {
  const { workbooks, accounts, queue, reads, writes, refused, postponed, mails } = morning;
  const { missed, doubled, unserved, minutes } = morning;
  if (missed + doubled + unserved > 0)
    console.error(`${missed} missed, ${doubled} doubled, ${unserved} workbooks not served`);
  return [
    ...[workbooks, accounts].map(String),
    queue === 'process' ? 'dispatch itself' : 'Cloud Tasks',
    ...[reads, writes, refused, postponed, mails].map(String),
    `${missed} / ${doubled}`,
    minutes.toFixed(1),
    minutesByArithmetic(morning).toFixed(1),
  ];
}

const [size] = process.argv.slice(2);
void main(size === undefined ? null : Number(size));
