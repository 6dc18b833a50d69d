import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import { checkWorkbook } from '#core/checks/check-workbook';
import { nameIndex } from '#core/names/name-index';
import { planNames, withNames } from '#core/names/shown-names';
import { planTypedNames, type EditedCells } from '#core/names/typed-names';
import { overlay } from '#core/row-safety/overlay';
import type { TabKey } from '#core/workbook/tab-keys';
import type { Cell, Tables } from '#core/workbook/table';
import type { WriteCells } from '#core/workbook/write/change';
import { appendRows } from '#core/workbook/write/append-rows';
import {
  aLeave,
  aMark,
  aMember,
  anOrder,
  aSession,
  aSpeaker,
  aTopic,
} from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import {
  aRawTable,
  aTableWithNames,
  aWorkbook,
  rowsIn,
  withCellIn,
} from '#test/support/builders/tables';

const LI = aMember({ id: 'R001', name: '李明', unit: '区委办' });
const WANG = aMember({ id: 'R002', name: '王芳', unit: '区教育局' });
const TWO_ZHANG = [
  aMember({ id: 'R003', name: '张伟', unit: '城东街道' }),
  aMember({ id: 'R004', name: '张伟', unit: '区财政局' }),
];
const PEOPLE = [LI, WANG, ...TWO_ZHANG];
const SESSIONS = [aSession(), aSession({ id: 'S11', number: 11, date: toDay('2026-05-15') })];

/** The attendance tab: session, member, name, status. */
const NAME = 2;
const mark = (session: Cell, member: Cell, name: Cell, status = '出勤'): Cell[] => [
  session,
  member,
  name,
  status,
];
const HEADER = ['期次编号', '人员编号', '姓名', '状态'];

const BASE = aWorkbook({
  roster: PEOPLE,
  schedule: SESSIONS,
  topics: [aTopic()],
  speakers: [aSpeaker()],
});

const withMarks = (...rows: Cell[][]): Tables => ({
  ...BASE,
  attendance: aRawTable('attendance', [HEADER, ...rows]),
});

const columnOf = (tables: Tables, tab: TabKey, position: number): Cell[] =>
  rowsIn(tables[tab])
    .slice(1)
    .map((row) => row[position] ?? '');

describe('what an id is called', () => {
  const post = [
    aMember({ id: 'R010', name: '周文', to: toDay('2026-03-31') }),
    aMember({ id: 'R010', name: '吴静', from: toDay('2026-04-01') }),
    aMember({ id: 'R011', name: '空缺' }),
  ];
  const index = nameIndex(
    aWorkbook({
      roster: [...PEOPLE, ...post],
      schedule: SESSIONS,
      speakers: [aSpeaker({ id: 'R002', name: '何清' }), aSpeaker()],
      topics: [aTopic()],
    }),
  );

  test.each([
    ['a person', ['roster'], 'R001', null, '李明'],
    ['a topic', ['topics'], 'P01', null, '区域经济协调发展'],
    ['a vacant post', ['roster'], 'R011', null, '空缺'],
    ['nobody', ['roster'], 'R999', null, null],
    ['an id that two tabs call by different names', ['roster', 'speakers'], 'R002', null, null],
    ['an id of one of two tabs', ['roster', 'speakers'], 'T01', null, '陆明哲'],
    ['who had the id on the day of the session', ['roster'], 'R010', 'S01', '周文'],
    ['who had it on a later day', ['roster'], 'R010', 'S11', '吴静'],
    ['who has it last, without a session', ['roster'], 'R010', null, '吴静'],
  ] as const)('is the name of %s', (...[, tabs, id, session, name]) => {
    expect(index.nameOf(tabs, id, session)).toBe(name);
  });

  test.each([
    ['roster', 'R001', ['R001']],
    ['roster', 'r００1', ['R001']],
    ['roster', '王 芳', ['R002']],
    ['roster', '张伟', ['R003', 'R004']],
    ['roster', '赵六', []],
    ['topics', '区域经济 协调发展', ['P01']],
    ['speakers', '陆明哲', ['T01']],
    ['schedule', 's11', ['S11']],
    ['schedule', '11', ['S11']],
    ['schedule', '第11期', ['S11']],
    ['schedule', 'S99', []],
  ] as const)('in %s, "%s" means %j', (tab, words, ids) => {
    expect(index.idsMeant(tab, words)).toEqual(ids);
  });
});

