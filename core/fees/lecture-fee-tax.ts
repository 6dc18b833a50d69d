// Income tax withheld on a lecture fee: one payment, or the payments of one month taken together.
import { toCents, type Cents } from '../money/cents';

// A global is looked up anew at every call; the tests go through every cent.
const { floor } = Math;

/** Up to this gross a fixed allowance is deducted, above it a fifth. */
const SMALL_FEE = 4000_00;
const FIXED_ALLOWANCE = 800_00;

/** The rate of the taxable part up to a limit, and what is taken off afterwards so that the brackets meet. */
interface Bracket {
  readonly percent: number;
  readonly minus: number;
}
const LOW: Bracket = { percent: 20, minus: 0 };
const MIDDLE: Bracket = { percent: 30, minus: 2000_00 };
const HIGH: Bracket = { percent: 40, minus: 7000_00 };
const [LOW_UP_TO, MIDDLE_UP_TO] = [20_000_00, 50_000_00];

/** Tax on a gross fee, rounded half up to the cent: `taxOnFee(4000.00) = 640.00`. The brackets hold for the part after deduction. */
export function taxOnFee(gross: Cents): Cents {
  if (gross <= FIXED_ALLOWANCE) return toCents(0);
  // In fifths of a cent, so that a fifth of the gross needs no fraction.
  const taxableFifths = gross <= SMALL_FEE ? (gross - FIXED_ALLOWANCE) * 5 : gross * 4;
  const { percent, minus } = bracketOf(taxableFifths);
  return toCents(floor((taxableFifths * percent + 250) / 500) - minus);
}

function bracketOf(taxableFifths: number): Bracket {
  if (taxableFifths <= LOW_UP_TO * 5) return LOW;
  return taxableFifths <= MIDDLE_UP_TO * 5 ? MIDDLE : HIGH;
}

/** The gross fee that leaves exactly this net, rounded half up to the cent: `grossOfNet(3360.00) = 4000.00`. */
export function grossOfNet(net: Cents): Cents {
  if (net <= 800_00) return net;
  if (net <= 3360_00) return ratio(net - 160_00, 5, 4);
  if (net <= 21_000_00) return ratio(net, 25, 21);
  if (net <= 49_500_00) return ratio(net - 2000_00, 25, 19);
  return ratio(net - 7000_00, 25, 17);
}

function ratio(amount: number, times: number, by: number): Cents {
  return toCents(floor((amount * times * 2 + by) / (by * 2)));
}
