// Ids and other keys: each occurs once, and every reference matches a row.
import { isDay } from '../../calendar/day';
import { listed } from '../../text/listed';
import { finding, attachFix, type Finding, type Place } from '../../workbook/finding';
import { foldWord } from '../../text/clean';
import { isBlank } from '../../workbook/table';
import { TABS } from '../../workbook/tabs/index';
import type { Book, RowTab } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { nameIndex, type NameIndex, type ReferredTab } from '../../names/name-index';
import { nameColumns } from '../../names/shown-names';
import { currentRound, isOfRound } from '../../model/order-round';
import { placeAt } from '../../model/place-at';
import { KEY_TWICE, UNKNOWN_ID, UNKNOWN_MEMBER } from './identity.texts';

/** Columns whose values together name one row among those of a part; rows of no part are not compared. */
const KEYS: readonly (readonly [RowTab, readonly string[], PartOf?])[] = [
  ['schedule', ['id']],
  ['leave', ['id']],
  ['speakers', ['id']],
  ['topics', ['id']],
  ['orders', ['memberId', 'topicId'], roundPart],
  ['wishes', ['id']],
  ['budget', ['year', 'head'], ({ sessionId }) => (sessionId ? null : '')],
  ['budget', ['sessionId', 'head']],
  ['expenses', ['id']],
  ['contacts', ['id']],
  ['holidays', ['date']],
  ['settings', ['name']],
  ['roles', ['email']],
];

export function checkKeys(book: Book): Finding[] {
  return KEYS.flatMap(([tab, columns, partOf]) => checkKey(book, tab, { columns, partOf }));
}

interface Cells {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** Null: of no part. */
type PartOf = (cells: Cells['cells'], book: Book) => string | null;

/** A topic may be ordered again in a later round; former rounds are known by their days only. */
function roundPart(cells: Cells['cells'], { settings }: Book): string {
  const round = currentRound(settings);
  const { date } = cells;
  const day = typeof date === 'string' && isDay(date) ? date : null;
  return round && isOfRound({ date: day }, round) ? '' : (day ?? '');
}

interface Key {
  readonly columns: readonly string[];
  readonly partOf: PartOf | undefined;
}

function checkKey(book: Book, tab: RowTab, { columns, partOf }: Key): Finding[] {
  const entries: readonly Cells[] = book.entries[tab];
  const groups = groupBy(entries, ({ cells }) => {
    const part = partOf ? partOf(cells, book) : '';
    return part === null ? null : keyOf([...columns.map((column) => cells[column]), part]);
  });
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const rows = listed(group.map(({ row }) => String(row)));
      const last = columns.at(-1) ?? 'id';
      return group.map(({ row }) => {
        const value = columns.map((column) => book.rawCell(tab, row, column) ?? '').join(' ');
        return finding(KEY_TWICE, placeAt(tab, row, last), value, { rows });
      });
    });
}

/** Null while a part is blank or refused. */
function keyOf(parts: readonly unknown[]): string | null {
  return parts.every((part) => typeof part === 'string' || typeof part === 'number')
    ? parts.map((part) => foldWord(String(part))).join('|')
    : null;
}

/** Columns that hold the id of another tab's row, attendance apart. */
const REFERENCES: readonly (readonly [RowTab, string, ReferredTab])[] = [
  ['schedule', 'topicId', 'topics'],
  ['schedule', 'speakerId', 'speakers'],
  ['leave', 'sessionId', 'schedule'],
  ['leave', 'memberId', 'roster'],
  ['otherHours', 'memberId', 'roster'],
  ['topics', 'speakerId', 'speakers'],
  ['orders', 'memberId', 'roster'],
  ['orders', 'topicId', 'topics'],
  ['wishes', 'memberId', 'roster'],
  ['wishes', 'topicId', 'topics'],
  ['expenses', 'sessionId', 'schedule'],
  ['budget', 'sessionId', 'schedule'],
];

export function checkReferences(book: Book): Finding[] {
  return REFERENCES.flatMap(([tab, column, target]) => {
    const entries: readonly Cells[] = book.entries[tab];
    const known = idsOf(book, target);
    const unknown = entries.filter(({ cells }) => {
      const id = cells[column];
      return typeof id === 'string' && !known.has(id);
    });
    const ids = new Set(unknown.map(({ cells }) => cells[column]));
    if (!areIdsReadable(book, target, ids.size)) return [];
    const tell = unknownIdFinding(book, target);
    return unknown.flatMap(({ row, cells }) => tell(placeAt(tab, row, column), cells[column]));
  });
}

/**
 * Makes the findings for ids that are not in the target tab. One that differs only in width or case, or is a name in place of the id, gets
 * a fix; a name of several people has one finding for each, to choose from, and the first counts.
 */
export function unknownIdFinding(
  book: Book,
  target: ReferredTab,
): (place: Place, id: unknown) => readonly Finding[] {
  const rule = target === 'roster' ? UNKNOWN_MEMBER : UNKNOWN_ID;
  const index = nameIndex(book.tables);
  return (place, id) => {
    const found = finding(rule, place, id, { tab: TABS[target].title });
    const meant = typeof id === 'string' ? index.idsMeant(target, id) : [];
    const ids = meant.length > 0 ? meant : idsBeside(book, index, place);
    return withChoices(book, found, { ids, target, index });
  };
}

/** The ids of the name in the same row. */
export function idsBeside(book: Book, index: NameIndex, place: Place): readonly string[] {
  const { tab, row, column } = place;
  const shown = nameColumns(tab, book.positions.get(tab) ?? new Map<string, number>()).find(
    ({ nameOf }) => nameOf.id === column,
  );
  const name = shown && book.rawCell(tab, row ?? 0, shown.key);
  return isBlank(name) ? [] : index.idsNamed(shown?.nameOf.tabs ?? [], String(name));
}

interface IdChoices {
  readonly ids: readonly string[];
  readonly target: ReferredTab;
  readonly index: NameIndex;
}

/** The finding with the id as its fix; with several ids one finding for each, told apart by the unit. */
export function withChoices(
  book: Book,
  found: Finding,
  { ids, target, index }: IdChoices,
): readonly Finding[] {
  if (ids.length === 0) return [found];
  const { tab, row, column } = found;
  const place = { tab, row, column };
  const before = book.rawCell(tab, row ?? 0, column ?? '') ?? null;
  return ids.map((after, at) => {
    const unit = ids.length > 1 ? index.unitOf(target, after) : null;
    const shown = unit === null ? after : `${after} ${unit}`;
    const one = attachFix(found, { place, before, after, shown });
    return at === 0 ? one : { ...one, isFurtherChoice: true as const };
  });
}

/** The ids of a tab's rows. */
export function idsOf(book: Book, target: ReferredTab): ReadonlySet<string> {
  if (target === 'roster') return new Set(book.roster.ids);
  const { topics, speakers, sessions } = book;
  return new Set({ topics, speakers, schedule: sessions }[target].keys());
}

/**
 * Whether unknown ids can be distinguished from ids that could not be read: not when the tab or its id column is missing,
 * and not while as many of its rows have no readable id (those rows are findings already).
 */
export function areIdsReadable(book: Book, target: ReferredTab, unknownIds: number): boolean {
  const unreadable = book.entries[target].filter(({ cells }) => cells.id === undefined).length;
  return book.hasColumn(target, 'id') && unknownIds > unreadable;
}
