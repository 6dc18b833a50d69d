// Cells that are read back together with a write, because they show whether it reached the intended rows and columns.
import type { LayOutTab, WorkbookChange, WriteReport } from '../workbook/write/change';
import type { Basis } from '../workbook/snapshot';
import { isBlank, type Cell } from '../workbook/table';
import { basisTab, rowContent, isSameCell, type BasisTab } from './basis-tab';
import { ANY, clerkCells, type ExpectedCell } from './report-cells';
import { writtenTabs, type WrittenRow, type WrittenTab } from './written-tab';

/** A block of cells, rows and columns counted from 0, and what they must hold after the write. */
export interface Probe {
  readonly sheetId: number;
  readonly startRow: number;
  readonly startColumn: number;
  readonly rows: readonly (readonly ExpectedCell[])[];
  /** Cells with a formula may have changed by themselves: they say nothing. */
  readonly skipsFormulas: boolean;
}

/** A cell as it was read back. */
export interface ReadCell {
  readonly value: Cell | undefined;
  readonly isFormula: boolean;
}

/** Undefined for a cell that is blank or was not read. */
export type ReadBack = (sheetId: number, row: number, column: number) => ReadCell | undefined;

/** `changes` without repeats (`withoutRepeats`). Tabs whose cells were not read have no probes. */
export function planProbes(snapshot: Basis, changes: readonly WorkbookChange[]): Probe[] {
  const layouts = changes.filter((change) => change.kind === 'layOutTab');
  const tabs = writtenTabs(changes);
  const sheetIds = new Set([...tabs.keys(), ...layouts.map(({ sheetId }) => sheetId)]);
  return [
    ...[...sheetIds].flatMap((sheetId): Probe[] => {
      const tab = basisTab(snapshot, sheetId);
      if (!tab) return [];
      const written = tabs.get(sheetId);
      return [
        headerProbe(
          tab,
          layouts.filter((change) => change.sheetId === sheetId),
        ),
        ...(written ? rowProbes(tab, written) : []),
      ];
    }),
    ...changes.flatMap((change) =>
      change.kind === 'writeReport' ? reportProbes(snapshot, change) : [],
    ),
  ];
}

function headerProbe(tab: BasisTab, layouts: readonly LayOutTab[]): Probe {
  const { first, last } = tab.lines;
  const lines = Array.from({ length: last - first + 1 }, (_, line) =>
    Array.from({ length: tab.width }, (_cell, column) => tab.cell(first + line, column)),
  );
  for (const { position, label } of layouts.flatMap(({ columns }) => columns)) {
    for (const labels of lines) while (labels.length <= position) labels.push(undefined);
    lines[last - first]?.splice(position, 1, label);
  }
  const { sheetId } = tab.place;
  return { sheetId, startRow: first, startColumn: 0, rows: lines, skipsFormulas: true };
}

/** The cells that identify each row, and those its decision depended on; where the first do not identify it, or are written themselves, all that is not written. */
function rowProbes(tab: BasisTab, { written, decorated }: WrittenTab): Probe[] {
  const rows = new Map<number, Omit<WrittenRow, 'row'>>();
  for (const { row, cells, dependsOn } of written) {
    const before = rows.get(row) ?? UNWRITTEN;
    rows.set(row, {
      cells: new Map([...before.cells, ...cells]),
      dependsOn: [...before.dependsOn, ...dependsOn],
    });
  }
  for (const { cells } of decorated)
    for (const { row } of cells) if (!rows.has(row)) rows.set(row, UNWRITTEN);
  for (let row = 0; row <= tab.lines.last; row += 1) rows.delete(row);
  const isUnique = uniqueKeys(tab, new Set(rows.keys()));
  const blocks: Probe[] = [];
  for (const [row, { cells, dependsOn }] of [...rows].toSorted(([a], [b]) => a - b)) {
    const byKey = isUnique(row) && tab.key.every((column) => !cells.has(column));
    const all = byKey ? new Set([...tab.key, ...dependsOn]) : new Set(tab.declared);
    const columns = [...all].filter((column) => !cells.has(column));
    for (const { start, end } of runsOf(columns.toSorted((a, b) => a - b)))
      addBlock(blocks, {
        sheetId: tab.place.sheetId,
        startRow: row,
        startColumn: start,
        rows: [Array.from({ length: end - start }, (_, at) => tab.cell(row, start + at))],
        skipsFormulas: !byKey,
      });
  }
  return blocks;
}

