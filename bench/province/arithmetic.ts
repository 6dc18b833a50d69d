// How long a Monday morning takes by the numbers that docs/operations.md gives.
import { QUEUE } from './simulated-queue';
import type { Province } from './make-province';

/** Of a run that sends one notice. */
const READS_A_RUN = 5;
/** The queue of one account lets so many go. */
const RUNS_A_MINUTE = 60 / QUEUE.secondsBetween;

/** One process: a third of its 60 requests at once, the rest evenly. */
const AT_ONCE = 20;
const EVENLY = 40;
/** Dispatch carries tasks out for 400 seconds of each quarter of an hour. */
const WORK_MINUTES = 400 / 60;
const TICK_MINUTES = 15;

export function minutesByArithmetic({ workbooks, accounts, queue }: Province): number {
  if (queue === 'tasks') return workbooks / accounts / RUNS_A_MINUTE;
  const work = Math.max(0, workbooks * READS_A_RUN - AT_ONCE) / EVENLY;
  const ticks = Math.ceil(work / WORK_MINUTES);
  return ticks <= 1 ? work : (ticks - 1) * TICK_MINUTES + work - (ticks - 1) * WORK_MINUTES;
}
