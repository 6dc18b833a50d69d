import { gridOf, rowsOf } from '../workbook/cell-grid';
import type { AppendRows, ArrangeRows, WorkbookChange, WriteCells } from '../workbook/write/change';
import { applySteps } from '../workbook/write/line-steps';
import type { Basis } from '../workbook/snapshot';
import type { Cell } from '../workbook/table';
import { edgeMoves } from './edges';

/** The workbook as it reads once these changes are carried out, as far as they concern rows and cells of tabs that were read, or delete tabs. */
export function overlay<B extends Basis>(snapshot: B, changes: readonly WorkbookChange[]): B {
  const moves = new Map(edgeMoves(snapshot, changes).map(({ sheetId, to }) => [sheetId, to]));
  const deleted = new Set(
    changes.flatMap((change) => (change.kind === 'deleteTab' ? [change.sheetId] : [])),
  );
  const places = snapshot.places.flatMap((place) => {
    if (deleted.has(place.sheetId)) return [];
    const edges = moves.get(place.sheetId);
    if (!edges) return [place];
    return [{ ...place, edges, rowCount: edges.row + 1, columnCount: edges.column + 1 }];
  });
  const tables = Object.entries(snapshot.tables).map(([key, table]) => {
    const writes = changes.filter(isRowChange).filter(({ sheetId }) => sheetId === table.sheetId);
    if (writes.length === 0) return [key, table];
    const rows = writes.reduce(changedRows, rowsOf(table.cells));
    return [key, { ...table, cells: gridOf(rows) }];
  });
  return { ...snapshot, places, tables: Object.fromEntries(tables) as Basis['tables'] }; // the same keys
}

type RowChange = WriteCells | AppendRows | ArrangeRows;

const isRowChange = (change: WorkbookChange): change is RowChange =>
  change.kind === 'writeCells' || change.kind === 'appendRows' || change.kind === 'arrangeRows';

function changedRows(rows: Cell[][], change: RowChange): Cell[][] {
  if (change.kind === 'arrangeRows') return applySteps<Cell[]>(rows, change.steps, () => []);
  put(rows, change);
  return rows;
}

function put(rows: Cell[][], change: WriteCells | AppendRows): void {
  const { firstRow } = change;
  const firstColumn = change.kind === 'appendRows' ? 0 : change.firstColumn;
  while (rows.length < firstRow) rows.push([]);
  if (change.kind === 'appendRows') rows.splice(firstRow, 0, ...change.rows.map(() => []));
  change.rows.forEach((cells, down) => {
    while (rows.length <= firstRow + down) rows.push([]);
    const line = rows[firstRow + down] ?? [];
    cells.forEach((cell, across) => {
      if (cell === undefined) return;
      while (line.length <= firstColumn + across) line.push('');
      line[firstColumn + across] = cell ?? '';
    });
  });
}
