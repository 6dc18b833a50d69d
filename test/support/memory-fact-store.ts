import { createHash } from 'node:crypto';
import type { FactStore } from '#functions/ports/fact-store';

export interface MemoryFactStore extends FactStore {
  /** Content by name. */
  readonly files: Map<string, string>;
  /** How often it was called. */
  calls: number;
}

export function memoryFactStore(): MemoryFactStore {
  const files = new Map<string, string>();
  const store = {
    files,
    calls: 0,
    list(prefix: string) {
      store.calls += 1;
      const found = [...files].filter(([name]) => name.startsWith(prefix));
      const hash = (content: string) => createHash('md5').update(content).digest('base64');
      return Promise.resolve(new Map(found.map(([name, content]) => [name, hash(content)])));
    },
    write(name: string, content: string) {
      store.calls += 1;
      files.set(name, content);
      return Promise.resolve();
    },
    remove(name: string) {
      store.calls += 1;
      files.delete(name);
      return Promise.resolve();
    },
  };
  return store;
}
