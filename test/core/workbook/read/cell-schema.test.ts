import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, clockTimeOf, toDay } from '#core/calendar/day';
import { foldWord } from '#core/text/clean';
import { LANGUAGES } from '#core/text/language';
import { toCents } from '#core/money/cents';
import { cellSchema, choiceSchema } from '#core/workbook/read/cell-schema';
import { codesByWord } from '#core/workbook/codes-by-word';
import type { CellKind, ChoiceColumn } from '#core/workbook/column';
import { parseTable } from '#core/workbook/read/parse-table';
import type { Tab } from '#core/workbook/tab';
import type { Cell } from '#core/workbook/table';
import { TABS } from '#core/workbook/tabs/index';
import { anExpense, aMember, aSession } from '#test/support/builders/rows';
import { aTable } from '#test/support/builders/tables';

const REFUSED = Symbol('refused');

describe('a cell', () => {
  test.each<[CellKind, Cell, unknown]>([
    ['text', ' 区委  礼堂 ', '区委 礼堂'],
    ['text', 12, '12'],
    ['text', '=1+1', '=1+1'],
    ['text', '#REF!', REFUSED],
    ['text', 'a\u0007b', REFUSED],
    ['text', 'a\nb', 'a b'],
    ['text', '长'.repeat(2000), '长'.repeat(2000)],
    ['text', '长'.repeat(2001), REFUSED],
    ['id', 'R 001', 'R001'],
    ['id', 1, '1'],
    ['id', 'R\u202E001', REFUSED],
    ['id', 'R\u200D001', 'R001'],
    ['id', 'R\u{E0041}001', REFUSED],
    ['id', '\u2066R001\u2069', 'R001'],
    ['phone', '\u202D138 0000 0000\u202C', '13800000000'],
    ['phone', '\u200E13800000000\u200F', '13800000000'],
    ['phone', '138\u00AD0000\u20600000', '13800000000'],
    ['email', '\u200Ba@example.org\uFEFF', 'a@example.org'],
    ['email', 'a\u200C@example\u200D.org', 'a@example.org'],
    ['day', '\u200E2026-03-06\u200E', '2026-03-06'],
    ['time', '14:30\u200B', '14:30'],
    ['yesNo', '\uFEFF是', true],
    ['name', '葛\u{E0100}某', '葛某'],
    ['name', '周\u200B文\u2060远', '周文远'],
    ['text', '区\u200B委\u200E 礼堂', '区委 礼堂'],
    ['text', '👩\u200D💻 讲座 ❤\uFE0F', '👩\u200D💻 讲座 ❤\uFE0F'],
    ['name', '某\u3000某', '某某'],
    ['name', '買買提·吐尔逊', '買買提·吐尔逊'],
    ['name', 'John  Smith', 'John Smith'],
    ['name', '買買提•吐尔逊', '買買提·吐尔逊'],
    ['email', ' A@Example.org ', 'a@example.org'],
    ['email', 'a@b', REFUSED],
    ['email', 'a@example.org, b@example.org', REFUSED],
    ['phone', 13800000000, '13800000000'],
    ['day', 46087, '2026-03-06'],
    ['day', 46087.604, '2026-03-06'],
    ['day', '2026-03-06', '2026-03-06'],
    ['day', '2026-02-30', REFUSED],
    ['day', '2026.3.6', REFUSED],
    ['day', -5, REFUSED],
    ['day', 6.26, REFUSED], // 26 June typed as a number; as a serial number a day of January 1900
    ['day', 1226, REFUSED],
    ['day', 18263, REFUSED],
    ['day', 18264, '1950-01-01'],
    ['time', 0.604166667, '14:30'],
    ['time', '14:30', '14:30'],
    ['time', 0, '00:00'],
    ['time', 1, REFUSED],
    ['time', '24:00', REFUSED],
    ['integer', 3, 3],
    ['integer', 3.5, REFUSED],
    ['integer', '3', REFUSED],
    ['decimal', Number.NaN, REFUSED],
    ['percent', 1, 1],
    ['percent', 1.01, REFUSED],
    ['money', 3550, 355_000],
    ['money', 0.1 + 0.2, 30],
    ['money', 1.005, REFUSED],
    ['money', 1e9, REFUSED],
    ['yesNo', true, true],
    ['yesNo', '是', true],
    ['yesNo', '×', false],
    ['yesNo', 0, false],
    ['yesNo', 1, true],
    ['yesNo', 2, REFUSED],
    ['yesNo', '0', false],
    ['yesNo', '也许', REFUSED],
  ])('of kind %s holding %j is %p', (kind, cell, expected) => {
    const result = cellSchema(kind).schema.safeParse(cell);
    expect(result.success ? result.data : REFUSED).toEqual(expected);
  });
});

