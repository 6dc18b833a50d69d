// The cells of a sign-in tab, as clerks left it → what they entered for whom. Columns are found by their labels, in any language and order.
import { clockTimeOf, isClockTime, type ClockTime } from '../calendar/day';
import { withoutSpaces } from '../text/clean';
import { LANGUAGES } from '../text/language';
import { isBlank, type Cell } from '../workbook/table';
import { WORDS } from './words';

export interface SheetEntry {
  readonly memberId: string;
  /** The sheet's own row number. */
  readonly row: number;
  /** As typed; null when blank. */
  readonly status: string | null;
  readonly time: ClockTime | null;
  readonly remark: string | null;
}

export interface SignInSheet {
  readonly entries: readonly SheetEntry[];
  /** Position of the status column, for leading to a cell. */
  readonly statusColumn: number;
}

type Cells = readonly (readonly Cell[])[];
const COLUMNS = ['id', 'status', 'in', 'remark'] as const;
type Column = (typeof COLUMNS)[number];

const fold = (cell: Cell | undefined): string => withoutSpaces(String(cell ?? '')).toLowerCase();

/** Null when the tab has no header row with the columns for ID and status. */
export function readSignInSheet(cells: Cells): SignInSheet | null {
  const header = cells.findIndex((row) => positionOf(row, 'id') >= 0 && positionOf(row, 'status') >= 0);
  if (header < 0) return null;
  const at = Object.fromEntries(
    COLUMNS.map((column) => [column, positionOf(cells[header] ?? [], column)]),
  ) as Record<Column, number>; // one position for each column
  const entries = cells.slice(header + 1).flatMap((row, index): SheetEntry[] => {
    const id = row[at.id];
    if (isBlank(id)) return [];
    return [
      {
        memberId: withoutSpaces(String(id)),
        row: header + index + 2,
        status: textOf(row[at.status]),
        time: timeOf(row[at.in]),
        remark: textOf(row[at.remark]),
      },
    ];
  });
  return { entries, statusColumn: at.status };
} // prettier-ignore

function positionOf(row: readonly Cell[], column: Column): number {
  const labels = LANGUAGES.map((language) => fold(WORDS[column][language]));
  return row.findIndex((cell) => labels.includes(fold(cell)));
}

const textOf = (cell: Cell | undefined): string | null =>
  isBlank(cell) ? null : String(cell).trim();

/** `9:05`, `09：05`, or the fraction of a day that a spreadsheet makes of it; anything else is no time. */
function timeOf(cell: Cell | undefined): ClockTime | null {
  if (typeof cell === 'number') {
    const minutes = Math.round((cell % 1) * 1440);
    return minutes > 0 && minutes < 1440 ? clockTimeOf(minutes) : null;
  }
  const padded = String(cell ?? '')
    .trim()
    .replace('：', ':')
    .replace(/^\d:/, (hour) => `0${hour}`);
  return isClockTime(padded) ? padded : null;
}
