// The task queue on Cloud Tasks: one named HTTP task a call, with an identity token that Google makes for it.
import { AppError } from '../../errors';
import type { Task, TaskQueue } from '../../ports/task-queue';
import { readGoogleError } from '../google-sheets/google-error';
import type { TasksClient } from '../google-clients';

export interface CloudTasksOptions {
  /** `projects/P/locations/L/queues/Q`. An account's own queue has this name with the part before its `@` behind it. */
  readonly queue: string;
  /** The address of `worker`, without a slash at its end. */
  readonly workerUrl: string;
  /** The service account that the tokens are made for: one of the deployment's schedulers. */
  readonly caller: string;
}

/** A task is given this long before it counts as failed: a minute more than the function has. */
const DISPATCH_DEADLINE = '600s';
/** Requests that are on their way at once. */
const PARALLEL = 8;

/** `client` is called with the first task: only dispatch and long sends need it. */
export function cloudTasks(
  { queue, workerUrl, caller }: CloudTasksOptions,
  client: () => Promise<TasksClient>,
): TaskQueue {
  const parentOf = ({ account }: Task): string =>
    account === null ? queue : `${queue}-${account.split('@')[0] ?? ''}`;
  async function addOne(task: Task): Promise<void> {
    const parent = parentOf(task);
    const { kind, name, spreadsheetId, audience } = task;
    try {
      await (
        await client()
      ).projects.locations.queues.tasks.create({
        parent,
        requestBody: {
          task: {
            name: `${parent}/tasks/${name}`,
            dispatchDeadline: DISPATCH_DEADLINE,
            httpRequest: {
              url: `${workerUrl}/${kind}`,
              httpMethod: 'POST',
              headers: { 'content-type': 'application/json' },
              body: Buffer.from(JSON.stringify({ spreadsheetId })).toString('base64'),
              oidcToken: { serviceAccountEmail: caller, audience },
            },
          },
        },
      });
    } catch (error) {
      const google = readGoogleError(error);
      // One of this name is waiting, or was done lately.
      if (google?.status === 409) return;
      if (google) throw new AppError('queueDown', { cause: error });
      throw error;
    }
  }
  return {
    isLasting: true,
    async add(tasks) {
      const waiting = [...tasks];
      const work = async (): Promise<void> => {
        for (let task = waiting.shift(); task; task = waiting.shift()) await addOne(task);
      };
      const done = await Promise.allSettled(Array.from({ length: PARALLEL }, work));
      const failed = done.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      return [];
    },
  };
}
