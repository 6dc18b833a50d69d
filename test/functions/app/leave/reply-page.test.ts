import { describe, expect, test } from '@jest/globals';
import { dayToSerial, toDay } from '#core/calendar/day';
import type { WorkbookChange } from '#core/workbook/write/change';
import type { Basis } from '#core/workbook/snapshot';
import type { Tables } from '#core/workbook/table';
import { runPage, type PageAnswer, type PageCase } from '#functions/app/runtime/page-case';
import { replyPage } from '#functions/app/leave/reply-page';
import { rowsIn } from '#core/model/book';
import { contactOfError, type AppError } from '#functions/errors';
import type { LinkClaims } from '#functions/ports/links';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { InMemoryWorkbook, WORKBOOK_ID } from '#test/support/in-memory-workbook';
import { aLeave, aMember, aSession } from '#test/support/builders/rows';
import {
  aTable,
  aWorkbook,
  columnsOf,
  rowsIn as tableRows,
  withCellIn,
  withRows,
} from '#test/support/builders/tables';

const EXPIRES = new Date('2026-03-06T06:30:00Z');
const aBook = (rows: Parameters<typeof aWorkbook>[0] = {}) =>
  aWorkbook({
    schedule: [aSession()],
    roster: [aMember(), aMember({ id: 'R002', name: '李“二”<b>', personOrder: 20 })],
    ...rows,
  });

const tokenOf = (part: Partial<LinkClaims> = {}): string =>
  LINKS.token('reply', {
    spreadsheetId: WORKBOOK_ID,
    occasionId: 'S01',
    memberId: 'R001',
    expires: EXPIRES,
    ...part,
  });

/** One process serves all visits of a test. */
const pages = new WeakMap<TestApplication, PageCase>();
function pageOf(app: TestApplication): PageCase {
  const page = pages.get(app) ?? replyPage();
  pages.set(app, page);
  return page;
}

const visit = (
  app: TestApplication,
  form: Record<string, string> | null = null,
  token = tokenOf(),
): Promise<PageAnswer> =>
  runPage(pageOf(app), { token, form: form && new URLSearchParams(form) }, app.application);

const LEAVE = { action: 'leave', kind: 'official', reason: '市里开会' };

async function viewOf(answer: Promise<PageAnswer>) {
  const result = await answer;
  if ('refused' in result) throw result.refused;
  return result.view;
}

/** A clerk types a row of leave just before anything is written. */
class TypedMeanwhile extends InMemoryWorkbook {
  override async apply(basis: Basis, changes: readonly WorkbookChange[]): Promise<void> {
    const { sheetId } = aTable('leave');
    if (this.applied.length === 0) await this.addRows(sheetId, [['L001', 'S00', 'R002']]);
    await super.apply(basis, changes);
  }
}

