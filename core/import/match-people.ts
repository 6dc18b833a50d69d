// Whom the rows of another program's export are about: known people only, and only where that is certain. All others are asked about,
// with the nearest candidates.
import { foldNameOrId, foldWord } from '../text/clean';
import { groupBy } from '../text/group-by';
import { phoneKey } from './match-roster';
import { joinedReadings, separatedReadings } from './name-readings';
import {
  candidatesFor,
  indexOf,
  isAgreed,
  namedPeople,
  reachedBy,
  type MatchedPerson,
  type NamedPerson,
  type NamedRow,
  type PeopleIndex,
} from './possible-people';

export type MemberAnswer =
  { readonly as: 'person'; readonly memberId: string } | { readonly as: 'skip' };

export type PersonMatch =
  | { readonly kind: 'person'; readonly person: MatchedPerson }
  | { readonly kind: 'skip' }
  | { readonly kind: 'ask' };

/** Rows that say the same of a person; the first of them stands for all. */
export interface NamedGroup {
  readonly first: NamedRow;
  readonly rows: readonly NamedRow[];
  readonly match: PersonMatch;
}

/** Somebody of whom the clerk must say who it is. */
export interface UnmatchedRow {
  readonly named: NamedRow;
  /** The likeliest first. */
  readonly candidates: readonly MatchedPerson[];
}

export interface MatchedPeople {
  /** In the order of their first rows. */
  readonly groups: readonly NamedGroup[];
  /** By the row of the source. */
  readonly personOf: ReadonlyMap<number, MatchedPerson>;
  readonly unmatched: readonly UnmatchedRow[];
}

/** Of each list of a preview so many are shown; the counts are whole. To look for candidates takes long: those behind have none. */
export const MOST_SHOWN = 500;

/** `answers`: what the clerk said, by row. */
export function matchPeople(
  rows: readonly NamedRow[],
  people: readonly MatchedPerson[],
  answers: ReadonlyMap<number, MemberAnswer>,
): MatchedPeople {
  const index = indexOf(people);
  const groups = [...groupBy(rows, identityOf).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ first, rows: same }] : [];
  });
  const certain = certainPeople(
    groups.map(({ first }) => first),
    index,
  );
  const matched = groups.map((group): NamedGroup => {
    const answer = answerTo(group.rows, answers);
    const chosen = answer?.as === 'person' ? index.byId.get(foldWord(answer.memberId)) : undefined;
    if (answer?.as === 'skip') return { ...group, match: { kind: 'skip' } };
    const person = chosen ?? certain.get(group.first);
    return { ...group, match: person ? { kind: 'person', person } : { kind: 'ask' } };
  });
  const taken = new Set(
    matched.flatMap(({ match }) => (match.kind === 'person' ? [match.person.id] : [])),
  );
  const candidates = (row: NamedRow): readonly MatchedPerson[] => {
    const found = candidatesFor(row, index);
    const free = found.filter(({ id }) => !taken.has(id));
    return [...free, ...found.filter(({ id }) => taken.has(id))].slice(0, MOST_CANDIDATES);
  };
  return {
    groups: matched,
    personOf: new Map(
      matched.flatMap(({ rows: same, match }) =>
        match.kind === 'person' ? same.map(({ row }) => [row, match.person] as const) : [],
      ),
    ),
    unmatched: matched
      .filter(({ match }) => match.kind === 'ask')
      .map(({ first }, at) => ({
        named: first,
        candidates: at < MOST_SHOWN ? candidates(first) : [],
      })),
  };
}

const MOST_CANDIDATES = 5;

const identityOf = ({ name, unit, ...row }: NamedRow): string =>
  JSON.stringify([
    ...[name, unit].map((word) => foldNameOrId(word ?? '')),
    ...REACHED_BY.map((key) => contactOf(row, key) ?? foldWord(row[key] ?? '')),
  ]);

type Contacts = Pick<NamedRow, 'id' | 'phone' | 'email'>;

const REACHED_BY = ['id', 'phone', 'email'] as const;

