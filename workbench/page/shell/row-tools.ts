// Finding, sorting and filtering in the tab in front: the buttons beside the messages.
import { columnLetters } from 'sheets-emulator/a1';
import { el } from '../dom';
import { formatA1 } from '../grid/a1';
import { activeTab } from '../grid/component';
import { findText } from '../grid/find-text';
import { displayOf, selectCell, type Grid } from '../grid/open-grid';
import { filterRequest, sortRequest, textsOfColumn } from '../grid/sort-and-filter';
import type { TabState } from '../grid/tab-state';
import type { Texts } from '../texts';
import { createFilterPanel } from './filter-panel';
import { createFindBar } from './find-bar';

interface Front {
  readonly tab: TabState;
  readonly column: number;
  readonly display: (row: number, column: number) => string;
}

export function createRowTools(grid: Grid, texts: Texts): HTMLElement {
  const front = () => frontOf(grid);
  const ask = ({ sheetId }: TabState, request: object | null) => {
    if (request !== null) grid.request(sheetId, [request]);
  };
  const bar = createFindBar({
    texts,
    find(text) {
      const here = front();
      return here === null ? [] : findText(here.tab, text, here.display);
    },
    show({ row, column }) {
      const a1 = formatA1({ startRow: row, endRow: row, startColumn: column, endColumn: column });
      selectCell(grid.component, activeTab(grid.component), a1);
    },
  });
  const panel = createFilterPanel({
    texts,
    column: () => columnOf(front()),
    apply(hidden) {
      const here = front();
      if (here !== null) ask(here.tab, filterRequest(here.tab, here.column, hidden));
    },
  });
  const sort = (isDescending: boolean) => {
    const here = front();
    if (here !== null) ask(here.tab, sortRequest(here.tab, here.column, isDescending));
  };
  const button = (name: string, label: string, press: () => void) =>
    el('button', { type: 'button', class: 'row-tool', 'data-tool': name, onclick: press }, label);
  listenForFind(bar.open);
  return el(
    'div',
    { class: 'row-tools' },
    bar.element,
    button('find', texts.find, bar.open),
    button('ascending', texts.sortAscending, () => sort(false)),
    button('descending', texts.sortDescending, () => sort(true)),
    button('filter', texts.filter, panel.open),
    panel.element,
  );
}

function frontOf({ component, tabs }: Grid): Front | null {
  const tab = tabs.get(activeTab(component));
  const cell = component.workbook.getActiveCell();
  if (tab === undefined || cell === null) return null;
  const display = (row: number, column: number) =>
    displayOf(component, tab.sheetId, { row, column });
  return { tab, column: cell.getColumn(), display };
}

function columnOf(front: Front | null) {
  if (front === null) return { name: '', values: [], hidden: [] };
  const { tab, column, display } = front;
  const header = tab.frozenRows > 0 ? display(tab.frozenRows - 1, column) : '';
  return {
    name: header === '' ? columnLetters(column) : header,
    values: textsOfColumn(tab, (row) => display(row, column)),
    hidden: tab.hiddenTexts.get(column) ?? [],
  };
}

/** Before the browser's own search, which finds nothing in a drawing. */
function listenForFind(open: () => void): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyF';
      if (!isFind) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    },
    { capture: true },
  );
}
