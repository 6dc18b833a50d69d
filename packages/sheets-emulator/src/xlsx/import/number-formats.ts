/**
 * The number formats of a file, kept away from the library: it would make dates of numbers, and durations of 1904 would
 * become other times. It gets a word for each format and gives that back.
 */
import { attributesOf, escapeXml } from './xml-text';

/** What the numbers of built-in formats mean (ECMA-376, 18.8.30), as the programs that write them show them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PM h"时"mm"分"',
  35: 'AM/PM h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PM h"时"mm"分"',
  56: 'AM/PM h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Beyond the numbers that any file uses. */
const FIRST_ID = 1_000_000;

export interface NumberFormats {
  /** The styles part with a quoted number in place of each format. */
  readonly xml: string;
  /** The pattern that such a number means; undefined for none. */
  patternOf(word: string | undefined): string | undefined;
}

export function hideNumberFormats(xml: string): NumberFormats {
  const patterns = new Map(Object.entries(BUILT_IN).map(([id, pattern]) => [Number(id), pattern]));
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?numFmt\s[^>]*>/g)) {
    const { numFmtId, formatCode } = attributesOf(tag);
    if (numFmtId !== undefined && formatCode !== undefined)
      patterns.set(Number(numFmtId), formatCode);
  }
  const used = new Set<number>();
  const hidden = xml.replace(
    /(<(?:[\w.-]+:)?xf\s[^>]*?\bnumFmtId=["'])(\d+)/g,
    (_, before: string, id: string) => {
      if (!patterns.has(Number(id))) return `${before}0`;
      used.add(Number(id));
      return `${before}${FIRST_ID + Number(id)}`;
    },
  );
  const prefix = /<((?:[\w.-]+:)?)styleSheet\b/.exec(xml)?.[1] ?? '';
  const words = [...used].map(
    (id) => `<${prefix}numFmt numFmtId="${FIRST_ID + id}" formatCode="${escapeXml(`"${id}"`)}"/>`,
  );
  const own = `<${prefix}numFmts>${words.join('')}</${prefix}numFmts>`;
  const bare = hidden
    .replace(/<((?:[\w.-]+:)?numFmts)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<(?:[\w.-]+:)?numFmts\b[^>]*\/>/g, '');
  return {
    xml: bare.replace(/<(?:[\w.-]+:)?styleSheet\b[^>]*>/, (tag) => tag + own),
    patternOf(word) {
      const id = /^"(\d+)"$/.exec(word ?? '')?.[1];
      return id === undefined ? undefined : patterns.get(Number(id));
    },
  };
}