const UNWRITTEN: Omit<WrittenRow, 'row'> = { cells: new Map(), dependsOn: [] };

/** Whether a row's key is whole and no other row has it. */
function uniqueKeys(tab: BasisTab, rows: ReadonlySet<number>): (row: number) => boolean {
  if (tab.key.length === 0) return () => false;
  const keyOf = (row: number): string => rowContent((column) => tab.cell(row, column), tab.key);
  const wanted = new Set([...rows].map(keyOf));
  const counts = new Map<string, number>();
  for (let row = tab.lines.last + 1; row < tab.height; row += 1) {
    const key = keyOf(row);
    if (wanted.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (row) =>
    counts.get(keyOf(row)) === 1 && tab.key.some((column) => !isBlank(tab.cell(row, column)));
}

function runsOf(columns: readonly number[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last?.end === column) last.end += 1;
    else runs.push({ start: column, end: column + 1 });
  }
  return runs;
}

/** Rows that follow one another are read in one block. */
function addBlock(blocks: Probe[], block: Probe): void {
  const at = blocks.findLastIndex(
    (one) =>
      one.startColumn === block.startColumn &&
      one.rows[0]?.length === block.rows[0]?.length &&
      one.skipsFormulas === block.skipsFormulas,
  );
  const last = blocks[at];
  if (last && last.startRow + last.rows.length === block.startRow)
    blocks[at] = { ...last, rows: [...last.rows, ...block.rows] };
  else blocks.push(block);
}

/** Only where a clerk keeps something on the report's tab: the columns beside the report, and the rows above and below its table. */
function reportProbes(snapshot: Basis, change: WriteReport): Probe[] {
  const cells = clerkCells(snapshot, change);
  if (!cells?.some((row) => row.some((cell) => cell !== ANY && !isBlank(cell)))) return [];
  const { sheetId, layout, sheet } = change;
  const width = cells[0]?.length ?? 0;
  const end = layout.headerRow + 1 + sheet.rows.length;
  const columns = Array.from({ length: width }, (_, column) => column);
  const beside = columns.filter((column) => !layout.columns.includes(column));
  const parts = [
    { columns: beside, startRow: 0, endRow: cells.length },
    { columns: layout.columns, startRow: 0, endRow: Math.min(layout.headerRow, cells.length) },
    { columns: layout.columns, startRow: end, endRow: cells.length },
  ];
  return parts.flatMap(({ columns: some, startRow, endRow }) =>
    startRow >= endRow
      ? []
      : runsOf(some.toSorted((a, b) => a - b)).map((run) => ({
          sheetId,
          startRow,
          startColumn: run.start,
          rows: cells.slice(startRow, endRow).map((row) => row.slice(run.start, run.end)),
          skipsFormulas: true,
        })),
  );
}

/** The sheets where a probe found something else than what must be there. */
export function misplacedSheets(probes: readonly Probe[], read: ReadBack): ReadonlySet<number> {
  const misplaced = new Set<number>();
  for (const { sheetId, startRow, startColumn, rows, skipsFormulas } of probes)
    rows.forEach((row, down) => {
      row.forEach((expected, across) => {
        if (expected === ANY) return;
        const found = read(sheetId, startRow + down, startColumn + across);
        if (found?.isFormula === true && skipsFormulas) return;
        if (!isSameCell(found?.value, expected)) misplaced.add(sheetId);
      });
    });
  return misplaced;
}
