// From the API's answer to all attendance rates, with every wrong cell reported: Lectern compared with what others would write.
// Each contender runs in processes of its own and the rounds alternate, so that neither memory nor load favours one of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerText, type DataSize } from './attendance-data';
import { answerIn } from './answer-file';
import type { Contender, ContenderResult } from './contender';
import { duckdb } from './duckdb-rates';
import { jsonParse, lectern } from './lectern-rates';
import { COMMAND_LINE, IS_FULL, median, report } from './report';
import { zodPerRow } from './zod-rates';

const CONTENDERS: readonly Contender[] = [jsonParse, lectern, duckdb, zodPerRow];
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

interface Timed {
  readonly warm: readonly number[];
  /** Null for those that do not do the job. */
  readonly outcome: string | null;
}

/** What the answer takes, not the code: that was loaded and compiled for a small answer before. */
async function addedMegabytes(contender: Contender, path: string): Promise<number> {
  const small = answerIn(`${path}.small`);
  const ready = performance.now() + 500;
  while (performance.now() < ready) await contender.run(small);
  const answer = answerIn(path);
  const before = process.memoryUsage().rss;
  await contender.run(answer);
  return (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;
}

async function timed(contender: Contender, path: string): Promise<Timed> {
  const answer = answerIn(path);
  const outcome = await contender.run(answer);
  const warm: number[] = [];
  const end = performance.now() + WARM_MILLISECONDS;
  while (warm.length < WARM_CALLS || performance.now() < end) {
    const start = performance.now();
    await contender.run(answer);
    warm.push(performance.now() - start);
  }
  return { warm, outcome: outcome && summaryOf(outcome) };
}

/** Equal for contenders that found the same. */
function summaryOf({ badCells, rates }: ContenderResult): string {
  let sum = 0;
  for (const [key, fractions] of rates)
    sum =
      (sum + fractions.reduce((total, part, index) => total + part * (key.length + index), 0)) %
      1e9;
  return `${badCells} wrong cells, ${rates.size} groups, check sum ${sum}`;
}

function inOwnProcess(task: 'time' | 'memory', name: string, path: string): string {
  const args = [process.argv[1] ?? '', task, name, path];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

/** Other work on the machine slows neighbours alike: times are compared within a round, then the middle round is printed. */
function compare(label: string, size: DataSize, folder: string): void {
  const path = join(folder, `answer-${label}.json`);
  writeFileSync(path, answerText(size));
  writeFileSync(`${path}.small`, answerText({ people: 10, sessions: 2 }));
  const rounds = Array.from(
    { length: ROUNDS },
    () => CONTENDERS.map(({ name }) => JSON.parse(inOwnProcess('time', name, path)) as Timed), // printed below
  );
  const ours = CONTENDERS.indexOf(lectern);
  CONTENDERS.forEach(({ name }, index) => {
    const times = rounds.map((round) => median(round[index]?.warm ?? []));
    const ratios = rounds.map((round, at) => (times[at] ?? 0) / median(round[ours]?.warm ?? []));
    report({
      task: 'Attendance rates, with every wrong cell named',
      size: `${label} rows`,
      program: name,
      result: `${median(times).toFixed(0)} ms`,
      timesLectern: median(ratios),
      megabytes: Number(inOwnProcess('memory', name, path)),
    });
  });
  const outcomes = new Set(rounds.flat().flatMap(({ outcome }) => outcome ?? []));
  if (outcomes.size > 1) throw new Error(`the contenders disagree: ${[...outcomes].join(' / ')}`);
}

function compareAll(sizes: readonly (readonly [string, DataSize])[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    for (const [label, size] of sizes) compare(label, size, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [command, name, file] = COMMAND_LINE;
if (command === 'time' || command === 'memory') {
  const contender = CONTENDERS.find((candidate) => candidate.name === name);
  if (!contender || !file) throw new Error(`${command} needs a contender and a file`);
  const task = command === 'time' ? timed : addedMegabytes;
  void task(contender, file).then((result) => console.log(JSON.stringify(result)));
} else {
  compareAll(
    Object.entries(SIZES).filter(([label]) =>
      command ? command === label : IS_FULL || !FULL_SIZES.has(label),
    ),
  );
}
