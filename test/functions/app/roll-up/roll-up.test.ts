// The nightly roll-up of several workbooks: from the scheduler's call to the files and the load.
import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { noteWorkbooks } from '#core/registry/change-registry';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import { AppError } from '#functions/errors';
import type { FactStore, FactTable, LoadState } from '#functions/ports/fact-store';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook, columnsOf } from '#test/support/builders/tables';
import { AUDIENCE, anApplication, CLERK } from '#test/support/application';
import { InMemoryWorkbook } from '#test/support/in-memory-workbook';
import {
  manyWorkbooks,
  REGISTRY_ID,
  SCHEDULER,
  type ManyOptions,
} from '#test/support/many-workbooks';
import { memoryFactStore } from '#test/support/memory-fact-store';

const A = 'workbook-of-district-a-0001';
const B = 'workbook-of-district-b-0001';

const aBook = () =>
  new InMemoryWorkbook(
    aWorkbook({
      roster: [aMember({ id: 'R001' }), aMember({ id: 'R002', name: '李明' })],
      schedule: [aSession({ id: 'S01', state: 'held', date: toDay('2026-03-06') })],
      attendance: [aMark({ sessionId: 'S01', memberId: 'R001' })],
      roles: [{ email: CLERK.email, role: 'clerk' }],
    }),
  );

const two = (options: Partial<ManyOptions> = {}) =>
  manyWorkbooks({
    books: new Map([A, B].map((id) => [id, aBook()])),
    entries: [
      { id: A, district: '甲区', region: '某市' },
      // Without a district its name is shown.
      { id: B },
    ],
    ...options,
  });

/** From 00:00 to 08:00 of 10 March in Shanghai, every quarter of an hour. */
async function aNight(on: Awaited<ReturnType<typeof two>>): Promise<string[]> {
  const kinds: string[] = [];
  for (let quarter = 0; quarter < 32; quarter += 1) {
    on.setNow(new Date(Date.parse('2026-03-09T16:00:00Z') + quarter * 900_000).toISOString());
    await on.chosen.dispatch();
    kinds.push(...on.tasks.map(({ kind }) => kind));
    await on.runTasks();
  }
  return kinds;
}

describe('a night', () => {
  test('leaves a file a week of each workbook, with its place, and a second night the same', async () => {
    const factStore = memoryFactStore();
    const on = await two({ factStore });
    expect((await aNight(on)).filter((kind) => kind === 'rollUp')).toHaveLength(2);
    expect([...factStore.files.keys()].sort()).toEqual([
      `${A}.2026-03-02.ndjson`,
      `${B}.2026-03-02.ndjson`,
    ]);
    const [a, b] = [A, B].map((id): unknown =>
      JSON.parse(factStore.files.get(`${id}.2026-03-02.ndjson`) ?? ''),
    );
    const counts = { due: 2, attended: 1, notRecorded: 1 };
    expect(a).toMatchObject({ workbook: A, district: '甲区', region: '某市', ...counts });
    expect(b).toMatchObject({ workbook: B, district: '示范区', region: '', ...counts });
    const before = new Map(factStore.files);
    await aNight(on);
    expect(factStore.files).toEqual(before);
  });

  test('rolls nothing up where there is no place for figures', async () => {
    const on = await two();
    expect((await aNight(on)).filter((kind) => kind === 'rollUp')).toEqual([]);
  });

  test('does not change when notices are due', async () => {
    const on = await two({ factStore: memoryFactStore() });
    on.setNow('2026-03-02T01:00:00Z');
    await on.chosen.dispatch();
    await on.runTasks();
    const before = await on.entry(A);
    on.setNow('2026-03-02T17:20:00Z');
    await on.chosen.runScheduled('rollUp', A, SCHEDULER);
    expect(await on.entry(A)).toEqual(before);
  });
});

