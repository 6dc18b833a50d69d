/** What `GET /workbench/workbook.xlsx` answers: the workbook as a file, for the page's download link, which can send no token. */
import type { ServerResponse } from 'node:http';
import type { SpreadsheetFacts } from '../apps-script-host/protocol';
import { XLSX_TYPE } from 'sheets-emulator';
import { sendBytes } from '../server/send';

/** Sends what Drive's export makes of the workbook. */
export async function sendWorkbook(
  response: ServerResponse,
  { id, title }: SpreadsheetFacts,
  url: string,
): Promise<void> {
  const address = `${url}/drive/v3/files/${id}/export?mimeType=${encodeURIComponent(XLSX_TYPE)}`;
  const exported = await fetch(address, { headers: { authorization: 'Bearer workbench' } });
  if (!exported.ok) throw new Error(`The workbook cannot be exported: HTTP ${exported.status}.`);
  sendBytes(response, Buffer.from(await exported.arrayBuffer()), {
    headers: { 'content-type': XLSX_TYPE, 'content-disposition': disposition(title) },
  });
}

/** Characters that file systems refuse are left out of the file's name. */
function disposition(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'workbook';
  const encoded = encodeURIComponent(`${name}.xlsx`).replaceAll("'", '%27');
  return `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encoded}`;
}
