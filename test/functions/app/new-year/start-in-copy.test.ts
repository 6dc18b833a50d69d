// A copy of the sample of 2026 becomes the workbook of 2027: what goes on stays in its row, what was last year's goes, in one write.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { StartYearPreview } from '#core/contract/start-year';
import { dayToSerial, toDay } from '#core/calendar/day';
import type { Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import type { Cell } from '#core/workbook/table';
import type { AppError } from '#functions/errors';
import { ADMIN, anApplication, AUDIENCE, type TestApplication } from '#test/support/application';
import { sampleTables } from '#test/support/builders/sample-tables';
import { WORKBOOK_ID, type InMemoryWorkbook } from '#test/support/in-memory-workbook';

const COPY_ID = 'copy-of-the-workbook-0001';
const HELD = 'somebody.1|2999-01-01T00:00:00.000Z';

let original: InMemoryWorkbook;
let app: TestApplication;
let copy: InMemoryWorkbook;

const snapshotOf = (workbook: InMemoryWorkbook): Promise<Snapshot> =>
  workbook.read(WORKBOOK_ID, TAB_KEYS);

/** Adds a column of the clerk's own to the roster: what is beside M002 must be beside M002 afterwards. */
async function noteBesideRoster(workbook: InMemoryWorkbook): Promise<void> {
  const { sheetId = 0 } = (await snapshotOf(workbook)).tables.roster ?? {};
  const columns = (await snapshotOf(workbook)).tables.roster?.cells.columns.length ?? 0;
  const rows = workbook.rowsOf('roster').map(([id = '']) => [`自记 ${id}`]);
  const at = { sheetId, firstColumn: columns + 1 };
  await workbook.edit([
    { kind: 'growTab', sheetId, rowCount: 1000, addRows: 0, addColumns: 5 },
    { kind: 'writeCells', ...at, firstRow: 0, rows: [['自记'], ...rows] },
  ]);
  const secretary = { sheetId, row: 2, column: 1, note: '常驻', background: '#fff2cc' };
  workbook.decorate(secretary);
}

beforeAll(async () => {
  const first = anApplication(sampleTables([]));
  first.setNow('2026-12-31T04:00:00Z');
  original = first.workbook;
  await first.call('setUpWorkbook', {}, ADMIN.email);
  await first.call('attendanceReport', { from: '2026-09-01', to: '2026-12-31' }, ADMIN.email);
  await first.call('signInSheet', { action: 'make', sessionId: 'S05' }, ADMIN.email);
  await first.call('checkEntries', {}, ADMIN.email);
  await noteBesideRoster(original);
});

beforeEach(() => {
  copy = original.copy();
  const workbooks = new Map([
    [COPY_ID, [AUDIENCE]],
    [WORKBOOK_ID, [AUDIENCE]],
  ]);
  app = anApplication({}, { workbook: copy, workbooks });
  app.setNow('2026-12-31T04:00:00Z');
});

async function preview(part: object = {}): Promise<StartYearPreview> {
  const request = { spreadsheetId: COPY_ID, action: 'preview', ...part } as const;
  const answer = await app.call('startYear', request, ADMIN.email);
  if (answer.action !== 'preview') throw new Error('a preview was asked for');
  return answer;
}

const apply = (fingerprint: string) =>
  app.call('startYear', { spreadsheetId: COPY_ID, action: 'apply', fingerprint }, ADMIN.email);

const refusalOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: unknown) => (error as AppError).refusal,
  );

const day = (value: string): number => dayToSerial(toDay(value));

/** All cells below the headers, by tab. */
const content = async (workbook: InMemoryWorkbook): Promise<Record<string, Cell[][]>> => {
  const { places } = await snapshotOf(workbook);
  return Object.fromEntries(
    places.flatMap(({ key }) => (key === null ? [] : [[key, workbook.rowsOf(key)]])),
  );
};

describe('the preview', () => {
  test('says what goes on, what is emptied and which reports go, and writes nothing', async () => {
    const shown = await preview();
    expect(shown).toMatchObject({
      year: 2027,
      sourceTitle: '2026年度工作簿',
      settings: 3,
      keptSettings: [],
      withEntries: [],
      canApply: true,
      hours: { people: 111, from: '2023-01-01', to: '2026-12-31' },
      matterCounts: { makeUp: 25, fee: 0, session: 4 },
    });
    expect(shown.tabs.slice(0, 3)).toEqual([
      { title: '花名册', rows: 111, leftOut: 1 },
      { title: '师资库', rows: 12, leftOut: 0 },
      { title: '专题', rows: 5, leftOut: 15 },
    ]);
    expect(shown.emptied.map(({ title, rows }) => [title, rows])).toEqual([
      ['日程', 14],
      ['考勤', 1079],
      ['请假', 95],
      ['点单', 150],
      ['自选题目', 3],
      ['支出', 27],
      ['校验结果', 41],
      ['教学评价', 418],
    ]);
    expect(shown.reports).toEqual([
      ...['报表-出勤-按人员', '报表-出勤-按单位', '报表-出勤-按期次', '报表-出勤-全勤名单'],
      ...['报表-出勤-无故缺席', '报表-出勤-连续缺席', '签到-S05'],
    ]);
    expect(copy.applied).toEqual([]);
  });
});

