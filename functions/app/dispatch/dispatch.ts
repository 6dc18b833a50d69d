// What the one scheduler job calls every quarter of an hour: tasks for the workbooks in which something is due. It reads the registry only.
import type { DispatchResponse } from '#core/contract/dispatch';
import type { ScheduledName } from '#core/contract/functions';
import type { Registry } from '#core/registry/registry';
import { TASK_KINDS, taskName, type DispatchTime } from '#core/registry/task-kinds';
import type { Task, TaskQueue } from '../../ports/task-queue';
import type { Ports } from '../runtime/use-case';
import type { RegistryStore } from './registry-store';

export interface DispatchParts {
  readonly registry: RegistryStore;
  readonly queue: TaskQueue;
  /** What this deployment does by itself, most urgent first. */
  readonly kinds: readonly ScheduledName[];
  /** An audience whose tokens open a workbook without client ids of its own; null: there is none. */
  readonly usualAudience: string | null;
  /** Called with every dispatch, after its tasks; it knows its own hour. Null: figures are loaded into no table. */
  readonly loadFacts: ((at: DispatchTime) => Promise<void>) | null;
  /** How long tasks that do not outlast the call may take. */
  readonly seconds: number;
}

/** A second call in the same quarter of an hour adds nothing. */
export async function dispatch(
  { registry, queue, kinds, usualAudience, loadFacts, seconds }: DispatchParts,
  { clock }: Pick<Ports, 'clock'>,
): Promise<DispatchResponse> {
  const now = clock.now();
  const { registry: known, timeZone } = await registry.latest();
  const tasks = kinds.flatMap((kind) => tasksOf(kind, { known, usualAudience }, { now, timeZone }));
  const deadline = new Date(now.getTime() + seconds * 1000);
  // Written first: should the queue fail half-way, what it did not take is due again within the hour.
  const runs = tasks.filter(({ kind }) => kind === 'runDue');
  if (queue.isLasting && runs.length > 0)
    await registry.note(runs.map(({ spreadsheetId: id }) => ({ id, queuedAt: now })));
  const done = tasks.length > 0 ? await queue.add(tasks, deadline) : [];
  await loadFacts?.({ now, timeZone });
  return { workbooks: known.workbooks.size, tasks: tasks.length, runs: [...done] };
}

/** Who has waited longest comes first: where there is not time for all, nobody is always the last. */
function tasksOf(
  kind: ScheduledName,
  { known, usualAudience }: { readonly known: Registry; readonly usualAudience: string | null },
  at: DispatchTime,
): Task[] {
  return [...known.workbooks.values()]
    .filter((workbook) => TASK_KINDS[kind].isDue(workbook, at))
    .toSorted((left, right) => (left.lastRun?.getTime() ?? 0) - (right.lastRun?.getTime() ?? 0))
    .flatMap(({ id, clientIds, account }): Task[] => {
      const audience = clientIds[0] ?? usualAudience;
      // Nobody's token opens it; whoever looks at the registry sees that it never ran.
      if (audience === null) return [];
      return [{ kind, name: taskName(kind, id, at.now), spreadsheetId: id, audience, account }];
    });
}
