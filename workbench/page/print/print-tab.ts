// What is printed: the tab in front as a table on A4 pages, its frozen rows on every page, its columns on one page.
import { el } from '../dom';
import type { Area } from '../grid/a1';
import { activeTab } from '../grid/component';
import { filledPart } from '../grid/filled-part';
import { displayOf, type Grid } from '../grid/open-grid';
import type { GridCell, TabState } from '../grid/tab-state';
import { COLUMN_WIDTH } from '../grid/worksheet-data';
import { cellCss } from './print-css';

const MARGIN_MILLIMETRES = 10;
const PIXELS_PER_MILLIMETRE = 96 / 25.4;
const PAGES = {
  portrait: (210 - 2 * MARGIN_MILLIMETRES) * PIXELS_PER_MILLIMETRE,
  landscape: (297 - 2 * MARGIN_MILLIMETRES) * PIXELS_PER_MILLIMETRE,
};
/** A tab that must shrink by more than a fifth lies on its side. */
const PORTRAIT_SHRINK = 1.2;

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
  const place = mergedPlaces(tab.merges, { visible, shown });
  const line = (row: number): HTMLElement => {
    const height = tab.rowHeights.get(row);
    return el(
      'tr',
      height === undefined ? {} : { style: `height:${height}px` },
      ...shown.map((column) => {
        const span = place(row, column);
        if (span === null) return null;
        return printedCell(tab.cells[row]?.[column], display(row, column), span);
      }),
    );
  };
  const head = visible.filter((row) => row < tab.frozenRows);
  const body = visible.filter((row) => row >= tab.frozenRows);
  const table = el(
    'table',
    { style: `width:${width}px;zoom:${Math.min(1, page / Math.max(width, 1))}` },
    el('colgroup', {}, ...widths.map((one) => el('col', { style: `width:${one}px` }))),
    el('thead', {}, ...head.map(line)),
    el('tbody', {}, ...body.map(line)),
  );
  const direction = lies ? 'landscape' : 'portrait';
  const paper = `@page { size: A4 ${direction}; margin: ${MARGIN_MILLIMETRES}mm; }`;
  return el('section', { class: 'printed' }, el('style', {}, paper), table);
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
}

/** How many rows and columns a cell takes; null where another cell reaches over it. */
function mergedPlaces(merges: readonly Area[], { visible, shown }: Shown) {
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
