// The tags at a tab's last row and column as developer metadata with fixed ids: a write deletes each where it expects it and creates it
// again, with the write's token as its value. A tag that is elsewhere is not deleted, so that its creation is refused, and with it the batch.
import type { EdgeMove } from '#core/row-safety/edges';
import type { Edges } from '#core/workbook/snapshot';
import type { SheetsClient, SheetsRequest, sheets_v4 } from '../google-clients';
import { EDGE_TAG, HAS_EDGES, LEASES } from './marks';

type Axis = 'ROWS' | 'COLUMNS';

/** Ids are unique in a spreadsheet: two for each sheet, away from the small numbers of others and from the leases. */
function tagId(sheetId: number, axis: Axis): number {
  return 100_000_000 + ((sheetId * 2 + (axis === 'ROWS' ? 0 : 1)) % 2_000_000_000);
}

const lineAt = (
  sheetId: number,
  dimension: Axis,
  index: number,
): sheets_v4.Schema$DimensionRange => ({
  sheetId,
  dimension,
  startIndex: index,
  endIndex: index + 1,
});

/** Before all other requests. */
export function takeEdgesRequests({ sheetId, from }: EdgeMove): SheetsRequest[] {
  const take = (axis: Axis, index: number | null): SheetsRequest[] =>
    index === null
      ? []
      : [
          {
            deleteDeveloperMetadata: {
              dataFilter: {
                developerMetadataLookup: {
                  metadataId: tagId(sheetId, axis),
                  metadataLocation: { dimensionRange: lineAt(sheetId, axis, index) },
                  locationMatchingStrategy: 'EXACT_LOCATION',
                },
              },
            },
          },
        ];
  return from === null ? [] : [...take('ROWS', from.row), ...take('COLUMNS', from.column)];
}

/** After all other requests. */
export function putEdgesRequests({ sheetId, from, to }: EdgeMove, token: string): SheetsRequest[] {
  const put = (axis: Axis, index: number): SheetsRequest => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: tagId(sheetId, axis),
        metadataKey: EDGE_TAG,
        metadataValue: token,
        location: { dimensionRange: lineAt(sheetId, axis, index) },
        visibility: 'DOCUMENT',
      },
    },
  });
  const note = {
    metadataKey: HAS_EDGES,
    metadataValue: hasEdgesValue(sheetId),
    location: { sheetId },
    visibility: 'DOCUMENT',
  };
  return [
    put('ROWS', to.row),
    put('COLUMNS', to.column),
    ...(from === null ? [{ createDeveloperMetadata: { developerMetadata: note } }] : []),
  ];
}

/** Names its sheet: a copied sheet takes its metadata along, but not the tags with their ids. */
export const hasEdgesValue = (sheetId: number): string => `#${sheetId}`;

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
    const axis: Axis = range?.dimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS';
    if (!range || metadataId !== tagId(sheetId, axis)) continue;
    const known = edges.get(sheetId) ?? { row: null, column: null };
    const index = range.startIndex ?? 0;
    edges.set(sheetId, axis === 'ROWS' ? { ...known, row: index } : { ...known, column: index });
  }
  return { edges, leases, values: new Set(found.map(({ metadataValue }) => metadataValue ?? '')) };
}
