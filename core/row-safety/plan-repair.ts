// A write reached rows it was not meant for: what must be written so that nothing of it is left there.
import type {
  DecorateCells,
  WorkbookChange,
  WriteCells,
  WriteReport,
} from '../workbook/write/change';
import type { Decoration } from '../workbook/decoration';
import { cellName } from '../workbook/cell-name';
import type { Basis } from '../workbook/snapshot';
import { isBlank, type Cell } from '../workbook/table';
import type { RowCells } from '../workbook/write/write-row';
import { basisTab, rowContent, isSameCell, type BasisTab } from './basis-tab';
import { rowsWith } from './former-cells';
import { columnsBefore, headerOf } from './match-columns';
import { ANY, clerkCells, formerReportCells, reportCellAt } from './report-cells';
import { isBlankRow, writtenTabs } from './written-tab';

/** A row that could not be given back what stood in it. */
export interface LostRow {
  readonly title: string;
  /** The sheet's own row number. */
  readonly row: number;
  /** What was written over it, or what it should hold again. */
  readonly cells: readonly { readonly cell: string; readonly value: string }[];
}

export interface RepairPlan {
  readonly changes: readonly WorkbookChange[];
  /** Sheets whose lists and reports are written again. */
  readonly rewritten: ReadonlySet<number>;
  /** Whether entries were rolled back, so that the write must be decided again. */
  readonly isRolledBack: boolean;
  readonly lost: readonly LostRow[];
}

interface Sides {
  readonly before: Basis;
  readonly now: Basis;
}

/**
 * `before` is what the changes were decided from, `now` the same tabs read after them. Entries are taken back altogether, wherever they
 * reached, and with them what a report, such as a sign-in sheet, says of them; lists and reports of Lectern's own, in the `misplaced`
 * sheets, are brought to what they were to be.
 */
export function planRepair(
  changes: readonly WorkbookChange[],
  misplaced: ReadonlySet<number>,
  sides: Sides,
): RepairPlan {
  const tabs = writtenTabs(changes);
  const lists = [...tabs].flatMap(([sheetId, { lists: own }]) =>
    misplaced.has(sheetId) ? own.map((list) => underItsHeaders(list, sides)) : [],
  );
  const reports = changes.filter((change) => change.kind === 'writeReport');
  const derived = [
    ...lists,
    ...reports
      .filter(({ sheetId }) => misplaced.has(sheetId))
      .flatMap((one) => repairReport(one, sides)),
  ];
  const isDerived = (sheetId: number): boolean =>
    (tabs.get(sheetId)?.lists.length ?? 0) > 0 || reports.some((one) => one.sheetId === sheetId);
  const rewritten = new Set([...misplaced].filter(isDerived));
  if (rewritten.size === misplaced.size)
    return { changes: derived, rewritten, isRolledBack: false, lost: [] };
  const taken = [...tabs].flatMap(([sheetId, tab]) => {
    const [before, now] = [basisTab(sides.before, sheetId), basisTab(sides.now, sheetId)];
    if (isDerived(sheetId) || !before || !now) return [];
    return [rollBack(tab, before, now)];
  });
  return {
    changes: [
      ...derived,
      ...taken.flatMap((one) => one.changes),
      ...reports.flatMap((one) => takeBackReport(one, sides)),
    ],
    rewritten,
    isRolledBack: true,
    lost: taken.flatMap((one) => one.lost),
  };
}

/** A whole list, each column where its label is now. A cell that was to stay and was written over gets back what it held. */
function underItsHeaders(list: WriteCells, { before, now }: Sides): WriteCells {
  const [then, since] = [basisTab(before, list.sheetId), basisTab(now, list.sheetId)];
  if (!then || !since) return list;
  const origin = columnsBefore(headerOf(then), headerOf(since));
  const rows = list.rows.map((row, index) =>
    origin.map((column, position): RowCells[number] => {
      if (column === null) {
        // No heading says which column this was: only what was written into it goes.
        const stray = row[position];
        const isThere =
          stray !== undefined && isSameCell(since.cell(list.firstRow + index, position), stray);
        return isThere ? null : undefined;
      }
      if (row[column] !== undefined || row[position] === undefined) return row[column];
      return then.cell(list.firstRow + index, column) ?? null;
    }),
  );
  return { ...list, rows };
}

function rollBack(
  { written, appended, decorated }: NonNullable<ReturnType<ReturnType<typeof writtenTabs>['get']>>,
  before: BasisTab,
  now: BasisTab,
): { readonly changes: readonly WorkbookChange[]; readonly lost: readonly LostRow[] } {
  const { sheetId, title } = now.place;
  const kinds = new Map(
    written.map(({ cells }) => [
      rowContent((column) => cells.get(column), [...cells.keys()]) + [...cells.keys()].join(),
      cells,
    ]),
  );
  const reached = new Set(written.flatMap(({ cells }) => [...cells.keys()]));
  const found = [...kinds.values()].flatMap((cells) =>
    rowsWith(cells, { before, now, reached }).map((row) => ({ ...row, cells })),
  );
  const lost = found.flatMap(({ row, former, cells }): LostRow[] =>
    former === null ? [{ title, row: row + 1, cells: shown(row, cells) }] : [],
  );
  const given = found.flatMap(({ row, former }): WorkbookChange[] =>
    former === null ? [] : [writeRowAt(sheetId, row, former)],
  );
  const removed = removeAppended(
    appended.flatMap(({ rows }) => rows),
    before,
    now,
  );
  const marks = decorated.flatMap((change) => restoreDecorations(change, before, now));
  return { changes: [...given, ...marks, ...removed], lost };
}

