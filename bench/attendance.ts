// From the API's answer to all attendance rates, with every wrong cell told: Lectern beside what others would write.
// Each contender runs in its own process and the rounds alternate, so that neither memory nor load favours one of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerText, type Size } from './attendance-data';
import type { Answer, Contender, Outcome } from './contender';
import { duckdb } from './duckdb-rates';
import { jsonParse, lectern } from './lectern-rates';
import { zodPerRow } from './zod-rates';

const CONTENDERS: readonly Contender[] = [jsonParse, lectern, duckdb, zodPerRow];
const SIZES: Readonly<Record<string, Size>> = {
  '15k': { people: 300, sessions: 50 },
  '150k': { people: 3000, sessions: 50 },
  '1.2M': { people: 3000, sessions: 400 },
};
const ROUNDS = 5;
/** Warm calls go on this long, but there are at least as many as this. */
const WARM_MILLISECONDS = 2000;
const WARM_CALLS = 3;

interface Measured {
  readonly warm: readonly number[];
  readonly addedMegabytes: number;
  /** Null for those that do not do the job. */
  readonly outcome: string | null;
}

async function measure(contender: Contender, path: string): Promise<Measured> {
  const answer: Answer = { text: readFileSync(path, 'utf8'), path };
  const before = process.memoryUsage().rss;
  const outcome = await contender.run(answer);
  const addedMegabytes = (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;
  const warm: number[] = [];
  const end = performance.now() + WARM_MILLISECONDS;
  while (warm.length < WARM_CALLS || performance.now() < end) {
    const start = performance.now();
    await contender.run(answer);
    warm.push(performance.now() - start);
  }
  return { warm, addedMegabytes, outcome: outcome && summaryOf(outcome) };
}

/** Equal for contenders that found the same. */
function summaryOf({ badCells, rates }: Outcome): string {
  let sum = 0;
  for (const [key, fractions] of rates)
    sum =
      (sum + fractions.reduce((total, part, index) => total + part * (key.length + index), 0)) %
      1e9;
  return `${badCells} wrong cells, ${rates.size} groups, check sum ${sum}`;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function inOwnProcess(name: string, path: string): Measured {
  const output = execFileSync(process.execPath, [process.argv[1] ?? '', 'measure', name, path], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as Measured; // printed by `measure` below
}

/** What other work on the machine costs, it costs neighbours alike: times are compared within a round, then the middle round is told. */
function compare(label: string, size: Size, folder: string): void {
  const path = join(folder, `answer-${label}.json`);
  writeFileSync(path, answerText(size));
  const rounds = Array.from({ length: ROUNDS }, () =>
    CONTENDERS.map(({ name }) => inOwnProcess(name, path)),
  );
  console.log(`\n${label} rows of attendance`);
  CONTENDERS.forEach(({ name }, index) => {
    const runs = rounds.flatMap((round) => round[index] ?? []);
    const times = rounds.map((round) => median(round[index]?.warm ?? []));
    const ratios = rounds.map((round, at) => (times[at] ?? 0) / median(round[0]?.warm ?? []));
    const figures = [
      `${median(times).toFixed(0)} ms`,
      `x ${median(ratios).toFixed(2)}`,
      `${median(runs.map((run) => run.addedMegabytes)).toFixed(0)} MB`,
    ];
    console.log(
      [
        name.padEnd(24),
        ...figures.map((figure) => figure.padStart(10)),
        ` ${runs[0]?.outcome ?? ''}`,
      ].join(' '),
    );
  });
  const outcomes = new Set(rounds.flat().flatMap(({ outcome }) => outcome ?? []));
  if (outcomes.size > 1) throw new Error(`the contenders disagree: ${[...outcomes].join(' / ')}`);
}

function compareAll(sizes: readonly (readonly [string, Size])[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    for (const [label, size] of sizes) compare(label, size, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [command, name, file] = process.argv.slice(2);
if (command === 'measure') {
  const contender = CONTENDERS.find((candidate) => candidate.name === name);
  if (!contender || !file) throw new Error('measure needs a contender and a file');
  void measure(contender, file).then((measured) => console.log(JSON.stringify(measured)));
} else {
  compareAll(Object.entries(SIZES).filter(([label]) => !command || command === label));
}
