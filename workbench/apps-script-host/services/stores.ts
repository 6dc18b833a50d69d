/** Services whose state all executions share: properties, cache and locks. */
import type { Emulate } from '../emulate';
import type { HostCalls, PropertyScope } from '../protocol';

export function createPropertiesService(emulate: Emulate, host: HostCalls): object {
  const properties = (scope: PropertyScope) => () => createProperties(emulate, host, scope);
  return emulate('PropertiesService', {
    getScriptProperties: properties('script'),
    getUserProperties: properties('user'),
    getDocumentProperties: properties('document'),
  });
}

function createProperties(emulate: Emulate, host: HostCalls, scope: PropertyScope): object {
  const read = () => host.readProperties(scope);
  const change = (changes: Record<string, string | null>): object => {
    host.changeProperties({ scope, changes });
    return self;
  };
  const self = emulate('Properties', {
    getProperty: (key: string) => read()[key] ?? null,
    getProperties: read,
    getKeys: () => Object.keys(read()),
    setProperty: (key: string, value: unknown) => change({ [key]: String(value) }),
    setProperties: (values: Readonly<Record<string, unknown>>) =>
      change(
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
      ),
    deleteProperty: (key: string) => change({ [key]: null }),
    deleteAllProperties: () =>
      change(Object.fromEntries(Object.keys(read()).map((key) => [key, null]))),
  });
  return self;
}

const DEFAULT_CACHE_SECONDS = 600;

export function createCacheService(emulate: Emulate, host: HostCalls): object {
  const cache = (scope: PropertyScope) => () =>
    emulate('Cache', {
      get: (key: string) => host.readCache({ scope, key }),
      put: (key: string, value: string, seconds = DEFAULT_CACHE_SECONDS) =>
        host.changeCache({ scope, key, value, seconds }),
      remove: (key: string) => host.changeCache({ scope, key, value: null, seconds: 0 }),
    });
  return emulate('CacheService', {
    getScriptCache: cache('script'),
    getUserCache: cache('user'),
    getDocumentCache: cache('document'),
  });
}

export function createLockService(emulate: Emulate, host: HostCalls): object {
  const lock = (scope: PropertyScope) => () => createLock(emulate, host, scope);
  return emulate('LockService', {
    getScriptLock: lock('script'),
    getUserLock: lock('user'),
    getDocumentLock: lock('document'),
  });
}

function createLock(emulate: Emulate, host: HostCalls, scope: PropertyScope): object {
  let held = false;
  const acquire = (milliseconds: number): boolean => {
    held ||= host.acquireLock({ scope, milliseconds });
    return held;
  };
  return emulate('Lock', {
    tryLock: acquire,
    waitLock(milliseconds: number) {
      if (acquire(milliseconds)) return;
      throw new Error(
        'Lock timeout: another process was holding the lock for too long. Try again later.',
      );
    },
    hasLock: () => held,
    releaseLock() {
      if (held) host.releaseLock(scope);
      held = false;
    },
  });
}
