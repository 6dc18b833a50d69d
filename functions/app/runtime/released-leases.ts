import type { LeaseName, SwapLease } from '#core/workbook/write/change';
import type { Ports } from './use-case';

/** Leases that came with a copy belong to somebody at work in the other file: what releases those that are held. */
export async function releasedLeases(
  spreadsheetId: string,
  names: readonly LeaseName[],
  { workbook }: Pick<Ports, 'workbook'>,
): Promise<SwapLease[]> {
  const held = await Promise.all(
    names.map(async (lease) => ({ lease, from: await workbook.readLease(spreadsheetId, lease) })),
  );
  return held.flatMap(({ lease, from }) =>
    from === null ? [] : [{ kind: 'moveLease', lease, from, to: null }],
  );
}
