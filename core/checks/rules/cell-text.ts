// Ids, names and telephone numbers that are understood, but are written otherwise than they are compared.
import { finding, isSecret, attachFix, type Finding, type Rule } from '../../workbook/finding';
import { foldName, withoutInvisible, withoutSpaces } from '../../text/clean';
import { text } from '../../text/language';
import type { Column } from '../../workbook/column';
import { findHeaders } from '../../workbook/headers';
import type { TabKey } from '../../workbook/tab-keys';
import type { Cell, CellColumn } from '../../workbook/table';
import { TABS } from '../../workbook/tabs/index';
import { interpretCell } from '../../workbook/read/interpret-cell';
import { CHECKED_TABS, type Book } from '../../model/book';
import { placeAt } from '../../model/place-at';

export const SPACES_INSIDE: Rule = {
  code: 'W31',
  severity: 'info',
  source: null,
  message: text(
    '“{value}”中有空格，比较时不计。',
    '「{value}」中有空格，比較時不計。',
    '"{value}" contains spaces, which are ignored in comparisons.',
  ),
  suggestion: text(
    '建议改为“{after}”；名单打印时会自动对齐。',
    '建議改為「{after}」；名單列印時會自動對齊。',
    'Use "{after}"; printed lists are aligned anyway.',
  ),
};
export const VARIANT_CHARACTERS: Rule = {
  code: 'W31',
  severity: 'info',
  source: null,
  message: text(
    '“{value}”中有异体字符（间隔号或兼容字形），按“{after}”比较和显示。',
    '「{value}」中有異體字元（間隔號或相容字形），按「{after}」比較和顯示。',
    '"{value}" has variant characters (another middle dot, or a compatibility form); it is compared and shown as "{after}".',
  ),
  suggestion: text(
    '建议改为“{after}”，查找和排序才对得上。',
    '建議改為「{after}」，查找和排序才對得上。',
    'Use "{after}", so that searching and sorting find it.',
  ),
};
export const NUMBER_FOR_TEXT: Rule = {
  code: 'W30',
  severity: 'info',
  source: null,
  message: text(
    '“{label}”存成了数字{value}，前面的零会丢失。',
    '「{label}」存成了數字{value}，前面的零會遺失。',
    '"{label}" is stored as the number {value}; leading zeros get lost.',
  ),
  suggestion: text(
    '建议存为文字“{after}”。',
    '建議存為文字「{after}」。',
    'Store it as the text "{after}".',
  ),
};
export const DIGITS_LOST: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '“{label}”存成了数字{value}，末尾的数位已经丢失。',
    '「{label}」存成了數字{value}，末尾的數位已經遺失。',
    '"{label}" is stored as the number {value}; its last digits are lost.',
  ),
  suggestion: text(
    '请将单元格设为文本后重新输入。',
    '請將儲存格設為文字後重新輸入。',
    'Format the cell as text and enter it again.',
  ),
};

export const NAME_OF_DIGITS: Rule = {
  code: 'W34',
  severity: 'warning',
  source: null,
  message: text(
    '“{label}”是数字{value}，不像姓名。',
    '「{label}」是數字{value}，不像姓名。',
    '"{label}" is the number {value}, which is no name.',
  ),
  suggestion: text(
    '请核对：可能贴错了位置，或姓名没有填。',
    '請核對：可能貼錯了位置，或姓名沒有填。',
    'Check it: something else may have been pasted here.',
  ),
};

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
  if (!rule || tab === 'attendance') return [];
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
  readonly tab: TabKey;
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
