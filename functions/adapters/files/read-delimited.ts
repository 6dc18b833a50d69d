// The text of a .csv or .txt file → rows of cells. All of them are texts: what they mean is decided where a column is known.
import type { parse } from 'csv-parse/sync';

const DELIMITERS = ['\t', ',', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** So many lines show which sign separates the cells. */
const LINES = 30;

/** Throws when a quotation mark is never closed. */
export function readDelimited(text: string, parser: typeof parse): string[][] {
  const rows: string[][] = parser(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
  return rows.map((row) => row.map(unwrapped));
}

/** The sign that is in most lines; of two the one that separates more cells. A title above the header has none or another count. */
function delimiterOf(text: string): Delimiter {
  const lines = withoutQuoted(text)
    .split(/\r\n|\r|\n/, LINES)
    .filter((line) => line.trim() !== '');
  const counted = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const lined = counts.filter((count) => count > 0).length;
    return { delimiter, lined, cells: counts.reduce((sum, count) => sum + count, 0) };
  });
  const [best] = counted.toSorted((a, b) => b.lined - a.lined || b.cells - a.cells);
  return best?.delimiter ?? ',';
}

const withoutQuoted = (text: string): string =>
  text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');

/** `="0012"` is how programs keep Excel from taking a text for a number. */
function unwrapped(cell: string): string {
  return /^="(.*)"$/s.exec(cell.trim())?.[1] ?? cell;
}
