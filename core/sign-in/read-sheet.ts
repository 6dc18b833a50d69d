// The cells of a sign-in tab, as clerks left it → the entries of each row. No filled row is skipped silently.
import { clockTimeOf, isClockTime, type ClockTime } from '../calendar/day';
import { tidy, withoutSpaces } from '../text/clean';
import { LANGUAGES } from '../text/language';
import { isBlank, type Cell } from '../workbook/table';
import { findColumns, type SheetCells, type SheetColumn } from './find-columns';
import { SIGN_IN_TEXTS } from './sign-in.texts';

export interface SheetEntry {
  /** Null when the row has no ID: somebody whom the clerk added, or a line of the clerk's own. */
  readonly memberId: string | null;
  /** The sheet's own row number. */
  readonly row: number;
  /** As typed; null when blank. */
  readonly status: string | null;
  readonly time: ClockTime | null;
  /** A time that cannot be read, as entered. */
  readonly strangeTime: string | null;
  readonly remark: string | null;
  /** The row's cells under the sheet's own headers. */
  readonly cells: Readonly<Partial<Record<SheetColumn, Cell>>>;
}

export interface SignInSheet {
  readonly entries: readonly SheetEntry[];
  /** Positions of the columns, for leading to a cell. */
  readonly statusColumn: number;
  readonly timeColumn: number;
}

/** An empty tab is `blank`; where columns are lacking or doubled, it lists them. */
export type ReadSheet =
  | { readonly kind: 'read'; readonly sheet: SignInSheet }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly lacking: readonly SheetColumn[] };

export function readSignInSheet(cells: SheetCells): ReadSheet {
  if (cells.every((row) => row.every(isBlank))) return { kind: 'blank' };
  const { header, positions, lacking } = findColumns(cells);
  if (lacking.length > 0) return { kind: 'unreadable', lacking };
  const entries = cells.slice(header + 1).flatMap((row, index): SheetEntry[] => {
    const named = [...positions].map(
      ([column, position]) => [column, row[position] ?? ''] as const,
    );
    const ofRow: SheetEntry['cells'] = Object.fromEntries(named);
    return named.every(([, cell]) => isBlank(cell)) || isHeading(ofRow)
      ? []
      : [entryOf(ofRow, header + index + 2)];
  });
  const statusColumn = positions.get('status') ?? 0;
  return {
    kind: 'read',
    sheet: { entries, statusColumn, timeColumn: positions.get('in') ?? statusColumn },
  };
}

function entryOf(cells: SheetEntry['cells'], row: number): SheetEntry {
  const time = timeOf(cells.in);
  return {
    memberId: isBlank(cells.id) ? null : withoutSpaces(String(cells.id)),
    row,
    status: textOf(cells.status),
    time,
    strangeTime: time === null ? textOf(cells.in) : null,
    remark: textOf(cells.remark),
    cells,
  };
}

const textOf = (cell: Cell | undefined): string | null =>
  isBlank(cell) ? null : tidy(String(cell));

/** `9:05`, `09：05`, or the fraction of a day that a spreadsheet makes of it; anything else is no time. */
function timeOf(cell: Cell | undefined): ClockTime | null {
  if (typeof cell === 'number') {
    const minutes = Math.round((cell % 1) * 1440);
    return minutes > 0 && minutes < 1440 ? clockTimeOf(minutes) : null;
  }
  const padded = tidy(String(cell ?? ''))
    .replace('：', ':')
    .replace(/^\d:/, (hour) => `0${hour}`);
  return isClockTime(padded) ? padded : null;
}

/** Group headings as the sheet writes them, with any count. */
const HEADINGS: readonly RegExp[] = [SIGN_IN_TEXTS.group, SIGN_IN_TEXTS.others].flatMap((words) =>
  LANGUAGES.map((language) => {
    const pattern = words[language]
      .replace(/[()]/g, String.raw`\$&`)
      .replace('{category}', '.+')
      .replace('{count}', String.raw`\d+`);
    return new RegExp(`^${pattern}$`);
  }),
);

function isHeading(cells: SheetEntry['cells']): boolean {
  const { name, ...others } = cells;
  return (
    Object.values(others).every(isBlank) &&
    HEADINGS.some((heading) => heading.test(tidy(String(name ?? ''))))
  );
}
