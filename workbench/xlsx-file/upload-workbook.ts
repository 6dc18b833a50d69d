// An .xlsx file becomes the workbook of a new data file, through Drive's upload as every program does it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import * as z from 'zod';
import { localeOf, toLanguage, type Language } from '#core/text/language';
import { localSheetsClient, type SheetsClient } from '#functions/adapters/google-clients';
import { XLSX_TYPE } from 'sheets-emulator';
import { keepLeftOut } from './left-out';
import { refusedFile } from './refused-file';

/** Which bytes the workbook was made from: a file that was changed since is another one. */
const MARK = 'lectern.opened-file';

export interface XlsxFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Throws, with what to do, when there is no such file. */
export async function readXlsxFile(path: string): Promise<XlsxFile> {
  try {
    return { path, bytes: await readFile(path) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${path} cannot be opened: ${reason}. Check the name after --open.`, { cause });
  }
}

export interface Upload {
  /** The Sheets server's address, with a slash at its end. */
  readonly rootUrl: string;
  readonly file: XlsxFile;
  readonly language: Language;
}

/** The new spreadsheet's id. */
export async function uploadWorkbook({ rootUrl, file, language }: Upload): Promise<string> {
  const spreadsheetId = await upload(rootUrl, file);
  const developerMetadata = {
    metadataKey: MARK,
    metadataValue: fingerprint(file),
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  // The file says neither its language nor its time zone.
  const properties = { locale: localeOf(language), timeZone: 'Asia/Shanghai' };
  const requests = [
    { updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } },
    { createDeveloperMetadata: { developerMetadata } },
  ];
  const client = localSheetsClient(rootUrl);
  await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  await keepLeftOut(rootUrl, spreadsheetId);
  return spreadsheetId;
}

/** Whether the workbook was made from this very file, so that work on it goes on. */
export async function isMadeFrom(
  file: XlsxFile,
  client: SheetsClient,
  spreadsheetId: string,
): Promise<boolean> {
  const fields = 'developerMetadata(metadataKey,metadataValue)';
  const { data } = await client.spreadsheets.get({ spreadsheetId, fields });
  const mark = data.developerMetadata?.find(({ metadataKey }) => metadataKey === MARK);
  return mark?.metadataValue === fingerprint(file);
}

const fingerprint = ({ bytes }: XlsxFile): string =>
  createHash('sha256').update(bytes).digest('hex');

const BOUNDARY = 'lectern-workbook';
const Uploaded = z.object({ id: z.string() });
const Refused = z.object({
  error: z.object({
    message: z.string(),
    errors: z.array(z.object({ reason: z.string() })).default([]),
  }),
});

async function upload(rootUrl: string, { path, bytes }: XlsxFile): Promise<string> {
  const name = basename(path, extname(path));
  const metadata = JSON.stringify({ name });
  const head = `--${BOUNDARY}\r\nContent-Type: application/json\r\n\r\n${metadata}\r\n--${BOUNDARY}\r\nContent-Type: ${XLSX_TYPE}\r\n\r\n`;
  const response = await fetch(`${rootUrl}upload/drive/v3/files?uploadType=multipart`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer workbench',
      'content-type': `multipart/related; boundary=${BOUNDARY}`,
    },
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  });
  const answer: unknown = await response.json();
  if (response.ok) return Uploaded.parse(answer).id;
  const { message, errors } = Refused.parse(answer).error;
  throw new Error(
    refusedFile(path, { reason: errors[0]?.reason ?? '', message }, readerLanguage()),
  );
}

/** Of the one who typed the command: as this computer is set. */
const readerLanguage = (): Language => toLanguage(Intl.DateTimeFormat().resolvedOptions().locale);
