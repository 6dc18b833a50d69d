// How a cell looks: from the Sheets API's format to the grid's style and back.
import type { Nullable } from '@univerjs/core';
import type { Border, Borders, CellFormat, Color, ColorStyle } from '../server/sheet-json';

/** The parts of a style that both sides know, in the grid's short names and numbers. */
export interface Style {
  readonly n?: { readonly pattern: string };
  readonly bl?: 1;
  readonly it?: 1;
  readonly ul?: { readonly s: 1 };
  readonly st?: { readonly s: 1 };
  readonly cl?: { readonly rgb: string };
  readonly bg?: { readonly rgb: string };
  readonly ht?: number;
  readonly vt?: number;
  readonly tb?: number;
  readonly fs?: number;
  readonly bd?: Lines;
}

interface Line {
  /** The grid's number for the kind of line. */
  readonly s: number;
  readonly cl: { readonly rgb: string };
}
type Lines = { readonly [Side in 't' | 'r' | 'b' | 'l']?: Line };

/** As the grid holds them: a side may be missing in more than one way. */
type HeldLines = {
  readonly [Side in keyof Lines]?: Nullable<{
    readonly s: number;
    readonly cl: { readonly rgb?: Nullable<string> };
  }>;
};

/** What the grid may hold of these parts: the same, with more ways to say "none". */
export interface HeldStyle {
  readonly n?: Nullable<{ readonly pattern: string }>;
  readonly bl?: Nullable<number>;
  readonly it?: Nullable<number>;
  readonly ul?: Nullable<{ readonly s: number }>;
  readonly st?: Nullable<{ readonly s: number }>;
  readonly cl?: Nullable<{ readonly rgb?: Nullable<string> }>;
  readonly bg?: Nullable<{ readonly rgb?: Nullable<string> }>;
  readonly ht?: Nullable<number>;
  readonly vt?: Nullable<number>;
  readonly tb?: Nullable<number>;
  readonly fs?: Nullable<number>;
  readonly bd?: Nullable<HeldLines>;
}

const PARTS = ['n', 'bl', 'it', 'ul', 'st', 'cl', 'bg', 'ht', 'vt', 'tb', 'fs', 'bd'] as const;

/** The grid's numbers for these words are their places in the list. */
const HORIZONTAL = ['', 'LEFT', 'CENTER', 'RIGHT'];
const VERTICAL = ['', 'TOP', 'MIDDLE', 'BOTTOM'];
const WRAP = ['', 'OVERFLOW_CELL', 'CLIP', 'WRAP'];

const SIDES = { top: 't', right: 'r', bottom: 'b', left: 'l' } as const;
/** The grid's number for each kind of line that Sheets draws. */
const LINES: Readonly<Record<string, number>> = {
  SOLID: 1,
  DOTTED: 3,
  DASHED: 4,
  DOUBLE: 7,
  SOLID_MEDIUM: 8,
  SOLID_THICK: 13,
};

/** What Sheets shows for a number format that names only its type. */
const USUAL_PATTERNS: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"¥"#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'yyyy-mm-dd hh:mm:ss',
};

export interface NamedStyle {
  readonly style: Style | null;
  readonly styleKey: string;
}

const known = new Map<string, NamedStyle>();

/** A workbook has a hundred thousand cells and a few dozen formats: each is read once and shared. */
export function namedStyle(format: CellFormat = {}): NamedStyle {
  const text = JSON.stringify(format);
  const before = known.get(text);
  if (before !== undefined) return before;
  const style = toStyle(format);
  const named = { style, styleKey: styleKey(style) };
  known.set(text, named);
  return named;
}

export function toStyle(format: CellFormat | undefined): Style | null {
  if (format === undefined) return null;
  const { textFormat: text = {}, numberFormat } = format;
  const pattern = numberFormat?.pattern ?? USUAL_PATTERNS[numberFormat?.type ?? ''];
  const background = toHex(format.backgroundColorStyle?.rgbColor);
  const foreground = toHex(text.foregroundColorStyle?.rgbColor);
  const style: Style = {
    ...(pattern !== undefined && { n: { pattern } }),
    ...(text.bold === true && { bl: 1 }),
    ...(text.italic === true && { it: 1 }),
    ...(text.underline === true && { ul: { s: 1 } }),
    ...(text.strikethrough === true && { st: { s: 1 } }),
    ...(foreground !== null && { cl: { rgb: foreground } }),
    ...(background !== null && { bg: { rgb: background } }),
    ...alignment(format),
    ...(text.fontSize !== undefined && { fs: text.fontSize }),
    ...lines(format.borders),
  };
  return Object.keys(style).length === 0 ? null : style;
}

