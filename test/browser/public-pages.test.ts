// Every public page in a real browser: axe-core, a telephone's width, the keyboard. A new page adds its views to the table.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { toDay } from '#core/calendar/day';
import { LANGUAGES, type Language } from '#core/text/language';
import { checkInPage } from '#functions/app/sign-in/check-in-page';
import { checkInScreen } from '#functions/app/sign-in/check-in-screen';
import { dashboardPage } from '#functions/app/dashboard/dashboard-page';
import { hallPage } from '#functions/app/topics/hall-page';
import { hallScreen } from '#functions/app/topics/hall-screen';
import { orderPage } from '#functions/app/topics/order-page';
import { replyPage } from '#functions/app/leave/reply-page';
import { speakerPage } from '#functions/app/speakers/speaker-page';
import { runPage, type PageCase } from '#functions/app/runtime/page-case';
import type { PageView } from '#functions/app/runtime/page-view';
import { AppError } from '#functions/errors';
import { problemPage } from '#functions/http/page-markup';
import { toProblem } from '#functions/http/problem-response';
import type { LinkPurpose } from '#functions/ports/links';
import {
  accessibilityProblems,
  axeProblems,
  openTelephone,
  showPublicPage,
} from '#test/support/accessibility';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { launchBrowser } from '#test/support/browser';
import {
  aBudgetLine,
  aLeave,
  aMark,
  aMember,
  aSession,
  aSpeaker,
  aTopic,
} from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import {
  evaluationApp,
  formOf,
  viewOf,
  visit as evaluationVisit,
} from '#test/support/evaluation-app';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

/** Half an hour before the session of 6 March begins: check-in is open, replies are still taken. */
const BEFORE = '2026-03-06T14:00:00+08:00';
const AFTER = '2026-03-06T18:00:00+08:00';

const anApp = (language: Language, now: string): TestApplication => {
  const app = anApplication(
    aWorkbook({
      settings: [
        { name: 'language', value: language },
        { name: 'dashboardLeastPeople', value: '1' },
        { name: 'ordersOpen', value: '2026-03-02' },
        { name: 'ordersClose', value: '2026-03-13' },
      ],
      topics: [
        aTopic({ summary: '数据资源怎样用于审批和民生服务，请结合本区试点来讲' }),
        aTopic({ id: 'P02', title: '社区养老服务体系建设', source: 'public' }),
      ],
      schedule: [
        aSession({ id: 'S99', date: toDay('2026-02-27'), state: 'held' }),
        aSession({ id: 'S98', date: toDay('2026-02-20'), state: 'held' }),
        aSession(),
      ],
      budget: [aBudgetLine()],
      speakers: [aSpeaker()],
      roster: [
        aMember({ phone: '000-0000-1001' }),
        aMember({ id: 'R002', name: '阿依古丽·买买提吐尔逊', personOrder: 20 }),
      ],
      attendance: ['S01', 'S98', 'S99'].map((sessionId) => aMark({ sessionId, memberId: 'R002' })),
      leave: [aLeave({ memberId: 'R002' })],
    }),
  );
  app.setNow(now);
  return app;
};

interface Visit {
  readonly page: PageCase;
  readonly purpose: LinkPurpose;
  readonly occasionId?: string;
  readonly memberId?: string;
  readonly now?: string;
  readonly form?: Readonly<Record<string, string>>;
}

async function visit(language: Language, visited: Visit): Promise<PageView> {
  const { page, purpose, occasionId = 'S01', memberId = null, now = BEFORE, form } = visited;
  const app = anApp(language, now);
  const token = LINKS.token(purpose, {
    spreadsheetId: WORKBOOK_ID,
    occasionId,
    memberId,
    expires: new Date('2026-03-07T00:00:00Z'),
  });
  const request = { token, form: form ? new URLSearchParams(form) : null };
  const answer = await runPage(page, request, app.application);
  if ('refused' in answer) throw answer.refused;
  return answer.view;
}

const refusal = (language: Language): PageView => {
  const logger = { info: () => undefined, error: () => undefined };
  const problem = toProblem(new AppError('badLink'), { requestId: 'r-1', language, logger });
  return problemPage(problem, '李老师 000-0000-1234', language);
};

/** The round of orders that is on that day. */
const ORDER = { occasionId: '2026-03-02' };

async function evaluation(language: Language, form?: Record<string, string>): Promise<PageView> {
  const app = evaluationApp({ rows: { settings: [{ name: 'language', value: language }] } });
  return viewOf(evaluationVisit(app, { form: form ?? null }));
}

