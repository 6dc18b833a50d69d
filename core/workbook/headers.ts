// Finds each declared column by its heading, whatever the language of the labels, the order of the columns and the row they are in.
import { isBlank, type Table } from './table';
import { cellName } from './cell-name';
import { finding, type Finding, type Rule } from './finding';
import { findHeaderLines, type HeaderLines, type Heading } from './header-lines';
import { AMBIGUOUS_HEADER, DOUBLED_HEADER, MISSING_HEADER, NO_HEADER } from './shape-rules.texts';
import type { Tab } from './tab';

/** Column key → position (0 = column A). Columns the tab does not have are missing. */
export type Positions = ReadonlyMap<string, number>;

export interface Headers {
  readonly positions: Positions;
  /** The entries begin in the row after the last of these lines. */
  readonly lines: HeaderLines;
  readonly findings: readonly Finding[];
}

/** A table is asked for its headers by everyone who reads or writes it. */
const KNOWN = new WeakMap<Table, { readonly tab: Tab; readonly headers: Headers }>();

export function findHeaders(tab: Tab, table: Table): Headers {
  const known = KNOWN.get(table);
  if (known?.tab === tab) return known.headers;
  const headers = headersOf(tab, table);
  KNOWN.set(table, { tab, headers });
  return headers;
}

function headersOf(tab: Tab, table: Table): Headers {
  const { lines, headings } = findHeaderLines(tab, table.cells);
  const positions = new Map<string, number>();
  const place = { tab: tab.key, row: lines.last + 1 };
  if (headings.length === 0 && hasWords(table))
    return {
      positions,
      lines,
      findings: [finding(NO_HEADER, { ...place, column: null }, '', { tab: tab.title })],
    };
  const findings: Finding[] = [];
  const tell = (rule: Rule, key: string, more: Finding['facts'] = {}): void => {
    const label = tab.columns[key]?.label;
    if (!label) throw new Error(`tab ${tab.key} declares no column ${key}`);
    findings.push(finding(rule, { ...place, column: key }, '', { tab: tab.title, label, ...more }));
  };
  for (const [key, column] of Object.entries(tab.columns)) {
    const meant = headingsFor(key, headings);
    const [first] = meant;
    if (first === undefined) {
      if (column.optional !== true) tell(MISSING_HEADER, key);
      continue;
    }
    const filled = meant.length > 1 ? meant.find((one) => isFilled(table, lines, one)) : first;
    positions.set(key, (filled ?? first).position);
    if (meant.length === 1) continue;
    if (first.isOwnLabel) tell(DOUBLED_HEADER, key);
    else tell(AMBIGUOUS_HEADER, key, { headings: shown(meant, lines) });
  }
  return { positions, lines, findings };
}

/** Headings with the column's own label; where there is none, those with another word for it. */
function headingsFor(key: string, headings: readonly Heading[]): readonly Heading[] {
  const named = headings.filter((heading) => heading.key === key);
  const own = named.filter(({ isOwnLabel }) => isOwnLabel);
  return own.length > 0 ? own : named;
}

function shown(headings: readonly Heading[], { last }: HeaderLines): string {
  return headings
    .map(
      ({ words, position }) => `${words.replace(/\s+/gu, ' ')} (${cellName(last + 1, position)})`,
    )
    .join('、');
}

const hasWords = ({ cells }: Table): boolean =>
  cells.columns.some(({ distinct }) => distinct.some((cell) => !isBlank(cell)));

/** Whether there is anything below the header: of two columns of one name a blank one is not the one meant. */
function isFilled({ cells }: Table, { last }: HeaderLines, { position }: Heading): boolean {
  const column = cells.columns[position];
  return column?.codes.some((code, row) => row > last && !isBlank(column.distinct[code])) === true;
}
