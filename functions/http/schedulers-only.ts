// The door of `worker`. At Google nobody checks before it who calls, so it admits the schedulers' accounts and nobody else. What is due
// is answered there as a queue needs it.
import { isScheduled } from '#core/contract/functions';
import { AppError } from '../errors';
import type { Functions, Runner } from './functions';

export function schedulersOnly(functions: Functions): Functions {
  const { identity, schedulers, runScheduled } = functions;
  const run = ((name, request, caller) =>
    isScheduled(name)
      ? runScheduled(name, request.spreadsheetId, caller)
      : functions.run(name, request, caller)) as Runner; // runScheduled answers what this function does
  return {
    ...functions,
    run,
    identity: {
      async verify(token) {
        const caller = await identity.verify(token);
        if (!schedulers.includes(caller.email)) throw new AppError('notScheduler');
        return caller;
      },
    },
  };
}
