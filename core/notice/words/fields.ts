// The fields that templates may use, and their values for one recipient.
import { joined } from '../../text/listed';
import type { DecidedLeave } from '../../leave/decided-leave';
import { formatRate } from '../../attendance/rate';
import { documentText } from '../../document/document-text';
import { lastEvaluationDay } from '../../model/evaluation-time';
import { fill, text, type Language, type Text } from '../../text/language';
import { LEAVE } from '../../workbook/tabs/leave';
import { SPEAKERS } from '../../workbook/tabs/people';
import type { Settings } from '../../workbook/read/settings';
import type { TabKey } from '../../workbook/tab-keys';
import {
  NOTICE_KINDS,
  type NoticeField,
  type NoticePage,
  type OccasionKind,
} from '../../workbook/tabs/notice-kinds';
import type { NoticeKind, NoticePlan, Recipient, SpeakerRow, Turnout } from '../notice';
import { formatDate, formatDay, formatNoticeSpan } from './notice-date';
import { changesBetween, announcedDetails } from '../announced-details';
import type { AttendanceOutcome } from '../../attendance/outcome';

interface FieldDeclaration {
  /** The names a template may call it by, besides its code. */
  readonly label: Text;
  /** Present when only some kinds have it: those whose `fields` name this. */
  readonly only?: NoticeField;
  /** Present when only notices about this have it. */
  readonly about?: OccasionKind;
  /** Present when only kinds whose link opens this page have it; `any`: those with a link at all. */
  readonly page?: NoticePage | 'any';
  /** Where its value is entered; absent when it is computed. */
  readonly from?: { readonly tab: TabKey | 'recipient'; readonly column: string | null };
}

export const FIELDS = {
  name: { label: text('姓名', '姓名', 'name'), from: { tab: 'recipient', column: 'name' } },
  post: { label: text('职务', '職務', 'post'), from: { tab: 'recipient', column: 'post' } },
  unit: { label: text('单位', '單位', 'unit'), from: { tab: 'recipient', column: 'unit' } },
  programme: { label: text('项目', '項目', 'programme'), from: { tab: 'settings', column: null } },
  organiser: {
    label: text('主办单位', '主辦單位', 'organiser'),
    from: { tab: 'settings', column: null },
  },
  contact: { label: text('联系人', '聯絡人', 'contact'), from: { tab: 'settings', column: null } },
  issued: { label: text('成文日期', '成文日期', 'date of issue') },
  number: sessionField(text('期数', '期數', 'number'), 'number'),
  title: sessionField(text('题目', '題目', 'title'), 'title'),
  headline: { label: text('期次题目', '期次題目', 'headline'), about: 'session' },
  day: sessionField(text('日期', '日期', 'day'), 'date'),
  time: sessionField(text('时间', '時間', 'time'), 'start'),
  venue: sessionField(text('地点', '地點', 'venue'), 'venue'),
  hours: sessionField(text('学时', '學時', 'hours'), 'taughtHours'),
  speaker: sessionField(text('主讲人', '主講人', 'speaker'), 'speakerId'),
  link: { label: text('链接', '連結', 'link'), page: 'any' },
  replyLink: { label: text('回复链接', '回覆連結', 'reply link'), page: 'reply' },
  opens: { label: text('开始日期', '開始日期', 'opening day'), about: 'orders' },
  closes: { label: text('截止日期', '截止日期', 'closing day'), about: 'orders' },
  most: { label: text('最多点单数', '最多點單數', 'most topics'), about: 'orders' },
  from: { label: text('起始日期', '起始日期', 'first day'), about: 'period' },
  to: { label: text('结束日期', '結束日期', 'last day'), about: 'period' },
  lastDay: { label: text('评价截止', '評價截止', 'last day to answer'), page: 'evaluate' },
  documentTitle: { label: text('通报标题', '通報標題', 'bulletin title'), only: 'bulletin' },
  document: { label: text('通报', '通報', 'bulletin'), only: 'bulletin' },
  changes: { label: text('变更内容', '變更內容', 'changes'), only: 'changes' },
  decision: { label: text('审批结果', '審批結果', 'decision'), only: 'leave' },
  leaveKind: { label: text('请假类型', '請假類型', 'kind of leave'), only: 'leave' },
  approver: { label: text('批准人', '批准人', 'approver'), only: 'leave' },
  due: { label: text('应到', '應到', 'due'), only: 'turnout' },
  attended: { label: text('实到', '實到', 'attended'), only: 'turnout' },
  excused: { label: text('请假', '請假', 'excused'), only: 'turnout' },
  absent: { label: text('缺席', '缺席', 'absent'), only: 'turnout' },
  notRecorded: { label: text('未登记', '未登記', 'not recorded'), only: 'turnout' },
  rate: { label: text('到课率', '到課率', 'rate'), only: 'turnout' },
  excusedNames: { label: text('请假名单', '請假名單', 'excused names'), only: 'turnout' },
  absentNames: { label: text('缺席名单', '缺席名單', 'absent names'), only: 'turnout' },
} as const satisfies Record<string, FieldDeclaration>;

