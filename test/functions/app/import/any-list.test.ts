// Whatever a list says: imported twice it changes nothing the second time, and the first time only what was shown.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import type { RosterImportPreview } from '#core/contract/import-roster';
import type { Cell } from '#core/workbook/table';
import { HEADER, importing, KNOWN, type Wishes } from './importing';

describe('any list', () => {
  const NAMES = ['周文远', '张伟', '李娜', '钱进', '孙立', '张 伟', '空缺', ''];
  const UNITS = ['区委', '区住建局', '区教育局', '', '区 委'];
  const person = fc.tuple(
    fc.constantFrom<Cell>(1, 2, 3, ''),
    fc.constantFrom<Cell>(...NAMES),
    fc.constantFrom<Cell>(...UNITS),
    fc.constantFrom<Cell>('书记', '局长', ''),
    fc.constantFrom<Cell>('13900000001', '13900000002', 13900000003, '', '座机'),
    fc.constantFrom<Cell>('a@example.org', 'A@example.org', 'nobody', ''),
    fc.constantFrom<Cell>('2026-02-01', '2026-03-02', '2026-05-01', '不详', ''),
    fc.constantFrom<Cell>('2026-02-15', '2026-03-02', '2026-06-30', ''),
  );

  const [begin, end] = [toDay('2026-02-10'), toDay('2026-02-25')];
  const terms = fc.constantFrom(
    ...[{}, { from: begin }, { from: begin, to: end }, { to: end }, { from: toDay('2026-04-01') }],
  );

  /** Every question answered: the first candidate. */
  const answered = ({ questions, leaving }: RosterImportPreview): Wishes => ({
    people: questions.map(({ row, candidates: [first] }) => ({
      row,
      as: 'person' as const,
      memberId: first?.memberId ?? '',
    })),
    leaving: leaving.map(({ memberId }) => memberId),
  });

  test('imported twice changes nothing the second time, and only what was shown the first time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 8 }), terms, async (people, term) => {
        const known = KNOWN.map((row) => (row.id === 'R002' ? { ...row, ...term } : row));
        const { app, preview, apply, roster } = await importing(
          [[...HEADER, '任职时间', '离任时间'], ...people],
          known,
        );
        let wishes = answered(await preview());
        // An answer may leave another row without its person: it is asked about then.
        for (let more = 0; more < 3; more += 1) {
          const next = await preview(wishes);
          if (next.questions.length === 0) break;
          wishes = {
            ...wishes,
            people: [
              ...(wishes.people ?? []),
              ...next.questions.map(({ row }) => ({ row, as: 'skip' as const })),
            ],
          };
        }
        const shown = await preview(wishes);
        expect(shown.questions).toEqual([]);
        if (!shown.canApply) return;
        const before = roster();
        await apply(wishes);
        const after = roster();
        const touched = new Set([
          ...shown.changed.map(({ memberId }) => memberId),
          ...shown.moved.map(({ memberId }) => memberId),
          ...shown.leaving.filter(({ isChosen }) => isChosen).map(({ memberId }) => memberId),
        ]);
        before.forEach((row, index) => {
          if (!touched.has(String(row[0]))) expect(after[index]).toEqual(row);
        });
        const labels = new Map(
          shown.changed.map(({ memberId, cells }) => [memberId, cells.length]),
        );
        before.forEach((row, index) => {
          const differing = after[index]?.filter((cell, at) => cell !== (row[at] ?? '')).length;
          const count = labels.get(String(row[0]));
          if (count !== undefined) expect(differing).toBe(count);
        });
        expect(after).toHaveLength(before.length + shown.counts.added + shown.counts.moved);
        const again = await preview(wishes);
        expect(again.counts).toMatchObject({ added: 0, changed: 0, moved: 0 });
        expect(app.workbook.rowsOf('log').length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