const checkIn = { action: 'checkIn', name: '周文远', digits: '1001' };

const VIEWS: Readonly<Record<string, (language: Language) => PageView | Promise<PageView>>> = {
  'a reply': (language) =>
    visit(language, { page: replyPage(), purpose: 'reply', memberId: 'R001' }),
  'a reply that was given': (language) =>
    visit(language, {
      page: replyPage(),
      purpose: 'reply',
      memberId: 'R001',
      form: { action: 'attend' },
    }),
  'a reply with leave': (language) =>
    visit(language, { page: replyPage(), purpose: 'reply', memberId: 'R002' }),
  'an invitation': (language) =>
    visit(language, { page: speakerPage, purpose: 'speaker', memberId: 'T01' }),
  'an invitation that was accepted': (language) =>
    visit(language, {
      page: speakerPage,
      purpose: 'speaker',
      memberId: 'T01',
      form: { action: 'accepts', title: '经济形势', outline: '一、国际\n二、国内', needs: '投影' },
    }),
  'the check-in': (language) => visit(language, { page: checkInPage(), purpose: 'checkIn' }),
  'the check-in that worked': (language) =>
    visit(language, { page: checkInPage(), purpose: 'checkInForm', form: checkIn }),
  'the check-in that is over': (language) =>
    visit(language, { page: checkInPage(), purpose: 'checkIn', now: AFTER }),
  'the screen in the hall': (language) =>
    visit(language, { page: checkInScreen, purpose: 'checkInScreen' }),
  'the dashboard': (language) => visit(language, { page: dashboardPage(), purpose: 'dashboard' }),
  'the order of topics': (language) =>
    visit(language, { ...ORDER, page: orderPage(), purpose: 'order', memberId: 'R001' }),
  'an order that was given': (language) =>
    visit(language, {
      ...ORDER,
      page: orderPage(),
      purpose: 'order',
      memberId: 'R001',
      form: { action: 'order', topic1: 'P01', wish: '低空经济' },
    }),
  'an order in the hall': (language) =>
    visit(language, { ...ORDER, page: hallPage(), purpose: 'orderHall' }),
  'the code for orders': (language) =>
    visit(language, { ...ORDER, page: hallScreen, purpose: 'orderScreen' }),
  'an evaluation': (language) => evaluation(language),
  'an evaluation that lacks a score': (language) => evaluation(language, formOf('5432', '好')),
  'an evaluation that was sent': (language) => evaluation(language, formOf('54321', '好')),
  'a refusal': refusal,
};

/** The screen is unattended and its code expires: it has to load itself anew. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'the screen in the hall': ['meta-refresh'],
  'the code for orders': ['meta-refresh'],
};

let browser: Browser;
let telephone: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  telephone = await openTelephone(browser);
});
afterAll(() => browser.close());

describe.each(Object.keys(VIEWS))('the page of %s', (name) => {
  test.each(LANGUAGES)('keeps nobody out, in %s', async (language) => {
    const view = await VIEWS[name]?.(language);
    if (!view) throw new Error(`no view ${name}`);
    await showPublicPage(telephone, view, language);
    expect(await accessibilityProblems(telephone, ACCEPTED[name])).toEqual([]);
  });
});

test('every page is dark where the reader wants it so, and legible', async () => {
  await telephone.emulateMedia({ colorScheme: 'dark' });
  for (const [name, viewOf] of Object.entries(VIEWS)) {
    await showPublicPage(telephone, await viewOf('zh-CN'));
    const paper = await telephone.evaluate<string>(
      'getComputedStyle(document.body).backgroundColor',
    );
    const problems = await axeProblems(telephone, ACCEPTED[name]);
    expect({ name, paper, problems }).toEqual({ name, paper: 'rgb(19, 19, 20)', problems: [] });
  }
  await telephone.emulateMedia({ colorScheme: null });
});

test('a page that keeps people out is found', async () => {
  await telephone.setContent(`<!doctype html><html><title>x</title><style>.bare:focus { outline: none }</style>
    <p style="width: 400px; color: #ccc">pale and wide</p><button class="bare">no focus to be seen</button>
    <a href="#x" onfocus="this.blur()">not to be reached</a><input name="nameless" /></html>`);
  const problems = await accessibilityProblems(telephone);
  const kinds = new Set(problems.map((line) => line.replace(/[:(].*/s, '')));
  for (const kind of ['color-contrast', 'html-has-lang', 'label', 'wider than 320 pixels'])
    expect([...kinds]).toContain(kind);
  expect(problems.filter((line) => line.startsWith('not reached'))).toHaveLength(2);
});
