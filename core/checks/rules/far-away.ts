// V12, V21: a fee over the cap that is raised because the lecturer comes from out of town.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { formatCents, type Cents } from '../../money/cents';
import { raisedBy } from '../../fees/share';
import type { FeeRow } from '../../model/fee-rows';
import { findStandard, type Standard, type Standards } from '../../model/standards';
import { placeAt } from '../../model/place-at';
import {
  NOT_APPROVED,
  OVER_UPLIFT,
  NO_PERCENTAGE,
  NEITHER_APPROVED_NOR_WITHIN,
  NEITHER_APPROVED_NOR_KNOWN,
} from './far-away.texts';

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
  const facts = { ...over.facts, uplift: percent(rate?.value ?? 0), raised: formatCents(raised) };
  const rule = isApproved ? approvedRule(rate) : isWithin ? NOT_APPROVED : unapprovedRule(rate);
  return [finding(rule, placeAt('expenses', row, 'net'), formatCents(net), facts)];
}

const approvedRule = (rate: Standard | null): Rule => (rate === null ? NO_PERCENTAGE : OVER_UPLIFT);
const unapprovedRule = (rate: Standard | null): Rule =>
  rate === null ? NEITHER_APPROVED_NOR_KNOWN : NEITHER_APPROVED_NOR_WITHIN;

const percent = (share: number): string => `${Math.round(share * 100)}%`;
