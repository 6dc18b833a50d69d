// The moment a sample is set in, kept in its workbook: the next session is planned then, whatever day it really is.
import type { SheetsClient } from '#functions/adapters/google-clients';

const MARK = 'lectern.sample-time';

/** Monday morning of the week in which the district's eleventh session is announced. */
export const DISTRICT_TIME = '2026-11-23T09:00:00+08:00';

export async function writeSampleTime(
  client: SheetsClient,
  spreadsheetId: string,
  time: string,
): Promise<void> {
  const developerMetadata = {
    metadataKey: MARK,
    metadataValue: time,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  const requests = [{ createDeveloperMetadata: { developerMetadata } }];
  await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}

/** Null for a workbook that is set in the present. */
export async function readSampleTime(
  client: SheetsClient,
  spreadsheetId: string,
): Promise<Date | null> {
  const { data } = await client.spreadsheets.get({
    spreadsheetId,
    fields: 'developerMetadata(metadataKey,metadataValue)',
  });
  const time = data.developerMetadata?.find(
    ({ metadataKey }) => metadataKey === MARK,
  )?.metadataValue;
  return time ? new Date(time) : null;
}
