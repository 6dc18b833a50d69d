/** Cell formats of the API and cell styles of .xlsx, each turned into the other. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { CellStyle } from 'hucre/xlsx';
import type { CellFormat } from '../model/cell';
import { storedCopy } from '../schema/store-colors';
import { patternOf } from '../values/number-format';
import { formatOfPattern } from '../values/pattern-type';

type Color = sheets_v4.Schema$Color;
type Border = sheets_v4.Schema$Border;
type XlsxColor = NonNullable<NonNullable<CellStyle['font']>['color']>;
type XlsxBorder = NonNullable<CellStyle['border']>;
type XlsxBorderSide = NonNullable<XlsxBorder['top']>;
type XlsxAlignment = NonNullable<CellStyle['alignment']>;

const SIDES = ['top', 'bottom', 'left', 'right'] as const;

const hexByte = (level: number | null | undefined): string =>
  Math.round((level ?? 0) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();

export const toXlsxColor = ({ red, green, blue }: Color): XlsxColor => ({
  rgb: `${hexByte(red)}${hexByte(green)}${hexByte(blue)}`,
});

/** Undefined for a colour that is no plain one, as that of text nobody coloured. */
export function fromXlsxColor(color: XlsxColor | undefined): Color | undefined {
  const hex = color?.rgb?.slice(-6);
  if (hex === undefined || !/^[\da-f]{6}$/i.test(hex)) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return { red: red ?? 0, green: green ?? 0, blue: blue ?? 0 };
}

const LINES: Readonly<Record<string, XlsxBorderSide['style']>> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

const lineName = (style: string): string =>
  Object.entries(LINES).find(([, name]) => name === style)?.[0] ?? 'SOLID';

function toXlsxBorders(borders: sheets_v4.Schema$Borders): XlsxBorder {
  const sides = SIDES.flatMap((side) => {
    const border = borders[side];
    const style = LINES[border?.style ?? ''];
    return style === undefined ? [] : [[side, { style, color: toXlsxColor(border?.color ?? {}) }]];
  });
  return Object.fromEntries(sides) as XlsxBorder; // sides and styles of the table
}

function fromXlsxBorders(borders: XlsxBorder): sheets_v4.Schema$Borders {
  const sides = SIDES.flatMap((side) => {
    const border = borders[side];
    if (border === undefined) return [];
    const color = fromXlsxColor(border.color) ?? {};
    const line: Border = { style: lineName(border.style), width: 1, color };
    return [[side, line] as const];
  });
  return Object.fromEntries(sides);
}

function toXlsxFont(text: sheets_v4.Schema$TextFormat): NonNullable<CellStyle['font']> {
  const { fontFamily, fontSize, bold, italic, underline, strikethrough, foregroundColor } = text;
  return {
    ...(fontFamily && { name: fontFamily }),
    ...(fontSize && { size: fontSize }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(strikethrough && { strikethrough }),
    ...(foregroundColor && { color: toXlsxColor(foregroundColor) }),
  };
}

function fromXlsxFont(font: NonNullable<CellStyle['font']>): sheets_v4.Schema$TextFormat {
  const { name, size, bold, italic, underline, strikethrough } = font;
  const foregroundColor = fromXlsxColor(font.color);
  return {
    ...(name !== undefined && { fontFamily: name }),
    ...(size !== undefined && { fontSize: Math.round(size) }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline !== undefined && underline !== false && { underline: true }),
    ...(strikethrough && { strikethrough }),
    ...(foregroundColor && { foregroundColor }),
  };
}

const VERTICAL = { TOP: 'top', MIDDLE: 'center', BOTTOM: 'bottom' } as const;

function toXlsxAlignment(format: CellFormat): XlsxAlignment {
  const horizontal = format.horizontalAlignment?.toLowerCase();
  const vertical = VERTICAL[format.verticalAlignment as keyof typeof VERTICAL]; // undefined for any other
  const isKnown = horizontal === 'left' || horizontal === 'center' || horizontal === 'right';
  return {
    ...(isKnown && { horizontal }),
    ...(format.verticalAlignment && { vertical }),
    ...(format.wrapStrategy === 'WRAP' && { wrapText: true }),
  };
}

function fromXlsxAlignment({ horizontal, vertical, wrapText }: XlsxAlignment): CellFormat {
  const name = Object.entries(VERTICAL).find(([, value]) => value === vertical)?.[0];
  const isKnown = horizontal === 'left' || horizontal === 'center' || horizontal === 'right';
  return {
    ...(isKnown && { horizontalAlignment: horizontal.toUpperCase() }),
    ...(name !== undefined && { verticalAlignment: name }),
    ...(wrapText && { wrapStrategy: 'WRAP' }),
  };
}

export function toXlsxStyle(format: CellFormat): CellStyle {
  const { backgroundColor, borders, textFormat } = format;
  const numFmt = patternOf(format);
  const alignment = toXlsxAlignment(format);
  return {
    ...(numFmt !== undefined && { numFmt }),
    ...(textFormat && { font: toXlsxFont(textFormat) }),
    ...(backgroundColor && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: toXlsxColor(backgroundColor) },
    }),
    ...(borders && { border: toXlsxBorders(borders) }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
  };
}

/** Undefined when the style says nothing that the API has a word for. */
export function fromXlsxStyle(style: CellStyle | undefined): CellFormat | undefined {
  if (style === undefined) return undefined;
  const { numFmt, font, fill, border, alignment } = style;
  const isSolid = fill?.type === 'pattern' && fill.pattern === 'solid';
  const backgroundColor = isSolid ? fromXlsxColor(fill.fgColor) : undefined;
  const isGeneral = numFmt === undefined || numFmt.toLowerCase() === 'general';
  const format: CellFormat = {
    ...(!isGeneral && { numberFormat: formatOfPattern(numFmt) }),
    ...(font && { textFormat: fromXlsxFont(font) }),
    ...(backgroundColor && { backgroundColor }),
    ...(border && { borders: fromXlsxBorders(border) }),
    ...(alignment && fromXlsxAlignment(alignment)),
  };
  return Object.keys(format).length === 0 ? undefined : storedCopy('CellFormat', format);
}
