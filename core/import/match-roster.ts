// Which person of the roster each row of a new list is about: by id, else by name and unit, else by name and telephone. Whatever is
// not certain is asked.
import { foldNameOrId, foldWord } from '../text/clean';
import { groupBy } from '../text/group-by';
import type { MemberRow, RosterIndex } from '../model/roster-index';
import { isVacant } from '../model/due';
import type { Day } from '../calendar/day';
import { isNearName } from './near-names';

/** What is compared, as the list has it. */
export interface ListedPerson {
  /** The list's own row number. */
  readonly row: number;
  readonly id: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly post: string | null;
  readonly phone: string | null;
}

export interface KnownPerson {
  readonly id: string;
  /** The row that says who the person is on the day from which the list holds. */
  readonly row: MemberRow;
}

/** `ask`: the candidates are named and the clerk decides; without candidates the person is new. */
export type Match =
  | { readonly kind: 'person'; readonly person: KnownPerson }
  | { readonly kind: 'new' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'doubled'; readonly person: KnownPerson }
  | { readonly kind: 'ask'; readonly candidates: readonly KnownPerson[] };

/** What the clerk said of a row. */
export type PersonAnswer =
  | { readonly as: 'person'; readonly memberId: string }
  | { readonly as: 'new' }
  | { readonly as: 'skip' };

/** Those on the roster, each with the row of that day; a vacant post is nobody. */
export function knownPeople(roster: RosterIndex, day: Day): readonly KnownPerson[] {
  return roster.ids.flatMap((id) => {
    const row = roster.nearestRow(id, day);
    return row && !isVacant(row.cells) && row.cells.name ? [{ id, row }] : [];
  });
}

export function matchRoster(
  people: readonly ListedPerson[],
  known: readonly KnownPerson[],
  answers: ReadonlyMap<number, PersonAnswer>,
): ReadonlyMap<number, Match> {
  const index = indexOf(known, namesakesIn(people));
  const matches = new Map<number, Match>();
  const taken = new Map<string, ListedPerson>();
  const take = (listed: ListedPerson, person: KnownPerson): void => {
    const first = taken.get(person.id);
    if (first === undefined) {
      taken.set(person.id, listed);
      matches.set(listed.row, { kind: 'person', person });
    } else if (isSame(first, listed)) matches.set(listed.row, { kind: 'doubled', person });
    else matches.set(listed.row, { kind: 'ask', candidates: [person] });
  };
  for (const listed of people) {
    const answer = answers.get(listed.row);
    const person = answer?.as === 'person' ? index.byId.get(foldWord(answer.memberId)) : undefined;
    if (person) take(listed, person);
    else if (answer && answer.as !== 'person') matches.set(listed.row, { kind: answer.as });
  }
  // What is certain first: who has a row of their own is no candidate for another.
  for (const certain of [byId, byNameAndUnit, byNameAndPhone])
    for (const listed of people) {
      if (matches.has(listed.row)) continue;
      const person = certain(listed, index);
      if (person) take(listed, person);
    }
  for (const listed of people) {
    if (matches.has(listed.row)) continue;
    const candidates = index
      .candidates(listed)
      .filter(({ id }) => !taken.has(id))
      .slice(0, MOST_CANDIDATES);
    matches.set(listed.row, candidates.length > 0 ? { kind: 'ask', candidates } : { kind: 'new' });
  }
  return matches;
}

const MOST_CANDIDATES = 5;

interface PeopleIndex {
  readonly byId: ReadonlyMap<string, KnownPerson>;
  readonly byNameUnit: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly byNamePhone: ReadonlyMap<string, readonly KnownPerson[]>;
  /** Names with their unit that several different people of the list have. */
  readonly namesakes: ReadonlySet<string>;
  /** All who may be meant, the likeliest first. */
  candidates(listed: ListedPerson): readonly KnownPerson[];
}

const unitKey = (name: string, unit: string | null | undefined): string | null =>
  unit ? `${foldNameOrId(name)}|${foldWord(unit)}` : null;

/** The last eleven digits: a country's number in front makes no other telephone. */
export const phoneKey = (phone: string | null | undefined): string | null => {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 7 ? null : digits.slice(-11);
};

