// Ids and other keys: each occurs once, and every reference matches a row.
import { listed } from '../../text/listed';
import { finding, attachFix, type Finding, type Place, type Rule } from '../../workbook/finding';
import { foldWord } from '../../text/clean';
import { text } from '../../text/language';
import { TABS } from '../../workbook/tabs/index';
import type { Book, RowTab } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';

export const KEY_TWICE: Rule = {
  code: 'W22',
  severity: 'error',
  source: null,
  message: text(
    '“{value}”出现了不止一次（第{rows}行）。',
    '「{value}」出現了不止一次（第{rows}列）。',
    '"{value}" occurs more than once (rows {rows}).',
  ),
  suggestion: text(
    '请只保留一行，或改成不同的编号。',
    '請只保留一列，或改成不同的編號。',
    'Keep one row, or give them different ids.',
  ),
};
export const UNKNOWN_ID: Rule = {
  code: 'W23',
  severity: 'error',
  source: null,
  message: text(
    '“{tab}”中没有“{value}”。',
    '「{tab}」中沒有「{value}」。',
    'There is no "{value}" in tab "{tab}".',
  ),
  suggestion: text(
    '请核对编号，或先在“{tab}”中添加。',
    '請核對編號，或先在「{tab}」中新增。',
    'Check the id, or add it to tab "{tab}" first.',
  ),
};
export const UNKNOWN_MEMBER: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '花名册中没有“{value}”。',
    '花名冊中沒有「{value}」。',
    'There is no "{value}" on the roster.',
  ),
  suggestion: text(
    '请核对人员编号，或先在花名册中添加此人。',
    '請核對人員編號，或先在花名冊中新增此人。',
    'Check the member id, or add the person to the roster first.',
  ),
};

/** Columns whose values together name one row. */
const KEYS: readonly (readonly [RowTab, readonly string[]])[] = [
  ['schedule', ['id']],
  ['leave', ['id']],
  ['speakers', ['id']],
  ['topics', ['id']],
  ['orders', ['memberId', 'topicId']],
  ['budget', ['year', 'head']],
  ['budget', ['sessionId', 'head']],
  ['expenses', ['id']],
  ['statuses', ['code']],
  ['statuses', ['label']],
  ['holidays', ['date']],
  ['settings', ['name']],
  ['roles', ['email']],
];

export function checkKeys(book: Book): Finding[] {
  return KEYS.flatMap(([tab, columns]) => checkKey(book, tab, columns));
}

interface Cells {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

function checkKey(book: Book, tab: RowTab, columns: readonly string[]): Finding[] {
  // A head has its line for the year, and may have one more for each session.
  const isOfYear = tab === 'budget' && columns.includes('year');
  const all: readonly Cells[] = book.entries[tab];
  const entries = isOfYear ? all.filter(({ cells }) => !cells['sessionId']) : all;
  const groups = groupBy(entries, ({ cells }) => keyOf(columns.map((column) => cells[column])));
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
  ['expenses', 'sessionId', 'schedule'],
  ['budget', 'sessionId', 'schedule'],
];

export type ReferredTab = 'topics' | 'speakers' | 'schedule' | 'roster';

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
    return unknown.map(({ row, cells }) => tell(placeAt(tab, row, column), cells[column]));
  });
}

/** Makes the findings for ids that are not in the target tab; one that differs only in width or case gets a fix. */
export function unknownIdFinding(
  book: Book,
  target: ReferredTab,
): (place: Place, id: unknown) => Finding {
  const rule = target === 'roster' ? UNKNOWN_MEMBER : UNKNOWN_ID;
  const similar = new Map([...idsOf(book, target)].map((id) => [foldWidthAndCase(id), id]));
  return (place, id) => {
    const found = finding(rule, place, id, { tab: TABS[target].title });
    const meant = typeof id === 'string' ? similar.get(foldWidthAndCase(id)) : undefined;
    const before = book.rawCell(place.tab, place.row ?? 0, place.column ?? '') ?? null;
    return meant === undefined
      ? found
      : attachFix(found, { place, before, after: meant, shown: meant });
  };
}

const foldWidthAndCase = (id: string): string => id.normalize('NFKC').toUpperCase();

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
