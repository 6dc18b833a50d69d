// A person's rows of the roster: unit and post change, the id stays, and on each day one row says who the person is.
import type { Day } from '../calendar/day';
import type { Entry } from '../workbook/read/parse-table';
import { inOfficialOrder, isDue, isOnRoster, isVacant, type Invitation, type Member } from './due';
import { nearness } from './validity';

export type MemberRow = Entry<Member>;

export interface RosterIndex {
  /** In the order of their first rows. */
  readonly ids: readonly string[];
  has(id: string): boolean;
  /** In official order; none for an id that is not on the roster. */
  rowsOf(id: string): readonly MemberRow[];
  /** The row valid that day; null: not on the roster then, or the post is vacant. */
  rowOn(id: string, day: Day): MemberRow | null;
  /** Whether one of the person's rows is due at the session. */
  isDue(id: string, session: Invitation): boolean;
  /** Who the person is on a day, also when not on the roster then: the row valid last, and only then one to come. */
  nearestRow(id: string, day: Day): MemberRow | null;
  /** Whether name and days of all the person's rows can be read: otherwise nobody is reported as missing. */
  isReadable(id: string): boolean;
}

/** `isRefused`: a filled cell of this row that could not be read. */
export function indexRoster(
  entries: readonly MemberRow[],
  isRefused: (row: number, column: string) => boolean,
): RosterIndex {
  const byId = new Map<string, MemberRow[]>();
  for (const entry of entries) {
    const { id } = entry.cells;
    if (id === undefined) continue;
    const rows = byId.get(id);
    if (rows) rows.push(entry);
    else byId.set(id, [entry]);
  }
  for (const rows of byId.values()) rows.sort((a, b) => inOfficialOrder(a.cells, b.cells));
  const rowsOf = (id: string): readonly MemberRow[] => byId.get(id) ?? [];
  return {
    ids: [...byId.keys()],
    has: (id) => byId.has(id),
    rowsOf,
    rowOn: (id, day) => rowsOf(id).find(({ cells }) => isOnRoster(cells, day)) ?? null,
    isDue: (id, session) => rowsOf(id).some(({ cells }) => isDue(cells, session)),
    nearestRow: (id, day) => nearest(rowsOf(id), day),
    isReadable: (id) =>
      rowsOf(id).every(({ row }) => !NEEDED.some((column) => isRefused(row, column))),
  };
}

const NEEDED = ['name', 'from', 'to'] as const;

/** The row of a vacant post is taken only where the person has no other row. */
function nearest(rows: readonly MemberRow[], day: Day): MemberRow | null {
  const held = rows.filter(({ cells }) => !isVacant(cells));
  const [first = null, ...others] = held.length > 0 ? held : rows;
  return others.reduce(
    (best, row) =>
      best === null || nearness(row.cells, day) > nearness(best.cells, day) ? row : best,
    first,
  );
}
