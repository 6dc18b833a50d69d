// Decides where the lines of a report go on its tab. A row keeps the clerks' cells beside it; the clerks' own rows stay, below the table.
import { withoutInvisible } from '../text/clean';
import type { ReportSheet } from '../workbook/write/change';
import type { LineOrder } from '../workbook/write/line-steps';
import type { OldTab, PlacedColumns } from './place-report-columns';
import { lineFingerprint } from './report-record';
import { isBlank, type Cell } from '../workbook/table';

export interface PlacedRows {
  readonly order: LineOrder;
  /** Rows kept below the table that only name the person whom the clerk's cells beside them are about. */
  readonly emptied: readonly number[];
}

type Row = readonly (Cell | undefined)[];

/** A row is recognised by these columns; without them by its first text columns. */
export const identityOf = ({ identity, columns }: ReportSheet): readonly number[] =>
  identity ?? columns.flatMap(({ kind }, index) => (kind === 'text' ? [index] : [])).slice(0, 2);

/** Whom or what a row is about; of a row without that, its first words. */
export function rowKey(row: Row, identity: readonly number[]): string {
  const parts = identity.map((column) => textOf(row[column]));
  if (parts.some((part) => part !== '')) return parts.join('\n');
  return textOf(row.find((cell) => !isBlank(cell)));
}

const textOf = (cell: Cell | undefined): string => withoutInvisible(String(cell ?? '')).trim();

/** Lines in the record: the heading's too, so that a clerk's line above the table is not taken for one. */
export function recordLines(sheet: ReportSheet, note: string): string[] {
  const identity = identityOf(sheet);
  return [...sheet.heading.map(textOf), note, ...sheet.rows.map((row) => rowKey(row, identity))];
}

interface OldRow {
  readonly name: string | null;
  readonly isOurs: boolean;
  readonly isBlank: boolean;
  readonly hasOwnBeside: boolean;
}

export function placeRows(tab: OldTab, columns: PlacedColumns, sheet: ReportSheet): PlacedRows {
  const identity = identityOf(sheet).filter((column) => columns.before[column] !== undefined);
  const names = namesOf(sheet, identity);
  const old = readOldRows(tab, {
    columns,
    identity,
    hasWhole: identity.length === identityOf(sheet).length,
  });
  const free = new Map(old.flatMap(({ name }, row) => (name === null ? [] : [[name, row]])));
  const table = names.map((name) => free.get(name) ?? null);
  const placed = new Set(table);
  const last = old.findLastIndex((row, index) => !row.isBlank && (row.isOurs || placed.has(index)));
  const kept = old.flatMap((row, index): number[] => {
    if (placed.has(index)) return [];
    if (row.isBlank) return index > last ? [index] : [];
    return row.isOurs && !row.hasOwnBeside ? [] : [index];
  });
  const first = kept.findIndex((row) => old[row]?.isBlank !== true);
  const below = first < 0 ? [] : kept.slice(first);
  const order = [...table, ...(below.length > 0 ? [null, ...below] : [])];
  const emptied = order.flatMap((row, at) =>
    row !== null && at >= table.length && row > columns.header && old[row]?.isOurs === true
      ? [at]
      : [],
  );
  return { order, emptied };
}

/** `#0`… the heading, `#above` the line between it and the header, then the rows, the second of a key as its second. */
function namesOf(sheet: ReportSheet, identity: readonly number[]): string[] {
  const count = counter();
  return [
    ...sheet.heading.map((_, index) => `#${index}`),
    ...['#above', '#header'],
    ...sheet.rows.map((row) => count(rowKey(row, identity))),
  ];
}

function counter(): (key: string) => string {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${count}\n${key}`;
  };
}

interface Reading {
  readonly columns: PlacedColumns;
  readonly identity: readonly number[];
  /** Whether every column is there that the record's fingerprints were made of. */
  readonly hasWhole: boolean;
}

function readOldRows(
  { cells, record }: OldTab,
  { columns, identity, hasWhole }: Reading,
): OldRow[] {
  const { header, ours, before } = columns;
  const fingerprints = hasWhole ? (record?.fingerprints ?? null) : null;
  const isKnown = (line: string): boolean =>
    header >= 0 && (fingerprints === null || fingerprints.has(lineFingerprint(line)));
  const first = Math.min(...ours);
  const count = counter();
  let headings = 0;
  return cells.map((row, index): OldRow => {
    if (index > header) {
      const own = before.map((position) => (position === undefined ? undefined : row[position]));
      const key = rowKey(own, identity);
      const isOurs = isKnown(key);
      const isBare = own.every((cell, column) => identity.includes(column) || isBlank(cell));
      return {
        name: header >= 0 && (isOurs || isBare) ? count(key) : null,
        isOurs,
        isBlank: row.every(isBlank),
        hasOwnBeside: row.some((cell, column) => !ours.has(column) && !isBlank(cell)),
      };
    }
    const isOurs = index === header || isBlank(row[first]) || isKnown(textOf(row[first]));
    const name = index === header ? '#header' : index === header - 1 ? '#above' : `#${headings}`;
    if (isOurs) headings += 1;
    return {
      name: isOurs ? name : null,
      isOurs,
      isBlank: row.every(isBlank),
      hasOwnBeside: row.some(
        (cell, column) =>
          (index === header ? !ours.has(column) : column !== first) && !isBlank(cell),
      ),
    };
  });
}
