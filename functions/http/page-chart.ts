// A chart as one SVG picture, drawn here: no script, no style attribute, nothing loaded. The table below it has the numbers.
import { percentText } from '#core/report/percent-cell';
import { html, type Html } from '#core/text/html';
import type { PageChart } from '../app/runtime/page-view';

type Lines = Extract<PageChart, { readonly kind: 'lines' }>;
type Bars = Extract<PageChart, { readonly kind: 'bars' }>;

/** Each 4.5 : 1 or more on white, and told apart without colour by its dashes. */
const COLORS = ['#0b57d0', '#b3261e'] as const;
const DASHES = ['', '10 7'] as const;
const INK = '#5f6368';
const GRID = '#dadce0';
const WHOLE = '#dfe3ea';

/** Units of the drawing. It is shown as wide as the page, so letters are large enough for a telephone. */
const WIDTH = 640;
const LETTERS = 24;

export const chartMarkup = (chart: PageChart): Html =>
  chart.kind === 'lines' ? linesMarkup(chart) : barsMarkup(chart);

/** Decoration to a screen reader, which has the table. */
const picture = (height: number, parts: readonly Html[]): Html =>
  html`<svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" aria-hidden="true">${parts}</svg>`;

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

const label = (words: string, { x, y, anchor = 'start' }: Label): Html =>
  html`<text
    x="${round(x)}"
    y="${round(y)}"
    font-size="${String(LETTERS)}"
    fill="${INK}"
    text-anchor="${anchor}"
    >${words}</text
  >`;

const round = (value: number): string => String(Math.round(value * 10) / 10);

const PLOT = { left: 84, right: 628, top: 48, bottom: 260 } as const;
const LINES_HEIGHT = 306;

function linesMarkup({ labels, series }: Lines): Html {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  // From the tenth below the lowest value, so that differences of a few percent are seen.
  const least = Math.max(0, Math.floor(Math.min(1, ...known) * 10 - 0.001) / 10);
  const x = (at: number): number =>
    PLOT.left + ((PLOT.right - PLOT.left) * at) / Math.max(1, labels.length - 1);
  const y = (value: number): number =>
    PLOT.bottom - ((PLOT.bottom - PLOT.top) * (value - least)) / (1 - least || 1);
  const ticks = [least, (least + 1) / 2, 1];
  return picture(LINES_HEIGHT, [
    ...legend(series.map(({ name }) => name)),
    ...ticks.flatMap((tick) => [
      html`<path
        d="M${round(PLOT.left)} ${round(y(tick))}H${round(PLOT.right)}"
        stroke="${GRID}"
      />`,
      label(percentText(tick), {
        x: PLOT.left - 8,
        y: y(tick) + LETTERS / 3,
        anchor: 'end',
      }),
    ]),
    ...series.flatMap(({ values }, index) => [
      html`<path
        d="${linePath(values, x, y)}"
        fill="none"
        stroke="${COLORS[index] ?? INK}"
        stroke-width="4"
        stroke-dasharray="${DASHES[index] ?? ''}"
      />`,
    ]),
    label(labels[0] ?? '', { x: PLOT.left, y: LINES_HEIGHT - 12 }),
    label(labels.at(-1) ?? '', { x: PLOT.right, y: LINES_HEIGHT - 12, anchor: 'end' }),
  ]);
}

/** A value that is not there interrupts the line. */
function linePath(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return values
    .flatMap((value, at) => {
      if (value === null) return [];
      const before = at === 0 ? null : (values[at - 1] ?? null);
      return [`${before === null ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`];
    })
    .join('');
}

function legend(names: readonly string[]): Html[] {
  const step = WIDTH / Math.max(1, names.length);
  return names.flatMap((name, index) => [
    html`<path
      d="M${round(index * step + 4)} 18h44"
      stroke="${COLORS[index] ?? INK}"
      stroke-width="4"
      stroke-dasharray="${DASHES[index] ?? ''}"
    />`,
    label(name, { x: index * step + 58, y: 26 }),
  ]);
}

const BAR = { height: 22, step: 74, top: 48 } as const;

function barsMarkup({ bars, parts, whole }: Bars): Html {
  const sumOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.whole, sumOf(bar.parts))));
  const width = (value: number): number => ((WIDTH - 4) * Math.max(0, value)) / most;
  const key = [...parts, whole];
  const colors = [COLORS[0], '#7cacf8', WHOLE];
  return picture(BAR.top + bars.length * BAR.step, [
    ...key.flatMap((name, index) => [
      html`<rect
        x="${round(index * (WIDTH / key.length))}"
        y="6"
        width="24"
        height="22"
        fill="${colors[index] ?? INK}"
      />`,
      label(name, { x: index * (WIDTH / key.length) + 34, y: 26 }),
    ]),
    ...bars.flatMap((bar, at) => {
      const y = BAR.top + at * BAR.step + 34;
      let x = 0;
      return [
        label(bar.label, { x: 0, y: y - 8 }),
        rect({ x: 0, y, width: width(bar.whole), fill: WHOLE }),
        ...bar.parts.map((part, index) => {
          const drawn = rect({ x, y, width: width(part), fill: colors[index] ?? INK });
          x += width(part);
          return drawn;
        }),
      ];
    }),
  ]);
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fill: string;
}

const rect = ({ x, y, width, fill }: Rect): Html =>
  html`<rect
    x="${round(x)}"
    y="${round(y)}"
    width="${round(width)}"
    height="${String(BAR.height)}"
    fill="${fill}"
  />`;
