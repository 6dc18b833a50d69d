// The field for last year's workbook, and the buttons of a new year.
import { button, h } from '../dom';
import type { Say } from '../say';

/** The function takes the id out of an address and refuses longer texts. */
const MOST_CHARACTERS = 500;

/** Last year's workbook as it was entered; null: this workbook itself, a copy of it. */
export type Source = string | null;

export function sourceForm(
  say: Say,
  source: Source,
  {
    preview,
    changed,
  }: { readonly preview: (source: Source) => void; readonly changed?: () => void },
): HTMLElement {
  const field = h('input', {
    type: 'text',
    value: source ?? '',
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
    h('p', { class: 'small' }, say('new-year.orCopy')),
    button(
      say('new-year.copy'),
      { class: 'button outlined', 'data-action': 'new-year-copy' },
      () => {
        preview(null);
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
