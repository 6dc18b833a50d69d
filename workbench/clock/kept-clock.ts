/** The workbench's clock over a restart: how far it is set ahead of the system's time, in a file beside the data. */
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { createSettableClock, type SettableClock } from './settable-clock';

/** Null: the system's own time. */
const Kept = z.strictObject({ aheadMilliseconds: z.number().nullable() });

export interface KeptClock {
  readonly clock: SettableClock;
  /** Whether the file had a time. */
  readonly wasKept: boolean;
  /** Resolves when the clock's present setting is in the file. */
  keep(): Promise<void>;
}

export async function openKeptClock(
  file: string,
  systemNow: () => Date = () => new Date(),
): Promise<KeptClock> {
  const clock = createSettableClock(systemNow);
  const kept = await readKept(file);
  const ahead = kept?.aheadMilliseconds ?? null;
  if (ahead !== null) {
    clock.set(new Date(systemNow().getTime() + ahead));
  }
  return {
    clock,
    wasKept: kept !== null,
    async keep() {
      const ahead = clock.now().getTime() - systemNow().getTime();
      const setting = { aheadMilliseconds: clock.isSet ? ahead : null };
      await writeFile(file, JSON.stringify(setting));
    },
  };
}

/** Null for a file that is not there or cannot be read: the clock starts as for a new workbook. */
async function readKept(file: string): Promise<z.infer<typeof Kept> | null> {
  const text = await readFile(file, 'utf8').catch(() => 'null');
  try {
    return Kept.nullable().parse(JSON.parse(text));
  } catch {
    return null;
  }
}
