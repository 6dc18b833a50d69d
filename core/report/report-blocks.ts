// A report of several small tables, one below the other under the same columns; each has a header of its own and may have a chart.
import type { Cell } from '../workbook/table';
import type { ReportChart, ReportSheet } from '../workbook/write/change';
import type { CellsByKey, ReportColumn } from './report-table';

export interface ReportBlock<Key extends string> {
  /** The labels of its columns; the first block has the columns' own. */
  readonly header: CellsByKey<Key>;
  readonly rows: readonly BlockRow<Key>[];
  readonly chart?: {
    readonly title: string;
    readonly type: ReportChart['type'];
    readonly labels: Key;
    readonly series: readonly Key[];
  };
}

export interface BlockRow<Key extends string> {
  readonly cells: CellsByKey<Key>;
  /** Where this cell leads. */
  readonly link?: { readonly column: Key; readonly target: string } | null;
}

export interface BlockReport<Key extends string> {
  readonly title: string;
  readonly color: string;
  readonly heading: readonly string[];
  readonly columns: readonly Omit<ReportColumn<never, Key>, 'cell' | 'total'>[];
  readonly blocks: readonly ReportBlock<NoInfer<Key>>[];
  /** The columns that say what a row is about. */
  readonly identity: readonly NoInfer<Key>[];
  readonly frozenThrough: NoInfer<Key>;
}

/** A chart needs rows to draw: one, and a line two. */
export function blockSheet<Key extends string>(report: BlockReport<Key>): ReportSheet {
  const { title, color, heading, columns, blocks, identity, frozenThrough } = report;
  const position = (key: Key): number => {
    const at = columns.findIndex((column) => column.key === key);
    if (at < 0) throw new Error(`the report "${title}" has no column ${key}`);
    return at;
  };
  const line = (cells: CellsByKey<Key>): Cell[] => columns.map(({ key }) => cells[key] ?? null);
  const rows: Cell[][] = [];
  const boldRows: number[] = [];
  const charts: ReportChart[] = [];
  const links: NonNullable<ReportSheet['links']>[number][] = [];
  blocks.forEach(({ header, rows: own, chart }, index) => {
    if (index > 0) {
      rows.push([]);
      boldRows.push(rows.length);
      rows.push(line(header));
    }
    const firstRow = rows.length;
    for (const { cells, link } of own) {
      if (link)
        links.push({ row: rows.length, column: position(link.column), target: link.target });
      rows.push(line(cells));
    }
    if (chart && own.length >= (chart.type === 'LINE' ? 2 : 1))
      charts.push({
        title: chart.title,
        type: chart.type,
        labels: position(chart.labels),
        series: chart.series.map(position),
        firstRow,
        rowCount: own.length,
      });
  });
  return {
    title,
    color,
    heading,
    columns: columns.map(({ label, kind, width }) => ({ label, kind, width })),
    rows,
    boldRows,
    charts,
    links,
    identity: identity.map(position),
    frozenColumns: position(frozenThrough) + 1,
  };
}
