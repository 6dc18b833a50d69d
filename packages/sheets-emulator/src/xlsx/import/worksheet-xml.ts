/**
 * A sheet's XML as the library can read it. The library takes an empty shared text for the first one, an ISO date for
 * text, and every row at its full width; a million formatted rows or a cell in the last corner would be too much for it.
 */
import { columnLetters, columnNumber } from '../../a1/column-letters';
import { isoSerial, type IsoKind } from './iso-date';

/** Rows from `start` to before `end` are as the row `like` is. */
export interface RepeatedRows {
  readonly start: number;
  end: number;
  readonly like: number;
}

export interface WorksheetXml {
  /** Everything but the cells; together with them unless those are far apart. */
  readonly rest: string;
  /** The cells by themselves, moved together; undefined when they are where they belong. */
  readonly cells: string | undefined;
  /** Where the rows and columns of `cells` belong. */
  readonly rowAt: readonly number[];
  readonly columnAt: readonly number[];
  readonly repeats: readonly RepeatedRows[];
  /** Cells, by `row,column`, that were dates in ISO form and are serial numbers now. */
  readonly isoDates: ReadonlyMap<string, IsoKind>;
}

/** The library keeps a sheet as a rectangle of at most this many cells. */
const MAX_RECTANGLE = 20_000_000;
const MAX_COLUMNS = 16_384;

/** How many different rows may take turns, as in a list with stripes. */
const MAX_PATTERNS = 4;

/** A row that only says how its cells look. */
interface Pattern {
  readonly row: number;
  /** The text between the places of its own number. */
  readonly pieces: readonly string[];
}

interface Row {
  readonly number: number;
  text: string;
}

export class TooManyCells extends Error {}

export function worksheetXml(source: string): WorksheetXml {
  const xml = source.includes('rPh') ? withoutReadings(source) : source;
  const data = /<(?:[\w.-]+:)?sheetData\s*>/.exec(xml);
  const end = data === null ? -1 : xml.indexOf(`</${data[0].slice(1, -1).trimEnd()}`, data.index);
  if (data === null || end < 0) return { ...NOTHING, rest: xml };
  const start = data.index + data[0].length;
  const scan = scanRows(xml, { start, end, prefix: /^<(.*:)?/.exec(data[0])?.[1] ?? '' });
  const { rows, repeats, isoDates } = scan;
  const [head, tail] = [xml.slice(0, start), xml.slice(end)];
  const columns = columnCount(rows);
  if ((rows.at(-1)?.number ?? 0) * columns <= MAX_RECTANGLE) {
    const rest = head + rows.map(({ text }) => text).join('') + tail;
    return { ...NOTHING, rest, repeats, isoDates };
  }
  const { texts, columnAt } = movedTogether(rows);
  if (rows.length * columnAt.length > MAX_RECTANGLE) throw new TooManyCells();
  return {
    rest: head + tail,
    cells: head + texts.join('') + tail.slice(0, tail.indexOf('>') + 1) + rootEnd(xml),
    rowAt: rows.map(({ number }) => number - 1),
    columnAt,
    repeats,
    isoDates,
  };
}

const NOTHING: Omit<WorksheetXml, 'rest'> = {
  cells: undefined,
  rowAt: [],
  columnAt: [],
  repeats: [],
  isoDates: new Map(),
};

/** How Japanese names are read is a text beside the text; the library would put it behind. */
const withoutReadings = (xml: string): string =>
  xml.replace(/<((?:[\w.-]+:)?rPh)\b[^>]*>[\s\S]*?<\/\1>/g, '');

const rootEnd = (xml: string): string => /<\/[\w.:-]+>\s*$/.exec(xml)?.[0] ?? '</worksheet>';

interface Section {
  readonly start: number;
  readonly end: number;
  /** Of element names, with its colon. */
  readonly prefix: string;
}

