// An export of a meeting or sign-in program into the attendance of a session: what is written, what is asked, what stays as it is.
import { describe, expect, test } from '@jest/globals';
import { toClockTime, toDay } from '#core/calendar/day';
import { aLeave, aMark, aSession, aStatus } from '#test/support/builders/rows';
import { importing, time, type Rows } from './importing-attendance';

/** As Tencent Meeting exports it: some lines about the meeting, then the header. */
const TITLE: Rows = [['会议主题', '区域经济协调发展'], ['会议时间', '2026-03-06 14:30-17:00'], []];
const HEADER = [
  '用户昵称（入会昵称）',
  '首次入会时间',
  '最后退会时间',
  '入会次数',
  '累计参会时长',
  '身份',
];

describe('an export becomes the attendance of a session', () => {
  test('by nickname and unit, with rows of one person added up', async () => {
    const { app, preview, apply, marks } = await importing([
      ...TITLE,
      HEADER,
      ['区委-周文远', '2026-03-06 14:20:11', '2026-03-06 17:02:40', 1, '2小时42分', '主持人'],
      ['住建局 张伟', '2026-03-06 14:50:00', '2026-03-06 15:30:00', 1, '40分', '成员'],
      ['住建局 张伟', '2026-03-06 15:20:00', '2026-03-06 17:00:00', 1, '1:40:00', '成员'],
      ['李娜（宣传部）', '2026-03-06 14:31:00', '2026-03-06 16:30:00', 1, '119', '成员'],
      ['云溪技术支持', '2026-03-06 13:50:00', '2026-03-06 17:10:00', 1, '200', '成员'],
    ]);
    const shown = await preview();
    expect(shown.session).toMatchObject({ id: 'S01', title: '区域经济协调发展' });
    expect(shown.columns.map(({ column }) => column)).toEqual([
      'nickname',
      'in',
      'out',
      null,
      'minutes',
      null,
    ]);
    expect(shown.added.map(({ memberId, words }) => `${memberId} ${words}`)).toEqual([
      'R001 出勤 14:20–17:02',
      'R002 迟到 14:50–17:00 20′',
      'R004 早退 14:31–16:30 30′',
    ]);
    expect(shown.questions).toEqual([{ row: 9, name: '云溪技术支持', about: '', candidates: [] }]);
    expect(shown.notListed.map(({ memberId }) => memberId)).toEqual(['R003', 'R005']);
    expect(shown.counts).toMatchObject({ added: 3, conflicts: 0, notListed: 2, unmarked: 2 });
    expect(marks()).toEqual([]);
    expect(await apply()).toEqual({
      action: 'apply',
      kind: 'attendance',
      added: 3,
      replaced: 0,
      tab: { title: '考勤', sheetId: expect.any(Number) as unknown },
    });
    expect(marks()).toEqual([
      ['S01', 'R001', '出勤', time('14:20'), time('17:02')],
      ['S01', 'R002', '迟到', time('14:50'), time('17:00'), 20],
      ['S01', 'R004', '早退', time('14:31'), time('16:30'), 30],
    ]);
    expect(app.workbook.rowsOf('log').map((row) => row.slice(1))).toEqual([
      ['clerk@example.org', '导入考勤', 'S01', '', '新增3条，更改0条', '会议导出'],
    ]);
    expect(await preview()).toMatchObject({ unchanged: 3, canApply: false, conflicts: [] });
  });

  test('by name and department, from a sign-in program that lists who did not come', async () => {
    const { preview } = await importing([
      ['姓名', '部门', '手机号', '签到状态', '签到时间'],
      ['周文远', '区委', '13900000001', '已签到', '2026-03-06 14:28'],
      ['张伟', '区教育局', '', '已签到', '2026-03-06 14:41'],
      ['李娜', '区委宣传部', '', '未签到', '--'],
      ['钱进', '', '', '已签到', ''],
    ]);
    const shown = await preview();
    expect(shown.added.map(({ memberId, words }) => `${memberId} ${words}`)).toEqual([
      'R001 出勤 14:28–',
      'R003 迟到 14:41– 11′',
      'R005 出勤',
    ]);
    expect(shown.notTaken.map(({ row, why }) => `${row} ${why}`)).toEqual(['4 没有到会时间']);
    expect(shown.notListed.map(({ memberId }) => memberId)).toEqual(['R002', 'R004']);
  });

  test('from a Zoom report, whose summary has a header of its own', async () => {
    const { preview } = await importing([
      ['Meeting ID', 'Topic', 'Start Time', 'End Time', 'User Email', 'Duration (Minutes)'],
      ['850 1234', 'Study', '03/06/2026 02:00 PM', '03/06/2026 05:10 PM', 'a@example.org', 190],
      [],
      ['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)'],
      ['周文远 (区委)', '', '03/06/2026 02:25:31 PM', '03/06/2026 05:01:00 PM', 156],
    ]);
    const shown = await preview();
    expect(shown.headerRow).toBe(4);
    expect(shown.added.map(({ words }) => words)).toEqual(['出勤 14:25–17:01']);
  });

  test('without rows of another day or another time', async () => {
    const { preview } = await importing([
      ['姓名', '入会时间', '退会时间'],
      ['周文远', '2026-03-05 14:30', '2026-03-05 17:00'],
      ['钱进', '2026-03-06 09:00', '2026-03-06 09:10'],
      ['李娜', '2026-03-06 15:00', '2026-03-06 14:00'],
      ['李娜', '不详', '2026-03-06 17:00'],
    ]);
    const shown = await preview();
    expect(shown.added).toEqual([]);
    expect(shown.notTaken.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '2 不是本期当天',
      '3 不在本期时间内',
      '4 离开早于进入',
    ]);
    expect(shown.unreadable).toEqual([{ row: 5, words: '不详', why: '最早进入时间' }]);
  });

  test('with a person whom the clerk names', async () => {
    const { preview, apply, marks } = await importing([
      ['昵称', '入会时间', '退会时间'],
      ['张伟', '14:30', '17:00'],
      ['小钱', '14:30', '17:00'],
      ['小钱', '14:40', '17:00'],
    ]);
    const shown = await preview();
    expect(
      shown.questions.map(({ row, name, candidates }) => [row, name, candidates.length]),
    ).toEqual([
      [2, '张伟', 2],
      [3, '小钱', 0],
    ]);
    expect(shown.canApply).toBe(false);
    const people = [
      { row: 2, as: 'person' as const, memberId: 'R003' },
      { row: 3, as: 'skip' as const },
    ];
    expect((await preview({ people })).notTaken.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '3 选择了不导入',
      '4 选择了不导入',
    ]);
    await apply({ people });
    expect(marks().map((row) => row.slice(0, 3))).toEqual([['S01', 'R003', '出勤']]);
  });

  test('with columns that the clerk chose, remembered for the next time', async () => {
    const { app, preview, apply } = await importing([
      ['姓名', '部门', '何时来', '何时走'],
      ['周文远', '区委', '14:30', '17:00'],
    ]);
    expect(await preview()).toMatchObject({ missing: ['最早进入时间'], canApply: false });
    await apply({
      columns: [
        { position: 2, column: 'in' },
        { position: 3, column: 'out' },
      ],
    });
    expect(app.workbook.rowsOf('importColumns')).toEqual([
      ['考勤', '何时来', '最早进入时间'],
      ['考勤', '何时走', '最后离开时间'],
    ]);
    expect((await preview()).columns.map(({ reason }) => reason)).toEqual([
      'heading',
      'heading',
      'remembered',
      'remembered',
    ]);
  });
});

