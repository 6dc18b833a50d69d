// Which cells each rule depends on besides those it names: if one of them is unreadable, the finding may disappear once it is corrected.
import type { Finding, Rule } from '../workbook/finding';
import { foldName } from '../text/clean';
import { UNREADABLE } from '../workbook/read/read-columns';
import type { Settings } from '../workbook/read/settings';
import type { TabKey } from '../workbook/tab-keys';
import type { Book, EntryOf } from '../model/book';
import type { StandardItem } from '../model/standards';
import * as absences from './rules/absences.texts';
import * as budgetLimits from './rules/budget-limits.texts';
import * as calendar from './rules/calendar.texts';
import * as farAway from './rules/far-away.texts';
import * as feeCaps from './rules/fee-caps.texts';
import * as feeTax from './rules/fee-tax.texts';
import * as halfDayPrice from './rules/half-day-price';
import * as leave from './rules/leave.texts';
import * as leaveBalance from './rules/leave-balance.texts';
import * as overlaps from './rules/overlaps.texts';
import * as papers from './rules/papers.texts';
import * as programmeOrder from './rules/programme-order.texts';
import * as quota from './rules/quota.texts';
import * as standards from './rules/standards.texts';
import * as roster from './rules/roster.texts';
import * as sessionTimes from './rules/session-times.texts';
import * as speakers from './rules/speakers.texts';

export type RuleInput =
  /** These cells of a row; row null: of any row. */
  | { readonly tab: TabKey; readonly row: number | null; readonly columns: readonly string[] }
  | { readonly setting: keyof Settings }
  /** The marks of a session. */
  | { readonly marksOf: string }
  /** The leave of a person for a session, as `S01|R001`. */
  | { readonly leaveOf: string };

type RuleInputsOf = (found: Finding, book: Book) => readonly RuleInput[];

const anyRow = (tab: TabKey, ...columns: readonly string[]): RuleInput => ({
  tab,
  row: null,
  columns,
});
const own = ({ tab, row }: Finding, ...columns: readonly string[]): RuleInput => ({
  tab,
  row: row ?? -1,
  columns,
});
const setting = (name: keyof Settings): RuleInput => ({ setting: name });

const STATUSES = anyRow('statuses', 'code', 'label', 'credit', 'treatment', 'presence');
const HOLIDAYS = anyRow('holidays', 'date', 'kind');
const APPROVERS = anyRow('approvers', 'scope', 'kind', 'approver');
const PEOPLE = anyRow('roster', 'id', 'name', 'unit', 'post', 'category');
const ON_ROSTER = ['id', 'name', 'unit', 'category', 'from', 'to'] as const;

const session = (
  book: Book,
  id: string | null | undefined,
  ...columns: readonly string[]
): RuleInput => ({
  tab: 'schedule',
  row: book.sessions.get(id ?? '')?.row ?? -1,
  columns,
});

const rowOf = <Row extends { readonly row: number }>(
  rows: readonly Row[],
  row: number | null,
): Row | undefined => rows.find((entry) => entry.row === row);

/** The day of a session that may have been cancelled is not checked. */
const bySession =
  (...more: readonly RuleInput[]): RuleInputsOf =>
  (found) => [own(found, 'state'), ...more];

/** An unreadable row of the same item may be the one that applies. */
function standardsFor(book: Book, ...items: readonly StandardItem[]): RuleInput[] {
  const columns = ['item', 'scope', 'value', 'from', 'to', 'level'];
  return book.entries.standards
    .filter(({ cells: { item } }) => item === undefined || items.includes(item))
    .map(({ row }) => ({ tab: 'standards', row, columns }));
}

const headCount = (id: string | null | undefined): RuleInput[] => [
  ...(id ? [{ marksOf: id }] : []),
  anyRow('roster', ...ON_ROSTER),
  STATUSES,
];

/** The expense, its session, and everyone who may be its speaker. */
const byFee: RuleInputsOf = (found, book) => {
  const expense = rowOf(book.entries.expenses, found.row)?.cells ?? {};
  const held = book.sessions.get(expense.sessionId ?? '')?.cells;
  const payee = foldName(expense.payee ?? '');
  const isSpeaker = ({ cells: { id, name } }: EntryOf<'speakers'>): boolean =>
    name === undefined || id === undefined || foldName(name) === payee || id === held?.speakerId;
  const speakers = book.entries.speakers.filter(isSpeaker);
  return [
    own(found, 'sessionId', 'payee', 'approvalNumber', 'net'),
    session(book, expense.sessionId, 'taughtHours', 'speakerId', 'date'),
    ...speakers.map(({ row }): RuleInput => ({
      tab: 'speakers',
      row,
      columns: ['id', 'name', 'titleLevel', 'farAway'],
    })),
    ...standardsFor(book, 'feeCap', 'farUplift'),
  ];
};

