// Shares of an amount, reckoned in whole hundredths of a percent so that they stay in whole cents.
import { toCents, type Cents } from '../money/cents';

const { floor, round } = Math;

/** `0.5` → 5,000 hundredths of a percent. More than a thousandfold is no share anybody means: it counts as none. */
const basisPoints = (share: number): number => {
  const points = round(share * 10_000);
  return points > 0 && points <= 10_000_000 ? points : 0;
};

/** The amount and this share of it on top, down to the cent. Beyond what cents can be, the amount as it is. */
export function raisedBy(amount: Cents, share: number): Cents {
  const product = amount * (10_000 + basisPoints(share));
  return Number.isSafeInteger(product) ? toCents(floor(product / 10_000)) : amount;
}
