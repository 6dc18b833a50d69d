import type { Basis } from '#core/workbook/snapshot';
import type { SheetsRequest } from '../google-clients';

/** Gives a sheet's metadata these values by key; null takes one away. Only what was read is deleted: nobody knows what Google says otherwise. */
export function replaceMetadata(
  { places }: Basis,
  sheetId: number,
  values: Readonly<Record<string, string | null>>,
): SheetsRequest[] {
  const known = places.find((place) => place.sheetId === sheetId)?.metadataKeys ?? [];
  return Object.entries(values).flatMap(([metadataKey, metadataValue]): SheetsRequest[] => {
    const location = { sheetId };
    const dataFilter = { developerMetadataLookup: { metadataKey, metadataLocation: location } };
    const developerMetadata = { metadataKey, metadataValue, location, visibility: 'DOCUMENT' };
    return [
      ...(known.includes(metadataKey) ? [{ deleteDeveloperMetadata: { dataFilter } }] : []),
      ...(metadataValue === null ? [] : [{ createDeveloperMetadata: { developerMetadata } }]),
    ];
  });
}
