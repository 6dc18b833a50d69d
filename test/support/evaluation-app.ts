// A programme with one held session and its listeners, who answer the evaluation behind their links.
import { SCORE_KEYS } from '#core/evaluation/answer';
import type { TabKey } from '#core/workbook/tab-keys';
import { evaluatePage } from '#functions/app/evaluation/evaluate-page';
import { runPage, type PageAnswer, type PageCase } from '#functions/app/runtime/page-case';
import type { PageView } from '#functions/app/runtime/page-view';
import type { LinkClaims } from '#functions/ports/links';
import { anApplication, LINKS, type TestApplication, type TestParts } from './application';
import { aMark, aMember, aSession, aSpeaker } from './builders/rows';
import { aWorkbook } from './builders/tables';
import { WORKBOOK_ID } from './in-memory-workbook';

/** Monday 9 March 2026, three days after the session of Friday 6 March. */
export const OPEN = '2026-03-09T01:00:00Z';
/** The evaluation closes at the end of Friday 13 March in Shanghai. */
export const LAST_MOMENT = '2026-03-13T15:59:59Z';
export const OVER = '2026-03-13T16:00:00Z';

export const memberId = (number: number): string => `R${String(number).padStart(3, '0')}`;

/** `listeners` came; R901 was absent. */
export function evaluationApp(
  { listeners = 6, rows = {} }: { listeners?: number; rows?: Parameters<typeof aWorkbook>[0] } = {},
  parts: TestParts = {},
  missing: readonly TabKey[] = [],
): TestApplication {
  const ids = Array.from({ length: listeners }, (_, at) => memberId(at + 1));
  const people = [...ids, 'R901'].map((id, at) =>
    aMember({ id, name: `听课人${id}`, email: `${id.toLowerCase()}@example.org`, personOrder: at }),
  );
  const tables = aWorkbook({
    roles: [{ email: 'clerk@example.org', role: 'clerk' }],
    schedule: [aSession({ state: 'held' })],
    speakers: [aSpeaker()],
    roster: people,
    attendance: [
      ...ids.map((id) => aMark({ memberId: id })),
      aMark({ memberId: 'R901', status: '缺席' }),
    ],
    ...rows,
  });
  const app = anApplication(
    { ...tables, ...Object.fromEntries(missing.map((key) => [key, undefined])) },
    parts,
  );
  app.setNow(OPEN);
  return app;
}

export const tokenOf = (part: Partial<LinkClaims> = {}): string =>
  LINKS.token('evaluate', {
    spreadsheetId: WORKBOOK_ID,
    occasionId: 'S01',
    memberId: 'R001',
    expires: new Date(OVER),
    ...part,
  });

const pages = new WeakMap<TestApplication, PageCase>();

/** One process serves all visits of a test. */
export function visit(
  app: TestApplication,
  { form = null, ...claims }: Partial<LinkClaims> & { form?: Record<string, string> | null } = {},
): Promise<PageAnswer> {
  const page = pages.get(app) ?? evaluatePage();
  pages.set(app, page);
  const request = { token: tokenOf(claims), form: form && new URLSearchParams(form) };
  return runPage(page, request, app.application);
}

export async function viewOf(answer: Promise<PageAnswer>): Promise<PageView> {
  const result = await answer;
  if ('refused' in result) throw result.refused;
  return result.view;
}

/** As a browser posts it: `scores` one digit for each item. */
export const formOf = (scores: string, comment = '', action = 'anonymous') => ({
  ...Object.fromEntries(SCORE_KEYS.map((key, item) => [key, scores.charAt(item)])),
  comment,
  action,
});

export const answer = (
  app: TestApplication,
  id: string,
  scores: string,
  comment = '',
): Promise<PageView> => viewOf(visit(app, { memberId: id, form: formOf(scores, comment) }));
