// The people and sessions that rates are about: rows of roster and schedule that can be relied on.
import type { Place } from '../finding';
import { inOfficialOrder, type Member } from '../roster/due';
import { parseTable, type ParsedTable } from '../workbook/parse-table';
import type { TabRow } from '../workbook/tab';
import type { Tables } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import { SCHEDULE } from '../workbook/tabs/programme';

/** One row of the roster. A person who changed units has one row for each, with the same id and different days. */
export type Person = Pick<Member, 'id' | 'name' | 'unit' | 'category'> &
  Partial<Pick<Member, 'unitOrder' | 'personOrder' | 'post' | 'rankClass' | 'from' | 'to'>>;

type SessionRow = TabRow<typeof SCHEDULE>;
export type Session = Pick<SessionRow, 'id' | 'date' | 'state'> &
  Partial<Pick<SessionRow, 'number' | 'title' | 'audience' | 'taughtHours' | 'creditedHours'>>;

/** Cells that must be there, and cells that may be blank but not wrong; an error elsewhere in the row does not matter here. */
const PERSON = { filled: ['id', 'name', 'unit', 'category'], ifAny: ['from', 'to'] };
const SESSION = { filled: ['id', 'date', 'state'], ifAny: ['audience'] };

export interface Programme {
  /** In official order. */
  readonly people: readonly Person[];
  /** By date; two on one day keep the order of their rows. */
  readonly sessions: readonly Session[];
  /** Rows that cannot be relied on and count for nothing; the check has a finding for each. */
  readonly leftOut: readonly Place[];
}

export function readProgramme({ roster, schedule }: Tables): Programme {
  const people = roster ? reliable<Person>(parseTable(ROSTER, roster), PERSON) : [];
  const sessions = schedule
    ? withOwnId(reliable<Session>(parseTable(SCHEDULE, schedule), SESSION))
    : [];
  return {
    people: people.flatMap(({ value }) => value ?? []).sort(byOfficialOrder),
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

function reliable<Value>(parsed: ParsedTable<object>, cells: typeof PERSON): Read<Value>[] {
  const columns = [...cells.filled, ...cells.ifAny];
  const wrong = new Set<number | null>();
  for (const { row, column } of parsed.findings)
    if (column !== null && columns.includes(column)) wrong.add(row);
  return parsed.entries.map(({ row, cells: values }) => {
    const isWhole = !wrong.has(row) && cells.filled.every((key) => key in values);
    return { row, value: isWhole ? (values as Value) : null }; // the cells that `Value` needs are there
  });
}

/** Marks name a session by its id: with two sessions of one id nobody can say which is meant. */
function withOwnId(sessions: readonly Read<Session>[]): Read<Session>[] {
  const uses = new Map<string, number>();
  for (const { value } of sessions) if (value) uses.set(value.id, (uses.get(value.id) ?? 0) + 1);
  return sessions.map(({ row, value }) => ({
    row,
    value: value && uses.get(value.id) === 1 ? value : null,
  }));
}

/** Whoever has no order stands last, where a clerk sees it. */
function byOfficialOrder(a: Person, b: Person): number {
  return inOfficialOrder(orderOf(a), orderOf(b));
}

function orderOf({ unitOrder, personOrder }: Person): Pick<Member, 'unitOrder' | 'personOrder'> {
  const last = Number.MAX_SAFE_INTEGER;
  return { unitOrder: unitOrder ?? last, personOrder: personOrder ?? last };
}

function byDate(a: Session, b: Session): number {
  if (a.date === b.date) return 0;
  return a.date < b.date ? -1 : 1;
}