describe('rows that are written', () => {
  const WITH_NAMES = [
    'leave',
    'otherHours',
    'orders',
    'wishes',
    'notices',
    'replies',
  ] as const satisfies readonly TabKey[];
  const tables: Tables = {
    ...aWorkbook({
      roster: PEOPLE,
      schedule: SESSIONS,
      topics: [aTopic()],
      speakers: [aSpeaker()],
      contacts: [{ id: 'C01', name: '孙丽', receives: 'digest' }],
    }),
    ...Object.fromEntries(WITH_NAMES.map((key) => [key, aTableWithNames(key)])),
    attendance: aTableWithNames('attendance', [aMark({ memberId: 'R001' })]),
  };
  const appended = (key: TabKey, row: object): string[] => {
    const snapshot = aSnapshot(tables);
    const rows = [row]; // each case gives its tab's row
    const [change] = withNames(snapshot, appendRows(snapshot, key, { rows, language: 'zh-CN' }));
    return change?.kind === 'appendRows' ? (change.rows[0] ?? []).map((cell) => String(cell)) : [];
  };

  test.each([
    ['attendance', aMark({ memberId: 'R002' }), ['R002', '王芳']],
    ['leave', aLeave({ memberId: 'R002' }), ['R002', '王芳']],
    ['orders', anOrder({ memberId: 'R002' }), ['R002', '王芳', 'P01', '区域经济协调发展']],
    ['replies', { sessionId: 'S01', memberId: 'R002' }, ['R002', '王芳']],
    ['notices', { key: 'k', memberId: 'R002' }, ['R002', '王芳']],
    ['notices', { key: 'k', memberId: 'T01' }, ['T01', '陆明哲']],
    ['notices', { key: 'k', memberId: 'C01' }, ['C01', '孙丽']],
    ['wishes', { id: 'Z01', memberId: 'R002', wish: '数字经济' }, ['R002', '王芳']],
    ['otherHours', { memberId: 'R002', hours: 3 }, ['R002', '王芳']],
  ] as const)('in %s have the name beside the id', (key, row, cells) => {
    expect(appended(key, row).join('|')).toContain(cells.join('|'));
  });

  it('keep what is there for an id that nobody has', () => {
    expect(appended('attendance', aMark({ memberId: 'R999' }))[NAME]).toBe('undefined');
  });

  it('stay as they are when the id is not written', () => {
    const change = {
      kind: 'writeCells' as const,
      sheetId: tables.attendance?.sheetId ?? 0,
      firstRow: 1,
      firstColumn: 3,
      rows: [['迟到']],
    } satisfies WriteCells;
    expect(withNames(aSnapshot(tables), [change])).toEqual([change]);
  });

  it('get no name in a workbook without the column', () => {
    const before = aRawTable('attendance', [['期次编号', '人员编号', '状态']]);
    const snapshot = aSnapshot({ ...tables, attendance: before });
    const changes = appendRows(snapshot, 'attendance', { rows: [aMark()], language: 'zh-CN' });
    expect(withNames(snapshot, changes)).toEqual(changes);
  });
});

