/** Takes a range text apart into sheet title and cell part; titles may lack the quotes they need. */

export interface SplitRange {
  /** Undefined when the text names no sheet. */
  readonly title: string | undefined;
  /** Undefined when the text is a quoted title alone. */
  readonly cells: string | undefined;
}

/** Quotes inside are doubled in practice; Google's guide shows one that is not: `'Jon's_Data'!A1`. */
const unquote = (quoted: string): string => quoted.slice(1, -1).replaceAll("''", "'");

const isQuoted = (text: string): boolean =>
  text.length >= 2 && text.startsWith("'") && text.endsWith("'");

export function splitRange(text: string): SplitRange {
  if (isQuoted(text)) return { title: unquote(text), cells: undefined };
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { title: undefined, cells: text };
  const title = text.slice(0, bang);
  return { title: isQuoted(title) ? unquote(title) : title, cells: text.slice(bang + 1) };
}
