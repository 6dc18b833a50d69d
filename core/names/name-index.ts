// What ids are called, and whose id is meant by what somebody typed, from the tabs that were read.
import { toDay, type Day } from '../calendar/day';
import { entriesOf } from '../model/book';
import { indexRoster } from '../model/roster-index';
import { sessionNamed } from '../model/session';
import { foldName, foldNameOrId, foldWord, withoutSpaces } from '../text/clean';
import { groupBy } from '../text/group-by';
import type { NamingTab } from '../workbook/column';
import type { Cell, Tables } from '../workbook/table';

/** Tabs whose ids other tabs refer to. */
export type ReferredTab = Exclude<NamingTab, 'contacts'> | 'schedule';

export interface NameIndex {
  /** Null for an id that none of the tabs has, or that two of them call by different names. A person is called as on the day of the session. */
  nameOf(tabs: readonly NamingTab[], id: string, sessionId: string | null): string | null;
  /** The ids that have this name, in the order of their rows. */
  idsNamed(tabs: readonly NamingTab[], name: string): readonly string[];
  /** The ids that may be meant: the id itself, one that differs only in width or capitals, or the ids that are called so. */
  idsMeant(tab: ReferredTab, words: string): readonly string[];
  /** The unit of a person or speaker, by which two of one name are told apart; null when there is none. */
  unitOf(tab: ReferredTab, id: string): string | null;
}

/** Without a session a person is called as in the row that is valid last. */
const LAST_DAY: Day = toDay('9999-12-31');

interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly unit: string | null;
}

export function nameIndex(tables: Tables): NameIndex {
  const rows = byKey((tab: NamingTab) => rowsOf(tables, tab));
  const byId = byKey((tab: NamingTab) => groupBy(rows(tab), ({ id }) => id));
  const byFoldedId = byKey((tab: NamingTab) => groupBy([...byId(tab).keys()], foldNameOrId));
  const byName = byKey((tab: NamingTab) =>
    groupBy(rows(tab), ({ name }) => (name === null ? null : fold(tab, name))),
  );
  const roster = once(() => indexRoster(entriesOf(tables, 'roster'), () => false));
  const days = once(() => sessionDays(tables));
  // Asked for each row of a tab: the names of an id are gathered once.
  const namesById = byKey((tab: NamingTab) => {
    const distinct = (named: readonly Named[]) => [
      ...new Set(named.flatMap(({ name }) => name ?? [])),
    ];
    return new Map([...byId(tab)].map(([id, named]) => [id, distinct(named)]));
  });
  const nameIn = (tab: NamingTab, id: string, sessionId: string | null): string | null => {
    const names = namesById(tab).get(id);
    const first = names?.[0] ?? null;
    if (tab !== 'roster' || names === undefined || names.length < 2) return first;
    const day = days().get(sessionId ?? '') ?? LAST_DAY;
    return roster().nearestRow(id, day)?.cells.name ?? first;
  };
  const idsIn = (tab: NamingTab, name: string): string[] =>
    (byName(tab).get(fold(tab, name)) ?? []).map(({ id }) => id);
  return {
    nameOf(tabs, id, sessionId) {
      let found: string | null = null;
      for (const tab of tabs) {
        const name = nameIn(tab, id, sessionId);
        if (name !== null && found !== null && name !== found) return null;
        found = name ?? found;
      }
      return found;
    },
    idsNamed: (tabs, name) => [...new Set(tabs.flatMap((tab) => idsIn(tab, name)))],
    idsMeant(tab, words) {
      if (tab === 'schedule') {
        const id = sessionNamed(entriesOf(tables, tab), words)?.cells.id;
        return id === undefined ? [] : [id];
      }
      if (byId(tab).has(words)) return [words];
      const alike = byFoldedId(tab).get(foldNameOrId(words)) ?? [];
      return alike.length > 0 ? alike : [...new Set(idsIn(tab, words))];
    },
    unitOf: (tab, id) => (tab === 'schedule' ? null : (byId(tab).get(id)?.[0]?.unit ?? null)),
  };
}

/** The id that a cell holds, in the form in which ids are compared; null for a blank cell. */
export function idIn(cell: Cell | undefined): string | null {
  if (typeof cell !== 'string' && typeof cell !== 'number') return null;
  const id = withoutSpaces(String(cell));
  return id === '' ? null : id;
}

/** Whether two cells show the same name. */
export const isSameName = (left: string, right: string): boolean =>
  left === right || foldName(left) === foldName(right);

/** Titles are compared as words, names as names. */
const fold = (tab: NamingTab, name: string): string =>
  tab === 'topics' ? foldWord(name) : foldName(name).toLowerCase();

function rowsOf(tables: Tables, tab: NamingTab): Named[] {
  if (tab === 'topics')
    return entriesOf(tables, tab).flatMap(({ cells: { id, title = null } }) =>
      id === undefined ? [] : [{ id, name: title, unit: null }],
    );
  return entriesOf(tables, tab).flatMap(({ cells: { id, name = null, unit = null } }) =>
    id === undefined ? [] : [{ id, name, unit }],
  );
}

const sessionDays = (tables: Tables): ReadonlyMap<string, Day> =>
  new Map(
    entriesOf(tables, 'schedule').flatMap(({ cells: { id, date } }) =>
      id === undefined || !date ? [] : [[id, date] as const],
    ),
  );

/** Computed for those who ask: most writes touch few of the tabs. */
function byKey<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => (known ??= { value: compute() }).value;
}
