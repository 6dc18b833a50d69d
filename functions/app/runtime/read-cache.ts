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

/** A failed read is not kept. */
export function createReadCache(): CachedRead {
  const reads = new Map<string, { readonly at: number; readonly snapshot: Promise<Snapshot> }>();
  return (spreadsheetId, tabs, { workbook, clock }) => {
    const now = clock.now().getTime();
    const known = reads.get(spreadsheetId);
    if (known && now >= known.at && now - known.at < TTL_MS) return known.snapshot;
    const snapshot = workbook.read(spreadsheetId, tabs);
    reads.set(spreadsheetId, { at: now, snapshot });
    snapshot.catch(() => reads.delete(spreadsheetId));
    return snapshot;
  };
}
