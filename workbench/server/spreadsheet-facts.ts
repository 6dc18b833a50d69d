/** What the page and the script ask about the workbook, read through the Sheets API as anybody would. */
import * as z from 'zod';
import type { SpreadsheetFacts } from '../apps-script-host/protocol';

const FIELDS =
  'spreadsheetId,properties(title,locale,timeZone),sheets.properties(sheetId,title,hidden)';

const Answer = z.object({
  spreadsheetId: z.string(),
  properties: z.object({ title: z.string(), locale: z.string(), timeZone: z.string() }),
  sheets: z.array(
    z.object({
      properties: z.object({
        // The API leaves out zeros and falses.
        sheetId: z.number().default(0),
        title: z.string(),
        hidden: z.boolean().default(false),
      }),
    }),
  ),
});

export async function readSpreadsheetFacts(
  url: string,
  spreadsheetId: string,
): Promise<SpreadsheetFacts> {
  const address = `${url}/v4/spreadsheets/${spreadsheetId}?fields=${encodeURIComponent(FIELDS)}`;
  const response = await fetch(address, { headers: { authorization: 'Bearer workbench' } });
  if (!response.ok) throw new Error(`The workbook cannot be read: HTTP ${response.status}.`);
  const { properties, sheets } = Answer.parse(await response.json());
  return { id: spreadsheetId, ...properties, sheets: sheets.map((sheet) => sheet.properties) };
}
