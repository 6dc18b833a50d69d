// V22: what a session cost besides its lecturer, against the quota per person and day.
import type { Day } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../finding';
import { formatCents, toCents } from '../../money/cents';
import { text } from '../../text/language';
import type { Book } from '../book';
import { groupBy } from '../group-by';
import { at } from '../place';
import { findRate, type Rate, type RateBook } from '../rate-book';
import type { MarkIndex } from '../mark-index';
import { foldStatus, type StatusBook } from '../status-book';

// prettier-ignore
export const OVER_QUOTA: Rule = {
  code: 'V22', severity: 'error', source: '财行〔2016〕540号第九条',
  message: text('本期除师资费外共支出{value}元，超过综合定额：{people}人×{quota}元={limit}元（{document}）。', '本期除師資費外共支出{value}元，超過綜合定額：{people}人×{quota}元={limit}元（{document}）。', 'Besides the lecturer this session cost {value} yuan, over the quota: {people} people × {quota} = {limit} yuan ({document}).'),
  suggestion: text('请核对这一期的支出和出勤人数；半天按一天计仍超出。', '請核對這一期的支出和出勤人數；半天按一天計仍超出。', 'Check the expenses and the attendance: it is over even if the half-day counts as a day.'),
};

/** District courses are of the third category; a quota row without a scope holds for all. */
const CATEGORY_SCOPES = ['三类', '三類', 'class3', null];

export function checkQuota(
  book: Book,
  rates: RateBook,
  people: (sessionId: string) => number,
): Finding[] {
  const costs = groupBy(book.entries.expenses, ({ cells }) =>
    cells.head === 'lecturer' ? null : cells.sessionId,
  );
  return [...costs].flatMap(([sessionId, expenses]) => {
    const session = book.sessions.get(sessionId);
    const quota = session?.cells.date && quotaOn(rates, session.cells.date);
    const count = people(sessionId);
    if (!session || !quota || count === 0) return [];
    const spent = expenses.reduce((sum, { cells }) => sum + (cells.amount ?? 0), 0);
    const limit = Math.round(count * quota.value * 100);
    if (spent <= limit || !Number.isSafeInteger(limit)) return [];
    const facts = {
      people: count,
      quota: quota.value,
      limit: formatCents(toCents(limit)),
      document: quota.documentNumber,
    };
    return [
      finding(OVER_QUOTA, at('schedule', session.row, 'id'), formatCents(toCents(spent)), facts),
    ];
  });
}

function quotaOn(rates: RateBook, day: Day): Rate | null {
  for (const scope of CATEGORY_SCOPES) {
    const quota = findRate(rates, { item: 'quota', scope, day });
    if (quota) return quota;
  }
  return null;
}

/** How many people came to a session. */
export function headCount(
  book: Book,
  statuses: StatusBook,
  marks: MarkIndex,
): (sessionId: string) => number {
  const { codes, values } = book.attendance.columns.status;
  const attended = values.map(
    (status) => statuses.meanings.get(foldStatus(status))?.attended === true,
  );
  return (sessionId) => {
    let count = 0;
    for (const id of book.members.keys()) {
      const row = marks.rowOf(sessionId, id);
      if (row !== null && attended[codes[row] ?? -1] === true) count += 1;
    }
    return count;
  };
}
