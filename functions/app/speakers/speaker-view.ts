// What the speaker's page shows: the lecture that is asked for, what was answered so far, and the three answers.
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import type { InvitationState } from '#core/speakers/invitation-state';
import type { Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import { formatHours, toHundredthHours } from '#core/money/class-hours';
import type { PageForm, PageView } from '../runtime/page-view';
import { SPEAKER_PAGE_TEXTS as TEXTS } from './speaker-page.texts';

/** In characters. */
export const LONGEST = { title: 100, outline: 2000, needs: 300, days: 200, reason: 200 } as const;

interface SpeakerViewContext {
  readonly token: string;
  readonly settings: Settings;
}

export function speakerView(
  state: InvitationState,
  { token, settings }: SpeakerViewContext,
): PageView {
  const { session, speaker } = state;
  const { language, contact } = settings;
  const fact = (key: keyof typeof TEXTS, value: string) => ({ label: TEXTS[key][language], value });
  const hours = session.taughtHours ?? null;
  return {
    heading: settings.programme,
    notice: noticeOf(state, language),
    facts: [
      fact('name', speaker.name),
      ...(speaker.unit === null ? [] : [fact('unit', speaker.unit)]),
      ...(session.title === undefined ? [] : [fact('topic', session.title)]),
      fact('time', formatNoticeSpan(session.date, session, language)),
      ...(session.venue === undefined ? [] : [fact('venue', session.venue)]),
      ...(hours === null ? [] : [fact('hours', formatHours(toHundredthHours(hours)))]),
      ...(contact === '' ? [] : [fact('contact', contact)]),
    ],
    forms: [
      acceptForm(state, token, language),
      otherDayForm(state, token, language),
      declineForm(state, token, language),
    ],
  };
}

function noticeOf({ answer, isMoved }: InvitationState, language: Language): PageView['notice'] {
  if (answer === null) return null;
  if (isMoved) return { tone: 'warning', text: TEXTS.moved[language] };
  const given = answer.cells.answer;
  return given ? { tone: 'good', text: TEXTS[NOTED[given]][language] } : null;
}

const NOTED = { accepts: 'accepted', otherDay: 'otherDayNoted', declines: 'declined' } as const;

function acceptForm(
  { session, answer }: InvitationState,
  token: string,
  language: Language,
): PageForm {
  const given = answer?.cells;
  return {
    heading: TEXTS.accept[language],
    token,
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: TEXTS.title[language],
        value: given?.title ?? session.title ?? '',
        isRequired: true,
        longest: LONGEST.title,
      },
      {
        kind: 'longText',
        name: 'outline',
        label: TEXTS.outline[language],
        hint: TEXTS.outlineHint[language],
        value: given?.outline ?? '',
        isRequired: false,
        longest: LONGEST.outline,
      },
      {
        kind: 'text',
        name: 'needs',
        label: TEXTS.needs[language],
        value: given?.needs ?? '',
        isRequired: false,
        longest: LONGEST.needs,
      },
    ],
    button: { action: 'accepts', label: TEXTS.accept[language], isMain: true },
  };
}

function otherDayForm({ answer }: InvitationState, token: string, language: Language): PageForm {
  return {
    heading: TEXTS.otherDay[language],
    token,
    fields: [
      {
        kind: 'text',
        name: 'days',
        label: TEXTS.days[language],
        value: answer?.cells.days ?? '',
        isRequired: true,
        longest: LONGEST.days,
      },
    ],
    button: { action: 'otherDay', label: TEXTS.otherDay[language], isMain: false },
  };
}

function declineForm({ answer }: InvitationState, token: string, language: Language): PageForm {
  return {
    heading: TEXTS.decline[language],
    token,
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: TEXTS.reason[language],
        value: answer?.cells.reason ?? '',
        isRequired: false,
        longest: LONGEST.reason,
      },
    ],
    button: { action: 'declines', label: TEXTS.decline[language], isMain: false },
  };
}
