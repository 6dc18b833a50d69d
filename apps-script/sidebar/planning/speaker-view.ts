// A speaker's card in the sidebar: what speaks against the session, how they were used, what they answered, and the invitation.
import type { SpeakerCardShown } from '#core/contract/speaker-card';
import { button, h } from '../dom';
import type { PanelContext } from '../panel-context';
import type { ActionOutcome } from '../run-action';
import type { Say } from '../say';
import { concernsView } from '../concerns-view';

export function speakerOutcome(
  { say }: PanelContext,
  card: SpeakerCardShown,
  invite: () => void,
): ActionOutcome {
  const { session, speaker, warnings } = card;
  const { name } = speaker;
  return {
    tone: warnings.length > 0 ? 'warning' : 'good',
    status:
      warnings.length > 0
        ? say('speaker.warned', { name, n: warnings.length })
        : say('speaker.clear', { name }),
    details: [
      h(
        'div',
        { class: 'session', 'data-testid': 'speaker-session' },
        h('strong', {}, session.title),
        h('span', {}, session.when),
      ),
      concernsView(say, warnings),
      h(
        'p',
        {},
        [speaker.unit, speaker.level, speaker.tier, speaker.field].filter(Boolean).join(' · '),
      ),
      ...factsOf(say, card).map((line) => h('p', { class: 'small' }, line)),
      answerView(say, card.answer),
      button(
        say('speaker.invite'),
        { class: 'button filled', 'data-action': 'speaker-invite' },
        invite,
      ),
    ],
  };
}

function factsOf(say: Say, { speaker, years, last, score }: SpeakerCardShown): string[] {
  return [
    ...years.map(({ year, sessions, hours, fees }) =>
      say('speaker.usage', { year: String(year), n: sessions, hours, fees: fees.text }),
    ),
    ...(last === null ? [] : [say('speaker.last', { day: last })]),
    score === null
      ? say('speaker.noScore')
      : say('speaker.score', { mean: score.mean, n: score.answers }),
    ...(speaker.unavailable === ''
      ? []
      : [say('speaker.unavailable', { days: speaker.unavailable })]),
  ];
}

function answerView(say: Say, answer: SpeakerCardShown['answer']): HTMLElement {
  if (answer === null) return h('p', { class: 'small' }, say('speaker.unanswered'));
  return h(
    'div',
    { 'data-testid': 'speaker-answer' },
    h('p', {}, say('speaker.answer', { answer: answer.label })),
    ...answer.lines.map(({ label, value }) => h('p', { class: 'small' }, `${label}: ${value}`)),
    answer.isMoved ? h('p', { class: 'note' }, say('speaker.moved')) : null,
  );
}
