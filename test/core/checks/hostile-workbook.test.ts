import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { checkWorkbook } from '#core/checks/check-workbook';
import { renderFinding } from '#core/workbook/finding';
import { LANGUAGES } from '#core/text/language';
import { ALL_TAB_KEYS, TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { Cell, Table, Tables } from '#core/workbook/table';
import { MONDAY } from '#test/support/builders/places';
import { aRawTable, headerOf } from '#test/support/builders/tables';

const HOSTILE: readonly Cell[] = [
  '=IMPORTXML("http://example.org","//a")',
  '=1+1',
  '+cmd|calc',
  '@SUM(A1)',
  '长'.repeat(50_000),
  '👩‍👩‍👧‍👦🎉',
  '\u202Eתוכנית\u202C',
  '\u0000\u0007\u001B[31m',
  '\uD800',
  '__proto__',
  'constructor',
  'toString',
  '#REF!',
  '#N/A',
  '12',
  '２０２６年３月６日',
  '2026-02-30',
  '25:61',
  ' ',
  '\u200B\uFEFF',
  '{value}',
  '$&$1',
  '<script>alert(1)</script>',
  -1,
  0,
  0.1 + 0.2,
  1e308,
  -1e308,
  5e-324,
  1.40303e17,
  46087,
  2_958_466,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  null,
];

/** Everything the check says, in every language, so that also the words are put together. */
function check(tables: Tables): ReturnType<typeof checkWorkbook> {
  const checked = checkWorkbook(tables, MONDAY);
  for (const found of checked.findings)
    for (const language of LANGUAGES) renderFinding(found, language);
  return checked;
}

function withRows(rowsOf: (key: TabKey, width: number) => readonly (readonly Cell[])[]): Tables {
  const tables: Partial<Record<TabKey, Table>> = {};
  for (const key of TAB_KEYS) {
    const header = headerOf(key);
    tables[key] = aRawTable(key, [header, ...rowsOf(key, header.length)]);
  }
  return tables;
}

describe('a workbook of hostile cells', () => {
  test.each(HOSTILE.map((cell) => [cell]))('with %p in every cell yields findings only', (cell) => {
    const checked = check(
      withRows((_, width) => Array.from({ length: 3 }, () => Array<Cell>(width).fill(cell))),
    );
    for (const found of checked.findings)
      expect(Array.from(found.value).length).toBeLessThanOrEqual(81);
  });

  it('with every kind of cell in every column yields findings only', () => {
    const checked = check(
      withRows((_, width) =>
        HOSTILE.map((_cell, row) =>
          Array.from(
            { length: width },
            (_each, column) => HOSTILE[(row + column) % HOSTILE.length] ?? null,
          ),
        ),
      ),
    );
    expect(checked.findings.length).toBeGreaterThan(1000);
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', ''])(
    'may have headers called %j',
    (label) => {
      const tables: Partial<Record<TabKey, Table>> = {};
      for (const key of TAB_KEYS)
        tables[key] = aRawTable(key, [
          [label, label, ...headerOf(key)],
          [1, 2, 3],
        ]);
      check(tables);
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('may have no rows, no header, or rows longer than the header', () => {
    for (const rows of [[], [[]], [['编号'], Array<Cell>(300).fill('x')]] as Cell[][][]) {
      const tables: Partial<Record<TabKey, Table>> = {};
      for (const key of TAB_KEYS) tables[key] = aRawTable(key, rows);
      expect(check(tables).findings.every(({ rule }) => rule.code.startsWith('W0'))).toBe(true);
    }
  });

  it('of any cells at all yields findings only', () => {
    const cell = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.double(),
      fc.constantFrom(
        'S01',
        'R001',
        'T01',
        '2026-03-06',
        '14:30',
        '正高',
        '师资费',
        '同意',
        '已办',
        '出勤',
        46087,
        0.604166667,
        3000,
      ),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 18 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(rows, { minLength: TAB_KEYS.length, maxLength: TAB_KEYS.length }),
        (all) => {
          check(withRows((key) => all[ALL_TAB_KEYS.indexOf(key)] ?? []));
        },
      ),
      { numRuns: 50 },
    );
  });
});
