// Opens the sidebar: asks who and where, then shows the panels in the user's language.
import type { SidebarStart } from '../server/sidebar-calls';
import { run } from './bridge';
import { contents } from './contents';
import { createPanelContext } from './panel-context';
import { fillWith, h } from './dom';
import type { CreatePanel } from './panel';
import { attendancePanel } from './panels/attendance';
import { bulletinPanel } from './panels/bulletin';
import { budgetPanel } from './panels/budget';
import { checkPanel } from './panels/check';
import { dashboardPanel } from './panels/dashboard';
import { importPanel, newYearPanel } from './panels/late';
import { leavePanel } from './panels/leave';
import { ordersPanel } from './panels/orders';
import { noticePanel } from './panels/notice';
import { planningPanel } from './panels/planning';
import { setUpPanel } from './panels/set-up';
import { signInPanel } from './panels/sign-in';
import { explain, problemView } from './problem-view';
import { ACTION_START } from './run-action';
import { sayIn } from './say';
import { fetchWeek } from './week/fetch-week';

/** In the order in which they stand. */
const PANELS: readonly CreatePanel[] = [
  dashboardPanel,
  checkPanel,
  leavePanel,
  signInPanel,
  attendancePanel,
  noticePanel,
  budgetPanel,
  ordersPanel,
  bulletinPanel,
  planningPanel,
  importPanel,
  newYearPanel,
  setUpPanel,
];

async function open(root: HTMLElement): Promise<void> {
  // Until the script has returned the user's language, the browser's is the best guess.
  const say = sayIn(navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
  fillWith(
    root,
    h('p', { class: 'opening', role: 'status' }, h('span', { class: 'spinner' }), say('loading')),
  );
  try {
    showPanels(root, await run('getContext'));
  } catch (error) {
    const retry = { label: say('retry'), run: () => void open(root) };
    const options = { say, retry, note: null, testId: 'open-error' };
    fillWith(root, problemView(explain(error, say), options));
  }
}

function showPanels(root: HTMLElement, context: SidebarStart): void {
  document.documentElement.lang = context.language;
  fillWith(root);
  const panelContext = createPanelContext(root, context);
  const panels = PANELS.map((create) => create(panelContext));
  const cards = panels.map(({ card }) => card);
  root.prepend(
    contents(cards, panelContext.say),
    h(
      'main',
      {},
      h('h1', { class: 'unseen' }, context.title),
      ...cards.map(({ element }) => element),
    ),
    footer(context),
  );
  root.addEventListener(ACTION_START, (event) => {
    for (const { card } of panels) if (card.element !== event.target) card.fold(true);
  });
  root.dataset['ready'] = '';
  const week = fetchWeek(panelContext);
  for (const panel of panels) panel.opened?.(week);
  panels.find(({ card }) => card.name === context.start)?.start();
}

function footer({ title, userEmail }: SidebarStart): HTMLElement {
  return h('footer', {}, h('span', {}, title), h('span', {}, userEmail));
}

const root = document.getElementById('lectern');
if (root === null) throw new Error('sidebar.html has no place for the sidebar');
void open(root);
