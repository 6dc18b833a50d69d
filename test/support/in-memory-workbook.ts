// A workbook port without a network. It keeps cells, their notes and backgrounds, tab places and the leases; formats, drop-downs and charts it only counts.
import type {
  LayOutTab,
  LeaseName,
  MoveLease,
  WorkbookChange,
  WriteCells,
} from '#core/workbook/change';
import type { CellArea, Decoration, SheetCell } from '#core/workbook/decoration';
import type { LineStep } from '#core/workbook/line-steps';
import type { Snapshot, TabPlace } from '#core/workbook/snapshot';
import { gridOf, rowsOf } from '#core/workbook/cell-grid';
import { isBlank, type Cell, type Table, type Tables } from '#core/workbook/table';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { cellName } from '#core/workbook/cell-name';
import { AppError } from '#functions/errors';
import type { WorkbookPort } from '#functions/ports/workbook';
import { applySteps, writtenReport, type MemoryTab } from '#test/support/memory-report';

interface State {
  readonly tabs: Map<number, MemoryTab>;
  readonly leases: Map<LeaseName, string>;
  decorations: Decoration[];
}

export const WORKBOOK_ID = 'workbook-of-the-tests-0001';

export class InMemoryWorkbook implements WorkbookPort {
  private state: State = { tabs: new Map(), leases: new Map(), decorations: [] };
  /** Every set of changes that was carried out. */
  readonly applied: (readonly WorkbookChange[])[] = [];
  /** Called before each write with its number, from 1; throw to let the write fail. */
  beforeApply: (count: number) => void = () => undefined;
  /** So many of the next writes are carried out without an answer. */
  losesAnswers = 0;

  constructor(tables: Tables = {}) {
    for (const key of TAB_KEYS) {
      const table = tables[key];
      if (table)
        this.state.tabs.set(table.sheetId, {
          place: placeFor(table, key, this.state.tabs.size),
          cells: rowsOf(table.cells),
        });
    }
  }

  read(
    spreadsheetId: string,
    keys: readonly TabKey[],
    own: readonly string[] = [],
  ): Promise<Snapshot> {
    const tabs = [...this.state.tabs.values()];
    const tables = Object.fromEntries(
      keys.flatMap((key) => {
        const tab = tabs.find(({ place }) => place.key === key);
        return tab
          ? [
              [
                key,
                {
                  key,
                  title: tab.place.title,
                  sheetId: tab.place.sheetId,
                  cells: gridOf(trimmed(tab.cells)),
                },
              ],
            ]
          : [];
      }),
    );
    return Promise.resolve({
      spreadsheetId,
      title: 'Test',
      timeZone: 'Asia/Shanghai',
      locale: 'zh_CN',
      places: tabs.map(({ place }) => place),
      tables,
      ...(own.length > 0 && { ownCells: this.ownCells(own) }),
    });
  }

  private ownCells(keys: readonly string[]): Record<string, Cell[][]> {
    const tabs = [...this.state.tabs.values()];
    const found = tabs.filter(({ place }) => place.key !== null && keys.includes(place.key));
    return Object.fromEntries(found.map(({ place, cells }) => [place.key ?? '', trimmed(cells)]));
  }

  findNotes(_: string, sheetIds: readonly number[], text: string): Promise<readonly SheetCell[]> {
    return Promise.resolve(
      this.state.decorations.flatMap(({ sheetId, row, column, note }) =>
        sheetIds.includes(sheetId) && note.includes(text) ? [{ sheetId, row, column }] : [],
      ),
    );
  }

  readDecorations(_: string, areas: readonly CellArea[]): Promise<readonly Decoration[]> {
    return Promise.resolve(
      this.state.decorations.filter((cell) => areas.some((area) => isIn(area, cell))),
    );
  }

  readLease(_?: string, lease: LeaseName = 'sending'): Promise<string | null> {
    return Promise.resolve(this.state.leases.get(lease) ?? null);
  }

