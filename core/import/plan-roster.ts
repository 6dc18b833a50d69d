// A list of people → what it changes on the roster. Nobody is deleted: who moves gets a row of the new unit, who left a last day.
import { addDays, type Day } from '../calendar/day';
import { freeIds } from '../model/free-ids';
import type { Book } from '../model/book';
import { isOnRoster, isVacant } from '../model/due';
import { foldNameOrId, foldWord } from '../text/clean';
import { groupBy } from '../text/group-by';
import { isBlank, type Cell } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import {
  decidePerson,
  joins,
  type Decided,
  type Listed,
  type MemberKey,
  type MemberValues,
} from './decide-person';
import {
  knownPeople,
  matchRoster,
  type KnownPerson,
  type ListedPerson,
  type Match,
  type PersonAnswer,
} from './match-roster';
import { dayAfter, earliestDay, fittingDays, type FittingDays, type Term } from './member-days';
import type { SourceTable } from './read-source';
import { ordersOf } from './roster-orders';
import type { ReadValue } from './source-values';
import {
  categoriesOf,
  categoryIn,
  type Category,
  type UnitWithoutCategory,
} from './unit-categories';

const COLUMNS = ROSTER.columns;
const KEYS = Object.keys(COLUMNS) as MemberKey[]; // the declared columns

export interface RosterChoices {
  /** The first day on which the list holds. */
  readonly day: Day;
  /** By the row of the list. */
  readonly people: ReadonlyMap<number, PersonAnswer>;
  /** By unit, folded: of units that the roster does not have. */
  readonly categories: ReadonlyMap<string, Category>;
  /** Ids of people who are no longer listed and get a last day. */
  readonly leaving: ReadonlySet<string>;
  /** Ids of people whose unit is corrected in their row: they did not move. */
  readonly inPlace: ReadonlySet<string>;
}

export interface CellChange {
  readonly key: MemberKey;
  /** As in the sheet; undefined for a blank cell. */
  readonly before: Cell | undefined;
  readonly after: MemberValues[MemberKey];
}

export interface AddedMember {
  readonly row: number;
  readonly values: MemberValues;
}

export interface ChangedMember {
  readonly person: KnownPerson;
  readonly cells: readonly CellChange[];
}

export interface MovedMember {
  readonly person: KnownPerson;
  /** The row of the new unit. */
  readonly values: MemberValues;
  /** The last day of the row before; null when it had ended already. */
  readonly lastDay: Day | null;
}

export interface LeavingMember {
  readonly person: KnownPerson;
  readonly lastDay: Day;
  readonly isChosen: boolean;
}

/** A cell of the list that is not taken. */
export interface LeftOutCell {
  readonly row: number;
  readonly key: MemberKey;
  readonly cell: Cell;
}

export interface NotTaken {
  readonly row: number;
  readonly why: 'noName' | 'noUnit' | 'vacant' | 'doubled' | 'skipped' | 'over';
  readonly words: string;
}

export interface OpenQuestion {
  readonly listed: ListedPerson;
  readonly candidates: readonly KnownPerson[];
}

export interface RosterPlan {
  readonly day: Day;
  readonly added: readonly AddedMember[];
  readonly changed: readonly ChangedMember[];
  readonly moved: readonly MovedMember[];
  /** Everybody who is no longer listed; only the chosen ones get a last day. */
  readonly leaving: readonly LeavingMember[];
  readonly unchanged: number;
  readonly questions: readonly OpenQuestion[];
  /** Units whose category only the clerk can say, with the number of people who join them. */
  readonly units: readonly UnitWithoutCategory[];
  readonly unreadable: readonly LeftOutCell[];
  /** Days that contradict the person's other days. */
  readonly refusedDays: readonly LeftOutCell[];
  readonly notTaken: readonly NotTaken[];
}

/** Of each list one column is enough. */
export const ROSTER_NEEDED = [['name'], ['unit']] as const;