const namePhoneKey = (name: string, phone: string | null | undefined): string | null => {
  const digits = phoneKey(phone);
  return digits === null ? null : `${foldNameOrId(name)}|${digits}`;
};

function namesakesIn(people: readonly ListedPerson[]): ReadonlySet<string> {
  const firsts = new Map<string, ListedPerson>();
  const namesakes = new Set<string>();
  for (const listed of people) {
    const key = unitKey(listed.name, listed.unit);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, listed);
    else if (!isSame(first, listed)) namesakes.add(key);
  }
  return namesakes;
}

function indexOf(known: readonly KnownPerson[], namesakes: PeopleIndex['namesakes']): PeopleIndex {
  const nameOf = ({ row }: KnownPerson): string => row.cells.name ?? '';
  const byName = groupBy(known, (person) => foldNameOrId(nameOf(person)));
  const byPhone = groupBy(known, ({ row }) => phoneKey(row.cells.phone));
  const byUnit = groupBy(known, ({ row }) => foldWord(row.cells.unit ?? ''));
  const byId = new Map(known.map((person) => [foldWord(person.id), person]));
  return {
    byId,
    namesakes,
    byNameUnit: groupBy(known, (person) => unitKey(nameOf(person), person.row.cells.unit)),
    byNamePhone: groupBy(known, (person) => namePhoneKey(nameOf(person), person.row.cells.phone)),
    candidates({ id, name, unit, phone }) {
      const folded = foldNameOrId(name);
      const sameId = id === null ? undefined : byId.get(foldWord(id));
      const sameUnit = unit === null ? [] : (byUnit.get(foldWord(unit)) ?? []);
      return [
        ...new Set([
          ...(byName.get(folded) ?? []),
          ...(sameId ? [sameId] : []),
          ...(byPhone.get(phoneKey(phone) ?? '') ?? []),
          ...sameUnit.filter((person) => isNearName(foldNameOrId(nameOf(person)), folded)),
        ]),
      ];
    },
  };
}

type Certain = (listed: ListedPerson, index: PeopleIndex) => KnownPerson | null;

/** An id alone is not enough, not even with the unit: lists are numbered anew. Name or telephone must agree with it. */
const byId: Certain = ({ id, name, phone }, index) => {
  const person = id === null ? undefined : index.byId.get(foldWord(id));
  if (!person) return null;
  const { cells } = person.row;
  const agrees =
    foldNameOrId(cells.name ?? '') === foldNameOrId(name) ||
    (phoneKey(phone) !== null && phoneKey(cells.phone) === phoneKey(phone));
  return agrees ? person : null;
};

const byNameAndPhone: Certain = (listed, { byNamePhone }) =>
  onlyOne(byNamePhone.get(namePhoneKey(listed.name, listed.phone) ?? ''), listed);

/** Of namesakes in one unit the telephone says more than the unit. */
const byNameAndUnit: Certain = (listed, index) => {
  const key = unitKey(listed.name, listed.unit) ?? '';
  const isNamesake = index.namesakes.has(key);
  const byTelephone = isNamesake ? byNameAndPhone(listed, index) : null;
  return byTelephone ?? onlyOne(index.byNameUnit.get(key), listed, isNamesake);
};

/** Of several with the same name and unit, here or in the list, the one with the same telephone, else with the same post. */
function onlyOne(
  found: readonly KnownPerson[] = [],
  listed: ListedPerson,
  hasNamesake = false,
): KnownPerson | null {
  if (found.length < 2 && !hasNamesake) return found[0] ?? null;
  const phone = phoneKey(listed.phone);
  const narrowed = [
    found.filter(({ row }) => phone !== null && phoneKey(row.cells.phone) === phone),
    found.filter(
      ({ row }) => listed.post !== null && foldWord(row.cells.post ?? '') === foldWord(listed.post),
    ),
  ];
  return narrowed.find(({ length }) => length === 1)?.[0] ?? null;
}

const COMPARED = ['id', 'name', 'unit', 'post', 'phone'] as const;

const isSame = (first: ListedPerson, second: ListedPerson): boolean =>
  COMPARED.every((key) => foldNameOrId(first[key] ?? '') === foldNameOrId(second[key] ?? ''));
