// Who is due at each of many sessions, without asking about each person and audience again and again.
import { toDay } from '../calendar/day';
import { audienceMatcher, isOnRoster } from '../roster/due';
import type { Person, Session } from './programme';

/** Positions in `people` that are due. */
export type DueFinder = (session: Session) => number[];

/** Without a first and last day, being on the roster does not depend on the day asked. */
const ANY_DAY = toDay('2000-01-01');

export function dueFinder(people: readonly Person[]): DueFinder {
  const always = people.map((person) =>
    person.from || person.to ? null : isOnRoster(person, ANY_DAY),
  );
  const invited = new Map<string, readonly number[]>();
  const invitedTo = (audience: string): readonly number[] => {
    const known = invited.get(audience);
    if (known) return known;
    const isInvited = audienceMatcher(audience);
    const positions = people.flatMap((person, index) => (isInvited(person) ? [index] : []));
    invited.set(audience, positions);
    return positions;
  };
  return ({ audience, date }) =>
    invitedTo(audience ?? '').filter((index) => {
      const person = people[index];
      return person !== undefined && (always[index] ?? isOnRoster(person, date));
    });
}