/** Fees of one person in one month are taxed together. */
const byMonth: RuleInputsOf = (found, book) => {
  const payee = foldName(rowOf(book.entries.expenses, found.row)?.cells.payee ?? '');
  const columns = ['date', 'payee', 'head', 'gross', 'tax', 'taxBasis', 'taxReason'];
  return book.entries.expenses
    .filter(({ cells }) => cells.payee === undefined || foldName(cells.payee) === payee)
    .map(({ row }) => ({ tab: 'expenses', row, columns }));
};

/** What a person was granted over the year; the finding is at the person's row. */
const byYearOf =
  (...more: readonly RuleInput[]): RuleInputsOf =>
  (found, book) => {
    const id = rowOf(book.entries.roster, found.row)?.cells.id;
    const columns = ['sessionId', 'memberId', 'decision', 'returnedOn', 'minutes'];
    const theirs = book.entries.leave.filter(
      ({ cells }) => cells.memberId === undefined || cells.memberId === id,
    );
    return [
      own(found, ...ON_ROSTER),
      anyRow('schedule', 'id', 'date', 'start', 'end', 'state', 'audience'),
      ...theirs.map(({ row }): RuleInput => ({ tab: 'leave', row, columns })),
      ...more,
    ];
  };

const ofLeave =
  (columns: readonly string[], ...more: readonly RuleInput[]): RuleInputsOf =>
  (found, book) => {
    const sessionId = rowOf(book.entries.leave, found.row)?.cells.sessionId;
    return [
      own(found, ...columns),
      session(book, sessionId, 'date', 'start', 'end', 'state'),
      ...more,
    ];
  };

const ofNotRecorded: RuleInputsOf = ({ row }, { attendance: { columns }, sessions }) => {
  const at = (row ?? 0) - 2;
  const sessionId = columns.sessionId.values[columns.sessionId.codes[at] ?? UNREADABLE] ?? '';
  const memberId = columns.memberId.values[columns.memberId.codes[at] ?? UNREADABLE] ?? '';
  const held = sessions.get(sessionId)?.row ?? -1;
  return [
    { leaveOf: `${sessionId}|${memberId}` },
    { tab: 'schedule', row: held, columns: ['start', 'end'] },
    STATUSES,
  ];
};

const withOther =
  (columns: readonly string[], isSession: boolean): RuleInputsOf =>
  (found, book) => {
    const other = found.facts['other'];
    const id = typeof other === 'string' ? other : '';
    const row = isSession ? book.sessions.get(id)?.row : Number(other);
    return [own(found, ...columns), { tab: found.tab, row: row ?? -1, columns }];
  };

