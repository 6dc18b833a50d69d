// The cells of a tab that may be a clerk's own.
import { fillMergedDown, type MergedCells } from '#core/import/fill-merged';
import { gridOf, rowsOf } from '#core/workbook/cell-grid';
import type { CellGrid } from '#core/workbook/table';
import type { SheetsClient } from '../google-clients';
import { quoteTitle, readValues } from './read-snapshot';

export async function readAnyTab(
  client: SheetsClient,
  spreadsheetId: string,
  title: string,
): Promise<CellGrid> {
  const ranges = [quoteTitle(title)];
  const fields = 'sheets(properties(title),merges)';
  const [{ data }, [grid]] = await Promise.all([
    client.spreadsheets.get({ spreadsheetId, ranges, fields }),
    readValues(client, spreadsheetId, ranges),
  ]);
  if (!grid) return { height: 0, columns: [] };
  const sheet = data.sheets?.find(({ properties }) => properties?.title === title);
  const merges = (sheet?.merges ?? []).map((range): MergedCells => ({
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? 0,
  }));
  return merges.length === 0 ? grid : gridOf(fillMergedDown(rowsOf(grid), merges));
}