function sessionField(label: Text, column: string) {
  return { label, about: 'session', from: { tab: 'schedule', column } } as const;
}

export type FieldName = keyof typeof FIELDS;
export type FieldValues = Readonly<Record<FieldName, string>>;

const hasField = (kind: NoticeKind, field: NoticeField): boolean =>
  NOTICE_KINDS[kind].fields.includes(field);

/** Whether templates of this kind may use the field. */
export function allowsField(kind: NoticeKind, name: FieldName): boolean {
  const { only, about, page } = declarationOf(name);
  const facts = NOTICE_KINDS[kind];
  if (only !== undefined && !hasField(kind, only)) return false;
  if (about !== undefined && facts.about !== about) return false;
  return page === undefined || (page === 'any' ? facts.page !== null : facts.page === page);
}

/** Fields whose value is the recipient's own link. */
export const LINK_FIELDS: readonly FieldName[] = ['link', 'replyLink'];

export function declarationOf(name: FieldName): FieldDeclaration {
  return FIELDS[name];
}

export function fieldValues(
  plan: NoticePlan,
  recipient: Recipient,
  settings: Settings,
): FieldValues {
  const { kind } = plan;
  const { language } = settings;
  const people = plan.turnout.filter(
    ({ unit }) => NOTICE_KINDS[kind].recipients !== 'unitContacts' || unit === recipient.unit,
  );
  const link = recipient.link ?? '';
  return {
    ...NO_OCCASION_VALUES,
    ...occasionValues(plan, recipient, settings),
    name: recipient.name,
    post: recipient.post ?? '',
    unit: recipient.unit ?? '',
    programme: settings.programme,
    organiser: settings.organiser,
    contact: settings.contact,
    issued: plan.issued === undefined ? '' : formatDate(plan.issued, language),
    link,
    replyLink: link,
    documentTitle: plan.document?.title ?? '',
    document: plan.document ? documentText(plan.document) : '',
    ...turnoutValues(people, language),
    ...leaveValues(recipient, language),
  };
}

/** Of what the notice is not about there is nothing to say; its fields are no fields of that kind. */
const NO_OCCASION_VALUES = {
  number: '',
  title: '',
  headline: '',
  day: '',
  time: '',
  venue: '',
  hours: '',
  speaker: '',
  changes: '',
  opens: '',
  closes: '',
  most: '',
  lastDay: '',
  from: '',
  to: '',
} as const satisfies Partial<FieldValues>;

