// The door of `worker`. At Google nobody checks before it who calls, so it admits the schedulers' accounts and nobody else.
import { AppError } from '../errors';
import type { Functions } from './functions';

export function schedulersOnly(functions: Functions): Functions {
  const { identity, schedulers } = functions;
  return {
    ...functions,
    identity: {
      async verify(token) {
        const caller = await identity.verify(token);
        if (!schedulers.includes(caller.email)) throw new AppError('notScheduler');
        return caller;
      },
    },
  };
}
