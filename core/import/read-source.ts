// What a clerk brings, a tab or a file, read by columns that are found by their headings, by an earlier choice or by their content.
import { foldWord } from '../text/clean';
import { rowAt } from '../workbook/cell-grid';
import { synonymsOf, type DeclaredColumns } from '../workbook/column-labels';
import type { Column, Columns } from '../workbook/column';
import { findHeaderLines, type Heading } from '../workbook/header-lines';
import { isBlank, type Cell, type CellGrid } from '../workbook/table';
import { columnsByContent, type KnownContent } from './column-content';

/** Why a column is taken for what it is; null: it is not imported and nobody decided so. */
export type ColumnReason = 'heading' | 'content' | 'remembered' | 'chosen' | null;

export interface SourceColumn {
  /** 0 is the first column. */
  readonly position: number;
  /** As in the source; empty without one. */
  readonly heading: string;
  /** The first filled cell, so that the clerk recognises the column. */
  readonly sample: Cell;
  /** Null: not imported. */
  readonly key: string | null;
  readonly reason: ColumnReason;
  /** The heading is the column's own label and not just another word for it. */
  readonly isOwnLabel: boolean;
}

export interface SourceRow {
  /** The source's own row number. */
  readonly row: number;
  /** Words of the last line above that is a group's heading; empty without one. */
  readonly group: string;
  /** The filled cells of the columns that are imported. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A line that is no entry: a title between entries, a repeated header, a sum, a signature. */
export interface SkippedLine {
  readonly row: number;
  readonly words: string;
}

export interface SourceTable {
  /** The row number of the headings; null: it has none. */
  readonly headerRow: number | null;
  readonly columns: readonly SourceColumn[];
  readonly rows: readonly SourceRow[];
  readonly skipped: readonly SkippedLine[];
}

/** Column keys by heading; null: not imported. Headings are compared folded. */
export type RememberedColumns = ReadonlyMap<string, string | null>;

export interface ReadingWishes {
  /** What may be imported. */
  readonly declared: DeclaredColumns;
  /** A row without one of these is no entry. */
  readonly needed: readonly string[];
  readonly remembered: RememberedColumns;
  /** What the clerk chose, by position. */
  readonly chosen: ReadonlyMap<number, string | null>;
  readonly known: KnownContent;
  /** Whether a line with one cell is surely a group's heading, wherever it is. */
  readonly namesGroup?: (words: string) => boolean;
}

/** Of each list one column is enough; of a list without any the first is missing. */
export function missingColumns(
  { columns }: SourceTable,
  declared: DeclaredColumns,
  needed: readonly (readonly string[])[],
): readonly Column[] {
  const found = new Set(columns.map(({ key }) => key));
  return needed.flatMap((keys) => {
    const first = declared.columns[keys[0] ?? ''];
    return first === undefined || keys.some((key) => found.has(key)) ? [] : [first];
  });
}

export function readSource(grid: CellGrid, wishes: ReadingWishes): SourceTable {
  const { lines, headings } = findHeaderLines(withRemembered(wishes), grid);
  const header = headings.length === 0 ? null : lines;
  const firstRow = header === null ? 0 : header.last + 1;
  const columns = sourceColumns(grid, { firstRow, header, headings }, wishes);
  const { rows, skipped } = readRows(grid, { firstRow, columns }, wishes);
  return { headerRow: header && header.last + 1, columns, rows, skipped };
}

/** A heading that was assigned before helps to find the header's line. */
function withRemembered({ declared, remembered }: ReadingWishes): DeclaredColumns {
  if (remembered.size === 0) return declared;
  const columns = Object.entries(declared.columns).map(([key, column]) => {
    const words = [...remembered].flatMap(([heading, meant]) => (meant === key ? [heading] : []));
    const synonyms = [...synonymsOf(column), ...words].join('、');
    return [key, words.length > 0 ? { ...column, synonyms } : column];
  });
  return { columns: Object.fromEntries(columns) as Columns }; // the declared columns with more synonyms
}

interface FoundLines {
  readonly firstRow: number;
  readonly header: { readonly first: number; readonly last: number } | null;
  readonly headings: readonly Heading[];
}

function sourceColumns(
  grid: CellGrid,
  { firstRow, header, headings }: FoundLines,
  { declared, remembered, chosen, known }: ReadingWishes,
): SourceColumn[] {
  const found = grid.columns.flatMap(({ codes, distinct }, position) => {
    const heading = header === null ? '' : headingAt(grid, header, position);
    const row = codes.findIndex((code, at) => at >= firstRow && !isBlank(distinct[code]));
    const sample = row < 0 ? null : (distinct[codes[row] ?? 0] ?? null);
    if (row < 0 && heading === '') return [];
    const named = headings.find((one) => one.position === position);
    return [{ position, heading, sample, named, isFilled: row >= 0 }];
  });
  const taken = new Map<number, Pick<SourceColumn, 'key' | 'reason' | 'isOwnLabel'>>();
  const used = new Set<string>();
  const take = (position: number, key: string | null, reason: ColumnReason, own = false): void => {
    if (taken.has(position)) return;
    if (key !== null && (used.has(key) || !(key in declared.columns))) return;
    if (key !== null) used.add(key);
    taken.set(position, { key, reason, isOwnLabel: own });
  };
  for (const [position, key] of chosen) take(position, key, 'chosen');
  for (const { position, heading } of found) {
    const key = heading === '' ? undefined : remembered.get(foldWord(heading));
    if (key !== undefined) take(position, key, 'remembered');
  }
  // A column's own label comes before another word for it, and a filled column before a blank one.
  const rank = ({ named, isFilled }: (typeof found)[number]): number =>
    (named?.isOwnLabel === true ? 0 : 2) + (isFilled ? 0 : 1);
  for (const { position, named } of found.toSorted((one, other) => rank(one) - rank(other)))
    if (named) take(position, named.key, 'heading', named.isOwnLabel);
  const open = found.filter(({ position, isFilled }) => isFilled && !taken.has(position));
  const positions = open.map(({ position }) => position);
  for (const [position, key] of columnsByContent(grid, { firstRow, positions, used }, known))
    take(position, key, 'content');
  return found.map(({ position, heading, sample }) => ({
    position,
    heading,
    sample,
    ...(taken.get(position) ?? { key: null, reason: null, isOwnLabel: false }),
  }));
}

/** The lowest filled line: the one that names the column and not its group. */
function headingAt(
  grid: CellGrid,
  { first, last }: { readonly first: number; readonly last: number },
  position: number,
): string {
  for (let row = last; row >= first; row -= 1) {
    const cell = rowAt(grid, row)[position];
    if (!isBlank(cell)) return String(cell).trim();
  }
  return '';
}

function readRows(
  grid: CellGrid,
  at: { readonly firstRow: number; readonly columns: readonly SourceColumn[] },
  wishes: Pick<ReadingWishes, 'needed' | 'namesGroup'>,
): Pick<SourceTable, 'rows' | 'skipped'> {
  const imported = at.columns.flatMap(({ key, position, heading }) =>
    key === null ? [] : [{ key, position, heading }],
  );
  const titles = titlesAbove(grid, at.firstRow);
  const rows: SourceRow[] = [];
  const skipped: SkippedLine[] = [];
  let group = '';
  for (let row = at.firstRow; row < grid.height; row += 1) {
    const line = rowAt(grid, row);
    const filled = line.filter((cell) => !isBlank(cell));
    if (filled.length === 0) continue;
    const cells = new Map(
      imported.flatMap(({ key, position }): [string, Cell][] => {
        const cell = line[position];
        return cell === undefined || isBlank(cell) ? [] : [[key, cell]];
      }),
    );
    const words = filled.map(String).join(' ');
    const isHeader = imported.filter(
      ({ heading, position }) =>
        heading !== '' && foldWord(String(line[position] ?? '')) === foldWord(heading),
    );
    const isNeeded = wishes.needed.every((key) => cells.has(key));
    const kind = filled.length === 1 && imported.length > 1 ? kindOfLine(words, titles) : 'entry';
    const isGroup =
      kind === 'group' ||
      (kind === 'heading' && (!isNeeded || wishes.namesGroup?.(words) === true));
    if (isGroup) group = words;
    if (isGroup || kind === 'aside' || isHeader.length > 1 || !isNeeded)
      skipped.push({ row: row + 1, words });
    else rows.push({ row: row + 1, group, cells });
  }
  return { rows, skipped };
}

/** What is written above the entries, folded; a new page has it again. */
function titlesAbove(grid: CellGrid, firstRow: number): readonly string[] {
  const rows = Array.from({ length: firstRow }, (_, row) => rowAt(grid, row));
  return rows.flatMap((cells) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    return filled.length === 1 ? [foldWord(String(filled[0]))] : [];
  });
}

const NUMBERED = /^[（(]?([一二三四五六七八九十]+|\d{1,2})[)）、.．]/u;
const ASIDE =
  /^(合计|合計|总计|總計|小计|小計|共计|共計|注|备注|備註|说明|說明|填表|制表|製表|审核|審核|审批|審批|负责人|負責人|日期|第\d+[页頁]|total|subtotal|sum|note|remark|page)(?!\p{Script=Latin})/u;
/** A number, or a day alone. */
const NUMBER_OR_DAY = /^[\d\s年月日./:-]+$/u;

/** Of a line with one cell: a group's heading, what is neither group nor entry, or a heading that may be a name as well. */
function kindOfLine(words: string, titles: readonly string[]): 'group' | 'aside' | 'heading' {
  const folded = foldWord(words);
  if (NUMBERED.test(folded)) return 'group';
  const isTitle = titles.some((title) => folded.startsWith(title));
  return isTitle || ASIDE.test(folded) || NUMBER_OR_DAY.test(folded) ? 'aside' : 'heading';
}