/** As two are compared, however they are written; null: there is none to compare. */
function contactOf(row: Contacts, key: keyof Contacts): string | null {
  return key === 'phone' ? phoneKey(row.phone) : foldWord(row[key] ?? '') || null;
}

/** Both say the same thing, and differently. */
const contradict = (
  one: Contacts,
  other: Contacts,
  keys: readonly (keyof Contacts)[] = REACHED_BY,
): boolean =>
  keys.some((key) => {
    const [here, there] = [contactOf(one, key), contactOf(other, key)];
    return here !== null && there !== null && here !== there;
  });

function answerTo(
  rows: readonly NamedRow[],
  answers: ReadonlyMap<number, MemberAnswer>,
): MemberAnswer | undefined {
  const row = rows.find((one) => answers.has(one.row));
  return row && answers.get(row.row);
}

/** Names that several people of the export have: they have different telephones, addresses or ids. */
function namesOfSeveral(rows: readonly NamedRow[]): ReadonlySet<string> {
  const named = groupBy(rows, ({ name }) => (name === null ? null : foldNameOrId(name)));
  const several = [...named].filter(([, same]) =>
    REACHED_BY.some((key) => new Set(same.flatMap((row) => contactOf(row, key) ?? [])).size > 1),
  );
  return new Set(several.map(([name]) => name));
}

/** Of several rows that would all be one person and contradict each other, only one that is confirmed is that person's. */
function certainPeople(
  rows: readonly NamedRow[],
  index: PeopleIndex,
): ReadonlyMap<NamedRow, MatchedPerson> {
  const severalOfName = namesOfSeveral(rows);
  const found = rows.flatMap((row) => {
    const confirmed = confirmedPerson(row, index);
    const person = confirmed ?? personByName(row, index, severalOfName);
    return person ? [{ row, person, isConfirmed: confirmed !== null }] : [];
  });
  const byPerson = groupBy(found, ({ person }) => person.id);
  return new Map(
    found.flatMap(({ row, person, isConfirmed }) => {
      const theirs = byPerson.get(person.id) ?? [];
      const isCertain = isConfirmed || !theirs.some((other) => contradict(row, other.row));
      return isCertain ? [[row, person] as const] : [];
    }),
  );
}

/** Whose telephone, address or id the row has, together with the name where it has one. */
function confirmedPerson(row: NamedRow, index: PeopleIndex): MatchedPerson | null {
  const { id, name } = row;
  const reached = reachedBy(row, index);
  if (name === null) return onlyOne(reached);
  const ids = new Set(
    [...reached, index.byId.get(foldWord(id ?? ''))].flatMap((person) => person?.id ?? []),
  );
  return onlyOne(
    namedPeople(row, separatedReadings(name), index).flatMap(({ person }) =>
      ids.has(person.id) ? [person] : [],
    ),
  );
}

function personByName(
  row: NamedRow,
  index: PeopleIndex,
  severalOfName: ReadonlySet<string>,
): MatchedPerson | null {
  const { name } = row;
  if (name === null) return null;
  const separated = namedPeople(row, separatedReadings(name), index);
  if (separated.some(isAgreed)) return bestAgreed(separated);
  const joined = namedPeople(row, joinedReadings(name), index).filter(isAgreed);
  if (joined.length > 0) return bestAgreed(joined);
  const only = onlyOne(separated.map(({ person }) => person));
  if (only === null || severalOfName.has(foldNameOrId(name))) return null;
  const isAlone = separated.some(({ agreement }) => agreement === 'none');
  // Lists are numbered anew: an id that differs from the roster's says nothing.
  return isAlone && !contradict(row, only, ['phone', 'email']) ? only : null;
}

/** A whole unit or post tells more than one that is shortened. */
function bestAgreed(named: readonly NamedPerson[]): MatchedPerson | null {
  const same = named.filter(({ agreement }) => agreement === 'same');
  const best = same.length > 0 ? same : named.filter(isAgreed);
  return onlyOne(best.map(({ person }) => person));
}

/** Null for none and for several. */
function onlyOne(people: readonly MatchedPerson[]): MatchedPerson | null {
  const [first] = people;
  return first && people.every(({ id }) => id === first.id) ? first : null;
}