describe('the page of a reply link', () => {
  test('shows person, session and both buttons, and writes nothing', async () => {
    const app = anApplication(aBook());
    const view = await viewOf(visit(app));
    expect(view.facts.map(({ value }) => value)).toEqual([
      '周文远',
      '区委',
      '区域经济协调发展',
      '2026年3月6日（星期五）下午2:30—5:00',
      '区委礼堂',
    ]);
    expect(view.forms.map(({ button }) => button.label)).toEqual(['我参加', '我请假']);
    expect(view.notice).toBeNull();
    expect(app.workbook.applied).toEqual([]);
  });

  test.each([
    ['number', '十八'],
    ['taughtHours', '三学时'],
    ['creditedHours', '三'],
    ['staffCount', '两人'],
    ['state', '照常'],
  ] as const)(
    'opens while the cell %s of its session has a typing error',
    async (column, words) => {
      const app = anApplication(withCellIn(aBook(), { tab: 'schedule', row: 2, column }, words));
      const view = await viewOf(visit(app, { action: 'attend' }));
      expect(view.notice).toMatchObject({ tone: 'good' });
      expect(app.workbook.rowsOf('replies')).toHaveLength(1);
    },
  );

  test('notes who attends, once', async () => {
    const app = anApplication(aBook());
    await visit(app, { action: 'attend' });
    app.setNow('2026-03-02T02:00:00Z');
    const view = await viewOf(visit(app, { action: 'attend' }));
    expect(view.notice).toMatchObject({ tone: 'good' });
    expect(app.workbook.rowsOf('replies')).toEqual([
      ['S01', 'R001', '参加', '', '2026-03-02 10:00:00 +08:00'],
    ]);
    expect(app.workbook.rowsOf('leave')).toEqual([]);
  });

  test('enters an undecided request for leave, once, with the last words', async () => {
    const app = anApplication(aBook({ leave: [aLeave({ id: 'L041', sessionId: 'S00' })] }));
    await visit(app, LEAVE);
    await visit(app, { ...LEAVE, kind: 'sick', reason: '  发烧\r\n住院 ' });
    expect(app.workbook.rowsOf('leave').slice(1)).toEqual([
      [
        'L042',
        'S01',
        'R001',
        '病假',
        '发烧 住院',
        '',
        '',
        '',
        '待批',
        '',
        '',
        '',
        '',
        dayToSerial(toDay('2026-03-02')),
      ],
    ]);
    expect(app.workbook.rowsOf('replies')).toMatchObject([
      ['S01', 'R001', '请假', '发烧 住院', '2026-03-02 09:00:00 +08:00'],
    ]);
  });

  test('masks a number of an identity or bank card in the reason, also on the page', async () => {
    const app = anApplication(aBook());
    const reason = '办卡 6222 0212 3456 7890 123，证件 110101199003074258';
    const view = await viewOf(visit(app, { ...LEAVE, reason }));
    expect(JSON.stringify(view)).not.toMatch(/3456|19900307/);
    const kept = '办卡 622…23，证件 110…58';
    expect(app.workbook.rowsOf('replies')[0]?.[3]).toBe(kept);
    expect(app.workbook.rowsOf('leave')[0]?.[4]).toBe(kept);
  });

  test('takes an undecided request back when the person attends after all, and opens it again', async () => {
    const app = anApplication(aBook());
    await visit(app, LEAVE);
    await visit(app, { action: 'attend' });
    const closed = app.workbook.rowsOf('leave');
    expect(closed).toEqual([
      [
        'L001',
        'S01',
        'R001',
        '公差',
        '市里开会',
        '',
        '',
        '',
        '待批',
        '',
        dayToSerial(toDay('2026-03-02')),
        '',
        '',
        dayToSerial(toDay('2026-03-02')),
      ],
    ]);
    await visit(app, LEAVE);
    expect(app.workbook.rowsOf('leave')).toEqual([
      [
        'L001',
        'S01',
        'R001',
        '公差',
        '市里开会',
        '',
        '',
        '',
        '待批',
        '',
        '',
        '',
        '',
        dayToSerial(toDay('2026-03-02')),
      ],
    ]);
    expect(app.workbook.rowsOf('replies')).toHaveLength(1);
  });

  test.each([
    ['approved', '您的请假已批准'],
    ['refused', '您的请假未获批准'],
  ] as const)('leaves a request alone that was %s', async (decision, words) => {
    const app = anApplication(aBook({ leave: [aLeave({ decision })] }));
    const view = await viewOf(visit(app, { action: 'attend' }));
    expect([view.notice?.text, view.forms]).toEqual([expect.stringContaining(words), []]);
    expect(app.workbook.applied).toEqual([]);
  });

  test('of many who answer at once in processes of their own everybody has a row', async () => {
    const roster = Array.from({ length: 12 }, (_, index) => aMember({ id: `R${index}` }));
    const app = anApplication(aBook({ roster }));
    const form = new URLSearchParams(LEAVE);
    await Promise.all(
      roster.map(({ id }) =>
        runPage(replyPage(), { token: tokenOf({ memberId: id }), form }, app.application),
      ),
    );
    const ids = (key: string, at: number) =>
      new Set(app.workbook.rowsOf(key).map((row) => row[at]));
    expect([ids('replies', 1).size, ids('leave', 0).size, ids('leave', 2).size]).toEqual([
      12, 12, 12,
    ]);
  });

  test('writes those together who answer while a write is on its way', async () => {
    const roster = Array.from({ length: 30 }, (_, index) => aMember({ id: `R${index}` }));
    const app = anApplication(aBook({ roster }));
    await Promise.all(roster.map(({ id }) => visit(app, LEAVE, tokenOf({ memberId: id }))));
    expect(app.workbook.rowsOf('leave')).toHaveLength(30);
    expect(app.workbook.applied.length).toBeLessThanOrEqual(2);
  });

  test('of two answers at once takes the last, and shows an answer to whoever looks again', async () => {
    const app = anApplication(aBook());
    await visit(app);
    const both = await Promise.all([
      visit(app, LEAVE),
      visit(app, LEAVE),
      visit(app, { action: 'attend' }),
    ]);
    expect(both).toHaveLength(3);
    expect(app.workbook.rowsOf('replies').map((row) => row.slice(0, 3))).toEqual([
      ['S01', 'R001', '参加'],
    ]);
    expect((await viewOf(visit(app))).notice?.text).toContain('您将参加');
  });

  test('tells only him who is refused, not those who answered with him', async () => {
    const app = anApplication(aBook());
    const [good, bad] = await Promise.all([
      visit(app, LEAVE),
      visit(app, LEAVE, tokenOf({ memberId: 'R099' })),
    ]);
    expect([good, bad]).toMatchObject([{ view: {} }, { refused: { refusal: 'badLink' } }]);
  });

  test('leaves a row alone that a clerk typed between reading and writing', async () => {
    const app = anApplication({}, { workbook: new TypedMeanwhile(aBook()) });
    await visit(app, LEAVE);
    expect(app.workbook.rowsOf('leave').map((row) => row.slice(1, 3))).toEqual([
      ['S01', 'R001'],
      ['S00', 'R002'],
    ]);
  });

  test('keeps an answer that was written although Google did not say so', async () => {
    const app = anApplication(aBook());
    app.workbook.losesAnswers = 1;
    await visit(app, LEAVE);
    expect(app.workbook.rowsOf('leave')).toHaveLength(1);
  });
});

