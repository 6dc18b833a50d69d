// A queue without a service: carries tasks out before the call ends. For a single workbook or a few, and on one's own computer.
import { AppError } from '../../errors';
import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import type { Task, TaskQueue, TaskRun } from '../../ports/task-queue';

export interface InProcessParts {
  readonly run: (task: Task) => Promise<TaskRun>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** One after the other: they share one quota. A task that fails does not keep the others back; those after the deadline wait for the next dispatch. */
export function inProcessQueue({ run, clock, logger }: InProcessParts): TaskQueue {
  return {
    isLasting: false,
    async add(tasks, deadline) {
      const names = new Set<string>();
      const runs: TaskRun[] = [];
      for (const task of tasks) {
        if (clock.now() >= deadline) break;
        if (names.has(task.name)) continue;
        names.add(task.name);
        try {
          const { kind, spreadsheetId } = task;
          runs.push(await run(task));
          logger.info('task.done', { kind, spreadsheetId });
        } catch (error) {
          const code = error instanceof AppError ? error.refusal : 'bug';
          logger.error('task.failed', { kind: task.kind, spreadsheetId: task.spreadsheetId, code });
        }
      }
      return runs;
    },
  };
}
