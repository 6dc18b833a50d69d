// Adds to each refused cell what was probably meant by it.
import type { DayOrder } from '../calendar/day-order';
import { attachFix, finding, type Finding } from '../workbook/finding';
import {
  BLANK_CELL,
  NOT_A_DAY,
  NOT_A_NUMBER,
  NOT_A_TIME,
  NOT_AN_EMAIL,
  SEVERAL_ADDRESSES,
} from '../workbook/shape-rules.texts';
import type { Column } from '../workbook/column';
import { TABS } from '../workbook/tabs/index';
import { interpretations } from '../workbook/read/interpret-cell';
import { spanIn } from '../workbook/read/interpret-time';
import { foldName } from '../text/clean';
import type { Book } from '../model/book';
import { freeIds, type NumberedTab } from '../model/free-ids';
import { nameIndex, type NameIndex } from '../names/name-index';
import { referredTab } from '../names/references';
import { idsBeside, withChoices } from './rules/identity';

const INTERPRETABLE = new Set([NOT_A_DAY, NOT_A_TIME, NOT_A_NUMBER, NOT_AN_EMAIL]);

/** Columns of the end of a time, and those of its start. */
const START_OF: Readonly<Record<string, string>> = { end: 'start', out: 'in' };

/** Findings that carry a fix already keep it. Of a cell with several meanings there is one for each, to choose from, and the first counts. */
export function withFixes(
  book: Book,
  findings: readonly Finding[],
  dayOrder: DayOrder,
): readonly Finding[] {
  const nextId = nextIds(book);
  const index = nameIndex(book.tables);
  return findings.flatMap((found) => {
    if (found.fix) return [found];
    if (found.rule === BLANK_CELL)
      return withFilling(book, found, index).map((one) => withNextId(book, one, nextId));
    return INTERPRETABLE.has(found.rule) ? withFix(book, found, dayOrder) : [found];
  });
}

function withFix(book: Book, found: Finding, dayOrder: DayOrder): readonly Finding[] {
  const { tab, row, column } = found;
  if (row === null || column === null) return [found];
  const declared = (TABS[tab].columns as Readonly<Record<string, Column>>)[column];
  const before = book.rawCell(tab, row, column) ?? null;
  if (!declared || declared.kind === 'choice') return [found];
  const { year } = book.settings;
  const context = { year, dayOrder, isEnd: column in START_OF };
  const meanings = interpretations(declared.kind, before, context);
  const place = { tab, row, column };
  if (meanings.length < 2)
    return [meanings.reduce((one, meant) => attachFix(one, { place, before, ...meant }), found)];
  const facts = { count: meanings.length, label: declared.label };
  return meanings.map((meant, index) => {
    const several = finding(SEVERAL_ADDRESSES, place, before, { ...facts, kept: meant.shown });
    const one = attachFix(several, { place, before, ...meant });
    return index === 0 ? one : { ...one, isFurtherChoice: true };
  });
}

/** A blank cell that another cell of its row fills: an end beside a span, an id beside a name. */
function withFilling(book: Book, found: Finding, index: NameIndex): readonly Finding[] {
  const { tab, row, column } = found;
  const target = referredTab(tab, column);
  if (target === null) return [withEndOfSpan(book, found)];
  return withChoices(book, found, {
    ids: idsBeside(book, index, { tab, row, column }),
    target,
    index,
  });
}

/** `14:30-17:00` in the cell of the start says the end too. */
function withEndOfSpan(book: Book, found: Finding): Finding {
  const { tab, row, column } = found;
  const start = column === null ? undefined : START_OF[column];
  if (row === null || start === undefined) return found;
  const span = spanIn(book.rawCell(tab, row, start));
  const before = book.rawCell(tab, row, column ?? '') ?? null;
  return span ? attachFix(found, { place: { tab, row, column }, before, ...span.end }) : found;
}

/** Tabs whose rows are numbered by clerks. Rows of the others get their numbers from Lectern. */
const CLERKS_TABS = [
  'schedule',
  'roster',
  'speakers',
  'topics',
  'expenses',
  'contacts',
] as const satisfies readonly NumberedTab[];
type ClerksTab = (typeof CLERKS_TABS)[number];

const isNumbered = (tab: string): tab is ClerksTab =>
  CLERKS_TABS.some((numbered) => numbered === tab);

/** Several rows without an ID get one after the other. */
function nextIds(book: Book): (tab: ClerksTab) => string {
  const made = new Map<ClerksTab, () => string>();
  return (tab) => {
    const next = made.get(tab) ?? freeIds(book.entries[tab], tab);
    made.set(tab, next);
    return next();
  };
}

/** A row without an ID is offered the next free one; on the roster not where the name has an ID already, which may be meant. */
function withNextId(book: Book, found: Finding, nextId: (tab: ClerksTab) => string): Finding {
  const { tab, row, column } = found;
  if (found.fix || row === null || column !== 'id' || !isNumbered(tab)) return found;
  if (tab === 'roster' && isKnownName(book, row)) return found;
  const id = nextId(tab);
  const place = { tab, row, column };
  const before = book.rawCell(tab, row, column) ?? null;
  return attachFix(found, { place, before, after: id, shown: id });
}

function isKnownName({ entries: { roster } }: Book, row: number): boolean {
  const nameAt = (at: number): string =>
    foldName(roster.find((entry) => entry.row === at)?.cells.name ?? '');
  const name = nameAt(row);
  return roster.some(
    (entry) => entry.row !== row && entry.cells.id && foldName(entry.cells.name ?? '') === name,
  );
}
