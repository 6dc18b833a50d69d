// A Monday morning of twelve workbooks, simulated as `bench/run.mjs province` does it with 120 and 3,000: every notice that is due leaves
// once, whoever carries the tasks out, and also when Google refuses requests.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { QUEUE } from '../../bench/province/simulated-queue';
import { simulateProvince } from '../../bench/province/simulate-province';

const ALL_SERVED = { mails: 24, missed: 0, doubled: 0, unserved: 0 };

test('dispatch itself carries them out within Google’s limits', async () => {
  const morning = await simulateProvince({ workbooks: 12, accounts: 1, queue: 'process' });
  // Five of each for a run; the rest is dispatch and the registry.
  expect(morning).toMatchObject({ ...ALL_SERVED, reads: 66, writes: 60, refused: 0, postponed: 0 });
  // 60 reads: 20 at once, 40 at 40 a minute
  expect(morning.minutes).toBeGreaterThan(0.9);
  expect(morning.minutes).toBeLessThan(1.4);
});

test('the queues of two accounts carry them out side by side, at 9.6 runs a minute each', async () => {
  const morning = await simulateProvince({ workbooks: 12, accounts: 2, queue: 'tasks' });
  expect(morning).toMatchObject({ ...ALL_SERVED, writes: 61, refused: 0, postponed: 0 });
  // The last of six begins after 5 × 6.25 seconds.
  expect(morning.minutes).toBeGreaterThan(31.25 / 60);
  expect(morning.minutes).toBeLessThan(45 / 60);
});

test('the queue is the one that is deployed', async () => {
  const script = await readFile('deploy/deploy.sh', 'utf8');
  const { secondsBetween, atOnce, backoffSeconds } = QUEUE;
  expect(script).toContain(`--max-dispatches-per-second=${1 / secondsBetween} `);
  expect(script).toContain(`--max-concurrent-dispatches=${atOnce}\n`);
  expect(script).toContain(`--min-backoff=${backoffSeconds}s `);
});

test('without a pace of their own they are refused for a while, and each notice leaves once all the same', async () => {
  const morning = await simulateProvince({
    workbooks: 24,
    accounts: 1,
    queue: 'process',
    requestsPerMinute: 100_000,
  });
  expect(morning.refused).toBeGreaterThan(0);
  expect(morning).toMatchObject({ ...ALL_SERVED, mails: 48 });
});
