// Compare-and-swap on developer metadata, for the leases and for the tags at a tab's edges: a batch in which one of them is not as
// expected is refused as a whole. Two ways, because nothing public says whether Google lets an id be used again within a batch.
import type { EdgeMove } from '#core/row-safety/edges';
import type { SwapLease } from '#core/workbook/write/change';
import type { SheetsRequest, sheets_v4 } from '../google-clients';
import { EDGE_TAG, HAS_EDGES, LEASES } from './metadata-keys';

/** `reuse`: deleted where and as it is expected, created again with the same id. `update`: altered where and as it is expected. */
export type SwapMethod = 'reuse' | 'update';

type Axis = 'ROWS' | 'COLUMNS';
type Tag = sheets_v4.Schema$DeveloperMetadata;

/** One tag. */
interface TagSwap {
  readonly metadataId: number;
  /** Null: it is not there. Otherwise where it is, or what it says. */
  readonly expected: Pick<
    sheets_v4.Schema$DeveloperMetadataLookup,
    'metadataValue' | 'metadataLocation'
  > | null;
  /** Null: it is taken away. */
  readonly wanted: Omit<Tag, 'metadataId'> | null;
}

export interface CompareAndSwapRequests {
  /** Before all other requests; of the first `checked` each reply must name a tag. */
  readonly before: readonly SheetsRequest[];
  readonly checked: number;
  /** After all other requests. */
  readonly after: readonly SheetsRequest[];
}

/** Ids are unique in a spreadsheet: two for each sheet, away from the small numbers of others and from the leases. */
export function edgeId(sheetId: number, axis: Axis): number {
  return 100_000_000 + ((sheetId * 2 + (axis === 'ROWS' ? 0 : 1)) % 2_000_000_000);
}

/** Names its sheet: a copied sheet takes its metadata along, but not the tags with their ids. */
export const hasEdgesValue = (sheetId: number): string => `#${sheetId}`;

/** `token` shows later whether the batch was carried out. */
export function compareAndSwapRequests(
  { leases, edges }: { readonly leases: readonly SwapLease[]; readonly edges: readonly EdgeMove[] },
  token: string,
  way: SwapMethod,
): CompareAndSwapRequests {
  const swaps = [...leases.map(leaseSwap), ...edges.flatMap((edge) => edgeSwaps(edge, token))];
  const notes = edges.flatMap(edgeFlagRequests);
  const isUpdated = ({ expected, wanted }: TagSwap): boolean =>
    way === 'update' && expected !== null && wanted !== null;
  const updated = swaps.filter(isUpdated);
  const others = swaps.filter((swap) => !isUpdated(swap));
  return {
    before: [
      ...updated.map((swap) =>
        update(
          filterOf(swap),
          { metadataValue: swap.wanted?.metadataValue ?? '' },
          'metadataValue',
        ),
      ),
      ...others.flatMap((swap) =>
        swap.expected ? [{ deleteDeveloperMetadata: { dataFilter: filterOf(swap) } }] : [],
      ),
    ],
    checked: updated.length,
    after: [
      ...updated.flatMap(({ metadataId, wanted }) =>
        wanted?.location?.dimensionRange
          ? [
              update(
                { developerMetadataLookup: { metadataId } },
                { location: wanted.location },
                'location',
              ),
            ]
          : [],
      ),
      ...others.flatMap(({ metadataId, wanted }) =>
        wanted ? [create({ ...wanted, metadataId })] : [],
      ),
      ...notes,
    ],
  };
}

/** Says on the sheet that its edges are tagged. */
const edgeFlagRequests = ({ sheetId, from }: EdgeMove): SheetsRequest[] =>
  from !== null
    ? []
    : [
        create({
          metadataKey: HAS_EDGES,
          metadataValue: hasEdgesValue(sheetId),
          location: { sheetId },
          visibility: 'DOCUMENT',
        }),
      ];

function leaseSwap({ lease = 'sending', from, to }: SwapLease): TagSwap {
  const { id, key } = LEASES[lease];
  return {
    metadataId: id,
    expected: from === null ? null : { metadataValue: from },
    wanted:
      to === null
        ? null
        : {
            metadataKey: key,
            metadataValue: to,
            location: { spreadsheet: true },
            visibility: 'PROJECT',
          },
  };
}

function edgeSwaps({ sheetId, from, to }: EdgeMove, token: string): TagSwap[] {
  const swap = (dimension: Axis, before: number | null, after: number): TagSwap => {
    const at = (startIndex: number): sheets_v4.Schema$DeveloperMetadataLocation => ({
      dimensionRange: { sheetId, dimension, startIndex, endIndex: startIndex + 1 },
    });
    return {
      metadataId: edgeId(sheetId, dimension),
      expected: before === null ? null : { metadataLocation: at(before) },
      wanted: {
        metadataKey: EDGE_TAG,
        metadataValue: token,
        location: at(after),
        visibility: 'DOCUMENT',
      },
    };
  };
  return [
    swap('ROWS', from?.row ?? null, to.row),
    swap('COLUMNS', from?.column ?? null, to.column),
  ];
}

function filterOf({ metadataId, expected }: TagSwap): sheets_v4.Schema$DataFilter {
  return {
    developerMetadataLookup: {
      metadataId,
      ...expected,
      ...(expected?.metadataLocation && { locationMatchingStrategy: 'EXACT_LOCATION' }),
    },
  };
}

const create = (developerMetadata: Tag): SheetsRequest => ({
  createDeveloperMetadata: { developerMetadata },
});

const update = (
  dataFilter: sheets_v4.Schema$DataFilter,
  developerMetadata: Tag,
  fields: string,
): SheetsRequest => ({
  updateDeveloperMetadata: { dataFilters: [dataFilter], developerMetadata, fields },
});
