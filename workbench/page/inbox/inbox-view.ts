// The inbox: the list of messages on the left, the chosen one on the right.
import { fill, type Language } from '#core/text/language';
import { el } from '../dom';
import type { Texts } from '../texts';
import {
  isListed,
  isRead,
  markRead,
  matchesSearch,
  fetchMessage,
  fetchMessages,
  type MessageSummary,
} from './mail';
import { messageView } from './message-view';

export interface InboxView {
  readonly element: HTMLElement;
  /** Fetches the list anew; what is open stays so while it is listed. */
  refresh(): Promise<readonly MessageSummary[]>;
}

interface Settings {
  readonly language: Language;
  readonly texts: Texts;
  /** Of the workbook, as the clock shows it. */
  readonly timeZone: string;
  /** A message was opened, so one fewer is unread. */
  readonly opened?: () => void;
}

export function createInboxView(settings: Settings): InboxView {
  const { texts } = settings;
  const count = el('p', { class: 'mail-count', role: 'status' });
  const search = el('input', {
    class: 'mail-search',
    type: 'search',
    placeholder: texts.mailSearch,
    'aria-label': texts.mailSearch,
    oninput: () => draw(),
  });
  const list = el('ul', { class: 'mail-list', 'aria-label': texts.inbox });
  const reading = el('article', { class: 'mail-reading', tabindex: '-1' });
  let chosen: MessageSummary | null = null;
  let messages: readonly MessageSummary[] = [];

  const draw = () => {
    const found = messages.filter((message) => matchesSearch(message, search.value));
    count.textContent = fill(texts.mailCount, { count: found.length });
    list.replaceChildren(
      ...found.map((message) =>
        listItem(message, settings, { isChosen: message.id === chosen?.id, open }),
      ),
    );
    if (messages.length === 0) reading.replaceChildren(empty(texts));
    else if (chosen === null) reading.replaceChildren(hint(texts));
  };
  const back = el('button', { type: 'button', class: 'mail-back' }, texts.mailBack);
  const close = () => {
    chosen = null;
    element.classList.remove('inbox-reading');
  };
  back.addEventListener('click', () => {
    close();
    draw();
    search.focus();
  });
  const open = (message: MessageSummary) => {
    chosen = message;
    element.classList.add('inbox-reading');
    markRead(message);
    draw();
    settings.opened?.();
    fetchMessage(message.id)
      .then((full) => {
        if (chosen === message) reading.replaceChildren(back, ...messageView(full, settings));
      })
      .catch(() => {
        if (chosen !== message) return;
        reading.replaceChildren(back, el('p', { class: 'mail-hint' }, texts.mailFailed));
      });
  };
  const element = el(
    'div',
    { class: 'inbox' },
    el('div', { class: 'mail-side' }, search, count, list),
    reading,
  );
  return {
    element,
    async refresh() {
      messages = await fetchMessages();
      // Without its message the right side has no way back to the list on a narrow page.
      if (chosen !== null && !isListed(chosen, messages)) close();
      draw();
      return messages;
    },
  };
}

interface Choice {
  readonly isChosen: boolean;
  readonly open: (message: MessageSummary) => void;
}

function listItem(
  message: MessageSummary,
  { language, texts, timeZone }: Settings,
  { isChosen, open }: Choice,
): HTMLElement {
  const unread = !isRead(message);
  const time = new Intl.DateTimeFormat(language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(message.receivedAt));
  const button = el(
    'button',
    {
      type: 'button',
      class: unread ? 'mail-item mail-unread' : 'mail-item',
      'aria-current': isChosen ? 'true' : null,
      onclick: () => open(message),
    },
    el('span', { class: 'mail-to' }, message.named.map(nameOf).join(', ')),
    el('time', { class: 'mail-time', datetime: message.receivedAt }, time),
    el('span', { class: 'mail-subject' }, message.subject || texts.mailNoSubject),
    el('span', { class: 'mail-from', title: message.from }, nameOf(message.from)),
    unread
      ? el('span', { class: 'unread-dot' }, el('span', { class: 'unseen' }, texts.mailUnread))
      : null,
  );
  return el('li', {}, button);
}

/** Without the address where there is a name. */
const nameOf = (person: string): string => /^"?(.+?)"? <[^<>]+>$/.exec(person)?.[1] ?? person;

function empty(texts: Texts): HTMLElement {
  return el(
    'div',
    { class: 'mail-hint' },
    el('p', { class: 'mail-hint-title' }, texts.mailNone),
    el('p', {}, texts.mailNoneHelp),
  );
}

function hint(texts: Texts): HTMLElement {
  return el('p', { class: 'mail-hint' }, texts.mailChoose);
}
