// How a cell looks: from the Sheets API's format to the grid's style and back.
import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { CellFormat, Color, ColorStyle } from '../server/sheet-json';

/** The parts of a style that both sides know. */
const PARTS = ['n', 'bl', 'it', 'ul', 'st', 'cl', 'bg', 'ht', 'vt', 'tb', 'fs'] as const;
export type Style = Pick<IStyleData, (typeof PARTS)[number]>;

const YES = BooleanNumber.TRUE;
const HORIZONTAL = new Map([
  ['LEFT', HorizontalAlign.LEFT],
  ['CENTER', HorizontalAlign.CENTER],
  ['RIGHT', HorizontalAlign.RIGHT],
]);
const VERTICAL = new Map([
  ['TOP', VerticalAlign.TOP],
  ['MIDDLE', VerticalAlign.MIDDLE],
  ['BOTTOM', VerticalAlign.BOTTOM],
]);
const WRAP = new Map([
  ['OVERFLOW_CELL', WrapStrategy.OVERFLOW],
  ['CLIP', WrapStrategy.CLIP],
  ['WRAP', WrapStrategy.WRAP],
]);

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

export function toStyle(format: CellFormat | undefined): Style | null {
  if (format === undefined) return null;
  const { textFormat: text = {}, numberFormat } = format;
  const pattern = numberFormat?.pattern ?? USUAL_PATTERNS[numberFormat?.type ?? ''];
  const background = toHex(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  const foreground = toHex(text.foregroundColorStyle?.rgbColor ?? text.foregroundColor);
  const style: Style = {
    ...(pattern !== undefined && { n: { pattern } }),
    ...(text.bold === true && { bl: YES }),
    ...(text.italic === true && { it: YES }),
    ...(text.underline === true && { ul: { s: YES } }),
    ...(text.strikethrough === true && { st: { s: YES } }),
    ...(foreground !== null && { cl: { rgb: foreground } }),
    ...(background !== null && { bg: { rgb: background } }),
    ...alignment(format),
    ...(text.fontSize !== undefined && { fs: text.fontSize }),
  };
  return Object.keys(style).length === 0 ? null : style;
}

/** Both sides' styles are compared by this text. */
export function styleKey(style: Nullable<IStyleData>): string {
  const { n, bl, it, ul, st, cl, bg, ht, vt, tb, fs } = style || {};
  const decoration = [bl ?? 0, it ?? 0, ul?.s ?? 0, st?.s ?? 0];
  const colors = [toHex(cl?.rgb), toHex(bg?.rgb)];
  return [n?.pattern, ...decoration, ...colors, ht ?? 0, vt ?? 0, tb ?? 0, fs].join('|');
}

/** What the grid must be told so that nothing of the former style stays. */
export function replacing(style: Style | null): IStyleData {
  const cleared = Object.fromEntries(PARTS.map((part) => [part, null]));
  return { ...cleared, ...style }; // null is how the grid's own mutation says "remove"
}

export const FORMAT_FIELDS = [
  'numberFormat',
  'backgroundColorStyle',
  'horizontalAlignment',
  'verticalAlignment',
  'wrapStrategy',
  'textFormat(bold,italic,underline,strikethrough,foregroundColorStyle,fontSize)',
].join(',');

export function toFormat(style: IStyleData | null): CellFormat {
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

function toTextFormat(style: IStyleData): NonNullable<CellFormat['textFormat']> {
  const foreground = toColorStyle(style.cl?.rgb);
  return {
    ...(style.bl === YES && { bold: true }),
    ...(style.it === YES && { italic: true }),
    ...(style.ul?.s === YES && { underline: true }),
    ...(style.st?.s === YES && { strikethrough: true }),
    ...(foreground !== null && { foregroundColorStyle: foreground }),
    ...(style.fs !== undefined && { fontSize: style.fs }),
  };
}

function alignment(format: CellFormat): Style {
  const ht = HORIZONTAL.get(format.horizontalAlignment ?? '');
  const vt = VERTICAL.get(format.verticalAlignment ?? '');
  const tb = WRAP.get(format.wrapStrategy ?? '');
  return {
    ...(ht !== undefined && { ht }),
    ...(vt !== undefined && { vt }),
    ...(tb !== undefined && { tb }),
  };
}

function wordFor<T>(words: ReadonlyMap<string, T>, wanted: Nullable<T>): string | undefined {
  return [...words].find(([, value]) => value === wanted)?.[0];
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
