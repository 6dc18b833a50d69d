// The sample district: people exempt, marks that nobody can read and marks that are missing. All reports show one count.
import { describe, expect, test } from '@jest/globals';
import { countAttendance } from '#core/attendance/count-attendance';
import { headCounts } from '#core/attendance/head-counts';
import { dueCount, ratesOf } from '#core/attendance/tally';
import { settlementOf } from '#core/budget/settlement';
import { yearReport } from '#core/budget/year-sheet';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import type { Cell } from '#core/workbook/table';
import { sampleTables } from '#test/support/builders/sample-tables';
import { deliberateMistakes } from '#workbench/samples/deliberate-mistakes';

const tables = sampleTables(deliberateMistakes);
const { book } = readBook(tables, toDay('2026-11-28'));
const people = headCounts(book);
const YEAR = { from: toDay('2026-01-01'), to: toDay('2026-12-31') };

/** By session; the last one is the row of sums. */
const DUE = [111, 111, 111, 111, 110, 79, 110, 111, 111, 111, 1076];
const ATTENDED = [103, 93, 95, 99, 102, 70, 102, 99, 100, 96, 959];

describe('the sample district', () => {
  test('has the people due, attended and rate A of the year report', () => {
    const facts = { book, settings: book.settings, generatedAt: '2026-11-28 09:00' };
    const { sheet } = yearReport(2026, facts, people);
    const cellsOf = (label: string): Cell[] => {
      const at = sheet.columns.findIndex((column) => column.label === label);
      return sheet.rows.map((row) => row[at] ?? null);
    };
    expect(cellsOf('应到')).toEqual(DUE);
    expect(cellsOf('实到')).toEqual(ATTENDED);
    // 102/110, 70/79, 102/109 and 99/109 among them; all together 959/1072
    expect(cellsOf('成效（到课率A）')).toEqual([
      0.928, 0.845, 0.856, 0.892, 0.927, 0.886, 0.936, 0.908, 0.901, 0.865, 0.895,
    ]);
  });

  test('has the same in the attendance report', () => {
    const { sessions, overall, statuses } = countAttendance(tables, {
      period: YEAR,
      programme: YEAR,
    });
    const due = sessions.map(({ tally }) => dueCount(tally, statuses));
    const attended = sessions.map(({ tally }) => ratesOf(tally, statuses).a.numerator / 100);
    expect([...due, dueCount(overall, statuses)]).toEqual(DUE);
    expect([...attended, ratesOf(overall, statuses).a.numerator / 100]).toEqual(ATTENDED);
    expect(ratesOf(overall, statuses).a).toEqual({ numerator: 95_900, denominator: 107_200 });
  });

  test.each([
    ['S05', 110, 102], // one person is exempt
    ['S06', 79, 70],
    ['S07', 110, 102],
  ])('has the same in the settlement of %s', (id, due, attended) => {
    const settled = settlementOf(book, book.sessions.get(id)!, people);
    expect([settled?.due, settled?.attended]).toEqual([due, attended]);
  });
});

test('a session that cannot be counted limits nothing', () => {
  expect([people.due('S99'), people.attended('S99'), people.atMost('S99')]).toEqual([
    0,
    0,
    Infinity,
  ]);
});
