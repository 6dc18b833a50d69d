// Finding a text in the tab in front: Ctrl+F, Enter for the next place, Shift+Enter for the one before, Escape to close.
import { fill } from '#core/text/language';
import { el } from '../dom';
import type { Found } from '../grid/find-text';
import type { Texts } from '../texts';

export interface FindBar {
  readonly element: HTMLElement;
  readonly open: () => void;
}

interface Parts {
  readonly texts: Texts;
  readonly find: (text: string) => Found[];
  readonly show: (place: Found) => void;
}

export function createFindBar({ texts, find, show }: Parts): FindBar {
  const input = el('input', {
    type: 'search',
    class: 'find-input',
    'aria-label': texts.findLabel,
    placeholder: texts.findLabel,
  });
  const count = el('output', { class: 'find-count' });
  const form = el('form', { class: 'find-bar', role: 'search', hidden: true }, input, count);
  let place = -1;
  const step = (by: number) => {
    const found = find(input.value);
    if (found.length === 0) {
      count.textContent = input.value.trim() === '' ? '' : texts.findNone;
      return;
    }
    place = (Math.max(place, by > 0 ? -1 : 0) + by + found.length) % found.length;
    const next = found[place];
    if (next !== undefined) show(next);
    count.textContent = fill(texts.findCount, { place: place + 1, count: found.length });
    input.focus();
  };
  const close = () => {
    form.hidden = true;
    input.blur();
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('input', () => {
    place = -1;
    count.textContent = '';
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
  });
  const open = () => {
    form.hidden = false;
    input.select();
    input.focus();
  };
  return { element: form, open };
}
