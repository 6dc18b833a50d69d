// One row of docs/benchmarks.md: printed here, and collected by `npm run bench`.
import { appendFileSync } from 'node:fs';

export interface Row {
  readonly task: string;
  readonly size: string;
  readonly program: string;
  readonly result: string;
  /** How many times as long as Lectern it takes; null where Lectern is alone. */
  readonly timesLectern: number | null;
  /** What the work adds to the process; null where that was not measured. */
  readonly megabytes: number | null;
}

export function report(row: Row): void {
  const { task, size, program, result, timesLectern, megabytes } = row;
  const ratio = timesLectern === null ? '' : `× ${timesLectern.toFixed(2)}`;
  const memory = megabytes === null ? '' : `${megabytes.toFixed(0)} MB`;
  console.log(
    `${task}, ${size}: ${program.padEnd(26)} ${result.padStart(18)} ${ratio.padStart(9)} ${memory.padStart(8)}`,
  );
  const file = process.env['LECTERN_BENCH_ROWS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}

/** With `--full` the sizes too that take minutes. */
export const IS_FULL = process.argv.includes('--full');

/** What the command line says besides `--full`. */
export const COMMAND_LINE = process.argv.slice(2).filter((word) => word !== '--full');

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