export function planRoster(
  book: Book,
  source: SourceTable,
  { choices, readValue }: { readonly choices: RosterChoices; readonly readValue: ReadValue },
): RosterPlan {
  const read = readPeople(source, readValue);
  const known = knownPeople(book.roster, choices.day);
  const people = read.listed.map(({ person }) => person);
  const matches = matchRoster(people, known, choices.people);
  const questions = read.listed.flatMap(({ person }): OpenQuestion[] => {
    const match = matches.get(person.row);
    return match?.kind === 'ask' ? [{ listed: person, candidates: match.candidates }] : [];
  });
  const spoken = new Set([
    ...[...matches.values()].flatMap((match) =>
      match.kind === 'person' || match.kind === 'doubled' ? [match.person.id] : [],
    ),
    ...questions.flatMap(({ candidates }) => candidates.map(({ id }) => id)),
  ]);
  const partUnits = unitsWithOthers(known, spoken, choices);
  const decided = read.listed.flatMap(
    (listed) => decidePerson(listed, matches, { ...choices, roster: book.roster }) ?? [],
  );
  return {
    day: choices.day,
    ...draftOf(book, source, { decided, choices, partUnits }),
    leaving: leavingOf(known, spoken, choices),
    questions,
    unreadable: read.unreadable,
    notTaken: [...read.notTaken, ...notTakenOf(read.listed, matches, decided)],
  };
}

function readPeople(source: SourceTable, readValue: ReadValue) {
  const listed: Listed[] = [];
  const unreadable: LeftOutCell[] = [];
  const notTaken: NotTaken[] = [];
  for (const row of source.rows) {
    const values: Record<string, unknown> = {};
    for (const key of KEYS) {
      const cell = row.cells.get(key);
      if (cell === undefined) continue;
      const value = readValue(COLUMNS[key], cell);
      if (value === undefined) unreadable.push({ row: row.row, key, cell });
      else values[key] = value;
    }
    const read = values as MemberValues; // each value was read with the schema of its column
    const words = [...row.cells.values()].map(String).join(' ');
    if (!read.name) notTaken.push({ row: row.row, why: 'noName', words });
    else if (isVacant(read)) notTaken.push({ row: row.row, why: 'vacant', words });
    else listed.push({ source: row, values: read, person: listedPerson(row.row, read.name, read) });
  }
  return { listed, unreadable, notTaken };
}

const listedPerson = (row: number, name: string, values: MemberValues): ListedPerson => ({
  row,
  name,
  id: values.id ?? null,
  unit: values.unit ?? null,
  post: values.post ?? null,
  phone: values.phone ?? null,
});

function notTakenOf(
  listed: readonly Listed[],
  matches: ReadonlyMap<number, Match>,
  decided: readonly Decided[],
): readonly NotTaken[] {
  const taken = new Set(decided.map(({ listed: one }) => one));
  return listed.flatMap((one): NotTaken[] => {
    const { person, values } = one;
    const { row } = person;
    const words = [values.name, values.unit].filter(Boolean).join(' ');
    const match = matches.get(row)?.kind;
    if (match === 'doubled') return [{ row, why: 'doubled', words }];
    if (match === 'skip') return [{ row, why: 'skipped', words }];
    if (match === 'person' && !taken.has(one)) return [{ row, why: 'over', words }];
    return match === 'new' && !values.unit ? [{ row, why: 'noUnit', words }] : [];
  });
}

/** Only who was on the roster the day before can have a last day then. */
function leavingOf(
  known: readonly KnownPerson[],
  spoken: ReadonlySet<string>,
  { day, leaving }: RosterChoices,
): readonly LeavingMember[] {
  const lastDay = addDays(day, -1);
  return known
    .filter(
      ({ id, row }) =>
        !spoken.has(id) && isOnRoster(row.cells, day) && isOnRoster(row.cells, lastDay),
    )
    .map((person) => ({ person, lastDay, isChosen: leaving.has(person.id) }));
}

/** Units of those who stay without being listed. */
function unitsWithOthers(
  known: readonly KnownPerson[],
  spoken: ReadonlySet<string>,
  { day, leaving }: RosterChoices,
): ReadonlySet<string> {
  const others = known.filter(
    ({ id, row }) => !spoken.has(id) && !leaving.has(id) && isOnRoster(row.cells, day),
  );
  return new Set(others.map(({ row }) => foldWord(row.cells.unit ?? '')));
}

type Draft = Pick<
  RosterPlan,
  'added' | 'changed' | 'moved' | 'unchanged' | 'units' | 'refusedDays'
>;

