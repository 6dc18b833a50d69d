/** Makes an object of Apps Script that has what is listed and complains about everything else. */

export type Members = Readonly<Record<string, unknown>>;
export type Emulate = (name: string, members: Members) => object;

/**
 * A member that fails throws an error of the script's own realm, so that `error instanceof Error`
 * holds in the script; Google calls such errors "Exception".
 */
export function createEmulator(ScriptError: ErrorConstructor): Emulate {
  const raise = (message: string): never => {
    throw Object.assign(new ScriptError(message), { name: 'Exception' });
  };
  const guarded =
    (member: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): unknown => {
      try {
        return member(...args);
      } catch (error) {
        if (error instanceof ScriptError) throw error;
        return raise(error instanceof Error ? error.message : String(error));
      }
    };
  return (name, members) =>
    new Proxy(members, {
      get(target, key) {
        // A promise asks every value for `then`, JSON for `toJSON`: that is no use of the service.
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
        if (!Object.hasOwn(target, key)) {
          return key === 'toString' ? () => name : raise(`not emulated: ${name}.${key}`);
        }
        const member = target[key];
        return isFunction(member) ? guarded(member) : member;
      },
      set: (_target, key) => raise(`not emulated: setting ${name}.${String(key)}`),
    });
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}
