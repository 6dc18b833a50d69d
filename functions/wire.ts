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
  const logger = overrides.logger ?? jsonLogger();
  const { workbooks } = overrides;
  let work: Promise<Work> | undefined;
  const ready = (): Promise<Work> =>
    (work ??= import('./work').then(({ startWork }) =>
      startWork({ config, clock, logger, workbooks }),
    ));
  return {
    identity: googleIdentity({
      ...config,
      // Without a registry the environment names them all, and a token is refused before the work is loaded.
      ...(config.registryId !== null && {
        moreAudiences: async () => (await ready()).moreAudiences(),
      }),
    }),
    schedulers: config.schedulers,
    logger,
    run: async (name, request, caller) => (await ready()).run(name, request, caller),
    runScheduled: async (name, id, caller) => (await ready()).runScheduled(name, id, caller),
    dispatch: async () => (await ready()).dispatch(),
    page: async (name, request) => (await ready()).page(name, request),
    milliseconds: () => performance.now(),
  };
}
