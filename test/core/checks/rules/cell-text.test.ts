import { describe, expect, it, test } from '@jest/globals';
import { aMember } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aTable, aWorkbook, rowsIn, withCellIn, withRows } from '#test/support/builders/tables';
import type { Cell } from '#core/workbook/table';

const twoPeople = aWorkbook({
  roster: [aMember(), aMember({ id: 'R002', name: '沈国栋', unit: '区人大' })],
});
const withRoster = (column: string, cell: Cell) =>
  withCellIn(twoPeople, { tab: 'roster', row: 3, column }, cell);

describe('a cell that is understood but does not stand as it is compared', () => {
  test.each([
    ['name', '沈 国 栋', 'W31', '沈国栋'],
    ['name', '沈国栋\u3000', 'W31', '沈国栋'],
    ['id', ' R002', 'W31', 'R002'],
    ['phone', '138 0000 0000', 'W31', '13800000000'],
    ['phone', 13800000000, 'W30', '13800000000'],
    ['id', 1002, 'W30', '1002'],
  ])('%s %j is a note with the fix', (column, before, code, after) => {
    const [found, ...rest] = findingsIn(withRoster(column, before), '');
    const place = { tab: 'roster', row: 3, column };
    expect(found).toMatchObject({
      rule: { code, severity: 'info' },
      fix: { place, before, after, shown: after },
    });
    expect(rest).toEqual([]);
  });

  test.each([
    ['id', 1.40303e17],
    ['phone', 1.5],
  ])('%s %d has lost digits', (column, cell) => {
    const [found] = findingsIn(withRoster(column, cell), 'V34');
    expect(found).toMatchObject({ rule: { severity: 'error' }, column });
    expect(found?.fix).toBeUndefined();
  });

  it('is nothing where all ids are numbers', () => {
    const roster = aTable('roster', [aMember(), aMember({ name: '沈国栋', unit: '区人大' })]);
    const rows = rowsIn(roster).map((cells, index) =>
      index === 0 ? cells : [index, ...cells.slice(1)],
    );
    expect(placesIn({ ...twoPeople, roster: withRows(roster, rows) })).toEqual([]);
  });
});
