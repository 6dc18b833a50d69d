/** values.append: finds the table that the range means and writes below it. */
import { areasMeet, type Area } from '../a1/area';
import { printRange } from '../a1/print-range';
import { readableArea, type ResolvedRange } from '../a1/resolve-range';
import type { ReadonlySheet } from '../model/sheet';
import { findTables } from './find-tables';

export interface AppendPlace {
  readonly row: number;
  readonly column: number;
  /** Undefined when the range touches no table. */
  readonly tableRange: string | undefined;
}

const isLater = (left: Area, right: Area): boolean =>
  left.startRow > right.startRow ||
  (left.startRow === right.startRow && left.startColumn > right.startColumn);

/** The last of the tables that touch the range. */
function tableAt(sheet: ReadonlySheet, area: Area): Area | undefined {
  const touching = findTables(sheet.grid).filter((table) => areasMeet(table, area));
  return touching.reduce<Area | undefined>(
    (last, table) => (last === undefined || isLater(table, last) ? table : last),
    undefined,
  );
}

export function findAppendPlace(range: ResolvedRange): AppendPlace {
  const area = readableArea(range);
  const table = tableAt(range.sheet, area);
  if (table === undefined) {
    return { row: area.startRow, column: area.startColumn, tableRange: undefined };
  }
  const tableRange = printRange(range.sheet.properties.title, table);
  return { row: table.endRow, column: table.startColumn, tableRange };
}
