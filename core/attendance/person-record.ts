// Each person's way through the held sessions of a period, session by session.
import type { Table } from '../workbook/table';
import type { Period } from './count-attendance';
import { approvedLeave, outcomeFinder, type Outcome } from './outcome';
import type { Person, Session } from './programme';
import type { Reading } from './reading';
import { rowsOn } from './roster-rows';
import { NOT_RECORDED } from './tally';

export interface Attended {
  readonly session: Session;
  readonly outcome: Outcome;
  /** What the mark earns, in hundredths of a session. */
  readonly credit: number;
  /** Exempt people are on the record, but not due. */
  readonly isDue: boolean;
}

export interface PersonRecord {
  /** As the roster has them at the newest session of the period. */
  readonly person: Person;
  /** Held sessions at which the person was due, by date. */
  readonly sessions: readonly Attended[];
}

interface Sources {
  readonly statuses: Table | undefined;
  readonly leave: Table | undefined;
}

/** Everybody who was due at a held session, in official order, each person once. */
export function personRecords(
  reading: Reading,
  { from, to }: Period,
  sources: Sources,
): PersonRecord[] {
  const { programme, statuses, roll, identities } = reading;
  const outcomeOf = outcomeFinder(sources.statuses);
  const onLeave = approvedLeave(sources.leave);
  const records = new Map<number, { row: number; sessions: Attended[] }>();
  const isReported = ({ state, date }: Session): boolean =>
    state === 'held' && from <= date && date <= to;
  const rows = rowsOn(reading, programme.sessions.findLast(isReported)?.date ?? to);
  programme.sessions.forEach((session, at) => {
    if (!isReported(session)) return;
    const away = onLeave(session.id);
    for (const row of reading.findDue(session)) {
      const identity = identities[row] ?? 0;
      const mark = roll.marks[at]?.[identity] ?? NOT_RECORDED;
      const outcome = outcomeOf(mark, away.has(programme.people[row]?.id ?? ''));
      const record = records.get(identity) ?? { row, sessions: [] };
      const { credit = 0, treatment = 'due' } = statuses[mark] ?? {};
      record.sessions.push({ session, outcome, credit, isDue: treatment !== 'notCounted' });
      record.row = rows[identity] ?? row;
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
