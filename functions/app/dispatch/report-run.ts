// What a call leaves in the registry, and the task that goes on with what it has left. The registry only shows and plans: when it cannot
// be written, the call itself stays as it was.
import { continuationName } from '#core/registry/task-kinds';
import type { WorkbookNote } from '#core/registry/change-registry';
import type { RegisteredWorkbook } from '#core/registry/registry';
import { AppError, languageOfError } from '../../errors';
import type { ResponseOf, ScheduledName } from '#core/contract/functions';
import type { TaskQueue } from '../../ports/task-queue';
import type { CallDone, Ports } from '../runtime/use-case';
import { nextLook, type NextLook } from './next-look';
import type { RegistryStore } from './registry-store';

export interface ReportParts {
  readonly registry: RegistryStore;
  /** Null: no task outlasts a call; what is left waits for the next dispatch. */
  readonly queue: TaskQueue | null;
  /** Of a workbook without client ids of its own. */
  readonly usualAudience: string | null;
}

/** A run that failed for good is tried again so much later: most failures are mended by people. */
const FAILED_MINUTES = 60;
/** A moment that is nearer than this to the one in the registry is the same quarter of an hour. */
const SAME_MS = 60_000;
/** No run asks for a next one later than this, but for what is due by the settings. */
const KEPT_MS = 3_600_000;

export async function reportDone(
  done: CallDone,
  { registry, queue, usualAudience }: ReportParts,
  { clock }: Pick<Ports, 'clock'>,
): Promise<void> {
  const now = clock.now();
  const look = nextLook(done, now);
  if (look === null) return;
  const { spreadsheetId: id } = done.request;
  const known = (await registry.current()).workbooks.get(id);
  if (!known) return;
  const isRun = done.name === 'runDue';
  const audience = known.clientIds[0] ?? usualAudience;
  // In the queue first: a registry that cannot be written does not stop it.
  if (look.isBegun && queue?.isLasting === true && audience !== null) {
    const task = { kind: 'runDue', name: continuationName('runDue', id, now) } as const;
    await queue.add([{ ...task, spreadsheetId: id, audience, account: known.account }], now);
  }
  if (isRun) await registry.note([noteOfRun(done, look, now)]);
  else if (isNews(look, known, now)) await registry.note([{ id, nextDue: look.at }]);
}

function noteOfRun({ request, response }: CallDone, { at }: NextLook, now: Date): WorkbookNote {
  const { notices } = response as ResponseOf<'runDue'>; // the response of this function
  const refused = notices.flatMap((one) => one.refused ?? []);
  return {
    id: request.spreadsheetId,
    lastRun: now,
    nextDue: at,
    lastError: refused.length > 0 ? refused.join(' ') : null,
  };
}

/**
 * Every call would write otherwise. What is due, or is so within the hour, stays: a run may have asked for it, because of mails to try
 * again or of what was refused, and only a run knows when that is over.
 */
function isNews({ at }: NextLook, { nextDue }: RegisteredWorkbook, now: Date): boolean {
  if (nextDue === null) return at !== null;
  const isEarlier = at !== null && at < nextDue;
  if (!isEarlier && nextDue.getTime() - now.getTime() <= KEPT_MS) return false;
  return at === null || Math.abs(nextDue.getTime() - at.getTime()) >= SAME_MS;
}

interface FailedCall {
  readonly name: ScheduledName;
  readonly spreadsheetId: string;
}

/** Notes why a call failed, so that an administrator sees it and nobody tries it every quarter of an hour. */
export async function reportFailed(
  { name, spreadsheetId: id }: FailedCall,
  error: unknown,
  { registry, clock }: Pick<ReportParts, 'registry'> & Pick<Ports, 'clock'>,
): Promise<void> {
  const now = clock.now();
  const words = wordsOf(error);
  const nextDue = new Date(now.getTime() + FAILED_MINUTES * 60_000);
  if (name === 'runDue') return registry.note([{ id, lastRun: now, nextDue, lastError: words }]);
  // A roll-up comes by itself the next night and says nothing about when notices are due, nor whether the last run went well.
  const { lastError } = (await registry.current()).workbooks.get(id) ?? {};
  const shown = lastError ?? '';
  await registry.note([
    { id, lastError: shown.includes(words) ? shown : `${shown} ${words}`.trim() },
  ]);
}

export function wordsOf(error: unknown): string {
  if (!(error instanceof AppError)) return String(error);
  const { detail, nextStep } = error.explain(languageOfError(error) ?? 'zh-CN');
  return `${detail} ${nextStep}`;
}
