import { describe, expect, it } from '@jest/globals';
import {
  cellsOf,
  columnsLabelled,
  headerCells,
  reportSheet,
  withTotals,
  type ReportColumn,
  type ReportTable,
} from '#core/report/report-table';
import { text } from '#core/text/language';

interface Line {
  readonly name: string;
  readonly count: number;
}
type Key = 'order' | 'name' | 'count';

const TEXTS = {
  order: text('序号', '序號', 'No.'),
  name: text('姓名', '姓名', 'Name'),
  count: text('人数', '人數', 'People'),
};
const LINES: readonly Line[] = [
  { name: '甲', count: 2 },
  { name: '乙', count: 3 },
];

function columns(): ReportColumn<Line, Key>[] {
  const column = columnsLabelled(TEXTS, 'zh-CN');
  return [
    column('order', { kind: 'integer', width: 50, cell: (_, index) => index + 1 }),
    column('name', { kind: 'text', width: 90, cell: ({ name }) => name }),
    column('count', { kind: 'integer', width: 60, cell: ({ count }) => count }),
  ];
}

const aTable = (parts: Partial<ReportTable<Line, Key>> = {}): ReportTable<Line, Key> => ({
  title: '名单',
  color: '#188038',
  heading: ['名单'],
  columns: columns(),
  lines: LINES,
  identity: ['name'],
  ...parts,
});

describe('reportSheet', () => {
  it('asks each column for its label and its cells', () => {
    const sheet = reportSheet(aTable());
    expect(sheet.columns.map(({ label }) => label)).toEqual(['序号', '姓名', '人数']);
    expect(sheet.rows).toEqual([
      [1, '甲', 2],
      [2, '乙', 3],
    ]);
    expect(sheet.boldRows).toEqual([]);
  });

  it('turns the keys of identity, frozen columns and drop-downs into positions', () => {
    const form = { rowHeight: 40, lists: [{ column: 'count' as const, words: ['1'] }] };
    const sheet = reportSheet(aTable({ identity: ['name', 'order'], frozenThrough: 'name', form }));
    expect(sheet).toMatchObject({
      identity: [1, 0],
      frozenColumns: 2,
      form: { rowHeight: 40, lists: [{ column: 2, words: ['1'] }] },
    });
  });

  it('prints the totals in a bold row, blank where a column has none', () => {
    const [order, ...numbers] = columns();
    const withSum = withTotals(numbers, { name: '合计', count: 5 });
    const sheet = reportSheet(aTable({ columns: [order!, ...withSum] }));
    expect(sheet.rows.at(-1)).toEqual([null, '合计', 5]);
    expect(sheet.boldRows).toEqual([2]);
  });

  it('prints bold lines, a second table below a blank row, and the closing rows', () => {
    const [, , count] = columns();
    const sheet = reportSheet(
      aTable({
        isBold: ({ name }) => name === '乙',
        second: {
          header: { name: '月份', ...headerCells([count!]) },
          rows: [{ name: '2026-03', ...cellsOf([count!], { name: '', count: 7 }) }],
        },
        closing: [{}, { name: '签字' }],
      }),
    );
    expect(sheet.rows.slice(2)).toEqual([
      [],
      [null, '月份', '人数'],
      [null, '2026-03', 7],
      [null, null, null],
      [null, '签字', null],
    ]);
    expect(sheet.boldRows).toEqual([1, 3]);
  });

  it.each([
    // Rows 0 and 1 are the lines; a blank row and the header of the second table follow.
    ['lines', 'LINE', 2, [{ firstRow: 0, rowCount: 2 }]],
    ['second', 'BAR', 1, [{ firstRow: 4, rowCount: 1 }]],
    ['second', 'LINE', 1, []],
    ['second', 'BAR', 0, []],
  ] as const)('draws %s as %s over rows that can be drawn', (rows, type, count, expected) => {
    const second = { header: {}, rows: Array.from({ length: count }, () => ({ count: 1 })) };
    const chart = { title: '图', type, rows, labels: 'name', series: ['count'] } as const;
    const { charts } = reportSheet(aTable({ second, charts: [chart] }));
    expect(charts).toEqual(
      expected.map((place) => ({ title: '图', type, labels: 1, series: [2], ...place })),
    );
  });

  it('throws for a key that no column has', () => {
    const [order, name] = columns();
    expect(() => reportSheet(aTable({ columns: [order!, name!], identity: ['count'] }))).toThrow(
      'the report "名单" has no column count',
    );
  });
});
