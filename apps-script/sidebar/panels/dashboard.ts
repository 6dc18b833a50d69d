// The week's steps at the top of the sidebar, the dashboard's tab, and a link to it for leaders.
import type { DashboardTotals, DashboardWeek } from '#core/contract/dashboard';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import { createCard } from '../card';
import { button, fillWith, h, type Child } from '../dom';
import { reportLink } from '../findings-view';
import { ACTION_END, type PanelContext } from '../panel-context';
import type { Panel } from '../panel';
import { explainInLine } from '../problem-view';
import { runAction, type ActionOutcome } from '../run-action';
import { fetchWeek } from '../week/fetch-week';
import { stepsView } from '../week/steps-view';

export function dashboardPanel(context: PanelContext): Panel {
  const { say } = context;
  const list = h('div', { class: 'week', 'data-testid': 'week', 'aria-live': 'polite' });
  fillWith(list, h('p', { class: 'small' }, say('week.loading')));
  const action = (label: Child, name: string, run: () => void) =>
    button(label, { class: 'button outlined', 'data-action': name }, run);
  const update = (): void =>
    void runAction(context, card, {
      busy: say('dashboard.busy'),
      work: () => readTotals(context),
      show: (totals) => totalsOutcome(context, totals),
    });
  const write = action(say('dashboard.write'), 'dashboard-write', update);
  const link = action(
    say('dashboard.link'),
    'dashboard-link',
    () =>
      void runAction(context, card, {
        busy: say('dashboard.linking'),
        work: fetchLink,
        show: (made) => linkOutcome(context, made),
      }),
  );
  const refresh = action(say('week.refresh'), 'week-refresh', () => show(fetchWeek(context)));

  /** Of several questions the newest answer is shown. */
  let latest: Promise<DashboardWeek> | null = null;
  const show = (week: Promise<DashboardWeek>): void => {
    latest = week;
    week.then(
      (known) => {
        if (latest !== week) return;
        fillWith(list, stepsView(context, known));
        if (known.role !== 'viewer') return;
        write.textContent = say('dashboard.figures');
        link.hidden = true;
      },
      (error: unknown) => {
        if (latest !== week) return;
        const reason = explainInLine(error, say);
        fillWith(list, h('p', { class: 'small' }, say('week.failed', { reason })));
      },
    );
  };
  const card = createCard(say, {
    name: 'dashboard',
    drawing: [
      'M4 5.5l1.2 1.2L7.5 4.5',
      'M10 5.5h6.5',
      'M4 10.5l1.2 1.2 2.3-2.2',
      'M10 10.5h6.5',
      'M4.5 15.5h2',
      'M10 15.5h6.5',
    ],
    controls: [list, write, link, refresh],
  });
  return {
    card,
    start: update,
    opened(week) {
      show(week);
      // What an action has done is seen in the list at once; nobody has to ask for it.
      document
        .getElementById('lectern')
        ?.addEventListener(ACTION_END, () => show(fetchWeek(context)));
    },
  };
}

async function readTotals({ role }: PanelContext): Promise<DashboardTotals> {
  const action = role === 'viewer' ? 'figures' : 'write';
  const answer = await callFunction('dashboard', { action });
  if (answer.action !== 'figures' && answer.action !== 'write')
    throw new Error(`asked for figures, got ${answer.action}`);
  return answer;
}

function totalsOutcome(context: PanelContext, totals: DashboardTotals): ActionOutcome {
  const { say } = context;
  const { from, to, overall, budget, hours, year } = totals;
  const line = (words: string) => h('p', {}, words);
  return {
    tone: 'good',
    status: say(totals.action === 'write' ? 'dashboard.written' : 'dashboard.shown', { from, to }),
    details: [
      line(say('dashboard.rates', { a: overall.a.text, b: overall.b.text })),
      line(
        say('dashboard.budget', { year: String(year), rate: budget.rate, left: budget.left.text }),
      ),
      line(say('dashboard.hours', { reached: hours.reached, of: hours.withTarget })),
      totals.action === 'write' ? reportLink(context, totals.tab) : null,
    ],
  };
}

interface MadeLink {
  readonly address: string;
  readonly until: string;
}

async function fetchLink(): Promise<MadeLink> {
  return expectAction('link', await callFunction('dashboard', { action: 'link' }));
}

function linkOutcome({ say }: PanelContext, { address, until }: MadeLink): ActionOutcome {
  const field = h('input', {
    type: 'text',
    readonly: true,
    value: address,
    'data-testid': 'dashboard-address',
  });
  field.addEventListener('focus', () => field.select());
  return {
    tone: 'good',
    status: say('dashboard.linked', { until }),
    details: [
      h('label', {}, h('span', { class: 'small' }, say('dashboard.address')), field),
      h(
        'a',
        { class: 'button tonal', href: address, target: '_blank', rel: 'noreferrer' },
        say('dashboard.open'),
      ),
      h('p', { class: 'small' }, say('dashboard.care')),
    ],
  };
}
