import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { runPage, type PageAnswer } from '#functions/app/runtime/page-case';
import { speakerPage } from '#functions/app/speakers/speaker-page';
import type { LinkClaims } from '#functions/ports/links';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, headerOf, withCellIn } from '#test/support/builders/tables';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

const ID_NUMBER = '110101199003074258';
const PHONE = '000-0001-0001';
const aBook = (rows: Parameters<typeof aWorkbook>[0] = {}) =>
  aWorkbook({
    schedule: [aSession()],
    speakers: [
      aSpeaker({ idNumber: ID_NUMBER, phone: PHONE }),
      aSpeaker({ id: 'T02', name: '许知行' }),
    ],
    ...rows,
  });

const tokenOf = (part: Partial<LinkClaims> = {}): string =>
  LINKS.token('speaker', {
    spreadsheetId: WORKBOOK_ID,
    occasionId: 'S01',
    memberId: 'T01',
    expires: new Date('2026-03-06T06:30:00Z'),
    ...part,
  });

const visit = (
  app: TestApplication,
  form: Record<string, string> | null = null,
  token = tokenOf(),
): Promise<PageAnswer> =>
  runPage(speakerPage, { token, form: form && new URLSearchParams(form) }, app.application);

async function viewOf(answer: Promise<PageAnswer>) {
  const result = await answer;
  if ('refused' in result) throw result.refused;
  return result.view;
}

const ACCEPT = {
  action: 'accepts',
  title: '经济形势',
  outline: '一、国际\n二、国内',
  needs: '投影',
};
const rowsOf = (app: TestApplication) => {
  const labels = headerOf('invitations');
  return app.workbook
    .rowsOf('invitations')
    .map((row) => Object.fromEntries(labels.map((label, at) => [label, row[at] ?? ''])));
};