describe('a choice', () => {
  const { schema } = choiceSchema(TABS.roster.columns.category);

  test.each(LANGUAGES)('is known by its words in %s', (language) => {
    for (const [code, words] of Object.entries(TABS.roster.columns.category.choices))
      expect(schema.parse(` ${words[language]} `)).toBe(code);
  });

  it('is known by its code, and nothing else is a choice', () => {
    expect(schema.parse('Justice')).toBe('justice');
    for (const cell of ['constructor', '__proto__', '', 'x', 1, true])
      expect(schema.safeParse(cell).success).toBe(false);
  });
});

describe('a choice whose English word changed', () => {
  const { expenses, replies, otherHours, standards } = TABS;
  const { item } = standards.columns;
  test.each([
    [expenses.columns.taxBasis, 'With the month', 'Combined with month', 'month'],
    [expenses.columns.taxBasis, 'Separately', 'Separate', 'separate'],
    [replies.columns.answer, 'Asks for leave', 'Requests leave', 'leave'],
    [otherHours.columns.kind, 'Earlier sum', 'Earlier total', 'earlier'],
    [item, 'Uplift for far-away lecturers', 'Uplift for lecturers from out of town', 'farUplift'],
    [item, 'Days a half-day counts as', 'Half-day factor (days)', 'halfDayDays'],
    [item, 'Hours to reach each year', 'Yearly hours target', 'hoursYearly'],
    [item, 'Hours to reach in five years', 'Five-year hours target', 'hoursFiveYears'],
  ])(
    '%# is read from its former word and from the present one',
    (column, former, present, code) => {
      const { choices }: ChoiceColumn = column;
      for (const word of [former, ` ${former.toUpperCase()}`, present])
        expect(choiceSchema(column).schema.parse(word)).toBe(code);
      expect(choices[code]?.en).toBe(present);
    },
  );

  it('has former words of declared choices only, and none means another choice now', () => {
    const columns = Object.values<Tab>(TABS).flatMap(({ columns: all }) => Object.values(all));
    const former = columns.flatMap((column) =>
      column.kind === 'choice'
        ? Object.entries(column.formerWords ?? {}).map((entry) => ({ column, entry }))
        : [],
    );
    expect(former.flatMap(({ entry: [, words] }) => words)).toHaveLength(8);
    for (const { column, entry } of former) {
      const [code, words] = entry;
      const present = codesByWord({ choices: column.choices });
      expect(Object.keys(column.choices)).toContain(code);
      for (const word of words) expect(present.get(foldWord(word)) ?? code).toBe(code);
    }
  });
});

describe('a row that is written', () => {
  const days = fc
    .integer({ min: 0, max: 40_000 })
    .map((count) => addDays(toDay('1990-01-01'), count));
  const times = fc.integer({ min: 0, max: 1439 }).map(clockTimeOf);
  const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(toCents);

  it('reads back the same in every language', () => {
    fc.assert(
      fc.property(
        days,
        times,
        cents,
        fc.constantFrom(...LANGUAGES),
        (date, start, amount, language) => {
          const session = aSession({ date, start, state: 'held', taughtHours: 2.5 });
          const member = aMember({ from: date, notify: false, category: 'justice' });
          const expense = anExpense({ amount, net: null });
          expect(
            parseTable(TABS.schedule, aTable('schedule', [session], language)).entries[0]?.whole,
          ).toEqual(session);
          expect(
            parseTable(TABS.roster, aTable('roster', [member], language)).entries[0]?.whole,
          ).toEqual(member);
          expect(
            parseTable(TABS.expenses, aTable('expenses', [expense], language)).entries[0]?.whole,
          ).toEqual(expense);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const PLAIN_KINDS: readonly CellKind[] = ['text', 'id', 'name', 'phone', 'integer', 'decimal'];

describe('a cell recognised as plain at once', () => {
  test.each(PLAIN_KINDS)('is one that the schema of %s takes as it stands', (kind) => {
    const { schema, isPlain } = cellSchema(kind);
    const word = fc.string({
      unit: fc.constantFrom('R', '7', '周', '-', '_', ' ', '#', 'é', '\u3000'),
    });
    fc.assert(
      fc.property(fc.oneof(word, fc.string(), fc.double(), fc.integer(), fc.boolean()), (cell) => {
        if (isPlain?.(cell) !== true) return;
        expect(schema.safeParse(cell)).toEqual({ success: true, data: cell });
      }),
    );
  });

  it.each<[CellKind, Cell, boolean]>([
    ['id', 'R-001_a', true],
    ['name', '周文远', true],
    ['name', '周 文远', false],
    ['text', '#REF!', false],
    ['text', '', false],
    ['id', 7, false],
    ['integer', 7, true],
    ['integer', 7.5, false],
    ['decimal', Infinity, false],
  ])('%s %p: %p', (kind, cell, expected) => {
    expect(cellSchema(kind).isPlain?.(cell)).toBe(expected);
  });
});
