// The charts of the open tab, drawn above the grid.
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { el, icon } from '../dom';
import type { Chart, ChartSpec } from '../server/sheet-json';
import { CHEVRON } from '../shell/icons';
import type { Texts } from '../texts';
import { chartHeight, chartOption, type ReadRange } from './chart-option';

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  PieChart,
  SVGRenderer,
  TooltipComponent,
]);

export interface ChartStrip {
  readonly element: HTMLElement;
  show(charts: readonly Chart[], read: ReadRange): void;
  /** Unfolds the charts and puts the focus on the first. */
  readonly reveal: () => void;
}

export function createChartStrip(texts: Texts): ChartStrip {
  const toggle = el(
    'button',
    { class: 'charts-toggle', type: 'button', 'aria-expanded': 'true' },
    icon(CHEVRON),
    el('span', {}, texts.charts),
  );
  const list = el('div', { class: 'charts-list' });
  const element = el('section', { class: 'charts', 'aria-label': texts.charts }, toggle, list);
  element.hidden = true;
  const drawn: EChartsType[] = [];
  const fold = (folded: boolean) => {
    list.hidden = folded;
    toggle.setAttribute('aria-expanded', String(!folded));
  };
  toggle.addEventListener('click', () => fold(!list.hidden));
  new ResizeObserver(() => {
    for (const chart of drawn) chart.resize();
  }).observe(list);
  return {
    element,
    reveal() {
      fold(false);
      // After the grid has taken the focus for the cell that was pressed.
      requestAnimationFrame(() => list.querySelector<HTMLElement>('.chart-view')?.focus());
    },
    show(charts, read) {
      for (const chart of drawn.splice(0)) chart.dispose();
      element.hidden = charts.length === 0;
      list.replaceChildren();
      // All frames first: each chart is as wide as the others leave it.
      const frames = charts.map(() => el('figure', { class: 'chart' }));
      list.append(...frames);
      for (const [index, frame] of frames.entries()) {
        drawn.push(...drawChart(frame, charts[index]?.spec ?? {}, read, texts));
      }
    },
  };
}

function drawChart(
  frame: HTMLElement,
  spec: ChartSpec,
  read: ReadRange,
  texts: Texts,
): EChartsType[] {
  const option = chartOption(spec, read);
  const canvas = el('div', { class: 'chart-canvas' });
  const caption = el('figcaption', {}, spec.title ?? '');
  const view = el('div', { class: 'chart-view', tabindex: '0' }, canvas);
  frame.append(caption, view);
  if (option === null) {
    canvas.append(el('p', { class: 'chart-empty' }, texts.chartEmpty));
    return [];
  }
  canvas.style.height = `${chartHeight(spec, read)}px`;
  const chart = init(canvas, null, { renderer: 'svg' });
  chart.setOption(option);
  return [chart];
}
