import type { ImportSource, ImportSources } from '#core/contract/import-rows';
import { button, h } from '../dom';
import type { Say } from '../say';

export type ChosenSource = ImportSource;

/** Where the rows are: a tab into which the clerk pasted them. */
export function sourceForm(
  say: Say,
  tabs: ImportSources['tabs'],
  preview: (source: ChosenSource) => void,
): HTMLElement {
  const tab = h(
    'select',
    { 'data-field': 'import-tab' },
    ...tabs.map(({ title, sheetId }) => h('option', { value: sheetId }, title)),
  );
  const go = (): void => {
    if (tab.value !== '') preview({ from: 'tab', sheetId: Number(tab.value) });
  };
  return h(
    'div',
    {},
    tabs.length === 0
      ? h('p', { class: 'small' }, say('import.noTabs'))
      : h('label', { class: 'field' }, say('import.tab'), tab),
    button(
      say('import.preview'),
      {
        class: 'button tonal',
        'data-action': 'import-preview',
        disabled: tabs.length === 0 ? true : null,
      },
      go,
    ),
  );
}
