// The sign-in sheet of one session: due people in official order under their categories, with what is known of each. No telephone numbers.
import { minutesOf } from '../calendar/day';
import type { Book } from '../model/book';
import { groupBy } from '../text/group-by';
import { formatNoticeSpan } from '../notice/words/notice-date';
import { fill, type Language } from '../text/language';
import type { ReportColumnKind, ReportSheet } from '../workbook/write/change';
import {
  columnsLabelled,
  reportSheet,
  type CellsByKey,
  type ReportColumn,
} from '../report/report-table';
import type { Cell } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import type { Attendees, DuePerson } from '../model/due-people';
import type { TimedSession } from '../model/session';
import type { SheetColumn } from './find-columns';
import type { SheetEntry } from './read-sheet';
import type { SortedEntries } from './sort-entries';
import { toSheetWord, compareWithRecords } from './compare-with-records';
import { SIGN_IN_TEXTS } from './sign-in.texts';

export const signInKey = (sessionId: string): string => `sign-in-${sessionId}`;

export interface SignInSheetFacts {
  readonly book: Book;
  readonly session: TimedSession;
  readonly attendees: Attendees;
  /** What is on the sheet already: nothing a clerk entered is lost when it is made again. */
  readonly entered: SortedEntries;
}

export interface MadeSheet {
  readonly sheet: ReportSheet;
  readonly due: number;
  readonly onLeave: number;
  /** People of whom the sheet says something. */
  readonly marked: number;
}

/** Two lines of text, and room for a signature. */
const ROW_HEIGHT = 40;

export function buildSignInSheet(facts: SignInSheetFacts): MadeSheet {
  const { book, attendees, session } = facts;
  const { language } = book.settings;
  const { people, statuses } = attendees;
  const { byPerson, doubled, others } = facts.entered;
  const known = people.map((person) => knownOf(person, byPerson.get(person.id), attendees));
  // Rows without an ID are nobody's: like all of the clerk's own rows they stay when the tab is written anew.
  const named = others.filter(({ memberId }) => memberId !== null);
  const lines = [
    ...groupedLines(people, known, language),
    ...otherLines([...doubled, ...named], language),
  ];
  const onLeave = people.filter(({ leaveLabel }) => leaveLabel !== null).length;
  const sheet = reportSheet({
    title: fill(SIGN_IN_TEXTS.tab[language], { id: session.id }),
    color: '#1a73e8',
    heading: heading(facts, onLeave),
    columns: columns(language),
    lines,
    isBold: ({ isHeading }) => isHeading,
    identity: ['id'],
    form: { rowHeight: ROW_HEIGHT, lists: [{ column: 'status', words: statuses.labels }] },
  });
  const marked = known.filter(({ status }) => status !== null).length;
  return { sheet, due: people.length, onLeave, marked };
}

/** A person, a row of the clerk's or the heading of the rows below it. */
interface SheetLine {
  readonly cells: CellsByKey<SheetColumn>;
  readonly isHeading: boolean;
}

/** Widths that fit a page of A4 upright. */
function columns(language: Language): ReportColumn<SheetLine, SheetColumn>[] {
  const labelled = columnsLabelled(SIGN_IN_TEXTS, language);
  const column = (key: SheetColumn, kind: ReportColumnKind, width: number) =>
    labelled(key, { kind, width, cell: ({ cells }: SheetLine) => cells[key] ?? null });
  return [
    column('order', 'text', 40),
    column('name', 'text', 72),
    column('unit', 'text', 128),
    column('post', 'text', 120),
    column('signature', 'text', 104),
    column('status', 'text', 72),
    column('in', 'time', 52),
    column('remark', 'text', 84),
    column('id', 'text', 48),
  ];
}

interface KnownEntry {
  readonly status: string | null;
  readonly time: Cell;
  readonly remark: string | null;
  readonly signature: Cell;
}

