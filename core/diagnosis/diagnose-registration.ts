// What the registry says about one workbook.
import type { RegisteredWorkbook } from '../registry/registry';
import { diagnosis, shownTime, type Diagnosis } from './diagnosis';

export interface RegistrationFacts {
  /** Its row of the registry; null: it has none. */
  readonly entry: RegisteredWorkbook | null;
  /** It is in LECTERN_WORKBOOKS. */
  readonly isListed: boolean;
  readonly now: Date;
  readonly timeZone: string;
}

/** A queue may wait for the quota; after this long something is wrong. */
const LATE_MINUTES = 60;

export function diagnoseRegistration({
  entry,
  isListed,
  now,
  timeZone,
}: RegistrationFacts): Diagnosis[] {
  if (entry === null) return isListed ? [] : [diagnosis('notRegistered')];
  const { state, lastRun, lastError, nextDue } = entry;
  if (state === 'closed') return [diagnosis('closed')];
  const shown = (at: Date | null): string => (at === null ? '?' : shownTime(at, timeZone));
  const isLate = nextDue !== null && now.getTime() - nextDue.getTime() >= LATE_MINUTES * 60_000;
  return [
    ...(state === 'paused' ? [diagnosis('paused')] : []),
    ...(lastError === null
      ? []
      : [diagnosis('lastRunFailed', { at: shown(lastRun), reason: lastError })]),
    ...(isLate && state !== 'paused' ? [diagnosis('overdue', { at: shown(nextDue) })] : []),
  ];
}
