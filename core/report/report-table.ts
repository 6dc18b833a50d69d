// A report whose columns know their cells. Everything else names a column by its key; positions are counted here only.
import type { Language, Text } from '../text/language';
import type { Cell } from '../workbook/table';
import type { ReportChart, ReportColumnKind, ReportSheet } from '../workbook/write/change';

export interface ReportColumn<Line, Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  readonly kind: ReportColumnKind;
  /** Pixels. */
  readonly width: number;
  /** `index` counts the lines from 0. */
  readonly cell: (line: Line, index: number) => Cell;
  /** The cell in the row of sums; without it that cell is blank. */
  readonly total?: Cell;
}

/** The cells of a row that is no line of the table; the columns it does not name are blank. */
export type CellsByKey<Key extends string> = Readonly<Partial<Record<Key, Cell>>>;

export interface ReportTable<Line, Key extends string> {
  readonly title: string;
  readonly color: string;
  readonly heading: readonly string[];
  readonly columns: readonly ReportColumn<Line, Key>[];
  readonly lines: readonly Line[];
  readonly isBold?: (line: Line) => boolean;
  /** A second table under the same columns, below the sums and a blank row. */
  readonly second?: {
    readonly header: CellsByKey<NoInfer<Key>>;
    readonly rows: readonly CellsByKey<NoInfer<Key>>[];
  };
  /** The last rows, for example for signatures. */
  readonly closing?: readonly CellsByKey<NoInfer<Key>>[];
  readonly charts?: readonly TableChart<NoInfer<Key>>[];
  /** The columns that say whom or what a row is about. */
  readonly identity: readonly NoInfer<Key>[];
  /** The last column that stays in view when one scrolls to the right. */
  readonly frozenThrough?: NoInfer<Key>;
  readonly form?: {
    readonly rowHeight: number;
    readonly lists: readonly { readonly column: NoInfer<Key>; readonly words: readonly string[] }[];
  };
}

export interface TableChart<Key extends string> {
  readonly title: string;
  readonly type: ReportChart['type'];
  /** Which rows it draws: the table's lines or those of the second table. */
  readonly rows: 'lines' | 'second';
  readonly labels: Key;
  readonly series: readonly Key[];
}

/** Rows of sums and the header of the second table are bold. There is a row of sums when a column has a total. */
export function reportSheet<Line, Key extends string>(table: ReportTable<Line, Key>): ReportSheet {
  const {
    title,
    color,
    heading,
    columns,
    lines,
    second,
    closing = [],
    frozenThrough,
    form,
  } = table;
  const position = (key: Key): number => {
    const at = columns.findIndex((column) => column.key === key);
    if (at < 0) throw new Error(`the report "${title}" has no column ${key}`);
    return at;
  };
  const row = (cells: CellsByKey<Key>): Cell[] => columns.map(({ key }) => cells[key] ?? null);
  const totals = columns.map(({ total = null }) => total);
  const sums = totals.some((total) => total !== null) ? [totals] : [];
  const secondHeader = lines.length + sums.length + 1; // below the sums and a blank row
  const charts = (table.charts ?? []).map((chart): ReportChart => ({
    title: chart.title,
    type: chart.type,
    labels: position(chart.labels),
    series: chart.series.map(position),
    firstRow: chart.rows === 'lines' ? 0 : secondHeader + 1,
    rowCount: chart.rows === 'lines' ? lines.length : (second?.rows.length ?? 0),
  }));
  return {
    title,
    color,
    heading,
    columns: columns.map(({ label, kind, width }) => ({ label, kind, width })),
    rows: [
      ...lines.map((line, index) => columns.map(({ cell }) => cell(line, index))),
      ...sums,
      ...(second ? [[], row(second.header), ...second.rows.map(row)] : []),
      ...closing.map(row),
    ],
    boldRows: [
      ...lines.flatMap((line, index) => (table.isBold?.(line) === true ? [index] : [])),
      ...sums.map(() => lines.length),
      ...(second ? [secondHeader] : []),
    ],
    charts: charts.filter(isDrawable),
    identity: table.identity.map(position),
    ...(frozenThrough !== undefined && { frozenColumns: position(frozenThrough) + 1 }),
    ...(form && {
      form: {
        rowHeight: form.rowHeight,
        lists: form.lists.map(({ column, words }) => ({ column: position(column), words })),
      },
    }),
  };
}

/** A line needs two points. */
const isDrawable = ({ type, rowCount }: ReportChart): boolean =>
  rowCount >= (type === 'LINE' ? 2 : 1);

/** Makes columns that are labelled with the texts of their keys. */
export function columnsLabelled<TextKey extends string>(
  texts: Readonly<Record<TextKey, Text>>,
  language: Language,
) {
  return <Line, Key extends TextKey>(
    key: Key,
    column: Omit<ReportColumn<Line, Key>, 'key' | 'label'>,
  ): ReportColumn<Line, Key> => ({ key, label: texts[key][language], ...column });
}

/** The same columns with the cells of this line as their totals. */
export function withTotals<Line, Key extends string>(
  columns: readonly ReportColumn<Line, Key>[],
  line: Line,
): ReportColumn<Line, Key>[] {
  return columns.map((column) => ({ ...column, total: column.cell(line, 0) }));
}

/** The cells that these columns have for a line of the second table. */
export function cellsOf<Line>(
  columns: readonly ReportColumn<Line>[],
  line: Line,
): Readonly<Record<string, Cell>> {
  return Object.fromEntries(columns.map(({ key, cell }) => [key, cell(line, 0)]));
}

/** Their labels, as the header of a second table with the same columns. */
export function headerCells(
  columns: readonly Pick<ReportColumn<never>, 'key' | 'label'>[],
): Readonly<Record<string, Cell>> {
  return Object.fromEntries(columns.map(({ key, label }) => [key, label]));
}
