// What the reply page shows: the session, the person, what they answered so far, and the two buttons.
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import { isDecided } from '#core/reply/plan-reply';
import type { ReplyState } from '#core/reply/reply-state';
import type { Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import { LEAVE } from '#core/workbook/tabs/leave';
import type { PageForm, PageView } from '../runtime/page-view';
import { REPLY_TEXTS } from './reply-view.texts';

/** In characters; a cell is read in the workbook as one line. */
export const LONGEST_REASON = 200;

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
      ...(session.title === undefined ? [] : [fact('title', session.title)]),
      fact('time', formatNoticeSpan(session.date, session, language)),
      ...(session.venue === undefined ? [] : [fact('venue', session.venue)]),
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

function leaveForm({ leave, takes }: ReplyState, token: string, language: Language): PageForm {
  const { choices } = LEAVE.columns.kind;
  return {
    heading: REPLY_TEXTS.leave[language],
    token,
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: REPLY_TEXTS.kind[language],
        none: REPLY_TEXTS.choose[language],
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
      ...(takes.proof
        ? [
            {
              kind: 'text',
              name: 'proof',
              label: REPLY_TEXTS.proof[language],
              value: leave?.proof ?? '',
              isRequired: false,
              longest: LONGEST_REASON,
            } as const,
          ]
        : []),
      ...(takes.minutes
        ? [
            {
              kind: 'text',
              name: 'minutes',
              label: REPLY_TEXTS.minutes[language],
              value: leave?.minutes ? String(leave.minutes) : '',
              isRequired: false,
              longest: 4,
              isNumber: true,
            } as const,
          ]
        : []),
    ],
    button: { action: 'leave', label: REPLY_TEXTS.leave[language], isMain: false },
  };
}
