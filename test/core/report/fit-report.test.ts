import { describe, expect, test } from '@jest/globals';
import type { ReportSheet } from '#core/workbook/write/change';
import { fitReport } from '#core/report/fit-report';
import { placeCharts } from '#core/report/place-charts';

function sheet(columns: ReportSheet['columns'], rows: ReportSheet['rows']): ReportSheet {
  return { title: 'T', color: '#188038', heading: ['T'], columns, rows, boldRows: [], charts: [] };
}
const column = (label: string, width: number, kind: 'text' | 'integer' = 'integer') => ({
  label,
  kind,
  width,
});

describe('a report made fit to be read', () => {
  test.each([
    ['Due', 64, 64],
    ['Attended', 64, 86],
    ['Not recorded', 64, 86],
    ['应到', 64, 64],
    ['无故缺席人次', 30, 38],
    ['x'.repeat(60), 64, 260],
    ['x'.repeat(60), 300, 450],
  ])('the header %s in a column of %d pixels gets %d', (label, width, expected) => {
    expect(fitReport(sheet([column(label, width)], [[1]]), 'en').columns[0]?.width).toBe(expected);
  });

  test('words in the rows count too, but not a line that is alone in its row', () => {
    const columns = [column('Unit', 50, 'text'), column('Due', 64)];
    const rows = [['Administration', 3], ['Responsibilities-of-everybody']];
    expect(fitReport(sheet(columns, rows), 'en').columns[0]?.width).toBe(117);
  });

  test.each([
    ['District leader', 'text', 100, 124],
    ['District leaders and others', 'text', 100, 100],
    ['Out of reach', 'integer', 80, 102],
    ['《条例》（2023年修订）', 'text', 120, 167],
    ['《干部教育培训工作条例》（2023年修订）', 'text', 100, 100],
  ] as const)(
    'the cell %s in a column of %s, %d pixels wide, gets %d',
    (cell, kind, width, expected) => {
      const columns = [column('No.', width, kind), column('Due', 64)];
      expect(fitReport(sheet(columns, [[cell, 1]]), 'en').columns[0]?.width).toBe(expected);
    },
  );

  test.each([
    ['zh-CN', '无'],
    ['zh-TW', '無'],
    ['en', 'None'],
  ] as const)('an empty list says so in %s, in its first column of words', (language, none) => {
    const empty = sheet([column('No.', 50), column('Name', 90, 'text')], []);
    expect(fitReport(empty, language).rows).toEqual([[null, none]]);
  });

  test('a form is left as it is', () => {
    const form = { ...sheet([column('Signature', 20)], []), form: { rowHeight: 40, lists: [] } };
    expect(fitReport(form, 'en')).toBe(form);
  });
});

describe('the places of charts', () => {
  const chart = { title: 'c', labels: 0, series: [1], firstRow: 0 };

  test('each begins below the one before, whatever its height', () => {
    const charts = [
      { ...chart, type: 'BAR', rowCount: 77 },
      { ...chart, type: 'LINE', rowCount: 77 },
      { ...chart, type: 'BAR', rowCount: 1 },
    ] as const;
    expect(placeCharts(charts, 90)).toEqual({
      charts: [
        { row: 91, height: 1948 },
        { row: 186, height: 380 },
        { row: 206, height: 380 },
      ],
      endRow: 226,
    });
  });

  test('without charts nothing more is needed', () => {
    expect(placeCharts([], 12)).toEqual({ charts: [], endRow: 12 });
  });
});
