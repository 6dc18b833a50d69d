// A call of the schedule. What passes is left to the queue, which tries again; what does not is shown in the registry and is over for now.
import type { ResponseOf, ScheduledName } from '#core/contract/functions';
import { AppError } from '../../errors';
import { isPassing } from '../runtime/retry';
import type { Ports } from '../runtime/use-case';
import type { RegistryStore } from './registry-store';
import { reportFailed, wordsOf } from './report-run';

/** The answer of a call that failed for good, but for the reason. */
const NOTHING_DONE: { readonly [Name in ScheduledName]: ResponseOf<Name> } = {
  runDue: { automatic: false, notices: [] },
  rollUp: { weeks: 0, written: 0, removed: 0 },
};

export interface ScheduledCall<Name extends ScheduledName> {
  readonly name: Name;
  readonly spreadsheetId: string;
  readonly run: () => Promise<ResponseOf<Name>>;
  /** Null: failures are shown nowhere but in the answer. */
  readonly registry: RegistryStore | null;
}

/** Throws `AppError` tryLater for what passes; without a registry whatever the run throws. */
export async function runScheduled<Name extends ScheduledName>(
  { name, spreadsheetId, run, registry }: ScheduledCall<Name>,
  { clock }: Pick<Ports, 'clock'>,
): Promise<ResponseOf<Name>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError && isPassing(error))
      throw new AppError('tryLater', { facts: { reason: error.message }, cause: error });
    if (registry === null || (error instanceof AppError && error.refusal === 'unknownWorkbook'))
      throw error;
    await reportFailed({ name, spreadsheetId }, error, { registry, clock });
    return { ...NOTHING_DONE[name], failed: wordsOf(error) };
  }
}
