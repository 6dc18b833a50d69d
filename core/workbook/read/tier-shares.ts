// The setting that says how many of the sessions each tier of speakers is to have.
import { codesByWord } from '../codes-by-word';
import { SPEAKERS } from '../tabs/people';
import { parseShares } from './shares';

export type Tier = keyof typeof SPEAKERS.columns.tier.choices;
export const TIERS = Object.keys(SPEAKERS.columns.tier.choices) as readonly Tier[]; // the column's own choices

/** Shares between 0 and 1. */
export type TierShares = Readonly<Partial<Record<Tier, number>>>;

const TIER_BY_WORD = codesByWord(SPEAKERS.columns.tier);

/** Reads `国家 10%；省 40%`: tiers by their words in any language. */
export function parseTierShares(cell: string): TierShares | undefined {
  const shares = parseShares(cell, TIER_BY_WORD);
  return shares && Object.fromEntries(shares);
}
