// The findings → the checks tab written anew, each with a link to its cell. Reasons that a clerk gave stay with their finding.
import type { RenderedFinding } from '../contract/rendered-finding';
import type { Language } from '../text/language';
import type { WorkbookChange } from '../workbook/write/change';
import { cellAt } from '../workbook/cell-grid';
import { findHeaders } from '../workbook/headers';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import { isBlank, type Table } from '../workbook/table';
import { CHECKS } from '../workbook/tabs/system';
import { writeList } from '../workbook/write/write-list';
import type { RowCells } from '../workbook/write/write-row';
import { reasonsIn, type ReasonOf } from './accepted-findings';

type CheckRow = TabRow<typeof CHECKS>;

export function planChecksTab(
  snapshot: Snapshot,
  findings: readonly RenderedFinding[],
  language: Language,
): WorkbookChange[] {
  const table = tableOf(snapshot, 'checks');
  const { sheetId } = table;
  const { positions } = findHeaders(CHECKS, table);
  const reasonOf = reasonsIn(table);
  const { firstRow, rows, changes } = writeList(snapshot, 'checks', {
    rows: findings.map((found) => toRow(found, reasonOf)),
    language,
  });
  const links = rows.map((_, at) => {
    const found = findings[at];
    return found ? linkTo(found) : null;
  });
  const column = positions.get('cell');
  // A link leads where the address beside it says: if that is in the cell already, the link is too.
  const changed = links.map((link, row) =>
    LINKED.every((name) => isSame(table, firstRow + row, positions.get(name), rows[row]))
      ? undefined
      : link,
  );
  return [
    ...changes,
    ...(column === undefined || changed.every((link) => link === undefined)
      ? []
      : [
          {
            kind: 'linkCells' as const,
            sheetId,
            firstRow,
            column,
            links: changed,
          },
        ]),
  ];
}

const LINKED = ['tab', 'cell'] as const;

function isSame(
  { cells }: Table,
  row: number,
  position: number | undefined,
  written: RowCells | undefined,
): boolean {
  if (position === undefined) return true;
  const now = cellAt(cells, row, position);
  return isBlank(now) ? isBlank(written?.[position]) : now === written?.[position];
}

/** Within the workbook, so that it leads to the cell in whichever copy it is pressed. */
function linkTo({ sheetId, cell }: RenderedFinding): string | null {
  return sheetId === null || cell === null ? null : `#gid=${sheetId}&range=${cell}`;
}

function toRow(found: RenderedFinding, reasonOf: ReasonOf | null): CheckRow {
  const row = {
    severity: found.severity,
    tab: found.tabTitle,
    cell: found.cell,
    entry: found.entry || null,
    rule: found.rule,
    message: found.message,
    value: found.value,
    suggestion: found.fix ? `${found.suggestion} → ${found.fix.after}` : found.suggestion,
  };
  return { ...row, ignoreReason: reasonOf?.(row) ?? null };
}
