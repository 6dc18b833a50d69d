// The tags at a tab's last row and last column. The spreadsheet keeps a tag at its row, so a tag that is not where the tab was read to
// end says that rows were inserted or deleted since. A write takes both tags from where it expects them and puts them back, so that it is
// refused as a whole when they are elsewhere.
import type { WorkbookChange } from '../workbook/write/change';
import { linesAfter } from '../workbook/write/line-steps';
import type { Basis, Edges } from '../workbook/snapshot';

/** One tab's tags: where they must be, and where they are put. */
export interface EdgeMove {
  readonly sheetId: number;
  /** Null: the tab has no tags yet. */
  readonly from: Edges | null;
  readonly to: { readonly row: number; readonly column: number };
}

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** For every tab with changes that go by position. */
export function edgeMoves(
  { places }: Basis,
  changes: readonly WorkbookChange[],
): readonly EdgeMove[] {
  const sizes = new Map<number, Size>(places.map((place) => [place.sheetId, place]));
  const touched = new Set<number>();
  for (const change of changes) {
    for (const sheetId of positionedTabs(change)) touched.add(sheetId);
    resize(sizes, change);
  }
  return [...touched].flatMap((sheetId): EdgeMove[] => {
    const size = sizes.get(sheetId);
    if (!size || size.rowCount < 1 || size.columnCount < 1) return [];
    const from = places.find((place) => place.sheetId === sheetId)?.edges ?? null;
    return [{ sheetId, from, to: { row: size.rowCount - 1, column: size.columnCount - 1 } }];
  });
}

function positionedTabs(change: WorkbookChange): readonly number[] {
  switch (change.kind) {
    case 'writeCells':
    case 'appendRows':
    case 'deleteRows':
    case 'arrangeRows':
    case 'growTab':
    case 'createTab':
    case 'layOutTab':
    case 'writeReport':
    case 'linkCells':
      return [change.sheetId];
    case 'decorateCells':
      return change.cells.map(({ sheetId }) => sheetId);
    case 'deleteTab':
    case 'moveLease':
    case 'flagHighlights':
    case 'writeOwnId':
      return [];
  }
}

function resize(sizes: Map<number, Size>, change: WorkbookChange): void {
  const { sheetId } = 'sheetId' in change ? change : { sheetId: -1 };
  const size = sizes.get(sheetId);
  if (change.kind === 'createTab') sizes.set(sheetId, change);
  if (change.kind === 'growTab' && size)
    sizes.set(sheetId, {
      rowCount: size.rowCount + change.addRows,
      columnCount: size.columnCount + change.addColumns,
    });
  if (change.kind === 'appendRows' && size)
    sizes.set(sheetId, { ...size, rowCount: size.rowCount + change.rows.length });
  if (change.kind === 'deleteRows' && size)
    sizes.set(sheetId, { ...size, rowCount: size.rowCount - change.count });
  if (change.kind === 'arrangeRows' && size)
    sizes.set(sheetId, { ...size, rowCount: linesAfter(size.rowCount, change.steps) });
  if (change.kind === 'writeReport') {
    const { layout, replaces } = change;
    const rows = linesAfter(replaces?.rowCount ?? 0, replaces?.rowSteps ?? []);
    const columns = linesAfter(replaces?.columnCount ?? 0, replaces?.columnSteps ?? []);
    sizes.set(sheetId, {
      rowCount: Math.max(layout.rowCount, rows),
      columnCount: Math.max(layout.columnCount, columns),
    });
  }
}
