// Finds each declared column in a header row, whatever the language of the labels and the order of the columns.
import { finding, type Finding } from './finding';
import { foldWord } from '../text/clean';
import { LANGUAGES } from '../text/language';
import type { Column } from './column';
import { DOUBLED_HEADER, MISSING_HEADER } from './shape-rules.texts';
import type { Tab } from './tab';
import { rowAt } from './cell-grid';
import { isBlank, type Cell, type Table } from './table';

/** Column key → position (0 = column A). Columns the tab does not have are missing. */
export type Positions = ReadonlyMap<string, number>;

export interface Headers {
  readonly positions: Positions;
  readonly findings: readonly Finding[];
}

/** Folding takes long, and the columns of the tabs are always the same. */
const LABELS = new WeakMap<Column, readonly string[]>();

/** Every label a column is known by, folded. */
export function foldedLabelsOf(column: Column): readonly string[] {
  const labels = LABELS.get(column) ?? foldedLabels(column);
  LABELS.set(column, labels);
  return labels;
}

function foldedLabels({ label, formerLabels = [] }: Column): readonly string[] {
  return [...LANGUAGES.map((language) => label[language]), ...formerLabels].map(foldWord);
}

export function findHeaders(tab: Tab, table: Table): Headers {
  const byLabel = positionsByLabel(rowAt(table.cells, 0));
  const positions = new Map<string, number>();
  const findings: Finding[] = [];
  for (const [key, column] of Object.entries(tab.columns)) {
    const found = new Set(foldedLabelsOf(column).flatMap((label) => byLabel.get(label) ?? []));
    const [first] = found;
    if (first === undefined) {
      if (column.optional !== true) findings.push(headerFinding(MISSING_HEADER, tab, key));
    } else {
      const filled = found.size > 1 ? [...found].find((at) => isFilled(table, at)) : first;
      positions.set(key, filled ?? first);
      if (found.size > 1) findings.push(headerFinding(DOUBLED_HEADER, tab, key));
    }
  }
  return { positions, findings };
}

/** Whether there is anything below the header: of two columns of one name a blank one is not the one meant. */
function isFilled({ cells }: Table, position: number): boolean {
  const column = cells.columns[position];
  return column?.codes.some((code, row) => row > 0 && !isBlank(column.distinct[code])) === true;
}

function positionsByLabel(header: readonly Cell[]): Map<string, number[]> {
  const byLabel = new Map<string, number[]>();
  header.forEach((cell, index) => {
    if (isBlank(cell)) return;
    const label = foldWord(String(cell));
    byLabel.set(label, [...(byLabel.get(label) ?? []), index]);
  });
  return byLabel;
}

function headerFinding(rule: typeof MISSING_HEADER, tab: Tab, key: string): Finding {
  const label = tab.columns[key]?.label;
  if (!label) throw new Error(`tab ${tab.key} declares no column ${key}`);
  return finding(rule, { tab: tab.key, row: 1, column: key }, '', { tab: tab.title, label });
}
