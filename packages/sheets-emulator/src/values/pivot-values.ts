/** Works out a pivot table: rows grouped, at most one group of columns, and values summed up where they meet. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import {
  effectiveValue,
  isError,
  isFilled,
  richCell,
  shownFormat,
  type Cell,
  type CellError,
  type EffectiveValue,
  type PlainValue,
  type RichCell,
} from '../model/cell';
import { compareCells } from './compare-values';
import { formattedText } from './render-value';

export type PivotTable = sheets_v4.Schema$PivotTable;
type PivotGroup = sheets_v4.Schema$PivotGroup;
type PivotValue = sheets_v4.Schema$PivotValue;

/** What one cell of the pivot table shows. */
export type PivotCell = Pick<RichCell, 'value' | 'resultFormat'>;

type SourceRow = readonly Cell[];

const EMPTY: PivotCell = {};
const text = (value: string): PivotCell => ({ value });

const NO_NUMBERS: CellError = {
  type: 'DIVIDE_BY_ZERO',
  message: 'Evaluation of function AVERAGE caused a divide by zero error.',
};
const NO_MEDIAN: CellError = { type: 'NUM', message: 'Function MEDIAN has no numbers.' };

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

function median(numbers: readonly number[]): EffectiveValue {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [lower, upper] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return lower === undefined || upper === undefined ? NO_MEDIAN : (lower + upper) / 2;
}

interface Summary {
  readonly of: (numbers: readonly number[], values: readonly PlainValue[]) => EffectiveValue;
  /** Counts are shown as numbers, whatever is counted. */
  readonly isCount?: true;
}

const extreme = (pick: (left: number, right: number) => number): Summary => ({
  of: ([first = 0, ...rest]) => rest.reduce((left, right) => pick(left, right), first),
});

export const SUMMARIES: Readonly<Record<string, Summary>> = {
  SUM: { of: sum },
  COUNTA: { of: (_, values) => values.length, isCount: true },
  COUNT: { of: (numbers) => numbers.length, isCount: true },
  COUNTUNIQUE: { of: (_, values) => new Set(values).size, isCount: true },
  AVERAGE: {
    of: (numbers) => (numbers.length === 0 ? NO_NUMBERS : sum(numbers) / numbers.length),
  },
  MAX: extreme(Math.max),
  MIN: extreme(Math.min),
  MEDIAN: { of: median },
  PRODUCT: {
    of: (numbers) =>
      numbers.length === 0 ? 0 : numbers.reduce((total, number) => total * number, 1),
  },
};

const cellAt = (row: SourceRow, column: number | null | undefined): Cell =>
  row[column ?? 0] ?? null;

/** A number is shown as the first of its sources is. */
function summarize(rows: readonly SourceRow[], value: PivotValue): PivotCell {
  const summary = SUMMARIES[value.summarizeFunction ?? ''];
  if (summary === undefined || rows.length === 0) return EMPTY;
  const cells = rows.map((row) => cellAt(row, value.sourceColumnOffset));
  const values = cells.filter(isFilled).map((cell) => effectiveValue(cell) ?? '');
  const error = values.find(isError);
  if (error !== undefined) return { value: error };
  const plain = values.filter((one): one is PlainValue => !isError(one));
  const result = summary.of(
    plain.filter((one) => typeof one === 'number'),
    plain,
  );
  const format = shownFormat(richCell(cells[0] ?? null))?.numberFormat;
  return summary.isCount === true ? { value: result } : { value: result, resultFormat: format };
}

interface Part {
  readonly label: Cell;
  readonly rows: readonly SourceRow[];
}

/** The rows of each value of a column, in order; empty cells come last. */
function partsOf(rows: readonly SourceRow[], group: PivotGroup): Part[] {
  const parts = new Map<unknown, SourceRow[]>();
  for (const row of rows) {
    const value = effectiveValue(cellAt(row, group.sourceColumnOffset)) ?? '';
    const key = isError(value) ? value.type : value;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [row]);
    else part.push(row);
  }
  return [...parts.values()]
    .map((part) => ({ label: cellAt(part[0] ?? [], group.sourceColumnOffset), rows: part }))
    .sort((left, right) => compareCells(left.label, right.label, group.sortOrder === 'DESCENDING'));
}

