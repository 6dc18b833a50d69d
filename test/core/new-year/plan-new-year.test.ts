// What goes on into a new year, row by row: 2026 is the year of the source, 1 January 2027 the first day.
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { dayToSerial, toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { newYearChanges } from '#core/new-year/plan-new-year';
import { spreadsheetIdIn } from '#core/new-year/spreadsheet-id';
import { settingRows } from '#core/set-up/initial-rows';
import { SETTING_KEYS } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import {
  aBudgetLine,
  aHoliday,
  aLeave,
  aMark,
  anApprover,
  anExpense,
  anOrder,
  aSession,
  aSpeaker,
  aStandard,
  aStatus,
  aTopic,
  someOtherHours,
} from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aRawTable, aTable, aWorkbook, headerOf, withCellIn } from '#test/support/builders/tables';
import { rowsOf } from '#core/workbook/cell-grid';
import { column, emptyYear, member, plan, type Rows } from './planned-year';

describe('the roster', () => {
  test.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
    [null, true],
  ])('with the last day %s goes on: %s', (to, goesOn) => {
    const roster = [member('R001', { to: to === null ? null : toDay(to) })];
    expect(column(plan({ source: { roster } }), 'roster', 'id')).toEqual(goesOn ? ['R001'] : []);
  });

  it('keeps both posts of a person and who joins later, in official order', () => {
    const roster = [
      member('R003', { unitOrder: 30, from: toDay('2027-03-01') }),
      member('R001', { unitOrder: 20, unit: '区政府' }),
      member('R002', { unitOrder: 10, personOrder: 20 }),
      member('R001', { unitOrder: 10, personOrder: 10 }),
      member('R002', { unitOrder: 5, to: toDay('2026-06-30') }),
    ];
    const planned = plan({ source: { roster } });
    expect(column(planned, 'roster', 'id')).toEqual(['R001', 'R002', 'R001', 'R003']);
    expect(planned.tabs.find(({ key }) => key === 'roster')?.leftOut).toBe(1);
  });

  it('keeps cells that cannot be read as they are', () => {
    const place = { tab: 'roster', row: 2, column: 'to' } as const;
    const source = withCellIn(aWorkbook({ roster: [member('R001')] }), place, '明年退休');
    expect(column(plan({ source }), 'roster', 'to')).toEqual(['明年退休']);
  });

  it('has the words of a list in the language of the new workbook', () => {
    const target = emptyYear('en');
    const planned = plan({
      source: { roster: [member('R001', { notify: false })] },
      target,
      language: 'en',
    });
    const words = [column(planned, 'roster', 'category'), column(planned, 'roster', 'notify')];
    expect(words).toEqual([['District leadership'], ['No']]);
  });
});

