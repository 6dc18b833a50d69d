// A list of people into the roster: found columns, people matched, what is asked, what is written, and that it is written once.
import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import type { Cell } from '#core/workbook/table';
import { aMember } from '#test/support/builders/rows';
import { HEADER, importing, KNOWN, TITLE } from './importing';

/** id, name, unit, unitOrder, personOrder, from, to */
const COLUMNS = [0, 1, 2, 5, 6, 10, 11];
const short = (row: readonly Cell[]): Cell[] => COLUMNS.map((at) => row[at] ?? '');

describe('a list becomes the roster', () => {
  test('below a title, with other words for the columns and in another order', async () => {
    const { preview, apply, roster } = await importing(
      [
        TITLE,
        HEADER,
        ['一、四套班子'],
        [1, '周 文远', '区委', '书记', 13900000001, 'A@example.org'],
        [2, '赵 敏', '区委', '副书记', '139-0000-0009', 'b@example.org'],
        ['二、区直部门（1人）'],
        [3, '张伟', '区住建局', '局长', '13900000002', 'c@example.org'],
      ],
      [],
    );
    const shown = await preview();
    expect(shown.headerRow).toBe(2);
    expect(shown.columns.map(({ letters, column }) => `${letters} ${column ?? '—'}`)).toEqual([
      'A personOrder',
      'B name',
      'C unit',
      'D post',
      'E phone',
      'F email',
    ]);
    expect(shown.counts).toMatchObject({ added: 3, changed: 0, questions: 0, unreadable: 0 });
    expect(shown.notTaken.map(({ row, words }) => `${row} ${words}`)).toEqual([
      '3 一、四套班子',
      '6 二、区直部门（1人）',
    ]);
    expect(await apply()).toMatchObject({ added: 3, changed: 0, moved: 0, left: 0 });
    expect(roster().map((row) => row.slice(0, 9))).toEqual([
      ['R001', '周文远', '区委', '书记', '四套班子', 10, 10, '', 'a@example.org'],
      ['R002', '赵敏', '区委', '副书记', '四套班子', 10, 20, '', 'b@example.org'],
      ['R003', '张伟', '区住建局', '局长', '区直部门', 20, 10, '', 'c@example.org'],
    ]);
    expect(await preview()).toMatchObject({ unchanged: 3, canApply: false });
  });

  test('asks for the category of a unit that nobody knows', async () => {
    const { preview, apply, roster } = await importing([
      HEADER,
      [1, '钱进', '区数据局', '', '', ''],
    ]);
    const asked = await preview();
    expect(asked.units).toEqual([{ unit: '区数据局', people: 1, category: null }]);
    expect(asked.canApply).toBe(false);
    await expect(apply()).rejects.toMatchObject({ refusal: 'importOpen' });
    await apply({ units: [{ unit: '区数据局', category: 'department' }] });
    expect(roster().at(-1)).toEqual([
      'R004',
      '钱进',
      '区数据局',
      '',
      '区直部门',
      40,
      10,
      '',
      '',
      '',
      46083,
    ]);
  });

  test('keeps the ids of the list where they are free', async () => {
    const { apply, roster } = await importing([
      ['工号', '姓名', '单位'],
      ['A7', '钱进', '区教育局'],
      ['', '孙立', '区教育局'],
    ]);
    await apply();
    expect(roster().slice(3).map(short)).toEqual([
      ['A7', '钱进', '区教育局', 30, 20, 46083, ''],
      ['R004', '孙立', '区教育局', 30, 30, 46083, ''],
    ]);
  });

  test('recognises columns without a heading by what is in them', async () => {
    const { preview } = await importing([
      ['周文远', '13900000001', 'r001@example.org', '区委'],
      ['张伟', '13900000002', 'r002@example.org', '区住建局'],
    ]);
    const shown = await preview();
    expect(shown.headerRow).toBeNull();
    expect(shown.columns.map(({ column, reason }) => `${column ?? '—'} ${reason ?? ''}`)).toEqual([
      'name content',
      'phone content',
      'email content',
      'unit content',
    ]);
  });

  test('takes another column when the clerk says so, and remembers it', async () => {
    const rows = [
      ['姓名', '条线', '单位'],
      ['周文远', '书记处', '区委'],
    ];
    const { app, preview, apply } = await importing(rows);
    const columns = [{ position: 1, column: 'post' }];
    expect((await preview()).columns[1]).toMatchObject({ column: null, reason: null });
    expect((await preview({ columns })).changed).toEqual([
      {
        memberId: 'R001',
        name: '周文远',
        unit: '区委',
        cells: [{ label: '职务', before: '书记', after: '书记处' }],
      },
    ]);
    await apply({ columns });
    expect(app.workbook.rowsOf('importColumns')).toEqual([['花名册', '条线', '职务']]);
    expect((await preview()).columns[1]).toMatchObject({ column: 'post', reason: 'remembered' });
  });
});