describe('applied', () => {
  test('is one write, after which the copy is a workbook of its own', async () => {
    const before = await content(original);
    const answer = await apply((await preview()).fingerprint);
    expect(answer).toMatchObject({ year: 2027, tab: { title: '上年度未了事项' } });
    expect(copy.applied).toHaveLength(1);
    expect(await content(original)).toEqual(before);
    const { ownId } = await copy.read(COPY_ID, []);
    expect(ownId).toBe(COPY_ID);
    const setUp = await app.call('setUpWorkbook', { spreadsheetId: COPY_ID }, ADMIN.email);
    expect([setUp.created, setUp.remarks]).toEqual([[], []]);
  });

  test('keeps each row that goes on with the clerk’s own cells, notes and colours beside it', async () => {
    await apply((await preview()).fingerprint);
    const roster = copy.rowsOf('roster');
    expect(roster).toHaveLength(111);
    expect(roster.filter((row) => row.at(-1) !== `自记 ${String(row[0])}`)).toEqual([]);
    expect(roster.some(([id]) => id === 'M089')).toBe(false);
    expect(copy.decorationsOf('roster')).toContain('B3: 常驻 / #fff2cc');
  });

  test('leaves nothing of last year’s course: no session, mark, leave, order, mail, report or sheet', async () => {
    await apply((await preview()).fingerprint);
    const emptied = [
      ...(['schedule', 'attendance', 'leave', 'orders', 'wishes', 'proposals'] as const),
      ...(['invitations', 'expenses', 'checks', 'notices', 'replies'] as const),
      ...(['evaluations', 'ballots'] as const),
    ];
    expect(emptied.filter((key) => copy.rowsOf(key).length > 0)).toEqual([]);
    const { places } = await copy.read(COPY_ID, []);
    const own = places.flatMap(({ key }) => (/^(report|sign-in)/.test(key ?? '') ? [key] : []));
    expect(own).toEqual(['report-new-year']);
    expect(copy.rowsOf('log')).toEqual([
      [
        ...['2026-12-31 12:00:00 +08:00', 'admin@example.org', '新年度', '2027'],
        `2026年度工作簿 ${WORKBOOK_ID}`,
        expect.stringContaining('花名册 111 行'),
      ],
    ]);
  });

  test('begins with totals, heads without amounts and the settings of the new year', async () => {
    await apply((await preview()).fingerprint);
    expect(copy.rowsOf('otherHours')[0]).toEqual([
      ...['M001', day('2026-12-31'), 331, '以前累计'],
      ...['以前累计（2023-01-01 至 2026-12-31，见“2026年度工作簿”）', '2026年度工作簿', '贺知行'],
    ]);
    expect(copy.rowsOf('budget')).toHaveLength(5);
    expect(copy.rowsOf('budget')[0]).toEqual([2027, '师资费', 0]);
    const settings = new Map(copy.rowsOf('settings').map(([name, value]) => [name, value]));
    expect(['年度', '点单开始', '点单截止'].map((name) => settings.get(name))).toEqual([
      ...['2027', '否', '否'],
    ]);
    expect(copy.rowsOf('roles')).toEqual(original.rowsOf('roles'));
  });

  test('keeps budget lines that were entered for the new year, with their amounts', async () => {
    const { sheetId = 0 } = (await snapshotOf(copy)).tables.budget ?? {};
    const lines = copy.rowsOf('budget').length;
    await copy.addRows(sheetId, [[2027, '师资费', 88_000]]);
    const shown = await preview();
    expect(shown.tabs.find(({ title }) => title === '预算')).toEqual({
      title: '预算',
      rows: 5,
      leftOut: lines,
    });
    await apply(shown.fingerprint);
    expect(copy.rowsOf('budget').map(([year, head, planned]) => [year, head, planned])).toEqual([
      [2027, '师资费', 88_000],
      [2027, '培训场地费', 0],
      [2027, '培训资料费', 0],
      [2027, '交通费', 0],
      [2027, '其他费用', 0],
    ]);
  });

  test('puts the roster into the official order', async () => {
    const { sheetId = 0 } = (await snapshotOf(copy)).tables.roster ?? {};
    copy.editRows(sheetId, [{ action: 'move', from: 1, to: 50 }]);
    expect(copy.rowsOf('roster')[0]?.[0]).toBe('M002');
    await apply((await preview()).fingerprint);
    const [first] = copy.rowsOf('roster');
    expect([first?.[0], first?.at(-1)]).toEqual(['M001', '自记 M001']);
  });

  test('is not held up by a send that goes on in the other workbook', async () => {
    copy.holdLease(HELD);
    await apply((await preview()).fingerprint);
    expect(await copy.readLease()).toBeNull();
  });

  test('sends the new year’s first session without a mail of last year in the way', async () => {
    await apply((await preview()).fingerprint);
    const progress = await app.call('noticeProgress', { spreadsheetId: COPY_ID }, ADMIN.email);
    expect(progress.sends).toEqual([]);
  });
});

