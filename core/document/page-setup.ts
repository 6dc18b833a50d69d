// The page and type of an official paper (GB/T 9704-2012), shared by every way of writing one.
import type { Language } from '../text/language';

/** Millimetres on A4: the text takes 156 by 225. */
export const PAGE_MM = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 };

/** Points: 二号 for the title, 三号 for the text, and smaller in tables, which have many columns. */
export const SIZE_PT = { title: 22, text: 16, table: 11, footer: 14 };
/** Points from line to line. */
export const LINE_PT = { title: 32, text: 28, table: 16 };

export interface Typeface {
  readonly name: string;
  /** Taken where the first is not installed, in this order. */
  readonly alternatives: readonly string[];
}

const SONG: Typeface = { name: '宋体', alternatives: ['SimSun', 'STSong', 'Noto Serif CJK SC'] };

/** Of Chinese characters. 小标宋 is sold apart, so the title is set in 宋体 in bold. */
const CHINESE_TYPEFACES = {
  title: SONG,
  text: {
    name: '仿宋',
    alternatives: ['FangSong', '仿宋_GB2312', 'STFangsong', 'Noto Serif CJK SC'],
  },
  heading: { name: '黑体', alternatives: ['SimHei', 'STHeiti', 'Noto Sans CJK SC'] },
  subheading: {
    name: '楷体',
    alternatives: ['KaiTi', '楷体_GB2312', 'STKaiti', 'Noto Serif CJK SC'],
  },
} as const satisfies Record<string, Typeface>;

export type TextPart = keyof typeof CHINESE_TYPEFACES;

/** Of digits and Latin letters. */
export const LATIN_TYPEFACE = 'Times New Roman';

/** How papers of one language look. */
export interface PaperStyle {
  /** Of Chinese characters; names and titles in an English paper may have some. */
  readonly typefaces: Readonly<Record<TextPart, Typeface>>;
  /** Characters by which headings and the first line of a paragraph are indented. */
  readonly indent: 0 | 2;
  /** Points below a paragraph. */
  readonly spaceAfter: number;
  /** Where headings have no typeface of their own, they are bold. */
  readonly isHeadingBold: boolean;
}

const CHINESE_STYLE: PaperStyle = {
  typefaces: CHINESE_TYPEFACES,
  indent: 2,
  spaceAfter: 0,
  isHeadingBold: false,
};

/** An indent of two Chinese characters is no custom in English: paragraphs are parted by space. */
const ENGLISH_STYLE: PaperStyle = {
  typefaces: { title: SONG, text: SONG, heading: SONG, subheading: SONG },
  indent: 0,
  spaceAfter: 6,
  isHeadingBold: true,
};

export const paperStyle = (language: Language): PaperStyle =>
  language === 'en' ? ENGLISH_STYLE : CHINESE_STYLE;
