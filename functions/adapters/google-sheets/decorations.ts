// Notes and backgrounds of cells: read with narrow masks, written cell by cell.
import type { DecorateCells, FlagHighlights } from '#core/workbook/write/change';
import type { CellArea, Decoration, SheetCell } from '#core/workbook/decoration';
import type { Basis } from '#core/workbook/snapshot';
import type { SheetsClient, SheetsRequest, sheets_v4 } from '../google-clients';
import { toColor, toHex } from './cell-data';
import { HAS_HIGHLIGHTS } from './metadata-keys';
import { replaceMetadata } from './replace-metadata';

/** Nothing but the notes: a format of any kind would make every cell of a tab part of the answer. */
const NOTES = 'sheets(properties.sheetId,data(startRow,startColumn,rowData.values.note))';
const NOTES_AND_BACKGROUNDS =
  'sheets(properties.sheetId,data(startRow,startColumn,rowData.values(note,userEnteredFormat.backgroundColorStyle)))';

export async function findNotes(
  client: SheetsClient,
  at: {
    readonly spreadsheetId: string;
    readonly sheetIds: readonly number[];
    readonly text: string;
  },
): Promise<SheetCell[]> {
  const ranges = at.sheetIds.map((sheetId) => ({ sheetId }));
  const noted = await readBlocks(client, at.spreadsheetId, { ranges, fields: NOTES });
  return noted.flatMap(({ sheetId, row, column, note }) =>
    note.includes(at.text) ? [{ sheetId, row, column }] : [],
  );
}

export function readDecorations(
  client: SheetsClient,
  spreadsheetId: string,
  areas: readonly CellArea[],
): Promise<Decoration[]> {
  const ranges = areas.map((area) => ({
    sheetId: area.sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  }));
  return readBlocks(client, spreadsheetId, { ranges, fields: NOTES_AND_BACKGROUNDS });
}

async function readBlocks(
  client: SheetsClient,
  spreadsheetId: string,
  { ranges, fields }: { readonly ranges: sheets_v4.Schema$GridRange[]; readonly fields: string },
): Promise<Decoration[]> {
  if (ranges.length === 0) return [];
  const { data } = await client.spreadsheets.getByDataFilter({
    spreadsheetId,
    fields,
    requestBody: { dataFilters: ranges.map((gridRange) => ({ gridRange })) },
  });
  return (data.sheets ?? []).flatMap((sheet) =>
    (sheet.data ?? []).flatMap((block) => toDecorations(sheet.properties?.sheetId ?? 0, block)),
  );
}

function toDecorations(sheetId: number, block: sheets_v4.Schema$GridData): Decoration[] {
  const found: Decoration[] = [];
  const { startRow, startColumn, rowData } = block;
  for (const [down, { values }] of (rowData ?? []).entries())
    for (const [across, cell] of (values ?? []).entries()) {
      const note = cell.note ?? '';
      const background = toBackground(cell.userEnteredFormat?.backgroundColorStyle);
      if (note === '' && background === null) continue;
      const at = { row: (startRow ?? 0) + down, column: (startColumn ?? 0) + across };
      found.push({ sheetId, ...at, note, background });
    }
  return found;
}

function toBackground(style: sheets_v4.Schema$ColorStyle | null | undefined): string | null {
  if (!style) return null;
  return style.themeColor ?? toHex(style.rgbColor ?? {});
}

function toStyle(background: string): sheets_v4.Schema$ColorStyle {
  return background.startsWith('#')
    ? { rgbColor: toColor(background) }
    : { themeColor: background };
}

/** A field of the mask that a cell lacks is emptied. */
export function decorateCellsRequests({ cells }: DecorateCells): SheetsRequest[] {
  return cells.map(({ sheetId, row, column, note, background }) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [
        {
          values: [
            {
              ...(note !== '' && { note }),
              ...(background !== null && {
                userEnteredFormat: { backgroundColorStyle: toStyle(background) },
              }),
            },
          ],
        },
      ],
      fields: 'note,userEnteredFormat.backgroundColorStyle',
    },
  }));
}

export const flagHighlightsRequests = (
  { sheetId, isHighlighted }: FlagHighlights,
  basis: Basis,
): SheetsRequest[] =>
  replaceMetadata(basis, sheetId, { [HAS_HIGHLIGHTS]: isHighlighted ? '1' : null });
