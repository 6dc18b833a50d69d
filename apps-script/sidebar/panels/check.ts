import type { CheckEntriesResponse } from '#core/contract/check-entries';
import { callFunction } from '../bridge';
import { createCard } from '../card';
import { button, h } from '../dom';
import { findingsView, tabLink } from '../findings-view';
import type { Desk } from '../desk';
import type { Panel } from '../panel';
import { runAction, type Outcome } from '../run-action';

export function checkPanel(desk: Desk): Panel {
  const { say } = desk;
  const start = () =>
    void runAction(desk, card, {
      busy: say('check.busy'),
      work: () => callFunction('checkEntries', {}),
      show: (checked) => showChecked(desk, checked),
    });
  const card = createCard(say, {
    name: 'check',
    icon: 'check',
    title: 'check.title',
    about: 'check.about',
    controls: [
      button(say('check.action'), { class: 'button tonal', 'data-action': 'check' }, start),
    ],
  });
  return { card, start };
}

function showChecked(desk: Desk, checked: CheckEntriesResponse): Outcome {
  const { say } = desk;
  const { counts, rows, findings, tab } = checked;
  const total = counts.error + counts.warning + counts.info;
  const rowsLine = h('p', { class: 'small' }, say('check.rows', { n: rows }));
  if (total === 0) return { tone: 'good', status: say('check.none'), details: [rowsLine] };
  return {
    tone: counts.error > 0 ? 'bad' : 'warning',
    status: say('check.found', { n: total }),
    details: [
      rowsLine,
      marksLine(desk, checked),
      ...findingsView(desk, findings, counts),
      tabLink(desk, say('check.all', { n: total, tab: tab.title }), tab.sheetId),
    ],
  };
}

/** Never silent about cells that are wrong and look right. */
function marksLine({ say }: Desk, { marked, notMarked, tab }: CheckEntriesResponse): HTMLElement {
  const left =
    notMarked === 0 ? '' : ` ${say('check.notMarked', { n: notMarked, tab: tab.title })}`;
  return h(
    'p',
    { class: 'small', 'data-testid': 'check-marks' },
    say('check.marked', { n: marked }) + left,
  );
}
