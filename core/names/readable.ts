// What Lectern adds to its writes for the people who read the workbook: names beside ids, and times of the workbook's own zone.
import { formatInstant } from '../calendar/zone';
import { readSettings } from '../model/read-settings';
import type { Column } from '../workbook/column';
import { findHeaders } from '../workbook/headers';
import type { Basis } from '../workbook/snapshot';
import type { Table } from '../workbook/table';
import { TABS } from '../workbook/tabs';
import type { WorkbookChange } from '../workbook/write/change';
import type { RowCells } from '../workbook/write/write-row';
import { withNames } from './shown-names';

export function readable(basis: Basis, changes: readonly WorkbookChange[]): WorkbookChange[] {
  return withLocalTimes(basis, withNames(basis, changes));
}

function withLocalTimes(basis: Basis, changes: readonly WorkbookChange[]): WorkbookChange[] {
  const positions = new Map(
    Object.values(basis.tables).map((table) => [table.sheetId, instantPositions(table)]),
  );
  const { timeZone } = readSettings(basis.tables.settings).settings;
  return changes.map((change) => {
    if (change.kind !== 'writeCells' && change.kind !== 'appendRows') return change;
    const firstColumn = change.kind === 'writeCells' ? change.firstColumn : 0;
    const written = (positions.get(change.sheetId) ?? []).map((at) => at - firstColumn);
    if (written.length === 0) return change;
    return { ...change, rows: change.rows.map((cells) => inZone(cells, written, timeZone)) };
  });
}

function instantPositions(table: Table): readonly number[] {
  const tab = TABS[table.key];
  const { positions } = findHeaders(tab, table);
  return Object.entries<Column>(tab.columns).flatMap(([name, { kind }]) =>
    kind === 'instant' ? (positions.get(name) ?? []) : [],
  );
}

/** ISO 8601 in UTC, as the program has it. */
const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const inZone = (cells: RowCells, positions: readonly number[], timeZone: string): RowCells =>
  cells.map((cell, at) =>
    positions.includes(at) && typeof cell === 'string' && ISO.test(cell)
      ? formatInstant(new Date(cell), timeZone)
      : cell,
  );
