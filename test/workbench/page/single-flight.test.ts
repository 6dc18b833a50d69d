import { describe, expect, it } from '@jest/globals';
import { singleFlight } from '#workbench/page/single-flight';

describe('singleFlight', () => {
  it('answers all calls during a run with one more run', async () => {
    let runs = 0;
    let finish: () => void = () => undefined;
    const call = singleFlight(() => {
      runs += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    });
    call();
    call();
    call();
    expect(runs).toBe(1);
    const first = finish;
    first();
    await until(() => finish !== first);
    finish();
    await until(() => runs === 2);
    expect(runs).toBe(2);
  });

  it('goes on after a run that failed', async () => {
    let runs = 0;
    const call = singleFlight(() => {
      runs += 1;
      return Promise.reject(new Error('unreachable'));
    });
    call();
    await until(() => runs === 1);
    call();
    await until(() => runs === 2);
    expect(runs).toBe(2);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}
