import { describe, expect, it, test } from '@jest/globals';
import { readSignInSheet } from '#core/sign-in/read-sheet';

const HEADER = ['序号', '姓名', '单位', '职务', '签到', '状态', '时间', '备注', '编号'];

describe('a filled sign-in sheet', () => {
  it('is read by its labels, wherever the columns stand and whatever stands around them', () => {
    const cells = [
      ['签到表'],
      [],
      ['No.', '自加', 'ID', 'Remark', 'Status', 'Time'],
      ['', '四套班子（2人）'],
      [1, 'x', ' R001 ', '来得早', ' 出勤 ', 0.60416666],
      [2, '', 'R002'],
      ['', '', '', '', '出勤'],
    ];
    expect(readSignInSheet(cells)).toEqual({
      statusColumn: 4,
      entries: [
        { memberId: 'R001', row: 5, status: '出勤', time: '14:30', remark: '来得早' },
        { memberId: 'R002', row: 6, status: null, time: null, remark: null },
      ],
    });
  });

  test.each([
    ['9:05', '09:05'],
    ['14：36', '14:36'],
    ['1436', null],
    ['来了', null],
    [0.5, '12:00'],
    [46000.5, '12:00'],
    [0, null],
    ['', null],
  ])('understands the time %p as %p', (cell, time) => {
    const row = ['1', '', '', '', '', '', cell, '', 'R001'];
    expect(readSignInSheet([HEADER, row])?.entries[0]?.time).toBe(time);
  });

  it('without its columns is none', () => {
    expect(readSignInSheet([['姓名', '状态'], ['a']])).toBeNull();
    expect(readSignInSheet([])).toBeNull();
  });
});
