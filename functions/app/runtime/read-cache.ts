// A hall full of people opens the same page within minutes: what was read a moment ago is good enough to show it.
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import type { Ports } from './use-case';

export type CachedRead = (
  spreadsheetId: string,
  tabs: readonly TabKey[],
  ports: Pick<Ports, 'workbook' | 'clock'>,
) => Promise<Snapshot>;

const TTL_MS = 10_000;
/** Where tabs are is read again so much later; a page only shows, and what it writes is read for the write. */
const PLACES_MS = 3_600_000;

/** A process that serves a whole province keeps no more snapshots than this. */
const MOST = 20;

interface Held {
  readonly at: number;
  /** When the places in the snapshot were read. */
  readonly placesAt: number;
  readonly snapshot: Promise<Snapshot>;
}

/** A failed read is not kept. */
export function createReadCache(): CachedRead {
  const reads = new Map<string, Held>();
  return (spreadsheetId, tabs, { workbook, clock }) => {
    const now = clock.now().getTime();
    const held = reads.get(spreadsheetId);
    const isWithin = (since: number, most: number): boolean => now >= since && now - since < most;
    if (held && isWithin(held.at, TTL_MS)) return held.snapshot;
    const knows = held !== undefined && isWithin(held.placesAt, PLACES_MS);
    const snapshot = knows
      ? held.snapshot.then((known) => workbook.readAgain(known, tabs))
      : workbook.read(spreadsheetId, tabs);
    reads.delete(spreadsheetId);
    const [oldest = spreadsheetId] = reads.keys();
    if (reads.size >= MOST) reads.delete(oldest);
    reads.set(spreadsheetId, { at: now, placesAt: knows ? held.placesAt : now, snapshot });
    snapshot.catch(() => reads.delete(spreadsheetId));
    return snapshot;
  };
}