const without = (tables: Tables, key: keyof Tables): Tables =>
  Object.fromEntries(Object.entries(tables).filter(([one]) => one !== key));

describe('the form for leave', () => {
  const formIn = (view: Awaited<ReturnType<typeof viewOf>>) => view.forms[1];

  test('chooses no kind for the person, and its heading and button say the same', async () => {
    const form = formIn(await viewOf(visit(anApplication(aBook()))));
    expect(form?.heading).toBe('我请假');
    expect(form?.button.label).toBe('我请假');
    expect(form?.fields.map(({ name }) => name)).toEqual(['kind', 'reason', 'proof', 'minutes']);
    expect(form?.fields[0]).toMatchObject({ none: '请选择', value: null });
  });

  test('takes proof and minutes of a part into the request, and shows them again', async () => {
    const app = anApplication(aBook());
    const form = { ...LEAVE, proof: ' 会议通知〔2026〕3号 ', minutes: '４０' };
    const view = await viewOf(visit(app, form));
    expect(formIn(view)?.fields.slice(2)).toMatchObject([
      { name: 'proof', value: '会议通知〔2026〕3号' },
      { name: 'minutes', value: '40' },
    ]);
    const [row = []] = app.workbook.rowsOf('leave');
    expect([row.includes('会议通知〔2026〕3号'), row.includes(40)]).toEqual([true, true]);
  });

  test.each([
    // The session is from 14:30 to 17:00: 150 minutes.
    ['149', 149],
    ['150', undefined],
    ['', undefined],
  ])('with %j minutes asks for %j of them', async (minutes, expected) => {
    const app = anApplication(aBook());
    await visit(app, { ...LEAVE, minutes });
    const snapshot = await app.workbook.read(WORKBOOK_ID, ['leave']);
    expect(rowsIn(snapshot, 'leave')[0]?.cells.minutes).toBe(expected);
  });

  test('asks for nothing that the workbook has no column for', async () => {
    const tables = aBook();
    const kept = columnsOf('leave').map((name) => name !== 'proof' && name !== 'minutes');
    const leave = aTable('leave');
    const rows = tableRows(leave).map((cells) => cells.filter((_, at) => kept[at]));
    const app = anApplication({ ...tables, leave: withRows(leave, rows) });
    const form = formIn(await viewOf(visit(app)));
    expect(form?.fields.map(({ name }) => name)).toEqual(['kind', 'reason']);
    await visit(app, { ...LEAVE, proof: '会议通知', minutes: '40' });
    expect(app.workbook.rowsOf('leave')).toHaveLength(1);
  });
});