describe('the same person in a new list', () => {
  test('moved: a row of the new unit, and a last day in the one before', async () => {
    const { preview, apply, roster } = await importing([
      HEADER,
      [1, '张伟', '区教育局', '局长', '13900000002', ''],
    ]);
    const shown = await preview({ day: '2026-03-10' });
    expect(shown.moved).toMatchObject([
      { memberId: 'R002', unit: '区住建局', to: '区教育局', lastDay: '2026-03-09' },
    ]);
    await apply({ day: '2026-03-10' });
    // 46090 is 9 March 2026.
    expect(
      roster()
        .map(short)
        .filter(([id]) => id === 'R002'),
    ).toEqual([
      ['R002', '张伟', '区住建局', 20, 10, '', 46090],
      ['R002', '张伟', '区教育局', 30, 20, 46091, ''],
    ]);
    expect((await preview({ day: '2026-03-10' })).canApply).toBe(false);
  });

  test.each<[string, string, string, (number | string)[], string[]]>([
    // 46040 is 18 January 2026, 46074 is 21 February, 46172 is 30 May.
    ['before the list', '2026-02-21', '', [46073, 46074, ''], []],
    ['after it', '2026-05-30', '', [46171, 46172, ''], []],
    ['and a last day', '2026-02-21', '2026-12-31', [46073, 46074, 46387], []],
    ['before the row of the other unit', '2025-12-31', '', [46090, 46091, ''], ['2025-12-31']],
    ['on its first day', '2026-01-18', '', [46090, 46091, ''], ['2026-01-18']],
    ['after the last day', '2026-05-30', '2026-05-01', [46090, 46091, 46143], ['2026-05-30']],
  ])('moved on a day of the list, %s', async (...[, from, to, [last = '', ...days], refused]) => {
    const roster = KNOWN.map((row) =>
      row.id === 'R002' ? { ...row, from: toDay('2026-01-18') } : row,
    );
    const list = importing(
      [
        [...HEADER, '任职时间', '离任时间'],
        [1, '张伟', '区教育局', '局长', '13900000002', '', from, to],
      ],
      roster,
    );
    const { preview, apply, roster: rows } = await list;
    const shown = await preview({ day: '2026-03-10' });
    expect(shown.unreadable.map(({ words }) => words)).toEqual(refused);
    await apply({ day: '2026-03-10' });
    const own = rows().filter(([id]) => id === 'R002');
    expect(own.map((row) => row.slice(10, 12))).toEqual([
      [46040, last],
      days.filter((day) => day !== ''),
    ]);
    const again = await preview({
      day: '2026-03-10',
      people: [{ row: 2, as: 'person', memberId: 'R002' }],
    });
    expect(again).toMatchObject({ canApply: false, unchanged: 1 });
  });

  test('who is no longer there on the day of the list moves nowhere', async () => {
    const { preview } = await importing([
      [...HEADER, '离任时间'],
      [1, '张伟', '区教育局', '局长', '13900000002', '', '2026-03-01'],
    ]);
    const shown = await preview({ day: '2026-03-10' });
    expect([shown.moved, shown.notTaken.map(({ why }) => why)]).toEqual([
      [],
      ['截止日期早于名单生效日期'],
    ]);
  });

  test('of two posts at once: a list that has the second changes neither', async () => {
    const second = aMember({ id: 'R002', name: '张伟', unit: '区委', phone: '13900000002' });
    const { preview } = await importing(
      [HEADER, [1, '张伟', '区委', '', '13900000002', '']],
      [...KNOWN, { ...second, unitOrder: 90 }],
    );
    expect(await preview()).toMatchObject({ questions: [], moved: [], unchanged: 1 });
  });

  test('of a unit that only changed its name: the cell is corrected', async () => {
    const { apply, roster } = await importing([
      HEADER,
      [1, '张伟', '区住房和城乡建设局', '', '13900000002', ''],
    ]);
    await apply({
      inPlace: ['R002'],
      units: [{ unit: '区住房和城乡建设局', category: 'department' }],
    });
    expect(
      roster()
        .filter(([id]) => id === 'R002')
        .map(short),
    ).toEqual([['R002', '张伟', '区住房和城乡建设局', 40, 10, '', '']]);
  });

  test('renamed: known again by telephone and unit, but only when the clerk says so', async () => {
    const { preview, apply, roster } = await importing([
      HEADER,
      [1, '李娜娜', '区教育局', '', '13900000003', ''],
    ]);
    const asked = await preview();
    expect(asked.questions).toEqual([
      {
        row: 2,
        name: '李娜娜',
        about: '区教育局 · 13900000003',
        candidates: [{ memberId: 'R003', name: '李娜', unit: '区教育局', post: '区委书记' }],
      },
    ]);
    expect(asked.canApply).toBe(false);
    await apply({ people: [{ row: 2, as: 'person', memberId: 'R003' }] });
    expect(
      roster()
        .filter(([id]) => id === 'R003')
        .map(short),
    ).toEqual([['R003', '李娜娜', '区教育局', 30, 10, '', '']]);
  });

  test('left: gets a last day when it is chosen, and is never deleted', async () => {
    const { preview, apply, roster } = await importing([
      HEADER,
      [1, '周文远', '区委', '', '', ''],
      [2, '张伟', '区住建局', '', '', ''],
    ]);
    const shown = await preview();
    expect(shown.leaving).toEqual([
      { memberId: 'R003', name: '李娜', unit: '区教育局', lastDay: '2026-03-01', isChosen: false },
    ]);
    expect(shown.canApply).toBe(false);
    expect(await apply({ leaving: ['R003'] })).toMatchObject({ left: 1 });
    expect(roster()).toHaveLength(3);
    expect(roster().map(short).at(-1)).toEqual(['R003', '李娜', '区教育局', 30, 10, '', 46082]);
    expect((await preview()).leaving).toEqual([]);
  });

  test('of two of a name the clerk is asked', async () => {
    const { preview } = await importing([HEADER, [1, '张伟', '区民政局', '', '13911111111', '']]);
    expect((await preview()).questions[0]?.candidates.map(({ memberId }) => memberId)).toEqual([
      'R002',
    ]);
  });

  test('a namesake who has a row of their own is nobody else', async () => {
    const { preview } = await importing([
      HEADER,
      [1, '张伟', '区住建局', '', '13900000002', ''],
      [2, '张伟', '区教育局', '', '13911111111', ''],
    ]);
    expect(await preview()).toMatchObject({ questions: [], counts: { added: 1, moved: 0 } });
  });

  test('a running number changes nobody’s place while the order is the same', async () => {
    const { preview } = await importing([
      HEADER,
      [1, '周文远', '区委', '', '', ''],
      [7, '张伟', '区住建局', '', '', ''],
    ]);
    expect(await preview()).toMatchObject({ unchanged: 2, counts: { changed: 0 } });
  });
});

