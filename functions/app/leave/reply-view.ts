// What the reply page shows: the session, the person, what they answered so far, and the two buttons.
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import { isDecided } from '#core/reply/plan-reply';
import type { ReplyState } from '#core/reply/reply-state';
import { text, type Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import { LEAVE } from '#core/workbook/tabs/leave';
import type { PageForm, PageView } from '../runtime/page-view';

/** In characters; a cell is read in the workbook as one line. */
export const LONGEST_REASON = 200;

const REPLY_TEXTS = {
  title: text('题目', '題目', 'Topic'),
  time: text('时间', '時間', 'Time'),
  venue: text('地点', '地點', 'Venue'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  attend: text('我参加', '我參加', 'I attend'),
  leave: text('我请假', '我請假', 'I ask for leave'),
  kind: text('请假类型', '請假類型', 'Kind of leave'),
  reason: text('事由', '事由', 'Reason'),
  attends: text(
    '已收到：您将参加。如有变化，可在开始前再次答复。',
    '已收到：您將參加。如有變化，可在開始前再次答覆。',
    'Noted: you attend. If that changes, answer again before the session begins.',
  ),
  asked: text(
    '已收到您的请假申请，等待审批。批准之前，仍按应到计算。',
    '已收到您的請假申請，等待審批。批准之前，仍按應到計算。',
    'Your request for leave has arrived and waits for a decision. Until then you are expected.',
  ),
  approved: text(
    '您的请假已批准。如有变化，请与主办单位联系。',
    '您的請假已批准。如有變化，請與主辦單位聯絡。',
    'Your leave is approved. If anything changes, please tell the organisers.',
  ),
  refused: text(
    '您的请假未获批准。请按时参加；如有疑问，请与主办单位联系。',
    '您的請假未獲批准。請按時參加；如有疑問，請與主辦單位聯絡。',
    'Your leave was not approved: please attend. If you have questions, ask the organisers.',
  ),
} as const;

export interface ReplyViewContext {
  readonly token: string;
  readonly settings: Settings;
}

export function replyView(state: ReplyState, { token, settings }: ReplyViewContext): PageView {
  const { session, member } = state;
  const { language } = settings;
  const fact = (key: 'title' | 'time' | 'venue' | 'name' | 'unit', value: string) => ({
    label: REPLY_TEXTS[key][language],
    value,
  });
  return {
    heading: settings.programme,
    notice: noticeOf(state, language),
    facts: [
      fact('name', member.name),
      ...(member.unit === null ? [] : [fact('unit', member.unit)]),
      fact('title', session.title),
      fact('time', formatNoticeSpan(session.date, session, language)),
      fact('venue', session.venue),
    ],
    forms: isDecided(state) ? [] : [attendForm(token, language), leaveForm(state, token, language)],
  };
}

function noticeOf({ reply, leave }: ReplyState, language: Language): PageView['notice'] {
  const good = (words: 'attends' | 'asked' | 'approved') =>
    ({ tone: 'good', text: REPLY_TEXTS[words][language] }) as const;
  const open = leave?.isClosed === false ? leave : null;
  if (open?.decision === 'approved') return good('approved');
  if (open?.decision === 'refused') return { tone: 'warning', text: REPLY_TEXTS.refused[language] };
  if (open) return good('asked');
  return reply?.answer === 'attend' ? good('attends') : null;
}

function attendForm(token: string, language: Language): PageForm {
  const button = { action: 'attend', label: REPLY_TEXTS.attend[language], isMain: true };
  return { heading: null, token, fields: [], button };
}

function leaveForm({ leave }: ReplyState, token: string, language: Language): PageForm {
  const { choices } = LEAVE.columns.kind;
  return {
    heading: REPLY_TEXTS.leave[language],
    token,
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: REPLY_TEXTS.kind[language],
        options: Object.entries(choices).map(([value, label]) => ({
          value,
          label: label[language],
        })),
        value: leave?.kind ?? null,
      },
      {
        kind: 'text',
        name: 'reason',
        label: REPLY_TEXTS.reason[language],
        value: leave?.reason ?? '',
        isRequired: true,
        longest: LONGEST_REASON,
      },
    ],
    button: { action: 'leave', label: REPLY_TEXTS.leave[language], isMain: false },
  };
}
