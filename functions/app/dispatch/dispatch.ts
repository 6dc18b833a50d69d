// What the one scheduler job calls every quarter of an hour: tasks for the workbooks in which something is due. It reads the registry only.
import { TASK_KINDS, TASK_KIND_NAMES, taskName } from '#core/registry/task-kinds';
import type { DispatchResponse } from '#core/contract/dispatch';
import type { Registry } from '#core/registry/registry';
import type { Task, TaskQueue } from '../../ports/task-queue';
import type { Ports } from '../runtime/use-case';
import type { RegistryStore } from './registry-store';

export interface DispatchParts {
  readonly registry: RegistryStore;
  readonly queue: TaskQueue;
  /** An audience whose tokens open a workbook without client ids of its own; null: there is none. */
  readonly usualAudience: string | null;
  /** How long tasks that do not outlast the call may take. */
  readonly seconds: number;
}

/** A second call in the same quarter of an hour adds nothing. */
export async function dispatch(
  { registry, queue, usualAudience, seconds }: DispatchParts,
  { clock }: Pick<Ports, 'clock'>,
): Promise<DispatchResponse> {
  const now = clock.now();
  const { registry: known, timeZone } = await registry.latest();
  const tasks = TASK_KIND_NAMES.flatMap((kind) =>
    [...known.workbooks.values()]
      .filter((workbook) => TASK_KINDS[kind].isDue(workbook, { now, timeZone }))
      .flatMap(({ id, clientIds, account }): Task[] => {
        const audience = clientIds[0] ?? usualAudience;
        // Nobody's token opens it; whoever looks at the registry sees that it never ran.
        if (audience === null) return [];
        return [{ kind, name: taskName(kind, id, now), spreadsheetId: id, audience, account }];
      }),
  );
  const deadline = new Date(now.getTime() + seconds * 1000);
  // Written first: should the queue fail half-way, what it did not take is due again within the hour.
  if (queue.isLasting && tasks.length > 0)
    await registry.note(tasks.map(({ spreadsheetId: id }) => ({ id, queuedAt: now })));
  const runs = tasks.length > 0 ? await queue.add(inTurn(tasks, known), deadline) : [];
  return { workbooks: known.workbooks.size, tasks: tasks.length, runs: [...runs] };
}

/** Who has waited longest comes first: where there is not time for all, nobody is always the last. */
function inTurn(tasks: readonly Task[], { workbooks }: Registry): Task[] {
  const since = ({ spreadsheetId }: Task): number =>
    workbooks.get(spreadsheetId)?.lastRun?.getTime() ?? 0;
  return tasks.toSorted((left, right) => since(left) - since(right));
}
