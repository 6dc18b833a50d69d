// Reads a chart's source range from what the server last said of its tab.
import type { GridRange } from '../server/sheet-json';
import { toArea } from '../grid/areas';
import type { GridCell, TabState } from '../grid/tab-state';
import type { ChartColumn } from './chart-option';

type Display = (sheetId: number, row: number, column: number) => string;

export function readRange(
  tabs: ReadonlyMap<number, TabState>,
  display: Display,
  range: GridRange,
): ChartColumn {
  const tab = tabs.get(range.sheetId ?? 0);
  if (tab === undefined) return { values: [], labels: [], isPercent: false };
  const area = toArea(range, tab);
  const cells: (GridCell | undefined)[] = [];
  const labels: string[] = [];
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      cells.push(tab.cells[row]?.[column]);
      labels.push(display(tab.sheetId, row, column));
    }
  }
  const numbers = cells.filter((cell) => typeof cell?.value === 'number');
  return {
    values: cells.map((cell) => cell?.value ?? null),
    labels,
    isPercent:
      numbers.length > 0 && numbers.every((cell) => cell?.style?.n?.pattern.includes('%') === true),
  };
}
