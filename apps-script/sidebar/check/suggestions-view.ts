// The suggestions, each with a checkbox: before → after. Only ticked ones are written.
import type { SuggestionChoice } from '#core/contract/apply-suggestions';
import type { RenderedFinding } from '#core/contract/rendered-finding';
import type { PanelContext } from '../panel-context';
import { button, fillWith, h } from '../dom';

/** A longer list starts closed, because it would push the findings out of sight. */
const SHOWN_AT_ONCE = 5;

/** As it is shown and as it is sent. A cell may have several, of which one can be chosen. */
interface Suggestion {
  readonly choice: SuggestionChoice;
  readonly tabTitle: string;
}

interface Item {
  readonly suggestion: Suggestion;
  readonly box: HTMLInputElement;
  /** The cell has others too: the clerk chooses, not the box for all. */
  readonly isAlternative: boolean;
}

/** Null when there is no suggestion. */
export function suggestionsView(
  { say }: PanelContext,
  findings: readonly RenderedFinding[],
  apply: (choices: readonly SuggestionChoice[]) => void,
): HTMLElement | null {
  const suggestions = suggestionsOf(findings);
  if (suggestions.length === 0) return null;
  const items = suggestions.map((suggestion): Item => ({
    suggestion,
    box: h('input', { type: 'checkbox', 'data-testid': 'suggestion' }),
    isAlternative: suggestions.some(
      (other) => other !== suggestion && isSameCell(other, suggestion),
    ),
  }));
  const single = items.filter(({ isAlternative }) => !isAlternative);
  const all = h('input', { type: 'checkbox', 'data-testid': 'suggestions-all' });
  const chosen = () => items.filter(({ box }) => box.checked).map(({ suggestion }) => suggestion);
  const press = button(
    '',
    { class: 'button filled', 'data-action': 'apply-suggestions', hidden: true },
    () => apply(chosen().map(({ choice }) => choice)),
  );
  const update = (): void => {
    const { length } = chosen();
    press.hidden = length === 0;
    all.checked = single.length > 0 && single.every(({ box }) => box.checked);
    fillWith(press, say('suggestions.apply', { n: length }));
  };
  all.addEventListener('change', () => {
    for (const { box } of single) box.checked = all.checked;
    update();
  });
  for (const { box, suggestion } of items)
    box.addEventListener('change', () => {
      for (const other of items)
        if (box.checked && other.box !== box && isSameCell(other.suggestion, suggestion))
          other.box.checked = false;
      update();
    });
  const views = items.map(({ suggestion, box }) => itemView(suggestion, box));
  return h(
    'details',
    { class: 'group suggestions', open: items.length <= SHOWN_AT_ONCE ? true : null },
    h('summary', {}, say('suggestions.title'), h('span', { class: 'count' }, String(items.length))),
    h('p', { class: 'small' }, say('suggestions.about')),
    h('ul', {}, h('li', {}, h('label', {}, all, say('suggestions.all'))), ...views),
    press,
  );
}

function suggestionsOf(findings: readonly RenderedFinding[]): Suggestion[] {
  const offered = new Map<string, Suggestion>();
  for (const { tab, tabTitle, cell, fix } of findings) {
    if (fix === null || cell === null) continue;
    const key = `${tab}!${cell} ${fix.after}`;
    if (!offered.has(key)) offered.set(key, { tabTitle, choice: { tab, cell, ...fix } });
  }
  return [...offered.values()];
}

const isSameCell = ({ choice: a }: Suggestion, { choice: b }: Suggestion): boolean =>
  a.tab === b.tab && a.cell === b.cell;

function itemView({ choice, tabTitle }: Suggestion, box: HTMLElement | null): HTMLElement {
  const { cell, before, after } = choice;
  const change = h('span', {}, h('s', {}, before), ' → ', h('b', {}, after));
  const place = h('span', { class: 'small' }, `${tabTitle} · ${cell}`);
  return h('li', {}, h('label', {}, box, h('span', { class: 'finding-lines' }, place, change)));
}
