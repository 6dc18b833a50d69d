import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openSchedule } from '#workbench/clock/schedule';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function start(answers: (() => Promise<string>)[] = []) {
  const printed: string[] = [];
  const told = { calls: 0 };
  const dispatch = (): Promise<string> => {
    told.calls += 1;
    return answers.shift()?.() ?? Promise.resolve('');
  };
  return {
    printed,
    told,
    schedule: openSchedule({ dispatch, print: (text) => printed.push(text) }),
  };
}
const runPending = () => jest.advanceTimersByTimeAsync(0);

describe('the schedule', () => {
  test('calls what is due every minute, and at once when the time was set', async () => {
    const { told, schedule } = start();
    await jest.advanceTimersByTimeAsync(59_999);
    expect(told.calls).toBe(0);
    await jest.advanceTimersByTimeAsync(60_001);
    expect(told.calls).toBe(2);
    schedule.runSoon();
    await runPending();
    expect(told.calls).toBe(3);
  });

  test('never calls twice at a time, but once more when it was asked meanwhile', async () => {
    let finish: (text: string) => void = () => undefined;
    const { told, schedule } = start([() => new Promise((resolve) => (finish = resolve))]);
    for (let times = 0; times < 3; times += 1) schedule.runSoon();
    await runPending();
    expect(told.calls).toBe(1);
    finish('');
    await runPending();
    expect(told.calls).toBe(2);
  });

  test('says what was done, the same thing once, and goes on after a failure', async () => {
    const say = (text: string) => () => Promise.resolve(text);
    const failing = () => Promise.reject(new Error('no answer'));
    const { printed } = start([say('a'), say('a'), say(''), say('a'), failing, say('b')]);
    await jest.advanceTimersByTimeAsync(360_000);
    expect(printed).toEqual(['a', 'a', 'Error: no answer', 'b'].map((text) => `schedule: ${text}`));
  });

  test('is silent once it is closed', async () => {
    const { told, schedule } = start();
    schedule.close();
    schedule.runSoon();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(told.calls).toBe(0);
  });
});
