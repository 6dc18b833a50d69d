// The people and sessions that rates are about: rows of roster and schedule that can be relied on.
import type { Place } from '../workbook/finding';
import { inOfficialOrder, type Member } from '../model/due';
import { readColumns, UNREADABLE, valueAt } from '../workbook/read/read-columns';
import type { TabRow } from '../workbook/tab';
import type { Table, Tables } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import { SCHEDULE } from '../workbook/tabs/programme';

/** What is not needed to count is null where the cell is blank or cannot be read: an error there does not matter here. */
type With<Row, Needed extends keyof Row, More extends keyof Row> = Pick<Row, Needed> & {
  readonly [Key in More]: Row[Key] | null;
};

/** One row of the roster. A person who changed units has one row for each, with the same id and different days. */
export type Person = With<
  Member,
  'id' | 'name' | 'unit' | 'category',
  'unitOrder' | 'personOrder' | 'post' | 'rankClass' | 'from' | 'to'
>;

export type ProgrammeSession = With<
  TabRow<typeof SCHEDULE>,
  'id' | 'date' | 'state',
  'number' | 'title' | 'audience' | 'taughtHours' | 'creditedHours'
>;

export interface Programme {
  /** In official order. */
  readonly people: readonly Person[];
  /** By date; two on one day keep the order of their rows. */
  readonly sessions: readonly ProgrammeSession[];
  /** Rows that cannot be relied on and count for nothing; the check has a finding for each. */
  readonly leftOut: readonly Place[];
}

export function readProgramme({ roster, schedule }: Tables): Programme {
  const people = roster ? readPeople(roster) : [];
  const sessions = schedule ? withOwnId(readSessions(schedule)) : [];
  return {
    people: people.flatMap(({ value }) => value ?? []).sort(inOfficialOrder),
    sessions: sessions.flatMap(({ value }) => value ?? []).sort(byDate),
    leftOut: [
      ...people.flatMap(({ row, value }) => (value ? [] : { tab: ROSTER.key, row, column: null })),
      ...sessions.flatMap(({ row, value }) =>
        value ? [] : { tab: SCHEDULE.key, row, column: null },
      ),
    ],
  };
}

/** A row of the sheet; null where it cannot be relied on. */
interface Read<Value> {
  readonly row: number;
  readonly value: Value | null;
}

function readPeople(table: Table): Read<Person>[] {
  const { columns, filledRows } = readColumns(ROSTER, table);
  const { from, to } = columns;
  return Array.from(filledRows, (index) => {
    const id = valueAt(columns.id, index);
    const name = valueAt(columns.name, index);
    const unit = valueAt(columns.unit, index);
    const category = valueAt(columns.category, index);
    const isRefused = from.codes[index] === UNREADABLE || to.codes[index] === UNREADABLE;
    if (id === null || name === null || unit === null || category === null || isRefused)
      return { row: index + 2, value: null };
    const value: Person = {
      id,
      name,
      unit,
      category,
      from: valueAt(from, index),
      to: valueAt(to, index),
      unitOrder: valueAt(columns.unitOrder, index),
      personOrder: valueAt(columns.personOrder, index),
      post: valueAt(columns.post, index),
      rankClass: valueAt(columns.rankClass, index),
    };
    return { row: index + 2, value };
  });
}

function readSessions(table: Table): Read<ProgrammeSession>[] {
  const { columns, filledRows } = readColumns(SCHEDULE, table);
  return Array.from(filledRows, (index) => {
    const id = valueAt(columns.id, index);
    const date = valueAt(columns.date, index);
    const state = valueAt(columns.state, index);
    const isRefused = columns.audience.codes[index] === UNREADABLE;
    if (id === null || date === null || state === null || isRefused)
      return { row: index + 2, value: null };
    const value: ProgrammeSession = {
      id,
      date,
      state,
      audience: valueAt(columns.audience, index),
      number: valueAt(columns.number, index),
      title: valueAt(columns.title, index),
      taughtHours: valueAt(columns.taughtHours, index),
      creditedHours: valueAt(columns.creditedHours, index),
    };
    return { row: index + 2, value };
  });
}

/** Marks name a session by its id: with two sessions of one id nobody can say which is meant. */
function withOwnId(sessions: readonly Read<ProgrammeSession>[]): Read<ProgrammeSession>[] {
  const uses = new Map<string, number>();
  for (const { value } of sessions) if (value) uses.set(value.id, (uses.get(value.id) ?? 0) + 1);
  return sessions.map(({ row, value }) => ({
    row,
    value: value && uses.get(value.id) === 1 ? value : null,
  }));
}

function byDate(a: ProgrammeSession, b: ProgrammeSession): number {
  if (a.date === b.date) return 0;
  return a.date < b.date ? -1 : 1;
}
