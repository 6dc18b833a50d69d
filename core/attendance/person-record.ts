// Each person's way through the held sessions of a period, session by session.
import { grantedAt } from '../leave/granted';
import type { Tables } from '../workbook/table';
import type { Period } from './count-attendance';
import { outcomeFinder, type Outcome } from './outcome';
import type { Person, Session } from './programme';
import type { Reading } from './reading';
import { NOT_RECORDED } from './tally';

export interface Attended {
  readonly session: Session;
  readonly outcome: Outcome;
  /** What the mark earns, in hundredths of a session. */
  readonly credit: number;
}

export interface PersonRecord {
  readonly person: Person;
  /** Held sessions at which the person was due, by date. */
  readonly sessions: readonly Attended[];
}

/** Everybody who was due at a held session, in official order, each person once. */
export function personRecords(
  reading: Reading,
  { from, to }: Period,
  tables: Pick<Tables, 'statuses' | 'leave' | 'schedule'>,
): PersonRecord[] {
  const { programme, statuses, roll, identities } = reading;
  const outcomeOf = outcomeFinder(tables.statuses);
  const granted = grantedAt(tables);
  const records = new Map<number, { row: number; sessions: Attended[] }>();
  programme.sessions.forEach((session, at) => {
    if (session.state !== 'held' || session.date < from || session.date > to) return;
    const leave = granted(session.id);
    for (const row of reading.findDue(session)) {
      const identity = identities[row] ?? 0;
      const mark = roll.marks[at]?.[identity] ?? NOT_RECORDED;
      const outcome = outcomeOf(mark, leave.get(programme.people[row]?.id ?? ''));
      const record = records.get(identity) ?? { row, sessions: [] };
      record.sessions.push({ session, outcome, credit: statuses[mark]?.credit ?? 0 });
      record.row = Math.min(record.row, row);
      records.set(identity, record);
    }
  });
  return [...records.values()]
    .toSorted((a, b) => a.row - b.row)
    .flatMap(({ row, sessions }) => {
      const person = programme.people[row];
      return person ? [{ person, sessions }] : [];
    });
}
