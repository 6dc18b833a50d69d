// Whom the rows of another program's export are about: known people only, and only where that is certain. All others are asked about,
// with the nearest candidates.
import { foldNameOrId, foldWord } from '../text/clean';
import { groupBy } from '../text/group-by';
import { phoneKey } from './match-roster';
import { joinedReadings, separatedReadings, type NameReading } from './name-readings';
import { isNearName, mostSlips } from './near-names';

/** What a row says of the person. */
export interface NamedRow {
  /** The source's own row number. */
  readonly row: number;
  readonly id: string | null;
  /** A name or a nickname, perhaps with the unit. */
  readonly name: string | null;
  readonly unit: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface MatchedPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly phone: string | null;
  readonly email: string | null;
}

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

/** A person with the words that are compared, folded once. */
interface Known {
  readonly person: MatchedPerson;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
}

interface PeopleIndex {
  readonly byId: ReadonlyMap<string, MatchedPerson>;
  readonly byName: ReadonlyMap<string, readonly Known[]>;
  readonly byPhone: ReadonlyMap<string, readonly MatchedPerson[]>;
  readonly byEmail: ReadonlyMap<string, readonly MatchedPerson[]>;
  /** People by each character of their names. */
  readonly bySign: ReadonlyMap<string, readonly Known[]>;
}

function indexOf(people: readonly MatchedPerson[]): PeopleIndex {
  const known = people.map((person) => ({
    person,
    name: foldNameOrId(person.name),
    unit: foldWord(person.unit),
    post: foldWord(person.post),
  }));
  const bySign = new Map<string, Known[]>();
  for (const one of known)
    for (const sign of new Set(one.name)) {
      const others = bySign.get(sign);
      if (others) others.push(one);
      else bySign.set(sign, [one]);
    }
  return {
    bySign,
    byId: new Map(people.map((person) => [foldWord(person.id), person])),
    byName: groupBy(known, ({ name }) => name),
    byPhone: groupBy(people, ({ phone }) => phoneKey(phone)),
    byEmail: groupBy(people, ({ email }) => email && foldWord(email)),
  };
}

interface NamedPerson {
  readonly person: MatchedPerson;
  readonly agreement: Agreement;
}

/** What stands beside the name, compared with the person's unit and post. `none`: nothing does. */
type Agreement = 'same' | 'short' | 'none' | 'other';

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

/** By telephone or address. */
const reachedBy = (
  { phone, email }: NamedRow,
  { byPhone, byEmail }: PeopleIndex,
): readonly MatchedPerson[] => [
  ...(byPhone.get(phoneKey(phone) ?? '') ?? []),
  ...(byEmail.get(foldWord(email ?? '')) ?? []),
];

const isAgreed = ({ agreement }: NamedPerson): boolean =>
  agreement === 'same' || agreement === 'short';

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

/** Everybody whose name the row may say. */
function namedPeople(
  { unit }: NamedRow,
  readings: readonly NameReading[],
  { byName }: PeopleIndex,
): readonly NamedPerson[] {
  const ofUnit = unit === null ? [] : partsOf(unit);
  return readings.flatMap(({ name, others }) =>
    (byName.get(name) ?? []).map((known) => ({
      person: known.person,
      agreement: agreementOf([...ofUnit, ...others], known),
    })),
  );
}

/** `区住建局/办公室` is the unit and a part of it. */
const partsOf = (unit: string): readonly string[] => [
  unit,
  ...unit.split(/[\s/\\>\-—–、,，;；]+/u).filter((part) => part !== ''),
];

function agreementOf(words: readonly string[], { name, unit, post }: Known): Agreement {
  const telling = words.map(foldWord).filter((word) => saysSomething(word, name));
  if (telling.length === 0) return 'none';
  if (telling.some((word) => word === unit || word === post || word === unit + post)) return 'same';
  return telling.some((word) => isShortFor(word, unit) || isShortFor(unit, word))
    ? 'short'
    : 'other';
}

/** A running number or group says nothing, and neither does a part of the name. */
const saysSomething = (word: string, name: string): boolean =>
  !/^(?:第?[\d一二三四五六七八九十]+[组組号號排]?)$/u.test(word) && !name.includes(word);

/** `住建局` for `区住建局`. `区委` is not short for `区委宣传部`: that is another unit. */
const isShortFor = (short: string, long: string): boolean =>
  Array.from(short).length > 1 && long.endsWith(short);

function candidatesFor(row: NamedRow, index: PeopleIndex): readonly MatchedPerson[] {
  const { id, name } = row;
  const byId = index.byId.get(foldWord(id ?? ''));
  const separated = separatedReadings(name ?? '');
  const readings = [...separated, ...joinedReadings(name ?? '')];
  const names = new Set(separated.map((reading) => reading.name));
  return [
    ...new Set([
      ...namedPeople(row, readings, index).map(({ person }) => person),
      ...reachedBy(row, index),
      ...(byId ? [byId] : []),
      ...[...names].flatMap((one) => peopleLike(one, index)),
    ]),
  ];
}

/**
 * Whose name differs by a slip or two. Comparing takes long: of so many characters and one more at least one is in such a name, so those
 * with the rarest of them are looked at, and compared when enough of the others are there, too.
 */
function peopleLike(name: string, { bySign }: PeopleIndex): readonly MatchedPerson[] {
  const signs = [...new Set(name)];
  const slips = mostSlips(name);
  const withEach = signs.map((sign) => bySign.get(sign) ?? []);
  const rarest = withEach.toSorted((a, b) => a.length - b.length).slice(0, slips + 1);
  return [...new Set(rarest.flat())].flatMap((known) => {
    const shared = signs.filter((sign) => known.name.includes(sign)).length;
    return shared >= signs.length - slips && isNearName(known.name, name) ? [known.person] : [];
  });
}
