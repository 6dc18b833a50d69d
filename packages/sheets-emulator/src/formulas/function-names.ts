/** The functions that a formula calls, and what this server makes of them. */

/** Names the engine knows that Google does not have, or that would give wrong answers here. */
export const NOT_TAKEN: ReadonlySet<string> = new Set([
  'AGGREGATE',
  'ARRAYTOTEXT',
  'BAHTTEXT',
  'CUBE',
  'DBCS',
  'DROP',
  'EXPAND',
  'FORMULATEXT',
  'NUMBERSTRING',
  'ROUNDBANK',
  'SHEET',
  'SHEETS',
  'SORTBY',
  'TAKE',
  'TEXTAFTER',
  'TEXTBEFORE',
  'TEXTSPLIT',
  'VALUETOTEXT',
  'AVERAGE.WEIGHTED',
  'COMPARE',
  'DIVIDED',
  'PLUS',
  'IMAGE',
]);

/** Results of these spread over several cells; any other formula gives one value. */
const ARRAY_FUNCTIONS = new Set([
  'ARRAYFORMULA',
  'ARRAY_CONSTRAIN',
  'BYCOL',
  'BYROW',
  'CHOOSECOLS',
  'CHOOSEROWS',
  'FILTER',
  'FLATTEN',
  'FREQUENCY',
  'GROWTH',
  'HSTACK',
  'LINEST',
  'LOGEST',
  'MAKEARRAY',
  'MAP',
  'MINVERSE',
  'MMULT',
  'MUNIT',
  'RANDARRAY',
  'SCAN',
  'SEQUENCE',
  'SORT',
  'TOCOL',
  'TOROW',
  'TRANSPOSE',
  'TREND',
  'UNIQUE',
  'VSTACK',
  'WRAPCOLS',
  'WRAPROWS',
]);

/** Done by taking the call away: the engine spreads arrays without being asked. */
const TRANSLATED = new Set(['ARRAYFORMULA']);

const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Za-z_][A-Za-z0-9_.]*)(?=\s*\()/g;

export function functionNames(formula: string): Set<string> {
  const names = [...formula.matchAll(TOKENS)].map((match) => match[1]?.toUpperCase());
  return new Set(names.filter((name) => name !== undefined));
}

/** The first function that neither the engine nor this server knows as Google does. */
export function unknownFunction(
  formula: string,
  engineKnows: (name: string) => boolean,
): string | undefined {
  return [...functionNames(formula)].find(
    (name) => !TRANSLATED.has(name) && (NOT_TAKEN.has(name) || !engineKnows(name)),
  );
}

/** An array in braces, or a function that gives one. */
export function givesArray(formula: string): boolean {
  const outsideTexts = formula.replace(/"(?:[^"]|"")*"/g, '');
  if (outsideTexts.includes('{')) return true;
  return [...functionNames(formula)].some((name) => ARRAY_FUNCTIONS.has(name));
}

export const engineFormula = (formula: string): string =>
  formula.replace(TOKENS, (token, name: string | undefined) =>
    name !== undefined && TRANSLATED.has(name.toUpperCase()) ? '' : token,
  );

/** `[1]Sheet1!A1` or `'[1]My sheet'!A1`: Excel's reference to the first of the files that a workbook links. */
export const linksOtherFile = (formula: string): boolean =>
  /\[\d+\]/.test(formula.replace(/"(?:[^"]|"")*"/g, ''));

/** `Fees[Amount]`, `[@Hours]`: cells by the name of Excel's table and column. */
export const namesTable = (formula: string): boolean =>
  /\[/.test(formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, ''));

const NOT_NAMES = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|#[A-Z/]+[!?\d]*/giu;
const NAMES = /(?<![\p{L}\p{N}_.$:!])[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.$:!]|\s*\()/gu;
const CELL_OR_VALUE = /^(?:[a-z]{1,3}\d+|true|false)$/i;

/** The first word that is neither a cell nor a value, and that nobody has made a name of. */
export function unknownName(
  formula: string,
  isKnown: (name: string) => boolean,
): string | undefined {
  // Variables have their meaning within the formula.
  if (/\b(?:LET|LAMBDA)\s*\(/i.test(formula)) return undefined;
  const words = formula.replace(NOT_NAMES, ' ').match(NAMES) ?? [];
  return words.find((word) => !CELL_OR_VALUE.test(word) && !isKnown(word));
}

/** Two operands with no operator between them: `A1 B1`, `1 (2)`, `(1) 2`. */
const SIDE_BY_SIDE =
  /[\p{L}\p{N}_)]\s+[\p{L}\p{N}_]|(?<![\p{L}\p{N}_.])\d[\d.]*\s*\(|\)\s*[\p{L}\p{N}_]/u;

/** Parentheses and quotes that do not match make a formula no formula, and so do operands side by side. */
export function isWellFormed(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, 'x');
  if (bare.slice(1).trim() === '' || bare.includes('"') || SIDE_BY_SIDE.test(bare)) return false;
  let depth = 0;
  for (const sign of bare) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0 && !/[+\-*/^&=<>,(]\s*$/.test(bare.slice(1));
}
