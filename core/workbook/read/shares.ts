// A setting that gives shares to the choices of a column: `国家 10%；省 40%`.
import { foldWord } from '../../text/clean';

const PART = /^(.+?)[:：]?(\d{1,3}(?:\.\d{1,2})?)[%％]$/;
/** Shares are added as hundredths of a percent, because fractions such as 33.4 % have no exact sum. */
const WHOLE = 100 * 100;

/** Shares between 0 and 1 by code; undefined when a part is not understood, a code comes twice, or all are more than 100 % together. */
export function parseShares<Code extends string>(
  cell: string,
  codeByWord: ReadonlyMap<string, Code>,
): ReadonlyMap<Code, number> | undefined {
  const shares = new Map<Code, number>();
  let sum = 0;
  for (const part of cell.split(/[、,，;；\n]/).filter((one) => one.trim() !== '')) {
    const [, word = '', percent = ''] = PART.exec(foldWord(part)) ?? [];
    const code = codeByWord.get(word);
    if (code === undefined || shares.has(code)) return undefined;
    const hundredths = Math.round(Number(percent) * 100);
    sum += hundredths;
    shares.set(code, hundredths / WHOLE);
  }
  return sum > WHOLE ? undefined : shares;
}
