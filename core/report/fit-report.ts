// A report made fit to be read in its language: columns as wide as their longest word, and a word where a list is empty.
import { text, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';

const NONE = text('无', '無', 'None');

/** Pixels of letters in the grid's ordinary size, of both sorts, with the space at both ends of a cell. */
const WIDE = 14;
const NARROW = 7.6;
/** Of the header's bold ones. */
const NARROW_BOLD = 9.4;
const PADDING = 10;
/** A column may become so many times as wide to show its cells in one line. */
const ROOMIER = 1.5;
/** A word longer than this is broken after all. */
const WIDEST = 260;

export function fitReport(sheet: ReportSheet, language: Language): ReportSheet {
  if (sheet.form) return sheet; // it has to fit a page
  const isEmpty = sheet.rows.length === 0;
  const rows = isEmpty ? [noneRow(sheet, language)] : sheet.rows;
  const columns = sheet.columns.map((column, index) => {
    const cells = rows.filter(isTableRow).map((row) => row[index]);
    const needed = [
      widthOf(longestWord(column.label), NARROW_BOLD),
      ...cells.map((cell) => widthOfCell(cell, column.width)),
    ];
    const width = needed.reduce((most, width) => Math.max(most, width), column.width);
    return { ...column, width: Math.min(width, Math.max(column.width * ROOMIER, WIDEST)) };
  });
  return { ...sheet, rows, columns };
}

/** A line with a single cell runs on over the empty ones beside it. */
export const isTableRow = (row: readonly (Cell | undefined)[]): boolean =>
  row.filter((cell) => cell !== undefined && cell !== null && cell !== '').length > 1;

function noneRow({ columns }: ReportSheet, language: Language): Cell[] {
  const column = Math.max(
    0,
    columns.findIndex(({ kind }) => kind === 'text'),
  );
  return [...Array.from<null>({ length: column }).fill(null), NONE[language]];
}

/** The whole cell in one line when a somewhat wider column can hold it, else its longest word. */
function widthOfCell(cell: Cell | undefined, width: number): number {
  if (typeof cell !== 'string') return 0;
  const whole = widthOf(cell);
  return whole <= width * ROOMIER ? whole : widthOf(longestWord(cell));
}

/** Between Chinese characters a line breaks anywhere, but two are kept together for looks. */
function longestWord(line: string): string {
  const words = line.match(/[\u0021-\u024F\u2010-\u2027]+|[\u2E80-\uFFEF]{1,2}/gu) ?? [];
  return words.reduce((most, word) => (widthOf(word) > widthOf(most) ? word : most), '');
}

function widthOf(line: string, narrow = NARROW): number {
  const wide = line.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0;
  return Math.ceil(wide * WIDE + (line.length - wide) * narrow) + PADDING;
}
