// What the evaluation page shows: the session, what becomes of the answer, and the form.
import { LONGEST_COMMENT, SCORE_KEYS } from '#core/evaluation/answer';
import type { EvaluationState } from '#core/evaluation/evaluation-state';
import { lastEvaluationDay } from '#core/model/evaluation-time';
import { formatDate, formatNoticeSpan } from '#core/notice/words/notice-date';
import { fill, type Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import type { PageField, PageView } from '../runtime/page-view';
import { PAGE_TEXTS, SCORE_LABELS } from './evaluate-page.texts';

export interface EvaluateViewContext {
  readonly token: string;
  readonly settings: Settings;
}

/** A form as it was sent: it may lack scores. */
export interface EnteredAnswer {
  readonly scores: readonly (string | null)[];
  readonly comment: string;
  readonly isAnonymous: boolean;
}

/** `entered`: what was sent and could not be taken; null: the form is empty. */
export function evaluateView(
  state: EvaluationState,
  { token, settings }: EvaluateViewContext,
  entered: EnteredAnswer | null,
): PageView {
  const { language, evaluationAnonymous, evaluationLeast } = settings;
  const day = formatDate(lastEvaluationDay(state.session.date, settings), language);
  const promise = evaluationAnonymous
    ? fill(PAGE_TEXTS.anonymous[language], { least: evaluationLeast, day })
    : fill(PAGE_TEXTS.named[language], { day });
  const incomplete = { tone: 'warning', text: PAGE_TEXTS.incomplete[language] } as const;
  return {
    heading: fill(PAGE_TEXTS.heading[language], { programme: settings.programme }),
    notice: entered ? incomplete : { tone: 'good', text: promise },
    facts: factsOf(state, language),
    forms: [
      {
        heading: null,
        token,
        fields: [...scoreFields(settings, entered), commentField(language, entered)],
        button: {
          action: evaluationAnonymous ? 'anonymous' : 'named',
          label: PAGE_TEXTS[evaluationAnonymous ? 'sendAnonymous' : 'sendNamed'][language],
          isMain: true,
        },
      },
    ],
  };
}

export function answeredView(state: EvaluationState, { settings }: EvaluateViewContext): PageView {
  const { language, programme } = settings;
  return {
    heading: fill(PAGE_TEXTS.heading[language], { programme }),
    notice: { tone: 'good', text: PAGE_TEXTS.thanks[language] },
    facts: factsOf(state, language),
    forms: [],
  };
}

/** No name: the page must not look as if the answer carried one. */
function factsOf({ session, speaker }: EvaluationState, language: Language): PageView['facts'] {
  const fact = (key: 'title' | 'time' | 'speaker', value: string) => ({
    label: PAGE_TEXTS[key][language],
    value,
  });
  return [
    ...(session.title === undefined ? [] : [fact('title', session.title)]),
    ...(speaker === null ? [] : [fact('speaker', speaker)]),
    fact('time', formatNoticeSpan(session.date, session, language)),
  ];
}

function scoreFields(
  { evaluationItems, language }: Settings,
  entered: EnteredAnswer | null,
): PageField[] {
  const options = SCORE_LABELS.map(({ value, label }) => ({
    value: String(value),
    label: fill(PAGE_TEXTS.option[language], { value, label: label[language] }),
  }));
  return SCORE_KEYS.map((name, item) => ({
    kind: 'rating',
    name,
    label: evaluationItems[item] ?? '',
    options,
    value: entered?.scores[item] ?? null,
  }));
}

const commentField = (language: Language, entered: EnteredAnswer | null): PageField => ({
  kind: 'longText',
  name: 'comment',
  label: PAGE_TEXTS.comment[language],
  hint: fill(PAGE_TEXTS.commentHint[language], { most: LONGEST_COMMENT }),
  value: entered?.comment ?? '',
  isRequired: false,
  longest: LONGEST_COMMENT,
});
