import { describe, expect, it, test } from '@jest/globals';
import { toClockTime } from '#core/calendar/day';
import { AppError } from '#functions/errors';
import { faultsAt } from '#test/support/faults';
import { aMark, aMember, aSession, aTopic } from '#test/support/builders/rows';
import { ALL, app, attendance, close, fill, make, names, rows } from '#test/support/sign-in';

describe('signInSheet make', () => {
  it('lists the due in official order under their categories, with leave filled in and no telephone number', async () => {
    const on = app();
    expect(await make(on)).toEqual({
      action: 'make',
      session: {
        id: 'S01',
        title: '区域经济协调发展',
        when: '2026年3月6日（星期五）下午2:30—5:00',
      },
      due: 4,
      onLeave: 1,
      marked: 1,
      leftOut: [],
      tab: { title: '签到-S01', sheetId: 2001 },
    });
    const all = on.workbook.rowsOf('sign-in-S01');
    expect(all.slice(0, 6)).toEqual([
      ['第1期　区域经济协调发展'],
      ['主讲人：陆明哲'],
      ['时间：2026年3月6日（星期五）下午2:30—5:00　地点：区委礼堂'],
      ['应到 4 人，已准假 1 人'],
      [],
      ['序号', '姓名', '单位', '职务', '签到', '状态', '时间', '备注', '编号'],
    ]);
    expect(rows(on)).toEqual([
      ['', '四套班子（2人）'],
      ['1', '周文远', '区委', '区委书记', '', '', '', '', 'R001'],
      ['2', '范立城', '区委', '区委书记', '', '事假', '', '', 'R003'],
      ['', '法检两长（1人）'],
      ['3', '柳叶青', '区法院', '', '', '', '', '请假40分钟', 'R004'],
      ['', '区直部门（1人）'],
      ['4', '沈国栋', '区发展改革局', '局长', '', '', '', '', 'R002'],
    ]);
    expect(JSON.stringify(all)).not.toContain('0000');
  });

  it('made again keeps what was entered, and takes in new leave, new marks and new people', async () => {
    const on = app();
    await make(on);
    await fill(on, { R001: ['出勤', 0.6, '补签'], R003: ['病假'] });
    await on.workbook.addRows(2, [['S01', 'R002', '迟到']]);
    expect(await make(on)).toMatchObject({ due: 4, marked: 3, tab: { sheetId: 2001 } });
    expect(
      rows(on)
        .filter((row) => row[8] !== undefined)
        .map((row) => row.slice(5)),
    ).toEqual([
      ['出勤', 0.6, '补签', 'R001'],
      ['病假', '', '', 'R003'],
      ['', '', '请假40分钟', 'R004'],
      ['迟到', '', '', 'R002'],
    ]);
  });

  it('has each category once, and those without one under a heading of their own', async () => {
    const named = (name: string, unitOrder: number, category: 'department' | 'leadership') =>
      aMember({ id: name, name, unitOrder, category });
    const roster = [
      named('甲', 1, 'leadership'),
      named('乙', 2, 'department'),
      named('丙', 3, 'department'),
      named('丁', 4, 'leadership'),
    ];
    const on = app({ roster, leave: [] });
    const sheetId = (await on.workbook.read('', ['roster'])).tables.roster?.sheetId ?? 0;
    await on.workbook.edit([
      { kind: 'writeCells', sheetId, firstRow: 2, firstColumn: 4, rows: [['']] },
    ]);
    await make(on);
    expect(rows(on).map(([number, name]) => [number, name])).toEqual([
      ['', '四套班子（2人）'],
      ['1', '甲'],
      ['2', '丁'],
      ['', '未分类（1人）'],
      ['3', '乙'],
      ['', '区直部门（1人）'],
      ['4', '丙'],
    ]);
  });

  it('says who is due but cannot be on it', async () => {
    const on = app({
      roster: [aMember(), aMember({ name: '沈国栋' }), aMember({ id: '', name: '柳叶青' })],
      leave: [],
    });
    const made = await make(on);
    const sheetId = (await on.workbook.read('', ['roster'])).tables.roster?.sheetId;
    expect([made.due, made.leftOut]).toEqual([
      1,
      [
        { words: '花名册第3行 沈国栋：编号与别人重复', sheetId, cell: 'A3' },
        { words: '花名册第4行 柳叶青：没有编号', sheetId, cell: 'A4' },
      ],
    ]);
  });

  it('drops filled-in leave that was cancelled since', async () => {
    const on = app();
    await make(on);
    await on.call('leaveRegister', { action: 'decide', leaveId: 'L001', event: 'cancel' });
    expect((await make(on)).marked).toBe(0);
  });
});

const WORDS = ['可点', '已排', '已讲', '撤下'];

