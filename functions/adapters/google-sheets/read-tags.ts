// Reads the tags that writes leave: where the edges of each tab are tagged, and the values of leases and tags.
import type { Edges } from '#core/workbook/snapshot';
import type { SheetsClient } from '../google-clients';
import { EDGE_TAG, LEASES } from './metadata-keys';
import { edgeId } from './compare-and-swap';

/** What the workbook's metadata say at one moment. */
export interface TagsRead {
  readonly edges: ReadonlyMap<number, Edges>;
  /** Values of tags and leases: the tokens of the writes that came last. */
  readonly values: ReadonlySet<string>;
  /** Value of each lease by its id. */
  readonly leases: ReadonlyMap<number, string>;
}

export async function readTags(client: SheetsClient, spreadsheetId: string): Promise<TagsRead> {
  const keys = [EDGE_TAG, ...Object.values(LEASES).map(({ key }) => key)];
  const { data } = await client.spreadsheets.developerMetadata.search({
    spreadsheetId,
    requestBody: {
      dataFilters: keys.map((metadataKey) => ({ developerMetadataLookup: { metadataKey } })),
    },
  });
  const found = (data.matchedDeveloperMetadata ?? []).flatMap(
    ({ developerMetadata }) => developerMetadata ?? [],
  );
  const edges = new Map<number, Edges>();
  const leases = new Map<number, string>();
  for (const { metadataId, metadataKey, metadataValue, location } of found) {
    if (metadataKey !== EDGE_TAG) {
      leases.set(metadataId ?? 0, metadataValue ?? '');
      continue;
    }
    const range = location?.dimensionRange;
    const sheetId = range?.sheetId ?? 0;
    const axis = range?.dimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS';
    if (!range || metadataId !== edgeId(sheetId, axis)) continue;
    const known = edges.get(sheetId) ?? { row: null, column: null };
    const index = range.startIndex ?? 0;
    edges.set(sheetId, axis === 'ROWS' ? { ...known, row: index } : { ...known, column: index });
  }
  return { edges, leases, values: new Set(found.map(({ metadataValue }) => metadataValue ?? '')) };
}
