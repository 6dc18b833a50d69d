// The queue on Cloud Tasks with Google's real client, over HTTP.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { tasksClient } from '#functions/adapters/google-clients';
import { cloudTasks } from '#functions/adapters/task-queue/cloud-tasks';
import type { Task, TaskQueue } from '#functions/ports/task-queue';
import { startLocalTaskQueue, type LocalTaskQueue } from '#test/support/local-task-queue';

const QUEUE = 'projects/P/locations/asia-east1/queues/lectern';
const NOW = new Date('2026-03-02T01:00:00Z');

const aTask = (part: Partial<Task> = {}): Task => ({
  kind: 'runDue',
  name: 'runDue-workbook-of-district-a-0001-202603020100',
  spreadsheetId: 'workbook-of-district-a-0001',
  audience: 'client-1.apps.example.org',
  account: null,
  ...part,
});

let google: LocalTaskQueue;
let queue: TaskQueue;
beforeEach(async () => {
  google = await startLocalTaskQueue([QUEUE, `${QUEUE}-lectern-2`]);
  const options = {
    queue: QUEUE,
    workerUrl: 'https://worker.example.org',
    caller: 'scheduler@example.org',
  };
  queue = cloudTasks(options, () => tasksClient(google.rootUrl));
});
afterEach(() => google.close());

describe('a task', () => {
  test('calls its function of worker at once, with the id alone and a token for the workbook’s audience', async () => {
    expect(await queue.add([aTask()], NOW)).toEqual([]);
    const [task] = google.tasks;
    expect(task).toEqual({
      name: `${QUEUE}/tasks/runDue-workbook-of-district-a-0001-202603020100`,
      dispatchDeadline: '600s',
      httpRequest: {
        url: 'https://worker.example.org/runDue',
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json' },
        body: 'eyJzcHJlYWRzaGVldElkIjoid29ya2Jvb2stb2YtZGlzdHJpY3QtYS0wMDAxIn0=',
        oidcToken: {
          serviceAccountEmail: 'scheduler@example.org',
          audience: 'client-1.apps.example.org',
        },
      },
    });
  });

  test('that is doubled is refused by Google with ALREADY_EXISTS, which does no harm', async () => {
    await queue.add([aTask(), aTask()], NOW);
    await queue.add([aTask()], NOW);
    expect(google.answers.toSorted()).toEqual([200, 409, 409]);
    expect(google.tasks).toHaveLength(1);
  });

  test('of an account goes into the account’s own queue', async () => {
    await queue.add([aTask({ account: 'lectern-2@project.iam.example.org' }), aTask()], NOW);
    expect(google.tasks.map(({ name }) => name.split('/tasks/')[0]).toSorted()).toEqual([
      QUEUE,
      `${QUEUE}-lectern-2`,
    ]);
  });

  test.each([
    ['the queue is missing', 404],
    ['the account may not make tasks', 403],
    ['the service is down', 503],
  ])('is queueDown when %s; the others are taken', async (_, status) => {
    google.breaks.push(status);
    const names = ['one', 'two', 'three'];
    const added = queue.add(
      names.map((name) => aTask({ name })),
      NOW,
    );
    await expect(added).rejects.toMatchObject({ refusal: 'queueDown' });
    expect(google.tasks).toHaveLength(2);
    // The next dispatch makes all of them again.
    await queue.add(
      names.map((name) => aTask({ name })),
      NOW,
    );
    expect(google.tasks).toHaveLength(3);
  });

  test('is one of 200 that are all taken, each once', async () => {
    const many = Array.from({ length: 200 }, (_, index) => aTask({ name: `task-${index}` }));
    await queue.add(many, NOW);
    expect(new Set(google.tasks.map(({ name }) => name)).size).toBe(200);
    expect(google.answers).toHaveLength(200);
  });
});
