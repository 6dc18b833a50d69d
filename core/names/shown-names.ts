// The names beside ids: those of rows that are being written, and those that a tab lacks or that are out of date.
import { overlay } from '../row-safety/overlay';
import { cellAt } from '../workbook/cell-grid';
import type { Column, NameOf } from '../workbook/column';
import { findHeaders, type Positions } from '../workbook/headers';
import type { Basis } from '../workbook/snapshot';
import { isBlank, type Cell, type Table, type Tables } from '../workbook/table';
import { TAB_KEYS, type TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs';
import type { WorkbookChange, WriteCells } from '../workbook/write/change';
import type { RowCells } from '../workbook/write/write-row';
import { idIn, isSameName, nameIndex, type NameIndex } from './name-index';

/** A column of names, and where it and what it depends on are in one tab of the workbook. */
export interface NameColumn {
  /** Key of the column in the tab's declaration. */
  readonly key: string;
  readonly nameOf: NameOf;
  readonly position: number;
  readonly idPosition: number;
  /** −1 in a tab without sessions. */
  readonly sessionPosition: number;
}

/** None for a tab that lacks the column of the ids or that of the names. */
export function nameColumns(key: TabKey, positions: Positions): NameColumn[] {
  return Object.entries<Column>(TABS[key].columns).flatMap(([name, { nameOf }]) => {
    const position = positions.get(name);
    const idPosition = positions.get(nameOf?.id ?? '');
    if (!nameOf || position === undefined || idPosition === undefined) return [];
    return [
      {
        key: name,
        nameOf,
        position,
        idPosition,
        sessionPosition: positions.get('sessionId') ?? -1,
      },
    ];
  });
}

export const nameColumnsOf = (table: Table): NameColumn[] =>
  nameColumns(table.key, findHeaders(TABS[table.key], table).positions);

/** What the column shows beside this id; null where nobody can say. */
export function shownName(
  index: NameIndex,
  { nameOf, idPosition, sessionPosition }: NameColumn,
  cellOf: (position: number) => Cell | undefined,
): string | null {
  const id = idIn(cellOf(idPosition));
  return id === null ? null : index.nameOf(nameOf.tabs, id, idIn(cellOf(sessionPosition)));
}

/** Whether the name that is there belongs to others than the id. */
export function isOfAnother(
  index: NameIndex,
  { nameOf, position, idPosition }: NameColumn,
  cellOf: (position: number) => Cell | undefined,
): boolean {
  const ids = index.idsNamed(nameOf.tabs, String(cellOf(position)));
  return ids.length > 0 && !ids.includes(idIn(cellOf(idPosition)) ?? '');
}

/** The changes, with the name beside each id that they write. */
export function withNames(basis: Basis, changes: readonly WorkbookChange[]): WorkbookChange[] {
  const tables = new Map(Object.values(basis.tables).map((table) => [table.sheetId, table]));
  const index = nameIndex(tablesAfter(basis, changes));
  return changes.map((change) => {
    if (change.kind !== 'writeCells' && change.kind !== 'appendRows') return change;
    const table = tables.get(change.sheetId);
    const columns = table ? nameColumnsOf(table) : [];
    if (!table || columns.length === 0) return change;
    const firstColumn = change.kind === 'writeCells' ? change.firstColumn : 0;
    const rows = change.rows.map((cells, down) => {
      const row = change.firstRow + down;
      const before = (position: number): Cell | undefined =>
        change.kind === 'writeCells' ? cellAt(table.cells, row, position) : undefined;
      return columns.reduce(
        (written, column) => withName(written, { column, firstColumn, before, index }),
        cells,
      );
    });
    return { ...change, rows };
  });
}

const NAMING: readonly TabKey[] = ['roster', 'speakers', 'contacts', 'topics', 'schedule'];

/** The tabs that name ids, with what the same write brings into them. */
function tablesAfter(basis: Basis, changes: readonly WorkbookChange[]): Tables {
  const sheetIds = new Set(NAMING.flatMap((key) => basis.tables[key]?.sheetId ?? []));
  const naming = changes.filter((change) => 'sheetId' in change && sheetIds.has(change.sheetId));
  return naming.length > 0 ? overlay(basis, naming).tables : basis.tables;
}

interface WrittenCells {
  readonly column: NameColumn;
  readonly firstColumn: number;
  readonly before: (position: number) => Cell | undefined;
  readonly index: NameIndex;
}

/** A row that is written without its id, or with a name, stays as it is. */
function withName(cells: RowCells, { column, firstColumn, before, index }: WrittenCells): RowCells {
  const at = column.position - firstColumn;
  if (at < 0 || cells[at] !== undefined || idIn(cells[column.idPosition - firstColumn]) === null)
    return cells;
  const name = shownName(
    index,
    column,
    (position) => cells[position - firstColumn] ?? before(position),
  );
  return name === null ? cells : withCell(cells, at, name);
}

function withCell(cells: RowCells, position: number, cell: Cell): RowCells {
  const copy = [...cells];
  while (copy.length < position) copy.push(undefined);
  copy[position] = cell;
  return copy;
}

/** Writes the names that are missing or no longer right; a name of somebody else is left for a clerk to decide about. */
export function planNames(tables: Tables): WriteCells[] {
  const index = nameIndex(tables);
  return TAB_KEYS.flatMap((key) => {
    const table = tables[key];
    return table ? nameColumnsOf(table).flatMap((column) => namesIn(table, column, index)) : [];
  });
}

/** The names of one column that are missing or no longer right; set-up asks for those of a column it is about to add. */
export function namesIn(table: Table, column: NameColumn, index: NameIndex): WriteCells[] {
  const { cells, sheetId } = table;
  const first = findHeaders(TABS[table.key], table).lines.last + 1;
  const rows: RowCells[] = [];
  let firstRow = first;
  for (let row = first; row < cells.height; row += 1) {
    const name = outdatedName(index, column, (position) => cellAt(cells, row, position));
    if (name === null) continue;
    if (rows.length === 0) firstRow = row;
    while (rows.length < row - firstRow) rows.push([]);
    rows.push([name]);
  }
  if (rows.length === 0) return [];
  return [{ kind: 'writeCells', sheetId, firstRow, firstColumn: column.position, rows }];
}

/** The right name; null where it is there already, or where the name of another person or topic is. */
function outdatedName(
  index: NameIndex,
  column: NameColumn,
  cellOf: (position: number) => Cell | undefined,
): string | null {
  const shown = cellOf(column.position);
  const name = shownName(index, column, cellOf);
  if (name === null || isBlank(shown)) return name;
  return isSameName(String(shown), name) || isOfAnother(index, column, cellOf) ? null : name;
}
