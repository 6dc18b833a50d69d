// Whatever the workbooks hold: the tables of the roll-up are the sum of the workbooks' own reports, to the last person and hour.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { dueCount, ratesOf, type Tally } from '#core/attendance/tally';
import { toDay } from '#core/calendar/day';
import { buildHoursLedger } from '#core/hours/hours-ledger';
import { HOUR } from '#core/hours/hours-line';
import { hoursTargets } from '#core/hours/hours-target';
import { readBook } from '#core/model/book';
import type { Status } from '#core/model/statuses';
import { workbookFacts } from '#core/roll-up/workbook-facts';
import type { Tables } from '#core/workbook/table';
import { folderStore } from '#functions/adapters/facts/folder-store';
import { saveFacts } from '#functions/app/roll-up/save-facts';
import {
  drawnTables,
  drawnWorkbook,
  fullyMarkedWorkbook,
} from '#test/support/builders/drawn-workbook';
import { sampleTables } from '#test/support/builders/sample-tables';
import { rowsIn } from '#test/support/builders/tables';
import { deliberateMistakes } from '#workbench/samples/deliberate-mistakes';
import { openFacts } from '../../../scripts/roll-up/open-facts';
import {
  columnOf,
  reportTables,
  type ColumnName,
  type TableName,
} from '../../../scripts/roll-up/report-tables';
import { count } from '../../core/attendance/counting';

const SQL = join(__dirname, '../../../scripts/roll-up/sql');

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'roll-up-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

interface District {
  readonly name: string;
  /** One of its workbooks, whose id is its position among all. */
  readonly tables: Tables;
}

/** As a night does. */
async function save(districts: readonly District[]): Promise<void> {
  for (const [at, { name, tables }] of districts.entries()) {
    const { book } = readBook(tables, toDay('2026-12-31'));
    const workbook = `workbook-${at}`;
    const facts = workbookFacts(book, { workbook, district: name, region: '某市' });
    await saveFacts(folderStore(folder), workbook, facts);
  }
}

interface Figures {
  readonly due: number;
  readonly attended: number;
  readonly notRecorded: number;
  readonly unclear: number;
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

const NONE: Figures = { due: 0, attended: 0, notRecorded: 0, unclear: 0, a: [0, 0], b: [0, 0] };

function figuresOf(tally: Tally, statuses: readonly Status[]): Figures {
  const { a, b } = ratesOf(tally, statuses);
  return {
    due: dueCount(tally, statuses),
    attended: statuses.reduce(
      (sum, status, at) => sum + (status.attended ? (tally.counts[at] ?? 0) : 0),
      0,
    ),
    notRecorded: tally.notRecorded,
    unclear: tally.unclear,
    a: [a.numerator, a.denominator],
    b: [b.numerator, b.denominator],
  };
}

const add = (one: Figures, other: Figures): Figures => ({
  due: one.due + other.due,
  attended: one.attended + other.attended,
  notRecorded: one.notRecorded + other.notRecorded,
  unclear: one.unclear + other.unclear,
  a: [one.a[0] + other.a[0], one.a[1] + other.a[1]],
  b: [one.b[0] + other.b[0], one.b[1] + other.b[1]],
});

/** The lines of the workbooks' own reports, added up by `key`. Months without anybody invited are in no table. */
function ownSums(
  districts: readonly District[],
  key: (district: string, month: string) => string,
): Map<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const { name, tables } of districts) {
    const { months, statuses } = count(tables);
    for (const { key: month, tally } of months) {
      const at = key(name, month);
      sums.set(at, add(sums.get(at) ?? NONE, figuresOf(tally, statuses)));
    }
  }
  return sums;
}

/** Of all people of 2026, in ten-thousandths of an hour. */
function ownHours(districts: readonly District[]): number {
  const year = 2026;
  return districts
    .flatMap(({ tables }) => {
      const data = readAttendanceData(tables);
      return buildHoursLedger({ data, other: [], targets: hoursTargets(undefined, year) }, year);
    })
    .reduce((sum, { credited }) => sum + credited, 0);
}

const quotient = ([numerator, denominator]: Figures['a']): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** Every table, whose lines can be asked for by their columns. */
async function openTables() {
  const facts = await openFacts(folder);
  try {
    const tables = await reportTables(facts.connection, { folder: SQL, language: 'zh-CN' });
    return (name: TableName, columns: readonly ColumnName[]) => {
      const values = columns.map((column) => columnOf(tables[name], column));
      return tables[name].rows.map((_, row) => values.map((value) => value[row]));
    };
  } finally {
    facts.close();
  }
}

const sorted = (lines: readonly (readonly unknown[])[]): string[] =>
  lines.map((line) => JSON.stringify(line)).toSorted();

