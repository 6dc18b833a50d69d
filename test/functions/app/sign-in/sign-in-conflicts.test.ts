import { describe, expect, it } from '@jest/globals';
import type { Cell } from '#core/workbook/table';
import type { TestApplication } from '#test/support/application';
import { aLeave } from '#test/support/builders/rows';
import { app, attendance, close, fill, make, names, rows } from '#test/support/sign-in';

describe('closing against what others entered since the sheet was made', () => {
  const REST = { R001: ['出勤'], R002: ['出勤'], R004: ['出勤'] };
  const mark = (on: TestApplication, memberId: string, status: string, time: Cell = '') =>
    on.workbook.addRows(2, [['S01', memberId, status, time]]);
  const statusOf = (on: TestApplication, id: string) =>
    attendance(on).find(([memberId]) => memberId === id)?.[1];
  const leave = (on: TestApplication, event: 'approve' | 'cancel', leaveId: string) =>
    on.call('leaveRegister', { action: 'decide', leaveId, event, approver: '范立城' });

  it('asks when a person whom the sheet calls absent has checked in, and writes what the clerk says', async () => {
    const on = app();
    await make(on);
    await fill(on, { ...REST, R001: ['缺席'] });
    await mark(on, 'R001', '迟到', 884 / 1440);
    await make(on);
    const asked = await close(on);
    expect([asked.outcome, asked.unmarked, asked.unclear]).toEqual(['needsAnswers', [], []]);
    expect(asked.differing).toEqual([
      {
        memberId: 'R001',
        name: '周文远',
        unit: '区委',
        sheet: '缺席',
        known: '迟到 14:44',
        sheetId: 2001,
        cell: 'F9',
      },
    ]);
    expect(statusOf(on, 'R001')).toBe('迟到');
    expect(await close(on, { byAttendance: ['R001'] })).toMatchObject({
      outcome: 'closed',
      absent: 0,
    });
    expect(statusOf(on, 'R001')).toBe('迟到');
    expect(rows(on)[1]?.slice(5, 7)).toEqual(['迟到', 884 / 1440]);
    expect((await close(on)).differing).toEqual([]);
    await fill(on, { R001: ['缺席'] });
    expect((await close(on)).differing.map(({ memberId }) => memberId)).toEqual(['R001']);
    expect(await close(on, { bySheet: ['R001'] })).toMatchObject({ outcome: 'closed', absent: 1 });
    expect(statusOf(on, 'R001')).toBe('缺席');
  });

  it('leaves leave that was approved after closing, and what cancelling gives back', async () => {
    const on = app({ leave: [aLeave({ kind: 'official', decision: null })] });
    await make(on);
    await fill(on, { ...REST, R001: ['缺席'], R003: ['出勤'] });
    await close(on);
    await leave(on, 'approve', 'L001');
    expect(statusOf(on, 'R001')).toBe('公差');
    const again = await close(on);
    expect([again.outcome, again.changed, names(again.excused)]).toEqual(['closed', 0, ['周文远']]);
    await make(on);
    expect(await close(on)).toMatchObject({ outcome: 'closed', changed: 0 });
    await leave(on, 'cancel', 'L001');
    expect(statusOf(on, 'R001')).toBe('缺席');
  });

  it('takes leave that was approved before closing for the absence on the sheet', async () => {
    const on = app();
    await make(on);
    await fill(on, { ...REST, R003: ['缺席', undefined, '没有来'] });
    const closed = await close(on);
    expect([closed.outcome, closed.absent, names(closed.excused)]).toEqual([
      'closed',
      0,
      ['范立城'],
    ]);
    expect(attendance(on).find(([id]) => id === 'R003')).toEqual([
      'R003',
      '事假',
      '',
      '',
      '',
      '没有来',
    ]);
    await make(on);
    expect(rows(on)[2]?.[5]).toBe('事假');
  });

  it.each([
    ['by code', '迟到', {}],
    ['by the sheet', '', { R003: ['出勤'] }],
  ])('names who came %s although on leave, each time', async (_, marked, onSheet) => {
    const on = app();
    if (marked !== '') await mark(on, 'R003', marked, 880 / 1440);
    await make(on);
    await fill(on, { ...REST, ...onSheet });
    const closed = await close(on);
    expect([closed.outcome, names(closed.attended)]).toEqual(['closed', ['范立城']]);
    expect(names((await close(on)).attended)).toEqual(['范立城']);
    const { findings } = await on.call('checkEntries', {});
    expect(
      findings.filter(({ rule, tab }) => rule === 'V30' && tab === 'leave').map(({ cell }) => cell),
    ).toContain('I2');
    const register = await on.call('leaveRegister', { action: 'find', wanted: 'R003' });
    const concerns = 'leaves' in register ? register.leaves.flatMap((one) => one.concerns) : [];
    expect(concerns).toContain(`考勤登记为“${marked || '出勤'}”，请核对`);
    await leave(on, 'cancel', 'L001');
    expect((await close(on)).attended).toEqual([]);
  });

  it('brings the answers to the sheet, and asks no second time', async () => {
    const on = app({ leave: [] });
    await make(on);
    await fill(on, { R001: ['出勤'] });
    const answers = { present: ['R002'], absent: ['R003'], notRecorded: ['R004'] };
    expect(await close(on, answers)).toMatchObject({ outcome: 'closed', added: 3 });
    const shown = Object.fromEntries(rows(on).map((row) => [String(row[8]), row[5]]));
    expect(shown).toMatchObject({ R001: '出勤', R002: '出勤', R003: '缺席', R004: '' });
    const applied = on.workbook.applied.length;
    expect(await close(on, { notRecorded: ['R004'] })).toMatchObject({ added: 0, changed: 0 });
    expect(on.workbook.applied).toHaveLength(applied);
  });

  it('leads to the rows that were not taken where they are once the sheet is written again', async () => {
    const on = app({ leave: [] });
    await make(on);
    await on.workbook.addRows(2001, [['', '旁听 许愿', '', '', '', '出勤']]);
    const { tables } = await on.workbook.read('', ['roster']);
    await on.workbook.addRows(tables.roster?.sheetId ?? 0, [
      ['R008', '新来人', '区委', '', '四套班子', 10, 99],
    ]);
    await fill(on, { R001: ['出勤'], R002: ['出勤'], R003: ['出勤'] });
    const { notTaken } = await close(on, { absent: ['R004', 'R008'] });
    const [row] = on.workbook
      .rowsOf('sign-in-S01')
      .flatMap((cells, index) => (cells[1] === '旁听 许愿' ? [index + 2] : []));
    expect(notTaken.map(({ cell }) => cell)).toEqual([`F${row}`]);
  });

  it('asks about filled-in leave that was cancelled since, with the present cell', async () => {
    const on = app();
    await make(on);
    await fill(on, REST);
    await leave(on, 'cancel', 'L001');
    const asked = await close(on);
    expect([asked.outcome, asked.unmarked]).toEqual([
      'needsAnswers',
      [{ memberId: 'R003', name: '范立城', unit: '区委', note: '签到表：事假（没有准假）' }],
    ]);
    expect(await close(on, { present: ['R003'] })).toMatchObject({ outcome: 'closed' });
    expect(statusOf(on, 'R003')).toBe('出勤');
  });

  it('asks once the roll was called, when somebody changed the mark or its time by hand', async () => {
    const on = app();
    await make(on);
    await fill(on, { ...REST, R001: ['出勤', '14:20'], R003: ['事假'] });
    await close(on);
    const change = (status: string, time: number) =>
      on.workbook.edit([
        { kind: 'writeCells', sheetId: 2, firstRow: 1, firstColumn: 2, rows: [[status, time]] },
      ]);
    await change('缺席', 860 / 1440);
    expect((await close(on)).differing.map(({ sheet, known }) => [sheet, known])).toEqual([
      ['出勤 14:20', '缺席 14:20'],
    ]);
    await change('出勤', 861 / 1440);
    expect((await close(on)).differing.map(({ sheet, known }) => [sheet, known])).toEqual([
      ['出勤 14:20', '出勤 14:21'],
    ]);
  });
});
