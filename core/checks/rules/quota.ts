// V22: what a session cost besides its lecturer, against the quota per person and day.
import type { Day } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { formatCents, toCents, yuanToCents } from '../../money/cents';
import { text } from '../../text/language';
import type { Book } from '../../model/book';
import { groupBy } from '../../text/group-by';
import type { HeadCounts } from '../../attendance/head-counts';
import { placeAt } from '../../model/place-at';
import { findStandard, quotaOn, type Standards } from '../../model/standards';

export const OVER_QUOTA: Rule = {
  code: 'V22',
  severity: 'error',
  source: '财行〔2016〕540号第九条',
  message: text(
    '本期除师资费外共支出{value}元，超过综合定额：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    '本期除師資費外共支出{value}元，超過綜合定額：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    'Besides the lecturer this session cost {value} yuan, over the quota: {people} people × {days} days × {quota} = {limit} yuan ({document}).',
  ),
  suggestion: text(
    '请核对这一期的支出和出勤人数；半天折合几天见“标准”。',
    '請核對這一期的支出和出勤人數；半天折合幾天見「標準」。',
    'Check the expenses and the attendance; the half-day factor is set in Standards.',
  ),
};
export const OVER_QUOTA_OF_DUE: Rule = {
  code: 'V22',
  severity: 'error',
  source: '财行〔2016〕540号第九条',
  message: text(
    '本期除师资费外共支出{value}元，考勤还没有登记，按应到人数也超过综合定额：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    '本期除師資費外共支出{value}元，考勤還沒有登記，按應到人數也超過綜合定額：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    'Besides the lecturer this session cost {value} yuan; nobody is marked yet, and even for all who were due that is over the quota: {people} people × {days} days × {quota} = {limit} yuan ({document}).',
  ),
  suggestion: text(
    '请核对这一期的支出，并登记考勤；半天折合几天见“标准”。',
    '請核對這一期的支出，並登記考勤；半天折合幾天見「標準」。',
    'Check the expenses, and record the attendance; the half-day factor is set in Standards.',
  ),
};

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
