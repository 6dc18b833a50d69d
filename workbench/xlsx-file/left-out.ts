/** What of an opened .xlsx file has no place in the workbook: kept with the workbook until its reader has seen the list. */
import * as z from 'zod';
import { localSheetsClient } from '#functions/adapters/google-clients';

const KEY = 'lectern.left-out';
/** Metadata holds few characters; a list of more places says enough with these. */
const MAX_PLACES = 12;

const LeftOutList = z.array(z.object({ kind: z.string(), places: z.array(z.string()) }));
const Answer = z.object({ leftOut: LeftOutList });
export type LeftOut = z.infer<typeof LeftOutList>[number];

/** `rootUrl` ends in a slash. */
export async function keepLeftOut(rootUrl: string, spreadsheetId: string): Promise<void> {
  const response = await fetch(`${rootUrl}imports/${spreadsheetId}`);
  const { leftOut } = Answer.parse(await response.json());
  if (leftOut.length === 0) return;
  const list = leftOut.map(({ kind, places }) => ({
    kind,
    places: places.length > MAX_PLACES ? [...places.slice(0, MAX_PLACES), '…'] : places,
  }));
  const developerMetadata = {
    metadataKey: KEY,
    metadataValue: JSON.stringify(list),
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  await localSheetsClient(rootUrl).spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ createDeveloperMetadata: { developerMetadata } }] },
  });
}

export async function readLeftOut(rootUrl: string, spreadsheetId: string): Promise<LeftOut[]> {
  const fields = 'developerMetadata(metadataKey,metadataValue)';
  const { data } = await localSheetsClient(rootUrl).spreadsheets.get({ spreadsheetId, fields });
  const kept = data.developerMetadata?.find(({ metadataKey }) => metadataKey === KEY);
  return kept === undefined ? [] : LeftOutList.parse(JSON.parse(kept.metadataValue ?? '[]'));
}

/** The list is shown once. */
export async function forgetLeftOut(rootUrl: string, spreadsheetId: string): Promise<void> {
  const dataFilter = { developerMetadataLookup: { metadataKey: KEY } };
  await localSheetsClient(rootUrl).spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ deleteDeveloperMetadata: { dataFilter } }] },
  });
}
