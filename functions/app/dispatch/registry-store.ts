// The registry between calls: read at most once a minute, and written without a second read.
import { noteWorkbooks, type WorkbookNote } from '#core/registry/change-registry';
import { readRegistry, type Registry } from '#core/registry/registry';
import { overlay } from '#core/row-safety/overlay';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { isTransient, retry } from '../runtime/retry';
import type { Ports } from '../runtime/use-case';
import { writeWithRetry } from '../runtime/write-with-retry';

export interface RegistryStore {
  /** As it was last read; null: not yet. */
  known(): Registry | null;
  /** As it was at most a minute ago; while Google refuses, at most ten minutes ago. */
  current(): Promise<Registry>;
  /** As it is now, with the registry's time zone. */
  latest(): Promise<{ readonly registry: Registry; readonly timeZone: string }>;
  /** Writes what is noted; workbooks that have no row any more are left out. */
  note(notes: readonly WorkbookNote[]): Promise<void>;
}

const FRESH_MS = 60_000;
const USABLE_MS = 600_000;

type StorePorts = Pick<Ports, 'workbook' | 'clock' | 'pause'>;

interface Held {
  readonly at: number;
  readonly snapshot: Snapshot;
  readonly registry: Registry;
}

export function createRegistryStore(registryId: string, ports: StorePorts): RegistryStore {
  const { workbook, clock } = ports;
  let held: Held | null = null;
  let reading: Promise<Held> | null = null;

  function keep(snapshot: Snapshot, at: number): Held {
    return (held = { at, snapshot, registry: readRegistry(snapshot) });
  }
  async function readNow(): Promise<Held> {
    const at = clock.now().getTime();
    const snapshot = await workbook.read(registryId, REGISTRY_TAB_KEYS);
    if (!snapshot.tables.workbooks) throw new AppError('registryIncomplete');
    return keep(snapshot, at);
  }
  /** Calls at the same moment share one read. */
  const read = (): Promise<Held> =>
    (reading ??= readNow().finally(() => {
      reading = null;
    }));
  async function recent(): Promise<Held> {
    const age = held === null ? Infinity : clock.now().getTime() - held.at;
    if (held !== null && age >= 0 && age < FRESH_MS) return held;
    try {
      return await read();
    } catch (error) {
      if (held === null || age >= USABLE_MS || !isTransient(error)) throw error;
      return held;
    }
  }

  return {
    known: () => held?.registry ?? null,
    current: async () => (await recent()).registry,
    async latest() {
      const { snapshot, registry } = await retry(read, ports);
      return { registry, timeZone: snapshot.timeZone === '' ? 'UTC' : snapshot.timeZone };
    },
    async note(notes) {
      const { snapshot } = await recent();
      await writeWithRetry(
        snapshot,
        {
          reread: async () => (await retry(read, ports)).snapshot,
          decide: (now) => ({ changes: noteWorkbooks(now, notes), result: undefined }),
          async apply(basis, changes) {
            await retry(() => workbook.apply(basis, changes), ports);
            // The next write is decided from this one: nothing is read in between.
            const at = held?.at ?? 0;
            keep(overlay(held?.snapshot ?? snapshot, changes), at);
          },
        },
        ports,
      );
    },
  };
}
