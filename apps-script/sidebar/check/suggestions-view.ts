// The suggestions, each with a checkbox: before → after. Only ticked ones are written.
import type { SuggestionChoice } from '#core/contract/apply-suggestions';
import type { RenderedFinding } from '#core/contract/rendered-finding';
import type { PanelContext } from '../panel-context';
import { button, fillWith, h } from '../dom';

/** A longer list starts closed, because it would push the findings out of sight. */
const SHOWN_AT_ONCE = 5;

/** One suggestion for each cell, as it is shown and as it is sent. */
interface Suggestion {
  readonly choice: SuggestionChoice;
  readonly tabTitle: string;
}

/** Null when there is no suggestion. */
export function suggestionsView(
  { say }: PanelContext,
  findings: readonly RenderedFinding[],
  apply: (choices: readonly SuggestionChoice[]) => void,
): HTMLElement | null {
  const suggestions = suggestionsOf(findings);
  if (suggestions.length === 0) return null;
  const boxes = suggestions.map(() =>
    h('input', { type: 'checkbox', 'data-testid': 'suggestion' }),
  );
  const all = h('input', { type: 'checkbox', 'data-testid': 'suggestions-all' });
  const chosen = () => suggestions.filter((_, index) => boxes[index]?.checked === true);
  const press = button(
    '',
    { class: 'button filled', 'data-action': 'apply-suggestions', hidden: true },
    () => apply(chosen().map(({ choice }) => choice)),
  );
  const update = (): void => {
    const { length } = chosen();
    press.hidden = length === 0;
    all.checked = length === boxes.length;
    fillWith(press, say('suggestions.apply', { n: length }));
  };
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    update();
  });
  for (const box of boxes) box.addEventListener('change', update);
  const items = suggestions.map((suggestion, index) => itemView(suggestion, boxes[index] ?? null));
  return h(
    'details',
    { class: 'group suggestions', open: items.length <= SHOWN_AT_ONCE ? true : null },
    h('summary', {}, say('suggestions.title'), h('span', { class: 'count' }, String(items.length))),
    h('p', { class: 'small' }, say('suggestions.about')),
    h('ul', {}, h('li', {}, h('label', {}, all, say('suggestions.all'))), ...items),
    press,
  );
}

function suggestionsOf(findings: readonly RenderedFinding[]): Suggestion[] {
  const byCell = new Map<string, Suggestion>();
  for (const { tab, tabTitle, cell, fix } of findings) {
    if (fix === null || cell === null || byCell.has(`${tab}!${cell}`)) continue;
    byCell.set(`${tab}!${cell}`, { tabTitle, choice: { tab, cell, ...fix } });
  }
  return [...byCell.values()];
}

function itemView({ choice, tabTitle }: Suggestion, box: HTMLElement | null): HTMLElement {
  const { cell, before, after } = choice;
  const change = h('span', {}, h('s', {}, before), ' → ', h('b', {}, after));
  const place = h('span', { class: 'small' }, `${tabTitle} · ${cell}`);
  return h('li', {}, h('label', {}, box, h('span', { class: 'finding-lines' }, place, change)));
}
