// V24, V26, V27: what finance asks to see with a session's bills: staff, papers, people paid for.
import type { Day } from '../../calendar/day';
import { finding, type Finding, type Place, type Rule } from '../../workbook/finding';
import { text, type Text } from '../../text/language';
import type { Book, EntryOf } from '../../model/book';
import type { HeadCounts } from '../../attendance/head-counts';
import { placeAt } from '../../model/place-at';
import { findStandard, type Standards, type StandardQuery } from '../../model/standards';

export const TOO_MANY_STAFF: Rule = {
  code: 'V24',
  severity: 'warning',
  source: '财行〔2016〕540号（工作人员比例按本地规定）',
  message: text(
    '{people}人参加，工作人员{value}人，超过上限{limit}人（{document}）。',
    '{people}人參加，工作人員{value}人，超過上限{limit}人（{document}）。',
    '{value} staff for {people} people; at most {limit} ({document}).',
  ),
  suggestion: text(
    '请减少列支培训费的工作人员。',
    '請減少列支培訓費的工作人員。',
    'Have fewer staff paid from training money.',
  ),
};
export const PAPERS_MISSING: Rule = {
  code: 'V26',
  severity: 'error',
  source: '财行〔2016〕540号（报销凭证）',
  message: text(
    '已有支出，报销材料缺少：{missing}。',
    '已有支出，報銷材料缺少：{missing}。',
    'Money was spent, but supporting documents are missing: {missing}.',
  ),
  suggestion: text(
    '报销须附计划、通知、实到签到表、讲课费签收单和票据，请补齐。',
    '報銷須附計劃、通知、實到簽到表、講課費簽收單和票據，請補齊。',
    'Plan, notice, sign-in sheet, fee slips and bills go with the claim: complete them.',
  ),
};
export const MORE_PAID_THAN_CAME: Rule = {
  code: 'V27',
  severity: 'error',
  source: '财行〔2016〕540号（报销凭证）',
  message: text(
    '按{value}人计费，实到{people}人。',
    '按{value}人計費，實到{people}人。',
    'Paid for {value} people; {people} came.',
  ),
  suggestion: text(
    '计费人数不得多于签到人数，请核对。',
    '計費人數不得多於簽到人數，請核對。',
    'The headcount cannot exceed the number of people signed in: check it.',
  ),
};

export const MORE_PAID_THAN_DUE: Rule = {
  code: 'V27',
  severity: 'error',
  source: '财行〔2016〕540号（报销凭证）',
  message: text(
    '按{value}人计费，考勤还没有登记，应到只有{people}人。',
    '按{value}人計費，考勤還沒有登記，應到只有{people}人。',
    'Paid for {value} people; nobody is marked yet, and only {people} were due.',
  ),
  suggestion: text(
    '计费人数不得多于签到人数，请核对，并登记考勤。',
    '計費人數不得多於簽到人數，請核對，並登記考勤。',
    'The headcount cannot exceed the number of people signed in: check it, and record the attendance.',
  ),
};

export function checkPapers(book: Book, standards: Standards, people: HeadCounts): Finding[] {
  return [
    ...book.entries.schedule.flatMap((session) => checkStaff(session, standards, people)),
    ...checkSessionPapers(book),
    ...checkBills(book),
    ...book.entries.expenses.flatMap((expense) => checkHeads(book, expense, people)),
  ];
}

/** The standards without which the number of staff cannot be checked. */
export function standardsForStaff(book: Book): StandardQuery[] {
  return book.entries.schedule.flatMap(({ cells: { date, staffCount } }) =>
    date && staffCount ? [{ item: 'staffRatio', scope: null, day: date } as const] : [],
  );
}

function checkStaff(
  { row, cells }: EntryOf<'schedule'>,
  standards: Standards,
  people: HeadCounts,
): Finding[] {
  const { id = '', date, staffCount, state } = cells;
  if (!date || !staffCount || state === 'cancelled') return [];
  const count = people.atMost(id);
  const ratio = findStandard(standards, { item: 'staffRatio', scope: null, day: date });
  const most = findStandard(standards, { item: 'staffLimit', scope: null, day: date });
  const limits = [
    ...(ratio
      ? [{ limit: Math.floor(count * ratio.value + 1e-9), document: ratio.documentNumber }]
      : []),
    ...(most ? [{ limit: most.value, document: most.documentNumber }] : []),
  ];
  const [strictest] = limits.toSorted((a, b) => a.limit - b.limit);
  if (!strictest || staffCount <= strictest.limit) return [];
  return [
    finding(TOO_MANY_STAFF, placeAt('schedule', row, 'staffCount'), staffCount, {
      people: count,
      ...strictest,
    }),
  ];
}

const NOTICE = text('培训通知', '培訓通知', 'the notice');
const SIGN_IN = text('签到表', '簽到表', 'the sign-in sheet');
const BILL = text('签收单或票据', '簽收單或票據', 'the fee slip or bill');

/** Of sessions held since papers are kept here; what was filed for other sessions says nothing about this one. */
function checkSessionPapers(book: Book): Finding[] {
  const { schedule, expenses, notices } = book.entries;
  const paidFor = new Set(expenses.map(({ cells }) => cells.sessionId));
  const mailed = new Set(
    notices.filter(({ cells }) => cells.state === 'sent').map(({ cells }) => cells.sessionId),
  );
  return schedule.flatMap(({ row, cells }) => {
    const { id, state, date, noticeNumber, signInProof } = cells;
    if (id === undefined || state !== 'held' || !paidFor.has(id) || !areKept(book, date)) return [];
    const lacksNotice = !noticeNumber && !mailed.has(id);
    return [
      ...(lacksNotice ? missing(book, placeAt('schedule', row, 'noticeNumber'), NOTICE) : []),
      ...(signInProof ? [] : missing(book, placeAt('schedule', row, 'signInProof'), SIGN_IN)),
    ];
  });
}

function checkBills(book: Book): Finding[] {
  return book.entries.expenses.flatMap(({ row, cells }) =>
    cells.proof || !areKept(book, cells.date)
      ? []
      : missing(book, placeAt('expenses', row, 'proof'), BILL),
  );
}

function areKept({ settings: { papersFrom } }: Book, day: Day | undefined): boolean {
  return papersFrom !== null && day !== undefined && day >= papersFrom;
}

function missing(book: Book, place: Place, what: Text): Finding[] {
  const isUnknown =
    !book.hasColumn(place.tab, place.column ?? '') ||
    book.isUnreadable(place.tab, place.row, place.column);
  return isUnknown ? [] : [finding(PAPERS_MISSING, place, '', { missing: what })];
}

function checkHeads(
  book: Book,
  { row, cells }: EntryOf<'expenses'>,
  people: HeadCounts,
): Finding[] {
  const { sessionId, headCount } = cells;
  const session = book.sessions.get(sessionId ?? '');
  if (!headCount || !sessionId || session?.cells.state !== 'held') return [];
  const most = people.atMost(sessionId);
  if (headCount <= most) return [];
  const rule = people.isMarked(sessionId) ? MORE_PAID_THAN_CAME : MORE_PAID_THAN_DUE;
  return [finding(rule, placeAt('expenses', row, 'headCount'), headCount, { people: most })];
}