  async apply(_: string, changes: readonly WorkbookChange[]): Promise<void> {
    await Promise.resolve();
    const copy = draftOf(this.state); // nothing is kept when a change is refused
    for (const change of changes) applyChange(copy, change);
    this.beforeApply(this.applied.length + 1);
    this.state = copy;
    this.applied.push(changes);
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      throw new AppError('sheetsDown');
    }
  }

  /** Another workbook with the same content; neither sees what the other writes from now on. */
  copy(): InMemoryWorkbook {
    const other = new InMemoryWorkbook();
    other.state = this.state;
    return other;
  }

  /** The cells of a tab below the header row, as a clerk would see them. */
  rowsOf(key: string): Cell[][] {
    const tab = [...this.state.tabs.values()].find(({ place }) => place.key === key);
    if (!tab) throw new Error(`the workbook has no tab ${key}`);
    return trimmed(tab.cells).slice(1);
  }

  /** Paints or annotates a cell as a clerk would. */
  decorate(cell: Decoration): void {
    this.state.decorations = [...this.state.decorations.filter((one) => !isSame(one, cell)), cell];
  }

  /** Notes and backgrounds of a tab as `B2: note / background`. */
  decorationsOf(key: string): string[] {
    const tab = [...this.state.tabs.values()].find(({ place }) => place.key === key);
    return this.state.decorations
      .filter(({ sheetId }) => sheetId === tab?.place.sheetId)
      .map(({ row, column, note, background }) =>
        [`${cellName(row + 1, column)}:`, note, '/', background ?? ''].join(' ').trim(),
      )
      .sort();
  }

  /** Inserts or deletes columns as a clerk does. */
  editColumns(sheetId: number, step: LineStep): void {
    const draft = draftOf(this.state);
    const tab = tabOf(draft, sheetId);
    const { columnCount } = tab.place;
    const line = Array.from({ length: columnCount });
    tab.cells = tab.cells.map((row) =>
      applySteps<Cell>(
        line.map((_, at) => row[at] ?? ''),
        [step],
        () => '',
      ),
    );
    const columns = applySteps(line, [step], () => undefined).length;
    tab.place = { ...tab.place, columnCount: columns };
    this.state = draft;
  }

  holdLease(value: string): void {
    this.state = { ...this.state, leases: new Map(this.state.leases).set('sending', value) };
  }
}

function placeFor(table: Table, key: TabKey, index: number): TabPlace {
  const columnCount = Math.max(8, table.cells.columns.length);
  return {
    sheetId: table.sheetId,
    title: table.title,
    index,
    rowCount: 1000,
    columnCount,
    key,
    layout: null,
    chartIds: [],
    protectedRangeIds: [],
    colorWords: [],
    hasMarks: false,
  };
}

function applyChange(state: Draft, change: WorkbookChange): void {
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
        hasMarks: false,
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
      const rowCount = trimmed(tab.cells).length + change.rows.length;
      tab.place = { ...tab.place, rowCount: Math.max(tab.place.rowCount, rowCount) };
      const firstRow = trimmed(tab.cells).length;
      write(tab, { ...change, kind: 'writeCells', firstRow, firstColumn: 0 });
      return;
    }
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
    case 'moveLease':
      moveLease(state, change);
      return;
    case 'decorateCells':
      state.decorations = [
        ...state.decorations.filter((cell) => !change.cells.some((one) => isSame(one, cell))),
        ...change.cells.filter(({ note, background }) => note !== '' || background !== null),
      ];
      return;
    case 'linkCells':
      return; // links are seen by the adapter's own test
    case 'flagMarks': {
      const tab = tabOf(state, change.sheetId);
      tab.place = { ...tab.place, hasMarks: change.isMarked };
    }
  }
}

function moveLease({ leases }: State, { lease = 'sending', from, to }: MoveLease): void {
  if ((leases.get(lease) ?? null) !== from) throw new AppError('leaseHeld');
  if (to === null) leases.delete(lease);
  else leases.set(lease, to);
}

const isSame = (a: Decoration, b: Decoration): boolean =>
  a.sheetId === b.sheetId && a.row === b.row && a.column === b.column;

function isIn(area: CellArea, { sheetId, row, column }: Decoration): boolean {
  return (
    sheetId === area.sheetId &&
    row >= area.startRow &&
    row < area.endRow &&
    column >= area.startColumn &&
    column < area.endColumn
  );
}

/** A state that may be changed: its tabs are copied when they are first touched. */
interface Draft extends State {
  readonly touched: Set<number>;
}

function draftOf({ tabs, leases, decorations }: State): Draft {
  return { tabs: new Map(tabs), leases: new Map(leases), decorations, touched: new Set() };
}

function tabOf(state: Draft, sheetId: number): MemoryTab {
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
  if (tab.cells.length === 0) tab.cells.push([]);
  const [header = []] = tab.cells;
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
function trimmed(cells: readonly (readonly Cell[])[]): Cell[][] {
  const rows = cells.map((row) => {
    let end = row.length;
    while (end > 0 && isBlank(row[end - 1])) end -= 1;
    return row.slice(0, end);
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