/** The clerk's word on the sheet unless leave or attendance overrule it, else the mark there is, else approved leave. */
function knownOf(
  person: DuePerson,
  entry: SheetEntry | undefined,
  attendees: Attendees,
): KnownEntry {
  const [mark] = person.marks;
  const typed = entry?.status ?? null;
  const kept = typed !== null && isOverruled(person, typed, attendees) ? null : typed;
  const status = kept ?? mark?.status ?? person.leaveLabel;
  const codeOf = (word: string | null | undefined) =>
    attendees.statuses.meaningOf(word ?? '')?.code;
  // A mark with another status has a time of its own, which does not belong here.
  const marked = mark && codeOf(mark.status) === codeOf(status) ? mark.in : null;
  const time = entry?.strangeTime ? null : (entry?.time ?? marked);
  return {
    status,
    time: time ? minutesOf(time) / 1440 : (entry?.strangeTime ?? null),
    remark: entry?.remark ?? null,
    signature: entry?.cells.signature ?? null,
  };
}

function isOverruled(person: DuePerson, typed: string, { statuses }: Attendees): boolean {
  const word = toSheetWord(typed, undefined, statuses);
  const result = word && compareWithRecords(word, person, { statuses, isRepeat: false });
  return result === 'stale' || result === 'excused' || result === 'attended';
}

/** Each category once, in the order in which they first come; nobody has one: no headings. */
function groupedLines(
  people: readonly DuePerson[],
  known: readonly KnownEntry[],
  language: Language,
): SheetLine[] {
  const members = people.map((person, index) => ({ person, known: known[index] }));
  const groups = groupBy(members, ({ person }) => person.category ?? '');
  const hasHeadings = groups.size > 1 || !groups.has('');
  let number = 0;
  return [...groups.values()].flatMap((group) => {
    const words = groupHeading(group[0]?.person.category, group.length, language);
    const rows = group.map(({ person, known: entry }) => {
      number += 1;
      return { cells: personCells(person, entry, { number, language }), isHeading: false };
    });
    return hasHeadings ? [headingLine(words), ...rows] : rows;
  });
}

const headingLine = (words: string): SheetLine => ({ cells: { name: words }, isHeading: true });

function groupHeading(category: DuePerson['category'], count: number, language: Language): string {
  const words = category ? ROSTER.columns.category.choices[category] : SIGN_IN_TEXTS.noCategory;
  return fill(SIGN_IN_TEXTS.group[language], { category: words[language], count });
}

/** Rows that are about nobody who is due, and rows that contradict another one, stay as they are until the clerk has seen to them. */
function otherLines(others: readonly SheetEntry[], language: Language): SheetLine[] {
  if (others.length === 0) return [];
  return [
    headingLine(fill(SIGN_IN_TEXTS.others[language], { count: others.length })),
    ...others.map(({ cells }) => ({ cells, isHeading: false })),
  ];
}

function personCells(
  person: DuePerson,
  known: KnownEntry | undefined,
  at: { readonly number: number; readonly language: Language },
): SheetLine['cells'] {
  const { name, unit, post, id, leaveMinutes } = person;
  const part =
    leaveMinutes === null
      ? null
      : fill(SIGN_IN_TEXTS.partLeave[at.language], { minutes: leaveMinutes });
  return {
    order: String(at.number),
    name,
    unit,
    post,
    signature: known?.signature ?? null,
    status: known?.status ?? null,
    in: known?.time ?? null,
    remark: known?.remark ?? part,
    id,
  };
}

function heading({ book, session, attendees }: SignInSheetFacts, leave: number): string[] {
  const { language, programme } = book.settings;
  const { number, title = '', date, start, end, venue = '' } = session;
  const speaker = book.speakers.get(session.speakerId ?? '')?.cells.name;
  const when = formatNoticeSpan(date, { start, end }, language);
  return [
    fill(SIGN_IN_TEXTS.heading[language], { programme }),
    number === undefined || number === null
      ? title
      : fill(SIGN_IN_TEXTS.topic[language], { number, title }),
    ...(speaker === undefined ? [] : [fill(SIGN_IN_TEXTS.speaker[language], { speaker })]),
    fill(SIGN_IN_TEXTS.when[language], { when, venue }),
    fill(SIGN_IN_TEXTS.due[language], { due: attendees.people.length, leave }),
  ];
}
