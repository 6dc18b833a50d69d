// V24, V26, V27: what finance asks to see with a session's bills: staff, papers, people paid for.
import { finding, type Finding, type Place, type Rule } from '../../finding';
import { text, type Text } from '../../text/language';
import type { Book, EntryOf } from '../book';
import type { HeadCounts } from '../head-counts';
import { at } from '../place';
import { findRate, type RateBook, type RateQuery } from '../rate-book';

// prettier-ignore
export const TOO_MANY_STAFF: Rule = {
  code: 'V24', severity: 'warning', source: '财行〔2016〕540号（工作人员比例按本地规定）',
  message: text('{people}人参加，工作人员{value}人，超过上限{limit}人（{document}）。', '{people}人參加，工作人員{value}人，超過上限{limit}人（{document}）。', '{value} staff for {people} people; at most {limit} ({document}).'),
  suggestion: text('请减少列支培训费的工作人员。', '請減少列支培訓費的工作人員。', 'Have fewer staff paid from training money.'),
};
// prettier-ignore
export const PAPERS_MISSING: Rule = {
  code: 'V26', severity: 'error', source: '财行〔2016〕540号（报销凭证）',
  message: text('已有支出，报销材料缺少：{missing}。', '已有支出，報銷材料缺少：{missing}。', 'Money was spent, but the papers lack: {missing}.'),
  suggestion: text('报销须附计划、通知、实到签到表、讲课费签收单和票据，请补齐。', '報銷須附計劃、通知、實到簽到表、講課費簽收單和票據，請補齊。', 'Plan, notice, sign-in sheet, fee slips and bills go with the claim: complete them.'),
};
// prettier-ignore
export const MORE_PAID_THAN_CAME: Rule = {
  code: 'V27', severity: 'error', source: '财行〔2016〕540号（报销凭证）',
  message: text('按{value}人计费，实到{people}人。', '按{value}人計費，實到{people}人。', 'Paid for {value} people; {people} came.'),
  suggestion: text('计费人数不得多于签到人数，请核对。', '計費人數不得多於簽到人數，請核對。', 'No more can be paid for than signed in: check the number.'),
};

export function checkPapers(book: Book, rates: RateBook, people: HeadCounts): Finding[] {
  return [
    ...book.entries.schedule.flatMap((session) => checkStaff(session, rates, people)),
    ...checkSessionPapers(book),
    ...checkBills(book),
    ...book.entries.expenses.flatMap((expense) => checkHeads(book, expense, people)),
  ];
}

/** The rates without which the number of staff cannot be judged. */
export function ratesForStaff(book: Book): RateQuery[] {
  return book.entries.schedule.flatMap(({ cells: { date, staffCount } }) =>
    date && staffCount ? [{ item: 'staffRatio', scope: null, day: date } as const] : [],
  );
}

function checkStaff(
  { row, cells }: EntryOf<'schedule'>,
  rates: RateBook,
  people: HeadCounts,
): Finding[] {
  const { id = '', date, staffCount, state } = cells;
  if (!date || !staffCount || state === 'cancelled') return [];
  const count = people.came(id) || people.due(id);
  const ratio = findRate(rates, { item: 'staffRatio', scope: null, day: date });
  const most = findRate(rates, { item: 'staffLimit', scope: null, day: date });
  const limits = [
    ...(ratio && count > 0
      ? [{ limit: Math.floor(count * ratio.value + 1e-9), document: ratio.documentNumber }]
      : []),
    ...(most ? [{ limit: most.value, document: most.documentNumber }] : []),
  ];
  const [strictest] = limits.toSorted((a, b) => a.limit - b.limit);
  if (!strictest || staffCount <= strictest.limit) return [];
  return [
    finding(TOO_MANY_STAFF, at('schedule', row, 'staffCount'), staffCount, {
      people: count,
      ...strictest,
    }),
  ];
}

const NOTICE = text('培训通知', '培訓通知', 'the notice');
const SIGN_IN = text('签到表', '簽到表', 'the sign-in sheet');
const BILL = text('签收单或票据', '簽收單或票據', 'the fee slip or bill');

/** Papers are asked for where the workbook keeps them at all: a column that nobody fills is not kept. */
function checkSessionPapers(book: Book): Finding[] {
  const { schedule, expenses, notices } = book.entries;
  const paidFor = new Set(expenses.map(({ cells }) => cells.sessionId));
  const mailed = new Set(
    notices.filter(({ cells }) => cells.state === 'sent').map(({ cells }) => cells.sessionId),
  );
  const keepsNotices = mailed.size > 0 || schedule.some(({ cells }) => cells.noticeNumber);
  const keepsSheets = schedule.some(({ cells }) => cells.signInProof);
  return schedule.flatMap(({ row, cells: { id, state, noticeNumber, signInProof } }) => {
    if (id === undefined || state !== 'held' || !paidFor.has(id)) return [];
    const lacksNotice = keepsNotices && !noticeNumber && !mailed.has(id);
    const lacksSheet = keepsSheets && !signInProof;
    return [
      ...(lacksNotice ? missing(book, at('schedule', row, 'noticeNumber'), NOTICE) : []),
      ...(lacksSheet ? missing(book, at('schedule', row, 'signInProof'), SIGN_IN) : []),
    ];
  });
}

function checkBills(book: Book): Finding[] {
  const { expenses } = book.entries;
  if (!expenses.some(({ cells }) => cells.proof)) return [];
  return expenses.flatMap(({ row, cells }) =>
    cells.proof ? [] : missing(book, at('expenses', row, 'proof'), BILL),
  );
}

function missing(book: Book, place: Place, what: Text): Finding[] {
  return book.isRefused(place.tab, place.row, place.column)
    ? []
    : [finding(PAPERS_MISSING, place, '', { missing: what })];
}

function checkHeads(
  book: Book,
  { row, cells }: EntryOf<'expenses'>,
  people: HeadCounts,
): Finding[] {
  const { sessionId, headCount } = cells;
  const session = book.sessions.get(sessionId ?? '');
  if (!headCount || !sessionId || session?.cells.state !== 'held') return [];
  const came = people.came(sessionId);
  if (came === 0 || headCount <= came) return [];
  return [
    finding(MORE_PAID_THAN_CAME, at('expenses', row, 'headCount'), headCount, { people: came }),
  ];
}
