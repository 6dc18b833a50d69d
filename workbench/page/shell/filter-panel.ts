// Which texts of a column are shown: a list of ticks, as a spreadsheet's filter has it.
import { fill } from '#core/text/language';
import { el } from '../dom';
import type { Texts } from '../texts';

const PANEL_ID = 'filter-panel';

export interface FilterPanel {
  readonly element: HTMLElement;
  readonly open: () => void;
}

export interface FilteredColumn {
  readonly name: string;
  readonly values: readonly string[];
  readonly hidden: readonly string[];
}

interface Parts {
  readonly texts: Texts;
  /** Of the cell with the cursor. */
  readonly column: () => FilteredColumn;
  readonly apply: (hidden: readonly string[]) => void;
}

export function createFilterPanel({ texts, column, apply }: Parts): FilterPanel {
  const title = el('p', { class: 'filter-title' });
  const list = el('div', { class: 'filter-list', role: 'group' });
  const boxes = () => [...list.querySelectorAll('input')];
  const setAll = (isOn: boolean) => {
    for (const box of boxes()) box.checked = isOn;
  };
  const form = el(
    'form',
    {
      onsubmit(event: Event) {
        event.preventDefault();
        apply(boxes().flatMap((box) => (box.checked ? [] : [box.value])));
        panel.hidePopover();
      },
    },
    title,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'button', onclick: () => setAll(true) }, texts.filterAll),
      el('button', { type: 'button', onclick: () => setAll(false) }, texts.filterNone),
    ),
    list,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'submit', class: 'primary' }, texts.filterApply),
    ),
  );
  const panel = el('div', { id: PANEL_ID, class: 'panel filter-panel', popover: 'auto' }, form);
  const open = () => {
    const { name, values, hidden } = column();
    title.textContent = fill(texts.filterTitle, { column: name });
    const isHidden = new Set(hidden);
    list.replaceChildren(
      ...values.map((value) => {
        const box = el('input', { type: 'checkbox', value, checked: !isHidden.has(value) });
        return el('label', {}, box, value === '' ? texts.filterEmpty : value);
      }),
    );
    panel.showPopover();
  };
  return { element: panel, open };
}
