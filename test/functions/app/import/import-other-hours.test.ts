// An export of an online-study platform into the tab of other hours.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OtherHoursImportPreview } from '#core/contract/import-records';
import type { ImportRowsRequest } from '#core/contract/import-rows';
import { toDay } from '#core/calendar/day';
import type { Cell } from '#core/workbook/table';
import { anApplication, type TestApplication } from '#test/support/application';
import { aMember, someOtherHours } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = readonly (readonly Cell[])[];
type Wishes = Partial<
  Omit<
    Extract<ImportRowsRequest, { action: 'preview'; kind: 'otherHours' }>,
    'action' | 'kind' | 'source'
  >
>;

const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
const ROSTER = [
  aMember({ phone: '13900000001' }),
  aMember({ id: 'R002', name: '张伟', unit: '区住建局', category: 'department' }),
  aMember({ id: 'R003', name: '张伟', unit: '区教育局', category: 'department' }),
];
const HEADER = ['序号', '学员姓名', '所在单位', '课程名称', '学习起止时间', '获得学时'];

interface Importing {
  readonly app: TestApplication;
  readonly preview: (wishes?: Wishes) => Promise<OtherHoursImportPreview>;
  readonly apply: (wishes?: Wishes) => Promise<object>;
  readonly hours: () => Cell[][];
}

async function importing(
  rows: Rows,
  otherHours: ReturnType<typeof someOtherHours>[] = [],
): Promise<Importing> {
  const app = anApplication(aWorkbook({ roles: ROLES, roster: ROSTER, otherHours }));
  const sheetId = await app.workbook.addTab('平台导出', rows);
  const request = { kind: 'otherHours', source: { from: 'tab', sheetId } } as const;
  const preview = async (wishes: Wishes = {}): Promise<OtherHoursImportPreview> => {
    const shown = await app.call('importRows', { action: 'preview', ...request, ...wishes });
    if (shown.action !== 'preview' || shown.kind !== 'otherHours') throw new Error('no preview');
    return shown;
  };
  return {
    app,
    preview,
    async apply(wishes = {}) {
      const { fingerprint } = await preview(wishes);
      return app.call('importRows', { action: 'apply', ...request, ...wishes, fingerprint });
    },
    hours: () => app.workbook.rowsOf('otherHours'),
  };
}

describe('an export becomes other hours', () => {
  const FILE: Rows = [
    ['云溪区干部网络学院学时统计'],
    HEADER,
    [1, '周文远', '区委', '数字经济专题', '2026-03-01至2026-03-05', 12],
    [2, '张伟', '教育局', '数字经济专题', '2026年3月', '8学时'],
    [3, '张伟', '', '依法行政', '2026-03-02', 6],
    [4, '王强', '区水利局', '依法行政', '2026-03-02', 6],
    [5, '周文远', '区委', '依法行政', '', 6],
    [6, '周文远', '区委', '应急管理', '2026-03-02', ''],
    [7, '周文远', '区委', '应急管理', '2026-03-02', '若干'],
    [8, '周文远', '区委', '党史', '2026-02-01', 3],
    [9, '周文远', '区委', '党史', '2026-02-01', 3],
  ];

  test('by name and unit, with the last day of a period', async () => {
    const { app, preview, apply, hours } = await importing(FILE);
    const shown = await preview();
    expect(shown.added.map(({ memberId, words }) => `${memberId} ${words}`)).toEqual([
      'R001 数字经济专题 · 2026-03-05 12学时 · 网络学习',
      'R003 数字经济专题 · 2026-03-31 8学时 · 网络学习',
      'R001 党史 · 2026-02-01 3学时 · 网络学习',
    ]);
    expect(shown.questions.map(({ row, candidates }) => [row, candidates.length])).toEqual([
      [5, 2],
      [6, 0],
    ]);
    expect(shown.people.map(({ memberId }) => memberId)).toEqual(['R001', 'R002', 'R003']);
    expect(shown.notTaken.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '7 没有日期',
      '8 没有学时',
      '11 与前面一行相同',
    ]);
    expect(shown.unreadable).toEqual([{ row: 9, words: '若干', why: '学时' }]);
    expect(await apply()).toMatchObject({ kind: 'otherHours', added: 3, replaced: 0 });
    // 46086 is 5 March 2026.
    expect(hours()).toEqual([
      ['R001', 46086, 12, '网络学习', '数字经济专题'],
      ['R003', 46112, 8, '网络学习', '数字经济专题'],
      ['R001', 46054, 3, '网络学习', '党史'],
    ]);
    expect(app.workbook.rowsOf('log').map((row) => row.slice(2))).toEqual([
      ['导入其他学时', '平台导出', '', '新增3条，更改0条'],
    ]);
    expect(await preview()).toMatchObject({ unchanged: 3, added: [], canApply: false });
  });

  test('with the day and the kind that the clerk gives for rows without', async () => {
    const { preview, apply, hours } = await importing([
      ['姓名', '手机', '累计学时'],
      ['周文远', '13900000001', 40],
    ]);
    expect(await preview()).toMatchObject({ missing: ['日期'], canApply: false });
    await apply({ day: '2026-02-28', hoursKind: 'course' });
    expect(hours()).toEqual([['R001', 46081, 40, '集中培训']]);
  });

  test('and asks for more than ids, which say of nobody for certain who it is', async () => {
    const { preview } = await importing([
      ['人员编号', '完成日期', '学时'],
      ['R001', '2026-03-05', 3],
    ]);
    expect(await preview()).toMatchObject({ missing: ['姓名'], added: [], canApply: false });
  });

  test('when a cell that a row can do without is a dash or cannot be read', async () => {
    const { preview } = await importing([
      ['姓名', '单位', '手机', '电子邮箱', '课程名称', '类型', '完成日期', '学时'],
      ['周文远', '区委', '无', '-', '党史', '必修', '2026-03-05', 3],
      ['周文远', '区委', '', '没有', '—', '面授培训', '2026-03-06', 4],
      ['周文远', '区委', '', '', '党史', '', '2026-03-07', '-'],
    ]);
    const shown = await preview();
    expect(shown.unreadable).toEqual([]);
    expect(shown.added.map(({ memberId, words }) => `${memberId} ${words}`)).toEqual([
      'R001 党史 · 2026-03-05 3学时 · 网络学习',
      'R001 2026-03-06 4学时 · 网络学习',
    ]);
    expect(shown.notTaken.map(({ row, why }) => `${row} ${why}`)).toEqual(['4 没有学时']);
  });

  test('and says what the check will say of hours beyond sense', async () => {
    const { app, preview, apply } = await importing([
      HEADER,
      [1, '周文远', '区委', '甲', '2026-03-01', 0],
      [2, '周文远', '区委', '乙', '2026-03-01', 2001],
      [3, '周文远', '区委', '丙', '2026-03-01', 2000],
    ]);
    expect((await preview()).added.map(({ note }) => note)).toEqual([
      '学时0不大于 0，不计入台账。',
      '“学时”2001不在 0 到 2000 之间。',
      null,
    ]);
    await apply();
    const { findings } = await app.call('checkEntries', {});
    const ofHours = findings.filter(({ tab }) => tab === 'otherHours');
    expect(ofHours.map(({ rule, cell }) => `${rule} ${cell ?? ''}`)).toEqual(['W43 C2', 'W51 C3']);
  });
});

