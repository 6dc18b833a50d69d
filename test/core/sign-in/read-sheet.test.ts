import { describe, expect, it, test } from '@jest/globals';
import { readSignInSheet } from '#core/sign-in/read-sheet';
import { sortEntries } from '#core/sign-in/sort-entries';
import type { Cell } from '#core/workbook/table';

const HEADER = ['序号', '姓名', '单位', '职务', '签到', '状态', '时间', '备注', '编号'];

const entriesOf = (cells: readonly (readonly Cell[])[]) => {
  const found = readSignInSheet(cells);
  if (found.kind !== 'read') throw new Error(`the sheet is ${found.kind}`);
  return found.sheet.entries;
};
const rowOf = (id: Cell, status: Cell, time: Cell = '', name: Cell = '') =>
  ['', name, '', '', '', status, time, '', id] as const;

describe('a filled sign-in sheet', () => {
  it('is read by its labels, wherever the columns are and whatever is around them', () => {
    const cells = [
      ['签到表'],
      [],
      ['No.', '自加', 'ID', 'Remark', 'Status', 'Time'],
      ['', '四套班子（2人）'],
      [1, 'x', ' R001 ', '来得早', ' 出勤 ', 0.60416666],
      [2, '', 'R002'],
      ['', '', '', '', '出勤'],
    ];
    const blank = { strangeTime: null, time: null, remark: null };
    expect(entriesOf(cells)).toMatchObject([
      { ...blank, memberId: 'R001', row: 5, status: '出勤', time: '14:30', remark: '来得早' },
      { ...blank, memberId: 'R002', row: 6, status: null },
      { ...blank, memberId: null, row: 7, status: '出勤' },
    ]);
    expect(readSignInSheet(cells)).toMatchObject({ sheet: { statusColumn: 4, timeColumn: 5 } });
  });

  test.each([
    ['9:05', '09:05', null],
    ['14：36', '14:36', null],
    ['1436', null, '1436'],
    ['14点45', null, '14点45'],
    [0.5, '12:00', null],
    [46000.5, '12:00', null],
    [0, null, '0'],
    ['', null, null],
  ])('understands the time %p as %p, and not %p', (cell, time, strangeTime) => {
    expect(entriesOf([HEADER, rowOf('R001', '', cell)])).toMatchObject([{ time, strangeTime }]);
  });

  it('has headings, which are no rows, and lines of the clerk’s own, which are', () => {
    const names = [
      '四套班子（29人）',
      '區直部門（1人）',
      'Others (2 rows)',
      '王小明',
      '记录人：韩雪',
    ];
    const rows = names.map((name) => rowOf('', '', '', name));
    expect(entriesOf([HEADER, ...rows]).map(({ cells }) => cells.name)).toEqual(names.slice(3));
  });

  test.each([
    ['nothing', [], { kind: 'blank' }],
    ['blank cells', [['', ''], [' ']], { kind: 'blank' }],
    [
      'no header',
      [['姓名', '状态'], ['a']],
      { kind: 'unreadable', lacking: ['status', 'in', 'remark', 'id'] },
    ],
    ['a renamed ID', [HEADER.with(8, '工号')], { kind: 'unreadable', lacking: ['id'] }],
    [
      'an ID without header',
      [HEADER.slice(0, 8), rowOf('R001', '出勤')],
      { kind: 'unreadable', lacking: ['id'] },
    ],
    ['two statuses', [[...HEADER, '狀態']], { kind: 'unreadable', lacking: ['status'] }],
    [
      'a renamed time',
      [HEADER.with(6, '到达'), rowOf('R001', '', '14:20')],
      { kind: 'unreadable', lacking: ['in'] },
    ],
    [
      'no time and no remark',
      [
        ['姓名', '状态', '编号'],
        ['周文远', '出勤', 'R001'],
      ],
      { kind: 'read' },
    ],
    ['a column of the clerk’s own', [[...HEADER, '座位']], { kind: 'read' }],
  ])('with %s is told apart', (_, cells, expected) => {
    expect(readSignInSheet(cells)).toMatchObject(expected);
  });
});

describe('the rows of a sheet', () => {
  const sorted = (...rows: (readonly Cell[])[]) => {
    const { byPerson, doubled, others } = sortEntries(entriesOf([HEADER, ...rows]), [
      { id: 'R001' },
      { id: 'R002' },
    ]);
    const entries = [...byPerson.values()].map(({ memberId, status, time }) => [
      memberId,
      status,
      time,
    ]);
    return [entries, doubled.map(({ row }) => row), others.map(({ row }) => row)];
  };
  const IN = ['R001', '出勤', null];
  test.each([
    ['one each', [rowOf('R001', '出勤'), rowOf('R002', '')], [[IN, ['R002', null, null]], [], []]],
    ['two that agree', [rowOf('R001', '出勤'), rowOf('R001', '出勤')], [[IN], [], []]],
    [
      'two that complete each other',
      [rowOf('R001', ''), rowOf('R001', '出勤', '14:20')],
      [[['R001', '出勤', '14:20']], [], []],
    ],
    [
      'two that contradict each other',
      [rowOf('R001', '出勤'), rowOf('R001', '缺席')],
      [[IN], [3], []],
    ],
    [
      'two times',
      [rowOf('R001', '', '14:20'), rowOf('R001', '', '14点')],
      [[['R001', null, '14:20']], [], []],
    ],
    ['one without ID', [rowOf('', '出勤', '', '王小明')], [[], [], [2]]],
    ['one who is not due, with a mark', [rowOf('R009', '出勤')], [[], [], [2]]],
    ['one who is not due, without', [rowOf('R009', '', '', '谁')], [[], [], []]],
  ])('%s', (_, rows, expected) => {
    expect(sorted(...rows)).toEqual(expected);
  });
});
