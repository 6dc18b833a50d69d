import { describe, expect, it, test } from '@jest/globals';
import { ALL_TAB_KEYS, REGISTRY_TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { runUseCase } from '#functions/app/runtime/use-case';
import { AppError } from '#functions/errors';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { AUDIENCE, CLERK } from '#test/support/application';
import { InMemoryWorkbook } from '#test/support/in-memory-workbook';
import {
  manyWorkbooks,
  REGISTRY_ID,
  SCHEDULER,
  type ManyOptions,
} from '#test/support/many-workbooks';

const A = 'workbook-of-district-a-0001';
const B = 'workbook-of-district-b-0001';
const C = 'workbook-of-district-c-0001';

const AUTOMATIC = { 自动发送: '是' };
/** Session on Friday 6 March: by the settings its notice is due on Monday 2 March at nine. */
const aBook = (settings: Readonly<Record<string, string>> = AUTOMATIC) =>
  new InMemoryWorkbook(
    aWorkbook({
      schedule: [aSession({})],
      roster: [aMember(), aMember({ id: 'R002', name: '李明', email: 'r002@example.org' })],
      speakers: [aSpeaker({})],
      roles: [{ email: CLERK.email, role: 'clerk' }],
      settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    }),
  );
const three = (options: Partial<ManyOptions> = {}) =>
  manyWorkbooks({ books: new Map([A, B, C].map((id) => [id, aBook()])), ...options });
const MONDAY_NINE = '2026-03-02T01:00:00.000Z';
const THURSDAY_NINE = '2026-03-05T01:00:00.000Z';

describe('one tick of the schedule', () => {
  it('serves every workbook, notes when something is due next, and then leaves them alone', async () => {
    const on = await three();
    on.setNow(MONDAY_NINE);
    expect(await on.chosen.dispatch()).toEqual({ workbooks: 3, tasks: 3, runs: [] });
    await on.runTasks();
    expect([...on.mailers.values()].map(({ mails }) => mails.length)).toEqual([2, 2, 2]);
    expect(await on.entry(A)).toMatchObject({
      queuedAt: new Date(MONDAY_NINE),
      lastRun: on.now(),
      nextDue: new Date(THURSDAY_NINE),
      lastError: null,
    });
    on.setNow('2026-03-02T01:15:00Z');
    expect(await on.chosen.dispatch()).toEqual({ workbooks: 3, tasks: 0, runs: [] });
    on.setNow(THURSDAY_NINE);
    expect(await on.chosen.dispatch()).toMatchObject({ tasks: 3 });
  });

  it('reads the registry only, once', async () => {
    const on = await three();
    on.asked.length = 0;
    await on.chosen.dispatch();
    expect(on.asked).toEqual([`read ${REGISTRY_ID}`, `apply ${REGISTRY_ID}`]);
  });

  it('makes no second task when it is called twice, nor while a run has not reported', async () => {
    const on = await three();
    on.setNow(MONDAY_NINE);
    await Promise.all([on.chosen.dispatch(), on.chosen.dispatch()]);
    expect(on.tasks).toHaveLength(3);
    on.setNow('2026-03-02T01:59:00Z');
    expect(await on.chosen.dispatch()).toMatchObject({ tasks: 0 });
    on.setNow('2026-03-02T02:00:00Z');
    expect(await on.chosen.dispatch()).toMatchObject({ tasks: 3 });
  });

  it('does no harm when a task is carried out twice, late, or after its workbook was closed', async () => {
    const on = await three();
    on.setNow(MONDAY_NINE);
    await on.chosen.dispatch();
    on.tasks.push(...on.tasks);
    await on.runTasks();
    on.setNow('2026-03-04T07:00:00Z');
    await on.chosen.runScheduled('runDue', A, SCHEDULER);
    expect([...on.mailers.values()].map(({ mails }) => mails.length)).toEqual([2, 2, 2]);
    await on.registryBook.edit([
      { kind: 'writeCells', sheetId: 1001, firstRow: 1, firstColumn: 4, rows: [['停用']] },
    ]);
    on.setNow('2026-03-04T07:02:00Z');
    await expect(on.chosen.runScheduled('runDue', A, SCHEDULER)).rejects.toMatchObject({
      refusal: 'unknownWorkbook',
    });
  });

  it('shows a workbook that fails and serves the others', async () => {
    const on = await three({
      between: (port) => ({
        ...port,
        read: (id, tabs, own) =>
          id === B ? Promise.reject(new AppError('workbookRefused')) : port.read(id, tabs, own),
      }),
    });
    on.setNow(MONDAY_NINE);
    await on.chosen.dispatch();
    const answers = await on.runTasks();
    expect(answers.map(({ failed }) => failed !== undefined)).toEqual([false, true, false]);
    expect([on.mailers.get(A)?.mails.length, on.mailers.get(C)?.mails.length]).toEqual([2, 2]);
    const { lastError, nextDue } = (await on.entry(B)) ?? {};
    expect(lastError).toBe(answers[1]?.failed);
    expect(nextDue).toEqual(new Date('2026-03-02T02:00:00Z'));
  });

  test.each(['quotaReached', 'sheetsDown'] as const)(
    'leaves %s to the queue, which tries again',
    async (refusal) => {
      const on = await three({
        between: (port) => ({
          ...port,
          read: (id, tabs, own) =>
            id === B ? Promise.reject(new AppError(refusal)) : port.read(id, tabs, own),
        }),
      });
      await expect(on.chosen.runScheduled('runDue', B, SCHEDULER)).rejects.toMatchObject({
        refusal: 'tryLater',
        code: 'google-unavailable',
      });
      expect(await on.entry(B)).toMatchObject({ lastRun: null, lastError: null });
    },
  );

  test.each([
    ['somebody else sends', 'leaseHeld'],
    ['Google’s limit is reached', 'quotaReached'],
  ] as const)(
    'leaves a notice to the queue that is refused within the run because %s',
    async (_, refusal) => {
      let isBusy = true;
      const on = await three({
        between: (port) => ({
          ...port,
          apply: (basis, changes) =>
            isBusy && basis.spreadsheetId === B
              ? Promise.reject(new AppError(refusal))
              : port.apply(basis, changes),
        }),
      });
      on.setNow(MONDAY_NINE);
      await expect(on.chosen.runScheduled('runDue', B, SCHEDULER)).rejects.toMatchObject({
        refusal: 'tryLater',
      });
      // Neither as done nor as failed: the task is still the queue's.
      expect(await on.entry(B)).toMatchObject({ lastRun: null, lastError: null });
      isBusy = false;
      await on.chosen.runScheduled('runDue', B, SCHEDULER);
      expect(on.mailers.get(B)?.mails).toHaveLength(2);
    },
  );

  it('hands over to a next task when its time is over before its mails are', async () => {
    const settings = { ...AUTOMATIC, 每分钟邮件数: '1' };
    const on = await manyWorkbooks({
      books: new Map([[A, aBook(settings)]]),
      sendSeconds: 30,
    });
    on.setNow(MONDAY_NINE);
    await on.chosen.dispatch();
    const first = on.tasks.shift();
    await on.chosen.runScheduled('runDue', A, SCHEDULER);
    expect(on.mailers.get(A)?.mails).toHaveLength(1);
    expect(
      on.tasks.map(({ kind, spreadsheetId, audience }) => [kind, spreadsheetId, audience]),
    ).toEqual([['runDue', A, AUDIENCE]]);
    expect(on.tasks[0]?.name).not.toBe(first?.name);
    on.setNow('2026-03-02T01:02:00Z');
    await on.runTasks();
    expect(on.mailers.get(A)?.mails).toHaveLength(2);
    expect(on.tasks).toEqual([]);
  });

  it('looks again in a quarter of an hour while a mail is refused for now', async () => {
    const on = await manyWorkbooks({ books: new Map([[A, aBook()]]) });
    const mailer = on.mailers.get(A);
    if (!mailer) throw new Error('the workbook has a mailer');
    const reached = mailer.answer;
    mailer.answer = ({ to }) =>
      to.address === 'r002@example.org'
        ? { state: 'retry', reason: 'refused for now (429)' }
        : { state: 'sent' };
    on.setNow(MONDAY_NINE);
    await on.chosen.dispatch();
    expect(await on.runTasks()).toMatchObject([{ notices: [{ sent: 1, failed: 1, toRetry: 1 }] }]);
    expect(on.tasks).toEqual([]);
    // Ten minutes after the run, which itself tried for six seconds.
    expect(await on.entry(A)).toMatchObject({ nextDue: new Date('2026-03-02T01:10:06Z') });
    mailer.answer = reached;
    on.setNow('2026-03-02T01:15:00Z');
    expect(await on.chosen.dispatch()).toMatchObject({ tasks: 1 });
    expect(await on.runTasks()).toMatchObject([{ notices: [{ sent: 1, failed: 0, toRetry: 0 }] }]);
    expect(await on.entry(A)).toMatchObject({ nextDue: new Date(THURSDAY_NINE) });
  });

  it('looks at each workbook once a night, also without anything due', async () => {
    const on = await three({ books: new Map([A, B, C].map((id) => [id, aBook({})])) });
    on.setNow('2026-03-02T07:00:00Z');
    await on.chosen.dispatch();
    await on.runTasks();
    expect(await on.entry(A)).toMatchObject({ nextDue: null });
    const looks = new Map<string, number>();
    // Shanghai's day from 08:00 to 08:00
    for (let quarter = 1; quarter <= 96; quarter += 1) {
      on.setNow(new Date(Date.parse('2026-03-03T00:00:00Z') + quarter * 900_000).toISOString());
      await on.chosen.dispatch();
      for (const { spreadsheetId } of on.tasks)
        looks.set(spreadsheetId, (looks.get(spreadsheetId) ?? 0) + 1);
      await on.runTasks();
    }
    expect([...looks.entries()].sort()).toEqual([
      [A, 2],
      [B, 2],
      [C, 2],
    ]);
  });
});

describe('who is served', () => {
  const call = (
    on: Awaited<ReturnType<typeof three>>,
    spreadsheetId: string,
    audience = AUDIENCE,
  ) =>
    runUseCase(
      'noticeProgress',
      { request: { spreadsheetId }, caller: { email: CLERK.email, audience } },
      on.application,
    ).then(
      () => 'served',
      (error: unknown) => (error instanceof AppError ? error.refusal : error),
    );

  it('gives unknown, closed and forbidden workbooks the same answer', async () => {
    const on = await three({
      entries: [{ id: A }, { id: B, clientIds: ['other.apps.example.org'] }],
    });
    expect([
      await call(on, A),
      await call(on, A, 'other.apps.example.org'),
      await call(on, B),
      await call(on, B, 'other.apps.example.org'),
      await call(on, C),
    ]).toEqual(['served', 'unknownWorkbook', 'unknownWorkbook', 'served', 'unknownWorkbook']);
  });

  it('serves a workbook that was entered a minute ago, without a new deployment', async () => {
    const on = await three({ entries: [{ id: A }] });
    on.setNow(MONDAY_NINE);
    expect(await call(on, C)).toBe('unknownWorkbook');
    await on.registryBook.addRows(1001, [[C, 'C', '', '', '使用中']]);
    on.setNow('2026-03-02T01:01:00Z');
    expect(await call(on, C)).toBe('served');
  });

  it('goes on with what it knows while Google refuses the registry, for ten minutes', async () => {
    let isDown = false;
    const on = await three({
      between: (port) => ({
        ...port,
        read: (id, tabs, own) =>
          isDown && id === REGISTRY_ID
            ? Promise.reject(new AppError('quotaReached'))
            : port.read(id, tabs, own),
      }),
    });
    on.setNow(MONDAY_NINE);
    await call(on, A);
    isDown = true;
    on.setNow('2026-03-02T01:09:00Z');
    expect(await call(on, A)).toBe('served');
    on.setNow('2026-03-02T01:11:00Z');
    expect(await call(on, A)).toBe('quotaReached');
  });
});

const editOf = (tab: TabKey) => ({
  sheetId: ALL_TAB_KEYS.indexOf(tab) + 1,
  firstRow: 2,
  lastRow: 2,
});

describe('calls that change what is due', () => {
  it('a send from the sidebar that is not over goes on by a task', async () => {
    const on = await manyWorkbooks({
      books: new Map([[A, aBook({ 每分钟邮件数: '1' })]]),
    });
    on.setNow(MONDAY_NINE);
    const call = (request: object) =>
      runUseCase(
        'weeklyNotice',
        { request: { spreadsheetId: A, ...request } as never, caller: CLERK },
        {
          ...on.application,
          ports: { ...on.application.ports, mailer: () => on.mailers.get(A) as never },
        },
      );
    const preview = (await call({ action: 'preview' })) as { fingerprint: string };
    await call({
      action: 'send',
      occasionId: 'S01',
      fingerprint: preview.fingerprint,
      seconds: 10,
    });
    expect(on.mailers.get(A)?.mails).toHaveLength(1);
    expect(on.tasks.map(({ kind }) => kind)).toEqual(['runDue']);
    on.setNow('2026-03-02T01:02:00Z');
    await on.runTasks();
    expect(on.mailers.get(A)?.mails).toHaveLength(2);
  });

  it('a send from the sidebar with a mail refused for now is looked at by the next dispatch, whoever looks at the workbook meanwhile', async () => {
    const on = await manyWorkbooks({ books: new Map([[A, aBook({})]]) });
    on.setNow(MONDAY_NINE);
    const mailer = on.mailers.get(A);
    if (!mailer) throw new Error('the workbook has a mailer');
    const reached = mailer.answer;
    mailer.answer = () => ({ state: 'retry', reason: 'refused for now (429)' });
    const { application } = on;
    const own = { ...application, ports: { ...application.ports, mailer: () => mailer } };
    const call = (request: object) =>
      runUseCase(
        'weeklyNotice',
        { request: { spreadsheetId: A, ...request } as never, caller: CLERK },
        own,
      );
    const { fingerprint } = (await call({ action: 'preview' })) as { fingerprint: string };
    const sent = await call({ action: 'send', occasionId: 'S01', fingerprint });
    expect(sent).toMatchObject({ sent: 0, waiting: 0, toRetry: 2 });
    const again = new Date(on.now().getTime() + 600_000);
    expect(await on.entry(A)).toMatchObject({ nextDue: again });
    await call({ action: 'preview' });
    expect(await on.entry(A)).toMatchObject({ nextDue: again });
    mailer.answer = reached;
    on.setNow('2026-03-02T01:15:00Z');
    await on.chosen.dispatch();
    await on.runTasks();
    expect(mailer.mails).toHaveLength(2);
    expect(await on.entry(A)).toMatchObject({ nextDue: null });
  });

  it('a look at the schedule notes its next moment, once', async () => {
    const on = await three();
    on.setNow('2026-03-01T01:00:00Z');
    const check = () =>
      runUseCase('checkEntries', { request: { spreadsheetId: A }, caller: CLERK }, on.application);
    await check();
    expect(await on.entry(A)).toMatchObject({ nextDue: new Date(MONDAY_NINE), lastRun: null });
    on.asked.length = 0;
    await check();
    expect(on.asked.filter((one) => one === `apply ${REGISTRY_ID}`)).toEqual([]);
  });

  it('a call that does not read the holidays says nothing about it: one of them may move the moment', async () => {
    const on = await three();
    on.setNow('2026-03-01T01:00:00Z');
    const request = { spreadsheetId: A, action: 'read' } as const;
    await runUseCase('attendanceReport', { request, caller: CLERK }, on.application);
    expect(await on.entry(A)).toMatchObject({ nextDue: null });
  });

  it.each([
    ['set-up', 'setUpWorkbook', {}, true],
    ['an edited row of the schedule', 'checkRows', editOf('schedule'), true],
    ['an edited row of the roster', 'checkRows', editOf('roster'), false],
  ] as const)('after %s the next dispatch knows whether to look', async (...given) => {
    const [, name, body, isDue] = given;
    const on = await three({ books: new Map([[A, aBook({})]]) });
    on.setNow(MONDAY_NINE);
    await on.chosen.dispatch();
    await on.runTasks();
    on.setNow('2026-03-02T01:20:00Z');
    const caller = { email: 'admin@example.org', audience: AUDIENCE };
    const request = { spreadsheetId: A, ...body } as never; // of the function that is named
    await runUseCase(name, { request, caller }, on.application);
    expect(await on.entry(A)).toMatchObject({ nextDue: isDue ? on.now() : null });
    on.setNow('2026-03-02T01:30:00Z');
    expect(await on.chosen.dispatch()).toMatchObject({ tasks: isDue ? 1 : 0 });
  });

  it('does not fail when the registry cannot be written', async () => {
    const on = await three({
      between: (port) => ({
        ...port,
        apply: (basis, changes) =>
          basis.spreadsheetId === REGISTRY_ID
            ? Promise.reject(new AppError('workbookRefused'))
            : port.apply(basis, changes),
      }),
    });
    on.setNow('2026-03-01T01:00:00Z');
    const { application } = on;
    await runUseCase('checkEntries', { request: { spreadsheetId: A }, caller: CLERK }, application);
    expect(on.logged).toEqual([
      JSON.stringify({ event: 'registry.notWritten', spreadsheetId: A, code: 'workbookRefused' }),
    ]);
  });

  it('keeps what others wrote into the registry meanwhile', async () => {
    const on = await three();
    on.setNow(MONDAY_NINE);
    await on.chosen.dispatch();
    await on.registryBook.edit([
      { kind: 'writeCells', sheetId: 1001, firstRow: 1, firstColumn: 5, rows: [['王某']] },
    ]);
    await on.runTasks();
    expect(await on.entry(A)).toMatchObject({ contact: '王某', lastRun: on.now() });
    const { tables } = await on.registryBook.read(REGISTRY_ID, REGISTRY_TAB_KEYS);
    expect(tables.workbooks?.cells.height).toBe(4);
  });
});