describe('the page of an invitation', () => {
  test('shows the lecture and three answers, and writes nothing', async () => {
    const app = anApplication(aBook());
    const view = await viewOf(visit(app));
    expect(view.facts.map(({ value }) => value)).toEqual([
      '陆明哲',
      '省委党校',
      '区域经济协调发展',
      '2026年3月6日（星期五）下午2:30—5:00',
      '区委礼堂',
      '3',
    ]);
    expect(view.forms.map(({ button }) => button.action)).toEqual([
      'accepts',
      'otherDay',
      'declines',
    ]);
    expect(view.notice).toBeNull();
    expect(app.workbook.applied).toEqual([]);
  });

  test.each([
    ['number', '十八'],
    ['taughtHours', '三学时'],
    ['state', '照常'],
  ])('opens while the cell %s of its session has a typing error', async (column, words) => {
    const app = anApplication(withCellIn(aBook(), { tab: 'schedule', row: 2, column }, words));
    const view = await viewOf(visit(app, ACCEPT));
    expect(view.notice?.text).toContain('您接受邀请');
  });

  test('keeps an acceptance with title, outline and needs, and shows them again', async () => {
    const app = anApplication(aBook());
    const view = await viewOf(visit(app, ACCEPT));
    expect(view.notice?.text).toContain('您接受邀请');
    expect(rowsOf(app)).toEqual([
      expect.objectContaining({
        期次编号: 'S01',
        主讲人编号: 'T01',
        答复: '接受',
        答复时的安排: '2026-03-06 14:30—17:00',
        题目: '经济形势',
        提纲: '一、国际\n二、国内',
        需要: '投影',
        时间: '2026-03-02 09:00:00 +08:00',
      }),
    ]);
    const again = await viewOf(visit(app));
    expect(again.forms[0]?.fields.map(({ value }) => value)).toEqual([
      '经济形势',
      '一、国际\n二、国内',
      '投影',
    ]);
  });

  test('a later answer takes the place of the earlier one', async () => {
    const app = anApplication(aBook());
    await visit(app, ACCEPT);
    await visit(app, { action: 'otherDay', days: '3月13日' });
    await visit(app, { action: 'declines', reason: '出差' });
    expect(rowsOf(app)).toEqual([
      expect.objectContaining({ 答复: '不能来', 题目: '', 提纲: '', 可行日期: '', 原因: '出差' }),
    ]);
  });

  test('asks again when the session has another time than the one answered', async () => {
    const app = anApplication(aBook());
    await visit(app, ACCEPT);
    const moved = anApplication(
      aBook({
        schedule: [aSession({ date: toDay('2026-03-13') })],
        invitations: [
          {
            sessionId: 'S01',
            speakerId: 'T01',
            answer: 'accepts',
            announced: '2026-03-06 14:30—17:00',
            at: '2026-03-02T01:00:00.000Z',
          },
        ],
      }),
    );
    const view = await viewOf(visit(moved));
    expect(view.notice).toMatchObject({ tone: 'warning' });
  });

  test('has no identity number, telephone number or address of the speaker', async () => {
    const app = anApplication(aBook());
    const shown = JSON.stringify([await viewOf(visit(app)), await viewOf(visit(app, ACCEPT))]);
    for (const secret of [ID_NUMBER, PHONE, 't01@example.org']) expect(shown).not.toContain(secret);
  });

  test('masks a number of an identity or bank card that the speaker types', async () => {
    const app = anApplication(aBook());
    const needs = `卡号 6222021234567890123，身份证 ${ID_NUMBER}`;
    const view = await viewOf(visit(app, { ...ACCEPT, needs }));
    expect(JSON.stringify(view)).not.toMatch(/6222021234567890123|110101199003074258/);
    expect(rowsOf(app)[0]?.['需要']).toBe('卡号 622…23，身份证 110…58');
  });

  test('masks one in groups of four as well, in every text', async () => {
    const app = anApplication(aBook());
    const number = '6222 0212 3456 7890 123';
    const given = { title: `课题${number}`, outline: number, needs: `卡号 ${number}` };
    const view = await viewOf(visit(app, { ...ACCEPT, ...given }));
    expect(JSON.stringify(view)).not.toContain('3456');
    expect(rowsOf(app)[0]).toMatchObject({
      需要: '卡号 622…23',
    });
    expect(JSON.stringify(rowsOf(app))).not.toContain('3456');
  });

  test.each([
    ['without a title', { ...ACCEPT, title: ' ' }],
    ['with a title that is too long', { ...ACCEPT, title: '长'.repeat(101) }],
    ['without days', { action: 'otherDay', days: '' }],
    ['of no kind', { action: 'maybe' }],
  ])('refuses an answer %s', async (_, form) => {
    const app = anApplication(aBook());
    await expect(viewOf(visit(app, form))).rejects.toMatchObject({ refusal: 'badAnswer' });
    expect(app.workbook.applied).toEqual([]);
  });

  test.each([
    ['of a speaker who is replaced', 'badLink', { schedule: [aSession({ speakerId: 'T02' })] }],
    ['of a cancelled session', 'replyClosed', { schedule: [aSession({ state: 'cancelled' })] }],
    ['of a session that is gone', 'badLink', { schedule: [] }],
  ] as const)('refuses a link %s', async (_, refusal, rows) => {
    const app = anApplication(aBook(rows));
    await expect(viewOf(visit(app))).rejects.toMatchObject({ refusal });
    await expect(viewOf(visit(app, ACCEPT))).rejects.toMatchObject({ refusal });
    expect(app.workbook.applied).toEqual([]);
  });

  test('refuses a test mail’s link, a reply’s link, and an old one', async () => {
    const app = anApplication(aBook());
    await expect(viewOf(visit(app, null, tokenOf({ memberId: null })))).rejects.toMatchObject({
      refusal: 'testLink',
    });
    const reply = LINKS.token('reply', {
      spreadsheetId: WORKBOOK_ID,
      occasionId: 'S01',
      memberId: 'T01',
      expires: new Date('2026-03-06T06:30:00Z'),
    });
    await expect(visit(app, null, reply)).rejects.toMatchObject({ refusal: 'badLink' });
    app.setNow('2026-03-06T06:30:00Z');
    await expect(visit(app)).rejects.toMatchObject({ refusal: 'linkExpired' });
  });
});
