// The lease as developer metadata with one fixed id: creating it while it exists is refused, and with it the whole batch.
import type { LeaseName, MoveLease } from '#core/workbook/change';
import type { SheetsClient, SheetsRequest } from '../google-clients';
import { readGoogleError } from './google-error';
import { LEASES } from './marks';

/** Delete by old value, create with the new one: if somebody else changed the value, nothing is deleted and the creation is refused. */
export function moveLeaseRequests({ lease = 'sending', from, to }: MoveLease): SheetsRequest[] {
  const { id: metadataId, key: metadataKey } = LEASES[lease];
  const dataFilter = { developerMetadataLookup: { metadataId, metadataValue: from ?? '' } };
  const location = { spreadsheet: true };
  const developerMetadata = {
    metadataId,
    metadataKey,
    metadataValue: to ?? '',
    location,
    visibility: 'PROJECT',
  };
  return [
    ...(from !== null ? [{ deleteDeveloperMetadata: { dataFilter } }] : []),
    ...(to !== null ? [{ createDeveloperMetadata: { developerMetadata } }] : []),
  ];
}

/** A lease's present value; null when nobody holds it. */
export async function readLease(
  client: SheetsClient,
  spreadsheetId: string,
  lease: LeaseName = 'sending',
): Promise<string | null> {
  try {
    const { data } = await client.spreadsheets.developerMetadata.get({
      spreadsheetId,
      metadataId: LEASES[lease].id,
    });
    return data.metadataValue ?? null;
  } catch (error) {
    if (readGoogleError(error)?.status === 404) return null;
    throw error;
  }
}