describe('a workbook that cannot be rolled up', () => {
  test('keeps its figures of the night before and holds up no other', async () => {
    const factStore = memoryFactStore();
    const on = await two({ factStore });
    await aNight(on);
    const book = on.books.get(A);
    const before = new Map(factStore.files);
    // Without its heading the column of statuses is not found: nobody would have come.
    const places = (await book?.read(A, ['attendance']))?.places ?? [];
    const { sheetId } = places.find(({ key }) => key === 'attendance') ?? {};
    const heading = { firstRow: 0, firstColumn: columnsOf('attendance').indexOf('status') };
    await book?.edit([{ kind: 'writeCells', sheetId: sheetId ?? 0, ...heading, rows: [['别的']] }]);
    on.setNow('2026-03-10T00:00:00Z');
    const answer = await on.chosen.runScheduled('rollUp', A, SCHEDULER);
    expect(answer.failed).toContain('“状态”');
    expect(factStore.files).toEqual(before);
    const { lastError, nextDue, lastRun } = (await on.entry(A)) ?? {};
    expect(lastError).toBe(answer.failed);
    expect(lastRun?.getTime()).toBeLessThan(on.now().getTime());
    expect(nextDue).toBeNull();
    expect(await on.chosen.runScheduled('rollUp', B, SCHEDULER)).toEqual({
      weeks: 1,
      written: 0,
      removed: 0,
    });
  });

  test.each([
    ['budget', '预算'],
    ['expenses', '支出'],
    ['statuses', '状态'],
  ] as const)('because its tab %s is missing keeps its figures too', async (key, title) => {
    const factStore = memoryFactStore();
    const on = await two({ factStore });
    await aNight(on);
    const before = new Map(factStore.files);
    const book = on.books.get(A);
    const sheetId = (await book?.read(A, [key]))?.tables[key]?.sheetId ?? 0;
    await book?.edit([{ kind: 'deleteTab', sheetId }]);
    const { failed } = await on.chosen.runScheduled('rollUp', A, SCHEDULER);
    expect(failed).toContain(title);
    expect(factStore.files).toEqual(before);
  });

  const failing = (refusal: AppError['refusal'], times: number): FactStore & { calls: number } => {
    const store = memoryFactStore();
    return {
      ...store,
      calls: 0,
      list(prefix) {
        this.calls += 1;
        return this.calls > times
          ? store.list(prefix)
          : Promise.reject(new AppError(refusal, { facts: { reason: 'no role' } }));
      },
    };
  };

  test('is shown beside what the last run could not do, once', async () => {
    const factStore = failing('factStoreRefused', Infinity);
    const on = await two({ factStore });
    const { nextDue, lastRun } = (await on.entry(A)) ?? {};
    await on.chosen.runScheduled('rollUp', A, SCHEDULER);
    const { failed } = await on.chosen.runScheduled('rollUp', A, SCHEDULER);
    expect(failed).toBeDefined();
    expect(await on.entry(A)).toMatchObject({ nextDue, lastRun, lastError: failed });

    const entry = { id: A, lastError: '缺少“名册”。' };
    const snapshot = await on.registryBook.read(REGISTRY_ID, REGISTRY_TAB_KEYS);
    await on.registryBook.apply(snapshot, noteWorkbooks(snapshot, [entry]));
    on.setNow('2026-03-10T00:00:00Z');
    for (const _ of ['the first night', 'the second']) {
      await on.chosen.runScheduled('rollUp', A, SCHEDULER);
      expect(await on.entry(A)).toMatchObject({ lastError: `缺少“名册”。 ${failed ?? ''}` });
    }
  });

  test('is tried again while the bucket is down, and then by the queue', async () => {
    const soon = await two({ factStore: failing('factStoreDown', 3) });
    const done = { weeks: 1, written: 1, removed: 0 };
    expect(await soon.chosen.runScheduled('rollUp', A, SCHEDULER)).toEqual(done);
    const never = await two({ factStore: failing('factStoreDown', Infinity) });
    await expect(never.chosen.runScheduled('rollUp', A, SCHEDULER)).rejects.toMatchObject({
      refusal: 'tryLater',
    });
    expect(await never.entry(A)).toMatchObject({ lastError: null });
  });

  test('says in the registry when the bucket refuses', async () => {
    const on = await two({ factStore: failing('factStoreRefused', Infinity) });
    const { failed } = await on.chosen.runScheduled('rollUp', A, SCHEDULER);
    expect(failed).toContain('LECTERN_ROLL_UP');
    expect((await on.entry(A))?.lastError).toBe(failed);
  });

  test('because there is no place for figures is refused to a person, with what to do', async () => {
    const app = anApplication(aWorkbook({ roles: [{ email: CLERK.email, role: 'clerk' }] }));
    await expect(app.call('rollUp', {})).rejects.toMatchObject({ refusal: 'noFactStore' });
  });
});

describe('in the morning', () => {
  const aTable = (state: () => Promise<LoadState>): FactTable & { readonly names: string[] } => {
    const names: string[] = [];
    return {
      names,
      load(name) {
        names.push(name);
        return state();
      },
    };
  };
  const parts = (factTable: FactTable) => ({ factStore: memoryFactStore(), factTable });

  test('the figures are loaded under one name, however often', async () => {
    const factTable = aTable(() => Promise.resolve({ is: 'running' }));
    await aNight(await two(parts(factTable)));
    expect(factTable.names).toEqual(Array(4).fill('facts-2026-03-10'));
  });

  test.each([
    ['failed', () => Promise.resolve({ is: 'failed', reason: 'no such bucket' } as const)],
    ['is refused', () => Promise.reject(new Error('no such bucket'))],
  ])('a load that %s is logged, and notices go on', async (_, state) => {
    const on = await two(parts(aTable(state)));
    on.setNow('2026-03-09T22:00:00Z');
    expect(await on.chosen.dispatch()).toMatchObject({ workbooks: 2, tasks: 2 });
    expect(on.logged.join()).toContain('facts.loadFailed');
    expect(on.logged.join()).toContain('no such bucket');
  });
});

test('a fact has nothing of the roster but its categories and counts', async () => {
  const factStore = memoryFactStore();
  const person = {
    id: 'R-PRIVATE-1',
    name: '隐某某',
    unit: '某保密单位',
    email: 'private@example.org',
    phone: '13800001234',
  };
  const tables = aWorkbook({
    roster: [aMember(person)],
    schedule: [aSession({ id: 'S01', state: 'held', date: toDay('2026-03-06') })],
    attendance: [aMark({ sessionId: 'S01', memberId: person.id })],
  });
  const on = await two({
    factStore,
    books: new Map([[A, new InMemoryWorkbook(tables)]]),
    entries: [{ id: A, clientIds: [AUDIENCE] }],
  });
  expect(await on.chosen.runScheduled('rollUp', A, SCHEDULER)).toMatchObject({ written: 1 });
  const kept = [...factStore.files].flat().join();
  expect(kept).toContain('"attended":1');
  for (const word of Object.values(person)) expect(kept).not.toContain(word);
});
