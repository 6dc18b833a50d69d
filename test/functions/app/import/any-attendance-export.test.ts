// Any export of attendance: what the preview did not show stays as it is, and the same export again changes nothing.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toClockTime } from '#core/calendar/day';
import type { Cell } from '#core/workbook/table';
import { aLeave, aMark } from '#test/support/builders/rows';
import { importing, time } from './importing-attendance';

describe('any export', () => {
  const person = fc.tuple(
    fc.constantFrom<Cell>('周文远', '张伟', '区教育局-张伟', '李娜(宣传部)', '小王', '钱 进', ''),
    fc.constantFrom<Cell>('14:20', '14:36', '15:10', 'x', ''),
    fc.constantFrom<Cell>('16:20', '16:56', '17:05', ''),
    fc.constantFrom<Cell>('90', '2:20:00', ''),
  );
  const mark = fc.record({
    memberId: fc.constantFrom('R001', 'R002', 'R003', 'R004'),
    status: fc.constantFrom('出勤', '迟到', '缺席', '事假', '不认识'),
    in: fc.constantFrom(null, toClockTime('14:20'), toClockTime('15:10')),
  });
  const known = fc.uniqueArray(mark, { maxLength: 4, selector: ({ memberId }) => memberId });

  test('changes only what the preview showed, and nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 8 }),
        known,
        fc.boolean(),
        async (people, there, takesFile) => {
          const attendance = [
            aMark({ sessionId: 'S00' }),
            ...there.map((part) => aMark({ ...part, remark: '手记' })),
          ];
          const leave = [aLeave({ memberId: 'R005' })];
          const { preview, apply, marks } = await importing(
            [['昵称', '入会时间', '退会时间', '时长'], ...people],
            { attendance, leave },
          );
          const first = await preview();
          const questions = first.questions.flatMap(({ row, candidates: [one] }) =>
            one ? [{ row, as: 'person' as const, memberId: one.memberId }] : [],
          );
          const asked = await preview({ people: questions });
          const byFile = takesFile ? asked.conflicts.map(({ key }) => key) : [];
          const wishes = { people: questions, byFile };
          const shown = await preview(wishes);
          if (!shown.canApply) return;
          const before = marks();
          await apply(wishes);
          const after = marks();
          const replaced = new Set(byFile);
          before.forEach((row, at) => {
            if (!replaced.has(String(row[1]))) expect(after[at]).toEqual(row);
            expect(after[at]?.[6]).toEqual(row[6]);
          });
          const onLeave = byFile.filter((id) => before.every((row) => row[1] !== id)).length;
          expect(after).toHaveLength(before.length + shown.counts.added + onLeave);
          expect(new Set(after.map((row) => `${row[0]}|${row[1]}`)).size).toBe(after.length);
          const again = await preview(wishes);
          expect(again.counts.added).toBe(0);
          if (takesFile) expect(again).toMatchObject({ conflicts: [], canApply: false });
          expect(again.canApply).toBe(false);
          expect(marks()).toEqual(after);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('reaches its rows when rows are moved while it is written', async () => {
    const ids = ['R001', 'R002', 'R003', 'R004'];
    const row = fc.integer({ min: 1, max: 4 });
    const step = fc.oneof(
      fc.record({ action: fc.constant('move' as const), from: row, to: row }),
      fc.record({ action: fc.constant('insert' as const), at: row, count: fc.constant(1) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
        const attendance = ids.map((memberId) =>
          aMark({ memberId, status: '缺席', remark: memberId }),
        );
        const { app, preview, apply, marks } = await importing(
          [
            ['昵称', '入会时间', '退会时间'],
            ['区委-周文远', '14:50', '17:00'],
            ['钱进', '14:20', '17:00'],
          ],
          { attendance },
        );
        const { places } = await app.workbook.read('', []);
        const sheetId = places.find(({ key }) => key === 'attendance')?.sheetId ?? 0;
        const wishes = { byFile: ['R001'] };
        expect((await preview(wishes)).counts).toMatchObject({ added: 1, replaced: 1 });
        app.workbook.beforeApply = () => {
          app.workbook.beforeApply = () => undefined;
          app.workbook.editRows(sheetId, steps);
        };
        await apply(wishes);
        const filled = marks().filter((cells) => cells.length > 0);
        expect(filled.toSorted((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual([
          ['S01', 'R001', '迟到', time('14:50'), time('17:00'), 20, 'R001'],
          ...['R002', 'R003', 'R004'].map((id) => ['S01', id, '缺席', '', '', '', id]),
          ['S01', 'R005', '出勤', time('14:20'), time('17:00')],
        ]);
      }),
      { numRuns: 30 },
    );
  });
});