const shown = (row: number, cells: ReadonlyMap<number, RowCells[number]>): LostRow['cells'] =>
  [...cells].map(([column, value]) => ({
    cell: cellName(row + 1, column),
    value: String(value ?? ''),
  }));

function writeRowAt(
  sheetId: number,
  row: number,
  cells: ReadonlyMap<number, Cell | null>,
): WriteCells {
  const values: RowCells = [];
  for (const [column, cell] of cells) {
    while (values.length <= column) values.push(undefined);
    values[column] = cell;
  }
  return { kind: 'writeCells', sheetId, firstRow: row, firstColumn: 0, rows: [values] };
}

/** Of the appended rows those that hold nothing else, the last first; not more of a kind than there were added. */
function removeAppended(
  added: readonly RowCells[],
  before: BasisTab,
  now: BasisTab,
): WorkbookChange[] {
  const { sheetId } = now.place;
  const width = Math.max(now.width, ...added.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const rowsLike = (tab: BasisTab, cells: RowCells): number[] =>
    Array.from({ length: tab.height }, (_, row) => row).filter((row) =>
      columns.every((column) => isSameCell(tab.cell(row, column), cells[column] ?? null)),
    );
  const taken = new Set<number>();
  for (const cells of added.filter((row) => !isBlankRow(row))) {
    const rows = rowsLike(now, cells);
    const row = rows.findLast((at) => !taken.has(at));
    const left = rows.filter((at) => !taken.has(at)).length;
    if (row !== undefined && left > rowsLike(before, cells).length) taken.add(row);
  }
  return [...taken]
    .toSorted((a, b) => b - a)
    .map((firstRow) => ({ kind: 'deleteRows', sheetId, firstRow, count: 1 }));
}

/** Each decorated cell gets what the cell that is there now had before; from a cell that was not read only the highlight is removed. */
function restoreDecorations(
  { cells, before: known }: DecorateCells,
  before: BasisTab,
  now: BasisTab,
): WorkbookChange[] {
  const { sheetId } = now.place;
  const contents = new Map<string, number>();
  for (let row = 0; row < before.height; row += 1)
    contents.set(
      rowContent((column) => before.cell(row, column), before.declared),
      row,
    );
  const given = cells.map((cell): Decoration => {
    const { row, column } = cell;
    const origin = contents.get(rowContent((at) => now.cell(row, at), now.declared)) ?? row;
    const was = known.found.find(
      (one) => one.sheetId === sheetId && one.row === origin && one.column === column,
    );
    return { sheetId, row, column, note: was?.note ?? '', background: was?.background ?? null };
  });
  const areas = cells.map(({ row, column }) => ({
    sheetId,
    startRow: row,
    endRow: row + 1,
    startColumn: column,
    endColumn: column + 1,
  }));
  return [{ kind: 'decorateCells', cells: given, before: { areas, found: cells } }];
}

/** The clerks' cells beside a report, put back beside the row they are about; what was typed meanwhile stays. */
function repairReport(change: WriteReport, { before, now }: Sides): WriteCells[] {
  const wanted = clerkCells(before, change);
  const present = now.ownCells?.[change.key];
  if (!wanted || !present) return [];
  const known = new Set(wanted.flat().filter((cell) => cell !== ANY && !isBlank(cell)));
  return wanted.flatMap((row, at): WriteCells[] => {
    const cells: RowCells = row.map((cell, column) => {
      const there = present[at]?.[column];
      if (cell === ANY || isSameCell(there, cell)) return undefined;
      const isTyped = !isBlank(there) && !known.has(there);
      return isTyped ? undefined : (cell ?? null);
    });
    const { sheetId } = change;
    if (cells.every((cell) => cell === undefined)) return [];
    return [{ kind: 'writeCells', sheetId, firstRow: at, firstColumn: 0, rows: [cells] }];
  });
}

/** What the report's own cells held before, wherever they hold what was written. */
function takeBackReport(change: WriteReport, { before, now }: Sides): WriteCells[] {
  const former = formerReportCells(before, change);
  const present = now.ownCells?.[change.key];
  const wanted = clerkCells(before, change);
  if (!former || !present || !wanted) return [];
  return wanted.flatMap((row, at): WriteCells[] => {
    const cells: RowCells = row.map((cell, column) => {
      const was = former[at]?.[column];
      const written = reportCellAt(change, at, column);
      const isOurs = cell === ANY && isSameCell(present[at]?.[column], written ?? undefined);
      return isOurs && !isSameCell(was, written ?? undefined) ? (was ?? null) : undefined;
    });
    if (cells.every((cell) => cell === undefined)) return [];
    const { sheetId } = change;
    return [{ kind: 'writeCells', sheetId, firstRow: at, firstColumn: 0, rows: [cells] }];
  });
}
