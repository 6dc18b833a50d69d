// A cell of a source → the value of one of the workbook's columns, and that value as a clerk reads it.
import type { Language } from '../text/language';
import type { Column } from '../workbook/column';
import { interpretations, type ReadingContext } from '../workbook/read/interpret-cell';
import { schemaOf } from '../workbook/read/read-column';
import { isBlank, type Cell } from '../workbook/table';
import { writeCell } from '../workbook/write/write-row';

/** Undefined: the cell is filled and cannot be read as the column's kind. */
export type SourceValue = string | number | boolean | undefined;

export type ReadValue = (column: Column, cell: Cell) => SourceValue;

/** Reads each distinct cell of a column once. Of several meanings none is taken. */
export function valueReader(context: ReadingContext): ReadValue {
  const known = new Map<Column, Map<Cell, SourceValue>>();
  return (column, cell) => {
    const cells = known.get(column) ?? new Map<Cell, SourceValue>();
    known.set(column, cells);
    if (cells.has(cell)) return cells.get(cell);
    const value = readValue(column, cell, context);
    cells.set(cell, value);
    return value;
  };
}

function readValue(column: Column, cell: Cell, context: ReadingContext): SourceValue {
  const { schema } = schemaOf(column);
  const plain = schema.safeParse(cell);
  if (plain.success) return plain.data as SourceValue; // a cell's value is a text, a number or a yes
  if (column.kind === 'choice') return undefined;
  const [meant, ...others] = interpretations(column.kind, cell, context);
  if (!meant || others.length > 0) return undefined;
  return schema.safeParse(meant.after).data as SourceValue | undefined; // as above; interpretations are readable
}

/** What programs write where they have nothing to say. */
const NOTHING = /^(?:[-—–/\\]*|无|無|null|n\/a|none)$/iu;

/** Null for a cell that is blank or only says that there is nothing. */
export const filledCell = (cell: Cell | undefined): Cell | null =>
  cell === undefined || NOTHING.test(String(cell ?? '').trim()) ? null : cell;

/** As the cell of the workbook will read. */
export function shownValue(column: Column, value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  // A day and a time are read as they are; in the cell they are numbers.
  const isWord = column.kind === 'choice' || column.kind === 'yesNo';
  return String(isWord ? writeCell(column, value, language) : (value as string | number)); // the remaining kinds
}

/** A cell of the workbook as a clerk reads it, whether it can be read or not. */
export function shownCell(column: Column, cell: Cell | undefined, language: Language): string {
  if (cell === undefined || isBlank(cell)) return '';
  const read = schemaOf(column).schema.safeParse(cell);
  return read.success ? shownValue(column, read.data, language) : String(cell);
}
