// The setting that says how many of the sessions each tier of speakers is to have.
import { foldWord } from '../../text/clean';
import { codesByWord } from '../codes-by-word';
import { SPEAKERS } from '../tabs/people';

export type Tier = keyof typeof SPEAKERS.columns.tier.choices;
export const TIERS = Object.keys(SPEAKERS.columns.tier.choices) as readonly Tier[]; // the column's own choices

/** Shares between 0 and 1. */
export type TierShares = Readonly<Partial<Record<Tier, number>>>;

const TIER_BY_WORD = codesByWord(SPEAKERS.columns.tier);
const PART = /^(.+?)[:：]?(\d{1,3}(?:\.\d+)?)[%％]$/;

/** Reads `国家 10%；省 40%`; undefined when a part is not understood, a tier is named twice, or all together are more than 100 %. */
export function parseTierShares(cell: string): TierShares | undefined {
  const shares: Partial<Record<Tier, number>> = {};
  let sum = 0;
  for (const part of cell.split(/[、,，;；\n]/).filter((one) => one.trim() !== '')) {
    const [, word = '', percent = ''] = PART.exec(foldWord(part)) ?? [];
    const tier = TIER_BY_WORD.get(word);
    if (tier === undefined || shares[tier] !== undefined) return undefined;
    sum += Number(percent);
    shares[tier] = Number(percent) / 100;
  }
  return sum > 100 ? undefined : shares;
}
