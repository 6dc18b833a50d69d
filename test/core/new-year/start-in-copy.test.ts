// Which rows of a copy go, which stay, and where: the clerk's own lines, blank rows, and a tab without room.
import { expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { planNewYear } from '#core/new-year/plan-new-year';
import { lastYearsPart, startInCopy } from '#core/new-year/start-in-copy';
import type { Snapshot, TabPlace } from '#core/workbook/snapshot';
import type { Cell, Tables } from '#core/workbook/table';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aTable, rowsIn, withRows } from '#test/support/builders/tables';
import { emptyYear, member } from './planned-year';

/** The roster after these lines became the copy's: header, entries in any order, and whatever else stands between them. */
function rosterAfter(lines: (cells: (id: string) => Cell[]) => Cell[][], rowCount = 1000) {
  const table = aTable('roster', [
    member('R1', { name: '周文远', unitOrder: 10, personOrder: 10 }),
    member('R2', { name: '沈国栋', unitOrder: 10, personOrder: 20 }),
    member('R3', { name: '李敏', to: toDay('2026-06-30') }),
  ]);
  const rows = rowsIn(table).map((row) => [...row]);
  const [header = []] = rows;
  const cellsOf = (id: string): Cell[] => rows.find(([first]) => first === id) ?? [];
  const roster = withRows(table, [header, ...lines(cellsOf)]);
  const tables: Tables = { ...emptyYear(), roster };
  const { sheetId } = table;
  const place: TabPlace = {
    ...{ sheetId, title: '花名册', index: 0, rowCount, columnCount: 30, key: 'roster' },
    ...{ layout: null, chartIds: [], protectedRangeIds: [], colorWords: [], hasHighlights: false },
  };
  const copy: Snapshot = { ...aSnapshot(tables), places: [place] };
  const query = { source: copy, target: null, year: 2027, today: toDay('2026-12-31') };
  const plan = planNewYear({ ...query, language: 'zh-CN' });
  const { changes, after } = startInCopy(copy, plan, 'zh-CN');
  return {
    kinds: changes.flatMap((one) => ('sheetId' in one && one.sheetId === sheetId ? one.kind : [])),
    ids: after.tables.roster
      ? rowsIn(after.tables.roster)
          .map(([first = '']) => first)
          .slice(1)
      : [],
  };
}

test('only reports and sign-in sheets are deleted: a tab that a later version declares stays', () => {
  const place = (sheetId: number, key: string | null): TabPlace => ({
    ...{ sheetId, title: `T${sheetId}`, index: sheetId, rowCount: 10, columnCount: 5, key },
    ...{ layout: null, chartIds: [], protectedRangeIds: [], colorWords: [], hasHighlights: false },
  });
  const keys = ['report-hours', 'sign-in-S05', 'reportage', 'tab-of-a-later-version', null];
  const places = keys.map((key, at) => place(9001 + at, key));
  const copy: Snapshot = { ...aSnapshot(emptyYear()), places };
  const query = { source: copy, target: null, year: 2027, today: toDay('2026-12-31') };
  const plan = planNewYear({ ...query, language: 'zh-CN' });
  expect(lastYearsPart(copy, plan).reports).toEqual(['T9001', 'T9002']);
  expect(startInCopy(copy, plan, 'zh-CN').deletedIds).toEqual([9001, 9002]);
});

test('a roster that is in order and complete is not touched', () => {
  const { kinds, ids } = rosterAfter((of) => [of('R1'), of('R2')]);
  expect([kinds, ids]).toEqual([[], ['R1', 'R2']]);
});

test('who left goes, the others come into the official order, and blank rows below them', () => {
  const { kinds, ids } = rosterAfter((of) => [of('R3'), of('R2'), [], of('R1')]);
  expect([kinds, ids]).toEqual([['arrangeRows'], ['R1', 'R2', '']]);
});

test('a line of the clerk’s own, beside Lectern’s columns, stays below the entries', () => {
  const own = [...Array.from({ length: 20 }, () => ''), '以上为在册人员'];
  const { ids } = rosterAfter((of) => [of('R1'), own, of('R2'), of('R3')]);
  expect(ids).toEqual(['R1', 'R2', '']);
});

test('a tab without a blank row gets some before rows are deleted: Google deletes no last one', () => {
  const { kinds } = rosterAfter((of) => [of('R3')], 2);
  expect(kinds).toEqual(['growTab', 'arrangeRows']);
});
