// Blocks of cells → updateCells requests that touch no cell which is to be left alone.
import type {
  AppendRows,
  DeleteRows,
  GrowTab,
  LinkCells,
  WriteCells,
} from '#core/workbook/write/change';
import type { RowCells } from '#core/workbook/write/write-row';
import type { SheetsRequest, sheets_v4 } from '../google-clients';
import { toCellData, toColor } from './cell-data';

/** A run of neighbouring cells of one row which are all written. */
interface Run {
  readonly start: number;
  readonly length: number;
}

export function writeCellsRequests(change: WriteCells): SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  let first = 0;
  while (first < change.rows.length) {
    const runs = runsOf(change.rows[first] ?? []);
    let end = first + 1;
    while (end < change.rows.length && sameRuns(runs, runsOf(change.rows[end] ?? []))) end += 1;
    for (const run of runs) requests.push(updateCells(change, { first, end }, run));
    first = end;
  }
  return requests;
}

export function appendRowsRequests({
  sheetId,
  firstRow,
  rows,
  isFirst,
}: AppendRows): SheetsRequest[] {
  const count = rows.length;
  if (count === 0) return [];
  const insertAt = (startIndex: number): SheetsRequest => {
    const range = { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + count };
    return { insertDimension: { range, inheritFromBefore: false } };
  };
  const rowAt = (row: number) => ({ sheetId, startRowIndex: row, endRowIndex: row + 1 });
  return [
    ...(!isFirst
      ? [insertAt(firstRow)]
      : // Drop-downs and colours begin at the first row: what is inserted before them would have none. Instead that row moves down.
        [
          insertAt(firstRow + 1),
          { copyPaste: { source: rowAt(firstRow), destination: rowAt(firstRow + count) } },
          { repeatCell: { range: rowAt(firstRow), cell: {}, fields: 'userEnteredValue' } },
        ]),
    {
      updateCells: {
        start: { sheetId, rowIndex: firstRow, columnIndex: 0 },
        rows: rows.map((row) => ({
          values: Array.from(row, (cell) => toCellData(cell ?? null)),
        })),
        fields: 'userEnteredValue',
      },
    },
  ];
}

export const deleteRowsRequests = ({ sheetId, firstRow, count }: DeleteRows): SheetsRequest[] => [
  {
    deleteDimension: {
      range: { sheetId, dimension: 'ROWS', startIndex: firstRow, endIndex: firstRow + count },
    },
  },
];

export function growTabRequests(change: GrowTab): SheetsRequest[] {
  const { sheetId, rowCount, addRows, addColumns } = change;
  const last = { sheetId, startRowIndex: rowCount - 1, endRowIndex: rowCount };
  const added = { sheetId, startRowIndex: rowCount, endRowIndex: rowCount + addRows };
  return [
    ...(addRows > 0
      ? [
          { appendDimension: { sheetId, dimension: 'ROWS', length: addRows } },
          // Of the source this takes number formats and drop-downs, and no content.
          { copyPaste: { source: last, destination: added, pasteType: 'PASTE_FORMAT' } },
        ]
      : []),
    ...(addColumns > 0
      ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: addColumns } }]
      : []),
  ];
}

/** As Google shows a link by itself. */
export const linkFormat = (uri: string): sheets_v4.Schema$TextFormat => ({
  link: { uri },
  underline: true,
  foregroundColorStyle: { rgbColor: toColor('#1155cc') },
});

/** One request for each stretch of cells that follow one another. */
export function linkCellsRequests({
  sheetId,
  firstRow,
  column,
  links,
}: LinkCells): SheetsRequest[] {
  const stretches: { row: number; links: (string | null)[] }[] = [];
  links.forEach((link, at) => {
    if (link === undefined) return;
    const last = stretches.at(-1);
    if (last && last.row + last.links.length === at) last.links.push(link);
    else stretches.push({ row: at, links: [link] });
  });
  return stretches.map(({ row, links: some }) => ({
    updateCells: {
      start: { sheetId, rowIndex: firstRow + row, columnIndex: column },
      rows: some.map((uri) => ({
        values: [uri === null ? {} : { userEnteredFormat: { textFormat: linkFormat(uri) } }],
      })),
      fields: 'userEnteredFormat.textFormat(link,underline,foregroundColorStyle)',
    },
  }));
}

function updateCells(
  change: WriteCells,
  rows: { first: number; end: number },
  run: Run,
): SheetsRequest {
  return {
    updateCells: {
      start: {
        sheetId: change.sheetId,
        rowIndex: change.firstRow + rows.first,
        columnIndex: change.firstColumn + run.start,
      },
      rows: change.rows.slice(rows.first, rows.end).map((row) => ({
        values: row
          .slice(run.start, run.start + run.length)
          .map((cell) => toCellData(cell ?? null)),
      })),
      fields: 'userEnteredValue',
    },
  };
}

function runsOf(row: RowCells): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let index = 0; index <= row.length; index += 1) {
    const written = index < row.length && row[index] !== undefined;
    if (written && start < 0) start = index;
    if (!written && start >= 0) {
      runs.push({ start, length: index - start });
      start = -1;
    }
  }
  return runs;
}

function sameRuns(left: readonly Run[], right: readonly Run[]): boolean {
  return (
    left.length === right.length &&
    left.every(
      (run, index) => run.start === right[index]?.start && run.length === right[index].length,
    )
  );
}