describe('what is in the workbook', () => {
  const FILE: Rows = [
    ['姓名', '部门', '入会时间', '退会时间'],
    ['周文远', '区委', '14:50', '17:00'],
    ['李娜', '区委宣传部', '14:30', '17:00'],
  ];

  test('stays where a mark says something else, until the clerk decides', async () => {
    const attendance = [
      aMark({ status: '缺席' }),
      aMark({ memberId: 'R004', in: toClockTime('14:30') }),
    ];
    const { app, preview, apply, marks } = await importing(FILE, { attendance });
    const shown = await preview();
    expect(shown.conflicts).toEqual([
      {
        memberId: 'R001',
        name: '周文远',
        unit: '区委',
        key: 'R001',
        known: '缺席',
        file: '迟到 14:50–17:00 20′',
        takesFile: false,
      },
    ]);
    expect(shown).toMatchObject({ unchanged: 1, canApply: false });
    const before = marks();
    expect(await apply({ byFile: ['R001'] })).toMatchObject({ added: 0, replaced: 1 });
    expect(marks()).toEqual([['S01', 'R001', '迟到', time('14:50'), time('17:00'), 20], before[1]]);
    expect(app.workbook.rowsOf('log').map((row) => row.slice(2))).toEqual([
      ['导入：更改考勤', 'S01 R001 周文远', '缺席', '迟到 14:50–17:00 20′', '会议导出'],
      ['导入考勤', 'S01', '', '新增0条，更改1条', '会议导出'],
    ]);
  });

  test('stays where somebody has an approved leave', async () => {
    const { preview, apply, marks } = await importing(FILE, { leave: [aLeave()] });
    const shown = await preview();
    expect(shown.conflicts.map(({ memberId, known }) => `${memberId} ${known}`)).toEqual([
      'R001 事假',
    ]);
    await apply();
    expect(marks().map((row) => row[1])).toEqual(['R004']);
    await apply({ byFile: ['R001'] });
    expect(marks().map((row) => row.slice(1, 3))).toEqual([
      ['R004', '出勤'],
      ['R001', '迟到'],
    ]);
  });

  test('counts a leave for a part of the session as excused', async () => {
    const { preview } = await importing(FILE, { leave: [aLeave({ minutes: 30 })] });
    expect((await preview()).added.map(({ words }) => words)).toEqual([
      '出勤 14:50–17:00 30′',
      '出勤 14:30–17:00',
    ]);
  });

  test('stays as it is once the sign-in is closed, unless the clerk wants it otherwise', async () => {
    const schedule = [aSession({ state: 'held' })];
    const { preview, apply, marks } = await importing(FILE, { schedule });
    expect(await preview()).toMatchObject({ isClosed: true, canApply: false });
    await expect(apply()).rejects.toMatchObject({ refusal: 'importOpen' });
    expect(marks()).toEqual([]);
    expect(await apply({ intoClosed: true })).toMatchObject({ added: 2 });
  });

  test('is not taken for the attendance of a session that is cancelled, unknown or ahead', async () => {
    const schedule = [
      aSession({ state: 'cancelled' }),
      aSession({ id: 'S02', date: toDay('2026-03-13') }),
    ];
    const { app, preview } = await importing(FILE, { schedule });
    await expect(preview()).rejects.toMatchObject({ refusal: 'importNoSession' });
    await expect(preview({ sessionId: 'S09' })).rejects.toMatchObject({
      refusal: 'importNoSession',
    });
    await expect(preview({ sessionId: 'S02' })).rejects.toMatchObject({
      refusal: 'importTooEarly',
    });
    expect(await app.call('importRows', { action: 'sources' })).toMatchObject({ sessions: [] });
  });

  test('that lacks the status present gets nothing', async () => {
    const { preview } = await importing(FILE, { statuses: [aStatus({ code: 'x', label: '到' })] });
    await expect(preview()).rejects.toMatchObject({ refusal: 'noPresent' });
  });

  test('written once: what was shown no longer holds then', async () => {
    const { app, preview, marks } = await importing(FILE);
    const { fingerprint } = await preview();
    const write = () =>
      app.call('importRows', {
        action: 'apply',
        kind: 'attendance',
        source: { from: 'tab', sheetId: 9001 },
        sessionId: 'S01',
        fingerprint,
      });
    await write();
    await expect(write()).rejects.toMatchObject({ refusal: 'importOutdated' });
    expect(marks()).toHaveLength(2);
  });
});
