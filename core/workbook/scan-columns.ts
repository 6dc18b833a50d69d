// Goes through a tab block by block, each column in turn: the cells of a row are still near in memory, and nothing is kept of them.
import type { Finding } from '../finding';
import { ColumnReader, type Block, type ScannedColumn, type WrongCell } from './column-reader';
import { findHeaders, type Positions } from './headers';
import type { Tab, TabRow } from './tab';
import type { Table } from './table';

export interface Scan<Row> {
  /** Their codes are those of the block at hand. */
  readonly columns: { readonly [Key in keyof Row]: ScannedColumn<NonNullable<Row[Key]>> };
  readonly positions: Positions;
  /** Each block once; it and its codes are written over by the next. */
  blocks(): Iterable<Block>;
  /** Of the blocks gone through so far, column by column. */
  wrongCells(): WrongCell[];
  /** The same as findings, after those of the headers. */
  findings(): Finding[];
}

const LONGEST_BLOCK = 256;

export function scanColumns<T extends Tab>(tab: T, table: Table): Scan<TabRow<T>> {
  const { positions, findings } = findHeaders(tab, table);
  const length = rowsBelowHeader(table);
  const blockLength = Math.min(length, LONGEST_BLOCK);
  const readers = Object.entries(tab.columns).map(
    ([key, column]) =>
      new ColumnReader(tab, { key, column, position: positions.get(key) }, blockLength),
  );
  const columns = Object.fromEntries(readers.map((reader) => [reader.key, reader]));
  const present = readers.filter(({ position }) => position >= 0);
  return {
    columns: columns as unknown as Scan<TabRow<T>>['columns'], // each reader's values come from its own column's schema
    positions,
    blocks: () => blocksOf(table, present, blockLength),
    wrongCells: () => present.flatMap((reader) => reader.wrongCells),
    findings: () => [...findings, ...present.flatMap((reader) => reader.findings(table))],
  };
}

export const rowsBelowHeader = ({ rows }: Table): number => Math.max(rows.length - 1, 0);

function* blocksOf(
  table: Table,
  readers: readonly ColumnReader[],
  blockLength: number,
): Generator<Block> {
  const all = rowsBelowHeader(table);
  const isFilled = new Uint8Array(blockLength);
  for (let from = 0; from < all; from += blockLength) {
    const block = { from, length: Math.min(blockLength, all - from), isFilled: isFilled.fill(0) };
    for (const reader of readers) reader.readBlock(table, block);
    for (const reader of readers) reader.noteWrongCells(block);
    yield block;
  }
}
