// The cells of a report: heading, the line that leads to the charts, header and rows, with their formats.
import { isTableRow } from '#core/report/fit-report';
import type { ReportColumnKind, WriteReport } from '#core/workbook/write/change';
import { identityOf } from '#core/report/place-report-rows';
import type { Cell } from '#core/workbook/table';
import type { CellData, SheetsRequest, sheets_v4 } from '../../google-clients';
import { numberFormatOf, toCellData, toColor } from '../cell-data';
import { linkFormat } from '../write-cells';
import { formFormat, LINES } from './write-form';

const FIELDS = 'userEnteredValue,userEnteredFormat';

/** Only the report's own columns are written; what a clerk keeps between and beside them stays. */
export function cellRequests(change: WriteReport): SheetsRequest[] {
  const { sheetId, sheet, layout } = change;
  const [header, ...rows] = tableRows(change);
  return [
    headingRequest(change),
    ...runsOf(layout.columns).map(({ first, end, position }): SheetsRequest => ({
      updateCells: {
        start: { sheetId, rowIndex: layout.headerRow, columnIndex: position },
        rows: [header ?? [], ...rows].map((cells) => ({ values: cells.slice(first, end) })),
        fields: FIELDS,
      },
    })),
    ...emptyRequests(change, new Set(identityOf(sheet))),
  ];
}

function headingRequest({ sheetId, sheet, layout }: WriteReport): SheetsRequest {
  const [first, ...others] = sheet.heading.map((line) => [toCellData(line), line] as const);
  const lines: CellData[] = [
    ...(first ? [{ ...first[0], userEnteredFormat: TITLE }] : []),
    ...others.map(([cell]) => ({ ...cell, userEnteredFormat: REMARK })),
    layout.chartNote === '' ? {} : chartNote(sheetId, layout),
  ];
  return {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: Math.min(...layout.columns) },
      rows: lines.map((cell) => ({ values: [cell] })),
      fields: FIELDS,
    },
  };
}

function chartNote(sheetId: number, { chartNote: note, charts }: WriteReport['layout']): CellData {
  const uri = `#gid=${sheetId}&range=A${(charts[0]?.row ?? 0) + 1}`;
  return { ...toCellData(note), userEnteredFormat: { textFormat: linkFormat(uri) } };
}

/** The header first. */
function tableRows({ sheet }: WriteReport): CellData[][] {
  const framed = sheet.form ? { borders: LINES } : {};
  const header = sheet.columns.map((column) => ({
    ...toCellData(column.label),
    userEnteredFormat: { ...HEADER, ...framed },
  }));
  const bold = new Set(sheet.boldRows);
  const links = new Map(
    sheet.links?.map(({ row, column, target }) => [`${row}|${column}`, target]),
  );
  const rows = sheet.rows.map((row, index) =>
    sheet.columns.map(({ kind }, position): CellData => {
      const cell = row[position] ?? null;
      const isBold = bold.has(index);
      // The closing lines of a form are below its lines, not part of them.
      const isLined = sheet.form !== undefined && (isBold || isTableRow(row));
      const format = isLined ? formFormat(isBold) : listFormat(isBold, isTableRow(row));
      const target = links.get(`${index}|${position}`);
      const userEnteredFormat = {
        ...numberFormatOf(kind),
        ...alignment(kind, cell),
        ...format,
        ...(target !== undefined && { textFormat: linkFormat(target) }),
      };
      return { ...toCellData(cell), userEnteredFormat };
    }),
  );
  return [header, ...rows];
}

/** Numbers, and words in place of a number, to the right; words in a column of days are words. */
function alignment(kind: ReportColumnKind, cell: Cell): sheets_v4.Schema$CellFormat {
  const isWord = typeof cell === 'string' && (kind === 'day' || kind === 'time');
  return kind === 'text' || isWord ? {} : { horizontalAlignment: 'RIGHT' };
}

/** A line that is alone in its row runs on over the empty cells beside it. */
function listFormat(isBold: boolean, wraps: boolean): sheets_v4.Schema$CellFormat {
  return {
    ...(isBold && { textFormat: { bold: true } }),
    ...(wraps && { wrapStrategy: 'WRAP', verticalAlignment: 'MIDDLE' }),
  };
}

/** Of a row that left the report only its name is kept, beside what the clerk wrote about it. */
function emptyRequests(
  { sheetId, layout }: WriteReport,
  identity: ReadonlySet<number>,
): SheetsRequest[] {
  const columns = layout.columns.filter((_, column) => !identity.has(column));
  return layout.emptiedRows.flatMap((row) =>
    runsOf(columns).map(({ first, end, position }): SheetsRequest => {
      const rows = { startRowIndex: row, endRowIndex: row + 1 };
      const range = { startColumnIndex: position, endColumnIndex: position + end - first };
      return {
        repeatCell: { range: { sheetId, ...rows, ...range }, cell: {}, fields: 'userEnteredValue' },
      };
    }),
  );
}

interface Run {
  /** Among the report's columns, `end` exclusive. */
  readonly first: number;
  readonly end: number;
  /** Of the first on the tab. */
  readonly position: number;
}

/** Stretches of columns that are side by side on the tab. */
export function runsOf(columns: readonly number[]): Run[] {
  const runs: Run[] = [];
  columns.forEach((position, column) => {
    const last = runs.at(-1);
    if (last && last.position + last.end - last.first === position)
      runs[runs.length - 1] = { ...last, end: column + 1 };
    else runs.push({ first: column, end: column + 1, position });
  });
  return runs;
}

const TITLE: sheets_v4.Schema$CellFormat = {
  ...numberFormatOf('text'),
  textFormat: { bold: true, fontSize: 14 },
};

const REMARK: sheets_v4.Schema$CellFormat = {
  ...numberFormatOf('text'),
  textFormat: { foregroundColorStyle: { rgbColor: toColor('#5f6368') } },
};

const HEADER: sheets_v4.Schema$CellFormat = {
  textFormat: { bold: true },
  backgroundColorStyle: { rgbColor: toColor('#e8eaed') },
  wrapStrategy: 'WRAP',
  verticalAlignment: 'MIDDLE',
};
