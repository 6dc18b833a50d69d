// Cloud Tasks as far as it is documented: takes named tasks over HTTP, refuses a name that was taken, and hands out what it took.
import * as z from 'zod';
import { openHttpServer } from '#workbench/server/http-server';
import { readJson } from '#workbench/server/read-body';
import { sendJson } from '#workbench/server/send';

const CreateTask = z.strictObject({
  task: z.strictObject({
    name: z.string(),
    dispatchDeadline: z.string(),
    scheduleTime: z.string().optional(),
    httpRequest: z.strictObject({
      url: z.url(),
      httpMethod: z.literal('POST'),
      headers: z.record(z.string(), z.string()),
      body: z.base64(),
      oidcToken: z.strictObject({ serviceAccountEmail: z.email(), audience: z.string() }),
    }),
  }),
});
export type QueuedTask = z.infer<typeof CreateTask>['task'];

export interface LocalTaskQueue {
  readonly rootUrl: string;
  /** In the order in which they were taken. */
  readonly tasks: readonly QueuedTask[];
  /** Status of each answer, in order. */
  readonly answers: readonly number[];
  /** What the next calls are answered with in place of the queue's own answer. */
  readonly breaks: number[];
  close(): Promise<void>;
}

const ERRORS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  503: 'UNAVAILABLE',
};

export async function startLocalTaskQueue(queues: readonly string[]): Promise<LocalTaskQueue> {
  const tasks: QueuedTask[] = [];
  const names = new Set<string>();
  const answers: number[] = [];
  const breaks: number[] = [];
  const statusFor = (parent: string, { name }: QueuedTask): number => {
    if (!queues.includes(parent)) return 404;
    const id = name.startsWith(`${parent}/tasks/`) ? name.slice(parent.length + 7) : '';
    if (!/^[\w-]{1,500}$/.test(id)) return 400;
    return names.has(name) ? 409 : 200;
  };
  const server = await openHttpServer(0);
  server.mount('v2', async ({ request, response, rest }) => {
    const { task } = CreateTask.parse(await readJson(request));
    const status = breaks.shift() ?? statusFor(rest.replace(/^\/|\/tasks$/g, ''), task);
    answers.push(status);
    if (status === 200) {
      names.add(task.name);
      tasks.push(task);
      sendJson(response, 200, task);
      return;
    }
    const error = { code: status, status: ERRORS[status], message: 'Refused by the local queue.' };
    sendJson(response, status, { error });
  });
  return { rootUrl: `${server.url}/`, tasks, answers, breaks, close: () => server.close() };
}
