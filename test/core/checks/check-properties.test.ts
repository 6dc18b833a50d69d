import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkWorkbook } from '#core/checks/check-workbook';
import type { TabKey } from '#core/workbook/tab-keys';
import type { Cell, Table, Tables } from '#core/workbook/table';
import { sampleTables } from '#test/support/builders/sample-tables';
import { deliberateMistakes } from '#workbench/samples/deliberate-mistakes';
import { TODAY } from '#workbench/samples/sessions';
import { rowsIn, withRows } from '#test/support/builders/tables';

const tables = sampleTables(deliberateMistakes);

/** Each finding by its rule, column and the whole row it is about, whatever the row's number. */
function told(all: Tables): string[] {
  return checkWorkbook(all, TODAY)
    .findings.map(({ rule, tab, row, column }) => {
      const cells: readonly Cell[] = row === null ? [] : (rowsIn(all[tab])[row - 1] ?? []);
      return JSON.stringify([rule.code, rule.message.en, tab, column, cells]);
    })
    .sort();
}

function shuffled(table: Table, seed: readonly number[]): Table {
  const [header = [], ...rows] = rowsIn(table);
  const order = rows.map((row, index) => ({
    row,
    key: seed[index % seed.length]! + index * 0.618 * seed.length,
  }));
  order.sort((a, b) => (a.key % 1000) - (b.key % 1000));
  return withRows(table, [header, ...order.map(({ row }) => row)]);
}

describe('the check', () => {
  it('finds the same whatever the order of the rows', () => {
    const expected = told(tables);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 3, maxLength: 40 }),
        (seed) => {
          const mixed: Partial<Record<TabKey, Table>> = {};
          for (const [key, table] of Object.entries(tables))
            // Of the approvers the first that applies decides: their order means something.
            mixed[key as TabKey] = key === 'approvers' ? table : shuffled(table, seed);
          expect(told(mixed)).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('finds the same whatever the order of the columns, and leaves a clerk’s own column alone', () => {
    const turned: Partial<Record<TabKey, Table>> = {};
    for (const [key, table] of Object.entries(tables)) {
      const width = rowsIn(table)[0]?.length ?? 0;
      const rows = rowsIn(table).map((cells, index) => [
        index === 0 ? '自用' : '备忘',
        ...Array.from({ length: width }, (_, at) => cells[width - 1 - at] ?? ''),
      ]);
      turned[key as TabKey] = withRows(table, rows);
    }
    const places = (all: Tables): string[] =>
      checkWorkbook(all, TODAY).findings.map(
        ({ rule, tab, row, column }) => `${rule.code} ${tab} ${String(row)} ${String(column)}`,
      );
    expect(places(turned)).toEqual(places(tables));
  });

  it('changes nothing it was given', () => {
    const before = JSON.stringify(tables);
    checkWorkbook(tables, TODAY);
    expect(JSON.stringify(tables)).toBe(before);
  });
});