function scanRows(xml: string, { start, end, prefix }: Section) {
  const rows: Row[] = [];
  const repeats: RepeatedRows[] = [];
  const isoDates = new Map<string, IsoKind>();
  const opening = new RegExp(`<${prefix}row(?=[\\s/>])`, 'y');
  const closing = `</${prefix}row>`;
  let patterns: Pattern[] = [];
  let number = 0;
  for (let at = start; at < end;) {
    const repeat = findRepeat(xml, at, { patterns, number: number + 1 });
    if (repeat !== undefined) {
      addRepeat(repeats, number, repeat.like);
      at = repeat.end;
      number++;
      continue;
    }
    opening.lastIndex = at;
    if (!opening.test(xml)) {
      const next = xml.indexOf(`<${prefix}row`, at + 1);
      at = next < 0 ? end : next;
      continue;
    }
    const stop = rowEnd(xml, at, closing);
    const text = xml.slice(at, stop);
    const own = /^[^>]*?\sr=["'](\d+)["']/.exec(text)?.[1];
    number = own === undefined ? number + 1 : Number(own);
    const row = { number, text: own === undefined ? numbered(text, number) : text };
    if (/\st=["'][sd]["']/.test(text)) row.text = helpedCells(row, isoDates);
    rows.push(row);
    if (!HOLDS.test(text)) {
      const pieces = text.split(new RegExp(`(?<=\\sr=["'][A-Z]*)${number}(?=["'])`));
      patterns = [{ row: number - 1, pieces }, ...patterns].slice(0, MAX_PATTERNS);
    }
    at = stop;
  }
  return { rows, repeats, isoDates };
}

/** Where the row ends that is like an earlier one but for its number. */
function findRepeat(
  xml: string,
  start: number,
  { patterns, number }: { readonly patterns: readonly Pattern[]; readonly number: number },
): { end: number; like: number } | undefined {
  const digits = String(number);
  for (const { pieces, row } of patterns) {
    const end = endOf(xml, start, pieces, digits);
    if (end !== undefined) return { end, like: row };
  }
  return undefined;
}

/** Where the pieces end, with the digits between them; undefined when something else is there. */
function endOf(
  xml: string,
  start: number,
  pieces: readonly string[],
  digits: string,
): number | undefined {
  let at = start;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    if (index > 0) {
      if (!xml.startsWith(digits, at)) return undefined;
      at += digits.length;
    }
    if (!xml.startsWith(piece, at)) return undefined;
    at += piece.length;
  }
  return at;
}

/** A value, a formula or a text of its own. */
const HOLDS = /<(?:[\w.-]+:)?(?:v|f|is)[\s/>]/;

function rowEnd(xml: string, at: number, closing: string): number {
  const tagEnd = xml.indexOf('>', at);
  if (tagEnd < 0) return xml.length;
  if (xml[tagEnd - 1] === '/') return tagEnd + 1;
  const end = xml.indexOf(closing, tagEnd);
  return end < 0 ? xml.length : end + closing.length;
}

function addRepeat(repeats: RepeatedRows[], row: number, like: number): void {
  const last = repeats.at(-1);
  if (last?.like === like && last.end === row) last.end = row + 1;
  else repeats.push({ start: row, end: row + 1, like });
}

/** Rows before it may be gone, so a row without a number gets its own. */
const numbered = (text: string, number: number): string =>
  text.replace(/^<(?:[\w.-]+:)?row/, (tag) => `${tag} r="${number}"`);

const CELLS = /<((?:[\w.-]+:)?c)(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/\1>)/g;

function helpedCells({ text, number }: Row, isoDates: Map<string, IsoKind>): string {
  let column = -1;
  let helped = '';
  let end = 0;
  for (const match of text.matchAll(CELLS)) {
    const [whole, name = '', attributes = '', inside = ''] = match;
    const letters = /\sr=["']([A-Z]+)/i.exec(attributes)?.[1];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    const cell = helpedCell({ whole, name, attributes, inside });
    if (cell.iso !== undefined) isoDates.set(`${number - 1},${column}`, cell.iso);
    helped += text.slice(end, match.index) + cell.text;
    end = match.index + whole.length;
  }
  return helped + text.slice(end);
}

interface CellText {
  readonly whole: string;
  readonly name: string;
  readonly attributes: string;
  readonly inside: string;
}

function helpedCell({ whole, name, attributes, inside }: CellText): {
  text: string;
  iso?: IsoKind;
} {
  const type = /\st=["']([sd])["']/.exec(attributes)?.[1];
  const value = /<(?:[\w.-]+:)?v[^>]*>([\s\S]*?)</.exec(inside)?.[1]?.trim() ?? '';
  const plain = attributes.replace(/\st=["'][sd]["']/, '');
  if (type === 's' && value === '') return { text: `<${name}${plain}/>` };
  const date = type === 'd' ? isoSerial(value) : undefined;
  if (date === undefined) return { text: whole };
  const serial = inside.replace(value, () => String(date.serial));
  return { text: `<${name}${plain}>${serial}</${name}>`, iso: date.kind };
}

const PLACES = /(<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?r=["'])([A-Z]+)\d+/g;

/** Looked for only in sheets so long that a wide row would make them too large. */
function columnCount(rows: readonly Row[]): number {
  if ((rows.at(-1)?.number ?? 0) * MAX_COLUMNS <= MAX_RECTANGLE) return MAX_COLUMNS;
  let last = 'A';
  for (const { text } of rows) {
    for (const [, , letters = ''] of text.matchAll(PLACES)) {
      const isFarther = letters.length - last.length || (letters > last ? 1 : 0);
      if (isFarther > 0) last = letters;
    }
  }
  return columnNumber(last) + 1;
}

function movedTogether(rows: readonly Row[]): { texts: string[]; columnAt: number[] } {
  const used = new Set<number>();
  for (const { text } of rows) {
    for (const [, , letters = ''] of text.matchAll(PLACES)) used.add(columnNumber(letters));
  }
  const columnAt = [...used].sort((a, b) => a - b);
  const moved = new Map(
    columnAt.map((column, index) => [columnLetters(column), columnLetters(index)]),
  );
  const texts = rows.map(({ text }, index) =>
    text
      .replace(/^([^>]*?\sr=["'])\d+/, `$1${index + 1}`)
      .replace(PLACES, (_, before: string, letters: string) => {
        return `${before}${moved.get(letters) ?? letters}${index + 1}`;
      }),
  );
  return { texts, columnAt };
}
