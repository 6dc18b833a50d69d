import { isBlank, type Cell } from '../workbook/table';
import type { BasisTab } from './basis-tab';

/** One label for each column; of a header of two lines the lower word, or the upper one that is merged over both. */
export const headerOf = (tab: BasisTab): (Cell | undefined)[] =>
  Array.from({ length: tab.width }, (_, column) => {
    const below = tab.cell(tab.lines.last, column);
    return isBlank(below) ? tab.cell(tab.lines.first, column) : below;
  });

/**
 * For each column of a header row as it is now, its position before; null for one that was not there. Labels identify columns; a label
 * that was typed anew is where the old one was.
 */
export function columnsBefore(
  before: readonly (Cell | undefined)[],
  now: readonly (Cell | undefined)[],
): (number | null)[] {
  const at = positionsByLabel(before);
  const labels = positionsByLabel(now);
  const found = now.map((label): number | null => {
    if (isBlank(label)) return null;
    const old = at.get(String(label)) ?? [];
    return old.length === 1 && labels.get(String(label))?.length === 1 ? (old[0] ?? null) : null;
  });
  const taken = new Set(found);
  return found.map((position, column) =>
    position !== null || taken.has(column) || column >= before.length ? position : column,
  );
}

function positionsByLabel(header: readonly (Cell | undefined)[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  header.forEach((label, column) => {
    if (isBlank(label)) return;
    positions.set(String(label), [...(positions.get(String(label)) ?? []), column]);
  });
  return positions;
}
