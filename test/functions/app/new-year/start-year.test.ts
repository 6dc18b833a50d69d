// The sample of 2026 becomes 2027 in an empty workbook; every figure is written out.
import { describe, expect, it, test } from '@jest/globals';
import type { StartYearPreview } from '#core/contract/start-year';
import { dayToSerial, toDay } from '#core/calendar/day';
import type { Cell, Tables } from '#core/workbook/table';
import type { AppError } from '#functions/errors';
import { ADMIN } from '#test/support/application';
import { sampleTables } from '#test/support/builders/sample-tables';
import { aTable } from '#test/support/builders/tables';
import { WORKBOOK_ID, type InMemoryWorkbook } from '#test/support/in-memory-workbook';
import { SOURCE_ID, twoWorkbooks, type TwoWorkbooks } from '#test/support/two-workbooks';

const SAMPLE = sampleTables([]);

async function opened(
  tables: Tables = SAMPLE,
  options: Parameters<typeof twoWorkbooks>[1] = {},
): Promise<TwoWorkbooks> {
  const two = await twoWorkbooks(tables, options);
  two.app.setNow('2026-12-31T04:00:00Z');
  return two;
}

async function preview({ app }: TwoWorkbooks, part: object = {}): Promise<StartYearPreview> {
  const request = { action: 'preview', source: SOURCE_ID, ...part } as const;
  const answer = await app.call('startYear', request, ADMIN.email);
  if (answer.action !== 'preview') throw new Error('a preview was asked for');
  return answer;
}

const apply = ({ app }: TwoWorkbooks, fingerprint: string, part: object = {}) =>
  app.call('startYear', { action: 'apply', source: SOURCE_ID, fingerprint, ...part }, ADMIN.email);

const refusalOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: unknown) => (error as AppError).refusal,
  );

/** Values of settings by name. */
const settingsIn = (workbook: InMemoryWorkbook): ReadonlyMap<Cell, Cell> =>
  new Map(workbook.rowsOf('settings').map(([name = '', value = '']) => [name, value]));

const day = (value: string): number => dayToSerial(toDay(value));

describe('the preview', () => {
  it('counts what goes on, lists what is open, and writes nothing', async () => {
    const two = await opened();
    const writes = two.target.applied.length;
    const { matters, fingerprint, ...shown } = await preview(two);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(shown).toEqual({
      action: 'preview',
      year: 2027,
      sourceTitle: 'Test',
      tabs: [
        // 成百川 left on 11 October.
        { title: '花名册', rows: 111, leftOut: 1 },
        { title: '师资库', rows: 12, leftOut: 0 },
        { title: '专题', rows: 5, leftOut: 15 },
        { title: '考勤状态', rows: 8, leftOut: 0 },
        { title: '标准', rows: 13, leftOut: 0 },
        { title: '审批权限', rows: 3, leftOut: 0 },
        { title: '节假日', rows: 13, leftOut: 1 },
        // The administrator has a role here already.
        { title: '权限', rows: 2, leftOut: 0 },
        { title: '其他学时', rows: 111, leftOut: 0 },
        { title: '预算', rows: 5, leftOut: 0 },
      ],
      emptied: [],
      reports: [],
      settings: 10,
      keptSettings: [],
      hours: { people: 111, from: '2023-01-01', to: '2026-12-31', notRecorded: 0 },
      matterCounts: { makeUp: 25, fee: 0, session: 4 },
      unpaid: { cents: 0, text: '0.00' },
      withEntries: [],
      canApply: true,
    });
    expect(matters.slice(0, 1)).toEqual([
      {
        kind: 'makeUp',
        label: '未补课',
        sessionId: 'S02',
        title: '区域经济高质量发展的路径',
        date: '2026-09-12',
        name: '陆怀谦',
        unit: '区委',
        dueOn: '2026-10-12',
        gross: null,
      },
    ]);
    expect([two.source.applied.length, two.target.applied.length]).toEqual([0, writes]);
  });
});

