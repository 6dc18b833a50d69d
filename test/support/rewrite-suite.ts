// What becomes of the clerks' own rows, columns and cells when a report is rewritten; for every workbook port.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ReportSheet } from '#core/workbook/write/change';
import type { LineStep } from '#core/workbook/write/line-steps';
import { planReports } from '#core/report/plan-reports';
import { placeOf } from '#core/workbook/snapshot';
import type { PortUnderTest } from '#test/support/port-under-test';

/** A list of people with the cells a clerk may keep beside it; `#` means the number of the row. */
function listOf(...names: readonly string[]): ReportSheet {
  return {
    title: '名单',
    color: '#188038',
    heading: ['名单', `共 ${names.length} 人`],
    boldRows: [],
    charts: [],
    columns: [
      { label: '序号', kind: 'integer', width: 50 },
      { label: '姓名', kind: 'text', width: 90 },
      { label: '单位', kind: 'text', width: 90 },
      { label: '类别', kind: 'text', width: 90 },
      { label: '应到', kind: 'integer', width: 60 },
    ],
    rows: names.map((name, index) => [index + 1, name, '区府办', '区管', names.length]),
    identity: [1, 2],
    frozenColumns: 2,
  };
}

export function describeRewriting(
  subject: () => PortUnderTest,
  setUp: () => Promise<string>,
): void {
  describe('a report that is rewritten', () => {
    let id = '';
    const tab = async () => {
      const snapshot = await subject().port.read(id, ['settings'], ['report-test']);
      return { snapshot, sheetId: placeOf(snapshot, 'report-test')?.sheetId ?? -1 };
    };
    const rewrite = async (sheet: ReportSheet) => {
      const { snapshot } = await tab();
      await subject().port.apply(
        snapshot,
        planReports(snapshot, [{ key: 'report-test', sheet }], 'zh-CN'),
      );
    };
    const type = async (row: number, column: number, ...cells: (string | number)[]) => {
      const { sheetId, snapshot } = await tab();
      const rowCount = placeOf(snapshot, 'report-test')?.rowCount ?? 0;
      const grow = { kind: 'growTab', sheetId, rowCount, addRows: 5, addColumns: 5 } as const;
      const at = { firstRow: row - 1, firstColumn: column, rows: [cells] };
      await subject().port.apply(snapshot, [grow, { kind: 'writeCells', sheetId, ...at }]);
    };
    const edit = async (step: LineStep) => subject().editColumns(id, (await tab()).sheetId, step);
    /** The rows from the header on, as text. */
    const table = async () =>
      ((await tab()).snapshot.ownCells?.['report-test'] ?? []).slice(3).map((row) => row.join(' '));

    beforeEach(async () => {
      id = await setUp();
      await rewrite(listOf('甲', '乙', '丙'));
      await type(4, 5, '谈话');
      await type(6, 5, '乙已谈', '=1');
    });

    test('keeps what stands beside a row beside it when rows come before', async () => {
      await rewrite(listOf('丁', '甲', '戊', '乙', '丙'));
      expect(await table()).toEqual([
        '序号 姓名 单位 类别 应到 谈话',
        '1 丁 区府办 区管 5',
        '2 甲 区府办 区管 5',
        '3 戊 区府办 区管 5',
        '4 乙 区府办 区管 5 乙已谈 =1',
        '5 丙 区府办 区管 5',
      ]);
    });

    test('keeps it when rows before go and the order changes', async () => {
      await rewrite(listOf('丙', '乙'));
      expect(await table()).toEqual([
        '序号 姓名 单位 类别 应到 谈话',
        '1 丙 区府办 区管 2',
        '2 乙 区府办 区管 2 乙已谈 =1',
      ]);
      await rewrite(listOf('乙', '丁', '丙', '甲'));
      expect((await table()).slice(1)).toEqual([
        '1 乙 区府办 区管 4 乙已谈 =1',
        '2 丁 区府办 区管 4',
        '3 丙 区府办 区管 4',
        '4 甲 区府办 区管 4',
      ]);
    });

    test('keeps below the table whom a clerk wrote about, and takes them up again', async () => {
      await rewrite(listOf('甲', '丙'));
      const without = [
        '序号 姓名 单位 类别 应到 谈话',
        '1 甲 区府办 区管 2',
        '2 丙 区府办 区管 2',
        '',
        ' 乙 区府办   乙已谈 =1',
      ];
      expect(await table()).toEqual(without);
      await rewrite(listOf('甲', '丙'));
      expect(await table()).toEqual(without);
      await rewrite(listOf('甲', '丙', '乙'));
      expect(await table()).toEqual([
        '序号 姓名 单位 类别 应到 谈话',
        '1 甲 区府办 区管 3',
        '2 丙 区府办 区管 3',
        '3 乙 区府办 区管 3 乙已谈 =1',
      ]);
    });

    test('keeps rows of the clerks, below the table', async () => {
      await type(9, 1, '手工核对：无误');
      await type(11, 0, '已报区委');
      await rewrite(listOf('甲', '乙', '丙', '丁'));
      const all = [
        '序号 姓名 单位 类别 应到 谈话',
        '1 甲 区府办 区管 4',
        '2 乙 区府办 区管 4 乙已谈 =1',
        '3 丙 区府办 区管 4',
        '4 丁 区府办 区管 4',
        '',
        ' 手工核对：无误',
        '',
        '已报区委',
      ];
      expect(await table()).toEqual(all);
      await rewrite(listOf('甲', '乙', '丙', '丁'));
      expect(await table()).toEqual(all);
    });

    test('keeps two people of one name apart', async () => {
      await rewrite(listOf('甲', '甲', '乙'));
      await type(6, 5, '第二个');
      await rewrite(listOf('丙', '甲', '甲', '乙'));
      expect((await table()).slice(3)).toEqual([
        '3 甲 区府办 区管 4 第二个',
        '4 乙 区府办 区管 4 乙已谈 =1',
      ]);
    });

    test('puts a deleted column back where it was, and nobody else’s goes', async () => {
      await edit({ action: 'delete', at: 3, count: 1 });
      await rewrite(listOf('甲', '乙'));
      expect(await table()).toEqual([
        '序号 姓名 单位 类别 应到 谈话',
        '1 甲 区府办 区管 2',
        '2 乙 区府办 区管 2 乙已谈 =1',
      ]);
    });

    test('leaves a column alone that a clerk put between its own', async () => {
      await edit({ action: 'insert', at: 2, count: 1 });
      await type(4, 2, '电话');
      await type(5, 2, '0771');
      await rewrite(listOf('丁', '甲', '乙'));
      expect(await table()).toEqual([
        '序号 姓名 电话 单位 类别 应到 谈话',
        '1 丁  区府办 区管 3',
        '2 甲 0771 区府办 区管 3',
        '3 乙  区府办 区管 3 乙已谈 =1',
      ]);
    });

    test('finds its columns again in another language, and takes away those it no longer has', async () => {
      const { columns, rows, ...list } = listOf('甲', '乙');
      const labels = ['No.', 'Name', 'Unit', 'Category', 'Due'];
      const english = columns.map((column, at) => ({ ...column, label: labels[at] ?? '' }));
      await rewrite({ ...list, columns: english, rows });
      expect((await table()).slice(0, 2)).toEqual([
        'No. Name Unit Category Due 谈话',
        '1 甲 区府办 区管 2',
      ]);
      const without = <T>(row: readonly T[]): T[] => row.filter((_, at) => at !== 3);
      await rewrite({ ...list, columns: without(english), rows: rows.map(without) });
      expect(await table()).toEqual([
        'No. Name Unit Due 谈话',
        '1 甲 区府办 2',
        '2 乙 区府办 2 乙已谈 =1',
      ]);
    });

    test('finds several renamed columns at once, with a clerk’s column between them', async () => {
      await edit({ action: 'insert', at: 3, count: 1 });
      await type(4, 3, '电话');
      await type(5, 3, '0771');
      const { columns, ...list } = listOf('丁', '甲', '乙');
      const labels = ['序号', '姓名', '所在单位', '人员类别', '应到次数'];
      await rewrite({
        ...list,
        columns: columns.map((one, at) => ({ ...one, label: labels[at] ?? '' })),
      });
      expect(await table()).toEqual([
        '序号 姓名 所在单位 电话 人员类别 应到次数 谈话',
        '1 丁 区府办  区管 3',
        '2 甲 区府办 0771 区管 3',
        '3 乙 区府办  区管 3 乙已谈 =1',
      ]);
    });

    test('keeps what stands beside the heading and takes lines of the heading away', async () => {
      await type(1, 3, '经办：韦');
      const list = listOf('甲', '乙', '丙');
      await rewrite({ ...list, heading: [...list.heading, '说明一', '说明二'] });
      const longer = (await tab()).snapshot.ownCells?.['report-test'] ?? [];
      expect(longer.slice(0, 6).map((row) => row.join(' '))).toEqual([
        '名单   经办：韦',
        '共 3 人',
        '说明一',
        '说明二',
        '',
        '序号 姓名 单位 类别 应到 谈话',
      ]);
      await rewrite(list);
      expect((await table()).slice(0, 2)).toEqual([
        '序号 姓名 单位 类别 应到 谈话',
        '1 甲 区府办 区管 3',
      ]);
    });

    test('says that a list is empty, and keeps what was written about those who were on it', async () => {
      await rewrite(listOf());
      expect(await table()).toEqual([
        '序号 姓名 单位 类别 应到 谈话',
        ' 无',
        '',
        ' 乙 区府办   乙已谈 =1',
      ]);
      await rewrite(listOf('乙'));
      expect(await table()).toEqual([
        '序号 姓名 单位 类别 应到 谈话',
        '1 乙 区府办 区管 1 乙已谈 =1',
      ]);
    });
  });
}
