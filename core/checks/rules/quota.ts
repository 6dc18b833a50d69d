// V22: what a session cost besides its lecturer, against the quota per person and day.
import type { Day } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { formatCents, toCents, yuanToCents } from '../../money/cents';
import type { Book } from '../../model/book';
import { groupBy } from '../../text/group-by';
import type { HeadCounts } from '../../attendance/head-counts';
import { placeAt } from '../../model/place-at';
import { findStandard, quotaOn, type Standards } from '../../model/standards';
import { OVER_QUOTA, OVER_QUOTA_OF_DUE } from './quota.texts';

const { floor } = Math;

export function checkQuota(book: Book, standards: Standards, people: HeadCounts): Finding[] {
  const costs = groupBy(book.entries.expenses, ({ cells }) =>
    cells.head === 'lecturer' ? null : cells.sessionId,
  );
  return [...costs].flatMap(([sessionId, expenses]) => {
    const session = book.sessions.get(sessionId);
    const date = session?.cells.date;
    if (!session || !date) return [];
    const spent = expenses.reduce((sum, { cells }) => sum + (cells.amount ?? 0), 0);
    const rule = people.isMarked(sessionId) ? OVER_QUOTA : OVER_QUOTA_OF_DUE;
    const cost = { rule, row: session.row, spent, count: people.atMost(sessionId), day: date };
    return checkCost(cost, standards);
  });
}

interface Cost {
  readonly rule: Rule;
  readonly row: number;
  /** In cents. */
  readonly spent: number;
  readonly count: number;
  readonly day: Day;
}

function checkCost({ rule, row, spent, count, day }: Cost, standards: Standards): Finding[] {
  const quota = quotaOn(standards, day);
  if (!quota) return [];
  // Without a local rule for half-days the most favourable reckoning is taken, so that an error is one for certain.
  const days = findStandard(standards, { item: 'halfDayDays', scope: null, day })?.value ?? 1;
  const perDay = yuanToCents(quota.value);
  const limit = perDay === null ? NaN : floor((count * Math.round(days * 100) * perDay) / 100);
  if (!Number.isSafeInteger(limit) || spent <= limit) return [];
  const facts = {
    people: count,
    days,
    quota: quota.value,
    limit: formatCents(toCents(limit)),
    document: quota.documentNumber,
  };
  return [finding(rule, placeAt('schedule', row, 'id'), formatCents(toCents(spent)), facts)];
}
