import { describe, expect, test } from '@jest/globals';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { ADMIN, anApplication } from '#test/support/application';
import { aMember } from '#test/support/builders/rows';
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
    expect(await setUp(app)).toEqual({ created: [], upgraded: [], unchanged: TAB_KEYS.length });
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
        { label: 'State' },
      ],
    });
  });

  test('finds another name when a clerk gave one of our tabs the name of another', async () => {
    const app = anApplication({ topics: { ...aTable('topics'), title: '校验结果' } });
    expect((await setUp(app)).created).toContain('校验结果 (Lectern 2)');
  });
});
