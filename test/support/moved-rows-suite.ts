// What becomes of a write whose rows or columns were moved between read and write; for every workbook port.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { appendRows } from '#core/workbook/write/append-rows';
import type { WorkbookChange } from '#core/workbook/write/change';
import type { LineStep } from '#core/workbook/write/line-steps';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { updateRow } from '#core/workbook/write/update-row';
import { rowsIn } from '#test/support/builders/tables';
import type { PortUnderTest } from '#test/support/port-under-test';

const TOPICS = ['T1', 'T2', 'T3'];

export function describeMovedRows(
  subject: () => PortUnderTest,
  setUp: () => Promise<string>,
): void {
  describe('a write to rows that moved meanwhile', () => {
    let id = '';
    const read = (): Promise<Snapshot> => subject().port.read(id, TAB_KEYS);
    const sheetOf = (snapshot: Snapshot): number => placeOf(snapshot, 'topics')?.sheetId ?? -1;
    const rows = async () => rowsIn((await read()).tables.topics).slice(1);
    const titleOf = (snapshot: Snapshot, row: number, title: string) =>
      updateRow(snapshot, 'topics', { row, values: { title }, language: 'zh-CN' });
    const newTopic = (snapshot: Snapshot) =>
      appendRows(snapshot, 'topics', { rows: [{ id: 'T9' }], language: 'zh-CN' });

    beforeEach(async () => {
      id = await setUp();
      const snapshot = await read();
      const added = TOPICS.map((topic) => ({ id: topic, title: `${topic} 专题` }));
      await subject().port.apply(
        snapshot,
        appendRows(snapshot, 'topics', { rows: added, language: 'zh-CN' }),
      );
    });

    const before = [
      ['T1', 'T1 专题'],
      ['T2', 'T2 专题'],
      ['T3', 'T3 专题'],
    ];
    const STEPS: readonly [string, LineStep, readonly (readonly string[])[]][] = [
      ['inserted above', { action: 'insert', at: 1, count: 1 }, [[], ...before]],
      ['deleted above', { action: 'delete', at: 1, count: 1 }, before.slice(1)],
      [
        'moved from above to below',
        { action: 'move', from: 1, to: 3 },
        [...before.slice(1), ...before.slice(0, 1)],
      ],
      [
        'moved away itself',
        { action: 'move', from: 2, to: 5 },
        [before[0] ?? [], before[2] ?? [], [], [], before[1] ?? []],
      ],
    ];

    test.each(STEPS)(
      'is refused and leaves nothing when a row was %s',
      async (_, step, expected) => {
        const snapshot = await read();
        await subject().editRows(id, sheetOf(snapshot), step);
        const changes: WorkbookChange[] = [...titleOf(snapshot, 3, '改过'), ...newTopic(snapshot)];
        await expect(subject().port.apply(snapshot, changes)).rejects.toMatchObject({
          refusal: 'rowsMoved',
        });
        expect(await rows()).toEqual(expected);
        // Read again, it reaches its row.
        const newest = await read();
        const row = rowsIn(newest.tables.topics).findIndex(([topic]) => topic === 'T2') + 1;
        await subject().port.apply(newest, titleOf(newest, row, '改过'));
        expect((await rows()).filter(([topic]) => topic === 'T2')).toEqual([['T2', '改过']]);
      },
    );

    const COLUMNS: readonly [string, LineStep][] = [
      ['inserted', { action: 'insert', at: 0, count: 1 }],
      ['deleted', { action: 'delete', at: 1, count: 1 }],
      ['moved', { action: 'move', from: 0, to: 3 }],
    ];
    test.each(COLUMNS)('is refused when a column was %s', async (_, step) => {
      const snapshot = await read();
      await subject().editColumns(id, sheetOf(snapshot), step);
      const moved = rowsIn((await read()).tables.topics);
      const changes: WorkbookChange[] = [...titleOf(snapshot, 3, '改过'), ...newTopic(snapshot)];
      await expect(subject().port.apply(snapshot, changes)).rejects.toMatchObject({
        refusal: 'rowsMoved',
      });
      expect(rowsIn((await read()).tables.topics)).toEqual(moved);
      await expect(subject().port.apply(snapshot, newTopic(snapshot))).rejects.toMatchObject({
        refusal: 'rowsMoved',
      });
      expect(rowsIn((await read()).tables.topics)).toEqual(moved);
    });

    test('reaches its row when another cell of it was edited', async () => {
      const snapshot = await read();
      const sheetId = sheetOf(snapshot);
      await subject().port.apply(await read(), [
        { kind: 'writeCells', sheetId, firstRow: 2, firstColumn: 2, rows: [['群众']] },
      ]);
      await subject().port.apply(snapshot, titleOf(snapshot, 3, '改过'));
      expect((await rows())[1]).toEqual(['T2', '改过', '群众']);
    });

    test('is refused when a cell that the decision depended on has changed', async () => {
      const snapshot = await read();
      const sheetId = sheetOf(snapshot);
      const retitle = (at: Snapshot) =>
        updateRow(at, 'topics', {
          row: 3,
          values: { title: '改过' },
          language: 'zh-CN',
          dependsOn: ['source'],
        });
      await subject().port.apply(await read(), [
        { kind: 'writeCells', sheetId, firstRow: 2, firstColumn: 2, rows: [['群众']] },
      ]);
      await expect(subject().port.apply(snapshot, retitle(snapshot))).rejects.toMatchObject({
        refusal: 'rowsMoved',
      });
      expect((await rows())[1]).toEqual(['T2', 'T2 专题', '群众']);
      const newest = await read();
      await subject().port.apply(newest, retitle(newest));
      expect((await rows())[1]).toEqual(['T2', '改过', '群众']);
    });

    test('is refused when the row has got another id', async () => {
      const snapshot = await read();
      const sheetId = sheetOf(snapshot);
      await subject().port.apply(await read(), [
        { kind: 'writeCells', sheetId, firstRow: 2, firstColumn: 0, rows: [['T7']] },
      ]);
      await expect(
        subject().port.apply(snapshot, titleOf(snapshot, 3, '改过')),
      ).rejects.toMatchObject({ refusal: 'rowsMoved' });
      expect((await rows())[1]).toEqual(['T7', 'T2 专题']);
    });

    test('adds its rows beside those that Lectern itself added meanwhile, at the first or second try', async () => {
      const snapshot = await read();
      const between = await read();
      await subject().port.apply(between, newTopic(between));
      try {
        await subject().port.apply(snapshot, newTopic(snapshot));
      } catch (error) {
        expect(error).toMatchObject({ refusal: 'rowsMoved' });
        const newest = await read();
        await subject().port.apply(newest, newTopic(newest));
      }
      expect((await rows()).slice(3)).toEqual([['T9'], ['T9']]);
    });
  });
}