describe('broken off', () => {
  test('before the write, nothing is changed, and the same preview can be applied', async () => {
    const { fingerprint } = await preview();
    const before = await content(copy);
    copy.beforeApply = () => {
      throw new Error('the process was killed');
    };
    await expect(apply(fingerprint)).rejects.toThrow('the process was killed');
    expect(await content(copy)).toEqual(before);
    copy.beforeApply = () => undefined;
    expect(await apply(fingerprint)).toMatchObject({ year: 2027 });
    expect(copy.rowsOf('roster')).toHaveLength(111);
  });

  test('after the write, a second call says that it was done, and changes nothing', async () => {
    const { fingerprint } = await preview();
    await apply(fingerprint);
    const after = await content(copy);
    expect(await refusalOf(apply(fingerprint))).toBe('notACopy');
    expect(await refusalOf(preview())).toBe('notACopy');
    expect(await content(copy)).toEqual(after);
  });

  test('is written once when Google’s answer is lost, and once when two press together', async () => {
    const { fingerprint } = await preview();
    copy.losesAnswers = 1;
    const calls = [apply(fingerprint), apply(fingerprint)];
    expect((await Promise.all(calls.map(refusalOf))).sort()).toEqual(['none', 'notACopy']);
    expect(copy.applied).toHaveLength(1);
  });
});

describe('is refused', () => {
  test('when somebody wrote into the copy since the preview', async () => {
    const { fingerprint } = await preview();
    const { sheetId = 0 } = (await snapshotOf(copy)).tables.roster ?? {};
    await copy.addRows(sheetId, [['M113', '新来人', '区委', '', '四套班子', 10, 99]]);
    expect(await refusalOf(apply(fingerprint))).toBe('yearOutdated');
    expect(copy.applied).toEqual([]);
  });

  test('with a source, because the copy itself is the source', async () => {
    expect(await refusalOf(preview({ source: WORKBOOK_ID }))).toBe('workbookIsCopy');
  });

  test('in a workbook that is no copy', async () => {
    const call = preview({ spreadsheetId: WORKBOOK_ID });
    const refused = await call.catch((error: unknown) => error as AppError);
    if (!('refusal' in refused)) throw new Error('it was not refused');
    expect(refused.refusal).toBe('notACopy');
    expect(refused.explain('zh-CN').nextStep).toContain('上年度工作簿的链接');
  });

  test('when the year in the settings was changed before, with the year of the sessions', async () => {
    const { settings } = (await snapshotOf(copy)).tables;
    const firstRow = copy.rowsOf('settings').findIndex(([name]) => name === '年度') + 1;
    const at = { sheetId: settings?.sheetId ?? 0, firstRow, firstColumn: 1 };
    await copy.edit([{ kind: 'writeCells', ...at, rows: [['2027']] }]);
    const refused = await preview().catch((error: unknown) => error as AppError);
    if (!('refusal' in refused)) throw new Error('it was not refused');
    expect(refused.refusal).toBe('yearMistaken');
    expect(refused.explain('zh-CN').detail).toContain('年度是2027，但其中的期次是2026年的');
    await copy.edit([{ kind: 'writeCells', ...at, rows: [['2026']] }]);
    expect((await preview()).year).toBe(2027);
  });

  test('when rows are of the new year already, which would be deleted', async () => {
    const { sheetId = 0 } = (await snapshotOf(copy)).tables.schedule ?? {};
    const line = copy.rowsOf('schedule')[0] ?? [];
    const isDate = (cell: Cell): boolean => typeof cell === 'number' && cell >= day('2026-01-01');
    const column = line.findIndex(isDate);
    const moved = line.map((cell, at) =>
      at === 0 ? 'S99' : at === column ? day('2027-01-09') : cell,
    );
    await copy.addRows(sheetId, [moved]);
    const refused = await preview().catch((error: unknown) => error as AppError);
    if (!('refusal' in refused)) throw new Error('it was not refused');
    expect(refused.refusal).toBe('copyHasNewYear');
    expect(refused.explain('zh-CN').detail).toContain('“日程”第 16 行');
    expect(copy.applied).toEqual([]);
  });

  test('when the copy lacks a tab, and says where to set up', async () => {
    const { sheetId = 0 } = (await snapshotOf(copy)).tables.leave ?? {};
    await copy.edit([{ kind: 'deleteTab', sheetId }]);
    const refused = await preview().catch((error: unknown) => error as AppError);
    if (!('refusal' in refused)) throw new Error('it was not refused');
    expect(refused.refusal).toBe('copyIncomplete');
    expect(refused.explain('zh-CN').nextStep).toContain('在上年度工作簿中点“初始化工作簿”');
  });
});
