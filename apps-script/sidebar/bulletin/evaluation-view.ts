// The evaluations in a few lines, and what a speaker may be told; the whole tables are in their tabs.
import type { EvaluatedSession, EvaluationReportResponse } from '#core/contract/evaluation-report';
import { button, h, type Child } from '../dom';
import { tabLink } from '../findings-view';
import type { PanelContext } from '../panel-context';
import type { ActionOutcome } from '../run-action';

interface EvaluationActions {
  /** Opens the mail with the link for those who came. */
  readonly invite: () => void;
  readonly close: (session: EvaluatedSession) => void;
}

export function evaluationOutcome(
  context: PanelContext,
  answer: EvaluationReportResponse,
  { invite, close }: EvaluationActions,
): ActionOutcome {
  const { say } = context;
  const { sessions, broken, leftOut, tabs } = answer;
  const shown = sessions.filter(({ state }) => state === 'shown').length;
  const wrong = broken + leftOut;
  return {
    tone: wrong > 0 ? 'warning' : 'good',
    status: say('evaluation.done', { shown, n: sessions.length }),
    details: [
      wrong === 0 ? null : h('p', { class: 'note' }, say('evaluation.wrong', { n: wrong })),
      ...sessions.map((session) => sessionView(context, session, close)),
      button(
        say('evaluation.invite'),
        { class: 'button outlined', 'data-action': 'evaluation-invite' },
        invite,
      ),
      ...tabs.map(({ title, sheetId }) => tabLink(context, title, sheetId)),
    ],
  };
}

function sessionView(
  { say }: PanelContext,
  session: EvaluatedSession,
  close: EvaluationActions['close'],
): HTMLElement {
  const { date, title, received, came, response, stateLabel, lastDay, canClose, draft } = session;
  const facts = { received, came, response, state: stateLabel };
  return h(
    'details',
    { class: 'group', 'data-testid': 'evaluated-session' },
    h('summary', {}, `${date} ${title}`, h('span', { class: 'count' }, stateLabel)),
    h('p', { class: 'small' }, say('evaluation.session', facts)),
    ...figureLines(say, session),
    session.state === 'sealed'
      ? h('p', { class: 'small' }, say('evaluation.sealedUntil', { day: lastDay }))
      : null,
    canClose
      ? button(
          say('evaluation.close'),
          { class: 'button text', 'data-action': 'evaluation-close' },
          () => close(session),
        )
      : null,
    draft === null
      ? null
      : h(
          'label',
          { class: 'draft' },
          h('span', { class: 'small' }, say('evaluation.draft')),
          h('textarea', { rows: 8, readonly: true }, `${draft.subject}\n\n${draft.text}`),
        ),
  );
}

function figureLines(say: PanelContext['say'], { figures }: EvaluatedSession): Child[] {
  if (figures === null) return [];
  const { items, mean, points, satisfied, excellent } = figures;
  const listed = items.map((item) => `${item.label} ${item.mean}`).join(say('list'));
  return [
    h('p', {}, say('evaluation.figures', { mean, points, satisfied, excellent })),
    h('p', { class: 'small' }, listed),
  ];
}
