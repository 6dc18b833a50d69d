// A list of Lectern's own, written anew below its headers.
import type { Language } from '../../text/language';
import { findHeaders, type Positions } from '../headers';
import { placeOf, tableOf, type Snapshot } from '../snapshot';
import type { Tab, TabRow } from '../tab';
import type { TabKey } from '../tab-keys';
import { TABS, type Tabs } from '../tabs/index';
import type { WorkbookChange } from './change';
import { firstFreeRow } from './first-free-row';
import { writeRow, type RowCells } from './write-row';

export interface WrittenList {
  /** Where the list begins, from 0. */
  readonly firstRow: number;
  /** The rows of the list, then blank ones over what is left of a longer list. */
  readonly rows: readonly RowCells[];
  readonly changes: readonly WorkbookChange[];
}

/** `rows`: the whole list as it is to be. */
export function writeList<Key extends TabKey>(
  snapshot: Snapshot,
  key: Key,
  at: { readonly rows: readonly Partial<TabRow<Tabs[Key]>>[]; readonly language: Language },
): WrittenList {
  const tab: Tab = TABS[key];
  const { positions } = findHeaders(tab, tableOf(snapshot, key));
  const rows = at.rows.map((values) => writeRow<Tab>(tab, values, positions, at.language));
  return writeListCells(snapshot, key, rows);
}

/** The same for rows that are cells already; a cell that is undefined keeps what is there. */
export function writeListCells(
  snapshot: Snapshot,
  key: TabKey,
  list: readonly RowCells[],
): WrittenList {
  const tab: Tab = TABS[key];
  const table = tableOf(snapshot, key);
  const { positions, lines } = findHeaders(tab, table);
  const firstRow = lines.last + 1;
  const rows = [...list];
  const last = firstFreeRow(table);
  const blank = blankCells(positions);
  while (rows.length < last - firstRow) rows.push(blank);
  if (rows.length === 0) return { firstRow, rows, changes: [] };
  const { sheetId } = table;
  const rowCount = placeOf(snapshot, key)?.rowCount ?? Number.POSITIVE_INFINITY;
  const addRows = firstRow + rows.length - rowCount;
  return {
    firstRow,
    rows,
    changes: [
      ...(addRows > 0
        ? [{ kind: 'growTab' as const, sheetId, rowCount, addRows, addColumns: 0 }]
        : []),
      { kind: 'writeCells', sheetId, firstRow, firstColumn: 0, rows, isWholeList: true },
    ],
  };
}

/** Null empties a cell, also one that an entry always fills. */
export function blankCells(positions: Positions): RowCells {
  const cells: RowCells = [];
  for (const position of positions.values()) {
    while (cells.length <= position) cells.push(undefined);
    cells[position] = null;
  }
  return cells;
}