describe('nothing is written', () => {
  test('of what cannot be read, which is listed', async () => {
    const { preview } = await importing([
      HEADER,
      [1, '周文远', '区委', '', '', 'a@example.org b@example.org'],
      [2, '', '区委', '', '', ''],
      [3, '空缺', '区委', '', '', ''],
      ['合计：3人'],
    ]);
    const shown = await preview();
    expect(shown.unreadable).toEqual([
      { row: 2, words: 'a@example.org b@example.org', why: '邮箱' },
    ]);
    expect(shown.notTaken.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '3 不是人员行',
      '4 空缺职位',
      '5 不是人员行',
    ]);
  });

  test('when the workbook changed since the preview', async () => {
    const { app, preview } = await importing([HEADER, [1, '钱进', '区委', '', '', '']]);
    const { fingerprint } = await preview();
    await app.workbook.addRows(5, [['R009', '钱进', '区委', '', '四套班子', 10, 90]]);
    const sheetId = 9001;
    const late = app.call('importRows', {
      action: 'apply',
      kind: 'roster',
      source: { from: 'tab', sheetId },
      fingerprint,
    });
    await expect(late).rejects.toMatchObject({ refusal: 'importOutdated' });
  });

  test('from a tab of Lectern’s own, or one that is gone', async () => {
    const { app } = await importing([HEADER]);
    const from = (sheetId: number) =>
      app.call('importRows', {
        action: 'preview',
        kind: 'roster',
        source: { from: 'tab', sheetId },
      });
    await expect(from(1)).rejects.toMatchObject({ refusal: 'importOwnTab' });
    await expect(from(77)).rejects.toMatchObject({ refusal: 'importTabGone' });
    expect(await app.call('importRows', { action: 'sources' })).toEqual({
      action: 'sources',
      tabs: [{ title: '粘贴的名单', sheetId: 9001, rows: 11 }],
      sessions: [],
    });
  });

  test('says in the log what came from where', async () => {
    const { app, apply } = await importing([
      HEADER,
      [1, '周文远', '区委', '副书记', '', ''],
      [2, '钱进', '区委', '', '', ''],
    ]);
    await apply();
    expect(app.workbook.rowsOf('log').map((row) => row.slice(1))).toEqual([
      [
        'clerk@example.org',
        '导入：更改人员',
        'R001 周文远',
        '职务 书记',
        '职务 副书记',
        '粘贴的名单',
      ],
      ['clerk@example.org', '导入花名册', '粘贴的名单', '', '新增1人，更改1人，调动0人，离册0人'],
    ]);
  });
});
