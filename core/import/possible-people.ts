// Who the people of a name, telephone or address may be: everybody whose name a row may say, with what speaks for it, and the nearest others.
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

/** A person with the words that are compared, folded once. */
interface Known {
  readonly person: MatchedPerson;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
}

export interface PeopleIndex {
  readonly byId: ReadonlyMap<string, MatchedPerson>;
  readonly byName: ReadonlyMap<string, readonly Known[]>;
  readonly byPhone: ReadonlyMap<string, readonly MatchedPerson[]>;
  readonly byEmail: ReadonlyMap<string, readonly MatchedPerson[]>;
  /** People by each character of their names. */
  readonly bySign: ReadonlyMap<string, readonly Known[]>;
}

export function indexOf(people: readonly MatchedPerson[]): PeopleIndex {
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

export interface NamedPerson {
  readonly person: MatchedPerson;
  readonly agreement: Agreement;
}

/** What stands beside the name, compared with the person's unit and post. `none`: nothing does. */
type Agreement = 'same' | 'short' | 'none' | 'other';

/** By telephone or address. */
export const reachedBy = (
  { phone, email }: NamedRow,
  { byPhone, byEmail }: PeopleIndex,
): readonly MatchedPerson[] => [
  ...(byPhone.get(phoneKey(phone) ?? '') ?? []),
  ...(byEmail.get(foldWord(email ?? '')) ?? []),
];

export const isAgreed = ({ agreement }: NamedPerson): boolean =>
  agreement === 'same' || agreement === 'short';

/** Everybody whose name the row may say. */
export function namedPeople(
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

/** The likeliest first. */
export function candidatesFor(row: NamedRow, index: PeopleIndex): readonly MatchedPerson[] {
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
  const slips = mostSlips(name);
  const withEach = [...new Set(name)].map((sign) => ({ sign, people: bySign.get(sign) ?? [] }));
  const rarestFirst = withEach.toSorted((a, b) => a.people.length - b.people.length);
  const signs = rarestFirst.map(({ sign }) => sign);
  const found = new Set<MatchedPerson>();
  for (const { people } of rarestFirst.slice(0, slips + 1))
    for (const known of people)
      if (!lacksMore(known.name, signs, slips) && isNearName(known.name, name))
        found.add(known.person);
  return [...found];
}

/** Whether more of the signs than `most` are missing in the name. */
function lacksMore(name: string, signs: readonly string[], most: number): boolean {
  let lacking = 0;
  for (const sign of signs) {
    if (name.includes(sign)) continue;
    lacking += 1;
    if (lacking > most) return true;
  }
  return false;
}
