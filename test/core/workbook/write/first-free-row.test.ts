import { expect, test } from '@jest/globals';
import { appendRows } from '#core/workbook/write/append-rows';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Cell } from '#core/workbook/table';
import { aRawTable } from '#test/support/builders/tables';

const HEADER = ['编号', '专题', '来源', '拟请主讲人', '状态', '已核对'];
const TICKED = Array.from({ length: 298 }, (_, at): Cell[] => [
  ...(at === 0 ? ['T1', '题', '', '', '可点'] : ['', '', '', '', '']),
  false,
]);

const place = { sheetId: 7, title: '专题', index: 0, rowCount: 300, columnCount: 8 };
const snapshotOf = (rows: Cell[][]): Snapshot => ({
  spreadsheetId: 'x',
  title: 'x',
  timeZone: 'Asia/Shanghai',
  locale: 'zh_CN',
  places: [
    {
      ...place,
      key: 'topics',
      layout: null,
      chartIds: [],
      protectedRangeIds: [],
      colorWords: [],
      hasHighlights: false,
    },
  ],
  tables: { topics: { ...aRawTable('topics', rows), sheetId: 7 } },
});

test.each<[string, Cell[][], { firstRow: number; isFirst: boolean }]>([
  ['the header of an empty tab', [HEADER], { firstRow: 1, isFirst: true }],
  ['the only entry, not a column of ticks', [HEADER, ...TICKED], { firstRow: 2, isFirst: false }],
  [
    'the header where only ticks are below it',
    [HEADER, ...TICKED.slice(1)],
    { firstRow: 1, isFirst: true },
  ],
  [
    'a header under a title',
    [['专题目录'], [], HEADER, ...TICKED.slice(1)],
    { firstRow: 3, isFirst: true },
  ],
  [
    'entries under a title, and a blank row between them',
    [['专题目录'], HEADER, ['T1'], [], ['', '只有题目'], ['', ' ']],
    { firstRow: 5, isFirst: false },
  ],
])('a row is added below %s', (_, rows, expected) => {
  const changes = appendRows(snapshotOf(rows), 'topics', {
    rows: [{ id: 'T9', title: '新题' }],
    language: 'zh-CN',
  });
  expect(changes).toEqual([
    { kind: 'appendRows', sheetId: 7, rows: [['T9', '新题']], ...expected },
  ]);
});
