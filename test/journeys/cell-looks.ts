// Notes, backgrounds and links of cells, as a clerk would see them.
import { cellName } from '#core/workbook/cell-name';
import { localSheetsClient } from '#functions/adapters/google-clients';
import type { RunningWorkbench } from '#test/support/run-workbench';

type Workbook = Pick<RunningWorkbench, 'url' | 'spreadsheetId'>;

async function cellsOf(workbook: Workbook, range: string, fields: string) {
  const { spreadsheetId, url } = workbook;
  const { data } = await localSheetsClient(`${url}/`).spreadsheets.get({
    spreadsheetId,
    ranges: [range],
    fields: `sheets(properties(sheetId),data(rowData(values(${fields}))))`,
  });
  const [sheet] = data.sheets ?? [];
  const rows = sheet?.data?.[0]?.rowData ?? [];
  return { sheetId: sheet?.properties?.sheetId ?? -1, rows };
}

export async function sheetIdOf(workbook: Workbook, title: string): Promise<number> {
  return (await cellsOf(workbook, `'${title}'!A1`, 'note')).sheetId;
}

/** The share of red identifies the background; -1 when there is none. */
export async function decorationOf(
  workbook: Workbook,
  range: string,
): Promise<{ note: string; red: number }> {
  const fields = 'note,userEnteredFormat.backgroundColorStyle';
  const cell = (await cellsOf(workbook, range, fields)).rows[0]?.values?.[0];
  const red = cell?.userEnteredFormat?.backgroundColorStyle?.rgbColor?.red ?? -1;
  return { note: cell?.note ?? '', red };
}

export async function linkOf(workbook: Workbook, range: string): Promise<string | null> {
  return (await cellsOf(workbook, range, 'hyperlink')).rows[0]?.values?.[0]?.hyperlink ?? null;
}

/** Addresses of all cells of a tab whose note has a mark. */
export async function markedCells(workbook: Workbook, title: string): Promise<string[]> {
  const { rows } = await cellsOf(workbook, `'${title}'`, 'note');
  return rows
    .flatMap(({ values }, row) =>
      (values ?? []).flatMap(({ note }, column) =>
        note?.includes('── 讲台 Lectern ──') ? [cellName(row + 1, column)] : [],
      ),
    )
    .sort();
}

export const BLUE = { red: 0.2, green: 0.4, blue: 0.8 };

/** A note and blue for B20 of a tab. */
export const decorateB20 = (sheetId: number, note: string) => ({
  updateCells: {
    start: { sheetId, rowIndex: 19, columnIndex: 1 },
    rows: [{ values: [{ note, userEnteredFormat: { backgroundColorStyle: { rgbColor: BLUE } } }] }],
    fields: 'note,userEnteredFormat.backgroundColorStyle',
  },
});
