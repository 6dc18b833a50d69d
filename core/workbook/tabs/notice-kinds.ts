// The kinds of notice: everything that differs from kind to kind, one entry each. A missing fact does not compile.
import { text, type Text } from '../../text/language';
import type { SCHEDULE } from './programme';

type SessionState = keyof typeof SCHEDULE.columns.state.choices;

/** Settings that are a number of days; of all but the first, 0 means: never by itself. */
type DaysSetting =
  | 'noticeLeadDays'
  | 'reminderLeadDays'
  | 'invitationLeadDays'
  | 'speakerLeadDays'
  | 'absenceDays'
  | 'digestDays'
  | 'summaryDays'
  | 'orderReminderDays'
  | 'evaluationDays'
  | 'leaveDecisionDays';

/** The pages that a link in a mail may open, each with what its button in the mail says and whose rows get a link of their own. */
export const NOTICE_PAGES = {
  reply: {
    button: text('参加 / 请假', '參加 / 請假', 'Attend or ask for leave'),
    // A speaker who hears of a change is not asked.
    holders: 'roster',
  },
  speaker: {
    button: text('答复邀请', '答覆邀請', 'Answer the invitation'),
    holders: 'speakers',
  },
  order: { button: text('点单', '點單', 'Choose topics'), holders: 'roster' },
  evaluate: { button: text('填写评价', '填寫評價', 'Evaluate the session'), holders: 'roster' },
} as const satisfies Readonly<
  Record<string, { readonly button: Text; readonly holders: 'roster' | 'speakers' }>
>;
export type NoticePage = keyof typeof NOTICE_PAGES;

/** What notices can be about: one session, one round of ordering topics, or a period. */
export type OccasionKind = 'session' | 'orders' | 'period';

export interface NoticeKindFacts {
  readonly label: Text;
  readonly about: OccasionKind;
  /** The state of the sessions it is for. After a held session a notice reports; before one it announces. Null: it is about no session. */
  readonly state: SessionState | null;
  /**
   * `invited`: everyone due who is not on leave. `unanswered`: of these, who got a notice and has not answered. `informed`: who got other
   * details than those that apply now, the speaker included. `unitContacts` and `leaders` are the two groups of the tab Contacts.
   * `attended`: who came to the held session. `decided`: whose request for leave was decided; each is told the own decision. `everyone`: all on the roster today. `notOrdered`: of these, who has ordered no topic in this round.
   */
  readonly recipients:
    | 'invited'
    | 'unanswered'
    | 'informed'
    | 'speaker'
    | 'absent'
    | 'attended'
    | 'decided'
    | 'unitContacts'
    | 'leaders'
    | 'everyone'
    | 'notOrdered';
  /** The page that the recipient's own link opens; null: the mail has no link. */
  readonly page: NoticePage | null;
  /** What recipients know of the session afterwards, and what their calendar gets. */
  readonly announces: 'details' | 'cancellation' | null;
  /** May go to the same person again, each time with a new sequence number. */
  readonly isRepeatable: boolean;
  /** Template fields that not every kind has: what changed, who came, the bulletin, the decision on leave. The link has every kind with a page. */
  readonly fields: readonly NoticeField[];
  /** Goes out when the days of all these settings are reached: before the session, or after one that was held. None: at once. */
  readonly dueDays: readonly DaysSetting[];
  /** Of notices due at one moment the lowest goes first: a change before the reminder, which would announce it otherwise. */
  readonly sendOrder: number;
}

export type NoticeField = 'changes' | 'turnout' | 'bulletin' | 'leave';

const kindsOf = <Kind extends string>(
  kinds: Readonly<Record<Kind, NoticeKindFacts>>,
): Readonly<Record<Kind, NoticeKindFacts>> => kinds;