describe('applied', () => {
  it('is one write that leaves the source as it was', async () => {
    const two = await opened();
    const writes = two.target.applied.length;
    const answer = await apply(two, (await preview(two)).fingerprint);
    expect(answer).toMatchObject({ action: 'apply', year: 2027, tab: { title: '上年度未了事项' } });
    expect([two.source.applied.length, two.target.applied.length]).toEqual([0, writes + 1]);
  });

  it('has roster, totals, heads and settings of the new year, and nothing of the old one’s course', async () => {
    const two = await opened();
    await apply(two, (await preview(two)).fingerprint);
    const { target } = two;
    expect(target.rowsOf('roster')[0]).toEqual([
      ...['M001', '贺知行', '区委', '区委书记', '四套班子', 10, 10, '县处级'],
      ...['hezhixing@example.org', '000-0000-0001'],
    ]);
    expect(target.rowsOf('roster').some(([id]) => id === 'M089')).toBe(false);
    // 270 of the earlier years, a course of 40, and 21 at this year's sessions.
    expect(target.rowsOf('otherHours')[0]).toEqual([
      ...['M001', '贺知行', day('2026-12-31'), 331, '以前累计'],
      ...['以前累计（2023-01-01 至 2026-12-31，见“Test”）', 'Test'],
    ]);
    expect(target.rowsOf('budget')).toEqual([
      [2027, '师资费', 0],
      [2027, '培训场地费', 0],
      [2027, '培训资料费', 0],
      [2027, '交通费', 0],
      [2027, '其他费用', 0],
    ]);
    expect(target.rowsOf('roles')).toEqual([
      ['admin@example.org', '管理员'],
      ['clerk@example.org', '经办人'],
      ['viewer@example.org', '查看者'],
    ]);
    const settings = settingsIn(target);
    expect(['年度', '项目名称', '点单开始', '点单截止'].map((name) => settings.get(name))).toEqual([
      ...['2027', '云溪区领导干部理论学习', '否', '否'],
    ]);
    const empty = ['schedule', 'attendance', 'leave', 'orders', 'wishes', 'replies', 'notices'];
    expect(empty.flatMap((key) => target.rowsOf(key))).toEqual([]);
    expect(target.rowsOf('log')).toEqual([
      [
        ...[
          '2026-12-31 12:00:00 +08:00',
          'admin@example.org',
          '新年度',
          '2027',
          `Test ${SOURCE_ID}`,
        ],
        '花名册 111 行、师资库 12 行、专题 5 行、考勤状态 8 行、标准 13 行、审批权限 3 行、节假日 13 行、权限 2 行、其他学时 111 行、预算 5 行',
      ],
    ]);
    // Two more lines of heading, a blank one and the labels are above the 29 matters.
    expect(target.rowsOf('report-new-year').slice(3, 5)).toEqual([
      ['事项', '期次编号', '日期', '题目', '姓名', '单位', '补学期限', '金额'],
      [
        ...['未补课', 'S02', day('2026-09-12'), '区域经济高质量发展的路径', '陆怀谦', '区委'],
        day('2026-10-12'),
      ],
    ]);
  });

  it('credits in the new ledger what the old one had', async () => {
    const two = await opened();
    const ledger = (spreadsheetId: string, year: number) =>
      two.app.call('hoursLedger', { spreadsheetId, year }, ADMIN.email);
    await ledger(SOURCE_ID, 2026);
    await apply(two, (await preview(two)).fingerprint);
    await ledger(WORKBOOK_ID, 2027);
    const achieved = ({ rowsOf }: Pick<InMemoryWorkbook, 'rowsOf'>) => {
      const rows = rowsOf('report-hours');
      const header = rows.findIndex((row) => row.includes('姓名'));
      const at = (rows[header] ?? []).indexOf('期间已得');
      return new Map(
        rows
          .slice(header + 1)
          .filter((row) => row.includes('县处级'))
          .map((row) => [row[1], row[at]]),
      );
    };
    const [old, now] = [two.source, two.target].map((one) =>
      achieved({ rowsOf: (key) => one.rowsOf(key) }),
    );
    expect([now?.size, now?.get('贺知行')]).toEqual([31, 331]);
    expect(now).toEqual(old);
  });

  it('is refused a second time, and changes nothing then', async () => {
    const two = await opened();
    const { fingerprint } = await preview(two);
    await apply(two, fingerprint);
    const writes = two.target.applied.length;
    expect(await refusalOf(apply(two, fingerprint))).toBe('yearHasEntries');
    expect(two.target.applied.length).toBe(writes);
  });

  it('is written once when two press at the same time', async () => {
    const two = await opened();
    const { fingerprint } = await preview(two);
    const calls = [apply(two, fingerprint), apply(two, fingerprint)];
    expect((await Promise.all(calls.map(refusalOf))).sort()).toEqual(['none', 'yearHasEntries']);
    expect(two.target.rowsOf('roster').length).toBe(111);
  });

  it('is written once when Google’s answer is lost', async () => {
    const two = await opened();
    const { fingerprint } = await preview(two);
    two.target.losesAnswers = 1;
    expect(await apply(two, fingerprint)).toMatchObject({ action: 'apply' });
    expect(two.target.rowsOf('roster').length).toBe(111);
  });

  it('leaves nothing behind when the write fails', async () => {
    const two = await opened();
    const { fingerprint } = await preview(two);
    two.target.beforeApply = () => {
      throw new Error('the network is gone');
    };
    await expect(apply(two, fingerprint)).rejects.toThrow('the network is gone');
    expect(two.target.rowsOf('roster')).toEqual([]);
  });

  it('takes the address of the source, and a year of the caller’s choice', async () => {
    const two = await opened();
    const source = `https://docs.google.com/spreadsheets/d/${SOURCE_ID}/edit#gid=0`;
    const { fingerprint, year } = await preview(two, { source, year: 2028 });
    expect(year).toBe(2028);
    await apply(two, fingerprint, { source, year: 2028 });
    expect(settingsIn(two.target).get('年度')).toBe('2028');
  });
});

