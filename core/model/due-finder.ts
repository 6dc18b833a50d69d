// Who is due at each of many sessions: `isDue` without asking about each person and audience again and again.
import { toDay, type Day } from '../calendar/day';
import { audienceMatcher, isOnRoster, type Invitation, type Invited } from './due';

/** Positions in `rows` that are due. A person with two rows counts once, by the first of them that is due. */
export type DueFinder = (session: Invitation) => readonly number[];

/** Without a first and last day, being on the roster does not depend on the day asked. */
const ANY_DAY = toDay('2000-01-01');

interface InvitedRows {
  readonly positions: readonly number[];
  /** Whether some of them have a first or last day. */
  readonly isDated: boolean;
}

/** `rows`: of the roster, in official order. `identities`: for each row the number of its person. */
export function dueFinder(rows: readonly Invited[], identities: Int32Array): DueFinder {
  const isOneRowEach = new Set(identities).size === rows.length;
  const lists = new Map<string, InvitedRows>();
  return ({ audience, date }) => {
    const key = audience ?? '';
    const list = lists.get(key) ?? invitedTo(key, rows);
    lists.set(key, list);
    const due = list.isDated
      ? list.positions.filter((index) => isThere(rows[index], date))
      : list.positions;
    return isOneRowEach ? due : distinct(due, identities);
  };
}

function invitedTo(audience: string, rows: readonly Invited[]): InvitedRows {
  const isInvited = audienceMatcher(audience);
  const positions = rows.flatMap((row, index) =>
    isInvited(row) && (isDated(row) || isOnRoster(row, ANY_DAY)) ? [index] : [],
  );
  return { positions, isDated: positions.some((index) => isDated(rows[index])) };
}

const isDated = (row: Invited | undefined): boolean => Boolean(row?.from ?? row?.to);

function isThere(row: Invited | undefined, day: Day): boolean {
  return row !== undefined && (!isDated(row) || isOnRoster(row, day));
}

function distinct(due: readonly number[], identities: Int32Array): number[] {
  const seen = new Set<number>();
  return due.filter((row) => {
    const identity = identities[row] ?? 0;
    return !seen.has(identity) && seen.add(identity);
  });
}
