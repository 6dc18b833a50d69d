// The composition root: configuration → doors, and behind them the work, which is loaded for the first call that is let in.
import { googleIdentity } from './adapters/identity/google-identity';
import { jsonLogger } from './adapters/system/json-logger';
import { systemClock } from './adapters/system/system-clock';
import type { RegisteredWorkbooks } from './app/runtime/use-case';
import type { Config } from './config';
import type { Functions } from './http/functions';
import type { Clock } from './ports/clock';
import type { Logger } from './ports/logger';
import type { Work } from './work';

/** What the local workbench puts in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** In place of those that the configuration names. */
  readonly workbooks?: RegisteredWorkbooks;
}

export function wire(config: Config, overrides: Overrides = {}): Functions {
  const clock = overrides.clock ?? systemClock;
  let work: Promise<Work> | undefined;
  const ready = (): Promise<Work> =>
    (work ??= import('./work').then(({ startWork }) =>
      startWork(config, clock, overrides.workbooks),
    ));
  return {
    identity: googleIdentity(config),
    schedulers: config.schedulers,
    logger: overrides.logger ?? jsonLogger(),
    run: async (name, request, caller) => (await ready()).run(name, request, caller),
    page: async (name, request) => (await ready()).page(name, request),
    milliseconds: () => performance.now(),
  };
}
