// The page of the workbench: the workbook, the sidebar beside it, the clock and the inbox above it.
import { fill } from '#core/text/language';
import { createChartStrip } from './charts/chart-strip';
import { readRange } from './charts/read-range';
import { el } from './dom';
import { activeTab } from './grid/component';
import { loadGridWords, type GridWords } from './grid/grid-words';
import { displayOf, openGrid, selectCell, whenReady, type Grid } from './grid/open-grid';
import { pageLanguage } from './language';
import { preparePrinting } from './print/print-tab';
import { listen } from './server/events';
import { sheetsApi, type Content } from './server/sheets-api';
import {
  forgetLeftOut,
  readClock,
  readState,
  tellEdited,
  type WorkbenchState,
} from './server/workbench-api';
import { createClockView } from './shell/clock';
import { createHomelessTexts } from './shell/homeless-texts';
import { createInboxButton } from './shell/inbox-button';
import { createLeftOut } from './shell/left-out';
import { createRowTools } from './shell/row-tools';
import { createSaveState } from './shell/save-state';
import { createSidebar } from './shell/sidebar';
import { createToasts } from './shell/toast';
import { createTopBar } from './shell/top-bar';
import { offerToTests } from './test-handle';
import { textsIn } from './texts';
import './styles/page.css';
import './styles/app.css';
import './styles/inbox.css';
import './styles/print.css';

const language = pageLanguage(location.search, navigator.language);
const texts = textsIn(language);
document.documentElement.lang = language;
document.title = texts.product;

function start(state: WorkbenchState, content: Content, words: GridWords): void {
  const { book } = content;
  const title = book.properties?.title ?? state.title;
  document.title = `${title} · ${texts.product}`;
  const timeZone = book.properties?.timeZone ?? 'Asia/Shanghai';
  const toasts = createToasts(texts.keys);
  const homeless = createHomelessTexts(texts);
  const clock = createClockView({ language, texts, timeZone, warn: toasts.warn });
  const inbox = createInboxButton({ language, texts, timeZone });
  const saveState = createSaveState(texts);
  const charts = createChartStrip(texts);
  const container = el('div', { class: 'grid' });
  document.body.replaceChildren(
    createTopBar({
      language,
      texts,
      title,
      userEmail: state.userEmail,
      saveState: saveState.element,
      clock: clock.element,
      inbox: inbox.element,
    }),
    el(
      'main',
      { class: 'work' },
      el(
        'section',
        { class: 'book', 'aria-label': texts.workbook },
        createLeftOut({
          language,
          texts,
          leftOut: state.leftOut,
          // When it cannot be reached, the list is shown once more.
          seen: () => void forgetLeftOut().catch(() => undefined),
        }),
        homeless.element,
        charts.element,
        container,
        toasts.element,
      ),
      createSidebar(language, texts),
    ),
  );
  const entries = countEntries();
  const drawCharts = () => showCharts(grid, charts);
  const grid = openGrid({
    container,
    words,
    content,
    spreadsheetId: state.spreadsheetId,
    api: sheetsApi(state.spreadsheetId),
    saving: {
      state: saveState.show,
      refused: (message) => toasts.warn(fill(texts.refused, { message })),
      overtaken: () => toasts.warn(texts.overtaken),
      homeless: homeless.add,
      entered: (edit) => {
        // A check that cannot be reached must not disturb typing; the connection shows it.
        tellEdited({ ...edit, sender: entries.next() }, language).catch(() => undefined);
      },
    },
    applied: drawCharts,
    showCharts: charts.reveal,
  });
  const { api } = grid.component;
  api.addEvent(api.Event.ActiveSheetChanged, drawCharts);
  drawCharts();
  toasts.element.append(createRowTools(grid, texts));
  follow(grid, { clock, inbox, toasts, entries });
  preparePrinting(grid);
  offerToTests(grid.component, whenReady(grid.component));
}

/** Each entry gets a name, so that only what is said about the last one of this page is shown. */
function countEntries() {
  const page = crypto.randomUUID();
  let count = 0;
  const last = () => `${page}.${count}`;
  return {
    last,
    next() {
      count++;
      return last();
    },
  };
}

interface Followers {
  readonly clock: ReturnType<typeof createClockView>;
  readonly inbox: ReturnType<typeof createInboxButton>;
  readonly toasts: ReturnType<typeof createToasts>;
  readonly entries: ReturnType<typeof countEntries>;
}

/** Keeps every part in step with what happens on the server. */
function follow(grid: Grid, { clock, inbox, toasts, entries }: Followers): void {
  const catchUp = () => {
    inbox.refresh();
    readClock()
      .then(clock.show)
      .catch(() => undefined); // said by the lost connection
  };
  catchUp();
  listen({
    workbook: ({ sheetIds }) => grid.changes.touch(sheetIds),
    select: ({ sheetId, a1 }) => selectCell(grid.component, sheetId, a1),
    toast({ message, sender }) {
      if (sender === null) toasts.warn(message);
      else if (sender === entries.last()) toasts.aboutEntry(message);
    },
    mail: () => inbox.refresh(),
    clock: clock.show,
    lost: () => toasts.hold('connection', texts.disconnected),
    reopened() {
      toasts.hold('connection', null);
      grid.changes.touchAll();
      catchUp();
    },
  });
}

function showCharts(grid: Grid, strip: ReturnType<typeof createChartStrip>): void {
  const tab = grid.tabs.get(activeTab(grid.component));
  strip.show(tab?.charts ?? [], (range) =>
    readRange(
      grid.tabs,
      (sheetId, row, column) => displayOf(grid.component, sheetId, { row, column }),
      range,
    ),
  );
}

async function open(): Promise<void> {
  document.body.append(el('p', { class: 'opening', role: 'status' }, texts.loading));
  const words = loadGridWords(language);
  const state = await readState();
  start(state, await sheetsApi(state.spreadsheetId).readContent(), await words);
}

open().catch((error: unknown) => {
  document.body.replaceChildren(el('p', { class: 'opening', role: 'alert' }, texts.loadFailed));
  throw error;
});