describe('rules and lists', () => {
  it('has speakers, statuses, templates, contacts, forbidden items and approvers as they are, in their order', () => {
    const source: Rows = {
      speakers: [aSpeaker({ id: 'T02', name: '林若溪' }), aSpeaker({ id: 'T01' })],
      statuses: [aStatus({ code: 'online', label: '线上参加', credit: 0.8 })],
      templates: [
        { kind: 'reminder', language: 'zh-CN', subject: '催办：{题目}', body: '请回复。' },
      ],
      contacts: [
        { id: 'C02', name: '何晓', unit: '区审计局', email: 'he@example.org' },
        { id: 'C01', name: '许静' },
      ],
      forbidden: [{ kind: '纪念品', words: '纪念章、礼品', source: '云财行〔2026〕1号' }],
      approvers: [anApprover({ approver: '区长' }), anApprover()],
    };
    const planned = plan({ source });
    for (const key of Object.keys(source) as TabKey[]) {
      const columns = Object.keys(TABS[key].columns);
      const before = aTable(key, source[key] as []);
      const rows = rowsOf(before.cells).slice(1);
      const now = planned.tabs.find((tab) => tab.key === key);
      expect(now?.leftOut).toBe(0);
      expect(now?.rows.map((cells) => columns.map((_, at) => cells[at] ?? ''))).toEqual(
        rows.map((cells) => columns.map((_, at) => cells[at] ?? '')),
      );
    }
  });

  it('fills no tab of last year’s course, and leaves every other tab that a year fills alone', () => {
    const source: Rows = {
      roster: [member('R001')],
      schedule: [aSession()],
      attendance: [aMark()],
      leave: [aLeave()],
      orders: [anOrder()],
      expenses: [anExpense()],
    };
    const filled = plan({ source }).tabs.map(({ key }) => key);
    expect(filled).toEqual(['roster', 'statuses', 'standards']);
  });

  it('has the standards that are still valid on the first day, or begin later', () => {
    const standards = [
      aStandard({ scope: 'senior', to: toDay('2026-12-31') }),
      aStandard({ scope: 'associate', to: toDay('2027-01-01') }),
      aStandard({ scope: 'other', from: toDay('2027-07-01') }),
    ];
    expect(column(plan({ source: { standards } }), 'standards', 'scope')).toEqual([
      'associate',
      'other',
    ]);
  });

  it('has the topics that nobody has planned yet', () => {
    const states = ['open', 'planned', 'done', 'dropped'] as const;
    const topics = states.map((state, at) => aTopic({ id: `P0${at}`, state }));
    expect(column(plan({ source: { topics } }), 'topics', 'id')).toEqual(['P00']);
  });

  it('adds roles and holidays that are not there yet, and none of the year before', () => {
    const target = emptyYear('zh-CN', {
      roles: [{ email: 'a@example.org', role: 'admin' }],
      holidays: [aHoliday({ date: toDay('2027-01-01') })],
    });
    const source = {
      roles: [
        { email: 'a@example.org', role: 'viewer' as const },
        { email: 'b@example.org', role: 'clerk' as const },
      ],
      holidays: ['2026-12-31', '2027-01-01', '2027-02-05'].map((date) =>
        aHoliday({ date: toDay(date) }),
      ),
    };
    const planned = plan({ source, target });
    expect(column(planned, 'roles', 'email')).toEqual(['b@example.org']);
    expect(column(planned, 'holidays', 'date')).toEqual([dayToSerial(toDay('2027-02-05'))]);
  });

  it('replaces the initial statuses to the last cell', () => {
    const statuses = [aStatus({ code: 'present', label: '到', presence: null })];
    const target: Snapshot = aSnapshot(emptyYear());
    const changes = newYearChanges(target, plan({ source: { statuses } }), 'zh-CN');
    const written = changes.filter(
      (change) => 'sheetId' in change && change.sheetId === target.tables.statuses?.sheetId,
    );
    const blank = [null, null, null, null, null];
    expect(written).toMatchObject([
      {
        kind: 'writeCells',
        firstRow: 1,
        rows: [['present', '到', 1, '应到', null], ...Array.from({ length: 7 }, () => blank)],
      },
    ]);
  });

  it('leaves the initial list where the source has no rows', () => {
    const target = aSnapshot(emptyYear());
    const changes = newYearChanges(target, plan({ source: { statuses: [] } }), 'zh-CN');
    const sheetId = target.tables.statuses?.sheetId;
    expect(changes.some((change) => 'sheetId' in change && change.sheetId === sheetId)).toBe(false);
  });

  it('has each head of the budget once, without an amount; a session’s own lines are none', () => {
    const budget = [
      aBudgetLine({ planned: toCents(100), adjusted: toCents(5) }),
      aBudgetLine({ head: 'venue' }),
      aBudgetLine({ planned: toCents(300) }),
      aBudgetLine({ head: 'other', sessionId: 'S01' }),
      aBudgetLine({ head: 'materials', year: 2025 }),
    ];
    const planned = plan({ source: { budget } });
    expect(planned.tabs.find(({ key }) => key === 'budget')?.rows).toEqual([
      [2027, '师资费', 0],
      [2027, '培训场地费', 0],
    ]);
  });
});

describe('settings', () => {
  const source = {
    settings: [
      { name: '年度', value: '2026' },
      { name: '主办单位', value: '云溪区委组织部' },
      { name: '通知提前天数', value: '6' },
      { name: '点单开始', value: '2026-10-19' },
      { name: '语言', value: 'en' },
    ],
  };

  it('move the year on, and leave the round of orders and the language behind', () => {
    expect(plan({ source }).settings).toMatchObject({
      settings: [
        { key: 'organiser', value: '云溪区委组织部' },
        { key: 'noticeLeadDays', value: '6' },
        { key: 'year', value: '2027' },
      ],
      kept: [],
    });
  });

  it('stay where somebody changed them in the new workbook before', () => {
    const initial = settingRows(SETTING_KEYS, 'zh-CN').map((row) =>
      row['name'] === '主办单位' ? { ...row, value: '云溪区委党校' } : row,
    );
    const target = { ...emptyYear(), settings: aTable('settings', initial as []) };
    const { settings, kept } = plan({ source, target }).settings;
    expect([settings.map(({ key }) => key), kept]).toEqual([
      ['noticeLeadDays', 'year'],
      ['主办单位'],
    ]);
  });

  it('that the new workbook lacks are added', () => {
    const target = aSnapshot({ ...emptyYear(), settings: aTable('settings', []) });
    const changes = newYearChanges(target, plan({ source, target: target.tables }), 'zh-CN');
    const rows = changes.flatMap((change) =>
      change.kind === 'appendRows' && change.sheetId === target.tables.settings?.sheetId
        ? change.rows.map(([name, value]) => [name, value])
        : [],
    );
    expect(rows).toEqual([
      ['主办单位', '云溪区委组织部'],
      ['通知提前天数', '6'],
      ['年度', '2027'],
    ]);
  });
});

