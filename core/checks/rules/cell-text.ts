// Ids, names and telephone numbers that are understood, but are written otherwise than they are compared.
import { finding, isSecret, attachFix, type Finding, type Rule } from '../../workbook/finding';
import { foldName, withoutInvisible, withoutSpaces } from '../../text/clean';
import type { Column } from '../../workbook/column';
import { findHeaders } from '../../workbook/headers';
import type { RegistryTabKey, TabKey } from '../../workbook/tab-keys';
import type { Cell, CellColumn } from '../../workbook/table';
import { TABS } from '../../workbook/tabs/index';
import { interpretCell } from '../../workbook/read/interpret-cell';
import { CHECKED_TABS, type Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import {
  DIGITS_LOST,
  NAME_OF_DIGITS,
  NUMBER_FOR_TEXT,
  SPACES_INSIDE,
  VARIANT_CHARACTERS,
} from './cell-text.texts';

export function checkCellText(book: Book): Finding[] {
  return CHECKED_TABS.flatMap((tab) =>
    Object.entries<Column>(TABS[tab].columns).flatMap(([key, column]) => {
      const cells = book.normalised(tab, key);
      return [
        ...(cells.size === 0 ? [] : checkColumn(book, { tab, key, column, cells })),
        ...checkDigits(book, { tab, key, column }),
      ];
    }),
  );
}

/** `1.39E+10`: what a spreadsheet shows of a long number, kept as a text. */
const SHORTENED = /^\d(?:\.\d+)?E\+\d+$/i;
const DIGITS = /^[\d.]+$/;

/** Texts that were numbers once, and numbers where a name should be. */
function checkDigits(book: Book, { tab, key, column }: Omit<Retyped, 'cells'>): Finding[] {
  const rule = { phone: DIGITS_LOST, id: DIGITS_LOST, name: NAME_OF_DIGITS }[column.kind as string];
  // The rule about identity numbers reports theirs.
  const isIdentityNumber = tab === 'speakers' && key === 'idNumber';
  if (!rule || tab === 'attendance' || isIdentityNumber) return [];
  const pattern = rule === DIGITS_LOST ? SHORTENED : DIGITS;
  return book.entries[tab].flatMap(({ row, cells }) => {
    const value = (cells as Readonly<Record<string, unknown>>)[key];
    if (typeof value !== 'string' || !pattern.test(value)) return [];
    const place = placeAt(tab, row, key);
    return isBroken(book.rawCell(tab, row, key) ?? null)
      ? []
      : [finding(rule, place, value, { label: column.label })];
  });
}

interface Retyped {
  readonly tab: Exclude<TabKey, RegistryTabKey>;
  readonly key: string;
  readonly column: Column;
  readonly cells: ReadonlySet<Cell>;
}

function checkColumn(book: Book, retyped: Retyped): Finding[] {
  const { tab, key, cells } = retyped;
  const position = book.positions.get(tab)?.get(key) ?? -1;
  const table = book.tables[tab];
  if (!table) return [];
  const { codes, distinct } = table.cells.columns[position] ?? NO_CELLS;
  const first = findHeaders(TABS[tab], table).lines.last + 1;
  const isMixed = codes.some((code, row) => row >= first && isText(distinct[code]));
  const found: Finding[] = [];
  for (let index = first; index < codes.length; index += 1) {
    const cell = distinct[codes[index] ?? 0];
    const rule = cell !== undefined && cells.has(cell) ? ruleFor(cell, retyped, isMixed) : null;
    if (rule) found.push(toFinding(rule, retyped, { row: index + 1, cell: cell ?? '' }));
  }
  return found;
}

const NO_CELLS: CellColumn = { codes: new Int32Array(0), distinct: [] };

const isText = (cell: Cell | undefined): boolean => typeof cell === 'string' && cell.trim() !== '';

const isBroken = (cell: Cell): boolean => typeof cell === 'number' && !Number.isSafeInteger(cell);

/** A number as id is fine where all ids are numbers; beside ids that are texts it is a slip. */
function ruleFor(cell: Cell, { tab, key, column }: Retyped, isMixed: boolean): Rule | null {
  // A correction would show the number; the rule about identity numbers says what is wrong with one.
  if (isSecret({ tab, column: key })) return isBroken(cell) ? DIGITS_LOST : null;
  if (typeof cell === 'string') {
    if (column.kind === 'name' && withoutSpaces(foldName(cell)) !== withoutSpaces(cell))
      return VARIANT_CHARACTERS;
    return withoutSpaces(cell) === withoutInvisible(cell).normalize('NFC') ? null : SPACES_INSIDE;
  }
  if (typeof cell !== 'number') return null;
  if (isBroken(cell)) return DIGITS_LOST;
  return column.kind === 'phone' || (key === 'id' && isMixed) ? NUMBER_FOR_TEXT : null;
}

function toFinding(
  rule: Rule,
  { tab, key, column }: Retyped,
  { row, cell }: { readonly row: number; readonly cell: Cell },
): Finding {
  const place = placeAt(tab, row, key);
  const meant =
    rule === DIGITS_LOST || column.kind === 'choice' ? null : interpretCell(column.kind, cell);
  const found = finding(rule, place, cell, { label: column.label, after: meant?.shown ?? '' });
  return meant ? attachFix(found, { place, before: cell, ...meant }) : found;
}