describe('names of a whole tab', () => {
  it.each([
    ['missing', '', '李明'],
    ['out of date', '李小明', '李明'],
    ['an error of a formula', '#N/A', '李明'],
  ])('are written when %s', (_, before, after) => {
    const tables = withMarks(mark('S01', 'R002', '王芳'), mark('S01', 'R001', before));
    const snapshot = aSnapshot(tables);
    const changes = planNames(tables);
    expect(changes).toMatchObject([{ firstRow: 2, firstColumn: NAME, rows: [[after]] }]);
    expect(columnOf(overlay(snapshot, changes).tables, 'attendance', NAME)).toEqual([
      '王芳',
      after,
    ]);
  });

  it.each([
    ['right', mark('S01', 'R001', '李明')],
    ['set with spaces', mark('S01', 'R001', '李 明')],
    ['somebody else’s', mark('S01', 'R001', '王芳')],
    ['beside an unknown id', mark('S01', 'R999', '甲乙')],
    ['beside no id', mark('S01', '', '李明')],
  ])('are left alone when %s', (_, row) => {
    expect(planNames(withMarks(row))).toEqual([]);
  });

  it('are written once: a second time nothing is left to write', () => {
    const cell = fc.constantFrom<Cell>('', 'R001', 'R002', 'R003', 'R999', '李明', '王芳', 'x', 7);
    const row = fc.tuple(fc.constantFrom<Cell>('S01', 'S11', ''), cell, cell);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const tables = withMarks(...rows.map(([s, m, n]) => mark(s, m, n)));
        const after = overlay(aSnapshot(tables), planNames(tables)).tables;
        expect(planNames(after)).toEqual([]);
        const others = (all: Tables): Cell[][] =>
          rowsIn(all.attendance).map((cells) => cells.filter((_, at) => at !== NAME));
        expect(others(after)).toEqual(others(tables));
      }),
    );
  });
});

describe('what was typed', () => {
  const edited = (first: number, end: number): EditedCells => ({
    firstRow: 1,
    endRow: 2,
    columns: { first, end },
  });
  const [SESSION, ID, WHOLE_ROW] = [edited(0, 1), edited(1, 2), edited(0, 4)];
  const NAME_ONLY = edited(2, 3);
  const UNKNOWN: EditedCells = { firstRow: 1, endRow: 2, columns: null };

  test.each([
    ['an id', ID, mark('S01', 'R002', ''), ['S01', 'R002', '王芳']],
    ['a name for the id', ID, mark('S01', '王芳', ''), ['S01', 'R002', '王芳']],
    ['an id in small letters', ID, mark('S01', 'r002', ''), ['S01', 'R002', '王芳']],
    ['another id', ID, mark('S01', 'R001', '王芳'), ['S01', 'R001', '李明']],
    ['an unknown id', ID, mark('S01', 'R999', '王芳'), ['S01', 'R999', '']],
    ['no id any more', ID, mark('S01', '', '王芳'), ['S01', '', '']],
    ['a name of two people', ID, mark('S01', '张伟', ''), ['S01', '张伟', '']],
    ['a name that was chosen', NAME_ONLY, mark('S01', '', '王芳'), ['S01', 'R002', '王芳']],
    ['another name', NAME_ONLY, mark('S01', 'R001', '王芳'), ['S01', 'R002', '王芳']],
    ['another, of two people', NAME_ONLY, mark('S01', 'R001', '张伟'), ['S01', 'R001', '张伟']],
    ['a name of nobody', NAME_ONLY, mark('S01', 'R001', '李'), ['S01', 'R001', '李明']],
    ['no name any more', NAME_ONLY, mark('S01', 'R001', ''), ['S01', 'R001', '李明']],
    ['a number of a session', SESSION, mark('第11期', 'R001', '李明'), ['S11', 'R001', '李明']],
    ['a row with a name', WHOLE_ROW, mark('11', '', '王芳'), ['S11', 'R002', '王芳']],
    ['a row with both', WHOLE_ROW, mark('S01', 'R001', '王芳'), ['S01', 'R001', '王芳']],
    ['a row, by an older script', UNKNOWN, mark('S01', '王芳', ''), ['S01', 'R002', '王芳']],
    ['both, by an older script', UNKNOWN, mark('S01', 'R001', '王芳'), ['S01', 'R001', '王芳']],
  ])('%s', (_, cells, before, after) => {
    const tables = withMarks(before);
    const { attendance } = tables;
    if (!attendance) throw new Error('no attendance');
    const { changes } = planTypedNames(tables, attendance, cells);
    const [row = []] = rowsIn(overlay(aSnapshot(tables), changes).tables.attendance).slice(1);
    expect(row.slice(0, 3)).toEqual(after);
  });

  it('is reported with its cell', () => {
    const tables = withMarks(mark('S01', '王 芳', ''));
    const { attendance } = tables;
    if (!attendance) throw new Error('no attendance');
    expect(planTypedNames(tables, attendance, ID).entered).toEqual([
      { row: 1, column: 1, words: '王 芳', id: 'R002' },
    ]);
  });

  it('is left alone in rows that were not edited, and in the header', () => {
    const tables = withMarks(mark('S01', 'R001', '李明'), mark('S01', '王芳', ''));
    const { attendance } = tables;
    if (!attendance) throw new Error('no attendance');
    const cells = { firstRow: 0, endRow: 2, columns: null };
    expect(planTypedNames(tables, attendance, cells)).toEqual({ changes: [], entered: [] });
  });
});