describe('a workbook with entries', () => {
  test.each(['zh-CN', 'zh-TW', 'en'] as const)('as set up in %s has none', (language) => {
    expect(plan({ target: emptyYear(language), language }).withEntries).toEqual([]);
  });

  it('has none either where an initial list was emptied', () => {
    const target = { ...emptyYear(), forbidden: aTable('forbidden', []) };
    expect(plan({ target }).withEntries).toEqual([]);
  });

  it('is named by its tabs, those with changed initial rows too', () => {
    const target = withCellIn(
      emptyYear('zh-CN', { attendance: [aMark()], roster: [member('R001')] }),
      { tab: 'statuses', row: 2, column: 'label' },
      '到课',
    );
    expect(plan({ target }).withEntries).toEqual(['考勤', '花名册', '考勤状态']);
  });

  it('lacks a column that a row needs', () => {
    const header = headerOf('roster').filter((label) => label !== '电话');
    const target = { ...emptyYear(), roster: aRawTable('roster', [header]) };
    const roster = [member('R001', { phone: '000-0000-0001' })];
    expect(plan({ source: { roster }, target }).missingColumns).toEqual(['“花名册”缺少“电话”。']);
    expect(plan({ source: { roster: [member('R001')] }, target }).missingColumns).toEqual([]);
  });
});

test.each([
  ['1AbC_d-9xyz1AbC_d-9xyz', '1AbC_d-9xyz1AbC_d-9xyz'],
  [' 1AbC_d-9xyz ', '1AbC_d-9xyz'],
  ['https://docs.google.com/spreadsheets/d/1AbC_d-9xyz/edit?gid=0#gid=0', '1AbC_d-9xyz'],
  ['https://docs.google.com/spreadsheets/u/0/d/1AbC_d-9xyz/edit', '1AbC_d-9xyz'],
  ['https://docs.google.com/a/example.org/spreadsheets/d/1AbC_d-9xyz', '1AbC_d-9xyz'],
])('the id in %s is %s', (typed, id) => {
  expect(spreadsheetIdIn(typed)).toBe(id);
});

describe('for any roster', () => {
  const days = fc.constantFrom(
    ...[null, '2025-06-30', '2026-12-30', '2026-12-31', '2027-01-01', '2027-12-31'],
  );
  interface Person {
    readonly id: number;
    readonly unitOrder: number;
    readonly personOrder: number;
    readonly to: string | null;
    /** In hundredths. */
    readonly hours: number;
  }
  const people: fc.Arbitrary<Person[]> = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      unitOrder: fc.integer({ min: 1, max: 5 }),
      personOrder: fc.integer({ min: 1, max: 5 }),
      to: days,
      hours: fc.integer({ min: 0, max: 40_000 }),
    }),
    { maxLength: 40 },
  );
  const sourceOf = (rows: readonly Person[]): Rows => ({
    roster: rows.map(({ id, to, unitOrder, personOrder }) =>
      member(`R${id}`, { to: to === null ? null : toDay(to), unitOrder, personOrder }),
    ),
    otherHours: rows.map(({ id, hours }) =>
      someOtherHours({ memberId: `R${id}`, hours: hours / 100, date: toDay('2026-05-15') }),
    ),
  });

  it('exactly the rows go on that are not over, in official order', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const planned = plan({ source: sourceOf(rows) });
        const ids = column(planned, 'roster', 'id');
        const expected = rows.filter(({ to }) => to === null || to >= '2027-01-01');
        expect([...ids].sort()).toEqual(expected.map(({ id }) => `R${id}`).sort());
        const orders = column(planned, 'roster', 'unitOrder').map(
          (unit, at) => Number(unit) * 10 + Number(column(planned, 'roster', 'personOrder')[at]),
        );
        expect(orders).toEqual(orders.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('no hour of a person who goes on is lost or counted twice', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const planned = plan({ source: sourceOf(rows) });
        const going = new Set(column(planned, 'roster', 'id'));
        const hundredths = new Map<string, number>();
        for (const { id, hours } of rows)
          if (going.has(`R${id}`) && hours > 0)
            hundredths.set(`R${id}`, (hundredths.get(`R${id}`) ?? 0) + hours);
        const carried = column(planned, 'otherHours', 'hours').map((hours) => Number(hours) * 100);
        const ids = column(planned, 'otherHours', 'memberId').map(String);
        const pairs = ids.map((id, at) => [id, Math.round(carried[at] ?? 0)] as const);
        expect(pairs.toSorted()).toEqual([...hundredths].toSorted());
      }),
      { numRuns: 50 },
    );
  });
});
