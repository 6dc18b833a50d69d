// Checked values → the cells a clerk sees.
import { dayToSerial, isDay, minutesOf, type ClockTime } from '../../calendar/day';
import { centsToYuan, type Cents } from '../../money/cents';
import type { Language } from '../../text/language';
import type { Column } from '../column';
import type { Positions } from '../headers';
import type { Tab, TabRow } from '../tab';
import type { Cell } from '../table';

/** A row to write: `undefined` leaves the cell as it is, null empties it. */
export type RowCells = (Cell | undefined)[];

/** The cells of a row in the order of the workbook's own columns; columns it does not have are left out. */
export function writeRow<T extends Tab>(
  tab: T,
  values: Partial<TabRow<T>>,
  positions: Positions,
  language: Language,
): RowCells {
  const cells: RowCells = [];
  for (const [key, value] of Object.entries(values)) {
    const position = positions.get(key);
    const column = tab.columns[key];
    if (position === undefined || column === undefined) continue;
    while (cells.length <= position) cells.push(undefined);
    cells[position] = writeCell(column, value, language);
  }
  return cells;
}

/** The positions of a tab that Lectern lays out itself: declaration order. */
export function declaredPositions(tab: Tab): Positions {
  return new Map(Object.keys(tab.columns).map((key, index) => [key, index]));
}

/** The cell of one checked value. */
export function writeCell(column: Column, value: unknown, language: Language): Cell {
  if (value === null || value === undefined) return null;
  if (column.kind === 'choice')
    return column.choices[value as string]?.[language] ?? (value as string); // a choice's value is its code
  if (column.kind === 'day') return writeDay(value as string); // a day cell's value is a Day
  if (column.kind === 'time') return minutesOf(value as ClockTime) / 1440; // a time cell's value is a ClockTime
  if (column.kind === 'money') return centsToYuan(value as Cents); // a money cell's value is Cents
  if (column.kind === 'yesNo') return writeYesNo(value === true, language);
  return value as Cell; // the remaining kinds are strings and numbers
}

function writeDay(value: string): Cell {
  return isDay(value) ? dayToSerial(value) : value;
}

function writeYesNo(value: boolean, language: Language): string {
  if (language === 'en') return value ? 'Yes' : 'No';
  return value ? '是' : '否';
}
