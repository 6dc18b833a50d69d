// The lease as developer metadata with one fixed id: creating it while it exists is refused, and with it the whole batch.
import type { MoveLease } from '#core/workbook/change';
import type { SheetsClient, SheetsRequest } from '../google-clients';
import { readGoogleError } from './google-error';
import { LEASE_ID, LEASE_KEY } from './marks';

/** Delete by old value, create with the new one: if somebody else changed the value, nothing is deleted and the creation is refused. */
export function moveLeaseRequests({ from, to }: MoveLease): SheetsRequest[] {
  const dataFilter = {
    developerMetadataLookup: { metadataId: LEASE_ID, metadataValue: from ?? '' },
  };
  const location = { spreadsheet: true };
  const developerMetadata = {
    metadataId: LEASE_ID,
    metadataKey: LEASE_KEY,
    metadataValue: to ?? '',
    location,
    visibility: 'PROJECT',
  };
  return [
    ...(from !== null ? [{ deleteDeveloperMetadata: { dataFilter } }] : []),
    ...(to !== null ? [{ createDeveloperMetadata: { developerMetadata } }] : []),
  ];
}

export function isLeaseRefusal(error: unknown): boolean {
  const google = readGoogleError(error);
  return (
    google?.status === 400 &&
    google.message.includes('developer metadata with that ID already exists')
  );
}

/** The lease's present value; null when nobody holds it. */
export async function readLease(
  client: SheetsClient,
  spreadsheetId: string,
): Promise<string | null> {
  try {
    const { data } = await client.spreadsheets.developerMetadata.get({
      spreadsheetId,
      metadataId: LEASE_ID,
    });
    return data.metadataValue ?? null;
  } catch (error) {
    if (readGoogleError(error)?.status === 404) return null;
    throw error;
  }
}
