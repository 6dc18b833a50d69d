import { describe, expect, it, test } from '@jest/globals';
import { countSeverities } from '#core/checks/count-severities';
import type { Cell } from '#core/workbook/table';
import type { TabKey } from '#core/workbook/tab-keys';
import { aMark, aMember, anExpense, aSession, aSpeaker } from '#test/support/builders/rows';
import { findingsIn } from '#test/support/builders/places';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const tables = aWorkbook({
  roster: [aMember()],
  speakers: [aSpeaker()],
  schedule: [aSession()],
  attendance: [aMark()],
  expenses: [anExpense()],
  settings: [{ name: '年度', value: '2026' }],
});

describe('a refused cell that can be understood', () => {
  test.each<[TabKey, string, Cell, Cell, string]>([
    ['schedule', 'date', '2026年3月6日', 46087, '2026-03-06'],
    ['schedule', 'date', '3月6日', 46087, '2026-03-06'],
    ['schedule', 'start', '14：30', 14.5 / 24, '14:30'],
    ['schedule', 'taughtHours', '３', 3, '3'],
    ['attendance', 'minutesMissed', '5分钟', 5, '5'],
    ['expenses', 'amount', '3,550.00元', 3550, '3550'],
    ['roster', 'email', 'r001＠example.org', 'r001@example.org', 'r001@example.org'],
  ])('in %s %s, %j, carries what would be written', (...row) => {
    const [tab, column, before, after, shown] = row;
    const place = { tab, row: 2, column };
    const found = findingsIn(withCellIn(tables, place, before), '').filter(
      (one) => one.tab === tab && one.column === column,
    );
    expect(found.map(({ fix }) => fix)).toEqual([{ place, before, after, shown }]);
  });

  it('is corrected by its fix', () => {
    const place = { tab: 'schedule', row: 2, column: 'date' } as const;
    const broken = withCellIn(tables, place, '2026.3.6');
    const [found] = findingsIn(broken, 'V01');
    expect(findingsIn(withCellIn(broken, place, found?.fix?.after ?? null), '')).toEqual([]);
  });
});

describe('a row without an ID', () => {
  const two = aWorkbook({
    roster: [
      aMember({ id: 'M009' }),
      aMember({ id: 'M010', name: '沈国栋' }),
      aMember({ id: 'X', name: '李明' }),
    ],
    speakers: [aSpeaker()],
    schedule: [aSession({ id: 'S09' }), aSession({ id: 'S10' })],
    expenses: [anExpense({ id: 'E099' })],
    contacts: [{ id: 'C1', name: '甲', receives: 'digest' }],
  });
  const offered = (blank: readonly (readonly [TabKey, number])[], from = two) =>
    findingsIn(
      blank.reduce((all, [tab, row]) => withCellIn(all, { tab, row, column: 'id' }, ''), from),
      'W04',
    )
      .filter(({ column }) => column === 'id')
      .map(({ tab, row, fix }) => [tab, row, fix?.shown ?? null]);

  test.each<[TabKey, number, string | null]>([
    ['roster', 3, 'M010'],
    ['schedule', 2, 'S11'],
    ['schedule', 3, 'S10'],
    // The tab has no other number yet.
    ['expenses', 2, 'E001'],
    ['contacts', 2, 'C001'],
    ['speakers', 2, 'P001'],
  ])('%s %d is offered the next free one: %s', (tab, row, id) => {
    expect(offered([[tab, row]])).toEqual([[tab, row, id]]);
  });

  it('is offered another one than the next row', () => {
    expect(
      offered([
        ['roster', 3],
        ['roster', 4],
      ]),
    ).toEqual([
      ['roster', 3, 'M010'],
      ['roster', 4, 'M011'],
    ]);
  });

  it('is offered none where the name is on the roster with an ID, which may be meant', () => {
    const same = aWorkbook({ roster: [aMember({ id: 'M009' }), aMember({ id: 'M010' })] });
    expect(offered([['roster', 3]], same)).toEqual([['roster', 3, null]]);
  });

  it('is corrected by it', () => {
    const broken = withCellIn(two, { tab: 'roster', row: 3, column: 'id' }, '');
    const [found] = findingsIn(broken, 'W04');
    const after = found?.fix?.after ?? null;
    expect(
      findingsIn(withCellIn(broken, { tab: 'roster', row: 3, column: 'id' }, after), 'W04'),
    ).toEqual([]);
  });
});

describe('a refused cell that cannot be understood', () => {
  it('carries no fix', () => {
    for (const cell of ['下周五', '2026.2.30', '#REF!', true]) {
      const [found] = findingsIn(
        withCellIn(tables, { tab: 'schedule', row: 2, column: 'date' }, cell),
        'V01',
      );
      expect(found).toBeDefined();
      expect(found?.fix).toBeUndefined();
    }
  });
});

describe('entries as they come from elsewhere', () => {
  const found = (cells: readonly (readonly [TabKey, string, Cell])[]) =>
    findingsIn(
      cells.reduce(
        (all, [tab, column, cell]) => withCellIn(all, { tab, row: 2, column }, cell),
        tables,
      ),
      '',
    ).map(({ rule, column, value, fix }) => [rule.code, column, value, fix?.shown ?? null]);

  test('start and end in one cell fill both', () => {
    const both = [
      ['schedule', 'start', '14:30-17:00'],
      ['schedule', 'end', ''],
    ] as const;
    expect(found(both)).toEqual([
      ['W08', 'start', '14:30-17:00', '14:30'],
      ['W04', 'end', '', '17:00'],
    ]);
    expect(found([['schedule', 'end', '14:30-17:00']])).toEqual([
      ['W08', 'end', '14:30-17:00', '17:00'],
    ]);
  });

  test('of two addresses one can be chosen', () => {
    const value = 'a@example.org、b@example.org';
    expect(found([['roster', 'email', value]])).toEqual([
      ['W07', 'email', value, 'a@example.org'],
      ['W07', 'email', value, 'b@example.org'],
    ]);
  });

  test('a cell with three addresses counts as one error', () => {
    const value = 'a@example.org、b@example.org、c@example.org';
    const place = { tab: 'roster', row: 2, column: 'email' } as const;
    const findings = findingsIn(withCellIn(tables, place, value), '');
    expect(findings).toHaveLength(3);
    expect(countSeverities(findings)).toEqual({ error: 1, warning: 0, info: 0 });
  });

  test.each<[string, Cell, (string | null)[][]]>([
    ['phone', '1.39E+10', [['V34', 'phone', '1.39E+10', null]]],
    ['phone', '1.39e+10', [['V34', 'phone', '1.39e+10', null]]],
    ['phone', '13900000000', []],
    ['name', 12, [['W34', 'name', '12', null]]],
    ['name', '20260306', [['W34', 'name', '20260306', null]]],
    ['name', '周文远2', []],
  ])('a %s of %j is told of', (column, cell, expected) => {
    expect(found([['roster', column, cell]])).toEqual(expected);
  });

  test('an identity number that was shortened or rounded is told of, and not shown', () => {
    expect(found([['speakers', 'idNumber', '1.10105E+17']]).map(([code]) => code)).toContain('V34');
    expect(found([['speakers', 'idNumber', 110105194912310020]]).map(([code]) => code)).toContain(
      'V34',
    );
  });
});
