// The field for last year's workbook, and the two buttons of a new year.
import { button, h } from '../dom';
import type { Say } from '../say';

/** The function takes the id out of an address and refuses longer texts. */
const MOST_CHARACTERS = 500;

export function sourceForm(
  say: Say,
  source: string,
  {
    preview,
    changed,
  }: { readonly preview: (source: string) => void; readonly changed?: () => void },
): HTMLElement {
  const field = h('input', {
    type: 'text',
    value: source,
    required: true,
    pattern: '.*\\S.*', // spaces alone are no workbook
    maxlength: MOST_CHARACTERS,
    'data-field': 'new-year-source',
  });
  if (changed) field.addEventListener('input', changed);
  return h(
    'div',
    {},
    h('label', { class: 'field' }, say('new-year.source'), field),
    button(
      say('new-year.preview'),
      { class: 'button tonal', 'data-action': 'new-year-preview' },
      () => {
        if (field.reportValidity()) preview(field.value.trim());
      },
    ),
  );
}

export function applyButton(say: Say, apply: () => void): HTMLElement {
  return button(
    say('new-year.apply'),
    { class: 'button filled', 'data-action': 'new-year-apply' },
    apply,
  );
}
