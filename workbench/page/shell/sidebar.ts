// The Apps Script sidebar in its frame, beside the workbook as Google Sheets shows it.
import { el, icon } from '../dom';
import type { Language } from '#core/text/language';
import type { Texts } from '../texts';
import { CROSS, PANEL } from './icons';

export function createSidebar(language: Language, texts: Texts): HTMLElement {
  const source = `/sidebar?lang=${language}`;
  const frame = el('iframe', { class: 'side-frame', src: source, title: texts.sidebar });
  const hide = el(
    'button',
    { class: 'icon-button', type: 'button', title: texts.sidebarHide },
    icon(CROSS),
  );
  const show = el(
    'button',
    { class: 'icon-button side-show', type: 'button', title: texts.sidebarShow, hidden: true },
    icon(PANEL),
  );
  const body = el(
    'div',
    { class: 'side-body' },
    el('div', { class: 'side-head' }, el('h2', {}, texts.productShort), hide),
    frame,
  );
  const side = el('aside', { class: 'side', 'aria-label': texts.sidebar }, show, body);
  const toggle = (isShown: boolean) => {
    side.classList.toggle('side-closed', !isShown);
    body.hidden = !isShown;
    show.hidden = isShown;
    (isShown ? hide : show).focus();
  };
  hide.addEventListener('click', () => toggle(false));
  show.addEventListener('click', () => toggle(true));
  for (const button of [hide, show]) button.setAttribute('aria-label', button.title);
  return side;
}
