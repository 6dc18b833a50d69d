import { gridOf, rowsOf } from '../workbook/cell-grid';
import type { AppendRows, WorkbookChange, WriteCells } from '../workbook/write/change';
import type { Basis } from '../workbook/snapshot';
import type { Cell } from '../workbook/table';
import { edgeMoves } from './edges';

/** The workbook as it reads once these changes are carried out, as far as they write or append cells of tabs that were read, or grow them. */
export function overlay<B extends Basis>(snapshot: B, changes: readonly WorkbookChange[]): B {
  const moves = new Map(edgeMoves(snapshot, changes).map(({ sheetId, to }) => [sheetId, to]));
  const places = snapshot.places.map((place) => {
    const edges = moves.get(place.sheetId);
    if (!edges) return place;
    return { ...place, edges, rowCount: edges.row + 1, columnCount: edges.column + 1 };
  });
  const tables = Object.entries(snapshot.tables).map(([key, table]) => {
    const writes = changes.filter(
      (change): change is WriteCells | AppendRows =>
        (change.kind === 'writeCells' || change.kind === 'appendRows') &&
        change.sheetId === table.sheetId,
    );
    if (writes.length === 0) return [key, table];
    const rows = rowsOf(table.cells);
    for (const write of writes) put(rows, write);
    return [key, { ...table, cells: gridOf(rows) }];
  });
  return { ...snapshot, places, tables: Object.fromEntries(tables) as Basis['tables'] }; // the same keys
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
