import { describe, expect, test } from '@jest/globals';
import { settingRows } from '#core/set-up/initial-rows';
import { SETTING_KEYS } from '#core/workbook/read/settings';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { ADMIN, anApplication } from '#test/support/application';
import { aMark, aMember } from '#test/support/builders/rows';
import { aRawTable, aTable, rowsIn } from '#test/support/builders/tables';

const setUp = (app: ReturnType<typeof anApplication>) => app.call('setUpWorkbook', {}, ADMIN.email);

describe('setUpWorkbook', () => {
  test('makes every tab of an empty workbook, with settings, statuses, roles and the central standards', async () => {
    const app = anApplication({});
    const { created, upgraded, unchanged } = await setUp(app);
    expect([created.length, upgraded, unchanged]).toEqual([TAB_KEYS.length, [], 0]);
    expect(created.slice(0, 3)).toEqual(['日程', '考勤', '请假']);
    expect(app.workbook.rowsOf('settings')[0]?.slice(0, 2)).toEqual([
      '项目名称',
      '领导干部理论学习',
    ]);
    expect(app.workbook.rowsOf('statuses').map((row) => row[1])).toEqual([
      '出勤',
      '迟到',
      '早退',
      '公差',
      '病假',
      '事假',
      '缺席',
      '免训',
    ]);
    expect(app.workbook.rowsOf('roles')).toEqual([['admin@example.org', '管理员']]);
    expect(app.workbook.rowsOf('standards')[1]?.slice(0, 3)).toEqual([
      '讲课费上限(税后/学时)',
      '正高',
      1000,
    ]);
  });

  test('does nothing the second time', async () => {
    const app = anApplication({});
    await setUp(app);
    expect(await setUp(app)).toEqual({
      created: [],
      upgraded: [],
      unchanged: TAB_KEYS.length,
      remarks: [],
    });
    expect(app.workbook.applied).toHaveLength(1);
  });

  test('adds a missing column behind the clerk’s own and leaves every cell alone', async () => {
    const full = aTable('roster', [aMember()]);
    const rows = rowsIn(full).map((row, index) => [
      ...row.slice(0, 3),
      index === 0 ? '我的列' : '我的值',
    ]);
    const app = anApplication({ roster: aRawTable('roster', rows) });
    expect((await setUp(app)).upgraded).toEqual(['花名册']);
    expect(app.workbook.rowsOf('roster')).toEqual([['R001', '周文远', '区委', '我的值']]);
    expect((await setUp(app)).upgraded).toEqual([]);
  });

  test('adds the settings of a later version below those that are there, once', async () => {
    const full = aTable('settings', settingRows(SETTING_KEYS, 'zh-CN'));
    const rows = rowsIn(full).filter(([name]) => name !== '最多点单数' && name !== '可用场地');
    const own = ['Programme', '我们的项目', '我们的说明'];
    const kept = rows.map((row, index) => (index === 1 ? own : row));
    const app = anApplication({ settings: aRawTable('settings', kept) });
    const before = app.workbook.rowsOf('settings');
    const done = await setUp(app);
    expect(done.upgraded).toEqual(['设置']);
    expect(done.remarks).toEqual(['“设置”里补上了这些设置，值为默认值：最多点单数、可用场地。']);
    const after = app.workbook.rowsOf('settings');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map((row) => row.slice(0, 2))).toEqual([
      ['最多点单数', '3'],
      ['可用场地', ''],
    ]);
    expect(await setUp(app)).toMatchObject({ upgraded: [], remarks: [] });
  });

  test('keeps headings in the language they are in', async () => {
    const app = anApplication({ topics: aTable('topics', [], 'en') });
    await setUp(app);
    const layOut = app.workbook.applied[0]?.find(
      (change) => change.kind === 'layOutTab' && change.key === 'topics',
    );
    expect(layOut).toMatchObject({
      columns: [
        { label: 'ID' },
        { label: 'Topic' },
        { label: 'Source' },
        { label: 'Proposed speaker' },
        { label: 'Field' },
        { label: 'State' },
        { label: 'In one sentence' },
      ],
    });
  });

  test('finds another name when a clerk gave one of our tabs the name of another', async () => {
    const app = anApplication({ topics: { ...aTable('topics'), title: '校验结果' } });
    expect((await setUp(app)).created).toContain('校验结果 (Lectern 2)');
  });

  describe('a register that a clerk brought, with a title above its headings', () => {
    const TITLE = ['云溪区领导干部花名册'];
    const HEADER = ['编号', '姓名', '工作单位', '类别', '序号', '电子邮箱', '我的列'];
    const ROW = ['R001', '周文远', '区委', '四套班子', 1, 'r001@example.org', '我的值'];
    const FULL = ['编号', '姓名', '单位', '职务', '类别', '单位排序', '人员排序', '职级类别'];
    const REST = ['邮箱', '起始日期', '截止日期', '通知'];

    test('gets what it must have to the right, keeps everything else, and one sentence says so', async () => {
      const rows = [TITLE, [], HEADER, ROW, ['', '', '', '', '', '', '', '', '页边的话']];
      const app = anApplication({ roster: aRawTable('roster', rows) });
      const done = await setUp(app);
      expect(done.upgraded).toEqual(['花名册']);
      expect(done.remarks).toEqual([
        '“花名册”的列标题在第3行，原有各列保持原样，右侧补上了：职务、单位排序、职级类别、起始日期、截止日期、通知。',
      ]);
      const after = app.workbook.rowsOf('roster');
      expect(after).toEqual([
        [],
        [...HEADER, '职务', '', '单位排序', '职级类别', '起始日期', '截止日期', '通知'],
        ROW,
        ['', '', '', '', '', '', '', '', '页边的话'],
      ]);
      const layOut = app.workbook.applied[0]?.find(
        (change) => change.kind === 'layOutTab' && change.key === 'roster',
      );
      expect(layOut).toMatchObject({ headerRow: 2, colors: [], protect: null });
      expect(layOut?.kind === 'layOutTab' && layOut.columns.map(({ label }) => label)).toEqual([
        '职务',
        '单位排序',
        '职级类别',
        '起始日期',
        '截止日期',
        '通知',
      ]);
    });

    test.each([
      [
        'leave',
        '编号、期次编号、人员编号、类型、事由、批准人、审批、审批日期',
        '姓名、销假日期、补课方式、补课完成日期、申请日期、请假分钟、原考勤、审批时刻',
      ],
      ['attendance', '期次编号、人员编号、状态', '姓名、签到、签退、缺课分钟'],
      [
        'expenses',
        '编号、日期、期次编号、科目、收款人、税后、税前、个税、金额、凭证号',
        '审批号、计税方式、计税说明、例外说明',
      ],
      ['orders', '人员编号、专题编号、日期、优先级', '姓名、专题、撤回日期'],
    ] as const)(
      'gets the columns that may be left out where Lectern writes in them or asks for an entry: %s',
      async (key, present, added) => {
        const app = anApplication({ [key]: aRawTable(key, [TITLE, present.split('、')]) });
        const title = TABS[key].title['zh-CN'];
        expect((await setUp(app)).remarks).toContain(
          `“${title}”的列标题在第2行，原有各列保持原样，右侧补上了：${added}。`,
        );
      },
    );

    test('is left as it is when it lacks nothing, and is known afterwards', async () => {
      const rows = [TITLE, [...FULL, ...REST], ['R001']];
      const app = anApplication({ roster: aRawTable('roster', rows) });
      const kept = { upgraded: [], remarks: ['“花名册”的列标题在第2行，保持原样。'] };
      expect(await setUp(app)).toMatchObject(kept);
      expect(app.workbook.rowsOf('roster')).toEqual([[...FULL, ...REST], ['R001']]);
      const writes = app.workbook.applied.length;
      expect(await setUp(app)).toMatchObject(kept);
      expect(app.workbook.applied).toHaveLength(writes);
    });

    test('whose headings are not found is not touched at all, and nothing is laid over it', async () => {
      const rows = [TITLE, ['张三', '某单位', 13800000000], ['李四', '某单位', 13800000001]];
      const app = anApplication({ roster: aRawTable('roster', rows) });
      const done = await setUp(app);
      expect(done.remarks).toEqual([
        '“花名册”的前十行里没有列标题，未作改动；请写上列标题，再初始化一次。',
      ]);
      expect(app.workbook.rowsOf('roster')).toEqual(rows.slice(1));
      const touched = app.workbook.applied
        .flat()
        .filter((change) => 'sheetId' in change && change.sheetId === 5);
      expect(touched).toEqual([]);
    });

    test('is offered in the drop-downs of other tabs from its first entry on', async () => {
      const rows = [TITLE, [...FULL, ...REST], ['R001']];
      const app = anApplication({ roster: aRawTable('roster', rows) });
      await setUp(app);
      const orders = app.workbook.applied[0]?.find(
        (change) => change.kind === 'layOutTab' && change.key === 'orders',
      );
      expect(orders?.kind === 'layOutTab' && orders.columns[0]?.source).toEqual({
        title: '花名册',
        position: 0,
        firstRow: 2,
      });
    });
  });

  test('adds names beside ids to a workbook in use, fills them at once and says so once', async () => {
    const app = anApplication({
      roster: aTable('roster', [aMember(), aMember({ id: 'R002', name: '沈国栋' })]),
      attendance: aTable('attendance', [
        aMark({ memberId: 'R002' }),
        aMark({ memberId: 'R999' }),
        aMark(),
      ]),
      leave: aTable('leave', []),
    });
    const { remarks, upgraded } = await setUp(app);
    expect(remarks).toEqual(['考勤、请假右侧补上了随编号显示的姓名或专题；可以拖到编号旁边。']);
    expect(upgraded).toEqual(expect.arrayContaining(['考勤', '请假']));
    const { tables } = await app.workbook.read('', ['attendance']);
    expect(rowsIn(tables.attendance).map((row) => row[7])).toEqual([
      '姓名',
      '沈国栋',
      undefined,
      '周文远',
    ]);
    const writes = app.workbook.applied.length;
    expect((await setUp(app)).remarks).toEqual([]);
    expect(app.workbook.applied).toHaveLength(writes);
  });

  test('labels are not laid over a column without a heading that holds something', async () => {
    const rows = [
      ['编号', '专题'],
      ['T1', '题', '没有标题的一列'],
    ];
    const app = anApplication({ topics: aRawTable('topics', rows) });
    await setUp(app);
    expect(app.workbook.rowsOf('topics')).toEqual([['T1', '题', '没有标题的一列']]);
    const snapshot = await app.workbook.read('', ['topics']);
    expect(rowsIn(snapshot.tables.topics)[0]).toEqual([
      '编号',
      '专题',
      '',
      '来源',
      '拟请主讲人',
      '专业领域',
      '状态',
      '一句话说明',
    ]);
  });
});