/** Both sides' styles are compared by this text. */
export function styleKey(style: Nullable<HeldStyle>): string {
  const { n, bl, it, ul, st, cl, bg, ht, vt, tb, fs, bd } = style || {};
  const decoration = [bl ?? 0, it ?? 0, ul?.s ?? 0, st?.s ?? 0];
  const colors = [toHex(cl?.rgb), toHex(bg?.rgb)];
  const around = Object.values(SIDES).map((side) => lineKey(bd, side));
  return [n?.pattern, ...decoration, ...colors, ht ?? 0, vt ?? 0, tb ?? 0, fs, ...around].join('|');
}

function lineKey(lines: Nullable<HeldLines>, side: keyof Lines): string {
  const line = lines?.[side];
  return line ? `${line.s}${toHex(line.cl.rgb) ?? ''}` : '';
}

/** What the grid must get so that nothing of the former style remains. */
export function replacing(style: Style | null): HeldStyle {
  const cleared = Object.fromEntries(PARTS.map((part) => [part, null]));
  return { ...cleared, ...style }; // null is how the grid's own mutation says "remove"
}

export function toFormat(style: HeldStyle | null): CellFormat {
  if (style === null) return {};
  const pattern = style.n?.pattern;
  const horizontal = wordFor(HORIZONTAL, style.ht);
  const vertical = wordFor(VERTICAL, style.vt);
  const wrap = wordFor(WRAP, style.tb);
  const background = toColorStyle(style.bg?.rgb);
  return {
    ...(pattern !== undefined && { numberFormat: { type: patternType(pattern), pattern } }),
    ...(background !== null && { backgroundColorStyle: background }),
    ...(horizontal !== undefined && { horizontalAlignment: horizontal }),
    ...(vertical !== undefined && { verticalAlignment: vertical }),
    ...(wrap !== undefined && { wrapStrategy: wrap }),
    textFormat: toTextFormat(style),
  };
}

function toTextFormat(style: HeldStyle): NonNullable<CellFormat['textFormat']> {
  const foreground = toColorStyle(style.cl?.rgb);
  return {
    ...(style.bl === 1 && { bold: true }),
    ...(style.it === 1 && { italic: true }),
    ...(style.ul?.s === 1 && { underline: true }),
    ...(style.st?.s === 1 && { strikethrough: true }),
    ...(foreground !== null && { foregroundColorStyle: foreground }),
    ...(style.fs && { fontSize: style.fs }),
  };
}

function alignment(format: CellFormat): Style {
  const ht = HORIZONTAL.indexOf(format.horizontalAlignment ?? '');
  const vt = VERTICAL.indexOf(format.verticalAlignment ?? '');
  const tb = WRAP.indexOf(format.wrapStrategy ?? '');
  return { ...(ht > 0 && { ht }), ...(vt > 0 && { vt }), ...(tb > 0 && { tb }) };
}

function lines(borders: Borders = {}): Pick<Style, 'bd'> {
  const sides = Object.entries(SIDES).flatMap(([side, short]) => {
    const line = toLine(borders[side as keyof typeof SIDES]); // the table's own keys
    return line === null ? [] : [[short, line] as const];
  });
  return sides.length === 0 ? {} : { bd: Object.fromEntries(sides) };
}

function toLine(border: Border | undefined): Line | null {
  const s = LINES[border?.style ?? ''];
  return s === undefined
    ? null
    : { s, cl: { rgb: toHex(border?.colorStyle?.rgbColor) ?? '#000000' } };
}

function wordFor(words: readonly string[], place: Nullable<number>): string | undefined {
  const word = words[place || 0];
  return word === '' ? undefined : word;
}

/** The kind of value a pattern shows; quoted text in the pattern does not count. */
function patternType(pattern: string): string {
  const bare = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (bare.includes('@')) return 'TEXT';
  if (bare.includes('%')) return 'PERCENT';
  const [date, time] = [/[yd]|m{3,}/i.test(bare), /[hs]/i.test(bare)];
  if (date) return time ? 'DATE_TIME' : 'DATE';
  if (time) return 'TIME';
  return /[¥￥$€£]/.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

/** `#rrggbb` in lower case from a Sheets colour or from the grid's own spelling of one. */
export function toHex(color: Color | Nullable<string>): string | null {
  if (!color) return null;
  const channels =
    typeof color === 'string'
      ? channelsOf(color)
      : [color.red, color.green, color.blue].map((part) => Math.round((part ?? 0) * 255));
  return `#${channels.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

export function toColorStyle(color: Nullable<string>): ColorStyle | null {
  if (!color) return null;
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((part) => part / 255);
  return { rgbColor: { red, green, blue } };
}

function channelsOf(color: string): number[] {
  if (color.startsWith('rgb')) return (color.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  const digits = color.replace('#', '');
  const long = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  return [0, 2, 4].map((start) => parseInt(long.slice(start, start + 2), 16) || 0);
}
