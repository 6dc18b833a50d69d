// Finds the columns of a report on its tab by their labels, also when clerks moved them or put columns of their own between them.
import { foldWord } from '../text/clean';
import type { LineOrder } from '../workbook/write/line-steps';
import type { ReportRecord } from './report-record';
import { isBlank, type Cell } from '../workbook/table';

export interface OldTab {
  readonly cells: readonly (readonly Cell[])[];
  readonly columnCount: number;
  /** Null when an older version wrote it; then only the columns that the new report has too are known. */
  readonly record: ReportRecord | null;
}

export interface PlacedColumns {
  /** Row number of the header before; −1 when there is none any more. */
  readonly header: number;
  /** Positions before of all columns that are the report's, also of those it no longer has. */
  readonly ours: ReadonlySet<number>;
  /** For each column of the new report its position before; undefined when it had none. */
  readonly before: readonly (number | undefined)[];
  readonly order: LineOrder;
  /** For each column of the new report its position from now on. */
  readonly positions: readonly number[];
}

const fold = (cell: Cell | undefined): string => foldWord(String(cell ?? ''));

export function placeColumns(tab: OldTab, labels: readonly string[]): PlacedColumns {
  const known = tab.record?.columns ?? labels;
  const header = findHeader(tab.cells, known);
  const ours = header < 0 ? [] : ownPositions(tab.cells[header] ?? [], known);
  const isEmpty = tab.cells.every((row) => row.every(isBlank));
  const before = isEmpty
    ? labels.map((_, index) => (index < tab.columnCount ? index : undefined))
    : match(labels, ours);
  const taken = new Set([...ours.map(({ position }) => position)]);
  return { header, ours: taken, before, ...arranged(before, taken, tab.columnCount) };
}

/** The row with most of the labels; two at least, because a single word may be in any row. */
function findHeader(cells: OldTab['cells'], labels: readonly string[]): number {
  const wanted = new Set(labels.map(fold));
  const counts = cells.map((row) => new Set(row.map(fold).filter((one) => wanted.has(one))).size);
  const most = counts.reduce((best, count) => Math.max(best, count), 0);
  return most >= Math.min(2, labels.length) && most > 0 ? counts.indexOf(most) : -1;
}

interface Labelled {
  readonly position: number;
  readonly label: string;
}

function ownPositions(header: readonly Cell[], known: readonly string[]): Labelled[] {
  const left = known.map(fold);
  return header.flatMap((cell, position) => {
    const label = fold(cell);
    const at = left.indexOf(label);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 ? [{ position, label }] : [];
  });
}

/** By label; what is left on both sides of the same neighbour is taken to be the same column under another name. */
function match(labels: readonly string[], ours: readonly Labelled[]): (number | undefined)[] {
  const free = [...ours];
  const before = labels.map((label) => {
    const at = free.findIndex((column) => column.label === fold(label));
    return at < 0 ? undefined : free.splice(at, 1)[0]?.position;
  });
  const matched = new Set(before);
  const leftOf = (position: number): number =>
    ours.findLast((one) => one.position < position && matched.has(one.position))?.position ?? -1;
  let neighbour = -1;
  return before.map((position) => {
    if (position !== undefined) return (neighbour = position);
    const at = free.findIndex((column) => leftOf(column.position) === neighbour);
    return at < 0 ? undefined : free.splice(at, 1)[0]?.position;
  });
}

/** A column the report newly has goes behind the one before it; one it no longer has goes away; all others stay. */
function arranged(
  before: PlacedColumns['before'],
  ours: ReadonlySet<number>,
  columnCount: number,
): Pick<PlacedColumns, 'order' | 'positions'> {
  const used = new Set(before);
  const places: { old: number | null; column: number | undefined }[] = Array.from(
    { length: columnCount },
    (_, old) => ({ old, column: before.indexOf(old) < 0 ? undefined : before.indexOf(old) }),
  ).filter(({ old }) => used.has(old) || !ours.has(old));
  before.forEach((position, column) => {
    if (position !== undefined) return;
    const at = places.findIndex((place) => column > 0 && place.column === column - 1) + 1;
    places.splice(at, 0, { old: null, column });
  });
  return {
    order: places.map(({ old }) => old),
    positions: before.map((_, column) => places.findIndex((place) => place.column === column)),
  };
}
