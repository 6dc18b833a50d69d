// What every workbook port must do. The in-memory fake and the adapter on a Sheets server both run it, so the fake cannot drift.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { planReports } from '#core/report/plan-reports';
import { overlay } from '#core/row-safety/overlay';
import { planSetUp } from '#core/set-up/plan-set-up';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { appendRows } from '#core/workbook/write/append-rows';
import type { ReportSheet, WorkbookChange, WriteCells } from '#core/workbook/write/change';
import { lineSteps } from '#core/workbook/write/line-steps';
import { updateRow } from '#core/workbook/write/update-row';

import { describeMovedRows } from '#test/support/moved-rows-suite';
import { describeRewriting } from '#test/support/rewrite-suite';
import { headerOf, rowsIn } from '#test/support/builders/tables';
import type { PortUnderTest } from '#test/support/port-under-test';

const REPORT: ReportSheet = {
  title: '报表',
  color: '#1a73e8',
  heading: ['标题', '说明'],
  boldRows: [1],
  columns: [
    { label: '单位', kind: 'text', width: 100 },
    { label: '出勤率', kind: 'percent', width: 80 },
  ],
  rows: [
    ['甲', 0.5],
    ['乙', 1],
  ],
  charts: [{ title: '出勤率', type: 'BAR', labels: 0, series: [1], firstRow: 0, rowCount: 2 }],
};

const NOTHING = { areas: [], found: [] };

