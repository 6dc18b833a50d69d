import type { Google } from '../../../scripts/provision/steps';

class Killed extends Error {}

const WRITES = new Set([
  'create',
  'copy',
  'setProperties',
  'share',
  'raise',
  'setUp',
  'addClerks',
  'replace',
  'enter',
]);

/** These ports, of which a process was killed right after its nth write was carried out, before it knew. */
export function killedAfter(count: number, ports: Google): { google: Google; writes: string[] } {
  const writes: string[] = [];
  const killing = <Port extends object>(part: string, port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || !WRITES.has(String(name))) return method;
        return async (...args: unknown[]): Promise<unknown> => {
          const result: unknown = await Reflect.apply(method, target, args);
          writes.push(`${part}.${String(name)}`);
          if (writes.length === count) throw new Killed();
          return result;
        };
      },
    });
  return {
    writes,
    google: {
      drive: killing('drive', ports.drive),
      workbook: killing('workbook', ports.workbook),
      script: killing('script', ports.script),
      registry: killing('registry', ports.registry),
    },
  };
}
