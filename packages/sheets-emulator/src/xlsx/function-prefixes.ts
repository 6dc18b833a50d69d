/**
 * Functions that Excel got after 2007 have a prefix in files, which nobody types or sees: `_xlfn.IFS`. A file without it shows
 * #NAME? until the cell is entered again. Source: Microsoft, "Issue: An _xlfn. prefix is displayed in front of a formula".
 */

/** LET and LAMBDA are not among them: in files their variables need a prefix too. */
const NEWER_FUNCTIONS: ReadonlySet<string> = new Set(
  `ACOT ACOTH ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR
  CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT
  CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND
  EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST
  GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA
  ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST
  NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST
  QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH
  T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE
  UNIQUE VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);

const WORKSHEET_FUNCTIONS: ReadonlySet<string> = new Set(['FILTER', 'SORT']);

const TEXTS = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const PREFIXES = new RegExp(String.raw`${TEXTS}|(?<![\p{L}\p{N}_.])(?:_xl(?:fn|ws|pm)\.)+`, 'giu');
const CALLS = new RegExp(String.raw`${TEXTS}|(?<![\p{L}\p{N}_.])[A-Za-z][A-Za-z0-9.]*(?=\()`, 'gu');

export const withoutPrefixes = (formula: string): string =>
  formula.replace(PREFIXES, (token) => (token.startsWith('_') ? '' : token));

export const withPrefixes = (formula: string): string =>
  formula.replace(CALLS, (token) => {
    const name = token.toUpperCase();
    if (WORKSHEET_FUNCTIONS.has(name)) return `_xlfn._xlws.${name}`;
    return NEWER_FUNCTIONS.has(name) ? `_xlfn.${name}` : token;
  });