function draftOf(
  book: Book,
  source: SourceTable,
  {
    decided,
    choices,
    partUnits,
  }: {
    readonly decided: readonly Decided[];
    readonly choices: RosterChoices;
    readonly partUnits: ReadonlySet<string>;
  },
): Draft {
  const orders = ordersOf(book, source, { decided, partUnits });
  const categories = categoriesOf(book, decided, choices.categories);
  const nextId = newIds(book, decided);
  const isFirst = book.entries.roster.length === 0;
  const added: AddedMember[] = [];
  const changed: ChangedMember[] = [];
  const moved: MovedMember[] = [];
  const refusedDays: LeftOutCell[] = [];
  let unchanged = 0;
  const daysOf = ({ source: { row, cells }, values }: Listed, term: Term): FittingDays['days'] => {
    const { days, refused } = fittingDays(values, term);
    for (const key of refused) refusedDays.push({ row, key, cell: cells.get(key) ?? '' });
    return days;
  };
  for (const one of decided) {
    const { listed, person, move, unit } = one;
    const category = categoryIn(listed) ?? (joins(one) ? categories.of(unit) : undefined);
    const ofUnit = { unit, ...(category ? { category } : {}), ...orders(one) };
    const own = ownValues(listed.values);
    if (person === null) {
      const { from = isFirst ? null : choices.day, to = null } = listed.values;
      const values = { ...own, ...ofUnit, id: nextId(listed.person), from, to };
      added.push({ row: listed.person.row, values });
    } else if (move === 'moves') {
      const row = { from: choices.day, to: null };
      const days = daysOf(listed, { row, earliest: dayAfter(person, choices.day) });
      moved.push(movedMember(person, { ...own, ...ofUnit, ...row, ...days }));
    } else {
      const earliest = earliestDay(person, book.roster);
      const days = daysOf(listed, { row: person.row.cells, earliest });
      const cells = cellChanges(book, person, { ...own, ...ofUnit, ...days });
      if (cells.length > 0) changed.push({ person, cells });
      else unchanged += 1;
    }
  }
  return { added, changed, moved, unchanged, units: categories.missing, refusedDays };
}

/** What the list says, but for the numbers and days: a running number is none of the workbook's, and days must fit those there. */
function ownValues(values: MemberValues): MemberValues {
  const others = { ...values };
  delete others.unitOrder;
  delete others.personOrder;
  delete others.from;
  delete others.to;
  return others;
}

/** What belongs to the person goes along; the post belongs to the unit. */
function movedMember(
  person: KnownPerson,
  listed: MemberValues & { readonly from: Day },
): MovedMember {
  const { cells } = person.row;
  const { id, name, rankClass, email, phone, notify } = cells;
  const kept = Object.fromEntries(
    Object.entries({ id, name, rankClass, email, phone, notify }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as MemberValues; // the same keys
  const lastDay = addDays(listed.from, -1);
  const hasEnded = Boolean(cells.to && cells.to <= lastDay);
  return {
    person,
    values: { ...kept, ...listed, id: person.id },
    lastDay: hasEnded ? null : lastDay,
  };
}

/** Cells that the list fills with something else; a blank cell of the list says nothing. */
function cellChanges(book: Book, { row }: KnownPerson, wanted: MemberValues): CellChange[] {
  return KEYS.flatMap((key): CellChange[] => {
    const after = wanted[key];
    if (key === 'id' || after === undefined || after === null) return [];
    if (!book.hasColumn('roster', key)) return [];
    const known = row.cells[key];
    if (isSameValue(key, known, after)) return [];
    const before = book.rawCell('roster', row.row, key);
    return [{ key, before: isBlank(before) ? undefined : before, after }];
  });
}

function isSameValue(key: MemberKey, left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return left === right;
  return key === 'name'
    ? foldNameOrId(left) === foldNameOrId(right)
    : foldWord(left) === foldWord(right);
}

/** A new person keeps the id of the list where nobody else has it. */
function newIds(book: Book, decided: readonly Decided[]): (listed: ListedPerson) => string {
  const next = freeIds(book.entries.roster, 'roster');
  const onRoster = new Set(book.roster.ids.map(foldWord));
  const wanted = groupBy(
    decided.filter(({ person }) => person === null),
    ({ listed }) => listed.person.id && foldWord(listed.person.id),
  );
  const taken = new Set<string | null>([...onRoster, ...wanted.keys()]);
  return ({ id, row }) => {
    const own = id === null ? undefined : wanted.get(foldWord(id));
    if (id !== null && own?.[0]?.listed.person.row === row && !onRoster.has(foldWord(id)))
      return id;
    let fresh = next();
    while (taken.has(foldWord(fresh))) fresh = next();
    return fresh;
  };
}
