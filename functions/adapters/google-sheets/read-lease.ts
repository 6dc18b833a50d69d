import type { LeaseName } from '#core/workbook/write/change';
import type { SheetsClient } from '../google-clients';
import { readGoogleError } from './google-error';
import { LEASES } from './metadata-keys';

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
