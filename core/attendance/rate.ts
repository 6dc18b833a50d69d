// Attendance rates as exact fractions; they become decimals only when shown.
import { WHOLE_SESSION } from '../model/statuses';
import { NO_BASIS, tenthsOfPercent, type Share } from '../report/percent-cell';

/**
 * Both parts are whole numbers of hundredths of a session: a status may give a credit such as 0.5, and sums of hundredths stay
 * exact. Rates of disjoint groups are merged by adding the parts, never by averaging. A denominator of 0 means there is no rate.
 */
export type Rate = Share;

/** `91.7%`, rounded half up to one decimal; `—` when there is no basis. */
export function formatRate(rate: Rate): string {
  const tenths = tenthsOfPercent(rate);
  return tenths === null ? NO_BASIS : `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** Targets are read to a millionth, so that 90% is exactly 90%. */
const TARGET_PARTS = 1_000_000;

/** How far the rate is above its target, in millionths of a hundredth; negative below it. */
function slackOf({ numerator, denominator }: Rate, target: number): number {
  return numerator * TARGET_PARTS - Math.round(target * TARGET_PARTS) * denominator;
}

/** Compares the exact fraction, not what is shown; null when there is no basis. */
export function meetsTarget(rate: Rate, target: number): boolean | null {
  return rate.denominator === 0 ? null : slackOf(rate, target) >= 0;
}

/** A rate to date seen over the whole programme, of which `open` sessions are still undecided. */
export interface RateProjection {
  /** What is already earned, over all sessions. */
  readonly earned: Rate;
  /** When every open session is attended. */
  readonly best: Rate;
  /** How many of the open sessions may be missed before the target is; null when it is out of reach or there is no session. */
  readonly absencesLeft: number | null;
}

export function projectRate(toDate: Rate, open: number, target: number): RateProjection {
  const denominator = toDate.denominator + open * WHOLE_SESSION;
  const best = { numerator: toDate.numerator + open * WHOLE_SESSION, denominator };
  const slack = slackOf(best, target);
  const spare = Math.min(open, Math.floor(slack / (WHOLE_SESSION * TARGET_PARTS)));
  return {
    earned: { numerator: toDate.numerator, denominator },
    best,
    absencesLeft: denominator === 0 || slack < 0 ? null : spare,
  };
}