describe('a closed reply page says which it is, and whom to ask', () => {
  const CONTACT = '李老师 000-0000-1234';
  const aClosed = (session: Parameters<typeof aSession>[0]) =>
    anApplication(
      aBook({ schedule: [aSession(session)], settings: [{ name: 'contact', value: CONTACT }] }),
    );

  test.each([
    ['2026-03-06T06:29:59Z', {}, null],
    ['2026-03-06T06:30:00Z', {}, 'sessionBegun'],
    ['2026-03-06T08:59:59Z', {}, 'sessionBegun'],
    ['2026-03-06T09:00:00Z', {}, 'sessionOver'],
    ['2026-03-02T01:00:00Z', { state: 'held' }, 'sessionOver'],
    ['2026-03-02T01:00:00Z', { state: 'cancelled' }, 'sessionCancelled'],
    ['2026-03-09T01:00:00Z', { state: 'cancelled' }, 'sessionCancelled'],
  ] as const)('at %s, %j: %s', async (now, session, refusal) => {
    const app = aClosed(session);
    app.setNow(now);
    // A link that has expired meanwhile, and one that is good longer, because the session was moved.
    for (const expires of [EXPIRES, new Date('2026-04-01T00:00:00Z')]) {
      const refused = await visit(app, null, tokenOf({ expires })).then(
        (answer) => ('refused' in answer ? answer.refused : null),
        (error: unknown) => error,
      );
      expect((refused as AppError | null)?.refusal ?? null).toBe(refusal);
      if (refusal !== null) {
        expect(contactOfError(refused)).toBe(CONTACT);
        expect((refused as AppError).explain('zh-CN').detail).not.toContain('或');
      }
    }
  });

  test('also where the link is not good: of a person who left, but not of another workbook', async () => {
    const app = anApplication(
      aBook({ roster: [], settings: [{ name: 'contact', value: CONTACT }] }),
    );
    const answer = await visit(app);
    expect('refused' in answer && contactOfError(answer.refused)).toBe(CONTACT);
    const other = visit(app, null, tokenOf({ spreadsheetId: 'workbook-of-others-000001' }));
    await expect(other.catch(contactOfError)).resolves.toBeNull();
  });
});

describe('a reply link is refused', () => {
  const past = aSession({ state: 'held' });
  test.each([
    [
      'after the session was cancelled',
      aBook({ schedule: [aSession({ state: 'cancelled' })] }),
      {},
      'sessionCancelled',
    ],
    ['after it was held', aBook({ schedule: [past] }), {}, 'sessionOver'],
    ['for a session that is gone', aBook({ schedule: [aSession({ id: 'S02' })] }), {}, 'badLink'],
    ['for somebody who left the roster', aBook({ roster: [] }), {}, 'badLink'],
    ['of a test mail', aBook(), { memberId: null }, 'testLink'],
    ['when a tab is missing', without(aBook(), 'replies'), {}, 'tabMissing'],
  ] as const)('%s', async (_, tables, part, refusal) => {
    const app = anApplication(tables);
    for (const form of [null, LEAVE])
      expect(await visit(app, form, tokenOf(part))).toMatchObject({ refused: { refusal } });
    expect(app.workbook.applied).toEqual([]);
  });

  test('when the session was moved to a time that is over', async () => {
    const app = anApplication(aBook({ schedule: [aSession()] }));
    app.setNow('2026-03-06T06:30:00Z');
    const token = tokenOf({ expires: new Date('2026-03-20T06:30:00Z') });
    expect(await visit(app, LEAVE, token)).toMatchObject({ refused: { refusal: 'sessionBegun' } });
    await expect(visit(app)).rejects.toMatchObject({ refusal: 'sessionBegun' });
  });

  test('of another workbook', async () => {
    const token = tokenOf({ spreadsheetId: 'workbook-of-others-000001' });
    await expect(visit(anApplication(aBook()), null, token)).rejects.toMatchObject({
      refusal: 'badLink',
    });
  });

  test.each([
    ['no reason', { ...LEAVE, reason: ' \u3000 ' }],
    ['an unknown kind', { ...LEAVE, kind: 'holiday' }],
    ['a reason that is too long', { ...LEAVE, reason: '长'.repeat(201) }],
    ['minutes that are no number', { ...LEAVE, minutes: '半天' }],
    ['no minutes', { ...LEAVE, minutes: '0' }],
    ['a proof that is too long', { ...LEAVE, proof: '长'.repeat(201) }],
    ['no action', { kind: 'sick', reason: '发烧' }],
  ])('with %s', async (_, form) => {
    const app = anApplication(aBook());
    expect(await visit(app, form)).toMatchObject({ refused: { refusal: 'badAnswer' } });
    expect(app.workbook.applied).toEqual([]);
  });
});
