// The bar above the workbook: whose it is, what is open, what time it is, what came in.
import { fill, type Language } from '#core/text/language';
import { el, icon } from '../dom';
import type { Texts } from '../texts';
import { DOWNLOAD, LECTERN, PRINTER } from './icons';

interface Parts {
  readonly language: Language;
  readonly texts: Texts;
  readonly title: string;
  readonly userEmail: string;
  readonly saveState: HTMLElement;
  readonly clock: HTMLElement;
  readonly inbox: HTMLElement;
}

export function createTopBar(parts: Parts): HTMLElement {
  const { language, texts, title, userEmail, saveState, clock, inbox } = parts;
  return el(
    'header',
    { class: 'top' },
    brand(texts),
    el('div', { class: 'book-title' }, el('h1', {}, title), saveState),
    downloadLink(texts),
    printButton(texts),
    clock,
    inbox,
    languageSwitch(language, texts),
    user(userEmail, texts),
  );
}

/** What is in the file is what has been saved; an edit is saved as soon as its cell is left. */
function downloadLink(texts: Texts): HTMLElement {
  return el(
    'a',
    { class: 'chip', href: '/workbench/workbook.xlsx', download: '', title: texts.downloadHelp },
    icon(DOWNLOAD),
    el('span', {}, texts.download),
  );
}

function printButton(texts: Texts): HTMLElement {
  return el(
    'button',
    { class: 'chip', type: 'button', title: texts.printHelp, onclick: () => window.print() },
    icon(PRINTER),
    el('span', {}, texts.print),
  );
}

export function brand(texts: Texts): HTMLElement {
  const mark = el('span', { class: 'brand-mark' }, icon(LECTERN));
  return el('div', { class: 'brand' }, mark, el('strong', {}, texts.product));
}

/** Ordinary links: the page opens anew in the other language, the workbook stays where it is. */
export function languageSwitch(language: Language, texts: Texts): HTMLElement {
  const link = (code: Language, label: string) =>
    el(
      'a',
      {
        href: `?lang=${code}`,
        lang: code,
        'aria-current': code === language ? 'true' : null,
      },
      label,
    );
  const links = [link('zh-CN', '简体'), link('zh-TW', '繁體'), link('en', 'EN')];
  return el('nav', { class: 'languages', 'aria-label': texts.languages }, ...links);
}

function user(email: string, texts: Texts): HTMLElement {
  const initial = el('span', { class: 'avatar', 'aria-hidden': 'true' }, email.slice(0, 1));
  const label = fill(texts.signedInAs, { email });
  const address = el('span', { class: 'user-email', 'aria-hidden': 'true' }, email);
  return el('div', { class: 'user', title: label }, initial, address, hiddenLabel(label));
}

function hiddenLabel(text: string): HTMLElement {
  return el('span', { class: 'unseen' }, text);
}