/** Rules that are not listed rest on nothing but the cells they name. */
export const RULE_INPUTS: ReadonlyMap<Rule, RuleInputsOf> = new Map<Rule, RuleInputsOf>([
  [calendar.IN_HOLIDAY, bySession(HOLIDAYS)],
  [calendar.ADJUSTED_WORKDAY, bySession(HOLIDAYS)],
  [calendar.UNKNOWN_YEAR, bySession(HOLIDAYS)],
  [calendar.OUTSIDE_SLOTS, bySession(setting('slots'))],
  [calendar.WRONG_WEEKDAY, bySession()],
  [sessionTimes.END_BEFORE_START, bySession()],
  [sessionTimes.WRONG_HALF_DAY, bySession()],
  [
    sessionTimes.TOO_MANY_HOURS,
    (found, book) => [own(found, 'state', 'taughtHours'), ...standardsFor(book, 'halfDayHours')],
  ],
  [
    sessionTimes.TOO_MANY_HOURS_TOGETHER,
    (found, book) => [...hoursOfThatDay(found, book), ...standardsFor(book, 'halfDayHours')],
  ],
  [
    sessionTimes.HOURS_DO_NOT_FIT,
    (found, book) => [
      own(found, 'taughtHours'),
      ...bySession(setting('minutesPerClassHour'))(found, book),
    ],
  ],
  [overlaps.BOOKED_TWICE, withOther(['state', 'audience'], true)],
  [programmeOrder.NOT_IN_PLAN, bySession()],
  [
    papers.TOO_MANY_STAFF,
    (found, book) => [
      ...headCount(rowOf(book.entries.schedule, found.row)?.cells.id),
      ...standardsFor(book, 'staffRatio', 'staffLimit'),
      own(found, 'state', 'audience'),
    ],
  ],
  // A row without head or payee is a total or a note, no expense.
  [papers.PAPERS_MISSING, (found) => [own(found, 'head', 'payee'), setting('papersFrom')]],
  [
    papers.MORE_PAID_THAN_CAME,
    (found, book) => headCount(rowOf(book.entries.expenses, found.row)?.cells.sessionId),
  ],
  [
    papers.MORE_PAID_THAN_DUE,
    (found, book) => headCount(rowOf(book.entries.expenses, found.row)?.cells.sessionId),
  ],
  [quota.OVER_QUOTA, byQuota],
  [quota.OVER_QUOTA_OF_DUE, byQuota],
  [standards.STANDARD_MISSING, () => [anyRow('standards', 'item', 'scope', 'value', 'from', 'to')]],
  [standards.MODEL_ONLY, () => [anyRow('standards', 'item', 'level', 'from', 'to')]],
  [feeCaps.OVER_CAP, byFee],
  [feeCaps.HOURS_UNKNOWN, byFee],
  [feeCaps.EXPERT_OVER_USUAL, byFee],
  [feeCaps.TITLE_UNKNOWN, byFee],
  [feeCaps.LOCAL_LEADER_PAID, byFee],
  [farAway.NOT_APPROVED, byFee],
  [farAway.OVER_UPLIFT, byFee],
  [farAway.NO_PERCENTAGE, byFee],
  [farAway.NEITHER_APPROVED_NOR_WITHIN, byFee],
  [farAway.NEITHER_APPROVED_NOR_KNOWN, byFee],
  [
    speakers.LEADER_IN_POOL,
    ({ facts }) => [{ tab: 'roster', row: Number(facts['other']), columns: ['from', 'to'] }],
  ],
  [halfDayPrice.OLD_HALF_DAY_PRICE, byFee],
  [feeTax.WRONG_TAX, byMonth],
  [feeTax.NOT_AGGREGATED, byMonth],
  [budgetLimits.NEARLY_SPENT, () => [setting('budgetWarning')]],
  [leave.NOT_DECIDED, ofLeave([])],
  [leave.APPROVED_BY_ONESELF, ofLeave(['kind'], APPROVERS, PEOPLE)],
  [leave.NOT_ENTITLED, ofLeave(['kind'], APPROVERS, PEOPLE)],
  [
    leave.MAKE_UP_OVERDUE,
    ofLeave(['kind', 'minutes', 'returnedOn'], setting('makeUpDays'), setting('makeUpExempt')),
  ],
  [leaveBalance.LEAVE_NOT_RECORDED, ofNotRecorded],
  [leaveBalance.ATTENDED_ON_LEAVE, ofLeave(['kind', 'minutes', 'returnedOn'], STATUSES)],
  [leaveBalance.TOO_MUCH_LEAVE, byYearOf(setting('leaveShare'))],
  [absences.TOO_MANY_ABSENCES, byYearOf(setting('absenceLimit'), STATUSES)],
  [absences.TOO_OFTEN_LATE, byYearOf(setting('lateLimit'), STATUSES)],
  [roster.SAME_PERSON_TWICE, withOther(['unit', 'from', 'to'], false)],
  [roster.SAME_NAME, withOther(['unit', 'from', 'to'], false)],
]);

/** The hours of every session that the same lecturer has on the day. */
function hoursOfThatDay(found: Finding, { entries }: Book): readonly RuleInput[] {
  const session = rowOf(entries.schedule, found.row)?.cells;
  return entries.schedule
    .filter(({ cells }) => cells.date === session?.date && cells.speakerId === session?.speakerId)
    .map(({ row }) => ({ tab: 'schedule', row, columns: ['state', 'taughtHours'] }));
}

function byQuota(found: Finding, book: Book): readonly RuleInput[] {
  const id = rowOf(book.entries.schedule, found.row)?.cells.id;
  const costs = book.entries.expenses.filter(({ cells }) => cells.sessionId === id);
  return [
    ...headCount(id),
    ...costs.map(({ row }): RuleInput => ({ tab: 'expenses', row, columns: ['head'] })),
    ...standardsFor(book, 'quota', 'halfDayDays'),
    own(found, 'audience'),
  ];
}
