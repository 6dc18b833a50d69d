// What keeps people out of a page: axe-core's rules, a telephone's width, and a keyboard without a mouse.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '#core/text/language';
import type { PageView } from '#functions/app/runtime/page-view';
import { pageMarkup } from '#functions/http/page-markup';

/** CSS pixels of the narrowest telephone. WCAG 2.2, criterion 1.4.10: no scrolling in two directions at this width. */
const NARROW = 320;

/**
 * One line for each problem of the page as it is now: what axe finds, what is too wide at 320 pixels, what Tab does not reach.
 * `accepted` names rules of axe that the page breaks on purpose; the caller says why.
 */
export async function accessibilityProblems(
  page: Page,
  accepted: readonly string[] = [],
): Promise<string[]> {
  return [
    ...(await axeProblems(page, accepted)),
    ...(await widthProblems(page)),
    ...(await keyboardProblems(page)),
  ];
}

/** A browser as wide as a telephone. One serves many pages, one after another: to open it takes longer than to look at a page. */
export const openTelephone = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: { width: NARROW, height: 640 } });

/** The markup of a public page, in a browser that may show another. */
export async function showPublicPage(
  telephone: Page,
  view: PageView,
  language: Language = 'zh-CN',
): Promise<void> {
  await telephone.goto('about:blank');
  await telephone.setContent(pageMarkup(view, language));
}

/** All other rules, best practices too, in the whole page or in its parts with these selectors. */
export async function axeProblems(
  page: Page,
  accepted: readonly string[] = [],
  parts: readonly string[] = [],
): Promise<string[]> {
  await page.evaluate(axe.source);
  const context = parts.length === 0 ? 'document' : JSON.stringify({ include: parts });
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${context}).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ id }) => !accepted.includes(id))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
    );
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

export async function widthProblems(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: NARROW, height: before?.height ?? 640 });
  const wide = await page.evaluate<string[]>(TOO_WIDE);
  if (before) await page.setViewportSize(before);
  return wide.map((element) => `wider than ${NARROW} pixels: ${element}`);
}

/** Elements that make the page scroll sideways; what scrolls in a box of its own does not. */
const TOO_WIDE = `(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
  );
  return wide.length > 0 ? wide.map((element) => element.outerHTML.slice(0, 80)) : ['the page'];
})()`;

/** Presses Tab until every control was reached, or so often that the rest cannot be: twice round, with a few stops in frames. */
async function keyboardProblems(page: Page): Promise<string[]> {
  const count = await page.evaluate<number>(MARK_CONTROLS);
  for (let presses = 0, left = count; left > 0 && presses < 2 * count + 8; presses += left) {
    for (let press = 0; press < left; press += 1) await page.keyboard.press('Tab');
    left = await page.evaluate<number>(COUNT_LEFT);
  }
  const left = await page.evaluate<string[]>(UNREACHED);
  return left.map((element) => `not reached with Tab, or without a visible focus: ${element}`);
}

/** A group of radio buttons is one stop of the keyboard: any of them will do. */
const MARK_CONTROLS = `(() => {
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')];
  const open = controls.filter((one) => isSeen(one) && !one.disabled && one.tabIndex >= 0 && one.type !== 'hidden');
  for (const one of open) one.dataset.control = one.type === 'radio' ? 'radio ' + one.name : String(open.indexOf(one));
  document.addEventListener('keyup', () => {
    const { activeElement } = document;
    const control = activeElement?.dataset?.control;
    const { outlineStyle, boxShadow } = getComputedStyle(activeElement ?? document.body);
    if (control === undefined || (outlineStyle === 'none' && boxShadow === 'none')) return;
    for (const one of document.querySelectorAll('[data-control]'))
      if (one.dataset.control === control) one.dataset.reached = '';
  });
  return open.length;
})()`;

const COUNT_LEFT = `document.querySelectorAll('[data-control]:not([data-reached])').length`;

const UNREACHED = `(() => {
  const controls = [...document.querySelectorAll('[data-control]')];
  const left = controls.filter((one) => one.dataset.reached === undefined);
  for (const one of controls) { delete one.dataset.control; delete one.dataset.reached; }
  return left.map((one) => one.outerHTML.slice(0, 80));
})()`;
