import { expect, it } from '@jest/globals';
import { newSheet } from '#src/model/defaults';
import { restoreSheet, serializeSheet } from '#src/store/stored-sheet';

const stored = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as Stored;
interface Stored {
  rows: unknown[];
  [part: string]: unknown;
}
type Json = Parameters<typeof restoreSheet>[0];

it('rows that are one and rows without anything are written as their number', () => {
  const sheet = newSheet({ sheetId: 0, title: 'S', index: 0 });
  sheet.grid.setRow(0, ['a']);
  sheet.grid.setRow(1, [null, 'b']);
  sheet.grid.repeatRow(1, 2, 5);
  sheet.grid.setRow(1_000_000, ['far']);
  const written = stored(serializeSheet(sheet));
  expect(written.rows).toEqual([['a'], [null, 'b'], 3, -999_995, ['far']]);
  const { grid } = restoreSheet(written as Json);
  expect(grid.height).toBe(1_000_001);
  expect([0, 1, 4, 5, 1_000_000].map((row) => grid.row(row))).toEqual([
    ['a'],
    [null, 'b'],
    [null, 'b'],
    [],
    ['far'],
  ]);
  expect(grid.row(4)).toBe(grid.row(1));
});

it('an empty row that an earlier version wrote as 0 is one row', () => {
  const sheet = newSheet({ sheetId: 0, title: 'S', index: 0 });
  const written = { ...stored(serializeSheet(sheet)), rows: [['a'], 0, 0, ['b'], 1] } as Json;
  const { grid } = restoreSheet(written);
  expect([0, 1, 2, 3, 4].map((row) => grid.row(row))).toEqual([['a'], [], [], ['b'], ['b']]);
});

it('a pivot table and what it shows are kept', () => {
  const sheet = newSheet({ sheetId: 0, title: 'S', index: 0 });
  const pivotTable = { source: { sheetId: 0 }, rows: [{ sourceColumnOffset: 0 }] };
  const first = { value: 'Unit', pivotTable, isPivoted: true } as const;
  const below = { value: 'North', isPivoted: true } as const;
  sheet.grid.setCell(0, 5, first);
  sheet.grid.setCell(1, 5, below);
  const { grid } = restoreSheet(stored(serializeSheet(sheet)) as Json);
  expect([grid.cell(0, 5), grid.cell(1, 5)]).toEqual([first, below]);
});