async function expectEqual(districts: readonly District[]): Promise<void> {
  // A workbook without a held session has no file.
  const own = ownSums(districts, (district, month) => JSON.stringify([district, month]));
  if ((await readdir(folder)).length === 0) {
    expect([...own.values()].filter(({ due }) => due > 0)).toEqual([]);
    return;
  }
  const lines = [...own].map(([key, figures]) => {
    const { due, attended, notRecorded, unclear, a, b } = figures;
    const place = JSON.parse(key) as string[]; // as the key is made
    return [...place, due, attended, notRecorded, unclear, quotient(a), quotient(b)];
  });
  const linesOf = await openTables();
  const counts = ['due', 'attended', 'notRecorded', 'unclear', 'rateA', 'rateB'] as const;
  const shown = linesOf('districts-by-month', ['district', 'month', ...counts]);
  // A month in which nobody was invited has no facts, and nothing but noughts in the reports.
  const isEmpty = (line: readonly unknown[]): boolean => line.slice(2).every((value) => !value);
  expect(sorted(shown.filter((line) => !isEmpty(line)))).toEqual(
    sorted(lines.filter((line) => !isEmpty(line))),
  );

  const rates = ['due', 'attended', 'rateA', 'rateB'] as const;
  const ranked = [...ownSums(districts, (district) => district)].filter(([, { a }]) => a[1] > 0);
  const place = (figures: Figures): number =>
    1 + ranked.filter(([, { a }]) => a[0] * figures.a[1] > figures.a[0] * a[1]).length;
  expect(sorted(linesOf('ranking', ['place', 'district', ...rates]))).toEqual(
    sorted(
      ranked.map(([district, figures]) => {
        const { due, attended, a, b } = figures;
        return [place(figures), district, due, attended, quotient(a), quotient(b)];
      }),
    ),
  );

  const months = ownSums(districts, (_, month) => month);
  const trend = linesOf('trend', ['month', ...rates]);
  expect(sorted(trend.filter((line) => line.slice(1).some((value) => Boolean(value))))).toEqual(
    sorted(
      [...months]
        .map(([month, { due, attended, a, b }]) => [month, due, attended, quotient(a), quotient(b)])
        .filter((line) => line.slice(1).some((value) => Boolean(value))),
    ),
  );
  const hours = linesOf('trend', ['hours']).flat();
  const tenThousandths = hours.reduce<number>(
    (sum, one) => sum + Math.round(Number(one) * HOUR),
    0,
  );
  expect(tenThousandths).toBe(ownHours(districts));
}

const anyTables = fc.oneof(drawnWorkbook, fullyMarkedWorkbook).map(drawnTables);
const district = fc.record({
  name: fc.constantFrom('甲区', '乙区'),
  tables: anyTables,
});

describe('any workbooks', () => {
  test('add up to the sum of their own reports, also after their schedules changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(district, anyTables), { minLength: 2, maxLength: 4 }),
        async (drawn) => {
          for (const name of await readdir(folder)) await rm(join(folder, name));
          const before = drawn.map(([one]) => one);
          await save(before);
          await expectEqual(before);
          // Other sessions, people and marks in the same workbooks: nothing of before is left.
          const after = drawn.map(([{ name }, tables]) => ({ name, tables }));
          await save(after);
          await save(after);
          await expectEqual(after);
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  }, 600_000);
});

async function contents(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of await readdir(folder))
    files.set(name, await readFile(join(folder, name), 'utf8'));
  return files;
}

describe('the sample', () => {
  const SAMPLE = sampleTables([]);
  const districts: readonly District[] = [
    { name: '甲区', tables: SAMPLE },
    // Its entries are wrong in many places.
    { name: '乙区', tables: sampleTables(deliberateMistakes) },
    { name: '甲区', tables: SAMPLE },
  ];

  test('with and without mistakes adds up, and a repeated night changes nothing', async () => {
    await save(districts);
    await expectEqual(districts);
    const before = await contents();
    expect(before.size).toBe(39);
    await save(districts);
    expect(await contents()).toEqual(before);
  });

  test('no file has a name, id, unit, address or telephone of anybody', async () => {
    await save(districts);
    const kept = [...(await contents())].flat().join();
    const { roster, speakers } = SAMPLE;
    const words = [roster, speakers].flatMap((table) => {
      const [header = [], ...rows] = rowsIn(table);
      const columns = ['编号', '姓名', '单位', '职务', '邮箱', '电话'].map((label) =>
        header.indexOf(label),
      );
      return rows.flatMap((row) => columns.map((at) => String(row[at] ?? '')));
    });
    const people = [...new Set(words.filter((word) => word !== ''))];
    expect(people.length).toBeGreaterThan(200);
    expect(people.filter((word) => kept.includes(word))).toEqual([]);
    expect(kept).toContain('"kind":"spent"');
  });
});