describe('hours that are there already', () => {
  const FILE: Rows = [HEADER, [1, '周文远', '区委', '区委党校 春季班', '2026-05-15', 44]];

  test('stay when the file says something else, until the clerk decides', async () => {
    const { app, preview, apply, hours } = await importing(FILE, [someOtherHours()]);
    const shown = await preview();
    expect(shown.conflicts).toMatchObject([
      {
        memberId: 'R001',
        key: '2',
        known: '区委党校春季班 · 2026-05-15 40学时 · 集中培训',
        file: '区委党校 春季班 · 2026-05-15 44学时 · 网络学习',
      },
    ]);
    expect(shown.canApply).toBe(false);
    expect(await apply({ byFile: ['2'] })).toMatchObject({ added: 0, replaced: 1 });
    expect(hours()).toEqual([['R001', 46157, 44, '集中培训', '区委党校春季班']]);
    expect(app.workbook.rowsOf('log').map((row) => row.slice(2))).toEqual([
      ['导入：更改学时', 'R001 周文远 区委党校 春季班', '40', '44', '平台导出'],
      ['导入其他学时', '平台导出', '', '新增0条，更改1条'],
    ]);
  });

  test('are not taken for a second part of the same day', async () => {
    const { preview } = await importing(
      [...FILE, [2, '周文远', '区委', '区委党校春季班', '2026-05-15', 40]],
      [someOtherHours()],
    );
    expect(await preview()).toMatchObject({ unchanged: 1, conflicts: [], counts: { added: 1 } });
  });
});

describe('any export', () => {
  const record = fc.tuple(
    fc.constantFrom<Cell>('周文远', '张伟', '王强', ''),
    fc.constantFrom<Cell>('区委', '区教育局', '住建局', ''),
    fc.constantFrom<Cell>('甲', '乙', ''),
    fc.constantFrom<Cell>('2026-03-01', '2026-03-02', '某天', ''),
    fc.constantFrom<Cell>(3, 4, '5学时', 0, 'x', ''),
  );
  const known = fc.record({
    memberId: fc.constantFrom('R001', 'R002'),
    date: fc.constantFrom(toDay('2026-03-01'), toDay('2026-03-02')),
    hours: fc.constantFrom(3, 4),
    title: fc.constantFrom('甲', '乙'),
  });

  test('changes only what the preview showed, and nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 8 }),
        fc.array(known, { maxLength: 4 }),
        fc.boolean(),
        async (records, there, takesFile) => {
          const { preview, apply, hours } = await importing(
            [['姓名', '单位', '课程', '日期', '学时'], ...records],
            there.map((part) => someOtherHours({ ...part, proof: '证' })),
          );
          const { conflicts } = await preview();
          const wishes = { byFile: takesFile ? conflicts.map(({ key }) => key) : [] };
          const shown = await preview(wishes);
          if (!shown.canApply) return;
          const before = hours();
          await apply(wishes);
          const after = hours();
          expect(after).toHaveLength(before.length + shown.counts.added);
          const changed = before.filter((row, at) => {
            expect(after[at]?.toSpliced(2, 1)).toEqual(row.toSpliced(2, 1));
            return after[at]?.[2] !== row[2];
          });
          expect(changed).toHaveLength(shown.counts.replaced);
          expect(await preview(wishes)).toMatchObject({ added: [], canApply: false });
          expect(await preview({ byFile: [] })).toMatchObject({ added: [], canApply: false });
        },
      ),
      { numRuns: 40 },
    );
  });
});
