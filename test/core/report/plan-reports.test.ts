// What only the plan shows: tabs of older versions, and what was not read.
import { describe, expect, test } from '@jest/globals';
import type { ReportSheet } from '#core/workbook/write/change';
import { planReports } from '#core/report/plan-reports';
import { readRecord, writeRecord } from '#core/report/report-record';
import type { Snapshot, TabPlace } from '#core/workbook/snapshot';
import type { Cell } from '#core/workbook/table';

const SHEET: ReportSheet = {
  title: '报表',
  color: '#188038',
  heading: ['报表'],
  boldRows: [],
  charts: [],
  identity: [1],
  columns: ['序号', '姓名', '应到', '实到'].map((label) => ({ label, kind: 'text', width: 60 })),
  rows: [
    [1, '甲', 9, 8],
    [2, '乙', 9, 9],
  ],
};

/** A tab that an older version wrote: its mark says how many columns, nothing is remembered. */
function written(cells: Cell[][], more: Partial<TabPlace> = {}): Snapshot {
  const place: TabPlace = {
    sheetId: 2001,
    title: '改过的名字',
    index: 3,
    rowCount: 40,
    columnCount: 8,
    key: 'report-test',
    layout: '4',
    chartIds: [],
    protectedRangeIds: [],
    colorWords: [],
    hasHighlights: false,
    ...more,
  };
  const facts = { spreadsheetId: 'x', title: '', timeZone: 'Asia/Shanghai', locale: 'zh_CN' };
  return { ...facts, places: [place], tables: {}, ownCells: { 'report-test': cells } };
}
const plan = (snapshot: Snapshot) =>
  planReports(snapshot, [{ key: 'report-test', sheet: SHEET }], 'zh-CN')[0];

const OLD = [['报表'], [], ['序号', '姓名', '应到', '实到'], [1, '乙', 8, 8]];

describe('a tab that an older version wrote', () => {
  test('is taken over where it stands, under the clerk’s title', () => {
    const change = plan(written(OLD));
    expect(change).toMatchObject({ sheetId: 2001, sheet: { title: '改过的名字' } });
    expect(change?.layout.columns).toEqual([0, 1, 2, 3]);
    expect(change?.replaces).toMatchObject({
      columnSteps: [],
      rowSteps: [{ action: 'insert', at: 3, count: 1 }],
    });
  });

  test('in another language is kept as a whole, beside and below the new one', () => {
    const english = [
      ['Report'],
      [],
      ['No.', 'Name', 'Due', 'Attended', '谈话'],
      [1, '乙', 8, 8, '是'],
    ];
    expect(plan(written(english))?.layout.columns).toEqual([0, 1, 2, 3]);
    expect(plan(written(english))?.replaces?.columnSteps).toEqual([
      { action: 'insert', at: 0, count: 4 },
    ]);
  });

  test('a column that it does not know is taken for the clerk’s', () => {
    const cells = [['报表'], [], ['序号', '姓名', '电话', '应到', '实到'], [1, '乙', '0771', 8, 8]];
    expect(plan(written(cells))?.layout.columns).toEqual([0, 1, 3, 4]);
    expect(plan(written(cells))?.replaces?.columnSteps).toEqual([]);
  });
});

describe('a report’s tab', () => {
  test('that was not read is our own mistake', () => {
    expect(() => plan({ ...written(OLD), ownCells: {} })).toThrow('was not read');
  });

  test('that a clerk emptied is written from its first column', () => {
    const change = plan(written([]));
    expect(change?.layout).toMatchObject({ columns: [0, 1, 2, 3], headerRow: 2 });
    expect(change?.replaces?.columnSteps).toEqual([]);
  });

  test('whose columns a clerk moved is written where they are now', () => {
    const cells = [['报表'], [], ['序号', '应到', '实到', '', '姓名'], [1, 8, 8, '', '乙']];
    expect(plan(written(cells))?.layout.columns).toEqual([0, 4, 1, 2]);
  });

  test('in the two other languages its columns stay in place by what is remembered', () => {
    const record = writeRecord(['No.', 'Name', 'Due', 'Attended'], ['Report', '乙']);
    const english = [
      ['Report'],
      [],
      ['No.', 'Name', 'Due', 'Attended', '谈话'],
      [1, '乙', 8, 8, '是'],
    ];
    const change = plan(written(english, { record }));
    expect(change?.layout.columns).toEqual([0, 1, 2, 3]);
    expect(change?.replaces?.columnSteps).toEqual([]);
  });
});

describe('what is remembered of a report', () => {
  test('is read as it was written', () => {
    const read = readRecord(writeRecord(['序号', '姓名'], ['甲', '乙', '甲']));
    expect([read?.columns, read?.fingerprints?.size]).toEqual([['序号', '姓名'], 2]);
  });

  test('leaves the lines out when there are too many for Google', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}`);
    expect(writeRecord(['a'], lines.slice(0, 2500)).length).toBeLessThan(24_000);
    expect(readRecord(writeRecord(['a'], lines))).toEqual({ columns: ['a'], fingerprints: null });
  });

  test.each([[null], [undefined], [''], ['{'], ['{"columns":1}']])('%s is nothing', (text) => {
    expect(readRecord(text)).toBeNull();
  });
});
