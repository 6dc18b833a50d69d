// What is printed: the tab in front as a table on A4 pages, its header on every page, its columns on one page.
import { el } from '../dom';
import type { Area } from '../grid/a1';
import { activeTab } from '../grid/component';
import { filledPart } from '../grid/filled-part';
import { displayOf, type Grid } from '../grid/open-grid';
import type { GridCell, TabState } from '../grid/tab-state';
import { COLUMN_WIDTH } from '../grid/worksheet-data';
import { cellCss } from './print-css';
import { isGroupHeading, rowParts } from './row-parts';

const MARGIN_MILLIMETRES = 10;
/** Room for the tab's title and the page's number. */
const BOTTOM_MILLIMETRES = 13;
const PIXELS_PER_MILLIMETRE = 96 / 25.4;
const PAGES = {
  portrait: (210 - 2 * MARGIN_MILLIMETRES) * PIXELS_PER_MILLIMETRE,
  landscape: (297 - 2 * MARGIN_MILLIMETRES) * PIXELS_PER_MILLIMETRE,
};
/** A tab that must shrink by more than a fifth lies on its side. */
const PORTRAIT_SHRINK = 1.2;
/** The outer lines of the table reach half out of it; without room for them the page cuts the right one off. */
const LINE_PIXELS = 2;

/** Whatever starts the printing, the browser's menu or the page's own button. */
export function preparePrinting(grid: Grid): void {
  let printed: HTMLElement | null = null;
  const clear = (): void => {
    printed?.remove();
    printed = null;
  };
  window.addEventListener('beforeprint', () => {
    clear();
    const tab = grid.tabs.get(activeTab(grid.component));
    if (tab === undefined) return;
    printed = printedTab(tab, (row, column) =>
      displayOf(grid.component, tab.sheetId, { row, column }),
    );
    document.body.append(printed);
  });
  window.addEventListener('afterprint', clear);
}

type Display = (row: number, column: number) => string;

function printedTab(tab: TabState, display: Display): HTMLElement {
  const { rows, columns } = filledPart(tab);
  const shown = range(columns).filter((column) => !tab.hiddenColumns.includes(column));
  const widths = shown.map((column) => tab.columnWidths.get(column) ?? COLUMN_WIDTH);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const lies = width > PAGES.portrait * PORTRAIT_SHRINK;
  const page = lies ? PAGES.landscape : PAGES.portrait;
  const visible = range(rows).filter((row) => !tab.hiddenRows.includes(row));
  const { titles, header, table, closing } = rowParts(tab, visible);
  const spanOf = spans(tab, { visible, shown, widths }, display);
  const line = (row: number): HTMLElement => {
    const height = tab.rowHeights.get(row);
    return el(
      'tr',
      {
        class: isGroupHeading(tab.cells[row]) ? 'group-heading' : null,
        style: height === undefined ? null : `height:${height}px`,
      },
      ...shown.map((column) => {
        const span = spanOf(row, column);
        return span && printedCell(tab.cells[row]?.[column], display(row, column), span);
      }),
    );
  };
  const style = `width:${width}px;zoom:${Math.min(1, page / (width + LINE_PIXELS))}`;
  const columnWidths = () =>
    el('colgroup', {}, ...widths.map((one) => el('col', { style: `width:${one}px` })));
  const unlined = (lines: readonly number[]) =>
    el('tbody', { class: 'unlined' }, ...lines.map(line));
  return el(
    'section',
    { class: 'printed' },
    el('style', {}, pageRule(tab.title, lies ? 'landscape' : 'portrait')),
    // A table of their own: a header is always drawn above the rows of its table.
    titles.length === 0 ? null : el('table', { style }, columnWidths(), unlined(titles)),
    el(
      'table',
      { style },
      columnWidths(),
      el('thead', {}, ...header.map(line)),
      el('tbody', {}, ...table.map(line)),
      unlined(closing),
    ),
  );
}

