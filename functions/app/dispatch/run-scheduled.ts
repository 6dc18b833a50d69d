// A call of the schedule. What passes is left to the queue, which tries again; what does not is shown in the registry and is over for now.
import type { RunDueResponse } from '#core/contract/run-due';
import { AppError } from '../../errors';
import type { Ports } from '../runtime/use-case';
import type { RegistryStore } from './registry-store';
import { reportFailed, wordsOf } from './report-run';

/** Over by itself within minutes; what else is refused waits for people. */
const PASSING: readonly AppError['refusal'][] = [
  'quotaReached',
  'sheetsDown',
  'leaseHeld',
  'writeConflict',
  'rowsMoved',
  'queueDown',
];

export interface ScheduledCall {
  readonly spreadsheetId: string;
  readonly run: () => Promise<RunDueResponse>;
  /** Null: failures are shown nowhere but in the answer. */
  readonly registry: RegistryStore | null;
}

/** Throws `AppError` tryLater for what passes; without a registry whatever the run throws. */
export async function runScheduled(
  { spreadsheetId, run, registry }: ScheduledCall,
  { clock }: Pick<Ports, 'clock'>,
): Promise<RunDueResponse> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError && PASSING.includes(error.refusal))
      throw new AppError('tryLater', { facts: { reason: error.message }, cause: error });
    if (registry === null || (error instanceof AppError && error.refusal === 'unknownWorkbook'))
      throw error;
    await reportFailed(spreadsheetId, error, { registry, clock });
    return { automatic: false, notices: [], failed: wordsOf(error) };
  }
}
