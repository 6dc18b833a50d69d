// A row for readers that do not need every cell of it: a typing error in one column must not take the row away from people.
import type { Tab, TabRow } from '../tab';

/** Any other cell that cannot be read counts as blank. Null when a cell that must be filled is blank or cannot be read. */
export function filledRow<T extends Tab>(tab: T, cells: Partial<TabRow<T>>): TabRow<T> | null {
  const given: Readonly<Record<string, unknown>> = cells;
  const columns = Object.entries(tab.columns);
  if (columns.some(([key, { filled }]) => filled === true && given[key] === undefined)) return null;
  const row = Object.fromEntries(columns.map(([key]) => [key, given[key] ?? null]));
  return row as TabRow<T>; // each cell was read by the schema of its own column
}
