// What each row of a list means for the roster: somebody new, somebody who stays or who moves, or nobody.
import type { Day } from '../calendar/day';
import type { RowOf } from '../model/book';
import { isOnRoster } from '../model/due';
import type { MemberRow, RosterIndex } from '../model/roster-index';
import { validityOn } from '../model/validity';
import { foldWord } from '../text/clean';
import type { KnownPerson, ListedPerson, Match } from './match-roster';
import type { SourceRow } from './read-source';

export type MemberValues = Partial<RowOf<'roster'>>;
export type MemberKey = keyof RowOf<'roster'>;
/** A row of the list that names somebody. */
export interface Listed {
  readonly source: SourceRow;
  readonly person: ListedPerson;
  readonly values: MemberValues;
}

export interface Decided {
  readonly listed: Listed;
  /** Null: new. */
  readonly person: KnownPerson | null;
  readonly move: 'stays' | 'corrected' | 'moves';
  readonly unit: string;
}

interface ListMoment {
  readonly day: Day;
  readonly inPlace: ReadonlySet<string>;
  readonly roster: RosterIndex;
}

/** Null for a row that is not taken. */
export function decidePerson(
  listed: Listed,
  matches: ReadonlyMap<number, Match>,
  { day, inPlace, roster }: ListMoment,
): Decided | null {
  const match = matches.get(listed.person.row);
  if (match?.kind === 'new')
    return listed.values.unit
      ? { listed, person: null, move: 'stays', unit: listed.values.unit }
      : null;
  if (match?.kind !== 'person') return null;
  const { person } = match;
  const { cells } = person.row;
  const unit = listed.values.unit ?? cells.unit ?? '';
  const isOther = foldWord(unit) !== foldWord(cells.unit ?? '') && cells.unit !== undefined;
  const isOver = Boolean(listed.values.to && listed.values.to < day);
  const isBack = !isOver && !isOnRoster(cells, day) && Boolean(cells.to && cells.to < day);
  if (!isOther && !isBack) return { listed, person, move: 'stays', unit: cells.unit ?? unit };
  const row = rowOfUnit(roster.rowsOf(person.id), unit, day);
  if (row) return { listed, person: { id: person.id, row }, move: 'stays', unit };
  // Whoever is no longer there moves nowhere.
  if (isOver) return null;
  // A row that begins that day or later has no day before it to end on.
  const isYoung = !isBack && cells.from !== undefined && (cells.from ?? '') >= day;
  const isCorrected = !isBack && (isYoung || inPlace.has(person.id));
  return { listed, person, move: isCorrected ? 'corrected' : 'moves', unit };
}

/** A second post, or a move that was entered before it happens. */
const rowOfUnit = (rows: readonly MemberRow[], unit: string, day: Day): MemberRow | undefined =>
  rows.find(
    ({ cells }) =>
      foldWord(cells.unit ?? '') === foldWord(unit) && validityOn(cells, day) !== 'past',
  );

/** Whether the person is new in the unit. */
export const joins = ({ person, move }: Decided): boolean => person === null || move !== 'stays';
