// One correct row of each tab; a test states only what matters to it.
import { toClockTime, toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import type { TabRow } from '#core/workbook/tab';
import type { Tabs } from '#core/workbook/tabs/index';

type Row<Key extends keyof Tabs> = TabRow<Tabs[Key]>;

export const aMember = (part: Partial<Row<'roster'>> = {}): Row<'roster'> => ({
  id: 'R001',
  name: '周文远',
  unit: '区委',
  post: '区委书记',
  category: 'leadership',
  unitOrder: 10,
  personOrder: 10,
  rankClass: 'county',
  email: 'r001@example.org',
  phone: null,
  from: null,
  to: null,
  notify: null,
  remark: null,
  ...part,
});

/** Friday 6 March 2026 in the afternoon, planned, for everybody. */
export const aSession = (part: Partial<Row<'schedule'>> = {}): Row<'schedule'> => ({
  id: 'S01',
  number: 1,
  date: toDay('2026-03-06'),
  weekday: null,
  start: toClockTime('14:30'),
  end: toClockTime('17:00'),
  title: '区域经济协调发展',
  topicId: null,
  speakerId: 'T01',
  venue: '区委礼堂',
  audience: null,
  taughtHours: 3,
  creditedHours: 3,
  state: 'planned',
  planNumber: '区组培〔2026〕1号',
  exceptionReason: null,
  staffCount: null,
  noticeNumber: null,
  signInProof: null,
  ...part,
});

export const aSpeaker = (part: Partial<Row<'speakers'>> = {}): Row<'speakers'> => ({
  id: 'T01',
  name: '陆明哲',
  unit: '省委党校',
  titleLevel: 'senior',
  tier: 'province',
  field: '经济学',
  email: 't01@example.org',
  phone: null,
  farAway: null,
  unavailable: null,
  idNumber: null,
  ...part,
});

export const aTopic = (part: Partial<Row<'topics'>> = {}): Row<'topics'> => ({
  id: 'P01',
  title: '区域经济协调发展',
  source: 'higher',
  speakerId: null,
  field: null,
  state: 'open',
  summary: null,
  ...part,
});

export const anOrder = (part: Partial<Row<'orders'>> = {}): Row<'orders'> => ({
  memberId: 'R001',
  topicId: 'P01',
  date: toDay('2026-02-10'),
  priority: 1,
  withdrawn: null,
  ...part,
});

export const aMark = (part: Partial<Row<'attendance'>> = {}): Row<'attendance'> => ({
  sessionId: 'S01',
  memberId: 'R001',
  status: '出勤',
  in: null,
  out: null,
  minutesMissed: null,
  remark: null,
  ...part,
});

/** Personal leave, approved two days before the session. */
export const aLeave = (part: Partial<Row<'leave'>> = {}): Row<'leave'> => ({
  id: 'L001',
  sessionId: 'S01',
  memberId: 'R001',
  kind: 'personal',
  reason: '家中有事',
  deputy: null,
  proof: null,
  approver: '沈国栋',
  decision: 'approved',
  decidedOn: toDay('2026-03-04'),
  returnedOn: null,
  makeUp: null,
  makeUpDone: null,
  requestedOn: null,
  minutes: null,
  markBefore: null,
  decidedAt: null,
  ...part,
});

/** A week's course at the party school. */
export const someOtherHours = (part: Partial<Row<'otherHours'>> = {}): Row<'otherHours'> => ({
  memberId: 'R001',
  date: toDay('2026-05-15'),
  hours: 40,
  kind: 'course',
  title: '区委党校春季班',
  proof: null,
  ...part,
});

export const aBudgetLine = (part: Partial<Row<'budget'>> = {}): Row<'budget'> => ({
  year: 2026,
  head: 'lecturer',
  planned: toCents(150_000_00),
  adjusted: null,
  documentNumber: '区财行〔2026〕3号',
  sessionId: null,
  ...part,
});

/** The fee of a full senior for three hours: net 3000, gross 3550, tax 550. */
export const anExpense = (part: Partial<Row<'expenses'>> = {}): Row<'expenses'> => ({
  id: 'E001',
  date: toDay('2026-03-09'),
  sessionId: 'S01',
  head: 'lecturer',
  payee: '陆明哲',
  net: toCents(3000_00),
  gross: toCents(3550_00),
  tax: toCents(550_00),
  amount: toCents(3550_00),
  voucherNumber: '记-031',
  approvalNumber: null,
  headCount: null,
  proof: '签-031',
  taxBasis: null,
  taxReason: null,
  exceptionReason: null,
  ...part,
});

export const aStatus = (part: Partial<Row<'statuses'>> = {}): Row<'statuses'> => ({
  code: 'present',
  label: '出勤',
  credit: 1,
  treatment: 'due',
  presence: null,
  ...part,
});

/** The cap of a full senior, confirmed by a local document. */
export const aStandard = (part: Partial<Row<'standards'>> = {}): Row<'standards'> => ({
  item: 'feeCap',
  scope: 'senior',
  value: 1000,
  unit: '元/学时',
  documentNumber: '市财行〔2017〕8号',
  level: 'city',
  from: toDay('2017-01-01'),
  to: null,
  confirmedBy: '韩雪',
  confirmedOn: toDay('2026-01-05'),
  ...part,
});

export const aHoliday = (part: Partial<Row<'holidays'>> = {}): Row<'holidays'> => ({
  date: toDay('2026-03-06'),
  kind: 'off',
  name: '全区停课',
  source: '区委办通知',
  ...part,
});

/** The secretary decides on everybody. */
export const anApprover = (part: Partial<Row<'approvers'>> = {}): Row<'approvers'> => ({
  scope: null,
  kind: null,
  approver: '区委书记',
  source: '区组〔2026〕5号',
  ...part,
});