describe('is refused', () => {
  test('when the source changed since the preview', async () => {
    const two = await opened();
    const { fingerprint } = await preview(two);
    const roster = SAMPLE.roster?.sheetId ?? 0;
    await two.source.addRows(roster, [['M113', '新来人', '区委', '', '四套班子', 10, 99]]);
    expect(await refusalOf(apply(two, fingerprint))).toBe('yearOutdated');
    expect(two.target.rowsOf('roster')).toEqual([]);
  });

  test('when this workbook has entries, which the preview names', async () => {
    const two = await opened();
    const { fingerprint } = await preview(two);
    const roster = (await two.target.read(WORKBOOK_ID, ['roster'])).tables.roster?.sheetId ?? 0;
    await two.target.addRows(roster, [['R1', '先到的人', '区委', '', '四套班子', 10, 10]]);
    expect(await preview(two)).toMatchObject({ withEntries: ['花名册'], canApply: false });
    expect(await refusalOf(apply(two, fingerprint))).toBe('yearHasEntries');
  });

  test('when source and target are one', async () => {
    expect(await refusalOf(preview(await opened(), { source: WORKBOOK_ID }))).toBe(
      'sourceIsTarget',
    );
  });

  test('when the year is not after the source’s', async () => {
    expect(await refusalOf(preview(await opened(), { year: 2026 }))).toBe('yearNotLater');
  });

  test('when a tab of the source is missing', async () => {
    const { leave, ...tables } = SAMPLE;
    expect(leave).toBeDefined();
    expect(await refusalOf(preview(await opened(tables)))).toBe('sourceIncomplete');
  });
});

describe('a source that the caller may not use', () => {
  const withRole = (role: 'viewer' | 'clerk'): Tables => ({
    ...SAMPLE,
    roles: aTable('roles', [{ email: 'head@example.org', role }]),
  });
  const asHead = async (two: TwoWorkbooks, source = SOURCE_ID) => {
    const roles = (await two.target.read(WORKBOOK_ID, ['roles'])).tables.roles?.sheetId ?? 0;
    await two.target.addRows(roles, [['head@example.org', '管理员']]);
    const call = two.app.call('startYear', { action: 'preview', source }, 'head@example.org');
    return call.then(
      () => 'none',
      (error: unknown) => (error as AppError).explain('zh-CN'),
    );
  };

  it('gets one answer, whatever speaks against it', async () => {
    const answers = [
      await asHead(await opened(), 'no-such-workbook'),
      await asHead(await opened(SAMPLE, { registered: [] })),
      await asHead(await opened(SAMPLE, { registered: ['other-script'] })),
      await asHead(await opened()),
      await asHead(await opened(withRole('viewer'))),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ detail: '没有可以转入的来源工作簿。' });
  });

  it('is open to a clerk there', async () => {
    expect(await asHead(await opened(withRole('clerk')))).toBe('none');
  });
});
