// What was typed into a cell that somebody else deleted meanwhile: kept above the workbook until it is copied or closed.
import { el } from '../dom';
import type { Texts } from '../texts';

export interface HomelessTexts {
  readonly element: HTMLElement;
  readonly add: (text: string) => void;
}

export function createHomelessTexts(texts: Texts): HomelessTexts {
  const element = el('div', { class: 'homeless-texts', 'aria-live': 'assertive' });
  const add = (text: string) => {
    // An editor that was open without an entry: there is nothing to keep.
    if (text === '') return;
    const lines = text.split('\n').length;
    const field = el('textarea', {
      readonly: true,
      rows: Math.min(lines, 5),
      'aria-label': texts.homeless,
    });
    field.value = text;
    const copy = el('button', { type: 'button' }, texts.homelessCopy);
    copy.addEventListener('click', () => {
      field.select();
      navigator.clipboard
        .writeText(text)
        .then(() => (copy.textContent = texts.homelessCopied))
        .catch(() => undefined); // it is selected: Ctrl-C copies it
    });
    const close = el('button', { type: 'button', onclick: () => panel.remove() }, texts.close);
    const panel = el(
      'section',
      { class: 'homeless-text' },
      el('p', {}, texts.homeless),
      field,
      el('div', { class: 'actions' }, copy, close),
    );
    element.append(panel);
  };
  return { element, add };
}
