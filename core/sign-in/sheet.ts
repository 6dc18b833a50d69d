// The sign-in sheet of one session: due people in official order under their categories, with what is known of each. No telephone numbers.
import { minutesOf } from '../calendar/day';
import type { Book } from '../model/book';
import { groupBy } from '../text/group-by';
import { formatNoticeSpan } from '../notice/words/notice-date';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import type { Attendees, DuePerson } from '../model/due-people';
import type { TimedSession } from '../model/session';
import { SHEET_COLUMNS } from './find-columns';
import type { SheetEntry } from './read-sheet';
import type { SortedEntries } from './sort-entries';
import { toSheetWord, compareWithRecords } from './compare-with-records';
import { SIGN_IN_TEXTS } from './sign-in.texts';

export const signInKey = (sessionId: string): string => `sign-in-${sessionId}`;

export interface SignInSheetFacts {
  readonly book: Book;
  readonly session: TimedSession;
  readonly attendees: Attendees;
  /** What stands on the sheet already: nothing a clerk entered is lost when it is made again. */
  readonly entered: SortedEntries;
}

export interface MadeSheet {
  readonly sheet: ReportSheet;
  readonly due: number;
  readonly onLeave: number;
  /** People of whom the sheet says something. */
  readonly marked: number;
}

/** Widths that fit a page of A4 upright. */
const COLUMNS: readonly (readonly [
  keyof typeof SIGN_IN_TEXTS,
  ReportSheet['columns'][number]['kind'],
  number,
])[] = [
  ['order', 'text', 40],
  ['name', 'text', 72],
  ['unit', 'text', 128],
  ['post', 'text', 120],
  ['signature', 'text', 104],
  ['status', 'text', 72],
  ['in', 'time', 52],
  ['remark', 'text', 84],
  ['id', 'text', 48],
];
const STATUS_COLUMN = COLUMNS.findIndex(([key]) => key === 'status');
/** Two lines of text, and room for a signature. */
const ROW_HEIGHT = 40;

export function buildSignInSheet(facts: SignInSheetFacts): MadeSheet {
  const { book, attendees, session } = facts;
  const { language } = book.settings;
  const { people, statuses } = attendees;
  const { byPerson, doubled, others } = facts.entered;
  const known = people.map((person) => knownOf(person, byPerson.get(person.id), attendees));
  const grouped = groupedRows(people, known, language);
  // Rows without an ID are nobody's: like all of the clerk's own rows they stay when the tab is written anew.
  const named = others.filter(({ memberId }) => memberId !== null);
  const { rows, boldRows } = withOthers(grouped, [...doubled, ...named], language);
  const onLeave = people.filter(({ leaveLabel }) => leaveLabel !== null).length;
  const sheet: ReportSheet = {
    title: fill(SIGN_IN_TEXTS.tab[language], { id: session.id }),
    color: '#1a73e8',
    heading: heading(facts, onLeave),
    columns: COLUMNS.map(([key, kind, width]) => ({
      label: SIGN_IN_TEXTS[key][language],
      kind,
      width,
    })),
    ...{ rows, boldRows, charts: [] },
    identity: [COLUMNS.findIndex(([key]) => key === 'id')],
    form: { rowHeight: ROW_HEIGHT, lists: [{ column: STATUS_COLUMN, words: statuses.labels }] },
  };
  const marked = known.filter(({ status }) => status !== null).length;
  return { sheet, due: people.length, onLeave, marked };
}

interface KnownEntry {
  readonly status: string | null;
  readonly time: Cell;
  readonly remark: string | null;
  readonly signature: Cell;
}

/** The clerk's word on the sheet unless leave or attendance outweigh it, else the mark there is, else approved leave. */
function knownOf(
  person: DuePerson,
  entry: SheetEntry | undefined,
  attendees: Attendees,
): KnownEntry {
  const [mark] = person.marks;
  const typed = entry?.status ?? null;
  const kept = typed !== null && isOutweighed(person, typed, attendees) ? null : typed;
  const status = kept ?? mark?.status ?? person.leaveLabel;
  const codeOf = (word: string | null | undefined) =>
    attendees.statuses.meaningOf(word ?? '')?.code;
  // The time of a mark that says something else is no time of what stands here.
  const marked = mark && codeOf(mark.status) === codeOf(status) ? mark.in : null;
  const time = entry?.strangeTime ? null : (entry?.time ?? marked);
  return {
    status,
    time: time ? minutesOf(time) / 1440 : (entry?.strangeTime ?? null),
    remark: entry?.remark ?? null,
    signature: entry?.cells.signature ?? null,
  };
}

function isOutweighed(person: DuePerson, typed: string, { statuses }: Attendees): boolean {
  const word = toSheetWord(typed, undefined, statuses);
  const weight = word && compareWithRecords(word, person, { statuses, isRepeat: false });
  return weight === 'outdated' || weight === 'yields' || weight === 'came';
}

/** Each category once, in the order in which they first come; nobody has one: no headings. */
function groupedRows(
  people: readonly DuePerson[],
  known: readonly KnownEntry[],
  language: Language,
): Pick<ReportSheet, 'rows' | 'boldRows'> {
  const members = people.map((person, index) => ({ person, known: known[index] }));
  const groups = groupBy(members, ({ person }) => person.category ?? '');
  const hasHeadings = groups.size > 1 || !groups.has('');
  const rows: Cell[][] = [];
  const boldRows: number[] = [];
  let number = 0;
  for (const group of groups.values()) {
    if (hasHeadings) {
      boldRows.push(rows.length);
      rows.push([null, groupHeading(group[0]?.person.category, group.length, language)]);
    }
    for (const { person, known: said } of group) {
      number += 1;
      rows.push(personRow(person, said, { number, language }));
    }
  }
  return { rows, boldRows };
}

function groupHeading(category: DuePerson['category'], count: number, language: Language): string {
  const words = category ? ROSTER.columns.category.choices[category] : SIGN_IN_TEXTS.noCategory;
  return fill(SIGN_IN_TEXTS.group[language], { category: words[language], count });
}

/** Rows that are about nobody who is due, and what contradicts another row, stay as they stand until the clerk has seen to them. */
function withOthers(
  { rows, boldRows }: Pick<ReportSheet, 'rows' | 'boldRows'>,
  others: readonly SheetEntry[],
  language: Language,
): Pick<ReportSheet, 'rows' | 'boldRows'> {
  if (others.length === 0) return { rows, boldRows };
  const heading = [null, fill(SIGN_IN_TEXTS.others[language], { count: others.length })];
  const kept = others.map(({ cells }) => SHEET_COLUMNS.map((column) => cells[column] ?? null));
  return { rows: [...rows, heading, ...kept], boldRows: [...boldRows, rows.length] };
}

function personRow(
  person: DuePerson,
  known: KnownEntry | undefined,
  at: { readonly number: number; readonly language: Language },
): Cell[] {
  const { name, unit, post, id, leaveMinutes } = person;
  const part =
    leaveMinutes === null
      ? null
      : fill(SIGN_IN_TEXTS.partLeave[at.language], { minutes: leaveMinutes });
  return [
    String(at.number),
    name,
    unit,
    post,
    known?.signature ?? null,
    known?.status ?? null,
    known?.time ?? null,
    known?.remark ?? part,
    id,
  ];
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
