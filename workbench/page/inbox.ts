// The inbox as a page of its own.
import { el, icon } from './dom';
import { createInboxView, type InboxView } from './inbox/inbox-view';
import { pageLanguage } from './language';
import { listen } from './server/events';
import { sheetsApi } from './server/sheets-api';
import { readState } from './server/workbench-api';
import { BACK } from './shell/icons';
import { singleFlight } from './single-flight';
import { brand, languageSwitch } from './shell/top-bar';
import { textsIn } from './texts';
import './styles/page.css';
import './styles/inbox.css';

const language = pageLanguage(location.search, navigator.language);
const texts = textsIn(language);
document.documentElement.lang = language;
document.title = `${texts.inbox} · ${texts.product}`;

async function open(): Promise<void> {
  const { spreadsheetId } = await readState();
  const { properties } = await sheetsApi(spreadsheetId).readTabs();
  const timeZone = properties?.timeZone ?? 'Asia/Shanghai';
  const view = createInboxView({ language, texts, timeZone });
  show(view);
  await view.refresh();
  document.body.dataset['ready'] = 'true';
  const refresh = singleFlight(() => view.refresh());
  listen({ mail: refresh, reopened: refresh });
}

function show(view: InboxView): void {
  const back = el(
    'a',
    { class: 'quiet-link', href: `/?lang=${language}` },
    icon(BACK),
    texts.backToWorkbook,
  );
  document.body.replaceChildren(
    el(
      'header',
      { class: 'top' },
      brand(texts),
      el('div', { class: 'book-title' }, el('h1', {}, texts.inbox)),
      back,
      languageSwitch(language, texts),
    ),
    el('main', { class: 'inbox-page' }, view.element),
  );
}

open().catch((error: unknown) => {
  document.body.replaceChildren(el('p', { class: 'opening', role: 'alert' }, texts.loadFailed));
  throw error;
});
