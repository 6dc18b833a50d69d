// A workbook port without a network. It keeps cells, their notes and backgrounds, tab places and the leases; formats, drop-downs and charts it only counts.
import type { LeaseName, WorkbookChange } from '#core/workbook/write/change';
import type { CellArea, Decoration, SheetCell } from '#core/workbook/decoration';
import { applySteps, type LineStep } from '#core/workbook/write/line-steps';
import { planWrite, type SafeWrite } from '#core/row-safety/plan-write';
import { misplacedSheets } from '#core/row-safety/probes';
import type { Basis, Snapshot, TabPlace } from '#core/workbook/snapshot';
import { gridOf, rowsOf } from '#core/workbook/cell-grid';
import type { Cell, CellGrid, Table, Tables } from '#core/workbook/table';
import { ALL_TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { cellName } from '#core/workbook/cell-name';
import { AppError } from '#functions/errors';
import type { WorkbookPort } from '#functions/ports/workbook';
import {
  applyChange,
  draftOf,
  isSame,
  swapLease,
  tabOf,
  trimmed,
  type State,
} from '#test/support/memory-state';

export const WORKBOOK_ID = 'workbook-of-the-tests-0001';

const isStill = (known: TabPlace, now: TabPlace): boolean =>
  now.title === known.title &&
  now.rowCount <= known.rowCount &&
  now.columnCount <= known.columnCount;

export class InMemoryWorkbook implements WorkbookPort {
  private state: State = { tabs: new Map(), leases: new Map(), decorations: [], ownId: null };
  /** Every set of changes that was carried out. */
  readonly applied: (readonly WorkbookChange[])[] = [];
  /** Called before each write with its number, from 1; throw to let the write fail. */
  beforeApply: (count: number) => void = () => undefined;
  /** So many of the next writes are carried out without an answer. */
  losesAnswers = 0;

  constructor(tables: Tables = {}) {
    for (const key of ALL_TAB_KEYS) {
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
      ownId: this.state.ownId,
      ...(own.length > 0 && { ownCells: this.ownCells(own) }),
    });
  }

  /** Finds the tabs by their ids, as a Sheets server does, and sees their titles and sizes. */
  async readAgain(known: Snapshot, keys: readonly TabKey[]): Promise<Snapshot> {
    const now = await this.read(known.spreadsheetId, keys);
    const found = keys.flatMap((key) => {
      const table = known.tables[key];
      const place = known.places.find(({ sheetId }) => sheetId === table?.sheetId);
      const tab = table && this.state.tabs.get(table.sheetId);
      if (!tab || !place || !isStill(place, tab.place)) return [];
      return [[key, { ...table, cells: gridOf(trimmed(tab.cells)) }] as const];
    });
    return found.length < keys.length ? now : { ...known, tables: Object.fromEntries(found) };
  }

  private ownCells(keys: readonly string[]): Record<string, Cell[][]> {
    const tabs = [...this.state.tabs.values()];
    const found = tabs.filter(({ place }) => place.key !== null && keys.includes(place.key));
    return Object.fromEntries(found.map(({ place, cells }) => [place.key ?? '', trimmed(cells)]));
  }

  readCells(_: string, title: string): Promise<CellGrid> {
    const tab = [...this.state.tabs.values()].find(({ place }) => place.title === title);
    if (!tab) throw new Error(`the workbook has no tab "${title}"`);
    return Promise.resolve(gridOf(trimmed(tab.cells)));
  }

  /** A tab of the clerk's own, as after pasting; its sheet id is returned. */
  async addTab(title: string, rows: readonly (readonly Cell[])[]): Promise<number> {
    const sheetId = 1 + Math.max(9000, ...this.state.tabs.keys());
    const size = { rowCount: rows.length + 10, columnCount: 30 };
    await this.edit([
      { kind: 'createTab', sheetId, key: '', title, index: 0, color: '#000000', ...size },
    ]);
    await this.addRows(sheetId, rows);
    return sheetId;
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

  async apply(basis: Basis, changes: readonly WorkbookChange[]): Promise<void> {
    await Promise.resolve();
    const write = planWrite(basis, changes);
    if (write.changes.length === 0 || this.isCarriedOut(changes)) return;
    const copy = draftOf(this.state); // nothing is kept when a change is refused
    for (const change of write.changes) if (change.kind === 'moveLease') swapLease(copy, change);
    this.checkSizes(basis, write);
    for (const change of write.changes) applyChange(copy, change, basis.spreadsheetId);
    const misplaced = misplacedSheets(write.probes, (sheetId, row, column) => {
      const value = copy.tabs.get(sheetId)?.cells[row]?.[column];
      return { value, isFormula: false };
    });
    if (misplaced.size > 0) throw new AppError('rowsMoved');
    this.beforeApply(this.applied.length + 1);
    this.state = copy;
    this.applied.push(changes);
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      throw new AppError('sheetsDown');
    }
  }

  /** Nobody inserted or deleted rows or columns of a tab that is written. */
  private checkSizes({ places }: Basis, { edges }: SafeWrite): void {
    for (const { sheetId } of edges) {
      const read = places.find((place) => place.sheetId === sheetId);
      const now = this.state.tabs.get(sheetId)?.place;
      if (!read) continue;
      if (now?.rowCount !== read.rowCount || now.columnCount !== read.columnCount)
        throw new AppError('rowsMoved');
    }
  }

  /** A lease whose place is the one of these changes came there with them. */
  private isCarriedOut(changes: readonly WorkbookChange[]): boolean {
    return changes.some(
      (change) =>
        change.kind === 'moveLease' &&
        change.from !== change.to &&
        (this.state.leases.get(change.lease ?? 'sending') ?? null) === change.to,
    );
  }

  /** What a clerk does in the spreadsheet. */
  edit(changes: readonly WorkbookChange[]): Promise<void> {
    const copy = draftOf(this.state);
    for (const change of changes) applyChange(copy, change, WORKBOOK_ID);
    this.state = copy;
    return Promise.resolve();
  }

  /** Types rows below the last one, as a clerk does. */
  addRows(sheetId: number, rows: readonly (readonly Cell[])[]): Promise<void> {
    const { cells, place } = tabOf(draftOf(this.state), sheetId);
    const { rowCount } = place;
    const firstRow = trimmed(cells).length;
    const addRows = Math.max(0, firstRow + rows.length - rowCount);
    return this.edit([
      { kind: 'growTab', sheetId, rowCount, addRows, addColumns: 0 },
      { kind: 'writeCells', sheetId, firstRow, firstColumn: 0, rows: rows.map((row) => [...row]) },
    ]);
  }

  /** Rearranges the rows of a tab as a clerk does. */
  editRows(sheetId: number, steps: readonly LineStep[]): void {
    const draft = draftOf(this.state);
    const tab = tabOf(draft, sheetId);
    const { rowCount } = tab.place;
    const rows = Array.from({ length: rowCount }, (_, row) => tab.cells[row] ?? []);
    tab.cells = applySteps<Cell[]>(rows, steps, () => []);
    tab.place = { ...tab.place, rowCount: tab.cells.length };
    this.state = draft;
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
    rowCount: Math.max(1000, table.cells.height),
    columnCount,
    key,
    layout: null,
    chartIds: [],
    protectedRangeIds: [],
    colorWords: [],
    hasHighlights: false,
  };
}

function isIn(area: CellArea, { sheetId, row, column }: Decoration): boolean {
  return (
    sheetId === area.sheetId &&
    row >= area.startRow &&
    row < area.endRow &&
    column >= area.startColumn &&
    column < area.endColumn
  );
}
