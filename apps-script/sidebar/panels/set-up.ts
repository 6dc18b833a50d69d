import type { SetUpWorkbookResponse } from '#core/contract/set-up-workbook';
import { callFunction } from '../bridge';
import { createCard } from '../card';
import { button, h } from '../dom';
import type { PanelContext } from '../panel-context';
import type { Panel } from '../panel';
import { runAction, type ActionOutcome } from '../run-action';
import type { Say } from '../say';

export function setUpPanel(context: PanelContext): Panel {
  const { say } = context;
  const start = () =>
    void runAction(context, card, {
      busy: say('set-up.busy'),
      work: () => callFunction('setUpWorkbook', {}),
      show: (workbook) => showWorkbook(say, workbook),
    });
  const card = createCard(say, {
    name: 'set-up',
    drawing: ['M3.5 3.5h13v13h-13z', 'M3.5 8h13', 'M8 8v8.5'],
    controls: [
      button(say('set-up.action'), { class: 'button outlined', 'data-action': 'set-up' }, start),
    ],
  });
  return { card, start };
}

function showWorkbook(
  say: Say,
  { created, upgraded, unchanged, remarks }: SetUpWorkbookResponse,
): ActionOutcome {
  return {
    tone: 'good',
    status: say('set-up.done'),
    details: [
      tabsView(say, 'set-up.created', created),
      tabsView(say, 'set-up.upgraded', upgraded),
      ...remarks.map((remark) => h('p', {}, remark)),
      unchanged === 0
        ? null
        : h('p', { class: 'small' }, say('set-up.unchanged', { n: unchanged })),
    ],
  };
}

function tabsView(
  say: Say,
  key: 'set-up.created' | 'set-up.upgraded',
  titles: readonly string[],
): HTMLElement | null {
  if (titles.length === 0) return null;
  return h(
    'div',
    { class: 'names' },
    h('h3', {}, say(key, { n: titles.length })),
    h('p', {}, titles.join(say('list'))),
  );
}
