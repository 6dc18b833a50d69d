// A file that was copied from a workbook in use: nothing works in it until it is set up, and then the other's ledger counts for nothing.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AppError } from '#functions/errors';
import {
  ADMIN,
  anApplication,
  AUDIENCE,
  CLERK,
  type TestApplication,
} from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const COPY_ID = 'copy-of-the-workbook-0001';

let original: TestApplication;
/** The same cells and metadata under another id. */
let copy: TestApplication;

const inCopy = { spreadsheetId: COPY_ID };
const preview = (app: TestApplication, part: object = {}) =>
  app.call('weeklyNotice', { action: 'preview', ...part }, CLERK.email);

const refusalOf = (call: Promise<unknown>): Promise<AppError> =>
  call.then(
    () => Promise.reject(new Error('it was not refused')),
    (error: unknown) => error as AppError,
  );

beforeEach(async () => {
  original = anApplication(
    aWorkbook({
      roles: [{ email: CLERK.email, role: 'clerk' }],
      roster: [aMember()],
      speakers: [aSpeaker()],
      schedule: [aSession()],
    }),
  );
  await original.call('setUpWorkbook', {}, ADMIN.email);
  const shown = await preview(original);
  if (shown.action !== 'preview') throw new Error('a preview was asked for');
  const { fingerprint } = shown;
  const send = { action: 'send', occasionId: 'S01', fingerprint } as const;
  await original.call('weeklyNotice', send, CLERK.email);
  copy = anApplication(
    {},
    { workbook: original.workbook.copy(), workbooks: new Map([[COPY_ID, [AUDIENCE]]]) },
  );
});

describe('a copied workbook', () => {
  test.each([
    ['weeklyNotice', { action: 'preview' }],
    ['dashboard', { action: 'week' }],
    ['lectureFees', { action: 'preview' }],
    ['runDue', {}],
  ] as const)('refuses %s and says what to do', async (name, request) => {
    const call = copy.call(name, { ...inCopy, ...request }, CLERK.email);
    const refused = await refusalOf(call);
    expect(refused.refusal).toBe('workbookIsCopy');
    expect(refused.explain('zh-CN').nextStep).toContain('点“初始化工作簿”');
    expect([copy.workbook.applied, copy.mailer.mails]).toEqual([[], []]);
  });

  test('tells a stranger no more than any other workbook does', async () => {
    const call = copy.call('noticeProgress', inCopy, 'stranger@example.org');
    expect((await refusalOf(call)).refusal).toBe('roleTooLow');
  });

  test('is its own from set-up on: the mail that the other sent is not taken for sent', async () => {
    expect(await preview(original)).toMatchObject({
      recipients: [],
      skipped: [{ memberId: 'R001', code: 'alreadySent' }],
    });
    const { remarks } = await copy.call('setUpWorkbook', inCopy, ADMIN.email);
    expect(remarks).toEqual([
      '这个工作簿是另一个工作簿的副本，现在起单独使用；原工作簿的通知记录不计入。',
    ]);
    expect(await preview(copy, inCopy)).toMatchObject({ recipients: [{ memberId: 'R001' }] });
    expect((await copy.call('noticeProgress', inCopy, CLERK.email)).sends).toEqual([]);
    expect((await copy.call('setUpWorkbook', inCopy, ADMIN.email)).remarks).toEqual([]);
  });

  test('is not held up by a lease that came with it', async () => {
    copy.workbook.holdLease('somebody.1|2999-01-01T00:00:00.000Z');
    await copy.call('setUpWorkbook', inCopy, ADMIN.email);
    expect(await copy.workbook.readLease()).toBeNull();
  });

  test('keeps every row of the ledger it came with', async () => {
    const rows = original.workbook.rowsOf('notices');
    await copy.call('setUpWorkbook', inCopy, ADMIN.email);
    expect(copy.workbook.rowsOf('notices')).toEqual(rows);
  });
});

test('a lease of the workbook itself is left alone by set-up', async () => {
  original.workbook.holdLease('somebody.1|2999-01-01T00:00:00.000Z');
  await original.call('setUpWorkbook', {}, ADMIN.email);
  expect(await original.workbook.readLease()).toBe('somebody.1|2999-01-01T00:00:00.000Z');
});

test('a workbook that an earlier version set up is no copy', async () => {
  const app = anApplication(aWorkbook({ roles: [{ email: CLERK.email, role: 'clerk' }] }));
  await expect(app.call('noticeProgress', {}, CLERK.email)).resolves.toMatchObject({ sends: [] });
});
