/** What all executions of the script share while the workbench runs: properties, cache, triggers. */
import type { CacheEntry, PropertyChange, PropertyScope, TriggerFacts } from './protocol';

export interface SharedState {
  readProperties(scope: PropertyScope): Record<string, string>;
  changeProperties(change: PropertyChange): void;
  readCache(entry: { scope: PropertyScope; key: string }): string | null;
  changeCache(entry: CacheEntry): void;
  readTriggers(): readonly TriggerFacts[];
  addTrigger(functionName: string): TriggerFacts;
  removeTrigger(id: string): void;
}

export function createSharedState(scriptProperties: Readonly<Record<string, string>>): SharedState {
  const properties: Record<PropertyScope, Map<string, string>> = {
    script: new Map(Object.entries(scriptProperties)),
    user: new Map(),
    document: new Map(),
  };
  const cache = new Map<string, { value: string; until: number }>();
  const triggers = new Map<string, TriggerFacts>();
  let installed = 0;
  const cacheKey = (scope: PropertyScope, key: string): string => `${scope}/${key}`;
  return {
    readProperties: (scope) => Object.fromEntries(properties[scope]),
    changeProperties({ scope, changes }) {
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) properties[scope].delete(key);
        else properties[scope].set(key, value);
      }
    },
    readCache({ scope, key }) {
      const entry = cache.get(cacheKey(scope, key));
      return entry !== undefined && entry.until > Date.now() ? entry.value : null;
    },
    changeCache({ scope, key, value, seconds }) {
      if (value === null) cache.delete(cacheKey(scope, key));
      else cache.set(cacheKey(scope, key), { value, until: Date.now() + seconds * 1000 });
    },
    readTriggers: () => [...triggers.values()],
    addTrigger(functionName) {
      const trigger = { id: `trigger-${++installed}`, functionName };
      triggers.set(trigger.id, trigger);
      return trigger;
    },
    removeTrigger: (id) => void triggers.delete(id),
  };
}
