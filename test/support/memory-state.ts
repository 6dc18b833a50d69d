// What the in-memory workbook holds, and how each change alters it.
import type {
  LayOutTab,
  LeaseName,
  SwapLease,
  WorkbookChange,
  WriteCells,
} from '#core/workbook/write/change';
import type { Decoration } from '#core/workbook/decoration';
import { isBlank, type Cell } from '#core/workbook/table';
import { applySteps } from '#core/workbook/write/line-steps';
import { AppError } from '#functions/errors';
import { writtenReport, type MemoryTab } from '#test/support/memory-report';

export interface State {
  readonly tabs: Map<number, MemoryTab>;
  readonly leases: Map<LeaseName, string>;
  decorations: Decoration[];
  /** What set-up wrote: the workbook's id. */
  ownId: string | null;
}

export function applyChange(state: Draft, change: WorkbookChange, spreadsheetId: string): void {
  switch (change.kind) {
    case 'createTab': {
      const { sheetId, title, index, rowCount, columnCount } = change;
      const place = {
        sheetId,
        title,
        index,
        rowCount,
        columnCount,
        key: null,
        layout: null,
        chartIds: [],
        protectedRangeIds: [],
        colorWords: [],
        hasHighlights: false,
      };
      state.tabs.set(sheetId, { place, cells: [] });
      return;
    }
    case 'layOutTab': {
      layOut(state, change);
      return;
    }
    case 'writeCells': {
      write(tabOf(state, change.sheetId), change);
      return;
    }
    case 'appendRows': {
      const tab = tabOf(state, change.sheetId);
      const { rowCount } = tab.place;
      tab.place = { ...tab.place, rowCount: rowCount + change.rows.length };
      tab.cells.splice(change.firstRow, 0, ...change.rows.map(() => []));
      write(tab, { ...change, kind: 'writeCells', firstColumn: 0 });
      return;
    }
    case 'deleteRows': {
      const tab = tabOf(state, change.sheetId);
      const { rowCount } = tab.place;
      tab.place = { ...tab.place, rowCount: rowCount - change.count };
      tab.cells.splice(change.firstRow, change.count);
      return;
    }
    case 'arrangeRows': {
      const tab = tabOf(state, change.sheetId);
      const rows = Array.from({ length: tab.place.rowCount }, (_, row) => tab.cells[row] ?? []);
      tab.cells = applySteps<Cell[]>(rows, change.steps, () => []);
      tab.place = { ...tab.place, rowCount: tab.cells.length };
      const from = applySteps([...rows.keys()], change.steps, () => -1);
      state.decorations = state.decorations.flatMap((one) => {
        if (one.sheetId !== change.sheetId) return [one];
        const row = from.indexOf(one.row);
        return row < 0 ? [] : [{ ...one, row }];
      });
      return;
    }
    case 'deleteTab':
      state.tabs.delete(change.sheetId);
      state.decorations = state.decorations.filter(({ sheetId }) => sheetId !== change.sheetId);
      return;
    case 'growTab': {
      const tab = tabOf(state, change.sheetId);
      tab.place = {
        ...tab.place,
        rowCount: tab.place.rowCount + change.addRows,
        columnCount: tab.place.columnCount + change.addColumns,
      };
      return;
    }
    case 'writeReport': {
      const old = change.replaces ? tabOf(state, change.sheetId) : null;
      state.tabs.set(change.sheetId, writtenReport(old, change));
      return;
    }
    case 'writeOwnId':
      state.ownId = spreadsheetId;
      return;
    case 'moveLease':
      return; // before all others
    case 'decorateCells':
      state.decorations = [
        ...state.decorations.filter((cell) => !change.cells.some((one) => isSame(one, cell))),
        ...change.cells.filter(({ note, background }) => note !== '' || background !== null),
      ];
      return;
    case 'linkCells':
      return; // links are seen by the adapter's own test
    case 'flagHighlights': {
      const tab = tabOf(state, change.sheetId);
      tab.place = { ...tab.place, hasHighlights: change.isHighlighted };
    }
  }
}

export function swapLease({ leases }: State, { lease = 'sending', from, to }: SwapLease): void {
  if ((leases.get(lease) ?? null) !== from) throw new AppError('leaseHeld');
  if (to === null) leases.delete(lease);
  else leases.set(lease, to);
}

export const isSame = (a: Decoration, b: Decoration): boolean =>
  a.sheetId === b.sheetId && a.row === b.row && a.column === b.column;

/** A state that may be changed: its tabs are copied when they are first touched. */
interface Draft extends State {
  readonly touched: Set<number>;
}

export function draftOf({ tabs, leases, decorations, ownId }: State): Draft {
  return { tabs: new Map(tabs), leases: new Map(leases), decorations, ownId, touched: new Set() };
}

export function tabOf(state: Draft, sheetId: number): MemoryTab {
  const tab = state.tabs.get(sheetId);
  if (!tab) throw new Error(`no sheet ${sheetId}`);
  if (state.touched.has(sheetId)) return tab;
  const copy = { place: tab.place, cells: tab.cells.map((row) => [...row]) };
  state.tabs.set(sheetId, copy);
  state.touched.add(sheetId);
  return copy;
}

function layOut(state: Draft, change: LayOutTab): void {
  const tab = tabOf(state, change.sheetId);
  const colorWords = [
    ...change.colors.map(({ word }) => word),
    ...tab.place.colorWords.filter((_, index) => !change.dropColorRules.includes(index)),
  ];
  tab.place = { ...tab.place, key: change.key, layout: change.layout, colorWords };
  while (tab.cells.length <= change.headerRow) tab.cells.push([]);
  const header = tab.cells[change.headerRow] ?? [];
  for (const column of change.columns) {
    while (header.length <= column.position) header.push('');
    header[column.position] = column.label;
  }
}

function write(tab: MemoryTab, change: WriteCells): void {
  if (change.firstRow + change.rows.length > tab.place.rowCount)
    throw new Error('the write exceeds the grid');
  change.rows.forEach((row, down) => {
    while (tab.cells.length <= change.firstRow + down) tab.cells.push([]);
    const cells = tab.cells[change.firstRow + down] ?? [];
    row.forEach((cell, across) => {
      if (cell === undefined) return;
      while (cells.length <= change.firstColumn + across) cells.push('');
      cells[change.firstColumn + across] = cell ?? '';
    });
  });
}

/** As the API returns values: blank ends cut off. */
export function trimmed(cells: readonly (readonly Cell[])[]): Cell[][] {
  const rows = cells.map((row) => {
    let end = row.length;
    while (end > 0 && isBlank(row[end - 1])) end -= 1;
    return row.slice(0, end);
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
