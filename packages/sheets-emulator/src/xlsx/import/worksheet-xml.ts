/**
 * A sheet's XML as the library can read it. The library takes an empty shared text for the first one, an ISO date for
 * text, and every row at its full width; a million formatted rows or a cell in the last corner would be too much for it.
 */
import { isAscii } from 'node:buffer';
import { columnLetters, columnNumber } from '../../a1/column-letters';
import { isoSerial, type IsoKind } from './iso-date';
import { utf8Part } from './xml-text';

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

interface Row {
  readonly number: number;
  text: string;
}

export class TooManyCells extends Error {}

/** Of the rows that are like an earlier one no text is made: a million of them would be a text of hundreds of megabytes. */
export function worksheetXml(part: Buffer): WorksheetXml {
  const bytes = utf8Part(part);
  const encoding = isAscii(bytes) ? 'latin1' : 'utf8';
  const textOf = (start: number, end?: number): string =>
    withoutReadings(bytes.toString(encoding, start, end));
  const data = findData(bytes);
  const end = data === undefined ? -1 : bytes.indexOf(`</${data.prefix}sheetData`, data.start);
  if (data === undefined || end < 0) return { ...NOTHING, rest: textOf(0) };
  const { rows, repeats, isoDates } = scanRows(bytes, { ...data, end, textOf });
  const [head, tail] = [textOf(0, data.start), textOf(end)];
  const columns = columnCount(rows);
  const height = rows.at(-1)?.number ?? 0;
  if (height * columns <= MAX_RECTANGLE && height <= MAX_GAPS + rows.length) {
    const rest = head + rows.map(({ text }) => text).join('') + tail;
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

/** Where the rows begin, and the prefix of element names with its colon. */
function findData(bytes: Buffer): { start: number; prefix: string } | undefined {
  for (let at = bytes.indexOf('sheetData'); at >= 0; at = bytes.indexOf('sheetData', at + 1)) {
    const start = bytes.indexOf('>', at) + 1;
    const tag = bytes.toString('latin1', Math.max(bytes.lastIndexOf('<', at), 0), start);
    const prefix = /^<((?:[\w.-]+:)?)sheetData\s*>$/.exec(tag)?.[1];
    if (prefix !== undefined) return { start, prefix };
  }
  return undefined;
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

interface Section {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly textOf: (start: number, end: number) => string;
}

function scanRows(bytes: Buffer, { start, end, prefix, textOf }: Section) {
  const rows: Row[] = [];
  const repeats: RepeatedRows[] = [];
  const isoDates = new Map<string, IsoKind>();
  const opening = Buffer.from(`<${prefix}row`);
  const closing = Buffer.from(`</${prefix}row>`);
  let patterns: Pattern[] = [];
  let number = 0;
  for (let at = start; at < end;) {
    const repeat = findRepeat(bytes, at, { patterns, number: number + 1 });
    if (repeat !== undefined) {
      addRepeat(repeats, number, repeat.like);
      at = repeat.end;
      number++;
      continue;
    }
    if (!isTag(bytes, at, opening)) {
      const next = bytes.indexOf(opening, at + 1);
      at = next < 0 ? end : next;
      continue;
    }
    const stop = rowEnd(bytes, at, closing);
    const text = textOf(at, stop);
    const own = /^[^>]*?\sr=["'](\d+)["']/.exec(text)?.[1];
    number = own === undefined ? number + 1 : Number(own);
    const row = { number, text: own === undefined ? numbered(text, number) : text };
    if (/\st=["'][sd]["']/.test(text)) row.text = helpedCells(row, isoDates);
    rows.push(row);
    if (!HOLDS.test(text)) {
      patterns = [new Pattern(text, number), ...patterns].slice(0, MAX_PATTERNS);
    }
    at = stop;
  }
  return { rows, repeats, isoDates };
}

/** A row that only says how its cells look. */
class Pattern {
  readonly row: number;
  /** The text between the places of its own number. */
  private readonly pieces: readonly Buffer[];
  private digitCount = 0;
  private text: Buffer = Buffer.alloc(0);
  private places: readonly number[] = [];

  constructor(text: string, number: number) {
    this.row = number - 1;
    const ownNumber = new RegExp(`(?<=\\sr=["'][A-Z]*)${number}(?=["'])`);
    this.pieces = text.split(ownNumber).map((piece) => Buffer.from(piece));
  }

  /** Where the row ends that begins here; undefined when it is not this one with the number. */
  endAt(bytes: Buffer, start: number, number: Buffer): number | undefined {
    if (number.length !== this.digitCount) this.makeRoom(number);
    for (const place of this.places) number.copy(this.text, place);
    const end = start + this.text.length;
    const isSame = end <= bytes.length && bytes.compare(this.text, 0, undefined, start, end) === 0;
    return isSame ? end : undefined;
  }

  private makeRoom(number: Buffer): void {
    const places: number[] = [];
    let at = 0;
    for (const piece of this.pieces.slice(0, -1)) {
      places.push(at + piece.length);
      at += piece.length + number.length;
    }
    this.digitCount = number.length;
    this.places = places;
    this.text = Buffer.concat(
      this.pieces.flatMap((piece, index) => (index > 0 ? [number, piece] : [piece])),
    );
  }
}

/** Where the row ends that is like an earlier one but for its number. */
function findRepeat(
  bytes: Buffer,
  start: number,
  { patterns, number }: { readonly patterns: readonly Pattern[]; readonly number: number },
): { end: number; like: number } | undefined {
  if (patterns.length === 0) return undefined;
  const digits = Buffer.from(String(number));
  for (const pattern of patterns) {
    const end = pattern.endAt(bytes, start, digits);
    if (end !== undefined) return { end, like: pattern.row };
  }
  return undefined;
}

/** Whether the element that begins here has this name, and none that goes on behind it. */
function isTag(bytes: Buffer, at: number, opening: Buffer): boolean {
  const end = at + opening.length;
  if (end >= bytes.length || bytes.compare(opening, 0, undefined, at, end) !== 0) return false;
  return /[\s/>]/.test(String.fromCharCode(bytes[end] ?? 0));
}

/** A value, a formula or a text of its own. */
const HOLDS = /<(?:[\w.-]+:)?(?:v|f|is)[\s/>]/;

function rowEnd(bytes: Buffer, at: number, closing: Buffer): number {
  const tagEnd = bytes.indexOf('>', at);
  if (tagEnd < 0) return bytes.length;
  if (bytes[tagEnd - 1] === SLASH) return tagEnd + 1;
  const end = bytes.indexOf(closing, tagEnd);
  return end < 0 ? bytes.length : end + closing.length;
}

const SLASH = 47;

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