function shown(label: Cell): PivotCell {
  const value = effectiveValue(label);
  return { value, resultFormat: shownFormat(richCell(label))?.numberFormat };
}

interface Line {
  readonly labels: readonly PivotCell[];
  readonly rows: readonly SourceRow[];
}

const GRAND_TOTAL = 'Grand Total';

/** The lines of one group and the groups inside it; totals of an inner group come below each part of the outer one. */
function linesOf(rows: readonly SourceRow[], [group, ...inner]: readonly PivotGroup[]): Line[] {
  if (group === undefined) return [{ labels: [], rows }];
  const blanks = inner.map(() => EMPTY);
  return partsOf(rows, group).flatMap((part) => {
    const label = shown(part.label);
    const lines = linesOf(part.rows, inner).map(({ labels, rows: below }, index): Line => ({
      labels: [index === 0 || group.repeatHeadings === true ? label : EMPTY, ...labels],
      rows: below,
    }));
    if (inner[0]?.showTotals !== true) return lines;
    const total = text(`${formattedText(part.label) ?? ''} Total`);
    return [...lines, { labels: [total, ...blanks], rows: part.rows }];
  });
}

/** One column of summed-up values. */
interface ValueColumn {
  readonly head: PivotCell;
  readonly cell: (rows: readonly SourceRow[]) => PivotCell;
}

function groupedColumns(
  rows: readonly SourceRow[],
  group: PivotGroup,
  value: PivotValue,
): ValueColumn[] {
  const columns = partsOf(rows, group).map((part): ValueColumn => {
    const members = new Set(part.rows);
    return {
      head: shown(part.label),
      cell: (line) =>
        summarize(
          line.filter((row) => members.has(row)),
          value,
        ),
    };
  });
  if (group.showTotals !== true) return columns;
  return [...columns, { head: text(GRAND_TOTAL), cell: (line) => summarize(line, value) }];
}

/** Only rows whose filtered columns show one of the values that stay visible. */
function isVisible(row: SourceRow, filterSpecs: PivotTable['filterSpecs'] = []): boolean {
  return filterSpecs.every(({ columnOffsetIndex, filterCriteria }) => {
    const visible = filterCriteria?.visibleValues ?? undefined;
    return visible?.includes(formattedText(cellAt(row, columnOffsetIndex)) ?? '') ?? true;
  });
}

/** The first row of the source has the headings; rows without any content are left out. */
export function pivotValues(pivot: PivotTable, source: readonly SourceRow[]): PivotCell[][] {
  const { rows: rowGroups = [], columns: [columnGroup] = [], values = [], filterSpecs } = pivot;
  const [head = [], ...body] = source;
  const rows = body.filter((row) => row.some(isFilled) && isVisible(row, filterSpecs));
  const heading = (column: number | null | undefined) => formattedText(cellAt(head, column)) ?? '';
  const groupName = ({ label, sourceColumnOffset }: PivotGroup) =>
    text(label ?? heading(sourceColumnOffset));
  const valueName = ({ name, summarizeFunction, sourceColumnOffset }: PivotValue) =>
    text(name ?? `${summarizeFunction ?? ''} of ${heading(sourceColumnOffset)}`);
  const [firstValue] = values;
  const isGrouped = columnGroup !== undefined && firstValue !== undefined;
  const columns = isGrouped
    ? groupedColumns(rows, columnGroup, firstValue)
    : values.map((value): ValueColumn => ({
        head: valueName(value),
        cell: (line) => summarize(line, value),
      }));
  const names = rowGroups.map(groupName);
  const top = isGrouped
    ? [[valueName(firstValue), ...names.slice(1).map(() => EMPTY), groupName(columnGroup)]]
    : [];
  const lines = linesOf(rows, rowGroups);
  if (rowGroups[0]?.showTotals === true) {
    lines.push({ labels: [text(GRAND_TOTAL), ...names.slice(1).map(() => EMPTY)], rows });
  }
  return [
    ...top,
    [...names, ...columns.map((column) => column.head)],
    ...lines.map((line) => [...line.labels, ...columns.map((column) => column.cell(line.rows))]),
  ];
}
