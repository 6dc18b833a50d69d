// Every rule a finding can come from, for docs/rules.md and for looking a code up.
import type { Rule } from '../workbook/finding';
import * as notice from '../notice/notice-rules.texts';
import * as feesToPay from '../fees/fee-rules.texts';
import * as listed from './limit-findings';
import * as marks from './highlights/highlight-rules.texts';
import { BAD_SETTING, SETTING_OUT_OF_LIMITS } from '../workbook/read/setting-rules';
import * as shape from '../workbook/shape-rules.texts';
import * as absences from './rules/absences.texts';
import * as attendance from './rules/attendance.texts';
import * as balance from './rules/balance';
import * as bounces from './rules/bounces';
import * as budgetLimits from './rules/budget-limits.texts';
import * as calendar from './rules/calendar.texts';
import * as cellText from './rules/cell-text.texts';
import * as farAway from './rules/far-away.texts';
import * as feeCaps from './rules/fee-caps.texts';
import * as feeEntry from './rules/fee-entry.texts';
import * as feeTax from './rules/fee-tax.texts';
import * as forbidden from './rules/forbidden';
import * as halfDayPrice from './rules/half-day-price';
import * as idNumber from './rules/id-number.texts';
import * as identity from './rules/identity.texts';
import * as knownNames from './rules/known-names';
import * as leave from './rules/leave.texts';
import * as leaveBalance from './rules/leave-balance.texts';
import * as limits from './rules/limits';
import * as neededColumns from './rules/needed-columns';
import * as notInvited from './rules/not-invited';
import * as otherHours from './rules/other-hours';
import * as overlaps from './rules/overlaps.texts';
import * as papers from './rules/papers.texts';
import * as programmeOrder from './rules/programme-order.texts';
import * as quota from './rules/quota.texts';
import * as standards from './rules/standards.texts';
import * as roster from './rules/roster.texts';
import * as shownNames from './rules/shown-names';
import * as sessionTimes from './rules/session-times.texts';
import * as speakers from './rules/speakers.texts';
import * as spending from './rules/spending.texts';
import * as statuses from './rules/statuses.texts';

const FAMILIES: readonly object[] = [
  shape,
  calendar,
  sessionTimes,
  overlaps,
  programmeOrder,
  identity,
  roster,
  speakers,
  idNumber,
  attendance,
  notInvited,
  balance,
  leave,
  leaveBalance,
  absences,
  otherHours,
  limits,
  feeCaps,
  farAway,
  feeEntry,
  feeTax,
  halfDayPrice,
  quota,
  papers,
  standards,
  forbidden,
  spending,
  budgetLimits,
  feesToPay,
  statuses,
  bounces,
  cellText,
  knownNames,
  shownNames,
  neededColumns,
  listed,
  marks,
  notice,
];

const byCode = (a: Rule, b: Rule): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** In the order of their codes; several rules may share one code, each with its own words. */
export const ALL_RULES: readonly Rule[] = [
  ...FAMILIES.flatMap((family) => Object.values(family).filter(isRule)),
  BAD_SETTING,
  SETTING_OUT_OF_LIMITS,
].toSorted(byCode);

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'code' in value && 'suggestion' in value;
}
