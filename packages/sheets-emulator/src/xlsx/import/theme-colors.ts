/** Theme colours of a file's styles as plain ones: the theme itself has no place here, its colours do. */
import { attributesOf, elements } from './xml-text';

/** What the numbers of theme colours mean; light and dark come in pairs the other way round than in the theme's part. */
const NAMES = [
  ...['lt1', 'dk1', 'lt2', 'dk2'],
  ...['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'],
];
/** The colour of text that nobody coloured. */
const TEXT = '1';
const OF_TEXT = /^<(?:[\w.-]+:)?color\s/;
const COLOR = /<(?:[\w.-]+:)?(?:color|fgColor|bgColor|tabColor)\s[^>]*>/g;

/** The XML of styles, or of what is said of a tab, with `rgb` in place of each `theme` that the theme's part has a colour for. */
export function withThemeColors(xml: string, theme: string | undefined): string {
  if (theme === undefined) return xml;
  const palette = NAMES.map((name) => colorOf(theme, name));
  return xml.replace(COLOR, (tag) => {
    const { theme: number, tint = '0' } = attributesOf(tag);
    if (number === undefined || (number === TEXT && tint === '0' && OF_TEXT.test(tag))) return tag;
    const color = palette[Number(number)];
    const name = /^<[\w.:-]+/.exec(tag)?.[0] ?? '';
    const end = tag.endsWith('/>') ? '/>' : '>';
    return color === undefined ? tag : `${name} rgb="FF${tinted(color, Number(tint))}"${end}`;
  });
}

/** Six hexadecimal digits; a colour of the system is written with the one it had last. */
function colorOf(theme: string, name: string): string | undefined {
  const [entry] = elements(theme, name);
  const [, attributes = ''] =
    /<[\w.-]*:?(?:srgbClr|sysClr)(\s[^>]*)>/.exec(entry?.inside ?? '') ?? [];
  const { val = '', lastClr = val } = attributesOf(attributes);
  return /^[\da-f]{6}$/i.test(lastClr) ? lastClr.toUpperCase() : undefined;
}

/** Lighter by a positive tint, darker by a negative one, in the same hue (ECMA-376, 18.8.19). */
function tinted(hex: string, tint: number): string {
  const levels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const { hue, saturation, lightness } = toHsl(levels);
  const share = Math.min(Math.abs(tint), 1);
  const changed = tint < 0 ? lightness * (1 - share) : lightness * (1 - share) + share;
  return fromHsl({ hue, saturation, lightness: changed })
    .map((level) =>
      Math.round(level * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

interface Hsl {
  /** Sixths of the circle. */
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
}

function toHsl([red = 0, green = 0, blue = 0]: readonly number[]): Hsl {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  const lightness = (most + least) / 2;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  if (most === red) return { hue: (6 + (green - blue) / spread) % 6, saturation, lightness };
  const hue = most === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  return { hue, saturation, lightness };
}

function fromHsl({ hue, saturation, lightness }: Hsl): number[] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((shift) => {
    const step = (shift + hue * 2) % 12;
    return lightness - reach * Math.max(-1, Math.min(step - 3, 9 - step, 1));
  });
}