/** Loose sheets of paper are told apart by what is at their lower edge. */
function pageRule(title: string, direction: 'landscape' | 'portrait'): string {
  const words = title.replaceAll(/["\\]/g, '\\$&').replaceAll(/\s+/g, ' ');
  const margin = `${MARGIN_MILLIMETRES}mm ${MARGIN_MILLIMETRES}mm ${BOTTOM_MILLIMETRES}mm`;
  const number = 'counter(page) " / " counter(pages)';
  const foot = `@bottom-center { content: "${words}  " ${number}; font: 8pt sans-serif; }`;
  return `@page { size: A4 ${direction}; margin: ${margin}; ${foot} }`;
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

interface Span {
  readonly rows: number;
  readonly columns: number;
}

const ONE: Span = { rows: 1, columns: 1 };

interface Shown {
  readonly visible: readonly number[];
  readonly shown: readonly number[];
  /** Of the shown columns. */
  readonly widths: readonly number[];
}

/** How many rows and columns a cell takes, with the empty cells over which its text runs on; null where another cell reaches over it. */
function spans(tab: TabState, places: Shown, display: Display) {
  const merged = mergedPlaces(tab.merges, places);
  const { shown, widths } = places;
  const covered = new Set<string>();
  return (row: number, column: number): Span | null => {
    if (covered.has(`${row},${column}`)) return null;
    const span = merged(row, column);
    const cell = tab.cells[row]?.[column];
    if (span !== ONE || !runsOn(cell)) return span;
    const needed = textWidth(display(row, column), cell);
    const first = shown.indexOf(column);
    let [columns, width] = [1, widths[first] ?? 0];
    while (width < needed) {
      const next = shown[first + columns];
      if (next === undefined || isTaken(tab.cells[row]?.[next]) || merged(row, next) !== ONE) break;
      covered.add(`${row},${next}`);
      width += widths[first + columns] ?? 0;
      columns += 1;
    }
    return { rows: 1, columns };
  };
}

const isTaken = (cell: GridCell | undefined): boolean =>
  (cell?.value ?? null) !== null || (cell?.formula ?? null) !== null;

/** As in the grid: a text that is neither wrapped nor clipped nor set to another side runs on to the right. */
function runsOn(cell: GridCell | undefined): boolean {
  const { tb = OVERFLOWS, ht = LEFT } = cell?.style ?? {};
  return typeof cell?.value === 'string' && tb <= OVERFLOWS && ht <= LEFT;
}

const OVERFLOWS = 1;
const LEFT = 1;

const USUAL_POINTS = 10;
const PADDING_PIXELS = 10;
const pen = document.createElement('canvas').getContext('2d');

/** The widest of its lines. */
function textWidth(text: string, cell: GridCell | undefined): number {
  if (pen === null) return 0;
  const { bl, fs = USUAL_POINTS } = cell?.style ?? {};
  pen.font = `${bl === 1 ? 'bold ' : ''}${fs}pt ${getComputedStyle(document.body).fontFamily}`;
  const lines = text.split('\n').map((line) => pen.measureText(line).width);
  return Math.max(...lines) + PADDING_PIXELS;
}

/** How many rows and columns a cell takes; null where another cell reaches over it. */
function mergedPlaces(merges: readonly Area[], { visible, shown }: Omit<Shown, 'widths'>) {
  const spans = new Map<string, Span | null>();
  for (const { startRow, endRow, startColumn, endColumn } of merges) {
    const rows = visible.filter((row) => row >= startRow && row <= endRow);
    const columns = shown.filter((column) => column >= startColumn && column <= endColumn);
    for (const row of rows) for (const column of columns) spans.set(`${row},${column}`, null);
    if (rows.length > 0 && columns.length > 0) {
      spans.set(`${rows[0]},${columns[0]}`, { rows: rows.length, columns: columns.length });
    }
  }
  return (row: number, column: number): Span | null => {
    const span = spans.get(`${row},${column}`);
    return span === undefined ? ONE : span;
  };
}

function printedCell(cell: GridCell | undefined, text: string, span: Span): HTMLElement {
  return el(
    'td',
    {
      style: cellCss(cell),
      rowspan: span.rows > 1 ? span.rows : null,
      colspan: span.columns > 1 ? span.columns : null,
    },
    text,
  );
}
