// What the changes of one write do to one tab, by row.
import type {
  AppendRows,
  DecorateCells,
  WorkbookChange,
  WriteCells,
} from '../workbook/write/change';
import { isBlank } from '../workbook/table';
import type { Basis } from '../workbook/snapshot';
import type { RowCells } from '../workbook/write/write-row';
import { basisTab, isSameCell } from './basis-tab';

/**
 * The changes without cells that hold already what is to be written: less is sent, and the cells that identify a row are not
 * overwritten, so that they still identify the row afterwards.
 */
export function withoutRepeats(
  snapshot: Basis,
  changes: readonly WorkbookChange[],
): WorkbookChange[] {
  return changes.flatMap((change): WorkbookChange[] => {
    if (change.kind === 'appendRows') return change.rows.length > 0 ? [change] : [];
    if (change.kind === 'decorateCells') return change.cells.length > 0 ? [change] : [];
    if (change.kind !== 'writeCells') return [change];
    const tab = basisTab(snapshot, change.sheetId);
    if (!tab) return change.rows.length > 0 ? [change] : [];
    const rows = change.rows.map((row, down) =>
      row.map((cell, across) => {
        const now = tab.cell(change.firstRow + down, change.firstColumn + across);
        return cell !== undefined && isSameCell(now, cell) ? undefined : cell;
      }),
    );
    return rows.some(hasCells) ? [{ ...change, rows }] : [];
  });
}

const hasCells = (row: RowCells): boolean => row.some((cell) => cell !== undefined);

/** Rows that are added to one tab at several places go there together, in their order, to the first place: the others were decided with those before. */
export function withAppendsTogether(changes: readonly WorkbookChange[]): WorkbookChange[] {
  const together = new Map<number, AppendRows>();
  for (const change of changes) {
    if (change.kind !== 'appendRows') continue;
    const first = together.get(change.sheetId);
    const rows = [...(first?.rows ?? []), ...change.rows];
    together.set(change.sheetId, { ...(first ?? change), rows });
  }
  return [...changes.filter(({ kind }) => kind !== 'appendRows'), ...together.values()];
}

/** A row that is written: its position and, by column, the cells it gets. */
export interface WrittenRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, RowCells[number]>;
  /** Columns that are not written, and must hold what was read. */
  readonly dependsOn: readonly number[];
}

export interface WrittenTab {
  readonly written: readonly WrittenRow[];
  /** Lists of Lectern's own among the written rows. */
  readonly lists: readonly WriteCells[];
  readonly appended: readonly AppendRows[];
  readonly decorated: readonly DecorateCells[];
}

/** By sheet id, for the tabs whose cells are written. */
export function writtenTabs(changes: readonly WorkbookChange[]): ReadonlyMap<number, WrittenTab> {
  const tabs = new Map<
    number,
    {
      written: WrittenRow[];
      lists: WriteCells[];
      appended: AppendRows[];
      decorated: DecorateCells[];
    }
  >();
  const tabOf = (sheetId: number) => {
    const known = tabs.get(sheetId);
    if (known) return known;
    const fresh = { written: [], lists: [], appended: [], decorated: [] };
    tabs.set(sheetId, fresh);
    return fresh;
  };
  for (const change of changes) {
    if (change.kind === 'writeCells') {
      const tab = tabOf(change.sheetId);
      if (change.isWholeList) tab.lists.push(change);
      tab.written.push(...writtenRows(change));
    } else if (change.kind === 'appendRows') tabOf(change.sheetId).appended.push(change);
    else if (change.kind === 'decorateCells')
      for (const sheetId of new Set(change.cells.map((cell) => cell.sheetId)))
        tabOf(sheetId).decorated.push({
          ...change,
          cells: change.cells.filter((cell) => cell.sheetId === sheetId),
        });
  }
  return tabs;
}

function writtenRows(change: WriteCells): WrittenRow[] {
  const { firstRow, firstColumn, isWholeList, dependsOn = [] } = change;
  return change.rows.flatMap((row, down): WrittenRow[] => {
    const cells = new Map(
      row.flatMap((cell, across) =>
        cell === undefined ? [] : [[firstColumn + across, cell] as const],
      ),
    );
    return cells.size > 0 || isWholeList ? [{ row: firstRow + down, cells, dependsOn }] : [];
  });
}

/** Whether nothing but blank cells is written. */
export const isBlankRow = (cells: readonly unknown[]): boolean =>
  cells.every((cell) => cell === undefined || isBlank(cell as RowCells[number]));
