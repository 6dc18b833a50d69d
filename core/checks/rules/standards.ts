// V20, V28: the standards tab itself: documents, validity, and standards that are needed but not there.
import { finding, type Finding } from '../../workbook/finding';
import { text, type Text } from '../../text/language';
import { SPEAKERS } from '../../workbook/tabs/people';
import { isWithin } from '../../workbook/limits';
import { STANDARD_LIMITS, STANDARDS } from '../../workbook/tabs/rules';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import {
  findStandard,
  isTitleLevel,
  scopesOf,
  type Standards,
  type StandardQuery,
} from '../../model/standards';
import { standardsForFees } from './fee-caps';
import { standardsForStaff } from './papers';
import { standardsForSessions } from './session-times';
import {
  HALF_DAY_PRICE,
  STANDARD_MISSING,
  MODEL_ONLY,
  EXPIRES_BEFORE_START,
  UNKNOWN_SCOPE,
  AMBIGUOUS_STANDARD,
  IMPLAUSIBLE_VALUE,
} from './standards.texts';

type StandardEntry = EntryOf<'standards'>;

/** Such a row is not used. */
function checkPlausible({ row, cells: { item, value } }: StandardEntry): Finding[] {
  if (item === undefined || value === undefined || isWithin(value, STANDARD_LIMITS[item]))
    return [];
  const [least, most] = STANDARD_LIMITS[item];
  const facts = { item: STANDARDS.columns.item.choices[item], least, most };
  return [finding(IMPLAUSIBLE_VALUE, placeAt('standards', row, 'value'), value, facts)];
}

export function checkStandards(book: Book, standards: Standards): Finding[] {
  return [
    ...book.entries.standards.flatMap((entry) => [
      ...checkRow(book, entry),
      ...checkPlausible(entry),
    ]),
    ...checkModels(book),
    ...checkAmbiguous(book.entries.standards),
    ...checkMissing(book, standards),
  ];
}

function checkRow(book: Book, { row, cells }: StandardEntry): Finding[] {
  const { item, scope, unit, from, to } = cells;
  const found: Finding[] = [];
  if (item === 'feeCap' && /半天|half/i.test(unit ?? ''))
    found.push(finding(HALF_DAY_PRICE, placeAt('standards', row, 'unit'), unit));
  if (
    item === 'feeCap' &&
    !book.isUnreadable('standards', row, 'scope') &&
    !scopesOf(scope).every(isTitleLevel)
  ) {
    const choices = Object.values(SPEAKERS.columns.titleLevel.choices);
    found.push(
      finding(UNKNOWN_SCOPE, placeAt('standards', row, 'scope'), scope ?? '', {
        choices: joined(choices),
      }),
    );
  }
  if (from && to && to < from)
    found.push(finding(EXPIRES_BEFORE_START, placeAt('standards', row, 'to'), to, { from, to }));
  return found;
}

/** Hours to be learnt are set for all; what may be spent is set by each place. */
const isBinding = (item: StandardEntry['cells']['item']): boolean =>
  item === 'hoursYearly' || item === 'hoursFiveYears';

/** One finding for each document, however many rows were taken from it. */
function checkModels(book: Book): Finding[] {
  const unconfirmed = book.entries.standards.filter(
    ({ row, cells: { item, level, from, to, confirmedBy } }) => {
      const isInForce = (!from || from <= book.today) && (!to || book.today <= to);
      const isBlank = !confirmedBy && !book.isUnreadable('standards', row, 'confirmedBy');
      return level === 'central' && isInForce && isBlank && !isBinding(item);
    },
  );
  const documents = groupBy(unconfirmed, ({ cells }) => cells.documentNumber ?? '');
  return Array.from(documents, ([document, rows]) =>
    finding(MODEL_ONLY, placeAt('standards', null, null), document, {
      document,
      count: rows.length,
    }),
  );
}

const joined = (words: readonly Text[]): Text =>
  text(
    words.map((word) => word['zh-CN']).join('；'),
    words.map((word) => word['zh-TW']).join('；'),
    words.map((word) => word.en).join('; '),
  );

/** Two rows of one level and document time with different values: it is unclear which applies. */
function checkAmbiguous(entries: readonly StandardEntry[]): Finding[] {
  const parts = entries.flatMap((entry) =>
    scopesOf(entry.cells.scope).map((scope) => ({ entry, scope })),
  );
  const groups = groupBy(parts, ({ entry: { cells }, scope }) =>
    cells.item && cells.level && cells.from
      ? `${cells.item}|${scope}|${cells.level}|${cells.from}`
      : null,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const other = group.find(({ entry }) => entry.cells.value !== first?.entry.cells.value);
    if (!first || !other) return [];
    return group.map(({ entry, scope }) => {
      const against = entry.cells.value === first.entry.cells.value ? other : first;
      return ambiguous(entry, scope, against.entry.row);
    });
  });
}

function ambiguous({ row, cells }: StandardEntry, scope: string, other: number): Finding {
  const item = STANDARDS.columns.item.choices[cells.item ?? 'feeCap'];
  const facts = { item, scope: scopeName(scope), from: cells.from ?? '', other };
  return finding(AMBIGUOUS_STANDARD, placeAt('standards', row, 'value'), cells.value, facts);
}

const CHOICES: Readonly<Record<string, Text>> = SPEAKERS.columns.titleLevel.choices;

function scopeName(scope: string | null): Text {
  if (scope === null || scope === '') return text('', '', '');
  const name = Object.hasOwn(CHOICES, scope) ? CHOICES[scope] : undefined;
  return name ?? text(scope, scope, scope);
}

/** One finding for each rate that is missing, naming the first day it is needed for. */
function checkMissing(book: Book, standards: Standards): Finding[] {
  if (standards.hasUnreadable || !book.tables.standards) return [];
  const needed = [
    ...standardsForSessions(book),
    ...standardsForFees(book),
    ...standardsForStaff(book),
  ];
  const missing = needed.filter((query) => findStandard(standards, query) === null);
  const groups = groupBy(missing, ({ item, scope }) => `${item}|${scope ?? ''}`);
  return [...groups.values()].map(toMissing);
}

function toMissing(queries: readonly StandardQuery[]): Finding {
  const [first] = queries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (!first) throw new Error('a group has no member');
  const item = STANDARDS.columns.item.choices[first.item];
  const facts = { date: first.day, item, scope: scopeName(first.scope) };
  return finding(STANDARD_MISSING, placeAt('standards', null, null), '', facts);
}