describe('signInSheet close', () => {
  it('asks about people who are not marked, and writes nothing', async () => {
    const on = app();
    await make(on);
    const done = await close(on);
    expect([done.outcome, names(done.unmarked), done.unclear]).toEqual([
      'needsAnswers',
      ['周文远', '柳叶青', '沈国栋'],
      [],
    ]);
    expect(on.workbook.rowsOf('attendance')).toEqual([]);
  });

  it('asks about a word that is no status, with its cell', async () => {
    const on = app();
    await make(on);
    await fill(on, { ...ALL, R001: ['到'] });
    const done = await close(on);
    expect([done.outcome, done.unclear]).toEqual([
      'needsAnswers',
      [{ words: '周文远：状态“到”看不懂', sheetId: 2001, cell: 'F9' }],
    ]);
  });

  it('writes each mark once: by word, by time, and what the clerk says of the unmarked', async () => {
    const on = app();
    await make(on);
    await fill(on, { R001: ['present'], R004: [undefined, '14:40'] });
    const done = await close(on, { absent: ['R002'] });
    expect(done).toMatchObject({
      outcome: 'closed',
      added: 4,
      changed: 0,
      absent: 1,
      unmarked: [],
      notRecorded: [],
      attended: [],
    });
    // 14:40 is within the leave of 40 minutes, which says how many were missed.
    expect(attendance(on)).toEqual([
      ['R001', '出勤'],
      ['R003', '事假'],
      ['R004', '出勤', 880 / 1440, '', 40, '请假40分钟'],
      ['R002', '缺席'],
    ]);
    expect(on.workbook.rowsOf('schedule')[0]).toContain('已办');
    expect(on.workbook.rowsOf('log').map((row) => row.slice(2))).toEqual([
      ['结束签到', 'S01', '', '新记 4，更正 0，缺席 1，未登记 0'],
    ]);
  });

  test.each([
    ['planned', {}, '已讲'],
    ['open', {}, '已讲'],
    ['dropped', {}, '撤下'],
    ['planned', { topicId: 'P01', id: 'S02', number: 2 }, '已排'],
    ['planned', { topicId: 'P02', id: 'S02', number: 2 }, '已讲'],
  ] as const)(
    'of a topic that is %s, with another session of %j, leaves it %s',
    async (state, other, word) => {
      const schedule = [aSession({ topicId: 'P01' }), ...('id' in other ? [aSession(other)] : [])];
      const on = app({
        schedule,
        topics: [aTopic({ state }), aTopic({ id: 'P02', state: 'open' })],
      });
      await make(on);
      await fill(on, ALL);
      await close(on);
      const states = on.workbook
        .rowsOf('topics')
        .map((row) => row.filter((cell) => WORDS.includes(String(cell))));
      expect(states).toEqual([[word], ['可点']]);
    },
  );

  it('pressed twice writes nothing the second time', async () => {
    const on = app();
    await make(on);
    await fill(on, ALL);
    await close(on);
    const writes = on.workbook.applied.length;
    expect(await close(on)).toMatchObject({ outcome: 'closed', added: 0, changed: 0 });
    expect(on.workbook.applied).toHaveLength(writes);
  });

  it('leaves unrecorded whom the clerk does not know about', async () => {
    const on = app();
    await make(on);
    const done = await close(on, { absent: ['R001', 'R002'], notRecorded: ['R004'] });
    expect([done.outcome, names(done.notRecorded)]).toEqual(['closed', ['柳叶青']]);
    expect(attendance(on).map(([id]) => id)).toEqual(['R001', 'R003', 'R002']);
  });

  it('corrects existing marks in their rows and logs before and after; times and minutes there stay', async () => {
    const seen = { in: toClockTime('14:36'), minutesMissed: 6 };
    const on = app({
      attendance: [aMark({ status: '迟到', ...seen }), aMark({ memberId: 'R002', status: '出勤' })],
    });
    await make(on);
    await fill(on, { R001: ['出勤'], R004: ['出勤'] });
    expect(await close(on)).toMatchObject({ outcome: 'closed', added: 2, changed: 1 });
    expect(attendance(on)[0]).toEqual(['R001', '出勤', 876 / 1440, '', 6]);
    expect(attendance(on).map(([id]) => id)).toEqual(['R001', 'R002', 'R003', 'R004']);
    expect(on.workbook.rowsOf('log')[0]?.slice(2)).toEqual([
      '签到更正考勤',
      'S01 R001 周文远',
      '迟到',
      '出勤',
    ]);
  });

  it('does not undo that somebody on leave came after all', async () => {
    const on = app();
    await make(on);
    await on.workbook.addRows(2, [['S01', 'R003', '出勤']]);
    await fill(on, { R001: ['出勤'], R002: ['出勤'], R004: ['出勤'] });
    const done = await close(on);
    expect([done.outcome, names(done.attended)]).toEqual(['closed', ['范立城']]);
    expect(attendance(on).find(([id]) => id === 'R003')).toEqual(['R003', '出勤']);
  });

  test.each([true, false])(
    'loses and doubles nothing when a call fails, carried out: %s',
    async (carriedOut) => {
      const broken = async (at: number): Promise<number> => {
        const error = (): Error => new AppError('sheetsDown');
        const faults = faultsAt({ at, carriedOut, fatal: false, places: ['workbook'], error });
        const on = app({}, { between: (ports) => faults.between(ports) });
        await make(on);
        const calls = faults.count();
        await fill(on, ALL);
        await close(on).catch(() => close(on));
        expect(attendance(on).map(([id]) => id)).toEqual(['R001', 'R003', 'R004', 'R002']);
        expect(on.workbook.rowsOf('log')).toHaveLength(1);
        return calls;
      };
      const before = await broken(Infinity);
      for (const step of [1, 2, 3, 4]) await broken(before + step);
    },
  );

  it('waits until the session begins', async () => {
    const on = app();
    await make(on);
    on.setNow('2026-03-06T06:29:59Z'); // one second before half past two in Shanghai
    await expect(close(on)).rejects.toMatchObject({ refusal: 'signInTooEarly' });
    on.setNow('2026-03-06T06:30:00Z');
    expect((await close(on)).outcome).toBe('needsAnswers');
  });

  it('needs a sheet and a session', async () => {
    await expect(close(app())).rejects.toMatchObject({ refusal: 'noSheet' });
    await expect(make(app({ schedule: [aSession({ state: 'cancelled' })] }))).rejects.toMatchObject(
      { refusal: 'noSignIn' },
    );
  });
});
