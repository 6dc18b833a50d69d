// What was in written cells before, found by the cells beside them: rows are known again by their content, wherever they are now.
import { isBlank, type Cell } from '../workbook/table';
import { rowContent, isSameCell, type BasisTab } from './basis-tab';
import { columnsBefore, headerOf } from './match-columns';

type Cells = ReadonlyMap<number, Cell | null | undefined>;

/** A row that holds what was written, and the cells it had before in these columns; null when nothing identifies it. */
export interface FoundRow {
  readonly row: number;
  readonly former: ReadonlyMap<number, Cell | null> | null;
}

interface Side {
  readonly tab: BasisTab;
  readonly columns: readonly number[];
}

interface Versions {
  readonly before: BasisTab;
  readonly now: BasisTab;
  /** The columns that the write reached in any row. */
  readonly reached: ReadonlySet<number>;
}

/** Every row that now holds the `written` cells but did not before. */
export function rowsWith(written: Cells, { before, now, reached }: Versions): FoundRow[] {
  const origin = columnsBefore(headerOf(before), headerOf(now));
  const originOf = (column: number): number | null => origin[column] ?? null;
  const beside = now.declared.filter((column) => !written.has(column) && originOf(column) !== null);
  const nowSide: Side = { tab: now, columns: beside };
  const beforeSide: Side = { tab: before, columns: beside.map((column) => originOf(column) ?? -1) };
  const holds = (row: number): boolean =>
    [...written].every(([column, cell]) => isSameCell(now.cell(row, column), cell ?? null));
  const formerAt = (row: number): Map<number, Cell | null> =>
    new Map(
      [...written.keys()].map((column) => [
        column,
        before.cell(row, originOf(column) ?? -1) ?? null,
      ]),
    );
  const rowsNow = rowsByContent(nowSide);
  const rowsBefore = rowsByContent(beforeSide);
  const writtenCells = (row: number): Cells =>
    new Map([...written.keys()].map((column) => [column, now.cell(row, column)]));
  const unreached = beside.filter((column) => !reached.has(column));
  const unreachedContent = (row: number): string =>
    rowContent((column) => now.cell(row, column), unreached);
  /** Rows that were like this one beside the written cells, until the write changed other cells of theirs. */
  const changedAlike = (row: number): number[] =>
    [...rowsNow]
      .filter(([content]) => !rowsBefore.has(content))
      .flatMap(([, rows]) => rows.filter((at) => unreachedContent(at) === unreachedContent(row)));
  const exact = new Set([...rowsNow.keys()].flatMap((content) => rowsBefore.get(content) ?? []));
  const found: FoundRow[] = [];
  for (const [content, rows] of rowsNow) {
    const candidates = rows.filter(holds);
    if (candidates.length === 0) continue;
    const others = rows.filter((row) => !candidates.includes(row));
    const known = (rowsBefore.get(content) ?? []).map((at) => ({ at, cells: formerAt(at) }));
    const formers = unused(known, others.map(writtenCells));
    const [first = 0] = candidates;
    const left = unused(formers, changedAlike(first).map(writtenCells));
    const chosen = inPlaceFirst(candidates, left.length < candidates.length ? formers : left);
    for (const row of candidates) {
      const former =
        chosen.get(row) ?? likely(row, nowSide, beforeSide, { exact, formerAt, written });
      if (former === 'unknown') found.push({ row, former: null });
      else if (
        ![...written].every(([column, cell]) => isSameCell(former.get(column), cell ?? null))
      )
        found.push({ row, former });
    }
  }
  return found;
}

function rowsByContent({ tab, columns }: Side): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = tab.lines.last + 1; row < tab.height; row += 1) {
    const content = rowContent((column) => tab.cell(row, column), columns);
    const known = rows.get(content);
    if (known) known.push(row);
    else rows.set(content, [row]);
  }
  return rows;
}

/** A row of before, and what it held in the written columns. */
interface FormerRow {
  readonly at: number;
  readonly cells: ReadonlyMap<number, Cell | null>;
}

/** Of rows alike beside the written cells, those whose cells no other row has now. */
function unused(formers: readonly FormerRow[], others: readonly Cells[]): FormerRow[] {
  const rest = [...formers];
  for (const cells of others) {
    const at = rest.findIndex((former) =>
      [...former.cells].every(([column, cell]) => isSameCell(cells.get(column), cell)),
    );
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
}

/**
 * Which cells each row had: its own place's where that is possible, so that rows of which the key itself was written over are told apart;
 * the others in their order.
 */
function inPlaceFirst(
  candidates: readonly number[],
  formers: readonly FormerRow[],
): ReadonlyMap<number, FormerRow['cells']> {
  const chosen = new Map<number, FormerRow['cells']>();
  const places = new Set(candidates);
  for (const { at, cells } of formers) if (places.has(at)) chosen.set(at, cells);
  const rest = formers.filter(({ at }) => !places.has(at));
  for (const row of candidates) {
    const next = chosen.has(row) ? undefined : rest.shift();
    if (next) chosen.set(row, next.cells);
  }
  return chosen;
}

interface Known {
  /** Rows of before that are the same now. */
  readonly exact: ReadonlySet<number>;
  readonly written: Cells;
  readonly formerAt: (row: number) => Map<number, Cell | null>;
}

/** A row of which another cell was edited, or its id typed anew; or one that was blank. */
function likely(
  row: number,
  now: Side,
  before: Side,
  { exact, formerAt, written }: Known,
): Map<number, Cell | null> | 'unknown' {
  if (now.columns.every((column) => isBlank(now.tab.cell(row, column))))
    return new Map([...written.keys()].map((column) => [column, null]));
  const isKey = (index: number): boolean => now.tab.key.includes(now.columns[index] ?? -1);
  for (const part of [isKey, (index: number) => !isKey(index)]) {
    const pick = ({ columns }: Side): number[] => columns.filter((_, index) => part(index));
    const [nowColumns, beforeColumns] = [pick(now), pick(before)];
    if (nowColumns.every((column) => isBlank(now.tab.cell(row, column)))) continue;
    const content = rowContent((column) => now.tab.cell(row, column), nowColumns);
    const rows: number[] = [];
    for (let at = before.tab.lines.last + 1; at < before.tab.height; at += 1)
      if (
        !exact.has(at) &&
        rowContent((column) => before.tab.cell(at, column), beforeColumns) === content
      )
        rows.push(at);
    const [only] = rows;
    if (rows.length === 1 && only !== undefined) return formerAt(only);
  }
  // The former content is nowhere else: the cell was edited in place.
  return exact.has(row) || row >= before.tab.height ? 'unknown' : formerAt(row);
}
