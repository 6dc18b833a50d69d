// The workbook's id, written into the workbook: Google copies it with the file, so that a copy names the file it was made from.
import type { Basis } from '#core/workbook/snapshot';
import type { WriteOwnId } from '#core/workbook/write/change';
import type { SheetsRequest, sheets_v4 } from '../google-clients';
import { OWN_ID } from './metadata-keys';

/** Only what was read is deleted: nobody knows what Google says otherwise. */
export function writeOwnIdRequests(
  { replaces }: WriteOwnId,
  { spreadsheetId }: Basis,
): SheetsRequest[] {
  const dataFilter = { developerMetadataLookup: { metadataKey: OWN_ID } };
  const developerMetadata = {
    metadataKey: OWN_ID,
    metadataValue: spreadsheetId,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  return [
    ...(replaces ? [{ deleteDeveloperMetadata: { dataFilter } }] : []),
    { createDeveloperMetadata: { developerMetadata } },
  ];
}

/** Null when set-up has written none. */
export function readOwnId({ developerMetadata = [] }: sheets_v4.Schema$Spreadsheet): string | null {
  return developerMetadata.find(({ metadataKey }) => metadataKey === OWN_ID)?.metadataValue ?? null;
}
