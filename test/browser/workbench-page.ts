// The workbench page in a browser, in the words of the person who uses it.
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { RunningWorkbench } from '#test/support/run-workbench';

type Value = string | number | boolean | null;

export interface WorkbenchPage {
  readonly page: Page;
  readonly sidebar: FrameLocator;
  readCell(tab: string, a1: string): Promise<Value>;
  activeTab(): Promise<string>;
  selectedCell(): Promise<string>;
  tabs(): Promise<string[]>;
  select(tab: string, a1: string): Promise<void>;
  /** Presses a cell of the tab in front; nothing may be scrolled. */
  clickCell(a1: string): Promise<void>;
  /** Types over a cell and presses Enter. */
  enter(tab: string, a1: string, text: string): Promise<void>;
  /** Opens the menu of a row's number and chooses an entry; nothing may be scrolled. */
  chooseInRowMenu(tab: string, row: number, entry: string): Promise<void>;
  /** Resolves when the page has asked the server for nothing for a while. */
  settled(): Promise<void>;
  /** What went wrong in the page and was not expected to. */
  readonly troubles: readonly string[];
}

export async function openPage(
  browser: Browser,
  { url }: Pick<RunningWorkbench, 'url'>,
  locale = 'zh-CN',
): Promise<WorkbenchPage> {
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const troubles = listenForTrouble(page, url);
  await page.goto(url);
  await page.waitForSelector('body[data-ready=true]');
  // The page's own handle for tests; the page is not part of this program's types.
  const ask = <T>(code: string): Promise<T> => page.evaluate<T>(`lectern.${code}`);
  const select = async (tab: string, a1: string): Promise<void> => {
    await ask(`select(${JSON.stringify(tab)}, ${JSON.stringify(a1)})`);
  };
  const clickCell = async (a1: string): Promise<void> => {
    const { x, y, width, height } = await ask<Box>(`cellBox('${a1}')`);
    await page.mouse.click(x + width / 2, y + height / 2);
  };
  return {
    page,
    sidebar: page.frameLocator('.side-frame'),
    readCell: (tab, a1) => ask(`readCell(${JSON.stringify(tab)}, ${JSON.stringify(a1)})`),
    activeTab: () => ask('activeTab()'),
    selectedCell: () => ask('selectedCell()'),
    tabs: () => ask('tabs()'),
    select,
    clickCell,
    async enter(tab, a1, text) {
      await select(tab, a1);
      if (await page.evaluate(SIDEBAR_HAS_FOCUS)) await clickCell(a1);
      await page.keyboard.press('F2');
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    },
    async chooseInRowMenu(tab, row, entry) {
      await select(tab, `A${row}`);
      const { x, y, height } = await ask<Box>(`cellBox('A${row}')`);
      const middle = y + height / 2;
      await page.mouse.click(x - 20, middle);
      await page.mouse.click(x - 20, middle, { button: 'right' });
      await page.getByText(entry, { exact: true }).click();
    },
    settled: quietWatch(page),
    troubles,
  };
}

/** After a click in the sidebar, typing goes there until the grid is clicked. */
const SIDEBAR_HAS_FOCUS = "document.activeElement?.tagName === 'IFRAME'";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const QUIET_MILLISECONDS = 400;

function quietWatch(page: Page): () => Promise<void> {
  let last = 0;
  page.on('request', () => (last = Date.now()));
  page.on('requestfinished', () => (last = Date.now()));
  return async () => {
    last = Date.now();
    await eventually(
      () => Promise.resolve(Date.now() - last),
      (quiet) => quiet > QUIET_MILLISECONDS,
    );
  };
}

function listenForTrouble(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // A write that came after rows had moved is refused and sent again; the browser reports it by itself.
    const { url: asked } = message.location();
    const isOvertaken = asked.includes('/v4/spreadsheets/') && / 409 /.test(message.text());
    if (message.type() === 'error' && !isOvertaken) troubles.push(message.text());
  });
  page.on('request', (request) => {
    const isOwn = [url, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!isOwn) troubles.push(`asked for ${request.url()}`);
  });
  return troubles;
}

const STEP_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 50;

/** Asks again until the answer is the wanted one; answers with the last one otherwise. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + STEP_MILLISECONDS;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}
