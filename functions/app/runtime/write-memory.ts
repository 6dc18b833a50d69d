// What a write knows from the one before, so that people who come one after the other do not each have the whole workbook read.
import type { Snapshot } from '#core/workbook/snapshot';

/** What the last write left: the version it gave the workbook, and where the tabs were after it. */
interface LastWrite {
  readonly version: string | null;
  readonly snapshot: Snapshot;
  /** When the places in the snapshot were read. */
  readonly placesAt: Date;
}

/** Made once for a process by those who write to one workbook again and again: they read its version and its structure once. */
export interface WriteMemory {
  /** Takes it out: only a write that succeeds puts it back. */
  take(spreadsheetId: string, now: Date): LastWrite | null;
  keep(spreadsheetId: string, last: LastWrite): void;
  /** Others write there too: what is kept would be outdated most of the time, and each write refused once. */
  rest(spreadsheetId: string, now: Date): void;
}

/** A process that serves a whole province keeps no more snapshots than this. */
const MOST = 20;

/** So long after it was overtaken a workbook is read in full for each write. */
const REST_MS = 60_000;

/** So long after the places were read everything is read again: not every change of a tab shows in its title and size. */
const PLACES_MS = 1_200_000;

export function createWriteMemory(): WriteMemory {
  const kept = new Map<string, LastWrite>();
  const rests = new Map<string, number>();
  return {
    take(spreadsheetId, now) {
      const last = kept.get(spreadsheetId) ?? null;
      kept.delete(spreadsheetId);
      if (last === null || now.getTime() - (rests.get(spreadsheetId) ?? -Infinity) < REST_MS)
        return null;
      const age = now.getTime() - last.placesAt.getTime();
      return age >= 0 && age < PLACES_MS ? last : null;
    },
    keep(spreadsheetId, last) {
      kept.delete(spreadsheetId);
      kept.set(spreadsheetId, last);
      const [oldest = spreadsheetId] = kept.keys();
      if (kept.size > MOST) kept.delete(oldest);
    },
    rest: (spreadsheetId, now) => void rests.set(spreadsheetId, now.getTime()),
  };
}
