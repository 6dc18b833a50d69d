// What nobody sees makes no difference: no finding, and no two entries of one look.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import { checkWorkbook } from '#core/checks/check-workbook';
import { foldName, foldNameOrId, foldWord, tidy, withoutSpaces } from '#core/text/clean';
import { aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, rowsIn, withRows } from '#test/support/builders/tables';

const MARKS = [
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202C',
  '\u202D',
  '\u2066',
  '\u2069',
  '\u200B',
  '\u2060',
];
const mark = fc.constantFrom(...MARKS, '\uFEFF', '\u00AD', '\u200C', '\u061C');

const seen = fc.string({
  unit: fc.constantFrom('周', '文', '远', 'A', 'b', 'R', '0', '1', ' ', '·', '@', '.'),
});

test.each([
  ['tidy', tidy],
  ['withoutSpaces', withoutSpaces],
  ['foldWord', foldWord],
  ['foldName', foldName],
  ['foldNameOrId', foldNameOrId],
])('%s gives the same with and without them', (_, fold) => {
  fc.assert(
    fc.property(seen, fc.array(fc.tuple(fc.nat(20), mark)), (words, marks) => {
      let marked = words;
      for (const [at, one] of marks) marked = marked.slice(0, at) + one + marked.slice(at);
      expect(fold(marked)).toBe(fold(words));
    }),
  );
});

test('a workbook full of them has the findings of the one without', () => {
  const plain = aWorkbook({
    roster: [
      aMember({ phone: '13800000000' }),
      aMember({ id: 'R002', name: '沈国栋', personOrder: 2 }),
    ],
    speakers: [aSpeaker()],
    schedule: [aSession({ state: 'held' })],
    attendance: [aMark(), aMark({ memberId: 'R002', status: '缺席' })],
  });
  const marked = Object.fromEntries(
    Object.values(plain).map((table) => [
      table.key,
      withRows(
        table,
        rowsIn(table).map((row) =>
          row.map((cell, at) =>
            typeof cell === 'string' && cell !== ''
              ? `${MARKS[at % MARKS.length] ?? ''}${cell.slice(0, 1)}\u200B${cell.slice(1)}\u200F`
              : cell,
          ),
        ),
      ),
    ]),
  );
  const codes = (tables: typeof plain) =>
    checkWorkbook(tables, toDay('2026-03-09')).findings.map(({ rule, tab, row, column }) => [
      rule.code,
      tab,
      row,
      column,
    ]);
  expect(codes(marked)).toEqual(codes(plain));
});
