// Checking attendance entries: Lectern's columns beside a zod object for every row, from the same answer to the same findings.
// Each contender runs in its own process and the rounds alternate, so that neither memory nor load favours one of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDay } from '#core/calendar/day';
import { checkWorkbook } from '#core/checks/check-workbook';
import type { Finding } from '#core/workbook/finding';
import { MISSING_TAB } from '#core/workbook/shape-rules.texts';
import { answerIn, tablesOf, type SheetsAnswer } from './answer-file';
import { answerText, type DataSize } from './attendance-data';
import { COMMAND_LINE, IS_FULL, median, report } from './report';
import { checkAnswerPerRow } from './zod-check';

const SIZES: Readonly<Record<string, DataSize>> = {
  '15k': { people: 300, sessions: 50 },
  '150k': { people: 3000, sessions: 50 },
  '1.2M': { people: 3000, sessions: 400 },
};
/** What takes minutes; only with `--full`. */
const FULL_SIZES = new Set(['1.2M']);
const ROUNDS = 3;
/** Warm calls go on this long, but there are at least as many as this. */
const WARM_MILLISECONDS = 1000;
const WARM_CALLS = 3;
const TODAY = toDay('2030-01-01');

/** Findings of the tabs in the answer as `rule tab row column`. */
type Check = (answer: SheetsAnswer) => string[];

/** What both do: every cell of the four tabs, and the attendance rows against the others. Lectern's further rules run, but are not compared. */
const isCompared = ({ rule, tab }: Finding): boolean =>
  tab === 'attendance' || (rule !== MISSING_TAB && rule.code.startsWith('W'));

const CHECKS: Readonly<Record<string, Check>> = {
  'Lectern, by column': (answer) =>
    checkWorkbook(tablesOf(answer), TODAY)
      .findings.filter(isCompared)
      .map(({ rule, tab, row, column }) => [rule.code, tab, row, column].join(' ')),
  'zod object per row': checkAnswerPerRow,
};

interface Measured {
  readonly cold: number;
  readonly warm: readonly number[];
  /** What the first call adds. */
  readonly addedMegabytes: number;
  readonly findings: number;
  readonly fingerprint: string;
}

function timed<Value>(work: () => Value): readonly [value: Value, milliseconds: number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

function measure(check: Check, path: string): Measured {
  const answer = answerIn(path);
  const before = process.resourceUsage().maxRSS;
  const [found, cold] = timed(() => check(answer));
  const addedMegabytes = (process.resourceUsage().maxRSS - before) / 2 ** 10;
  const warm: number[] = [];
  const end = performance.now() + WARM_MILLISECONDS;
  while (warm.length < WARM_CALLS || performance.now() < end)
    warm.push(timed(() => check(answer))[1]);
  return { cold, warm, addedMegabytes, findings: found.length, fingerprint: fingerprintOf(found) };
}

/** Equal for contenders that found the same cells by the same rules. */
function fingerprintOf(found: readonly string[]): string {
  let sum = 0;
  for (const place of found.toSorted())
    for (let at = 0; at < place.length; at += 1)
      sum = (Math.imul(sum, 31) + place.charCodeAt(at)) | 0;
  return `${found.length} ${sum}`;
}

function inOwnProcess(name: string, path: string): Measured {
  const output = execFileSync(process.execPath, [process.argv[1] ?? '', 'measure', name, path], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(output) as Measured; // printed below, under `measure`
}

/** Lectern's median milliseconds for a thousand rows, which stay the same while the growth is linear. */
function compare(label: string, size: DataSize, folder: string): number {
  const path = join(folder, `answer-${label}.json`);
  writeFileSync(path, answerText(size));
  const names = Object.keys(CHECKS);
  const runs = new Map(names.map((name) => [name, [] as Measured[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) runs.get(name)?.push(inOwnProcess(name, path));
  const warmOf = (name: string): number =>
    median(runs.get(name)?.flatMap(({ warm }) => warm) ?? []);
  const [ours = ''] = names;
  for (const name of names) {
    const measured = runs.get(name) ?? [];
    report({
      task: 'All entries checked, first call in brackets',
      size: `${label} rows`,
      program: name,
      result: `${warmOf(name).toFixed(0)} ms (${median(measured.map(({ cold }) => cold)).toFixed(0)} ms)`,
      timesLectern: warmOf(name) / warmOf(ours),
      megabytes: median(measured.map(({ addedMegabytes }) => addedMegabytes)),
    });
  }
  const digests = new Set(
    [...runs.values()].flatMap((measured) => measured.map(({ fingerprint }) => fingerprint)),
  );
  if (digests.size > 1) throw new Error(`the contenders disagree: ${[...digests].join(' / ')}`);
  return (warmOf(ours) / (size.people * size.sessions)) * 1000;
}

function compareAll(sizes: readonly (readonly [string, DataSize])[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    const growth = sizes.map(
      ([label, size]) => `${label} ${compare(label, size, folder).toFixed(3)} ms`,
    );
    console.log(`\nLectern for 1,000 rows: ${growth.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [command, name = '', file] = COMMAND_LINE;
if (command === 'measure') {
  const check = CHECKS[name];
  if (!check || !file) throw new Error('measure needs a contender and a file');
  console.log(JSON.stringify(measure(check, file)));
} else {
  compareAll(
    Object.entries(SIZES).filter(([label]) =>
      command ? command === label : IS_FULL || !FULL_SIZES.has(label),
    ),
  );
}
