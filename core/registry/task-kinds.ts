// What dispatch hands to the queue: for each kind of task the function of `worker` that carries it out, and when it is due in a workbook.
import { addDays, toClockTime } from '../calendar/day';
import { toInstant, toLocalTime } from '../calendar/zone';
import type { ScheduledName } from '../contract/functions';
import type { RegisteredWorkbook } from './registry';

export interface DispatchTime {
  readonly now: Date;
  /** Of the registry: in whose night workbooks are looked at. */
  readonly timeZone: string;
}

interface TaskKind {
  readonly isDue: (workbook: RegisteredWorkbook, at: DispatchTime) => boolean;
}

/** The key is the function's name. */
export const TASK_KINDS: Readonly<Record<ScheduledName, TaskKind>> = {
  runDue: { isDue: isRunDue },
  rollUp: { isDue: isRollUpDue },
};

/** A run that was handed to the queue and has not reported is waited for so long; then it is handed over again. */
const QUEUE_MINUTES = 60;

/** The night begins at this time and has so many quarters of an hour; each workbook has its own, so that they do not come all at once. */
const NIGHT_BEGINS = toClockTime('01:00');
const NIGHT_QUARTERS = 16;

/** When the figures of the night are loaded. An hour, should one of its calls fail: they all name the same job. */
const LOAD = { from: toClockTime('06:00'), until: toClockTime('07:00') };

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** Due by its own moment, never looked at, or not looked at since its quarter of last night. */
function isRunDue(workbook: RegisteredWorkbook, at: DispatchTime): boolean {
  const { state, nextDue, lastRun } = workbook;
  if (state !== 'active' || isQueued(workbook, at.now)) return false;
  if (lastRun === null || (nextDue !== null && nextDue <= at.now)) return true;
  return lastRun < lastNightOf(workbook.id, at);
}

/**
 * Every night, in the quarter of an hour after the one in which the workbook is looked at. Nothing is noted: a night that is missed is made
 * up for by the next, because a roll-up gives the figures of all weeks.
 */
function isRollUpDue({ id, state }: RegisteredWorkbook, at: DispatchTime): boolean {
  const sinceLook = at.now.getTime() - lastNightOf(id, at).getTime();
  return state === 'active' && sinceLook >= QUARTER && sinceLook < 2 * QUARTER;
}

/** Names the load job of this day; null outside its hour. */
export function factLoadName({ now, timeZone }: DispatchTime): string | null {
  const { day, time } = toLocalTime(now, timeZone);
  return time >= LOAD.from && time < LOAD.until ? `facts-${day}` : null;
}

function isQueued({ queuedAt, lastRun }: RegisteredWorkbook, now: Date): boolean {
  if (queuedAt === null || (lastRun !== null && lastRun >= queuedAt)) return false;
  return now.getTime() - queuedAt.getTime() < QUEUE_MINUTES * MINUTE;
}

/** The latest moment, not after now, of this workbook's quarter of an hour in the night. */
function lastNightOf(id: string, { now, timeZone }: DispatchTime): Date {
  const { day } = toLocalTime(now, timeZone);
  const [tonight, lastNight] = [day, addDays(day, -1)].map((one) => {
    const begin = toInstant({ day: one, time: NIGHT_BEGINS }, timeZone);
    return new Date(begin.getTime() + quarterOf(id) * QUARTER);
  });
  if (!tonight || !lastNight) throw new Error('there are two nights');
  return tonight <= now ? tonight : lastNight;
}

/** Evenly spread, and the same every night. */
function quarterOf(id: string): number {
  let sum = 0;
  for (let index = 0; index < id.length; index += 1)
    sum = (sum * 31 + id.charCodeAt(index)) % 65_521;
  return sum % NIGHT_QUARTERS;
}

/** Names a task by its workbook and the quarter of an hour in which it was made: of two with the same name a queue keeps one. */
export function taskName(kind: ScheduledName, id: string, now: Date): string {
  const quarter = Math.floor(now.getTime() / QUARTER) * QUARTER;
  const stamp = new Date(quarter).toISOString().slice(0, 16).replace(/\D/g, '');
  return `${kind}-${id}-${stamp}`;
}

/** Names the task that goes on with what a call has left: one for each moment. */
export const continuationName = (kind: ScheduledName, id: string, now: Date): string =>
  `${kind}-${id}-on-${now.getTime()}`;
