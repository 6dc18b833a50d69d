// Who is due at each of many sessions, without asking about each person and audience again and again.
import { toDay, type Day } from '../calendar/day';
import { audienceMatcher, isOnRoster } from '../model/due';
import type { Person, ProgrammeSession } from './programme';

/** Positions in `people` that are due. */
export type DueFinder = (session: ProgrammeSession) => readonly number[];

/** Without a first and last day, being on the roster does not depend on the day asked. */
const ANY_DAY = toDay('2000-01-01');

interface Invited {
  readonly positions: readonly number[];
  /** Whether some of them come or go in the course of time. */
  readonly isDated: boolean;
}

export function dueFinder(people: readonly Person[]): DueFinder {
  const lists = new Map<string, Invited>();
  return ({ audience, date }) => {
    const key = audience ?? '';
    const list = lists.get(key) ?? invitedTo(key, people);
    lists.set(key, list);
    return list.isDated
      ? list.positions.filter((index) => isThere(people[index], date))
      : list.positions;
  };
}

function invitedTo(audience: string, people: readonly Person[]): Invited {
  const isInvited = audienceMatcher(audience);
  const positions = people.flatMap((person, index) =>
    isInvited(person) && (isDated(person) || isOnRoster(person, ANY_DAY)) ? [index] : [],
  );
  return { positions, isDated: positions.some((index) => isDated(people[index])) };
}

const isDated = (person: Person | undefined): boolean => Boolean(person?.from ?? person?.to);

function isThere(person: Person | undefined, day: Day): boolean {
  return person !== undefined && (!isDated(person) || isOnRoster(person, day));
}