describe('findings', () => {
  const TODAY = toDay('2026-03-02');
  const found = (tables: Tables, row: number): unknown[] =>
    checkWorkbook(tables, TODAY)
      .findings.filter(({ tab, row: at }) => tab === 'attendance' && at === row)
      .map(({ rule, column, fix, isFurtherChoice = false }) => [
        rule.code,
        column,
        fix?.after ?? null,
        fix?.shown ?? null,
        isFurtherChoice,
      ]);

  it('offer the id of a name that was typed for it', () => {
    expect(found(withMarks(mark('S01', '王芳', '')), 2)).toEqual([
      ['V34', 'memberId', 'R002', 'R002', false],
    ]);
  });

  it('offer each of two people of one name, with the unit', () => {
    expect(found(withMarks(mark('S01', '张伟', '')), 2)).toEqual([
      ['V34', 'memberId', 'R003', 'R003 城东街道', false],
      ['V34', 'memberId', 'R004', 'R004 区财政局', true],
    ]);
  });

  it('offer the session of a number', () => {
    expect(found(withMarks(mark('第11期', 'R001', '')), 2)).toEqual([
      ['W23', 'sessionId', 'S11', 'S11', false],
    ]);
  });

  it.each([
    ['a blank id', '', 'W04'],
    ['an unknown id', 'R0O2', 'V34'],
  ])('offer the id of the name beside %s', (_, id, rule) => {
    expect(found(withMarks(mark('S01', id, '王芳')), 2)).toEqual([
      [rule, 'memberId', 'R002', 'R002', false],
    ]);
  });

  it('say that the name beside an id is somebody else’s, and offer the right one', () => {
    expect(found(withMarks(mark('S01', 'R001', '王芳')), 2)).toEqual([
      ['W39', 'name', '李明', '李明', false],
    ]);
  });

  it.each([
    ['is right', '李明'],
    ['is blank', ''],
    ['is out of date', '李小明'],
    ['is a formula’s error', '#N/A'],
  ])('say nothing of a name that %s', (_, name) => {
    expect(found(withMarks(mark('S01', 'R001', name)), 2)).toEqual([]);
  });

  it('count no row with a name and nothing else', () => {
    const alone = withMarks(mark('S01', 'R001', '李明'), ['', '', '王芳']);
    expect(found(alone, 3)).toEqual([]);
    const rows = (tables: Tables): number => checkWorkbook(tables, TODAY).rows;
    expect(rows(alone)).toBe(rows(withMarks(mark('S01', 'R001', '李明'))));
  });

  it('offer a topic’s id for its title', () => {
    const tables = aWorkbook({
      roster: PEOPLE,
      topics: [aTopic()],
      orders: [anOrder({ memberId: 'R001' })],
    });
    const typed = withCellIn(
      tables,
      { tab: 'orders', row: 2, column: 'topicId' },
      '区域经济协调发展',
    );
    const { findings } = checkWorkbook(typed, TODAY);
    expect(findings.filter(({ tab }) => tab === 'orders').map(({ fix }) => fix?.after)).toEqual([
      'P01',
    ]);
  });
});
