import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSpreadsheet } from '#test/support/a-spreadsheet';
import { resolveRange } from '#src/a1/resolve-range';
import { columnLetters } from '#src/a1/column-letters';
import { clearRange } from '#src/methods/clear-values-methods';
import { writeRange } from '#src/methods/write-values-methods';
import { Draft } from '#src/model/draft';
import type { Spreadsheet } from '#src/model/spreadsheet';
import { applyRequests } from '#src/requests/apply-requests';
import { enterRaw } from '#src/values/enter-value';
import { readValues } from '#src/values/read-values';

const ROWS = 8;
const COLUMNS = 5;
const NOW = new Date('2026-11-23T02:00:00Z');

type Value = string | number | boolean | null;
/** The simple model: a full table, '' where nothing is. */
type Table = (string | number | boolean)[][];

type Step =
  | { kind: 'write'; row: number; column: number; values: Value[][] }
  | { kind: 'clear' | 'format'; row: number; column: number; height: number; width: number }
  | { kind: 'insert' | 'delete'; row: number }
  | { kind: 'move'; row: number; to: number };

const row = fc.nat({ max: ROWS - 1 });
const column = fc.nat({ max: COLUMNS - 1 });
const value = fc.oneof(
  fc.constant(null),
  fc.constantFrom('', 'a', 'b'),
  fc.nat({ max: 9 }),
  fc.boolean(),
);
const values = fc.array(fc.array(value, { maxLength: COLUMNS }), { minLength: 1, maxLength: ROWS });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), row, column, values }),
  fc.record({
    kind: fc.constantFrom('clear' as const, 'format' as const),
    row,
    column,
    height: fc.integer({ min: 1, max: 3 }),
    width: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constantFrom('insert' as const, 'delete' as const), row }),
  fc.record({ kind: fc.constant('move' as const), row, to: fc.nat({ max: ROWS }) }),
);

const fits = ({
  row: top,
  column: left,
  values: input,
}: Extract<Step, { kind: 'write' }>): boolean =>
  top + input.length <= ROWS && input.every((line) => left + line.length <= COLUMNS);

function emptyRow(): Table[number] {
  return new Array<string>(COLUMNS).fill('');
}

function applyToModel(table: Table, one: Step): void {
  switch (one.kind) {
    case 'write':
      one.values.forEach((line, down) => {
        line.forEach((input, across) => {
          const cells = table[one.row + down];
          if (input !== null && cells !== undefined) cells[one.column + across] = input;
        });
      });
      return;
    case 'clear':
      for (const cells of table.slice(one.row, one.row + one.height)) {
        for (let at = one.column; at < Math.min(one.column + one.width, COLUMNS); at++)
          cells[at] = '';
      }
      return;
    case 'format':
      return;
    case 'insert':
      table.splice(one.row, 0, emptyRow());
      table.pop();
      return;
    case 'delete':
      table.splice(one.row, 1);
      table.push(emptyRow());
      return;
    case 'move': {
      const moved = table.splice(one.row, 1);
      table.splice(one.to > one.row ? one.to - 1 : one.to, 0, ...moved);
    }
  }
}

const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const cell = (top: number, left: number) => `${columnLetters(left)}${top + 1}`;

/** Inserting and deleting are followed by their opposite at the end, so that the grid keeps its size. */
function applyToDraft(draft: Draft, one: Step): void {
  switch (one.kind) {
    case 'write':
      writeRange(
        draft,
        resolveRange(draft, cell(one.row, one.column)),
        { values: one.values },
        enterRaw,
      );
      return;
    case 'clear': {
      const corner = cell(one.row + one.height - 1, one.column + one.width - 1);
      clearRange(draft, resolveRange(draft, `${cell(one.row, one.column)}:${corner}`));
      return;
    }
    case 'format': {
      const range = {
        startRowIndex: one.row,
        endRowIndex: one.row + one.height,
        startColumnIndex: one.column,
        endColumnIndex: one.column + one.width,
      };
      const format = { userEnteredFormat: { textFormat: { bold: true } } };
      applyRequests(draft, [{ repeatCell: { range, cell: format, fields: 'userEnteredFormat' } }]);
      return;
    }
    case 'insert':
      applyRequests(draft, [
        { insertDimension: { range: rows(one.row, one.row + 1) } },
        { deleteDimension: { range: rows(ROWS, ROWS + 1) } },
      ]);
      return;
    case 'delete':
      applyRequests(draft, [
        { deleteDimension: { range: rows(one.row, one.row + 1) } },
        { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } },
      ]);
      return;
    case 'move':
      applyRequests(draft, [
        { moveDimension: { source: rows(one.row, one.row + 1), destinationIndex: one.to } },
      ]);
  }
}

function tableOf(spreadsheet: Spreadsheet): Table {
  const [sheet] = spreadsheet.sheets;
  if (sheet === undefined) return [];
  const area = { startRow: 0, endRow: ROWS, startColumn: 0, endColumn: COLUMNS };
  const read = readValues(sheet, area, 'ROWS', {
    value: 'UNFORMATTED_VALUE',
    date: 'SERIAL_NUMBER',
  });
  return Array.from({ length: ROWS }, (_, at) =>
    [...(read[at] ?? []), ...emptyRow()].slice(0, COLUMNS),
  );
}

describe('writing', () => {
  test('does what a plain table would do, and earlier versions never change', () => {
    const property = fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const table: Table = Array.from({ length: ROWS }, emptyRow);
      let current: Spreadsheet = aSpreadsheet({ rowCount: ROWS, columnCount: COLUMNS });
      const versions: { spreadsheet: Spreadsheet; table: Table }[] = [];
      for (const one of steps) {
        if (one.kind === 'write' && !fits(one)) continue;
        const draft = new Draft(current, NOW);
        applyToDraft(draft, one);
        current = draft.finish();
        applyToModel(table, one);
        versions.push({ spreadsheet: current, table: table.map((cells) => [...cells]) });
      }
      for (const version of versions) expect(tableOf(version.spreadsheet)).toEqual(version.table);
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test('an abandoned draft leaves the version it came from as it was', () => {
    const property = fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const base = aSpreadsheet({ rowCount: ROWS, columnCount: COLUMNS });
      const first = new Draft(base, NOW);
      applyToDraft(first, {
        kind: 'write',
        row: 0,
        column: 0,
        values: [
          ['kept', 1],
          ['also', 2],
        ],
      });
      const kept = first.finish();
      const before = tableOf(kept);
      const abandoned = new Draft(kept, NOW);
      for (const one of steps) if (one.kind !== 'write' || fits(one)) applyToDraft(abandoned, one);
      expect(tableOf(kept)).toEqual(before);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
