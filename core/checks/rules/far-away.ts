// V12, V21: a fee over the cap that is raised because the lecturer comes from out of town.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { formatCents, toCents, type Cents } from '../../money/cents';
import type { FeeRow } from '../../model/fee-rows';
import { findStandard, type Standard, type Standards } from '../../model/standards';
import { placeAt } from '../../model/place-at';
import { percentText } from '../../report/percent-cell';
import {
  NOT_APPROVED,
  OVER_UPLIFT,
  NO_PERCENTAGE,
  NEITHER_APPROVED_NOR_WITHIN,
  NEITHER_APPROVED_NOR_KNOWN,
} from './far-away.texts';

const { floor } = Math;

/** What the check of the cap found: more than `limit` is paid. */
interface OverCap {
  readonly fee: FeeRow;
  readonly net: Cents;
  readonly limit: Cents;
  readonly facts: Finding['facts'];
}

/**
 * Null when the lecturer is not marked as far away: the cap is then simply broken. An empty list: raised within the local rule and
 * approved in writing.
 */
export function checkFarAway(over: OverCap, standards: Standards): Finding[] | null {
  const { fee, net, limit } = over;
  const { row, cells, speaker, day } = fee;
  if (speaker?.cells.farAway !== true) return null;
  const rate =
    day === null ? null : findStandard(standards, { item: 'farUplift', scope: null, day });
  const raised = raisedBy(limit, rate?.value ?? 0);
  const isWithin = rate !== null && net <= raised;
  const isApproved = Boolean(cells.approvalNumber);
  if (isApproved && isWithin) return [];
  const facts = {
    ...over.facts,
    uplift: percentText(rate?.value ?? 0),
    raised: formatCents(raised),
  };
  const rule = isApproved ? approvedRule(rate) : isWithin ? NOT_APPROVED : unapprovedRule(rate);
  return [finding(rule, placeAt('expenses', row, 'net'), formatCents(net), facts)];
}

const approvedRule = (rate: Standard | null): Rule => (rate === null ? NO_PERCENTAGE : OVER_UPLIFT);
const unapprovedRule = (rate: Standard | null): Rule =>
  rate === null ? NEITHER_APPROVED_NOR_KNOWN : NEITHER_APPROVED_NOR_WITHIN;

/**
 * `0.5` → 5,000 hundredths of a percent, so that the amount stays in whole cents. More than a thousandfold is no share anybody means: it
 * counts as none.
 */
const basisPoints = (share: number): number => {
  const points = Math.round(share * 10_000);
  return points > 0 && points <= 10_000_000 ? points : 0;
};

/** The amount and this share of it on top, down to the cent. Beyond what cents can be, the amount as it is. */
export function raisedBy(amount: Cents, share: number): Cents {
  const product = amount * (10_000 + basisPoints(share));
  return Number.isSafeInteger(product) ? toCents(floor(product / 10_000)) : amount;
}
