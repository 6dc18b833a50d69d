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
/** Each row between two others costs it as much as one that is there. */
const MAX_GAPS = 10_000;

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

/** `chunks` are the pieces of the part's text. */
export function worksheetXml(chunks: Iterable<string>): WorksheetXml {
  const text = new TextWindow(chunks);
  const data = text.find(/<(?:([\w.-]+):)?sheetData\s*(\/?)>/);
  if (data === null || data[2] === '/') return { ...NOTHING, rest: withoutReadings(text.all()) };
  const head = text.take(data.index + data[0].length);
  const { rows, repeats, isoDates } = scanRows(text, data[1] === undefined ? '' : `${data[1]}:`);
  const tail = text.all();
  const columns = columnCount(rows);
  const height = rows.at(-1)?.number ?? 0;
  if (height * columns <= MAX_RECTANGLE && height <= MAX_GAPS + rows.length) {
    const rest = head + rows.map((row) => row.text).join('') + tail;
    return { ...NOTHING, rest, repeats, isoDates };
  }
  const { texts, columnAt } = movedTogether(rows);
  if (rows.length * columnAt.length > MAX_RECTANGLE) throw new TooManyCells();
  return {
    rest: head + tail,
    cells: head + texts.join('') + tail.slice(0, tail.indexOf('>') + 1) + rootEnd(tail),
    rowAt: rows.map(({ number }) => number - 1),
    columnAt,
    repeats,
    isoDates,
  };
}

/** A text that comes in pieces, of which only the part that is being read is kept. */
class TextWindow {
  text = '';
  at = 0;
  private readonly chunks: Iterator<string>;

  constructor(chunks: Iterable<string>) {
    this.chunks = chunks[Symbol.iterator]();
  }

  /** False at the end of the text. */
  more(): boolean {
    const next = this.chunks.next();
    if (next.done === true) return false;
    this.text = this.text.slice(this.at) + next.value;
    this.at = 0;
    return true;
  }

  find(pattern: RegExp): RegExpExecArray | null {
    let found: RegExpExecArray | null;
    do found = pattern.exec(this.text);
    while (found === null && this.more());
    return found;
  }

  take(end: number): string {
    const taken = this.text.slice(this.at, end);
    this.at = end;
    return taken;
  }

  /** Everything from here on. */
  all(): string {
    const parts = [this.text.slice(this.at)];
    for (let next = this.chunks.next(); next.done !== true; next = this.chunks.next()) {
      parts.push(next.value);
    }
    return parts.join('');
  }
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
  xml.includes('rPh') ? xml.replace(/<((?:[\w.-]+:)?rPh)\b[^>]*>[\s\S]*?<\/\1>/g, '') : xml;

const rootEnd = (xml: string): string => /<\/[\w.:-]+>\s*$/.exec(xml)?.[0] ?? '</worksheet>';

/** Reads up to the end of the rows. `prefix` is that of element names, with its colon. */
function scanRows(window: TextWindow, prefix: string) {
  const rows: Row[] = [];
  const repeats: RepeatedRows[] = [];
  const isoDates = new Map<string, IsoKind>();
  const opening = new RegExp(`<${prefix}row(?=[\\s/>])`, 'y');
  const closing = `</${prefix}row>`;
  const end = `</${prefix}sheetData`;
  let patterns: Pattern[] = [];
  let number = 0;
  for (;;) {
    const { text, at } = window;
    const repeat = findRepeat(text, at, { patterns, number: number + 1 });
    if (repeat !== undefined) {
      addRepeat(repeats, number, repeat.like);
      window.at = repeat.end;
      number++;
      continue;
    }
    if (at + end.length > text.length && window.more()) continue;
    opening.lastIndex = at;
    if (!opening.test(text)) {
      if (text.startsWith(end, at)) break;
      const next = text.indexOf('<', at + 1);
      window.at = next < 0 ? text.length : next;
      if (next < 0 && !window.more()) break;
      continue;
    }
    const stop = rowEnd(text, at, closing);
    if (stop === undefined && window.more()) continue;
    const whole = withoutReadings(window.take(stop ?? text.length));
    const own = /^[^>]*?\sr=["'](\d+)["']/.exec(whole)?.[1];
    number = own === undefined ? number + 1 : Number(own);
    const row = { number, text: own === undefined ? numbered(whole, number) : whole };
    if (/\st=["'][sd]["']/.test(whole)) row.text = helpedCells(row, isoDates);
    rows.push(row);
    if (!HOLDS.test(whole)) {
      const pieces = whole.split(new RegExp(`(?<=\\sr=["'][A-Z]*)${number}(?=["'])`));
      patterns = [{ row: number - 1, pieces }, ...patterns].slice(0, MAX_PATTERNS);
    }
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
    const expected = pieces.join(digits);
    if (xml.startsWith(expected, start)) return { end: start + expected.length, like: row };
  }
  return undefined;
}

/** A value, a formula or a text of its own. */
const HOLDS = /<(?:[\w.-]+:)?(?:v|f|is)[\s/>]/;

/** Undefined when it is not in the text. */
function rowEnd(xml: string, at: number, closing: string): number | undefined {
  const tagEnd = xml.indexOf('>', at);
  if (tagEnd < 0) return undefined;
  if (xml[tagEnd - 1] === '/') return tagEnd + 1;
  const end = xml.indexOf(closing, tagEnd);
  return end < 0 ? undefined : end + closing.length;
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