/** In the order in which a session needs them; drop-downs list them so. */
export const NOTICE_KINDS = kindsOf({
  weekly: {
    label: text('上课通知', '上課通知', 'Notice'),
    about: 'session',
    state: 'planned',
    recipients: 'invited',
    page: 'reply',
    announces: 'details',
    isRepeatable: false,
    fields: [],
    dueDays: ['noticeLeadDays'],
    sendOrder: 2,
  },
  reminder: {
    label: text('催办提醒', '催辦提醒', 'Reminder'),
    about: 'session',
    state: 'planned',
    recipients: 'unanswered',
    page: 'reply',
    announces: 'details',
    isRepeatable: false,
    fields: [],
    dueDays: ['noticeLeadDays', 'reminderLeadDays'],
    sendOrder: 4,
  },
  change: {
    label: text('变更通知', '變更通知', 'Change'),
    about: 'session',
    state: 'planned',
    recipients: 'informed',
    page: 'reply',
    announces: 'details',
    isRepeatable: true,
    fields: ['changes'],
    dueDays: ['noticeLeadDays'],
    sendOrder: 3,
  },
  leaveDecision: {
    label: text('请假结果', '請假結果', 'Decision on leave'),
    about: 'session',
    state: 'planned',
    recipients: 'decided',
    page: null,
    announces: null,
    isRepeatable: true,
    fields: ['leave'],
    dueDays: ['leaveDecisionDays'],
    sendOrder: 5,
  },
  cancellation: {
    label: text('取消通知', '取消通知', 'Cancellation'),
    about: 'session',
    state: 'cancelled',
    recipients: 'informed',
    page: null,
    announces: 'cancellation',
    isRepeatable: true,
    fields: [],
    dueDays: [],
    sendOrder: 1,
  },
  invitation: {
    label: text('授课邀请', '授課邀請', 'Invitation'),
    about: 'session',
    state: 'planned',
    recipients: 'speaker',
    page: 'speaker',
    // The day is asked for, not announced: no calendar entry yet.
    announces: null,
    isRepeatable: false,
    fields: [],
    dueDays: ['invitationLeadDays'],
    sendOrder: 1,
  },
  speaker: {
    label: text('主讲人确认', '主講人確認', 'Speaker confirmation'),
    about: 'session',
    state: 'planned',
    recipients: 'speaker',
    page: 'speaker',
    announces: 'details',
    isRepeatable: false,
    fields: [],
    dueDays: ['speakerLeadDays'],
    sendOrder: 1,
  },
  absence: {
    label: text('缺席提醒', '缺席提醒', 'Absence follow-up'),
    about: 'session',
    state: 'held',
    recipients: 'absent',
    page: null,
    announces: null,
    isRepeatable: false,
    fields: [],
    dueDays: ['absenceDays'],
    sendOrder: 1,
  },
  digest: {
    label: text('单位摘要', '單位摘要', 'Unit digest'),
    about: 'session',
    state: 'held',
    recipients: 'unitContacts',
    page: null,
    announces: null,
    isRepeatable: false,
    fields: ['turnout'],
    dueDays: ['digestDays'],
    sendOrder: 2,
  },
  summary: {
    label: text('领导简报', '領導簡報', 'Leaders’ summary'),
    about: 'session',
    state: 'held',
    recipients: 'leaders',
    page: null,
    announces: null,
    isRepeatable: false,
    fields: ['turnout'],
    dueDays: ['summaryDays'],
    sendOrder: 3,
  },
  evaluation: {
    label: text('评价邀请', '評價邀請', 'Evaluation invitation'),
    about: 'session',
    state: 'held',
    recipients: 'attended',
    page: 'evaluate',
    announces: null,
    isRepeatable: false,
    fields: [],
    dueDays: ['evaluationDays'],
    sendOrder: 4,
  },
  bulletin: {
    label: text('情况通报', '情況通報', 'Bulletin'),
    about: 'period',
    state: null,
    recipients: 'leaders',
    page: null,
    announces: null,
    isRepeatable: false,
    fields: ['bulletin'],
    dueDays: [],
    sendOrder: 1,
  },
  orderInvitation: {
    label: text('点单邀请', '點單邀請', 'Order invitation'),
    about: 'orders',
    state: null,
    recipients: 'everyone',
    page: 'order',
    announces: null,
    isRepeatable: false,
    fields: [],
    dueDays: [],
    sendOrder: 1,
  },
  orderReminder: {
    label: text('点单提醒', '點單提醒', 'Order reminder'),
    about: 'orders',
    state: null,
    recipients: 'notOrdered',
    page: 'order',
    announces: null,
    isRepeatable: false,
    fields: [],
    dueDays: ['orderReminderDays'],
    sendOrder: 2,
  },
});

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_KEYS = Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]]; // the table's own keys
