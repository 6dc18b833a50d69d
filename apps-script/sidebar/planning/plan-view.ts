// What planning proposes, in the sidebar: each session with why, and what is not met.
import type { PlanAccepted, PlanPreview, PlanWritten } from '#core/contract/plan-quarter';
import { concernsView } from '../concerns-view';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import type { PanelContext } from '../panel-context';
import type { ActionOutcome } from '../run-action';
import type { Say } from '../say';

export function planOutcome(
  context: PanelContext,
  plan: PlanPreview,
  write: () => void,
): ActionOutcome {
  const { say } = context;
  const { from, to, slots, proposals, fees, concerns } = plan;
  return {
    tone: concerns.length > 0 ? 'warning' : 'good',
    status: say('planning.done', { from, to, slots, n: proposals.length, fees: fees.text }),
    details: [
      proposalsView(say, proposals),
      concernsView(say, concerns),
      proposals.length === 0
        ? null
        : button(
            say('planning.write'),
            { class: 'button filled', 'data-action': 'planning-write' },
            write,
          ),
    ],
  };
}

export function writtenOutcome(context: PanelContext, plan: PlanWritten): ActionOutcome {
  const { proposals, concerns, tab } = plan;
  return {
    tone: concerns.length > 0 ? 'warning' : 'good',
    status: context.say('planning.written', { n: proposals.length }),
    details: [tabLink(context, tab.title, tab.sheetId), concernsView(context.say, concerns)],
  };
}

export function acceptedOutcome(context: PanelContext, answer: PlanAccepted): ActionOutcome {
  const { say } = context;
  const { ticked, sessions, concerns, tab } = answer;
  const rows = sessions.map(({ number, date, title, speaker }) =>
    h('li', {}, h('strong', {}, `${number}. ${title}`), ` ${date} ${speaker}`),
  );
  return {
    tone: sessions.length === ticked && concerns.length === 0 && ticked > 0 ? 'good' : 'warning',
    status: ticked === 0 ? say('planning.none') : say('planning.accepted', { n: sessions.length }),
    details: [
      rows.length === 0 ? null : h('ul', { class: 'people' }, ...rows),
      concernsView(say, concerns),
      tabLink(context, tab.title, tab.sheetId),
    ],
  };
}

function proposalsView(say: Say, proposals: PlanPreview['proposals']): HTMLElement | null {
  if (proposals.length === 0) return null;
  const rows = proposals.map(({ when, title, speaker, venue, fee, reason }) =>
    h(
      'li',
      { class: 'proposal' },
      h('strong', {}, title),
      h('div', {}, when),
      h('div', {}, [speaker, venue, say('planning.fee', { fee: fee.text })].join(' · ')),
      h('div', { class: 'small' }, reason),
    ),
  );
  return h('ul', { class: 'people', 'data-testid': 'proposals' }, ...rows);
}
