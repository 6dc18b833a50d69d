// The page of the workbench: the workbook, the sidebar beside it, the clock and the inbox above it.
import { fill } from '#core/text/language';
import { createChartStrip } from './charts/chart-strip';
import { readRange } from './charts/read-range';
import { el } from './dom';
import { activeTab } from './grid/component';
import { displayOf, openGrid, selectCell, whenReady, type Grid } from './grid/open-grid';
import { LANGUAGE_TAGS, pageLanguage } from './language';
import { preparePrinting } from './print/print-tab';
import { listen } from './server/events';
import type { Spreadsheet } from './server/sheet-json';
import { sheetsApi } from './server/sheets-api';
import {
  forgetLeftOut,
  readClock,
  readState,
  tellEdited,
  type WorkbenchState,
} from './server/workbench-api';
import { createClockView } from './shell/clock';
import { createInboxButton } from './shell/inbox-button';
import { createLeftOut } from './shell/left-out';
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
document.documentElement.lang = LANGUAGE_TAGS[language];
document.title = texts.product;

function start(state: WorkbenchState, book: Spreadsheet): void {
  const title = book.properties?.title ?? state.title;
  document.title = `${title} · ${texts.product}`;
  const timeZone = book.properties?.timeZone ?? 'Asia/Shanghai';
  const toasts = createToasts();
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
        charts.element,
        container,
      ),
      createSidebar(language, texts),
    ),
    toasts.element,
  );
  const drawCharts = () => showCharts(grid, charts);
  const grid = openGrid({
    container,
    language,
    book,
    spreadsheetId: state.spreadsheetId,
    api: sheetsApi(state.spreadsheetId),
    saving: {
      state: saveState.show,
      refused: (message) => toasts.warn(fill(texts.refused, { message })),
      entered: (edit) => {
        // A check that cannot be reached must not disturb typing; the connection shows it.
        tellEdited(edit, LANGUAGE_TAGS[language]).catch(() => undefined);
      },
    },
    applied: drawCharts,
  });
  const { api } = grid.component;
  api.addEvent(api.Event.ActiveSheetChanged, drawCharts);
  drawCharts();
  follow(grid, { clock, inbox, toasts });
  preparePrinting(grid);
  offerToTests(grid.component, whenReady(grid.component));
}

interface Followers {
  readonly clock: ReturnType<typeof createClockView>;
  readonly inbox: ReturnType<typeof createInboxButton>;
  readonly toasts: ReturnType<typeof createToasts>;
}

/** Keeps every part in step with what happens on the server. */
function follow(grid: Grid, { clock, inbox, toasts }: Followers): void {
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
    toast: ({ message }) => toasts.warn(message),
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
  const state = await readState();
  start(state, await sheetsApi(state.spreadsheetId).readContent());
}

open().catch((error: unknown) => {
  document.body.replaceChildren(el('p', { class: 'opening', role: 'alert' }, texts.loadFailed));
  throw error;
});
