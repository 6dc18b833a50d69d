// The inbox in the top bar: how many messages are unread, and the drawer that shows them.
import { fill, type Language } from '#core/text/language';
import { el, icon } from '../dom';
import { createInboxView } from '../inbox/inbox-view';
import { countUnread, type MessageSummary } from '../inbox/mail';
import { singleFlight } from '../single-flight';
import type { Texts } from '../texts';
import { CROSS, ENVELOPE, NEW_PAGE } from './icons';

export interface InboxButton {
  readonly element: HTMLElement;
  refresh(): void;
}

interface Settings {
  readonly language: Language;
  readonly texts: Texts;
  readonly timeZone: string;
}

export function createInboxButton({ language, texts, timeZone }: Settings): InboxButton {
  const badge = el('span', { class: 'badge', 'aria-hidden': 'true' });
  const button = el(
    'button',
    { class: 'chip', type: 'button', 'aria-haspopup': 'dialog' },
    icon(ENVELOPE),
    el('span', {}, texts.inbox),
    badge,
  );
  let messages: readonly MessageSummary[] = [];
  const count = () => {
    const unread = countUnread(messages);
    badge.textContent = unread > 99 ? '99+' : String(unread);
    badge.hidden = unread === 0;
    button.setAttribute('aria-label', fill(texts.inboxUnread, { count: unread }));
  };
  const view = createInboxView({ language, texts, timeZone, opened: count });
  const drawer = createDrawer(view.element, language, texts);
  // A notice brings a hundred messages within seconds.
  const refresh = singleFlight(async () => {
    messages = await view.refresh();
    count();
  });
  button.addEventListener('click', () => drawer.showModal());
  count();
  return { element: el('div', { class: 'inbox-button' }, button, drawer), refresh };
}

function createDrawer(content: HTMLElement, language: Language, texts: Texts): HTMLDialogElement {
  const close = el(
    'button',
    { class: 'icon-button', type: 'button', title: texts.close, 'aria-label': texts.close },
    icon(CROSS),
  );
  const ownPage = el(
    'a',
    { class: 'quiet-link', href: `/inbox?lang=${language}`, target: '_blank' },
    icon(NEW_PAGE),
    texts.inboxOpen,
  );
  const head = el('div', { class: 'drawer-head' }, el('h2', {}, texts.inbox), ownPage, close);
  const drawer = el('dialog', { class: 'drawer', 'aria-label': texts.inbox }, head, content);
  close.addEventListener('click', () => drawer.close());
  drawer.addEventListener('click', (event) => {
    if (event.target === drawer) drawer.close(); // beside the drawer
  });
  return drawer;
}
