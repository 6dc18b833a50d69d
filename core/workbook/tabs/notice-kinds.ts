// The kinds of notice: everything that differs from kind to kind, one entry each. A missing fact does not compile.
import { text, type Text } from '../../text/language';
import type { SCHEDULE } from './programme';

type SessionState = keyof typeof SCHEDULE.columns.state.choices;

/** Settings that are a number of days; of all but the first, 0 means: never by itself. */
type DaysSetting =
  | 'noticeLeadDays'
  | 'reminderLeadDays'
  | 'speakerLeadDays'
  | 'absenceDays'
  | 'digestDays'
  | 'summaryDays';

export interface NoticeKindFacts {
  readonly label: Text;
  /** The state of the sessions it is for. After a held session a notice reports; before one it announces. */
  readonly state: SessionState;
  /**
   * `invited`: everyone due who is not on leave. `unanswered`: of these, who got a notice and has not answered. `informed`: who got other
   * details than those that apply now, the speaker included. `unitContacts` and `leaders` are the two groups of the tab Contacts.
   */
  readonly recipients:
    'invited' | 'unanswered' | 'informed' | 'speaker' | 'absent' | 'unitContacts' | 'leaders';
  /** What recipients know of the session afterwards, and what their calendar gets. */
  readonly announces: 'details' | 'cancellation' | null;
  /** May go to the same person again, each time with a new sequence number. */
  readonly isRepeatable: boolean;
  /** Template fields that not every kind has: the link to the reply page, what changed, who came. */
  readonly fields: readonly NoticeField[];
  /** Goes out when the days of all these settings are reached: before the session, or after one that was held. None: at once. */
  readonly dueDays: readonly DaysSetting[];
  /** Of notices due at one moment the lowest goes first: a change before the reminder, which would announce it otherwise. */
  readonly sendOrder: number;
}

export type NoticeField = 'replyLink' | 'changes' | 'turnout';

const kindsOf = <Kind extends string>(
  kinds: Readonly<Record<Kind, NoticeKindFacts>>,
): Readonly<Record<Kind, NoticeKindFacts>> => kinds;

/** In the order in which a session needs them; drop-downs list them so. */
export const NOTICE_KINDS = kindsOf({
  weekly: {
    label: text('上课通知', '上課通知', 'Notice'),
    state: 'planned',
    recipients: 'invited',
    announces: 'details',
    isRepeatable: false,
    fields: ['replyLink'],
    dueDays: ['noticeLeadDays'],
    sendOrder: 2,
  },
  reminder: {
    label: text('催办提醒', '催辦提醒', 'Reminder'),
    state: 'planned',
    recipients: 'unanswered',
    announces: 'details',
    isRepeatable: false,
    fields: ['replyLink'],
    dueDays: ['noticeLeadDays', 'reminderLeadDays'],
    sendOrder: 4,
  },
  change: {
    label: text('变更通知', '變更通知', 'Change'),
    state: 'planned',
    recipients: 'informed',
    announces: 'details',
    isRepeatable: true,
    fields: ['replyLink', 'changes'],
    dueDays: ['noticeLeadDays'],
    sendOrder: 3,
  },
  cancellation: {
    label: text('取消通知', '取消通知', 'Cancellation'),
    state: 'cancelled',
    recipients: 'informed',
    announces: 'cancellation',
    isRepeatable: true,
    fields: [],
    dueDays: [],
    sendOrder: 1,
  },
  speaker: {
    label: text('主讲人确认', '主講人確認', 'Speaker confirmation'),
    state: 'planned',
    recipients: 'speaker',
    announces: 'details',
    isRepeatable: false,
    fields: [],
    dueDays: ['speakerLeadDays'],
    sendOrder: 1,
  },
  absence: {
    label: text('缺席提醒', '缺席提醒', 'Absence follow-up'),
    state: 'held',
    recipients: 'absent',
    announces: null,
    isRepeatable: false,
    fields: [],
    dueDays: ['absenceDays'],
    sendOrder: 1,
  },
  digest: {
    label: text('单位摘要', '單位摘要', 'Unit digest'),
    state: 'held',
    recipients: 'unitContacts',
    announces: null,
    isRepeatable: false,
    fields: ['turnout'],
    dueDays: ['digestDays'],
    sendOrder: 2,
  },
  summary: {
    label: text('领导简报', '領導簡報', 'Leaders’ summary'),
    state: 'held',
    recipients: 'leaders',
    announces: null,
    isRepeatable: false,
    fields: ['turnout'],
    dueDays: ['summaryDays'],
    sendOrder: 3,
  },
});

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_KEYS = Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]]; // the table's own keys
