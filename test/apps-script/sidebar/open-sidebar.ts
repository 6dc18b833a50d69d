// The built sidebar in a browser page, its google.script.run answered by the test.
import type { NoticeProgressResponse } from '#core/contract/notice-progress';
import type { Browser, Locator, Page } from 'playwright-core';
import { aWeek } from './answers';

/** Answers one call; what it throws reaches the sidebar's failure handler. */
export type Answer = (name: string, values: readonly unknown[]) => unknown;

export interface OpenSidebar {
  readonly page: Page;
  /** Every call so far, without `getContext`, the week's steps and the questions how far a send has come. */
  readonly calls: readonly (readonly unknown[])[];
  /** The part of the page marked for tests with this name. */
  readonly part: (testId: string) => Locator;
  readonly press: (action: string) => Promise<void>;
}

const FAKE_RUN = `
  function runner(done, failed) {
    return new Proxy({}, { get: (_, name) => {
      if (name === 'withSuccessHandler') return (handler) => runner(handler, failed);
      if (name === 'withFailureHandler') return (handler) => runner(done, handler);
      return (...values) => void window.answerCall(name, values).then(done, failed);
    } });
  }
  window.google = { script: { run: runner() } };`;

/** What the sidebar asks for by itself. */
interface OpeningAnswers {
  readonly progress?: (() => NoticeProgressResponse) | undefined;
  /** The whole answer to the call for the week. */
  readonly week?: (sends: NoticeProgressResponse) => unknown;
}

const nothingSent = (): NoticeProgressResponse => ({ sends: [], isDeploymentAdmin: false });
const usualWeek = (sends: NoticeProgressResponse): unknown => ({ ok: true, value: aWeek(sends) });

const isWeek = ([name, request]: readonly unknown[]): boolean =>
  name === 'dashboard' && (request as { readonly action?: string }).action === 'week'; // what the sidebar sends

export async function openSidebar(
  browser: Browser,
  html: string,
  answer: Answer,
  { progress = nothingSent, week = usualWeek }: OpeningAnswers = {},
): Promise<OpenSidebar> {
  const page = await browser.newPage({ viewport: { width: 300, height: 700 } });
  const calls: (readonly unknown[])[] = [];
  await page.exposeFunction('answerCall', (name: string, values: readonly unknown[]) => {
    if (values[0] === 'noticeProgress') return { ok: true, value: progress() };
    if (isWeek(values)) return week(progress());
    if (name !== 'getContext') calls.push([name, ...values]);
    return answer(name, values);
  });
  await page.setContent(html.replace('<script>', () => `<script>${FAKE_RUN}</script><script>`));
  return {
    page,
    calls,
    part: (testId) => page.locator(`[data-testid="${testId}"]`),
    press: (action) => page.click(`[data-action="${action}"]`),
  };
}
