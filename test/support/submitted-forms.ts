// What people send on the public pages of the workbook of `two-clerks.ts`.
import { checkInPage } from '#functions/app/sign-in/check-in-page';
import { evaluatePage } from '#functions/app/evaluation/evaluate-page';
import { replyPage } from '#functions/app/leave/reply-page';
import { runPage } from '#functions/app/runtime/page-case';
import { orderPage } from '#functions/app/topics/order-page';
import { LINKS, type TestApplication } from './application';
import { formOf } from './evaluation-app';
import { MEMBERS, ROUND } from './two-clerks';

export const submitReply = (
  app: TestApplication,
  id: string,
  memberId: string,
): Promise<unknown> => {
  const expires = new Date('2026-03-20T06:30:00Z');
  const token = LINKS.token('reply', { spreadsheetId: id, occasionId: 'S03', memberId, expires });
  const form = new URLSearchParams({ action: 'leave', kind: 'official', reason: '市里开会' });
  return pageAnswer(runPage(replyPage(), { token, form }, app.application));
};

/** The second topic first, another in place of the first, and another wish. */
export const submitOrder = (
  app: TestApplication,
  id: string,
  memberId: string,
): Promise<unknown> => {
  const expires = new Date('2026-05-01T00:00:00Z');
  const claims = { spreadsheetId: id, occasionId: ROUND.ordersOpen, memberId, expires };
  const token = LINKS.token('order', claims);
  const choice = { topic1: 'P02', topic2: 'P03', wish: '网络安全' };
  const form = new URLSearchParams({ action: 'order', ...choice });
  return pageAnswer(runPage(orderPage(), { token, form }, app.application));
};

export const submitEvaluation = (
  app: TestApplication,
  id: string,
  memberId: string,
): Promise<unknown> => {
  const expires = new Date('2026-03-13T16:00:00Z');
  const claims = { spreadsheetId: id, occasionId: 'S01', memberId, expires };
  const token = LINKS.token('evaluate', claims);
  const form = new URLSearchParams(formOf('54545', '联系实际'));
  return pageAnswer(runPage(evaluatePage(), { token, form }, app.application));
};

export const submitCheckIn = (
  app: TestApplication,
  id: string,
  person: number,
): Promise<unknown> => {
  const expires = new Date('2026-03-13T06:40:00Z');
  const claims = { spreadsheetId: id, occasionId: 'S02', memberId: null, expires };
  const token = LINKS.token('checkInForm', claims);
  const name = MEMBERS[person - 1] ?? '';
  const form = new URLSearchParams({ name, digits: `000${person}`, action: 'checkIn' });
  return pageAnswer(runPage(checkInPage(), { token, form }, app.application));
};

async function pageAnswer(answer: ReturnType<typeof runPage>): Promise<unknown> {
  const page = await answer;
  if ('refused' in page) throw page.refused;
  return page.view.notice ?? page.view.facts;
}
