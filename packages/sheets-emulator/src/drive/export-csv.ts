/** The first sheet as comma- or tab-separated text, as shown, lines ending in CRLF. */
import { gridSize } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { readValues } from '../values/read-values';
import { FORMATTED } from '../values/render-value';

export function exportDelimited(spreadsheet: Spreadsheet, delimiter: ',' | '\t'): string {
  const [sheet] = spreadsheet.sheets;
  if (sheet === undefined) return '';
  const { rowCount, columnCount } = gridSize(sheet);
  const area = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
  const rows = readValues(sheet, area, 'ROWS', FORMATTED).map((row) => row.map(String));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows
    .map((row) => Array.from({ length: width }, (_, index) => quote(row[index] ?? '', delimiter)))
    .map((row) => row.join(delimiter))
    .join('\r\n');
}

function quote(field: string, delimiter: string): string {
  const needsQuotes = field.includes(delimiter) || /["\r\n]/.test(field);
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}
