import { describe, expect, test } from '@jest/globals';
import { blockSheet, type BlockReport } from '#core/report/report-blocks';

const REPORT: BlockReport<'item' | 'value'> = {
  title: 'Two tables',
  color: '#188038',
  heading: ['Heading'],
  columns: [
    { key: 'item', label: 'Item', kind: 'text', width: 90 },
    { key: 'value', label: 'Value', kind: 'integer', width: 60 },
  ],
  blocks: [
    {
      header: {},
      rows: [
        { cells: { item: 'a', value: 1 }, link: { column: 'item', target: '#gid=3&range=A2' } },
        { cells: { item: 'b' }, link: null },
      ],
    },
    {
      header: { item: 'Unit', value: 'Count' },
      rows: [{ cells: { item: 'c', value: 3 } }],
      chart: { title: 'Counts', type: 'BAR', labels: 'item', series: ['value'] },
    },
  ],
  identity: ['item'],
  frozenThrough: 'item',
};

describe('a report of blocks', () => {
  const sheet = blockSheet(REPORT);

  test('puts them below each other, each under a header of its own', () => {
    expect(sheet.rows).toEqual([['a', 1], ['b', null], [], ['Unit', 'Count'], ['c', 3]]);
    expect([sheet.boldRows, sheet.identity, sheet.frozenColumns]).toEqual([[3], [0], 1]);
  });

  test('draws the rows of a block, named by its header', () => {
    expect(sheet.charts).toEqual([
      { title: 'Counts', type: 'BAR', labels: 0, series: [1], firstRow: 4, rowCount: 1 },
    ]);
  });

  test('draws no line through a single point', () => {
    const [first, second] = REPORT.blocks;
    if (!first || !second?.chart) throw new Error('the report has a second block with a chart');
    const line = { ...second, chart: { ...second.chart, type: 'LINE' as const } };
    expect(blockSheet({ ...REPORT, blocks: [first, line] }).charts).toEqual([]);
  });

  test('leads from a cell to its place', () => {
    expect(sheet.links).toEqual([{ row: 0, column: 0, target: '#gid=3&range=A2' }]);
  });
});