export function describeWorkbookPort(name: string, open: () => Promise<PortUnderTest>): void {
  describe(`the workbook port of ${name}`, () => {
    let subject: PortUnderTest;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.close());

    const readAll = (id: string): Promise<Snapshot> =>
      subject.port.read(id, TAB_KEYS, ['report-test', 'report-empty']);
    /** Decided from the workbook as it is at this moment. */
    const apply = async (id: string, changes: readonly WorkbookChange[]): Promise<void> =>
      subject.port.apply(await readAll(id), changes);
    async function setUp(): Promise<string> {
      const id = await subject.create();
      const plan = planSetUp(await readAll(id), {
        language: 'zh-CN',
        admins: ['admin@example.org'],
      });
      await apply(id, plan.changes);
      return id;
    }

    test('finds every tab after set-up and nothing left to do', async () => {
      const snapshot = await readAll(await setUp());
      expect(TAB_KEYS.filter((key) => !placeOf(snapshot, key))).toEqual([]);
      expect(
        planSetUp(snapshot, { language: 'zh-CN', admins: ['admin@example.org'] }),
      ).toMatchObject({ changes: [], unchanged: TAB_KEYS.length });
      expect(rowsIn(snapshot.tables.topics)).toEqual([
        ['编号', '专题', '来源', '拟请主讲人', '专业领域', '状态', '一句话说明'],
      ]);
    });

    test('writes a report that has no rows', async () => {
      const id = await setUp();
      const sheet = { ...REPORT, rows: [], boldRows: [], charts: [] };
      const writes = planReports(await readAll(id), [{ key: 'report-empty', sheet }], 'zh-CN');
      await apply(id, writes);
      expect(placeOf(await readAll(id), 'report-empty')).toMatchObject({ title: '报表' });
    });

    test('leaves out a tab that is not there', async () => {
      const snapshot = await readAll(await subject.create());
      expect(snapshot.tables).toEqual({});
    });

    test('writes text, numbers and booleans as they are, keeps undefined cells and empties null ones', async () => {
      const id = await setUp();
      const sheetId = placeOf(await readAll(id), 'topics')?.sheetId ?? -1;
      const write = (rows: (string | number | boolean | null | undefined)[][]) =>
        apply(id, [{ kind: 'writeCells', sheetId, firstRow: 1, firstColumn: 0, rows }]);
      await write([
        ['=1+1', '007', 3.5],
        ['a', 'b', true, 'd'],
      ]);
      await write([
        [undefined, '008'],
        [null, undefined, undefined, 'e'],
      ]);
      expect(rowsIn((await readAll(id)).tables.topics).slice(1)).toEqual([
        ['=1+1', '008', 3.5],
        ['', 'b', true, 'e'],
      ]);
    });

    test('reads values anew where the tabs are known to be, and everything where one is missing', async () => {
      const id = await setUp();
      const known = await subject.port.read(id, ['topics', 'roster']);
      const sheetId = placeOf(known, 'topics')?.sheetId ?? -1;
      const rows = [['P01', '低空经济', 46087.5]];
      await apply(id, [{ kind: 'writeCells', sheetId, firstRow: 1, firstColumn: 0, rows }]);
      const again = await subject.port.readAgain(known, ['roster', 'topics']);
      expect(rowsIn(again.tables.topics)[1]).toEqual(['P01', '低空经济', 46087.5]);
      expect(again.tables).toEqual((await subject.port.read(id, ['roster', 'topics'])).tables);
      expect(again.places).toEqual(known.places);
      const more = await subject.port.readAgain(known, ['topics', 'speakers']);
      expect(Object.keys(more.tables)).toEqual(['topics', 'speakers']);
    });

    test('reads everything anew where a tab became larger', async () => {
      const id = await setUp();
      const known = await subject.port.read(id, ['topics', 'roster']);
      const { sheetId = -1, rowCount = 0, columnCount = 0 } = placeOf(known, 'topics') ?? {};
      await apply(id, [{ kind: 'growTab', sheetId, rowCount, addRows: 3, addColumns: 2 }]);
      const again = await subject.port.readAgain(known, ['roster', 'topics']);
      const size = { rowCount: rowCount + 3, columnCount: columnCount + 2 };
      expect(placeOf(again, 'topics')).toMatchObject(size);
    });

    test('reads the cells of any tab by its title', async () => {
      const id = await setUp();
      const { sheetId = -1, title = '' } = placeOf(await readAll(id), 'topics') ?? {};
      const rows = [['P01', '低空经济', 46087.5]];
      await apply(id, [{ kind: 'writeCells', sheetId, firstRow: 2, firstColumn: 0, rows }]);
      const { height, columns } = await subject.port.readCells(id, title);
      const third = columns.slice(0, 4).map(({ codes, distinct }) => distinct[codes[2] ?? 0]);
      expect([height, third]).toEqual([3, ['P01', '低空经济', 46087.5, undefined]]);
    });

    test('carries out all changes or none', async () => {
      const id = await setUp();
      const sheetId = placeOf(await readAll(id), 'topics')?.sheetId ?? -1;
      const beyond: WriteCells = {
        kind: 'writeCells',
        sheetId,
        firstRow: 5000,
        firstColumn: 0,
        rows: [['x']],
      };
      await expect(apply(id, [{ ...beyond, firstRow: 1 }, beyond])).rejects.toThrow();
      expect(rowsIn((await readAll(id)).tables.topics)).toHaveLength(1);
      await apply(id, [
        { kind: 'growTab', sheetId, rowCount: 1000, addRows: 4001, addColumns: 0 },
        beyond,
      ]);
      expect(rowsIn((await readAll(id)).tables.topics)).toHaveLength(5001);
    });

    test('deletes and moves rows with their notes, and then adds some, in one write', async () => {
      const id = await setUp();
      const sheetId = placeOf(await readAll(id), 'topics')?.sheetId ?? -1;
      const rows = ['A', 'B', 'C', 'D'].map((topic) => [topic]);
      const note = { sheetId, row: 4, column: 0, note: '记', background: '#fbd9d5' };
      await apply(id, [
        { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: 0, rows },
        { kind: 'decorateCells', cells: [note], before: NOTHING },
      ]);
      // D, A and then a new row; B and C go.
      await apply(id, [
        { kind: 'arrangeRows', sheetId, steps: lineSteps(5, [0, 4, 1]) },
        { kind: 'appendRows', sheetId, firstRow: 3, rows: [['E']], isFirst: false },
      ]);
      const snapshot = await readAll(id);
      expect(rowsIn(snapshot.tables.topics).slice(1)).toEqual([['D'], ['A'], ['E']]);
      expect(placeOf(snapshot, 'topics')?.rowCount).toBe(999);
      const area = { sheetId, startRow: 1, endRow: 10, startColumn: 0, endColumn: 1 };
      expect(await subject.port.readDecorations(id, [area])).toEqual([{ ...note, row: 1 }]);
    });

    test('takes a tab away, and writes a report of the same name in the same write', async () => {
      const id = await setUp();
      const report = (snapshot: Snapshot, deletedIds: readonly number[] = []) =>
        planReports(snapshot, [{ key: 'report-test', sheet: REPORT }], 'zh-CN', deletedIds);
      await apply(id, report(await readAll(id)));
      const before = await readAll(id);
      const { sheetId = -1 } = placeOf(before, 'report-test') ?? {};
      const deletion = { kind: 'deleteTab', sheetId } as const;
      await apply(id, [deletion, ...report(overlay(before, [deletion]), [sheetId])]);
      const after = (await readAll(id)).places.filter(({ key }) => key === 'report-test');
      expect(after.map(({ title }) => title)).toEqual(['报表']);
      await apply(id, [{ kind: 'deleteTab', sheetId: after[0]?.sheetId ?? -1 }]);
      expect(placeOf(await readAll(id), 'report-test')).toBeUndefined();
    });

    test('reads and writes notes and backgrounds, exactly and only where they are asked for', async () => {
      const id = await setUp();
      const sheetId = placeOf(await readAll(id), 'topics')?.sheetId ?? -1;
      const area = { sheetId, startRow: 1, endRow: 4, startColumn: 0, endColumn: 3 };
      const [red, blue] = [
        { sheetId, row: 1, column: 2, note: '请核对\n第二行', background: '#fbd9d5' },
        { sheetId, row: 3, column: 0, note: '', background: '#c9daf8' },
      ];
      await apply(id, [
        { kind: 'decorateCells', cells: [red, blue, { ...red, row: 7 }], before: NOTHING },
      ]);
      expect(await subject.port.readDecorations(id, [area])).toEqual([red, blue]);
      const [row1, row7] = [
        { ...area, endRow: 2 },
        { ...area, startRow: 7, endRow: 8 },
      ];
      expect(await subject.port.readDecorations(id, [row1, row7])).toEqual([
        red,
        { ...red, row: 7 },
      ]);
      await apply(id, [
        {
          kind: 'decorateCells',
          cells: [
            { ...red, note: '' },
            { ...blue, background: null },
          ],
          before: NOTHING,
        },
      ]);
      expect(await subject.port.readDecorations(id, [area])).toEqual([{ ...red, note: '' }]);
      expect(await subject.port.readDecorations(id, [])).toEqual([]);
    });

    test('finds the cells whose notes say something, in the tabs that are searched', async () => {
      const id = await setUp();
      const snapshot = await readAll(id);
      const [topics = -1, speakers = -1] = [
        placeOf(snapshot, 'topics')?.sheetId,
        placeOf(snapshot, 'speakers')?.sheetId,
      ];
      const at = { row: 4, column: 1, note: '先写\n标记：错', background: null };
      const cells = [
        { ...at, sheetId: topics },
        { ...at, sheetId: topics, row: 900, note: '没有' },
        { ...at, sheetId: speakers },
      ];
      await apply(id, [{ kind: 'decorateCells', cells, before: NOTHING }]);
      const find = (sheetIds: number[]) => subject.port.findNotes(id, sheetIds, '标记：');
      expect(await find([])).toEqual([]);
      expect(await find([topics])).toEqual([{ sheetId: topics, row: 4, column: 1 }]);
    });

    test('remembers that a tab carries marks until it is told otherwise', async () => {
      const id = await setUp();
      const hasHighlights = async () => placeOf(await readAll(id), 'topics')?.hasHighlights;
      const sheetId = placeOf(await readAll(id), 'topics')?.sheetId ?? -1;
      const flag = (isHighlighted: boolean) =>
        apply(id, [{ kind: 'flagHighlights', sheetId, isHighlighted }]);
      expect(await hasHighlights()).toBe(false);
      await flag(true);
      await flag(true);
      expect(await hasHighlights()).toBe(true);
      await flag(false);
      expect(await hasHighlights()).toBe(false);
    });

    test('moves the lease only from the value it has', async () => {
      const id = await subject.create();
      expect(await subject.port.readLease(id)).toBeNull();
      await apply(id, [{ kind: 'moveLease', from: null, to: 'one' }]);
      await expect(apply(id, [{ kind: 'moveLease', from: null, to: 'two' }])).rejects.toMatchObject(
        { refusal: 'leaseHeld' },
      );
      await expect(
        apply(id, [{ kind: 'moveLease', from: 'other', to: 'two' }]),
      ).rejects.toMatchObject({ refusal: 'leaseHeld' });
      await apply(id, [{ kind: 'moveLease', from: 'one', to: 'two' }]);
      expect(await subject.port.readLease(id)).toBe('two');
      await apply(id, [{ kind: 'moveLease', from: 'two', to: null }]);
      expect(await subject.port.readLease(id)).toBeNull();
    });

    test('keeps the leases apart', async () => {
      const id = await subject.create();
      await apply(id, [{ kind: 'moveLease', from: null, to: 'one' }]);
      const other = { kind: 'moveLease', lease: 'answers', from: null, to: 'two' } as const;
      await apply(id, [other]);
      const late = { ...other, to: 'three' };
      await expect(apply(id, [late])).rejects.toMatchObject({ refusal: 'leaseHeld' });
      expect(await subject.port.readLease(id, 'answers')).toBe('two');
      expect(await subject.port.readLease(id)).toBe('one');
    });

    test('does not carry out again what its lease shows to be carried out', async () => {
      const id = await setUp();
      const snapshot = await readAll(id);
      const changes: WorkbookChange[] = [
        { kind: 'moveLease', from: null, to: 'one' },
        {
          kind: 'appendRows',
          sheetId: placeOf(snapshot, 'topics')?.sheetId ?? -1,
          firstRow: 1,
          isFirst: true,
          rows: [['T1']],
        },
      ];
      await subject.port.apply(snapshot, changes);
      await subject.port.apply(snapshot, changes);
      expect(rowsIn((await readAll(id)).tables.topics).slice(1)).toEqual([['T1']]);
    });

    test('renews a lease whose value did not change', async () => {
      const id = await subject.create();
      await apply(id, [{ kind: 'moveLease', from: null, to: 'same' }]);
      await apply(id, [{ kind: 'moveLease', from: 'same', to: 'same' }]);
      expect(await subject.port.readLease(id)).toBe('same');
    });

    test('writes a report into its own tab, and into the same one the next time', async () => {
      const id = await setUp();
      const write = async (sheet: ReportSheet) =>
        apply(id, planReports(await readAll(id), [{ key: 'report-test', sheet }], 'zh-CN'));
      await write(REPORT);
      const first = placeOf(await readAll(id), 'report-test');
      expect(first).toMatchObject({ title: '报表', layout: '2' });
      expect(first?.chartIds).toHaveLength(1);
      await write({ ...REPORT, charts: [] });
      const second = placeOf(await readAll(id), 'report-test');
      expect([second?.sheetId, second?.chartIds]).toEqual([first?.sheetId, []]);
    });

    test('reads the cells of its own tabs that are asked for, in the same go', async () => {
      const id = await setUp();
      const places = await readAll(id);
      const form = { rowHeight: 30, lists: [{ column: 0, words: ['甲', '乙'] }] };
      const sheet = { ...REPORT, charts: [], form };
      await apply(id, planReports(places, [{ key: 'sign-in-1', sheet }], 'zh-CN'));
      const { tables, ownCells } = await subject.port.read(id, ['topics'], ['sign-in-1', 'none']);
      expect(Object.keys(tables)).toEqual(['topics']);
      expect(ownCells).toEqual({
        'sign-in-1': [['标题'], ['说明'], [], ['单位', '出勤率'], ['甲', 0.5], ['乙', 1]],
      });
    });

    test('inserts rows below the last one with anything in it, and moves down what is there by now', async () => {
      const id = await setUp();
      const snapshot = await readAll(id);
      const sheetId = placeOf(snapshot, 'topics')?.sheetId ?? -1;
      const append = (basis: Snapshot, firstRow: number, rows: (string | null | undefined)[][]) =>
        subject.port.apply(basis, [
          {
            kind: 'appendRows',
            sheetId,
            firstRow,
            isFirst: firstRow === 1,
            rows: rows.slice(0, 1),
          },
          { kind: 'appendRows', sheetId, firstRow, isFirst: firstRow === 1, rows: rows.slice(1) },
        ]);
      // Typed by a clerk after the reading.
      await apply(id, [
        { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: 0, rows: [['typed']] },
      ]);
      await append(snapshot, 1, [
        ['a', undefined, '=1'],
        [null, 'b'],
      ]);
      const many = Array.from({ length: 1000 }, (_, index) => [`r${index}`]);
      await append(await readAll(id), 4, many);
      const after = await readAll(id);
      const rows = rowsIn(after.tables.topics);
      expect([rows.length, ...rows.slice(1, 5)]).toEqual([
        1004,
        ['a', '', '=1'],
        ['', 'b'],
        ['typed'],
        ['r0'],
      ]);
      expect(placeOf(after, 'topics')?.rowCount).toBe(
        (placeOf(snapshot, 'topics')?.rowCount ?? 0) + 1002,
      );
    });

    test('adds rows below the last entry: a column of ticks to row 300, a title and group headings stay where they are', async () => {
      const id = await setUp();
      const sheetId = placeOf(await readAll(id), 'topics')?.sheetId ?? -1;
      await subject.editRows(id, sheetId, { action: 'insert', at: 0, count: 2 });
      const header = headerOf('topics');
      const ticks = Array.from({ length: 297 }, () => [false]);
      await apply(id, [
        {
          kind: 'writeCells',
          sheetId,
          firstRow: 0,
          firstColumn: 0,
          rows: [['专题目录'], ['编号', '内容']],
        },
        { kind: 'writeCells', sheetId, firstRow: 3, firstColumn: header.length, rows: ticks },
      ]);
      const add = async (name: string): Promise<void> => {
        const now = await readAll(id);
        const added = { rows: [{ id: name, title: '题' }], language: 'zh-CN' as const };
        await subject.port.apply(now, appendRows(now, 'topics', added));
      };
      for (const name of ['T1', 'T2']) await add(name);
      const now = await readAll(id);
      await subject.port.apply(
        now,
        updateRow(now, 'topics', { row: 4, values: { title: '改' }, language: 'zh-CN' }),
      );
      const after = rowsIn((await readAll(id)).tables.topics);
      expect(after.slice(0, 6)).toEqual([
        ['专题目录'],
        ['编号', '内容'],
        header,
        ['T1', '改'],
        ['T2', '题'],
        [...header.map(() => ''), false],
      ]);
      expect(after).toHaveLength(302);
    });

    describeRewriting(() => subject, setUp);
    describeMovedRows(() => subject, setUp);

    test('pushes what a clerk keeps beside a report aside when the report grows wider', async () => {
      const id = await setUp();
      const write = async (sheet: ReportSheet) =>
        apply(id, planReports(await readAll(id), [{ key: 'report-test', sheet }], 'zh-CN'));
      await write(REPORT);
      const wider = { label: '备注', kind: 'text', width: 100 } as const;
      await write({ ...REPORT, columns: [...REPORT.columns, wider, wider], charts: [] });
      const place = placeOf(await readAll(id), 'report-test');
      expect([place?.layout, (place?.columnCount ?? 0) >= 4]).toEqual(['4', true]);
    });
  });
}