function occasionValues(
  { kind, occasion, speaker }: NoticePlan,
  recipient: Recipient,
  settings: Settings,
): Partial<Record<keyof typeof NO_OCCASION_VALUES, string>> {
  const { language, ordersMost } = settings;
  switch (occasion.about) {
    case 'session': {
      const { session } = occasion;
      const announced = announcedDetails(session, speaker?.name ?? null);
      const changes = hasField(kind, 'changes')
        ? changesBetween(recipient.before ?? '', announced, language)
        : [];
      return {
        number: session.number === null ? '' : String(session.number),
        title: session.title,
        headline: headlineOf(session.number, session.title, language),
        day: formatDay(session.date, language),
        time: formatNoticeSpan(session.date, session, language),
        venue: session.venue,
        lastDay: formatDay(lastEvaluationDay(session.date, settings), language),
        hours: session.taughtHours === null ? '' : String(session.taughtHours),
        speaker: speaker ? describeSpeaker(speaker, language) : '',
        changes: changes.join('\n'),
      };
    }
    case 'orders':
      return {
        opens: formatDay(occasion.round.opens, language),
        closes: formatDay(occasion.round.closes, language),
        most: String(ordersMost),
      };
    case 'period':
      return { from: formatDay(occasion.from, language), to: formatDay(occasion.to, language) };
  }
}

const HEADLINE = text('第{n}期：', '第{n}期：', 'session {n}, ');

function headlineOf(number: number | null, title: string, language: Language): string {
  return number === null ? title : HEADLINE[language].replace('{n}', String(number)) + title;
}

function leaveValues(
  { leave = [] }: Recipient,
  language: Language,
): Readonly<Record<'decision' | 'leaveKind' | 'approver', string>> {
  const { kind } = LEAVE.columns;
  const hasSeveral = leave.length > 1;
  const decisions = leave.map((one) => describeDecision(one, { hasSeveral, language }));
  const kinds = leave.flatMap((one) => (one.kind ? [kind.choices[one.kind][language]] : []));
  const approvers = leave.flatMap(({ approver }) => approver ?? []);
  return {
    decision: joined(decisions, language),
    leaveKind: joined([...new Set(kinds)], language),
    approver: joined([...new Set(approvers)], language),
  };
}

const PART = text(
  '{decision}（{minutes} 分钟）',
  '{decision}（{minutes} 分鐘）',
  '{decision} ({minutes} minutes)',
);
const WHOLE = text('{decision}（整期）', '{decision}（整期）', '{decision} (the whole session)');

/** Of several decisions each says what it is on. */
function describeDecision(
  { decision, minutes }: DecidedLeave,
  { hasSeveral, language }: { readonly hasSeveral: boolean; readonly language: Language },
): string {
  const word = LEAVE.columns.decision.choices[decision][language];
  if (minutes !== null) return fill(PART[language], { decision: word, minutes });
  return hasSeveral ? fill(WHOLE[language], { decision: word }) : word;
}

type TurnoutField =
  | 'due'
  | 'attended'
  | 'excused'
  | 'absent'
  | 'notRecorded'
  | 'rate'
  | 'excusedNames'
  | 'absentNames';

function turnoutValues(
  people: readonly Turnout[],
  language: Language,
): Readonly<Record<TurnoutField, string>> {
  const of = (outcome: AttendanceOutcome): Turnout[] =>
    people.filter((one) => one.outcome === outcome);
  const count = (outcome: AttendanceOutcome): string => String(of(outcome).length);
  const names = (outcome: AttendanceOutcome): string =>
    joined(
      of(outcome).map(({ name }) => name),
      language,
    );
  // Whose mark is unclear is not recorded either: the parts add up to those due.
  const open = of('notRecorded').length + of('unclear').length;
  const rate = { numerator: of('attended').length, denominator: people.length - open };
  return {
    due: String(people.length),
    attended: count('attended'),
    excused: count('excused'),
    absent: count('absent'),
    notRecorded: String(open),
    rate: formatRate(rate),
    excusedNames: names('excused'),
    absentNames: names('absent'),
  };
}

/** Title level is not named to listeners: it only sets the fee. */
function describeSpeaker(speaker: SpeakerRow, language: Language): string {
  const tier = speaker.tier === null ? '' : SPEAKERS.columns.tier.choices[speaker.tier][language];
  const details = speaker.unit ?? tier;
  if (details === '') return speaker.name;
  return language === 'en' ? `${speaker.name} (${details})` : `${speaker.name}（${details}）`;
}
