// One message: who, when, what, as its HTML, its text or its source.
import { fill, type Language } from '#core/text/language';
import { el } from '../dom';
import type { Texts } from '../texts';
import { messageAddress, type InboxMessage } from './mail';

interface Settings {
  readonly language: Language;
  readonly texts: Texts;
  readonly timeZone: string;
}

export function messageView(message: InboxMessage, settings: Settings): HTMLElement[] {
  const { texts } = settings;
  return [
    el(
      'header',
      { class: 'mail-head' },
      el('h2', {}, message.subject || texts.mailNoSubject),
      facts(message, settings),
    ),
    ...tabs(message, texts),
  ];
}

function facts(message: InboxMessage, { language, texts, timeZone }: Settings): HTMLElement {
  const received = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'medium',
    timeZone,
  }).format(new Date(message.receivedAt));
  const lines: [string, string][] = [
    [texts.mailFrom, message.from],
    [texts.mailTo, message.named.join(', ')],
    [texts.mailCc, message.cc.join(', ')],
    [texts.mailReplyTo, message.replyTo.join(', ')],
    [texts.mailTime, received],
  ];
  const shown = lines.filter(([, value]) => value !== '');
  return el(
    'dl',
    {},
    ...shown.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]),
  );
}

interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: HTMLElement;
}

function tabs(message: InboxMessage, texts: Texts): HTMLElement[] {
  const all: Tab[] = [
    ...(message.html
      ? [{ id: 'html', label: texts.mailHtml, panel: htmlPanel(message, texts) }]
      : []),
    { id: 'text', label: texts.mailText, panel: el('pre', {}, message.text) },
    { id: 'source', label: texts.mailSource, panel: sourcePanel(message, texts) },
    {
      id: 'files',
      label: fill(texts.mailAttachments, { count: message.attachments.length }),
      panel: filesPanel(message, texts),
    },
  ];
  const buttons = all.map(({ id, label }) =>
    el(
      'button',
      { type: 'button', role: 'tab', id: `mail-tab-${id}`, 'aria-controls': `mail-panel-${id}` },
      label,
    ),
  );
  const panels = all.map(({ id, panel }) =>
    el(
      'div',
      {
        role: 'tabpanel',
        id: `mail-panel-${id}`,
        'aria-labelledby': `mail-tab-${id}`,
        class: 'mail-panel',
      },
      panel,
    ),
  );
  const bar = el(
    'div',
    { class: 'mail-tabs', role: 'tablist', 'aria-label': texts.mailViews },
    ...buttons,
  );
  operate(bar, buttons, panels);
  return [bar, ...panels];
}

/** One tab is in the order of the Tab key; the arrow keys move between them. */
function operate(bar: HTMLElement, buttons: HTMLElement[], panels: HTMLElement[]): void {
  let current = 0;
  const choose = (index: number) => {
    current = (index + buttons.length) % buttons.length;
    for (const [position, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(position === current));
      button.tabIndex = position === current ? 0 : -1;
    }
    for (const [position, panel] of panels.entries()) panel.hidden = position !== current;
  };
  for (const [index, button] of buttons.entries()) {
    button.addEventListener('click', () => choose(index));
  }
  bar.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    choose(current + step);
    buttons[current]?.focus();
  });
  choose(0);
}

/** No script, no form, no request of the message can do anything in this frame. */
function htmlPanel(message: InboxMessage, texts: Texts): HTMLElement {
  const frame = el('iframe', {
    class: 'mail-frame',
    sandbox: '',
    src: messageAddress(message.id, '/html'),
    title: message.subject || texts.mailHtml,
  });
  return frame;
}

function sourcePanel(message: InboxMessage, texts: Texts): HTMLElement {
  const source = el('pre', { class: 'mail-source', hidden: true });
  const show = el('button', { type: 'button' }, texts.mailRaw);
  show.addEventListener('click', () => {
    show.disabled = true;
    fetch(messageAddress(message.id, '/raw'))
      .then((response) => response.text())
      .then((raw) => {
        source.textContent = raw;
        source.hidden = false;
        show.remove();
      })
      .catch(() => (show.disabled = false));
  });
  const rows = message.headers.map(({ name, value }) =>
    el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, value)),
  );
  return el(
    'div',
    {},
    el('table', { class: 'mail-headers' }, el('tbody', {}, ...rows)),
    show,
    source,
  );
}

function filesPanel({ id, attachments }: InboxMessage, texts: Texts): HTMLElement {
  if (attachments.length === 0) return el('p', { class: 'mail-hint' }, texts.mailNoAttachments);
  const items = attachments.map(({ filename, contentType, size }, place) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: messageAddress(id, `/files/${place}`), download: filename ?? '' },
        filename ?? (contentType === 'text/calendar' ? texts.mailCalendar : texts.mailUnnamed),
      ),
      ` ${contentType} · ${Math.max(1, Math.round(size / 1024))} KB`,
    ),
  );
  return el('ul', { class: 'mail-files' }, ...items);
}
