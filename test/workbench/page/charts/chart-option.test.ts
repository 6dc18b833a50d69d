import { describe, expect, it } from '@jest/globals';
import {
  chartHeight,
  chartOption,
  type ChartColumn,
  type ReadRange,
} from '#workbench/page/charts/chart-option';
import type { BasicChartSpec } from '#workbench/page/server/sheet-json';

const COLUMNS: Readonly<Record<number, ChartColumn>> = {
  0: { values: ['单位', '区委', '人大'], labels: ['单位', '区委', '人大'], isPercent: false },
  1: { values: ['到课率', 0.9, null], labels: ['到课率', '90.0%', ''], isPercent: true },
};
const read: ReadRange = ({ startColumnIndex = 0 }) =>
  COLUMNS[startColumnIndex] ?? { values: [], labels: [], isPercent: false };

describe('chartOption', () => {
  it('names the series by the header and leaves a gap for a missing number', () => {
    expect(chartOption({ basicChart: aChart({}) }, read)).toMatchObject({
      xAxis: { type: 'category', data: ['区委', '人大'] },
      series: [{ name: '到课率', type: 'bar', data: [0.9, null] }],
    });
  });

  it('lays a BAR chart on its side, first entry on top', () => {
    expect(chartOption({ basicChart: aChart({ chartType: 'BAR' }) }, read)).toMatchObject({
      xAxis: { type: 'value' },
      yAxis: { type: 'category', inverse: true },
    });
  });

  it('draws a LINE, and shows shares as percentages', () => {
    const option = chartOption({ basicChart: aChart({ chartType: 'LINE' }) }, read);
    expect(option).toMatchObject({ series: [{ type: 'line' }] });
    const { yAxis } = option as { yAxis: { axisLabel: { formatter(value: number): string } } };
    expect(yAxis.axisLabel.formatter(0.875)).toBe('87.5%');
  });

  it('keeps the window of the axis', () => {
    const axis = [{ position: 'LEFT_AXIS', viewWindowOptions: { viewWindowMin: 0.5 } }];
    expect(chartOption({ basicChart: aChart({ axis }) }, read)).toMatchObject({
      yAxis: { min: 0.5 },
    });
  });

  it('draws a pie of the entries that have a number', () => {
    const [domain, series] = [0, 1].map(source);
    const option = chartOption(
      { pieChart: { ...(domain && { domain }), ...(series && { series }) } },
      read,
    );
    expect(option).toMatchObject({
      series: [{ type: 'pie', data: [{ name: '区委', value: 0.9 }] }],
    });
  });

  it('is nothing without data or of an unknown kind', () => {
    expect(chartOption({ basicChart: aChart({ series: [] }) }, read)).toBeNull();
    expect(chartOption({ title: 'an organisation chart' }, read)).toBeNull();
  });
});

describe('chartHeight', () => {
  it('gives each of many lying bars its room, and any other chart the usual height', () => {
    const many = Array.from({ length: 50 }, (_, index) => `单位${index}`);
    const readMany: ReadRange = () => ({ values: many, labels: many, isPercent: false });
    expect(chartHeight({ basicChart: aChart({ chartType: 'BAR' }) }, readMany)).toBe(1160);
    expect(chartHeight({ basicChart: aChart({ chartType: 'BAR' }) }, read)).toBe(230);
    expect(chartHeight({ basicChart: aChart({ chartType: 'LINE' }) }, readMany)).toBe(230);
  });
});

function aChart(given: Partial<BasicChartSpec>): BasicChartSpec {
  return {
    chartType: 'COLUMN',
    headerCount: 1,
    domains: [{ domain: source(0) }],
    series: [{ series: source(1) }],
    ...given,
  };
}

function source(column: number) {
  return { sourceRange: { sources: [{ startColumnIndex: column, endColumnIndex: column + 1 }] } };
}
